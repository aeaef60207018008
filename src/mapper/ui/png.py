"""A map as a PNG picture. It lives here and not in `export`, because it needs Qt to turn marks into pixels."""

from __future__ import annotations

import math
import os
import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from mapper.drawing.draw import Scene, picture
from mapper.drawing.frame import Frame
from mapper.drawing.marks import Picture
from mapper.drawing.theme import LIGHT, THEMES
from mapper.export.exporter import Exporter, ExportFailed, ExportOptions
from mapper.model import Document
from mapper.ui import fonts
from mapper.ui.canvas.painter import paint

MOST_PIXELS = 120_000_000
"""A larger picture would need half a gigabyte; the scale is lowered until it fits."""


def make(document: Document, options: ExportOptions) -> bytes:
    """The map as a PNG of `options.scale` pixels per page unit. Needs no screen. Raises ExportFailed."""
    from mapper.drawing.place import lay_out

    application = _application()
    fonts.load()
    frame = Frame.of(document)
    theme = THEMES.get(options.theme, LIGHT)
    drawn = _drawn(picture(Scene(document, frame, theme, lay_out(document, frame))), options)
    del application
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if drawn.isNull() or not QImageWriter(buffer, QByteArray(b"png")).write(drawn):
        raise ExportFailed("The picture is too large to be made: choose a smaller scale.")
    return bytes(data.data())


def _drawn(map_picture: Picture, options: ExportOptions) -> QImage:
    fitting = math.sqrt(MOST_PIXELS / (map_picture.width * map_picture.height))
    scale = min(options.scale, fitting)
    if scale < options.scale:
        options.note(f"The map is so large that its picture is drawn at {scale:.0%} instead of {options.scale:.0%}.")
    width, height = math.ceil(map_picture.width * scale), math.ceil(map_picture.height * scale)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(round(scale * 96 / 0.0254))
    image.setDotsPerMeterY(round(scale * 96 / 0.0254))
    if image.isNull():
        return image
    image.setText("Title", map_picture.title)
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        paint(painter, map_picture.marks())
    return image


def _application() -> QGuiApplication:
    """Qt draws no letters without an application. On the command line one is made that needs no screen."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(sys.argv[:1])


EXPORTER = Exporter("png", "PNG picture", ".png", make)
