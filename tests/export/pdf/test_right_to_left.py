"""Names in scripts that run from right to left."""

from __future__ import annotations

import unicodedata

import pytest

from mapper.export.pdf.righttoleft import as_seen, is_right_to_left
from mapper.model import Document, Id
from tests.export.pdf.parsed import Parsed
from tests.export.pdf.test_strange_maps import component, document


def letters(text: str) -> str:
    """The text with joined forms taken apart again."""
    return unicodedata.normalize("NFKC", text)


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("שלום", "םולש"),
        ("C1 שלום עולם today", "C1 םלוע םולש today"),
        ("שלום 123 עולם", "םלוע 123 םולש"),
        ("(שלום)", "(םולש)"),
        ("שלום (א) ב", "ב (א) םולש"),
        ("plain", "plain"),
    ],
)
def test_runs_are_turned_round_and_numbers_in_them_are_not(written: str, seen: str) -> None:
    assert as_seen(written) == seen


def test_arabic_letters_are_joined() -> None:
    seen = as_seen("بيت")
    assert letters(seen)[::-1] == "بيت"
    assert [unicodedata.decomposition(each).split()[0] for each in seen] == ["<final>", "<medial>", "<initial>"]


def test_a_letter_that_joins_no_other_stands_alone() -> None:
    seen = as_seen("دار")
    assert [unicodedata.decomposition(each).split()[0] for each in seen] == ["<isolated>", "<isolated>", "<isolated>"]


def test_lam_and_alef_are_one_sign() -> None:
    assert len(as_seen("لا")) == 1


def test_only_such_letters_are_touched() -> None:
    assert not is_right_to_left("Ωμέγα 许可 é 123")
    assert is_right_to_left("a ש")


@pytest.mark.parametrize("name", ["الترخيص", "רישיון 12"])
def test_what_is_copied_from_a_pack_is_what_was_written(name: str) -> None:
    pack: Document = document([component(1, name)])
    written = f"FEFF{name.encode('utf-16-be').hex()}".lower().encode()
    pages = [page.obj.Contents.read_bytes().lower() for page in Parsed.of(pack).pdf.pages]
    assert pack.components[Id("c1")].name == name
    assert sum(written in page for page in pages) >= 2
