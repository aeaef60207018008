"""One open document being edited."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Concatenate, ParamSpec

from mapper.drawing.layout import Layout
from mapper.editor.draft import Draft
from mapper.editor.ground import Ground
from mapper.editor.pointer import Pointer
from mapper.editor.signal import Signal
from mapper.editor.tools.base import State, settle
from mapper.editor.tools.select import Idle
from mapper.editor.walking import Walk
from mapper.model import MAP_TABLES, Document, Id
from mapper.model.change import changed_ids

P = ParamSpec("P")
SELECTED = (*(table for table in MAP_TABLES if table != "pipelines"), "contracts")


class Session(Draft):
    """A document in hand, what is selected, and the tool in use.

    `layout_changed()` says that labels and outlines have new places; `naming_asked(id)` asks the window for a field in
    which to type a record's name, which answers with `tools.naming.finish_naming`; `told(words)` says
    why something is not done. `is_travelling` while a change is
    told of that undo or redo makes. `walk` is where the keyboard is on the map.
    """

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.layout = Layout()
        self.ground = Ground()
        self.selection: frozenset[Id] = frozenset()
        self.tool: State = Idle()
        self.is_travelling = False
        self.selection_changed: Signal[[frozenset[Id], frozenset[Id]]] = Signal()
        self.tool_changed: Signal[[]] = Signal()
        self.layout_changed: Signal[[]] = Signal()
        self.naming_asked: Signal[[Id]] = Signal()
        self.told: Signal[[str]] = Signal()
        self.document_changed.connect(self._forget_what_is_gone)
        self.walk = Walk(self)

    # Edits from menus and panels, and the way back.

    def apply(
        self, label: str, edit: Callable[Concatenate[Document, P], Document], *args: P.args, **kwargs: P.kwargs
    ) -> None:
        """One edit, shown and kept. A gesture under way is settled first."""
        settle(self)
        self.preview(edit(self.document, *args, **kwargs))
        self.commit(label)

    def undo(self) -> None:
        self._travel(self.history.undo)

    def redo(self) -> None:
        self._travel(self.history.redo)

    def _travel(self, step: Callable[[], Document]) -> None:
        """Go to another step and select what it changed on the map; if nothing, what is selected stays so.

        Where components changed, the contracts that lost or gained them are not selected too: what is done next is
        meant for the components.
        """
        settle(self)
        before = self.document
        self.is_travelling = True
        self.preview(step())
        self.is_travelling = False
        changed = changed_ids(before, self.document)
        self.select(changed - self.document.contracts.keys() or changed or self.selection)
        self.history_changed.emit()

    def saved(self, document: Document) -> None:
        """A file now holds this document."""
        self.history.mark_saved(document)
        self.history_changed.emit()

    # The selection: ids of contracts and of all that stands on the map, but of no pipeline: its component stands for it.

    def select(self, ids: Iterable[Id]) -> None:
        """Select these; ids that the document lacks are left out."""
        document = self.document
        tables = [getattr(document, table) for table in SELECTED]
        before, self.selection = self.selection, frozenset(id for id in ids if any(id in table for table in tables))
        if before != self.selection:
            self.selection_changed.emit(before, self.selection)

    def _forget_what_is_gone(self, _: Document, after: Document) -> None:
        if not after.components.keys() >= self.selection:
            self.select(self.selection)

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
        """Escape: back out of the gesture under way, else of the tool, else of the selection; the map stays."""
        self.use(self.tool.cancel(self))

    def use(self, tool: State) -> None:
        """Take up a tool or another state of it."""
        before, self.tool = self.tool, tool
        if before is not tool:
            self.tool_changed.emit()

    def readout(self) -> str | None:
        """Where the things being dragged stand, for the status bar; None when nothing is being dragged."""
        return self.tool.readout(self)
