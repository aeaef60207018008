"""Maps as text for OnlineWardleyMaps: nothing is left out, and what stays unseen there is told."""

from __future__ import annotations

from mapper.data import SAMPLES
from mapper.export.exporter import ExportOptions
from mapper.export.owm import OWM
from mapper.files.content import Content
from mapper.files.native import load
from mapper.files.owm import OWM as IN
from mapper.model import BLANK, Source, SourceLine

SAMPLE = load(SAMPLES / "childcare-licensing.wardley")


def test_contracts_come_back_from_the_text_and_are_told_to_stay_unseen() -> None:
    text = OWM.make(SAMPLE, ExportOptions())
    again = IN.read(Content(text, "map.owm"), {}).document
    contracts = SAMPLE.contracts.values()
    assert [one.title for one in again.contracts.values()] == [one.title for one in contracts]
    assert (
        "13 contracts and 17 interfaces travel in comment lines, which OnlineWardleyMaps does not draw."
        in OWM.losses(SAMPLE)
    )


def test_a_text_goes_out_in_the_encoding_that_it_came_in() -> None:
    line = SourceLine(text="title Café\r\n")
    document = BLANK.but(title="Café", source=Source(encoding="utf-16-le", lines=(line,)))
    data = OWM.make(document, ExportOptions())
    assert data.startswith(b"\xff\xfe")
    assert Content(data, "map.owm").text == "title Café\r\n"


def test_a_bare_map_loses_nothing() -> None:
    assert OWM.losses(BLANK) == ()


def test_a_blank_map_goes_out_as_a_text_that_opens_again() -> None:
    text = OWM.make(BLANK, ExportOptions())
    assert IN.read(Content(text, "map.owm"), {}).document.but(source=None) == BLANK
