"""A canvas with a map on it, moved by real mouse events as a user's hand would."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QTransform, QWheelEvent

from bench.painting import RawPainter
from mapper.drawing.draw import Scene, picture
from mapper.drawing.layout import Layout
from mapper.drawing.outline import outlines
from mapper.drawing.place import first_layout
from mapper.drawing.themes import WARDLEY
from mapper.editor import Session
from mapper.model import Document, Id
from mapper.ui.canvas.canvas import Canvas

WIDTH, HEIGHT = 1600, 1000
REFINED = 0.2
"""After so many seconds a zoomed map has been painted anew."""

NONE, LEFT, MIDDLE = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
PRESS, MOVE, RELEASE = QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease


class Watched(Canvas):
    """Counts its paints."""

    paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.paints += 1


class Stage:
    """A window of one map. Its names and outlines have simple places: laying out well is measured elsewhere."""

    def __init__(self, document: Document) -> None:
        self.session = Session(document)
        self.session.place(simple_layout(self.session))
        self.canvas = Watched(self.session, WARDLEY)
        self.canvas.resize(WIDTH, HEIGHT)
        self.canvas.show()
        self._wait()
        self._corner = QPointF()
        self.canvas.hovered.connect(self._hovered)

    # Looking.

    def fit(self) -> None:
        self.canvas.fit()
        self._wait()

    def work_at(self, id: Id) -> None:
        """Look at a component as one does at work: at 100 %, in the middle of the window."""
        self.canvas.zoom_to([id])
        self.canvas.actual_size()
        self._wait()

    def raw(self) -> RawPainter:
        """What the canvas shows now, ready to be painted without it."""
        session, scale = self.session, self.canvas.scale
        marks = picture(Scene(session.document, session.frame, WARDLEY, session.layout)).marks()
        corner = self._page_at(QPointF())
        to_pixels = QTransform(scale, 0, 0, scale, -corner.x() * scale, -corner.y() * scale)
        return RawPainter(marks, to_pixels, WIDTH, HEIGHT)

    def at(self, id: Id) -> QPointF:
        """Where a component stands in the window."""
        component, frame = self.session.document.components[id], self.session.frame
        corner, scale = self._page_at(QPointF()), self.canvas.scale
        page = QPointF(frame.x(component.evolution), frame.y(component.visibility))
        return (page - corner) * scale

    # One frame each, from the event to the pixels.

    def repaint(self) -> None:
        """Everything anew, as after a change of the window's size."""
        size = QSize(WIDTH, HEIGHT)
        self._frame(lambda: QCoreApplication.sendEvent(self.canvas, QResizeEvent(size, size)))

    def dragging(self, id: Id, also: Iterable[Id] = ()) -> Callable[[], None]:
        """Take hold of a component, and of what is selected with it; each call drags it on by a frame."""
        self.session.select([id, *also])
        at = self.at(id)
        self._mouse(PRESS, at, LEFT, LEFT)
        self._mouse(MOVE, at + QPointF(12, 6), NONE, LEFT)
        return self._hand(at, LEFT)

    def panning(self) -> Callable[[], None]:
        at = QPointF(WIDTH / 2, HEIGHT / 2)
        self._mouse(PRESS, at, MIDDLE, MIDDLE)
        return self._hand(at, MIDDLE)

    def zooming(self) -> Callable[[], None]:
        """Each call is a step of the wheel that ends at another scale than the one that is painted."""
        turns = itertools.chain([QPoint(0, 120)], itertools.cycle([QPoint(0, 120), QPoint(0, -120)]))
        at = QPointF(WIDTH / 2, HEIGHT / 2)
        keys, phase = Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase

        def turn() -> None:
            event = QWheelEvent(at, at, QPoint(), next(turns), NONE, keys, phase, False)
            self._frame(lambda: QCoreApplication.sendEvent(self.canvas, event))

        return turn

    def let_go(self) -> None:
        """Back out of a drag, and let a pan end."""
        self.session.cancel()
        self._mouse(RELEASE, QPointF(), MIDDLE, NONE)
        self._mouse(RELEASE, QPointF(), LEFT, NONE)
        self._wait()

    def _hand(self, at: QPointF, button: Qt.MouseButton) -> Callable[[], None]:
        ways = itertools.cycle([QPointF(15, 8), QPointF(12, 6)])
        return lambda: self._frame(lambda: self._mouse(MOVE, at + next(ways), NONE, button))

    def _mouse(self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, buttons: Qt.MouseButton) -> None:
        keys = Qt.KeyboardModifier.NoModifier
        QCoreApplication.sendEvent(self.canvas, QMouseEvent(kind, at, at, button, buttons, keys))

    def _frame(self, act: Callable[[], object]) -> None:
        before = self.canvas.paints
        act()
        for _ in range(100):
            QCoreApplication.processEvents()
            if self.canvas.paints > before:
                return
        raise RuntimeError("the canvas did not paint")

    def _wait(self) -> None:
        until = time.monotonic() + REFINED
        while time.monotonic() < until:
            QCoreApplication.processEvents()

    def _page_at(self, point: QPointF) -> QPointF:
        self._mouse(MOVE, point, NONE, NONE)
        return self._corner

    def _hovered(self, point: QPointF | None) -> None:
        if point is not None:
            self._corner = point


def simple_layout(session: Session) -> Layout:
    """Names and outlines without the care that is taken to keep texts apart."""
    document, frame = session.document, session.frame
    return replace(first_layout(document, frame), outlines=outlines(document, frame, document.contracts, 12.0))
