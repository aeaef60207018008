"""A map as a PNG picture. It lives here and not in `export`, because it needs Qt to turn marks into pixels."""

from __future__ import annotations

import math
import os
import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from mapper.drawing.marks import Picture
from mapper.export.exporter import Exporter, ExportFailed, ExportOptions
from mapper.export.pictures import map_picture
from mapper.files.carried.png import with_map
from mapper.files.native import dump
from mapper.model import Document
from mapper.ui import fonts
from mapper.ui.canvas.painter import paint

SCALES = (0.5, 8.0)
"""The least and the most pixels to a page unit."""
MOST_PIXELS = 120_000_000
"""A larger picture would need half a gigabyte; the scale is lowered until it fits."""
UNITS_TO_METRE = 96 / 0.0254
"""A page unit is a pixel of a screen at scale 1, as in an SVG."""


def make(document: Document, options: ExportOptions) -> bytes:
    """The map as a PNG of `options.scale` pixels per page unit. Needs no screen. Raises ExportFailed."""
    application = _application()
    fonts.load()
    image = _painted(map_picture(document, options), options)
    del application
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if image.isNull() or not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise ExportFailed("There is not enough memory for so large a picture: choose a smaller scale.")
    plain = bytes(data.data())
    return with_map(plain, dump(document)) if options.carries_map else plain


def _painted(map_picture: Picture, options: ExportOptions) -> QImage:
    scale = _fitting(map_picture, options)
    kind = QImage.Format.Format_ARGB32_Premultiplied if options.transparent else QImage.Format.Format_RGB32
    image = QImage(math.ceil(map_picture.width * scale), math.ceil(map_picture.height * scale), kind)
    image.setDotsPerMeterX(round(scale * UNITS_TO_METRE))
    image.setDotsPerMeterY(round(scale * UNITS_TO_METRE))
    if image.isNull():
        return image
    image.fill(0)
    image.setText("Title", map_picture.title)
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        paint(painter, map_picture.marks())
    return image


def _fitting(map_picture: Picture, options: ExportOptions) -> float:
    """The scale asked for, or the largest at which a huge map can be drawn. Raises ExportFailed."""
    least, most = SCALES
    if not least <= options.scale <= most:
        raise ExportFailed(
            f"A picture at {options.scale:g} times the map's size is of no use: choose a scale from {least:g} to {most:g}."
        )
    scale = min(options.scale, math.sqrt(MOST_PIXELS / (map_picture.width * map_picture.height)))
    if scale < options.scale:
        options.note(f"The map is so large that its picture is drawn at {scale:.0%} instead of {options.scale:.0%}.")
    return scale


def _application() -> QGuiApplication:
    """Qt draws no letters without an application. On the command line one is made that needs no screen."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(sys.argv[:1])


EXPORTER = Exporter(
    "png",
    "Picture of the map (PNG)",
    ".png",
    make,
    "picture",
    purpose="Pixels; for documents, slides and messages.",
    is_drawn=True,
)
