from __future__ import annotations

import pytest
from PIL import ImageFont

from mapper.data import RESOURCES
from mapper.drawing.metrics import FONT_FILES, text_width

WORDS = ("Platform", "Digital identity & payments", "Überprüfung “Ärger” – 42 %", "Пример", "WAVE To. fl ffi")


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_a_text_is_as_wide_as_another_reader_of_the_same_font_says(text: str, weight: int) -> None:
    font = ImageFont.truetype(
        RESOURCES / "fonts" / FONT_FILES[weight, False], 200, layout_engine=ImageFont.Layout.BASIC
    )
    assert text_width(text, 15, weight) == pytest.approx(font.getlength(text) * 15 / 200, rel=0.01)


def test_chinese_which_the_font_lacks_takes_a_whole_em_a_character() -> None:
    assert text_width("价值链", 10) == 30


def test_an_accent_of_its_own_takes_no_room() -> None:
    assert text_width("e\u0301", 10) == text_width("e", 10)


def test_bold_is_wider_than_regular_and_twice_the_size_twice_as_wide() -> None:
    assert text_width("Contract", 15, 700) > text_width("Contract", 15, 400)
    assert text_width("Contract", 30) == pytest.approx(2 * text_width("Contract", 15))
