"""Line icons that take the colour of the text round them, light or dark."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from mapper.data import RESOURCES

SIZE = QSize(20, 20)


class LineIcon(QIconEngine):
    """An SVG of `resources/icons`, drawn in the palette's colour at the moment of painting."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def clone(self) -> QIconEngine:
        return LineIcon(self._name)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        _renderer(self._name, _colour(mode, state)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return made


def icon(name: str) -> QIcon:
    """The icon of this name."""
    return QIcon(LineIcon(name))


def paint_icon(name: str, colour: QColor, painter: QPainter, place: QRect) -> None:
    """Draw the icon of this name in a colour of its own."""
    _renderer(name, colour).render(painter, QRectF(place))


def has_icon(name: str) -> bool:
    return (RESOURCES / "icons" / f"{name}.svg").is_file()


def _colour(mode: QIcon.Mode, state: QIcon.State) -> QColor:
    palette = QGuiApplication.palette()
    if mode is QIcon.Mode.Disabled:
        return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
    if state is QIcon.State.On:
        return palette.color(QPalette.ColorRole.Accent)
    return palette.color(QPalette.ColorRole.WindowText)


def _renderer(name: str, colour: QColor) -> QSvgRenderer:
    return _coloured(name, colour.name())


@lru_cache(maxsize=256)
def _coloured(name: str, colour: str) -> QSvgRenderer:
    source = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(source.replace("currentColor", colour).encode()))
