"""The Word document with the map that Qt makes for it."""

from __future__ import annotations

import io

import docx
import pytest

from mapper.data import SAMPLES
from mapper.export.exporter import ExportCancelled, ExportOptions
from mapper.files.native import load
from mapper.model import Component, Document, Id
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


def test_a_map_of_many_components_goes_to_word_too() -> None:
    many = [Component(id=Id(f"c{n}"), name=".", evolution=n % 50 / 50, visibility=n / 1700) for n in range(1700)]
    notes: list[str] = []
    data = EXPORTER.make(Document(components={each.id: each for each in many}), ExportOptions(note=notes.append))
    assert len(docx.Document(io.BytesIO(data)).inline_shapes) == 1
    assert notes == []
