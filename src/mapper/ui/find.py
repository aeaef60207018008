"""Finding something on the map: a field over its upper right corner, and below it what was found."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout

from mapper.editor.boxes import box_of
from mapper.editor.finding import Found, find
from mapper.model import Id
from mapper.ui.canvas.canvas import Canvas
from mapper.ui.icons import icon
from mapper.ui.lines import Line, LineList, list_of
from mapper.ui.panels.soon import Soon
from mapper.ui.style.appearance import Appearance

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3)
WALKING = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
MOST_ROWS, WIDTH, MARGIN = 8, 360, 10


class Finder(QFrame):
    """Hidden until it is asked for. What is found stands out on the map while this is open. Enter goes to the next,
    Shift+Enter to the one before, Escape back to the map."""

    def __init__(self, canvas: Canvas, appearance: Appearance) -> None:
        super().__init__(canvas)
        self.setObjectName("over")
        self.hide()
        self._canvas, self._session = canvas, canvas.session
        self.found: tuple[Found, ...] = ()
        self._at = -1
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find on the map")
        self.field.setAccessibleName("Find on the map")
        self.field.setClearButtonEnabled(True)
        self.field.addAction(QAction(icon("search"), "", self.field), QLineEdit.ActionPosition.LeadingPosition)
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.answer = QLabel()
        self.answer.setObjectName("quiet")
        self.lines = LineList(self)
        self.list = list_of(self.lines, "What was found", appearance)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(lambda index: self._go(index.row()))
        self._lay_out()
        self._soon = Soon(self._look_again, 120, self)
        self._session.document_changed.connect(lambda *_: self._soon.ask() if self.isVisible() else None)
        canvas.installEventFilter(self)

    def _lay_out(self) -> None:
        close = QToolButton()
        close.setObjectName("close")
        close.setIcon(icon("close"))
        close.setToolTip("Close (Esc)")
        close.setAccessibleName("Close the search")
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.close_search)
        row = QHBoxLayout()
        row.setSpacing(8)
        for part, stretch in ((self.field, 1), (self.answer, 0), (close, 0)):
            row.addWidget(part, stretch)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(8, 8, 8, 8)
        self._column.setSpacing(6)
        self._column.addLayout(row)
        self._column.addWidget(self.list)

    # What commands ask for.

    def ask(self) -> None:
        """Open, with what was last looked for."""
        self._look_again()
        self._stand()
        self.show()
        self.raise_()
        self.field.selectAll()
        self.field.setFocus()

    def go_on(self, *, forward: bool) -> None:
        """Go to the next of what was found, after the last the first; or the other way round."""
        if not self.field.text().strip():
            self.ask()
            return
        if not self.isVisible():
            self.found = find(self._session.document, self.field.text())
        if self.found:
            before = self._at if self._at >= 0 or forward else 0
            self._go((before + (1 if forward else -1)) % len(self.found))

    def close_search(self) -> None:
        """Leave off; what was gone to last stays selected."""
        self.hide()
        self._mark()
        self._canvas.setFocus()

    # What is found.

    def _look(self) -> None:
        self._at = -1
        self._look_again()

    def _look_again(self) -> None:
        self.found = find(self._session.document, self.field.text())
        self._at = min(self._at, len(self.found) - 1)
        self.lines.show([Line(each.name, each.rest) for each in self.found])
        self._tell()
        self._mark()
        self._stand()

    def _go(self, at: int) -> None:
        """Select one of what was found, and bring it into sight."""
        self._at = at
        id = self.found[at].id
        self._session.select([id])
        self._session.walk.go(id)
        self._canvas.bring_into_view(id)
        self._step_aside(id)
        self._tell()

    def _step_aside(self, id: Id) -> None:
        """Shift the map if what was gone to lies under this."""
        box = box_of(self._session, id)
        at = self._canvas.to_widget(*box.middle).toPoint() if box is not None else None
        if self.isVisible() and at is not None and self.geometry().adjusted(-40, 0, 0, 40).contains(at):
            self._canvas.pan_by(self.x() - 60 - at.x(), 0)

    def _tell(self) -> None:
        """Which of how many, for the eyes and for the ears: the keyboard stays in the field."""
        number, wanted = len(self.found), self.field.text().strip()
        at = f"{self._at + 1} of {number}" if self._at >= 0 else f"{number} found"
        self.answer.setText("" if not wanted else at if number else "Nothing found")
        if self._at >= 0:
            self.list.setCurrentIndex(self.lines.index(self._at))
        words = self.answer.text()
        if self._at >= 0:
            words += f": {self.found[self._at].name}, {self.found[self._at].rest}"
        self.field.setAccessibleDescription(words)
        if self.isVisible() and words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, words))

    def _mark(self) -> None:
        """Let what was found stand out on the map."""
        found = frozenset(each.id for each in self.found) if self.isVisible() or self.field.hasFocus() else frozenset()
        self._session.look(replace(self._session.view, found=found))

    # Keys and room.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._canvas and event.type() is QEvent.Type.Resize:
            self._stand()
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._take(event)
        return super().eventFilter(watched, event)

    def _take(self, event: QKeyEvent) -> bool:
        key, number = event.key(), len(self.found)
        if key == Qt.Key.Key_Escape:
            self.close_search()
        elif key in ENTER:
            self.go_on(forward=not event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.go_on(forward=key == Qt.Key.Key_Down)
        elif key in WALKING and number:
            QApplication.sendEvent(self.list, event)
            self._go(self.list.currentIndex().row())
        else:
            return False
        return True

    def sizeHint(self) -> QSize:
        return QSize(min(WIDTH, self._canvas.width() - 2 * MARGIN), super().sizeHint().height())

    def _stand(self) -> None:
        """At the right, as tall as what was found needs."""
        rows = min(MOST_ROWS, len(self.found))
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(max(1, rows) * max(1, self.list.sizeHintForRow(0)) + 4)
        self._column.activate()
        self.resize(self.sizeHint())
        self.move(self._canvas.width() - self.width() - MARGIN, MARGIN)
