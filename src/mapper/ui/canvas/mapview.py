"""The map in a widget: shows what a session holds, pans and zooms. What hands do to it is in `canvas.py`."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from mapper.drawing.draw import Show
from mapper.drawing.layout import Box, Point
from mapper.drawing.theme import Theme
from mapper.editor import Session
from mapper.model import Id
from mapper.ui import fonts
from mapper.ui.canvas.follower import Follower
from mapper.ui.canvas.items import Item, paint_items
from mapper.ui.canvas.layer import MapLayer
from mapper.ui.canvas.lift import Lift
from mapper.ui.canvas.overlay import Overlay, pixels_of
from mapper.ui.canvas.stamps import Stamps
from mapper.ui.canvas.view import View

REFINE_AFTER = 90
"""So long after the last step of a zoom the map is painted anew, in milliseconds."""
CLOSEST = 2.0
"""Zooming to records goes no closer than this."""


class MapView(QWidget):
    """`zoomed(scale)` says that the scale changed, in pixels per page unit; `looked(view)` that another part is seen."""

    zoomed = Signal(float)
    looked = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        fonts.load()
        self.session = session
        self._view = View()
        self._is_fitted = True
        self._follower = Follower(session, theme, self)
        self._layer = MapLayer(theme.page)
        self._overlay = Overlay(session, theme)
        self._over: list[Item] = []
        self._over_stamps = Stamps(1.0, 1.0)
        self._refining = QTimer(self, interval=REFINE_AFTER, singleShot=True)
        self._refining.timeout.connect(self._refine)
        self._touched = QRect()
        self._lift: Lift | None = None
        self._lift_area = QRect()
        self._way: Point | None = None
        self._follower.changed.connect(self._damage)
        self._follower.carried.connect(self._carried)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(240, 160)

    # What is seen.

    @property
    def scale(self) -> float:
        """Logical pixels per page unit."""
        return self._view.scale

    @property
    def is_laid_out(self) -> bool:
        """Whether labels and outlines have found their places for the document in hand."""
        return self._follower.is_laid_out

    def to_widget(self, x: float, y: float) -> QPointF:
        """Where a point of the page is in the widget."""
        return self._view.to_screen(x, y)

    def set_theme(self, theme: Theme) -> None:
        self._layer.surround = theme.page
        self._overlay.theme = theme
        self._follower.set_theme(theme)
        self._repaint()

    def set_show(self, show: Show) -> None:
        """Show other parts of the map."""
        self._follower.set_show(show)
        self._repaint()

    def fit(self) -> None:
        """Show the whole page, and go on doing so when the widget is resized, until the user zooms or pans."""
        self._look(View.showing(self._page(), self.width(), self.height()))
        self._is_fitted = True

    def zoom_by(self, factor: float, center: QPointF | None = None) -> None:
        """Larger or smaller about a point of the widget, or about its middle."""
        about = QPointF(self.width() / 2, self.height() / 2) if center is None else center
        self._look(self._view.zoomed(factor, about))

    def zoom_to(self, ids: Iterable[Id]) -> None:
        """Show these records as large as they fit; nothing happens if none of them is on the map."""
        boxes = self._follower.boxes(ids)
        if boxes:
            around = Box(
                min(box.left for box in boxes) - 40,
                min(box.top for box in boxes) - 40,
                max(box.right for box in boxes) + 40,
                max(box.bottom for box in boxes) + 40,
            )
            self._look(View.showing(around, self.width(), self.height(), CLOSEST))

    def actual_size(self) -> None:
        """A page unit becomes a logical pixel."""
        self.zoom_by(1 / self.scale)

    def pan_by(self, right: float, down: float) -> None:
        """Shift the map under the widget, in logical pixels."""
        self._look(self._view.panned(right, down))

    def _page(self) -> Box:
        """What is fitted into the widget."""
        return self._follower.page

    def _look(self, view: View) -> None:
        view, before = view.snapped(), self._view
        self._is_fitted = False
        if view == before:
            return
        self._view = view
        if view.scale != self._layer.view.scale:
            self._refining.start()
        else:
            self._refining.stop()
            self._layer.pan(view)
            self._lift = None
        self.refresh_overlay()
        self.update()
        if view.scale != before.scale:
            self.zoomed.emit(view.scale)
        self.looked.emit(view)

    def _refine(self) -> None:
        self._refining.stop()
        self._lift = None
        self._layer.show(self._view, self.size(), self.devicePixelRatioF())
        self.update()

    # What is painted.

    def refresh_overlay(self) -> None:
        """Work out anew what lies over the map, and have the pixels painted that it covers or did cover."""
        self._overlay.view, self._overlay.layout = self._view, self._follower.layout
        old, self._over = self._over, self.overlay_items()
        covered = QRect()
        for item in old + self._over:
            covered |= pixels_of(item)
        self._touch(covered)

    def overlay_items(self) -> list[Item]:
        """What lies over the map; whoever adds hands to the map shows more."""
        return self._overlay.items(None, "", QPointF(), QRectF(self.rect()))

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatioF()
        if ratio != self._layer.stamps.ratio:
            self._layer.show(self._view, self.size(), ratio)
        if ratio != self._over_stamps.ratio:
            self._over_stamps = Stamps(1.0, ratio)
        self._touched = QRect()
        with QPainter(self) as painter:
            if self._refining.isActive():
                self._layer.paint_stretched(painter, self._view)
            else:
                self._layer.paint(painter, self._follower.scenery)
            if self._way is not None and not self._refining.isActive() and (lift := self._lifted(self._way)):
                lift.paint(painter)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_items(painter, self._over, self._over_stamps)
        self._follower.painted()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._is_fitted:
            self._view = View.showing(self._page(), self.width(), self.height())
            self.zoomed.emit(self.scale)
        self._refine()
        self.refresh_overlay()
        self.looked.emit(self._view)

    def _touch(self, pixels: QRect) -> None:
        """Have some pixels painted soon, in one rectangle with all others: copying many is quicker than clipping."""
        self._touched = self._touched | pixels & self.rect()
        self.update(self._touched)

    def _damage(self, boxes: list[Box] | None) -> None:
        """Parts of the page look different; None is all of it."""
        if boxes is None:
            if self._is_fitted:
                self.fit()
            self._repaint()
        else:
            self._touch(self._layer.damage(boxes).boundingRect())
            self.refresh_overlay()

    def _carried(self, way: Point | None) -> None:
        self._way, before = way, self._lift_area
        carry = self._follower.carry
        self._overlay.carried = carry.rigid if carry is not None else frozenset()
        if way is None or (lift := self._lifted(way)) is None:
            self._lift, self._lift_area = None, QRect()
        else:
            self._lift_area = lift.go(way)
        self._touch(before | self._lift_area)
        self.refresh_overlay()

    def _lifted(self, way: Point) -> Lift | None:
        """The picture of what is carried, made when it is first wanted in a view."""
        carry = self._follower.carry
        if self._lift is None and carry is not None:
            rings = self._overlay.rings(carry.rigid & self.session.selection)
            self._lift = Lift(carry, self._follower.scenery, self.session.frame, self._layer, self.rect())
            self._lift.add(rings, way)
            self._lift_area = self._lift.go(way)
        return self._lift

    def _repaint(self) -> None:
        self._layer.damage_all()
        self.refresh_overlay()
        self.update()
