"""The Word document with the map that Qt makes for it."""

from __future__ import annotations

import io

import docx
import pytest

from mapper.data import SAMPLES
from mapper.export.exporter import ExportCancelled, ExportOptions
from mapper.files.native import load
from mapper.ui.docx import EXPORTER

TEA_SHOP = SAMPLES / "tea-shop.wardley"


def test_the_map_in_it_is_sharp_enough_for_print_and_does_not_carry_the_map() -> None:
    document = load(TEA_SHOP)
    word = docx.Document(io.BytesIO(EXPORTER.make(document, ExportOptions(scale=0.5, transparent=True))))
    (shape,) = word.inline_shapes
    image = word.part.related_parts[shape._inline.graphic.graphicData.pic.blipFill.blip.embed].image
    assert image.px_width / shape.width.inches > 250
    assert b"iTXt" not in image.blob


def test_the_same_map_gives_the_same_document() -> None:
    document = load(TEA_SHOP)
    assert EXPORTER.make(document, ExportOptions()) == EXPORTER.make(document, ExportOptions())


def test_a_document_that_is_no_longer_wanted_is_not_begun() -> None:
    with pytest.raises(ExportCancelled):
        EXPORTER.make(load(TEA_SHOP), ExportOptions(cancelled=lambda: True))


def test_what_it_cannot_hold_is_told_before() -> None:
    told = EXPORTER.losses(load(TEA_SHOP))
    assert any("cannot be opened here again" in sentence for sentence in told)
