"""A map as a PNG."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtGui import QImage

from mapper.drawing.frame import Frame
from mapper.export.exporter import ExportOptions
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
    picture = QImage.fromData(png.make(MAP, ExportOptions(scale=0.25, theme="dark")))
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2).lightness() < 60


def test_a_picture_is_made_where_there_is_no_screen() -> None:
    code = (
        "from mapper.export.exporter import ExportOptions; from mapper.model import Document; from mapper.ui import png;"
        "import sys; sys.stdout.buffer.write(png.make(Document(title='Empty'), ExportOptions(scale=0.25)))"
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
