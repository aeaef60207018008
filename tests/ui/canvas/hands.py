"""A small map, and hands to work a canvas with: real events through Qt."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mapper.drawing.where import centre
from mapper.editor import Session
from mapper.model import Component, Contract, Document, Evolve, Id, Link, Plan
from mapper.ui.canvas.canvas import Canvas

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


def tea_shop() -> Document:
    """Four components in a chain; tea and water are in a contract, the kettle is to evolve."""
    components = [
        Component(id=Id("cup"), name="Cup of tea", evolution=0.55, visibility=0.85),
        Component(id=Id("tea"), name="Tea", evolution=0.60, visibility=0.55),
        Component(id=Id("water"), name="Hot water", evolution=0.75, visibility=0.50),
        Component(id=Id("kettle"), name="Kettle", evolution=0.30, visibility=0.25, evolve=Evolve(evolution=0.5)),
    ]
    links = [("cup", "tea"), ("cup", "water"), ("water", "kettle")]
    contract = Contract(id=Id("c1"), ref="C1", title="Supplies", members=(Id("tea"), Id("water")))
    plan = Plan(id=Id("plan"), contracts={contract.id: contract})
    return Document(
        title="Tea shop",
        components={component.id: component for component in components},
        links={(id := Id(f"{one}-{other}")): Link(id=id, source=Id(one), target=Id(other)) for one, other in links},
        plans={plan.id: plan},
        active_plan=plan.id,
    )


class Hands:
    """A user at the canvas. Places are ids of components or points of the widget."""

    def __init__(self, canvas: Canvas, qtbot: QtBot) -> None:
        self.canvas = canvas
        self.session = canvas.session
        self.qtbot = qtbot

    def place(self, at: str | QPointF) -> QPointF:
        """A point of the widget: itself, or a component's middle."""
        if isinstance(at, QPointF):
            return at
        session = self.session
        x, y = centre(session.document.components[Id(at)], session.document, session.frame)
        return self.canvas.to_widget(x, y)

    def press(self, at: str | QPointF, keys: Qt.KeyboardModifier = NONE) -> None:
        self._mouse(QEvent.Type.MouseButtonPress, self.place(at), LEFT, LEFT, keys)

    def move(self, to: QPointF, keys: Qt.KeyboardModifier = NONE, held: Qt.MouseButton = LEFT) -> None:
        self._mouse(QEvent.Type.MouseMove, to, Qt.MouseButton.NoButton, held, keys)
        QApplication.processEvents()

    def release(self, at: QPointF, keys: Qt.KeyboardModifier = NONE) -> None:
        self._mouse(QEvent.Type.MouseButtonRelease, at, LEFT, Qt.MouseButton.NoButton, keys)
        QApplication.processEvents()

    def click(self, at: str | QPointF, keys: Qt.KeyboardModifier = NONE) -> None:
        self.press(at, keys)
        self.release(self.place(at), keys)

    def double_click(self, at: QPointF) -> None:
        self.click(at)
        self._mouse(QEvent.Type.MouseButtonDblClick, at, LEFT, LEFT, NONE)
        self.release(at)

    def drag(
        self, start: str | QPointF, *ways: QPointF, keys: Qt.KeyboardModifier = NONE, drop: bool = True
    ) -> QPointF:
        """Press at a place and go several ways from it, in four steps each; answers with where it ended."""
        at = self.place(start)
        self.press(at, keys)
        for way in ways:
            begin = QPointF(at)
            for step in range(1, 5):
                at = begin + way * (step / 4)
                self.move(at, keys)
        if drop:
            self.release(at, keys)
        return at

    def wheel(self, at: QPointF, notches: float, keys: Qt.KeyboardModifier = NONE) -> None:
        turned = QPoint(0, round(120 * notches))
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        where = self.canvas.mapToGlobal(at)
        QApplication.sendEvent(self.canvas, QWheelEvent(at, where, QPoint(), turned, buttons, keys, phase, False))

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.canvas, key)
        QApplication.processEvents()

    def type_name(self, text: str, end: Qt.Key) -> None:
        """Type into the field that has opened, and end with a key."""
        field = QApplication.focusWidget()
        assert field is not None
        assert field is not self.canvas
        QTest.keyClicks(field, text)
        QTest.keyClick(field, end)
        QApplication.processEvents()

    def settle(self) -> None:
        """Wait until labels and outlines have found their places."""
        self.qtbot.waitUntil(lambda: self.canvas.is_laid_out, timeout=20_000)
        QApplication.processEvents()

    def picture(self) -> QImage:
        return self.canvas.grab().toImage()

    def _mouse(
        self, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, held: Qt.MouseButton, keys: Qt.KeyboardModifier
    ) -> None:
        QApplication.sendEvent(self.canvas, QMouseEvent(kind, at, self.canvas.mapToGlobal(at), button, held, keys))


MakeHands = Callable[[Session], Hands]


def differing(one: QImage, other: QImage, beyond: int = 0) -> int:
    """In how many places, of three colours a pixel, two pictures are further apart than so many levels."""
    assert one.size() == other.size()
    # With four bytes a pixel no row ends in bytes that mean nothing.
    images = [image.convertToFormat(QImage.Format.Format_RGBX8888) for image in (one, other)]
    left, right = (bytes(image.constBits()) for image in images)  # the images outlive the look at their memory
    return 0 if left == right else sum(abs(a - b) > beyond for a, b in zip(left, right, strict=True))
