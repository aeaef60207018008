"""The parts of the text pane by themselves: colours, folds, offers, brackets, places in a line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from mapper.editor.splices import differences
from mapper.files.report import Problem
from mapper.model import BLANK, Annotation, Component, Id
from mapper.ui.style.tones import DARK, LIGHT, Tones
from mapper.ui.text.colours import colours_for
from mapper.ui.text.completing import offers
from mapper.ui.text.extras import brackets
from mapper.ui.text.folding import Fold, folds
from mapper.ui.text.linework import make
from mapper.ui.text.places import characters, units
from mapper.ui.text.problems import Sentences, neighbour

TEA = Component(id=Id("tea"), name="Tea", evolution=0.6, visibility=0.55)
MAP = BLANK.put("components", [TEA, Component(id=Id("cup"), name="Cup of tea", evolution=0.5, visibility=0.8)])


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tones", [LIGHT, DARK], ids=["light", "dark"])
def test_every_word_can_be_read_on_every_ground_that_it_stands_on(tones: Tones) -> None:
    grounds = (tones.field, tones.hover, tones.chosen)
    assert min(contrast(colour, ground) for colour in colours_for(tones).values() for ground in grounds) >= 4.5


def test_comments_in_a_row_fold_and_what_the_program_keeps_is_apart() -> None:
    lines = ["title", "// a", "  // b", '//@ contract {"a": 1}', "//@ b", "//@ c", "// alone", "x"]
    assert folds(lines) == [Fold(1, 2), Fold(3, 5, is_carried=True)]


def test_braces_fold_under_the_line_that_they_belong_to() -> None:
    assert folds(["pipeline A", "{", "component B [0.1]", "}", "c"]) == [Fold(0, 3)]
    assert folds(["pipeline A {", "component B [0.1]", "}"]) == [Fold(0, 2)]
    assert folds(["pipeline A", "{", "never closed"]) == []
    assert folds(["}", "}", "{"]) == []


def test_a_comment_over_several_lines_folds_and_nothing_within_it_does() -> None:
    assert folds(["a /* b", "// c", "// d", "pipeline K {", "*/ x", "}", "// /* e"]) == [Fold(0, 4)]
    assert folds(["/* a */", "b", "/* c", "never closed"]) == []


def titles(before: str) -> list[str]:
    return [offer.title for offer in offers(before, MAP, TEA)]


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("comp", ["component"]),
        ("  comp", ["component"]),
        ("te", ["Tea", "Cup of tea"]),
        ("cup of", ["Cup of tea"]),
        ("Tea->cu", ["Cup of tea"]),
        ("Tea -> te", ["Tea", "Cup of tea"]),
        ("Tea+'milk'>te", ["Tea", "Cup of tea"]),
        ("evolve te", ["Tea", "Cup of tea"]),
        ("pipeline te", ["Tea", "Cup of tea"]),
        ("style da", ["dark"]),
        ("component Tea [0.1, 0.2] (bu", ["build", "buy"]),
        ("component Tea [0.1, 0.2] (buy, in", ["inertia"]),
    ],
)
def test_what_fits_is_offered_where_it_belongs(before: str, expected: list[str]) -> None:
    assert titles(before) == expected


@pytest.mark.parametrize(
    "before", ["// te", "component te", "title te", "Tea->Cup; te", "evolve Tea->te", "note te", "Tea->Cup // te"]
)
def test_nothing_is_offered_where_words_are_free(before: str) -> None:
    assert titles(before) == []


def test_a_new_component_is_put_below_the_one_before_and_its_name_is_selected() -> None:
    (offer,) = offers("comp", MAP, TEA)
    assert offer.text == "component Name [0.45, 0.60]"
    assert offer.text[offer.at : offer.at + offer.chosen] == "Name"
    assert offer.length == 4


def test_a_new_annotation_gets_the_next_number() -> None:
    numbered = MAP.put("annotations", [Annotation(number=4, text="x")])
    offer = next(each for each in offers("annotation", numbered) if each.title == "annotation")
    assert offer.text.startswith("annotation 5 [")


@given(st.text(st.sampled_from("ab☕👩é\u0301 "), max_size=8))
def test_places_in_a_line_are_the_same_in_both_ways_of_counting(text: str) -> None:
    for place in range(len(text) + 1):
        assert characters(text, units(text, place)) == place


def test_brackets_find_each_other_over_lines_and_emoji(qtbot: QtBot) -> None:
    field = QPlainTextEdit()
    qtbot.addWidget(field)
    field.setPlainText("a👩 [x (y)]\n{\n}")
    text = "aXX [x (y)]\n{\n}"
    cursor = QTextCursor(field.document())
    for place, character in enumerate(text):
        other = {"[": "]", "(": ")", "{": "}"}.get(character)
        if other is not None:
            cursor.setPosition(place)
            assert brackets(cursor) == (place, text.index(other))
    cursor.setPosition(0)
    assert brackets(cursor) == ()


lines = st.lists(st.text(st.sampled_from("ab☕👩 "), max_size=4), min_size=1, max_size=6)


@given(lines, lines)
def test_splices_make_one_text_of_another_in_a_field(old: list[str], new: list[str]) -> None:
    field = QPlainTextEdit()
    field.setPlainText("\n".join(old))
    for splice in differences(old, new):
        make(field.document(), splice)
    assert field.toPlainText() == "\n".join(new)
    field.deleteLater()


def test_the_way_from_problem_to_problem_goes_round() -> None:
    problems = [Problem("a", line=3, column=5), Problem("b", line=8), Problem("c")]
    assert neighbour(problems, 0, 0, 1) == (3, 5)
    assert neighbour(problems, 2, 4, 1) == (8, 1)
    assert neighbour(problems, 7, 0, 1) == (3, 5)
    assert neighbour(problems, 2, 4, -1) == (8, 1)
    assert neighbour([Problem("c")], 0, 0, 1) is None


def test_what_is_wrong_has_room_over_two_lines_and_is_cut_where_it_has_none(qtbot: QtBot) -> None:
    words = "Nothing on the map is called “Sense of contribution”. The link was kept in the text and is not shown."
    line = Sentences(words)
    qtbot.addWidget(line)
    width = line.fontMetrics().horizontalAdvance(words)
    line.resize(width * 6 // 10, line.sizeHint().height())
    assert line.shown() == words
    line.setText("A_word_that_is_long_" * 9)
    assert line.fontMetrics().horizontalAdvance(line.shown()) <= line.width()
    line.setText(words)
    line.resize(width * 3 // 10, line.sizeHint().height())
    assert line.shown() != words
    assert line.shown().endswith("…")
