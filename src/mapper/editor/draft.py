"""A document being edited: what is shown, and what the history holds."""

from __future__ import annotations

from mapper.drawing.frame import Frame
from mapper.editor.history import History
from mapper.editor.signal import Signal
from mapper.model import Document


class Draft:
    """Preview freely, then commit once or revert.

    `document_changed(before, after)` is the only way that pixels change; `history_changed()` says that there is
    something else to undo, to redo or to save.
    """

    def __init__(self, document: Document) -> None:
        self.history = History(document)
        self.document = document
        self.frame = Frame.of(document)
        self.document_changed: Signal[[Document, Document]] = Signal()
        self.history_changed: Signal[[]] = Signal()

    def preview(self, document: Document) -> None:
        """Show a document that the history does not hold yet."""
        before, self.document = self.document, document
        if before is not document:
            self.frame = Frame.of(document)
            self.document_changed.emit(before, document)

    def commit(self, label: str) -> None:
        """Keep what is shown as one step. What the history holds already is no step: edits that change nothing
        answer with the same document."""
        if self.document is self.history.document:
            return
        self.history.push(label, self.document)
        self.history_changed.emit()

    def amend(self) -> None:
        """Keep what is shown in place of the last step, which it carries on."""
        self.history.amend(self.document)
        self.history_changed.emit()

    def revert(self) -> None:
        """Show the last step again."""
        self.preview(self.history.document)
