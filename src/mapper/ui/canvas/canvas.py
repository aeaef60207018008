"""The map under the user's hands."""

from __future__ import annotations

import gc
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from mapper.commands.context import place_of
from mapper.drawing.theme import Theme
from mapper.editor import Pointer, Session
from mapper.editor.hit import REACH, Hit, hit
from mapper.editor.tools.nudging import finish_nudging
from mapper.model import Id
from mapper.ui.accessible.ring import FocusRing
from mapper.ui.accessible.voice import Voice
from mapper.ui.canvas.hands import CURSORS, pointer_of, turn_of
from mapper.ui.canvas.items import Item
from mapper.ui.canvas.looking import Looking
from mapper.ui.canvas.mapview import MapView
from mapper.ui.canvas.minimap import Minimap
from mapper.ui.canvas.naming import NameField
from mapper.ui.canvas.offer import OfferButton


class Canvas(MapView):
    """`hovered(point)` says where on the page the pointer is (None once it has left), `readout(words)` where what is
    dragged stands ("" when nothing is), `menu_asked(point, about)` that a menu is wanted at a point
    of the screen, about a place of `commands.context`.
    """

    hovered = Signal(object)
    readout = Signal(str)
    menu_asked = Signal(QPoint, str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(session, theme, parent)
        self._hover: Hit | None = None
        self._at = QPointF()
        self._is_under_mouse = False
        self._words = ""
        self._panned_from: QPointF | None = None
        self._is_space_down = False
        self._is_busy = False
        self._name_field = NameField(session, self)
        self._ring = FocusRing(self, self._overlay)
        self.voice = Voice(self)
        self._offer = OfferButton(session, self)
        self.minimap = Minimap(self._follower, self)
        self.looked.connect(self.minimap.follow)
        self.minimap.moved.connect(self.pan_by)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName("Map")
        self.setAccessibleDescription("The Wardley map: components by evolution and visibility, with their contracts")
        session.selection_changed.connect(self._session_changed)
        session.tool_changed.connect(self._session_changed)
        session.view_changed.connect(self._session_changed)
        self._looking = Looking(self, self._follower)
        session.naming_asked.connect(self._ask_name)

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press(event, double=False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._press(event, double=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._panned_from is not None:
            way, self._panned_from = event.position() - self._panned_from, event.position()
            self.pan_by(way.x(), way.y())
            return
        at = pointer_of(event, self._view)
        self._at, self._is_under_mouse = event.position(), True
        self._do(lambda: self.session.move(at))
        is_idle = event.buttons() == Qt.MouseButton.NoButton
        self._hover_over(hit(self.session, at) if is_idle else None)
        self.hovered.emit(QPointF(at.x, at.y))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._panned_from is not None:
            self._panned_from = None
            self._show_cursor()
        elif event.button() == Qt.MouseButton.LeftButton:
            gc.enable()
            at = pointer_of(event, self._view)
            self._do(lambda: self.session.release(at))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._is_under_mouse = False
        self._hover_over(None)
        self.hovered.emit(None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What is under the pointer is selected, so that the menu is about it; by keyboard, what one stands on."""
        session, found, place = self.session, None, event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            at = self._view.to_page(event.pos())
            found = hit(session, Pointer(at.x(), at.y(), REACH / self.scale))
            if found is None or found.id not in session.selection:
                session.select([] if found is None else [found.id])
        elif (current := session.walk.current) is not None:
            if current not in session.selection:
                session.select([current])
            if boxes := self._follower.boxes([current]):
                place = self.mapToGlobal(self._view.area(boxes[0]).center().toPoint())
        self.menu_asked.emit(place, place_of(session, found))

    def _press(self, event: QMouseEvent, *, double: bool) -> None:
        button = event.button()
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self._is_space_down):
            self._panned_from = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif button == Qt.MouseButton.LeftButton:
            gc.disable()  # a full collection would hold up a frame of the drag
            self._hover = None
            self.session.walk.show(by_keyboard=False)
            at = pointer_of(event, self._view, double=double)
            self._do(lambda: self.session.press(at))

    # Wheel, touchpad, touch screen.

    def wheelEvent(self, event: QWheelEvent) -> None:
        turn = turn_of(event)
        if turn.pan is not None:
            self.pan_by(turn.pan.x(), turn.pan.y())
        else:
            self.zoom_by(turn.factor, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom_by(1 + event.value(), event.position())
            return True
        if isinstance(event, QGestureEvent):
            pinch = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(pinch, QPinchGesture):
                self.zoom_by(pinch.scaleFactor(), QPointF(self.mapFromGlobal(pinch.centerPoint())))
            return True
        return super().event(event)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._do(self.session.cancel)
        elif event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self._is_space_down = True
                self._show_cursor()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_down = False
            self._show_cursor()
        else:
            if not event.isAutoRepeat():
                finish_nudging(self.session)
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.enter(event.reason())
        self.voice.focused()
        self.refresh_overlay()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._is_space_down = False
        finish_nudging(self.session)
        self.voice.focused()
        self.refresh_overlay()
        self.update()

    # What the session shows of itself.

    def overlay_items(self) -> list[Item]:
        items = self._overlay.items(self._hover, self._words, self._at, QRectF(self.rect()))
        return [*self._overlay.bands(self.session.view.found), *items, *self._ring.items()]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter:
            self._ring.paint_edge(painter)

    def bring_into_view(self, id: Id) -> None:
        """Shift the map so that this thing is seen."""
        self._ring.bring_into_view(id)

    def to_page(self, point: QPoint) -> QPointF:
        """Where on the page a point of the widget is."""
        return self._view.to_page(point)

    @property
    def pointer(self) -> QPointF | None:
        """Where on the page the mouse is; None if it is elsewhere."""
        return self._view.to_page(self._at) if self._is_under_mouse else None

    def refresh_overlay(self) -> None:
        if not self._is_busy:
            super().refresh_overlay()
            self._offer.follow(self._view)

    def _do(self, act: Callable[[], None]) -> None:
        """Let the session act; what that changes over the map is worked out once, at the end."""
        self._is_busy = True
        try:
            act()
        finally:
            self._is_busy = False
        words = self.session.readout() or ""
        if words != self._words:
            self._words = words
            self.readout.emit(words)
        self._show_cursor()
        self.refresh_overlay()

    def _session_changed(self, *_: object) -> None:
        self._show_cursor()
        self.refresh_overlay()

    def _hover_over(self, found: Hit | None) -> None:
        if found != self._hover:
            self._hover = found
            self.refresh_overlay()

    def _show_cursor(self) -> None:
        if self._panned_from is not None:
            return
        shape = Qt.CursorShape.OpenHandCursor if self._is_space_down else CURSORS[self.session.tool.cursor]
        if self.cursor().shape() != shape:
            self.setCursor(shape)

    def _ask_name(self, id: Id) -> None:
        self._name_field.ask(id, self._follower.layout, self._view)
