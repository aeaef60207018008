"""Workbooks: real ones, written here, and those that would do harm."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date

import pytest
from openpyxl import Workbook

from mapper.files.content import Content
from mapper.files.importer import Answers
from mapper.files.opening import importer_of
from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.files.tables import FIELDS, XLSX, preview
from mapper.files.tables.workbook import sheets_of

Cells = Sequence[Sequence[object]]

COMPONENTS: Cells = (("Name", "Stage", "Visibility"), ("Tea", "III", 0.5), ("Cup", "Custom built", 0.9))
LINKS: Cells = (("From", "To"), ("Cup", "Tea"))


def workbook(sheets: Mapping[str, Cells]) -> Content:
    book = Workbook()
    del book["Sheet"]
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    data = io.BytesIO()
    book.save(data)
    return Content(data.getvalue(), "shop.xlsx")


def archive(parts: Mapping[str, bytes]) -> Content:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name, part)
    return Content(data.getvalue(), "shop.xlsx")


def opened(content: Content, answers: Answers | None = None) -> Opened:
    assert importer_of(content) is XLSX
    return XLSX.read(content, answers or {})


def refusal_of(content: Content) -> str:
    with pytest.raises(FileProblem) as refusal:
        opened(content)
    return refusal.value.message


def test_components_and_links_come_from_the_sheets_that_have_them() -> None:
    found = opened(workbook({"Read me": [("This is our shop",)], "Links": LINKS, "Parts": COMPONENTS}))
    assert [c.name for c in found.document.components.values()] == ["Tea", "Cup"]
    assert [(link.source, link.target) for link in found.document.links.values()] == [("cup", "tea")]
    assert (found.document.title, found.format, found.problems) == ("shop", "XLSX workbook", ())
    assert "Sheets that were left out: “Read me”." in found.notices


def test_the_user_can_choose_the_sheets() -> None:
    others: Cells = (("Name", "Stage"), ("Pot", "I"))
    content = workbook({"Parts": COMPONENTS, "Others": others, "Links": LINKS})
    found = opened(content, {"sheet": "Others", "links-sheet": ""})
    assert [c.name for c in found.document.components.values()] == ["Pot"]
    assert found.document.links == {}


def test_cells_are_what_they_show_and_formulas_are_never_looked_at() -> None:
    rows: Cells = (
        ("Name", "Evolution", "Visibility", "Description"),
        ("Tea", 0.25, 1, date(2027, 4, 30)),
        ("Cup", "=1+1", 0.5, True),
    )
    found = opened(workbook({"Parts": rows}))
    tea, cup = found.document.components.values()
    assert (tea.evolution, tea.visibility, tea.description) == (0.25, 1.0, "2027-04-30")
    # A formula that no program has worked out yet shows nothing.
    assert (cup.evolution, cup.description) == (0.5, "yes")
    assert [(each.line, each.reason) for each in found.problems] == [(3, "“Cup” has no evolution.")]


def test_a_sheet_that_says_it_is_huge_is_read_as_far_as_it_is_filled() -> None:
    content = workbook({"Parts": COMPONENTS})
    parts = {}
    with zipfile.ZipFile(io.BytesIO(content.data)) as file:
        for name in file.namelist():
            parts[name] = file.read(name).replace(b'ref="A1:C3"', b'ref="A1:XFD1048576"')
    found = opened(archive(parts))
    assert [c.name for c in found.document.components.values()] == ["Tea", "Cup"]


def test_a_preview_shows_how_columns_are_taken_before_anything_is_read() -> None:
    content = workbook({"Links": LINKS, "Parts": [*COMPONENTS, ("Pot",)]})
    shown = preview(content)
    assert (shown.sheets, shown.sheet, shown.links_sheet) == (("Links", "Parts"), "Parts", "Links")
    assert shown.table.headers == ("Name", "Stage", "Visibility")
    assert shown.table.fields == ("name", "stage", "visibility")
    assert shown.table.rows == (("Tea", "III", "0.5"), ("Cup", "Custom built", "0.9"), ("Pot", "", ""))
    assert preview(content, {"column-1": ""}).table.fields == ("name", "", "visibility")
    assert preview(content, {"sheet": "Links"}).table.fields == ("source", "target")


def test_each_column_is_a_question_whose_usual_answer_is_what_it_was_taken_for() -> None:
    questions = {each.id: each for each in XLSX.questions(workbook({"Parts": COMPONENTS, "Links": LINKS}))}
    assert {id: each.default for id, each in questions.items()} == {
        "sheet": "Parts",
        "links-sheet": "Links",
        "header": "1",
        "column-0": "name",
        "column-1": "stage",
        "column-2": "visibility",
        "links-header": "1",
        "links-column-0": "source",
        "links-column-1": "target",
    }
    assert [kept for kept, _ in questions["column-0"].choices] == ["", *(field.id for field in FIELDS)]
    assert "“Stage”" in questions["column-1"].text


def test_the_columns_of_the_links_are_said_anew_without_touching_those_of_the_components() -> None:
    links: Cells = (("Used", "Why", "User"), ("Tea", "hot", "Cup"))
    content = workbook({"Parts": COMPONENTS, "Links": links})
    answers = {
        "links-sheet": "Links",
        "links-header": "1",
        "links-column-0": "target",
        "links-column-1": "label",
        "links-column-2": "source",
    }
    found = opened(content, answers).document
    assert [(link.source, link.target, link.label) for link in found.links.values()] == [("cup", "tea", "hot")]
    assert [c.name for c in found.components.values()] == ["Tea", "Cup"]


@pytest.mark.parametrize(
    ("pattern", "value", "currency"),
    [
        ("£#,##0.00", "300000.50", "GBP"),
        ("[$€-407] #,##0", "300000.50", "EUR"),
        ("[$CHF-807] #,##0", "300000.50", "CHF"),
    ],
)
def test_an_amount_has_the_currency_that_its_cell_shows(pattern: str, value: str, currency: str) -> None:
    book = Workbook()
    sheet = book.active
    for row in (("Name", "Stage", "Contract", "Value"), ("Tea", 3, "C1 Front end", 300000.5)):
        sheet.append(row)
    sheet["D2"].number_format = pattern
    sheet["B2"].number_format = "[$-409]0"
    data = io.BytesIO()
    book.save(data)
    document = opened(Content(data.getvalue(), "shop.xlsx")).document
    (contract,) = document.contracts.values()
    assert (str(contract.value), contract.title, document.service.currency) == (value, "Front end", currency)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 and no more", "“shop.xlsx” is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is a workbook of an old kind or has a password"),
    ],
)
def test_what_is_no_workbook_is_refused_in_a_sentence(data: bytes, reason: str) -> None:
    assert reason in refusal_of(Content(data, "shop.xlsx"))


def test_an_archive_of_other_things_is_refused() -> None:
    assert "is an archive, but no workbook" in refusal_of(archive({"tea.txt": b"tea"}))


def test_an_archive_that_grows_without_measure_is_refused_before_it_does() -> None:
    bomb = archive({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": bytes(210 * 1024 * 1024)})
    assert len(bomb.data) < 2**20
    assert "is too large when it is unpacked" in refusal_of(bomb)


def test_a_text_that_thousands_of_cells_share_is_refused_before_it_fills_the_memory() -> None:
    content = workbook({"Parts": [("Name", "Notes"), *[("Tea", "a" * 30_000)] * 1_000]})
    assert len(content.data) < 2**20
    assert "shows far more than any map" in refusal_of(content)


def test_a_part_with_declarations_of_its_own_is_refused() -> None:
    laughs = b'<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>'
    assert "is damaged" in refusal_of(archive({"xl/workbook.xml": laughs}))
    assert "is damaged" in refusal_of(archive({"xl/workbook.xml": laughs.decode().encode("utf-16")}))


def test_every_part_of_a_workbook_may_be_broken_and_none_breaks_the_program() -> None:
    good = workbook({"Parts": COMPONENTS, "Links": LINKS})
    with zipfile.ZipFile(io.BytesIO(good.data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    for name in parts:
        for spoilt in (b"", parts[name][: len(parts[name]) // 2], b"<a/>", parts[name].replace(b"r", b"q")):
            content = archive({**parts, name: spoilt})
            try:
                assert XLSX.read(content, {}).document.components is not None
            except FileProblem as problem:
                assert "shop.xlsx" in problem.message


def test_a_workbook_with_nothing_in_it_is_refused() -> None:
    assert "has nothing in any of its sheets" in refusal_of(workbook({"Empty": []}))


def test_a_problem_names_its_row_and_sheet_and_the_component_that_it_is_about() -> None:
    parts: Cells = (("Name", "Stage", "Value"), ("Tea", "Genesis", ""), ("Cup", "no stage", ""))
    links: Cells = (("From", "To"), ("Cup", "Tea"), ("Tea", "Sugar"), ("Milk", "Cup"))
    found = opened(workbook({"Parts": parts, "Links": links}))
    told = [(problem.sheet, problem.line, found.subject_of(problem)) for problem in found.problems]
    assert told == [("Parts", 3, "cup"), ("Parts", 3, "cup"), ("Links", 3, "tea"), ("Links", 4, "cup")]
    assert found.in_rows
    alone = opened(workbook({"Parts": parts}))
    assert {problem.sheet for problem in alone.problems} == {""}


def reshaped(sheets: int, rows: bytes, *, is_shared: bool) -> Content:
    """A workbook whose first sheet has these rows; the others stand in the same part, or in blank ones of their own."""
    good = workbook({f"Sheet {number}": [("Name",)] for number in range(sheets)})
    with zipfile.ZipFile(io.BytesIO(good.data)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    first, links = "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"
    parts[first] = re.sub(rb"<row.*</row>", lambda _: rows, parts[first])
    if is_shared:
        parts[links] = re.sub(rb"worksheets/sheet\d+", b"worksheets/sheet1", parts[links])
    return archive(parts)


def test_sheets_that_stand_in_one_part_are_refused_before_it_is_read_for_each() -> None:
    content = reshaped(100, b"<row/>" * 10_000, is_shared=True)
    assert "is damaged" in refusal_of(content)


def test_more_cells_than_any_map_has_are_refused_before_they_are_in_memory() -> None:
    content = reshaped(1, b"<row>" + b"<c/>" * 2_100_000 + b"</row>", is_shared=False)
    assert len(content.data) < 2**20
    assert "shows far more than any map" in refusal_of(content)


def test_a_sheet_that_begins_at_the_last_row_there_can_be_is_read() -> None:
    row = b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>Name</t></is></c></row>'
    assert [len(sheet.rows) for sheet in sheets_of(reshaped(1, row, is_shared=False))] == [1_048_576]
