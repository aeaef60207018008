"""A map as a PNG."""

from __future__ import annotations

import io
import subprocess
import sys

import pytest
from PIL import Image
from PySide6.QtGui import QImage

from mapper.drawing.frame import Frame
from mapper.export.exporter import ExportFailed, ExportOptions
from mapper.files import native
from mapper.model import Component, Document, Id
from mapper.ui import png

MAP = Document(
    title="Tea shop",
    components={Id("tea"): Component(id=Id("tea"), name="Tea", evolution=0.6, visibility=0.5)},
)


def test_the_picture_has_the_size_asked_for_and_shows_the_map(qapp: object) -> None:
    picture = QImage.fromData(png.make(MAP, ExportOptions(scale=0.5)))
    frame = Frame.of(MAP)
    assert (picture.width(), picture.height()) == (frame.width / 2, frame.height / 2)
    ring = picture.pixelColor(round((frame.x(0.6) + 7) / 2), round(frame.y(0.5) / 2))
    assert ring.lightness() < 140
    assert picture.pixelColor(round(frame.x(0.5) / 2), round(frame.y(0.2) / 2)).lightness() > 240


def test_a_dark_picture_is_dark(qapp: object) -> None:
    picture = QImage.fromData(png.make(MAP, ExportOptions(scale=0.5, theme="dark")))
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2).lightness() < 60


def test_a_picture_is_made_where_there_is_no_screen() -> None:
    code = (
        "from mapper.export.exporter import ExportOptions; from mapper.model import Document; from mapper.ui import png;"
        "import sys; sys.stdout.buffer.write(png.make(Document(title='Empty'), ExportOptions(scale=0.5)))"
    )
    environment = {"PATH": "/usr/bin:/bin"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment, timeout=60)
    assert done.stdout.startswith(b"\x89PNG")


def test_a_picture_that_would_be_too_large_is_drawn_smaller_and_says_so(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(png, "MOST_PIXELS", 400_000)
    notes: list[str] = []
    picture = QImage.fromData(png.make(MAP, ExportOptions(scale=2.0, note=notes.append)))
    assert (picture.width(), picture.height()) == (800, 500)
    assert notes == ["The map is so large that its picture is drawn at 50% instead of 200%."]


@pytest.mark.parametrize("scale", [0.49, 8.1, 0, -1, float("nan"), float("inf")])
def test_a_scale_that_makes_no_picture_is_refused(qapp: object, scale: float) -> None:
    with pytest.raises(ExportFailed, match=r"choose a scale from 0\.5 to 8\."):
        png.make(MAP, ExportOptions(scale=scale))


def test_a_transparent_picture_shows_what_is_behind_it(qapp: object) -> None:
    picture = QImage.fromData(png.make(MAP, ExportOptions(scale=0.5, transparent=True)))
    frame = Frame.of(MAP)
    assert picture.pixelColor(1, 1).alpha() == 0
    assert picture.pixelColor(round(frame.x(0.5) / 2), round(frame.y(0.2) / 2)).alpha() == 0
    assert picture.pixelColor(round((frame.x(0.6) + 7) / 2), round(frame.y(0.5) / 2)).alpha() > 100


def test_a_picture_is_as_large_on_paper_whatever_its_scale(qapp: object) -> None:
    small, large = (QImage.fromData(png.make(MAP, ExportOptions(scale=scale))) for scale in (0.5, 2.0))
    assert round(large.dotsPerMeterX() * 0.0254) == 192
    inches = [image.width() / image.dotsPerMeterX() / 0.0254 for image in (small, large)]
    assert inches[0] == pytest.approx(inches[1], rel=0.001)


def test_other_programs_read_a_picture_that_carries_a_map(qapp: object) -> None:
    with Image.open(io.BytesIO(png.make(MAP, ExportOptions(scale=0.5)))) as picture:
        picture.load()
        assert picture.text["Title"] == "Tea shop"
        assert native.parse(picture.text["wardley"].encode(), "carried") == MAP


def test_the_same_map_gives_the_same_bytes(qapp: object) -> None:
    assert png.make(MAP, ExportOptions(scale=0.5)) == png.make(MAP, ExportOptions(scale=0.5))
