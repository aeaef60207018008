"""Every format that maps go out in, held against every sample and against maps that are odder than any that people make."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from mapper.data import SAMPLES
from mapper.export import EXPORTERS
from mapper.export.exporter import Exporter, ExportOptions
from mapper.files import native
from mapper.model import Document
from mapper.ui.png import EXPORTER as PNG
from strategies import documents

ALL = (*EXPORTERS, PNG)
FOR_ALL = tuple(one for one in EXPORTERS if one.kind != "pack")
SMALL = ExportOptions(map_only=True, scale=0.5)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("exporter", ALL, ids=lambda exporter: exporter.id)
def test_every_sample_goes_out_in_every_format(exporter: Exporter) -> None:
    for path in sorted(SAMPLES.glob("*.wardley")):
        assert exporter.make(native.load(path), SMALL)


@pytest.mark.parametrize("exporter", ALL, ids=lambda exporter: exporter.id)
def test_the_same_map_gives_the_same_bytes_each_time(exporter: Exporter) -> None:
    document = native.load(SAMPLES / "tea-shop.wardley")
    assert exporter.make(document, SMALL) == exporter.make(document, SMALL)


@pytest.mark.parametrize("exporter", FOR_ALL, ids=lambda exporter: exporter.id)
def test_any_document_goes_out_in_every_format(exporter: Exporter) -> None:
    @settings(max_examples=8)
    @given(document=documents())
    def goes_out(document: Document) -> None:
        assert isinstance(exporter.make(document, SMALL), bytes)
        assert all(sentence.endswith((".", "!")) for sentence in exporter.losses(document))

    goes_out()


@pytest.mark.parametrize("exporter", ALL, ids=lambda exporter: exporter.id)
def test_nothing_is_lost_of_a_map_with_nothing_on_it_but_the_map_itself(exporter: Exporter) -> None:
    assert not any("left out" in sentence for sentence in exporter.losses(Document()))


def test_every_format_has_a_suffix_an_id_and_a_place_of_its_own() -> None:
    assert len({exporter.id for exporter in ALL}) == len({exporter.suffix for exporter in ALL}) == len(ALL)
    assert {exporter.kind for exporter in ALL} == {"pack", "picture", "program"}
