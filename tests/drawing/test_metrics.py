from __future__ import annotations

import pytest
from PIL import ImageFont

from mapper.data import RESOURCES
from mapper.drawing.metrics import TYPEFACES, Typeface, set_in, text_width

WORDS = ("Platform", "Digital identity & payments", "Überprüfung “Ärger” – 42 %", "Пример", "WAVE To. fl ffi")


@pytest.mark.parametrize("text", WORDS)
@pytest.mark.parametrize("weight", [400, 500, 600, 700])
@pytest.mark.parametrize("typeface", TYPEFACES.values(), ids=TYPEFACES.keys())
def test_a_text_is_as_wide_as_another_reader_of_the_same_font_says(typeface: Typeface, text: str, weight: int) -> None:
    font = ImageFont.truetype(typeface.path(weight), 200, layout_engine=ImageFont.Layout.BASIC)
    with set_in(typeface):
        assert text_width(text, 15, weight) == pytest.approx(font.getlength(text) * 15 / 200, rel=0.01)


def test_every_typeface_has_its_licence_beside_it() -> None:
    for typeface in TYPEFACES.values():
        licence = RESOURCES / "fonts" / f"LICENSE-{typeface.family.replace(' ', '')}.txt"
        assert "SIL Open Font License, Version 1.1" in licence.read_text(encoding="utf-8")


def test_a_text_is_measured_in_inter_again_once_a_map_in_another_typeface_is_done() -> None:
    before = text_width("Platform", 15)
    with set_in(TYPEFACES["Shantell Sans"]):
        assert text_width("Platform", 15) != before
    assert text_width("Platform", 15) == before


def test_chinese_which_the_font_lacks_takes_a_whole_em_a_character() -> None:
    assert text_width("价值链", 10) == 30


def test_an_accent_of_its_own_takes_no_room() -> None:
    assert text_width("e\u0301", 10) == text_width("e", 10)


def test_bold_is_wider_than_regular_and_twice_the_size_twice_as_wide() -> None:
    assert text_width("Contract", 15, 700) > text_width("Contract", 15, 400)
    assert text_width("Contract", 30) == pytest.approx(2 * text_width("Contract", 15))
