"""Maps as tables, and the tables as maps again."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from drawing.maps import a_map, component, contract, link
from mapper.data import SAMPLES
from mapper.export.exporter import Exporter, ExportOptions
from mapper.export.tables import CSV, XLSX
from mapper.files import native
from mapper.files.content import Content
from mapper.files.opening import importer_of
from mapper.files.report import Opened
from mapper.files.tables.guard import guarded, unguarded
from mapper.model import Document
from mapper.procurement.interfaces import homes

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("x")', "'=1", "＝1+1")


def _rows(document: Document) -> list[dict[str, str]]:
    text = CSV.make(document, ExportOptions()).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _workbook(document: Document) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(XLSX.make(document, ExportOptions())))


def _again(exporter: Exporter, document: Document) -> Opened:
    content = Content(exporter.make(document, ExportOptions()), f"map{exporter.suffix}")
    return importer_of(content).read(content, {})


def _links(document: Document) -> set[tuple[str, str]]:
    names = {id: one.name for id, one in document.components.items()}
    return {(names[one.source], names[one.target]) for one in document.links.values()}


@pytest.mark.parametrize("exporter", [CSV, XLSX], ids=lambda exporter: exporter.id)
@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.wardley")), ids=lambda path: path.stem)
def test_a_table_opens_again_as_the_components_links_and_contracts_that_it_was_made_of(
    exporter: Exporter, path: Path
) -> None:
    document = native.load(path)
    opened = _again(exporter, document)
    again = opened.document
    assert opened.problems == ()

    def placed(one: Document) -> list[tuple[object, ...]]:
        return [
            (
                part.name,
                part.kind,
                round(part.evolution, 4),
                round(part.visibility, 4),
                part.evolve and part.evolve.name,
            )
            for part in one.components.values()
        ]

    assert placed(again) == placed(document)
    assert _links(again) == _links(document)
    told = [{one.ref: (one.title, one.value) for one in each.contracts.values()} for each in (document, again)]
    assert told[0] == told[1]
    assert _homes(again) == _homes(document)


def _homes(document: Document) -> dict[str, list[str]]:
    return {
        document.components[id].name: [document.contracts[contract].ref for contract in contracts]
        for id, contracts in homes(document).items()
    }


def test_the_csv_is_marked_as_utf8_and_its_lines_end_as_the_standard_says() -> None:
    data = CSV.make(a_map([component('Café; "crème", x', 0.6, 0.5)]), ExportOptions())
    assert data.startswith(b"\xef\xbb\xbfName,Kind,Stage,Evolution,Visibility,")
    assert data.endswith(b"\r\n")
    assert b'"Caf\xc3\xa9; ""cr\xc3\xa8me"", x",Component,Product,0.6,0.5,Rent' in data


@pytest.mark.parametrize("name", FORMULAS)
def test_no_cell_is_a_formula_and_each_is_what_it_was_when_it_comes_back(name: str) -> None:
    document = a_map([component(name, 0.5, 0.5), component("Tea", 0.5, 0.4)], [link("Tea", name)])
    assert _rows(document)[0]["Name"] == f"'{name}"
    page = _workbook(document)["Components"]
    assert (page["A2"].value, page["A2"].data_type) == (name, "s")
    for exporter in (CSV, XLSX):
        assert [one.name for one in _again(exporter, document).document.components.values()] == [name, "Tea"]


@given(text=st.text(max_size=8) | st.text("'=+-@ a\t", max_size=6))
def test_guarding_a_text_can_always_be_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@"))


def test_a_workbook_has_four_sheets_with_frozen_headers_and_filters() -> None:
    workbook = _workbook(native.load(SAMPLES / "childcare-licensing.wardley"))
    assert workbook.sheetnames == ["Components", "Links", "Contracts", "Interfaces"]
    for page in workbook.worksheets:
        assert page.freeze_panes == "B2"
        assert page.auto_filter.ref.startswith("A1:")
        assert page.max_row > 1


def test_numbers_money_and_dates_are_what_they_are_and_no_text() -> None:
    parts = [component("Tea", 0.625, 0.5)]
    made = contract("C1", "Tea", title="Drinks", value=Decimal("1250.50"), start=date(2027, 4, 1), term_months=24)
    workbook = _workbook(a_map(parts, [], [made]))
    row = dict(
        zip(*([cell.value for cell in line] for line in workbook["Contracts"].iter_rows(max_row=2)), strict=True)
    )
    assert row["Value (GBP)"] == 1250.5
    assert row["Start"].date() == date(2027, 4, 1)
    assert row["Term in months"] == 24
    evolution = workbook["Components"]["D2"]
    assert (evolution.value, evolution.data_type) == (0.625, "n")


def test_each_interface_of_the_register_has_a_row() -> None:
    document = native.load(SAMPLES / "tea-shop.wardley")
    rows = list(_workbook(document)["Interfaces"].iter_rows(values_only=True))
    assert rows[1][:4] == (1, "C1 Kettle", "C2 Water and power", "Kettle → Power")
    assert len(rows) == 2


@settings(max_examples=25)
@given(
    names=st.lists(
        st.text(
            st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=9
        ),
        max_size=4,
    )
)
def test_any_name_stands_in_its_cell(names: list[str]) -> None:
    parts = [component(f"{n}{name}", 0.5, 0.5) for n, name in enumerate(names)]
    expected = [part.name for part in parts]
    assert [row["Name"] for row in _rows(a_map(parts))] == expected
    assert [cell.value for cell in _workbook(a_map(parts))["Components"]["A"][1:]] == expected
