"""The text under the user's hands: keys, wheel, clicks, offers, tooltips."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontDatabase,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QToolTip, QWidget

from mapper.ui.style.tones import Tones
from mapper.ui.text import linework
from mapper.ui.text.completion import Completion
from mapper.ui.text.places import characters
from mapper.ui.text.sheet import Sheet

SMALLEST, LARGEST = 6.0, 40.0
"""The limits of zooming, in points."""
LINE_KEYS: dict[str, Callable[[QPlainTextEdit], None]] = {
    "Return": linework.break_line,
    "Enter": linework.break_line,
    "Shift+Return": linework.break_line,
    "Tab": linework.indent,
    "Shift+Backtab": linework.outdent,
    "Ctrl+/": linework.toggle_comment,
    "Alt+Up": linework.move_up,
    "Alt+Down": linework.move_down,
    "Ctrl+Shift+/": linework.toggle_comment,
    "Ctrl+D": linework.duplicate,
    "Alt+Shift+Down": linework.duplicate,
}
ASKING_KEYS = {
    "Ctrl+Z": "undo",
    "Ctrl+Shift+Z": "redo",
    "Ctrl+Y": "redo",
    "F12": "go-to-component",
    "F8": "next-problem",
    "Shift+F8": "previous-problem",
    "Ctrl+F": "find",
    "F3": "find-next",
    "Esc": "leave",
    "F6": "leave",
}
"""What the field cannot do by itself; `asked` bears the word."""
OFFERS, FOLD = "Ctrl+Space", "Ctrl+."
MENU = (("Undo", "undo"), ("Redo", "redo"), ("Go to component", "go-to-component"), ("Find…", "find"))
TYPED = {"Return", "Enter", "Shift+Return", "Tab"}
"""Line keys that are part of typing, not a step of their own."""


class ScriptField(Sheet):
    """`paused` says that what was done and what follows are two steps, `rested` that the user went elsewhere.

    `asked(word)` is one of `ASKING_KEYS`. `tip(line, column)` gives the words of a tooltip, as plain text.
    """

    paused = Signal()
    rested = Signal()
    asked = Signal(str)

    def __init__(self, tones: Tones, parent: QWidget | None = None) -> None:
        super().__init__(tones, parent)
        self._zoom = 0
        self.tip: Callable[[int, int], str] = lambda _line, _column: ""
        self.completion = Completion(self)
        self.completion.about_to_write.connect(self.paused)
        self.completion.written.connect(self.paused)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.setAccessibleName("Text of the map")
        self.setAccessibleDescription(
            "The map in the language of OnlineWardleyMaps. Tab puts in blanks; Escape or F6 goes back to the map."
        )

    @property
    def zoom(self) -> int:
        """How many points larger the letters are than the system's are."""
        return self._zoom

    @zoom.setter
    def zoom(self, points: int) -> None:
        font = _letters()
        size = font.pointSizeF()
        font.setPointSizeF(min(LARGEST, max(SMALLEST, size + points)))
        self._zoom = round(font.pointSizeF() - size)
        self.setFont(font)
        self.fit_margin()

    def set_tones(self, tones: Tones) -> None:
        super().set_tones(tones)
        self.zoom = self._zoom  # another style sheet takes letters back to what they were at first

    # Keys.

    def event(self, event: QEvent) -> bool:
        """Keys that mean something in the text are not the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if _pressed(event) in _MEANT:
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _pressed(event) in _MEANT:
            # Qt would take Tab for itself before `keyPressEvent` is asked.
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.completion.press(event):
            return
        key = _pressed(event)
        if key in LINE_KEYS:
            self._work(key)
        elif key in ASKING_KEYS:
            self.completion.hide()
            self.asked.emit(ASKING_KEYS[key])
        elif key == OFFERS:
            self.completion.ask()
        elif key == FOLD:
            self.turn_fold(self.place[0])
        else:
            if event.text() == "}":
                if linework.type_over(self):
                    return
                linework.step_out(self)
            super().keyPressEvent(event)
            self.completion.follow(event)

    def _work(self, key: str) -> None:
        self.completion.hide()
        if key not in TYPED:
            self.paused.emit()
        LINE_KEYS[key](self)
        if key not in TYPED:
            self.paused.emit()

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """A file that is dropped here is opened by the window."""
        return not source.hasUrls() and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted is text, and a step."""
        self.paused.emit()
        self.insertPlainText(source.text())
        self.ensureCursorVisible()
        self.paused.emit()

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.completion.hide()
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.asked.emit("go-to-component")

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom += 1 if event.angleDelta().y() > 0 else -1
            event.accept()
        else:
            self.completion.hide()
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cursor = self.cursorForPosition(event.pos())
            line, column = cursor.blockNumber(), characters(cursor.block().text(), cursor.positionInBlock())
            # Qt would read a stranger's words as markup.
            words = escape(self.tip(line, column))
            QToolTip.showText(event.globalPos(), f"<span>{words}</span>" if words else "", self.viewport())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        for title, word in MENU:
            menu.addAction(title).triggered.connect(lambda _=False, word=word: self.asked.emit(word))
        menu.addSeparator()
        has_selection = self.textCursor().hasSelection()
        for title, act, can in (
            ("Cut", self.cut, has_selection),
            ("Copy", self.copy, has_selection),
            ("Paste", self.paste, self.canPaste()),
            ("Select all", self.selectAll, True),
        ):
            action = menu.addAction(title)
            action.triggered.connect(act)
            action.setEnabled(can)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.mark()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.completion.hide()
        self.mark()
        self.rested.emit()


def _letters() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)


def _pressed(event: QKeyEvent) -> str:
    """A key with its modifiers in Qt's portable notation."""
    return QKeySequence(event.keyCombination()).toString().removeprefix("Num+")


_MEANT = {*LINE_KEYS, *ASKING_KEYS, OFFERS, FOLD}
