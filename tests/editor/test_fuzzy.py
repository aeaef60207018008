"""Finding titles by some of their letters."""

from __future__ import annotations

import pytest

from mapper.editor.fuzzy import match


@pytest.mark.parametrize(
    ("wanted", "better", "worse"),
    [
        ("zf", "Zoom to fit", "Fuzzy first"),
        ("undo", "Undo Rename", "Outline and overview"),
        ("sa", "Select all", "Copy as text"),
        ("con", "New contract", "Select component"),
        ("exp", "Export pack", "Next part of the window"),
    ],
)
def test_beginnings_of_words_and_letters_in_a_row_count_for_more(wanted: str, better: str, worse: str) -> None:
    first, second = match(wanted, better), match(wanted, worse)
    assert first is not None
    assert second is None or first.worth > second.worth


def test_letters_must_all_be_there_in_their_order() -> None:
    assert match("wn", "New") is None
    assert match("neww", "New") is None
    assert match("new", "New") is not None


def test_the_letters_that_were_meant_are_told() -> None:
    found = match("swn", "Select what it needs")
    assert found is not None
    assert found.places == (0, 7, 15)


def test_case_and_blanks_do_not_matter_and_nothing_fits_everything() -> None:
    spaced, plain = match("Save AS", "Save as…"), match("saveas", "Save as…")
    assert spaced == plain
    assert match("  ", "Save as…") is not None


def test_letters_that_fold_to_two_do_not_shift_the_places() -> None:
    found = match("map", "Straße map")
    assert found is not None
    assert found.places == (7, 8, 9)
