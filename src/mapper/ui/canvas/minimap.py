"""The whole page, small, in the corner of the map: where one is on it, and a way to go elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from mapper.drawing.layout import Box
from mapper.ui.canvas.follower import Follower
from mapper.ui.canvas.layer import MapLayer
from mapper.ui.canvas.scenery import Scenery
from mapper.ui.canvas.view import View

WIDEST, HIGHEST = 210, 150
SHARE = 0.3
"""It takes no more than this share of the map's width or height."""
FROM_EDGE = 14
MEND_AFTER = 200
"""So long after the last change it is mended, in milliseconds: while something is dragged, only the map itself is."""
VEIL = 125
"""How much of what is out of sight is covered, of 255."""


class Minimap(QWidget):
    """Seen while a part of the page is out of sight. `moved(right, down)` asks for the map to be shifted so many pixels.

    It keeps a picture of the page and mends only what changed, so that a large map costs no more than a small one.
    """

    moved = Signal(float, float)

    def __init__(self, follower: Follower, parent: QWidget) -> None:
        super().__init__(parent)
        self._follower, self._map = follower, parent
        self._is_wanted = True
        self._seen = View()
        self._scenery: Scenery | None = None
        self._layer = MapLayer(follower.theme.page)
        self._stale: list[Box] | None = []
        self._soon = QTimer(self, interval=MEND_AFTER, singleShot=True)
        self._soon.timeout.connect(self._mend)
        self._grip: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleName("Minimap")
        self.setToolTip("Drag to see another part of the map")
        follower.changed.connect(self._damage)
        self.hide()

    def want(self, is_wanted: bool) -> None:
        """Whether the user wants it at all."""
        self._is_wanted = is_wanted
        self.follow(self._seen)

    def follow(self, seen: View) -> None:
        """The map is seen so now."""
        self._seen = seen
        around = self._map.rect()
        page = self._follower.page
        least, most = seen.to_screen(page.left, page.top), seen.to_screen(page.right, page.bottom)
        hidden = least.x() < -1 or least.y() < -1 or most.x() > around.width() + 1 or most.y() > around.height() + 1
        if not (self._is_wanted and hidden):
            self.hide()
            return
        scale = min(
            min(WIDEST, around.width() * SHARE) / (page.right - page.left),
            min(HIGHEST, around.height() * SHARE) / (page.bottom - page.top),
        )
        size = QSize(max(1, round((page.right - page.left) * scale)), max(1, round((page.bottom - page.top) * scale)))
        if size != self.size() or scale != self._layer.view.scale:
            self.resize(size)
            self._layer.show(View(scale, -page.left * scale, -page.top * scale), size, self.devicePixelRatioF())
        self.move(around.width() - size.width() - FROM_EDGE, around.height() - size.height() - FROM_EDGE)
        self.show()
        self.update()

    @property
    def frame(self) -> QRectF:
        """The part of it that stands for what is in sight."""
        size = self._map.size()
        first, last = self._seen.to_page(QPointF(0, 0)), self._seen.to_page(QPointF(size.width(), size.height()))
        view = self._layer.view
        return QRectF(view.to_screen(first.x(), first.y()), view.to_screen(last.x(), last.y()))

    # Its picture.

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._layer.stamps.ratio != self.devicePixelRatioF():
            self._layer.show(self._layer.view, self.size(), self.devicePixelRatioF())
        scenery, theme = self._follower.scenery, self._follower.theme
        if scenery is not self._scenery:
            self._scenery = scenery
            self._layer.surround = theme.page
            self._layer.damage_all()
        whole = QRectF(self.rect())
        with QPainter(self) as painter:
            self._layer.paint(painter, scenery)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            beside, frame = QPainterPath(), self.frame.intersected(whole)
            beside.addRect(whole)
            beside.addRect(frame)
            veil = QColor(theme.page)
            veil.setAlpha(VEIL)
            painter.fillPath(beside, veil)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.soft), 1))
            painter.drawRect(whole.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawRect(frame.adjusted(1, 1, -1, -1))

    def _damage(self, boxes: list[Box] | None) -> None:
        self._stale = None if boxes is None or self._stale is None else self._stale + boxes
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._mend()

    def _mend(self) -> None:
        stale, self._stale = self._stale, []
        if stale is None:
            self._layer.damage_all()
            self.follow(self._seen)
        elif stale:
            self._layer.damage(stale)
        self.update()

    # The hand on it.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the frame where it is; beside it, the frame comes to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            frame, at = self.frame, event.position()
            self._grip = at - frame.center() if frame.contains(at) else QPointF(0, 0)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._go(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The map below must not zoom about a point that is not under the pointer."""
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()

    def _go(self, at: QPointF) -> None:
        if self._grip is not None:
            way = at - self._grip - self.frame.center()
            grown = self._seen.scale / self._layer.view.scale
            self.moved.emit(-way.x() * grown, -way.y() * grown)
