"""What shows where the keyboard is: a ring round the current thing, or one round the map where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from mapper.drawing.marks import Stroke
from mapper.editor.boxes import box_of
from mapper.model import Id
from mapper.ui.canvas.items import Item, PathItem
from mapper.ui.canvas.styles import style_of

if TYPE_CHECKING:
    from mapper.ui.canvas.canvas import Canvas
    from mapper.ui.canvas.overlay import Overlay

AWAY, LEAST = 10.0, 13.0
"""How far outside a thing its ring lies, beyond the ring of the selection, and the least half of its side, in pixels."""
ROUND_NAME = (6.0, 3.0)
"""How far beside and above a name that stands by its symbol the ring lies, which would else cover it, in pixels."""
MARGIN = 40.0
"""Whatever the keyboard goes to is brought so far into sight."""
KEYS = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


class FocusRing:
    """Square where the selection's ring is round, and in the colour of the text: it is seen on the selection too."""

    def __init__(self, canvas: Canvas, overlay: Overlay) -> None:
        self._canvas = canvas
        self._overlay = overlay
        self._walk = canvas.session.walk
        self._walk.changed.connect(self._moved)
        self._is_edged = False

    def items(self) -> Iterator[Item]:
        """What lies over the map, in pixels of the widget."""
        current = self._walk.current
        area = self._area(current) if current is not None and self._is_shown else None
        if area is not None:
            path = QPainterPath()
            path.addRoundedRect(area, 5, 5)
            theme = self._overlay.theme
            yield PathItem(style_of(None, Stroke(theme.casing, 5.5)), path)
            yield PathItem(style_of(None, Stroke(theme.ink, 2.5)), path)

    def paint_edge(self, painter: QPainter) -> None:
        """Round the whole map, while the keyboard is at nothing on it."""
        self._is_edged = self._is_shown and self._walk.current is None
        if self._is_edged:
            painter.setPen(QPen(QColor(self._overlay.theme.accent), 2.0))
            painter.drawRect(QRectF(self._canvas.rect()).adjusted(1, 1, -1, -1))

    def enter(self, reason: Qt.FocusReason) -> None:
        """The keyboard has come to the map."""
        if reason in KEYS:
            self._walk.show(by_keyboard=True)
        self._canvas.update()

    @property
    def _is_shown(self) -> bool:
        return self._walk.is_shown and self._canvas.hasFocus()

    def _area(self, id: Id) -> QRectF | None:
        """A thing and its name, if that stands beside it. Of a link only its middle: a box round all of it would be a box
        round half of the map."""
        box = box_of(self._canvas.session, id)
        if box is None:
            return None
        to_widget = self._canvas.to_widget
        area = QRectF(to_widget(box.left, box.top), to_widget(box.right, box.bottom))
        if id in self._canvas.session.document.links:
            area = QRectF(area.center(), area.center())
        across, down = (max(LEAST, side / 2 + AWAY) for side in (area.width(), area.height()))
        around = QRectF(area.center() - QPointF(across, down), area.center() + QPointF(across, down))
        name = self._name(id)
        return around.united(name) if name is not None and around.intersects(name) else around

    def _name(self, id: Id) -> QRectF | None:
        session, to_widget = self._canvas.session, self._canvas.to_widget
        label = session.layout.labels.get(id)
        if label is None or "labels" in session.view.hidden:
            return None
        aside, above = ROUND_NAME
        name = QRectF(to_widget(label.box.left, label.box.top), to_widget(label.box.right, label.box.bottom))
        return name.adjusted(-aside, -above, aside, above)

    def _moved(self) -> None:
        current = self._walk.current
        if current is not None and self._is_shown:
            self.bring_into_view(current)
        self._canvas.refresh_overlay()
        if self._is_edged or current is None:
            self._canvas.update()

    def bring_into_view(self, id: Id) -> None:
        """Shift the map so that a thing is seen."""
        area = self._area(id)
        if area is not None:
            room = QRectF(self._canvas.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
            right = _shift(area.left(), area.right(), room.left(), room.right())
            down = _shift(area.top(), area.bottom(), room.top(), room.bottom())
            if right or down:
                self._canvas.pan_by(right, down)


def _shift(low: float, high: float, least: float, most: float) -> float:
    """How far to shift what lies between two places so that it, or at least its beginning, lies within room."""
    if low < least or high - low > most - least:
        return max(0.0, least - low) or min(0.0, least - low)
    return min(0.0, most - high)
