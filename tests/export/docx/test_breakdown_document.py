"""The Word document as someone finds it who opens it in Word."""

from __future__ import annotations

import io
import shutil
import struct
import subprocess
import zipfile
import zlib
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table
from hypothesis import HealthCheck, given, settings

from mapper.data import SAMPLES
from mapper.export.docx.document import make
from mapper.export.exporter import ExportCancelled, ExportOptions, PageSize
from mapper.files.native import load
from mapper.model import BLANK, Component, Contract, Document, Id, Plan
from mapper.procurement.breakdown import breakdown
from strategies import documents

EVIL = "<w:t>alert(\"1\")</w:t> & 'quoted' ]]> {PAGE} =1+1 🚀"
HEBREW = "שלום עולם"


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _white(width: int, height: int) -> bytes:
    """A picture of the form of a map."""
    rows = zlib.compress(b"".join(b"\0" + b"\xff" * width for _ in range(height)))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


PICTURE = _white(160, 100)


def opened(document: Document, **options: object) -> Word:
    return docx.Document(io.BytesIO(make(document, PICTURE, ExportOptions(**options))))


@pytest.fixture(scope="module")
def flagship() -> Document:
    return load(SAMPLES / "childcare-licensing.wardley")


@pytest.fixture(scope="module")
def word(flagship: Document) -> Word:
    return opened(flagship)


def headings(word: Word, level: int) -> list[str]:
    return [each.text for each in word.paragraphs if each.style.name == f"Heading {level}"]


def table(word: Word, *titles: str) -> Table:
    """The first table whose header row begins with these titles."""
    return next(
        each for each in word.tables if tuple(cell.text for cell in each.rows[0].cells)[: len(titles)] == titles
    )


def every_word(word: Word) -> str:
    return "\n".join("".join(node.itertext()) for node in word.element.body.iter(qn("w:p")))


# What it holds.


def test_the_title_is_words_own_title(flagship: Document, word: Word) -> None:
    assert [each.text for each in word.paragraphs if each.style.name == "Title"] == [flagship.service.title]


def test_the_sections_have_headings_that_word_can_navigate_by(flagship: Document, word: Word) -> None:
    first = headings(word, 1)
    assert first[:4] == ["Contents", "The map", "Contracts at a glance", "Interfaces between contracts"]
    assert {"Components in no contract", "Users and their needs", "Component register, A to Z"} <= set(first)
    assert [f"{each.ref}  {each.title}" for each in flagship.contracts.values()] == [
        each for each in first if each[:1] == "C" and each[1:2].isdigit()
    ]


def test_the_contents_lead_to_every_section(word: Word) -> None:
    marks = {each.get(qn("w:name")) for each in word.element.body.iter(qn("w:bookmarkStart"))}
    links = [each.get(qn("w:anchor")) for each in word.element.body.iter(qn("w:hyperlink"))]
    assert {each for each in links if each is not None} <= marks
    assert "TOC" in "".join(each.text for each in word.element.body.iter(qn("w:instrText")))


def test_all_contracts_are_in_one_table_with_their_total(flagship: Document, word: Word) -> None:
    rows = [[cell.text for cell in row.cells] for row in table(word, "Ref", "Title").rows]
    assert [row[0] for row in rows[1:-1]] == [each.ref for each in flagship.contracts.values()]
    assert rows[-1][0] == "Total"
    assert "£9,350,000" in rows[-1]


def test_each_contract_lists_its_members(flagship: Document, word: Word) -> None:
    said = every_word(word)
    named = [cell.text for each in word.tables for row in each.rows[1:] for cell in row.cells[:1]]
    for cut in breakdown(flagship).contracts:
        assert all(any(name.startswith(member.name) for name in named) for member in cut.members)
        assert cut.contract.outcome in said


def test_the_register_of_interfaces_holds_every_link_that_crosses(flagship: Document, word: Word) -> None:
    found = table(word, "From component", "Needs component")
    crossing = sum(len(each.links) for each in breakdown(flagship).interfaces)
    rows = [row for row in found.rows[1:] if len(set(cell.text for cell in row.cells)) > 1]
    assert len(rows) == crossing


def test_no_cell_is_left_empty(word: Word) -> None:
    for each in word.tables:
        assert all(cell.text.strip() for row in each.rows for cell in row.cells)


def test_what_nobody_has_decided_is_said_in_words() -> None:
    contract = Contract(id=Id("c"), ref="C1")
    plan = Plan(id=Id("p"), contracts={contract.id: contract})
    word = opened(Document(title="Tea", plans={plan.id: plan}, active_plan=plan.id))
    assert "Not decided" in [cell.text for cell in table(word, "Ref", "Title").rows[1].cells]


# How it is set.


def test_a_header_row_is_marked_and_comes_again_on_each_page(word: Word) -> None:
    heads = [each for each in word.tables if each.rows[0]._tr.find(".//" + qn("w:tblHeader")) is not None]
    assert table(word, "Ref")._tbl in [each._tbl for each in heads]
    assert table(word, "From component")._tbl in [each._tbl for each in heads]
    for each in heads:
        assert all(row._tr.find(".//" + qn("w:tblHeader")) is None for row in each.rows[1:])


def test_every_table_says_what_its_rows_are(word: Word) -> None:
    assert all(each._tbl.tblPr.find(qn("w:tblDescription")) is not None for each in word.tables)


def test_the_map_is_a_picture_with_words_on_a_page_across(word: Word) -> None:
    (picture,) = word.inline_shapes
    assert "Wardley map of Childcare licensing" in picture._inline.docPr.get("descr")
    across = [each for each in word.sections if each.orientation == WD_ORIENT.LANDSCAPE]
    assert across
    section = across[0]
    assert picture.width <= section.page_width - section.left_margin - section.right_margin
    assert picture.height <= section.page_height - section.top_margin - section.bottom_margin
    assert picture.width / picture.height == pytest.approx(1.6, rel=0.01)


@pytest.mark.parametrize(("page", "width"), [(PageSize.A4, 210), (PageSize.A3, 297), (PageSize.LETTER, 215.9)])
def test_the_paper_is_the_one_that_was_asked_for(page: PageSize, width: float) -> None:
    section = opened(Document(title="Tea"), page=page).sections[0]
    assert section.page_width == pytest.approx(Mm(width), rel=0.001)


def test_the_language_is_british_english(word: Word) -> None:
    assert {each.get(qn("w:val")) for each in word.styles.element.iter(qn("w:lang"))} == {"en-GB"}


def test_header_and_footer_say_what_and_which_page(flagship: Document, word: Word) -> None:
    section = word.sections[0]
    head = [cell.text for cell in section.header.tables[0].rows[0].cells]
    assert head == [flagship.service.reference, flagship.service.classification, flagship.service.title]
    fields = [each.get(qn("w:instr")).strip() for each in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_only_the_page_with_the_map_if_that_is_all_that_is_wanted(flagship: Document) -> None:
    word = opened(flagship, map_only=True)
    assert headings(word, 1) == ["The map"]
    assert len(word.inline_shapes) == 1
    assert len(word.sections) == 1
    assert word.sections[0].orientation == WD_ORIENT.LANDSCAPE


# What it says of itself, and always the same.


def test_the_file_says_what_it_is(flagship: Document, word: Word) -> None:
    core = word.core_properties
    assert core.title == "Childcare licensing: contract breakdown"
    assert core.author == flagship.service.department
    assert core.created.date() == flagship.service.on


def test_the_same_map_gives_the_same_bytes(flagship: Document) -> None:
    first, second = (make(flagship, PICTURE, ExportOptions()) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {datetime(*entry.date_time) for entry in archive.infolist()} == {datetime(1980, 1, 1)}


# What a stranger may have written.


def test_a_strangers_text_stays_text() -> None:
    part = Component(id=Id(EVIL), name=EVIL, evolution=0.5, visibility=0.5, description=f"one\n{EVIL}")
    contract = Contract(id=Id("c"), ref="=1", title=EVIL, members=(part.id,))
    plan = Plan(id=Id("p"), contracts={contract.id: contract})
    document = Document(title=EVIL, components={part.id: part}, plans={plan.id: plan}, active_plan=plan.id)
    word = opened(document)
    assert [each.text for each in word.paragraphs if each.style.name == "Title"] == [EVIL]
    cells = [cell.text for each in word.tables for row in each.rows for cell in row.cells]
    assert EVIL in cells
    assert any(cell.startswith(f"one\n{EVIL}") for cell in cells)
    assert "PAGE" not in "".join(each.text for each in word.element.body.iter(qn("w:instrText")))


def test_text_from_right_to_left_is_set_so() -> None:
    word = opened(Document(title=HEBREW))
    (title,) = (each for each in word.paragraphs if each.style.name == "Title")
    assert title._p.pPr.find(qn("w:bidi")) is not None


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_any_document_becomes_one_that_opens(document: Document) -> None:
    word = opened(document)
    assert "Users and their needs" in headings(word, 1)
    assert all(cell.text.strip() for each in word.tables for cell in each.rows[-1].cells)


def test_a_map_with_nothing_on_it_is_no_trouble() -> None:
    assert "No contracts have been drawn on this map yet." in every_word(opened(BLANK))


def test_a_document_that_is_no_longer_wanted_is_not_made(flagship: Document) -> None:
    with pytest.raises(ExportCancelled):
        opened(flagship, cancelled=lambda: True)


# What a real program makes of it.


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_keeps_the_map_on_one_page_with_its_heading(tmp_path: Path) -> None:
    from pypdf import PdfReader

    made = tmp_path / "map.docx"
    made.write_bytes(make(load(SAMPLES / "tea-shop.wardley"), PICTURE, ExportOptions(map_only=True)))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(made)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    (page,) = PdfReader(tmp_path / "map.pdf").pages
    assert "The map" in page.extract_text()
    assert len(page.images) == 1
