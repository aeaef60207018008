"""Maps that others made come through every format that can hold them."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

import pytest
from made_by_others import INDEX, OWM_FILES, document_of, needs_corpus, owm_bytes, short
from record_facts import facts, lost

from mapper.export.exporter import ExportOptions
from mapper.export.mermaid import MERMAID
from mapper.export.owm import OWM
from mapper.files import owm
from mapper.files.native import dump, load
from mapper.files.opening import open_map
from mapper.model import Component, Document, broken_references

pytestmark = needs_corpus


def as_owm(document: Document) -> bytes:
    return OWM.make(document, ExportOptions())


def reopened(data: bytes, path: Path) -> Document:
    path.write_bytes(data)
    return open_map(path).document


def spellings(data: bytes) -> dict[str, bytes]:
    """A text as other programs on other systems would have saved it."""
    text = data.decode("utf-8")
    windows = re.sub(r"\r?\n", "\r\n", text)
    return {
        "as it is": data,
        "with a byte order mark": codecs.BOM_UTF8 + data,
        "with line ends of Windows": windows.encode(),
        "as Notepad saves it": codecs.BOM_UTF16_LE + windows.encode("utf-16-le"),
        "as UTF-16, big end first": codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        "without its last line end": data.rstrip(),
    }


@pytest.mark.parametrize("name", OWM_FILES, ids=short)
def test_what_is_not_edited_keeps_its_bytes(name: str, tmp_path: Path) -> None:
    for how, data in spellings(owm_bytes(name)).items():
        assert as_owm(reopened(data, tmp_path / "map.owm")) == data, how


@pytest.mark.parametrize("name", OWM_FILES, ids=short)
def test_a_map_that_was_saved_here_still_goes_out_with_the_bytes_that_it_came_in_with(
    name: str, tmp_path: Path
) -> None:
    kept = tmp_path / "map.wardley"
    kept.write_bytes(dump(document_of(name)))
    assert as_owm(load(kept)) == owm_bytes(name)


@pytest.mark.parametrize("name", INDEX, ids=short)
def test_a_map_that_is_written_as_owm_and_opened_again_is_the_same_map(name: str, tmp_path: Path) -> None:
    document = document_of(name)
    again = reopened(as_owm(document), tmp_path / "map.owm")
    if document.source is not None:
        assert again == document
    assert lost(facts(document), facts(again)) == set()
    assert as_owm(again) == as_owm(document)


@pytest.mark.parametrize("name", OWM_FILES, ids=short)
def test_a_text_that_is_read_again_without_having_changed_is_the_same_sound_map(name: str) -> None:
    document = document_of(name)
    assert document.source is not None
    assert list(broken_references(document)) == []
    assert owm.read(document.source.text, document).document == document


@pytest.mark.parametrize("name", OWM_FILES, ids=short)
def test_a_map_whose_text_is_written_anew_is_the_same_map(name: str, tmp_path: Path) -> None:
    document = document_of(name)
    again = reopened(as_owm(document.but(source=None)), tmp_path / "map.owm")
    assert lost(facts(document), facts(again)) == set()
    assert {id: _unlabelled(one) for id, one in again.components.items()} == {
        id: _unlabelled(one) for id, one in document.components.items()
    }
    assert again.model_copy(update={"source": None, "components": {}}) == document.model_copy(
        update={"source": None, "components": {}}
    )


def _unlabelled(component: Component) -> Component:
    """Places of labels are written to a tenth of a pixel; the facts compare them to a unit."""
    evolve = component.evolve
    return component.but(label=None, evolve=evolve.but(label=None) if evolve else None)


_TOLD = {
    "style": ("always draws both axes",),
    "axis names": ("always draws both axes",),
    "kinds": ("has no ecosystems",),
    "addresses": ("address",),
    "methods": ("says less of anchors",),
    "inertia": ("says less of anchors",),
    "labels": ("place of a name", "places of names", "whole pixels"),
    "new names": ("gives no name to what",),
    "new labels": ("gives no name to what",),
    "new methods": ("method of a movement", "methods of movements"),
    "pipelines": ("draws one pipeline for a component",),
    "lengths": ("draws one pipeline for a component", "length"),
    "components": ("in line with their pipeline",),
    "flows": ("all that flows has a direction",),
    "link texts": ("one text on a link",),
    "notes": ("on one line",),
    "annotations": ("annotations without a place", "more place of the one"),
    "annotations box": ("lists annotations at a place",),
    "attitudes": ("areas of attitudes",),
}
"""For each kind of facts what a sentence says that tells of its loss. All others are never lost."""


@pytest.mark.parametrize("name", INDEX, ids=short)
def test_a_map_loses_in_mermaid_only_what_was_told(name: str, tmp_path: Path) -> None:
    document = document_of(name)
    losses = MERMAID.losses(document)
    again = reopened(MERMAID.make(document, ExportOptions()), tmp_path / "map.mmd")
    if any("number" in sentence for sentence in losses):
        again = without_numbers(again, document)
    for kind in lost(facts(document), facts(again)):
        assert any(words in sentence for sentence in losses for words in _TOLD.get(kind, ())), kind


def without_numbers(again: Document, before: Document) -> Document:
    """A map without the numbers that tell namesakes apart."""
    names = {component.name for component in before.components.values()}
    return again.put(
        "components",
        [
            one if one.name in names else one.but(name=re.sub(r" \(\d+\)$", "", one.name))
            for one in again.components.values()
        ],
    )
