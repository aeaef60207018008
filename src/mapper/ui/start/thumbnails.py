"""Small pictures of maps, drawn beside the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from mapper.files.native import load


def thumbnail(path: Path, theme: str, size: QSize) -> QImage:
    """A map in a picture of this size. Raises FileProblem. Slow: loads what drawing needs."""
    from mapper.drawing.draw import Scene, Show, picture
    from mapper.drawing.frame import Frame
    from mapper.drawing.place import lay_out
    from mapper.drawing.theme import THEMES
    from mapper.ui.canvas.painter import paint

    document = load(path)
    frame = Frame.of(document)
    show = Show(labels=False, legend=False, interfaces=False, methods=False)
    layout = lay_out(document, frame, show)
    drawn = picture(Scene(document, frame, THEMES[theme], layout, show))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(THEMES[theme].page))
    scale = max(size.width() / frame.width, size.height() / frame.height)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        paint(painter, drawn.marks())
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
