"""One open document being edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Concatenate, ParamSpec

from mapper.drawing.frame import Frame
from mapper.drawing.layout import Layout
from mapper.editor.history import History
from mapper.editor.pointer import Pointer
from mapper.editor.signal import Signal
from mapper.editor.tools.base import State
from mapper.editor.tools.select import Idle
from mapper.model import Document, Id
from mapper.model.change import changed_ids

P = ParamSpec("P")


class Session:
    """The document in hand, its history, what is selected, the tool in use.

    `document_changed(before, after)` is the only way that pixels change; `layout_changed()` says that labels and
    outlines have new places; `naming_asked(id)` asks the window for a field in which to type a record's name.
    """

    def __init__(self, document: Document) -> None:
        self.history = History(document)
        self.document = document
        self.frame = Frame.of(document)
        self.layout = Layout()
        self.selection: frozenset[Id] = frozenset()
        self.tool: State = Idle()
        self.document_changed: Signal[[Document, Document]] = Signal()
        self.selection_changed: Signal[[frozenset[Id], frozenset[Id]]] = Signal()
        self.history_changed: Signal[[]] = Signal()
        self.tool_changed: Signal[[]] = Signal()
        self.layout_changed: Signal[[]] = Signal()
        self.naming_asked: Signal[[Id]] = Signal()

    # The document: preview freely, then commit once or revert.

    def preview(self, document: Document) -> None:
        """Show a document that the history does not hold yet."""
        before, self.document = self.document, document
        if before is not document:
            self.frame = Frame.of(document)
            self.document_changed.emit(before, document)

    def commit(self, label: str) -> None:
        """Keep what is shown as one step. A preview that equals the last step is no step."""
        if self.document is self.history.document:
            return
        if self.document == self.history.document:
            self.revert()
            return
        self.history.push(label, self.document)
        self.history_changed.emit()

    def revert(self) -> None:
        """Show the last step again."""
        self.preview(self.history.document)

    def apply(
        self, label: str, edit: Callable[Concatenate[Document, P], Document], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """One edit, shown and kept."""
        self.preview(edit(self.document, *args, **kwargs))
        self.commit(label)

    def undo(self) -> None:
        self._travel(self.history.undo)

    def redo(self) -> None:
        self._travel(self.history.redo)

    def _travel(self, step: Callable[[], Document]) -> None:
        """Go to another step and select what it changed."""
        self.cancel()
        before = self.document
        self.preview(step())
        self.select(changed_ids(before, self.document))
        self.history_changed.emit()

    def saved(self, document: Document) -> None:
        """A file now holds this document."""
        self.history.mark_saved(document)
        self.history_changed.emit()

    # The selection: ids of components, links, notes, annotations and contracts.

    def select(self, ids: Iterable[Id]) -> None:
        """Select these; ids that the document lacks are left out."""
        document = self.document
        tables = (document.components, document.links, document.notes, document.annotations, document.contracts)
        before, self.selection = self.selection, frozenset(id for id in ids if any(id in table for table in tables))
        if before != self.selection:
            self.selection_changed.emit(before, self.selection)

    # Places of labels and outlines, worked out beside the session.

    def place(self, layout: Layout) -> None:
        self.layout = layout
        self.layout_changed.emit()

    # The pointer: the tool's state answers with the next state.

    def press(self, at: Pointer) -> None:
        self.use(self.tool.press(at, self))

    def move(self, at: Pointer) -> None:
        self.use(self.tool.move(at, self))

    def release(self, at: Pointer) -> None:
        self.use(self.tool.release(at, self))

    def cancel(self) -> None:
        """Back out of what is being done, changing nothing."""
        self.use(self.tool.cancel(self))

    def use(self, tool: State) -> None:
        """Take up a tool or another state of it."""
        before, self.tool = self.tool, tool
        if before is not tool:
            self.tool_changed.emit()
