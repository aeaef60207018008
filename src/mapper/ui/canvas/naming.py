"""The field in which a record's name is typed, at the place where the name will stand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from mapper.drawing.layout import Layout, Point
from mapper.drawing.remarks import note_place
from mapper.drawing.where import arrow_box, centre
from mapper.editor import Session
from mapper.editor.handles import stage_names
from mapper.editor.tools.naming import Naming, finish_naming
from mapper.edits import name_of, stage_of
from mapper.model import Id, clean_name
from mapper.ui.canvas.view import View

NARROWEST = 150


class NameField(QLineEdit):
    """Enter and a click elsewhere keep what was typed, Escape backs out: the session says what that means."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._canvas = parent
        self._at = QPointF()
        self._name = ""
        self._is_open = False
        self.setAccessibleName("Name")
        self.setMaxLength(500)
        self.hide()
        self.textChanged.connect(self._widen)
        self.returnPressed.connect(self._keep)
        session.tool_changed.connect(self._close_if_settled)

    def ask(self, id: Id, layout: Layout, view: View) -> None:
        """Open over the place of a record's name, with its name selected."""
        self._name = name_of(self._session.document, id) or ""
        self.setText(self._name)
        self.setModified(False)
        self.setPlaceholderText("Title of the contract" if id in self._session.document.contracts else "Name")
        self._at = _place(self._session, id, layout, view)
        self._is_open = True
        self._widen()
        self.show()
        self.raise_()
        self.selectAll()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Disconnect from the session."""
        self._session.tool_changed.disconnect(self._close_if_settled)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.accept()  # while a name is typed, no key is a command of the window
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._answer(None)
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._keep()

    def _keep(self) -> None:
        """A text that nobody touched keeps its line breaks, which a field of one line cannot show."""
        self._answer(clean_name(self.text()) if self.isModified() else self._name)

    def _answer(self, text: str | None) -> None:
        if not self._is_open:
            return
        self._close()
        finish_naming(self._session, text)

    def _close(self) -> None:
        """Give the focus back before hiding: from what is hidden it would go on as if by the Tab key."""
        self._is_open = False
        if self.hasFocus():
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _close_if_settled(self) -> None:
        """Something else ended the naming: an undo, another tool."""
        if self._is_open and not isinstance(self._session.tool, Naming):
            self._close()

    def _widen(self) -> None:
        width = max(NARROWEST, QFontMetrics(self.font()).horizontalAdvance(self.text()) + 28)
        height, room = self.sizeHint().height(), self._canvas.rect()
        width = min(width, room.width() - 8)
        left = min(max(4, round(self._at.x() - width / 2)), room.width() - width - 4)
        top = min(max(4, round(self._at.y() - height / 2)), room.height() - height - 4)
        self.setGeometry(left, top, width, height)


def _place(session: Session, id: Id, layout: Layout, view: View) -> QPointF:
    """The middle of where a record's name stands, in pixels."""
    document, frame = session.document, session.frame
    for places in (layout.labels, layout.titles):
        if id in places:
            return view.to_screen(*places[id].box.middle)
    if id in layout.outlines:
        bounds = layout.outlines[id].bounds
        return view.to_screen(bounds.middle[0], bounds.top) - QPointF(0, 20)
    if id in document.notes:
        box = note_place(document.notes[id], frame).box
        return view.to_screen(*box.middle)
    if id in document.annotations:
        at = document.annotations[id].positions[0]
        return view.to_screen(frame.x(at.evolution), frame.y(at.visibility)) + QPointF(0, 28)
    if id in document.accelerators:
        return view.to_screen(*arrow_box(document.accelerators[id], frame).middle) + QPointF(0, 34)
    return view.to_screen(*_midst(session, id))


def _midst(session: Session, id: Id) -> Point:
    """On the page, the middle of a stage's name, of a link or of a component."""
    document, stage = session.document, stage_of(id)
    if stage is not None:
        return stage_names(session)[stage].middle
    ends = (document.links[id].source, document.links[id].target) if id in document.links else (id, id)
    (x1, y1), (x2, y2) = (centre(document.components[end], document, session.frame) for end in ends)
    return (x1 + x2) / 2, (y1 + y2) / 2
