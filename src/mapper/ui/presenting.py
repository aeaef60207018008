"""Presenting a map: it fills the screen, and what is on it comes step by step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPropertyAnimation, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QGraphicsOpacityEffect, QLabel, QStyle, QVBoxLayout, QWidget

from mapper.drawing.layout import Box
from mapper.drawing.scene import Show
from mapper.drawing.theme import Theme
from mapper.editor import Session
from mapper.editor.presenting import shown_after, title_after
from mapper.model import Document
from mapper.procurement.interfaces import interfaces
from mapper.ui.canvas.mapview import MapView

SEEN_FOR = 2500
"""So long the caption can be read before it fades, in milliseconds."""
FADING = 600
POINTER_FOR = 2000
"""So long the pointer is seen after it was moved, in milliseconds."""
FROM_EDGE = 8
BESIDE_WORDS = 19
"""How far the caption's words are from its sides, its line included, in pixels."""
FORWARD = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_N)
BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp, Qt.Key.Key_P)
ENDS = (Qt.Key.Key_Escape, Qt.Key.Key_F5)


class Caption(QLabel):
    """What is shown and how far one is, at the foot of the screen. It fades away; at once where nothing is to move."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(
            f"QLabel {{ background: {theme.card}; color: {theme.ink}; border: 1px solid {theme.rim}; "
            f"border-radius: 8px; padding: 9px {BESIDE_WORDS - 1}px; font-size: 14pt; }}"
        )
        self._effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(self._effect)
        self._fading = QPropertyAnimation(self._effect, b"opacity", self)
        self._fading.setDuration(FADING)
        self._fading.setEndValue(0.0)
        self._fading.finished.connect(self.hide)
        self._read = QTimer(self, interval=SEEN_FOR, singleShot=True)
        self._read.timeout.connect(self._fade)

    def show_words(self, words: str) -> None:
        """Show these for a while."""
        self._fading.stop()
        self._effect.setOpacity(1.0)
        self._words = words
        self.place()
        self.show()
        self.raise_()
        self._read.start()

    def place(self) -> None:
        """At the foot of the parent, in the middle; words that are too long end in dots."""
        around = self._around.rect()
        self.ensurePolished()
        room = max(1, around.width() - 2 * FROM_EDGE - 2 * BESIDE_WORDS)
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room))
        self.adjustSize()
        self.move((around.width() - self.width()) // 2, around.height() - self.height() - FROM_EDGE)

    def _fade(self) -> None:
        moves = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0
        if moves:
            self._fading.setStartValue(1.0)
            self._fading.start()
        else:
            self.hide()


class StillMap(MapView):
    """A map that stays where it is and as large as it is, though its legend grows from step to step."""

    def __init__(self, session: Session, theme: Theme, page_height: float) -> None:
        super().__init__(session, theme)
        self._page_height = page_height

    def _page(self) -> Box:
        page = super()._page()
        return Box(page.left, page.top, page.right, max(page.bottom, self._page_height))


class Presentation(QWidget):
    """A map over the whole screen, to be seen and not to be changed. `taken` counts the steps that were taken."""

    def __init__(self, source: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._document: Document = source.document
        self.taken = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"{source.document.title} — Mapper")
        self.setAccessibleName("Presentation")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.session = Session(shown_after(source.document, 0))
        self.session.place(source.layout)
        self.map = StillMap(self.session, theme, source.layout.page_height or source.frame.height)
        self.map.set_show(Show(registered=tuple((x.source, x.target, x.number) for x in interfaces(source.document))))
        self.map.setMouseTracking(True)
        self.map.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.map)
        self.caption = Caption(theme, self)
        self._pointer = QTimer(self, interval=POINTER_FOR, singleShot=True)
        self._pointer.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self._pointer.start()
        self.go_to(0)

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self._document.steps)

    def go_to(self, steps: int) -> None:
        """Show the map as it is once so many steps were taken; before the first and after the last there is nothing."""
        self.taken = min(self.count, max(0, steps))
        self.session.apply("Show", lambda _: shown_after(self._document, self.taken))
        title = title_after(self._document, self.taken)
        words = f"{self.taken} / {self.count}   {title}" if self.count else title
        self.caption.show_words(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in ENDS:
            self.close()
        elif key in FORWARD:
            self.go_to(self.taken + 1)
        elif key in BACK:
            self.go_to(self.taken - 1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.go_to(0 if key == Qt.Key.Key_Home else self.count)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.go_to(self.taken + 1)
        elif event.button() == Qt.MouseButton.BackButton:
            self.go_to(self.taken - 1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.unsetCursor()
        self._pointer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.caption.place()

    def changeEvent(self, event: QEvent) -> None:
        """On top of all else, as long as it is in hand."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.setFocus()
