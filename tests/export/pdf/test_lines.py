"""Breaking words into lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.export.pack.blocks import Span
from mapper.export.pack.styles import BODY
from mapper.export.pdf.fonts import Fonts
from mapper.export.pdf.lines import TextLine, break_lines
from mapper.export.pdf.press import Press

FONTS: Fonts = Press().fonts
WORDS = st.text(st.sampled_from("abcdefg WM-/@.\n\u00a0 许可é☃"), max_size=300)


def told(lines: tuple[TextLine, ...]) -> list[str]:
    return [line.text.rstrip() for line in lines]


@given(words=WORDS, width=st.floats(min_value=20, max_value=400))
def test_no_line_is_wider_than_it_may_be_and_no_letter_is_lost(words: str, width: float) -> None:
    lines = break_lines(words, BODY, width, FONTS)
    assert all(line.width <= width + 0.1 for line in lines)
    assert "".join("".join(line.text.split()) for line in lines) == "".join(words.split())


def test_lines_end_at_blanks_and_where_the_text_says() -> None:
    assert told(break_lines("one two\nthree", BODY, 500, FONTS)) == ["one two", "three"]
    assert told(break_lines("one two three", BODY, 45, FONTS)) == ["one two", "three"]


def test_a_blank_that_must_not_break_does_not() -> None:
    assert told(break_lines("worth SEK\u00a0500", BODY, 60, FONTS)) == ["worth", "SEK\u00a0500"]


def test_names_of_two_long_parts_break_between_them_and_short_words_do_not() -> None:
    assert told(break_lines("Winterbourne-Adu", BODY, 65, FONTS)) == ["Winterbourne-", "Adu"]
    assert told(break_lines("a call-off", BODY, 35, FONTS)) == ["a", "call-off"]


def test_nothing_is_still_a_line() -> None:
    assert told(break_lines("", BODY, 100, FONTS)) == [""]


def test_a_span_keeps_its_link_over_the_lines_that_it_takes() -> None:
    lines = break_lines((Span("See "), Span("the long contract", link="contract-1")), BODY, 60, FONTS)
    linked = [piece.text for line in lines for piece in line.pieces if piece.link == "contract-1"]
    assert "".join(linked) == "the long contract"


@pytest.mark.parametrize("text", ["许可申请系统说明文字", "許可申請システム"])
def test_scripts_without_blanks_break_between_their_characters(text: str) -> None:
    lines = break_lines(text, BODY, 40, FONTS)
    assert len(lines) > 1
    assert "".join(told(lines)) == text


def test_an_address_is_not_broken_at_its_hyphens() -> None:
    assert told(break_lines("Kim, kim.winterbourne-adu@early.example", BODY, 180, FONTS)) == [
        "Kim,",
        "kim.winterbourne-adu@early.example",
    ]
