"""Small pictures of maps, drawn beside the window: the shapes alone, with lines that can be seen at that size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from mapper.drawing.draw import Scene, Show, picture
from mapper.drawing.frame import Frame
from mapper.drawing.marks import Circle, Clipped, Line, Mark, Picture, Rectangle, Stroke
from mapper.drawing.marks import Path as Outline
from mapper.drawing.themes import theme_of
from mapper.files.native import load
from mapper.ui.canvas.painter import paint

LAYERS = frozenset({"ground", "areas", "fills", "gaps", "pipelines", "links", "crossings", "outlines", "components"})
BOLDER = 2.2
SHOW = Show(labels=False, legend=False, interfaces=False, notes=False, headline=False)


def thumbnail(path: Path, theme: str, size: QSize) -> QImage:
    """A map in a picture of this size. Raises FileProblem. Slow: it loads what finding places needs."""
    from mapper.drawing.place import lay_out

    document = load(path)
    frame = Frame.of(document)
    shown = theme_of(document, theme)
    drawn = picture(Scene(document, frame, shown, lay_out(document, frame, SHOW), SHOW))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(shown.plot))
    with QPainter(image) as painter:
        painter.scale(size.width() / frame.plot_width, size.height() / frame.plot_height)
        painter.translate(-frame.left, -frame.top)
        paint(painter, _shapes(drawn))
    return image


def rounded(image: QImage, radius: float) -> QImage:
    """The picture with round corners."""
    made = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(image)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(made.rect(), radius, radius)
    return made


def _shapes(drawn: Picture) -> Iterator[Mark]:
    """Everything but words, bolder."""
    for layer in drawn.layers:
        if layer.name in LAYERS:
            for part in layer.drawn:
                yield from (bold for mark in part.marks if (bold := _bolder(mark)) is not None)


def _bolder(mark: Mark) -> Mark | None:
    match mark:
        case Line(stroke=stroke):
            return replace(mark, stroke=_thicker(stroke))
        case Circle(stroke=stroke, radius=radius):
            return replace(mark, radius=radius * 1.6, stroke=_thicker(stroke) if stroke else None)
        case Outline(stroke=stroke) | Rectangle(stroke=stroke):
            return replace(mark, stroke=_thicker(stroke) if stroke else None)
        case Clipped():
            return mark
    return None


def _thicker(stroke: Stroke) -> Stroke:
    return replace(stroke, width=stroke.width * BOLDER, dash=tuple(length * BOLDER for length in stroke.dash))
