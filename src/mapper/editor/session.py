"""One open document being edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec

from mapper.drawing.layout import Layout
from mapper.editor.ground import Ground
from mapper.editor.pointer import Pointer
from mapper.editor.signal import Signal
from mapper.editor.tools.base import State, settle
from mapper.editor.tools.select import Idle
from mapper.editor.viewed import Viewed
from mapper.editor.walking import Walk
from mapper.model import Document, Id
from mapper.model.change import changed_ids

P = ParamSpec("P")


class Session(Viewed):
    """A document in hand, what is selected and shown of it, and the tool in use.

    `layout_changed()` says that labels and outlines have new places; `naming_asked(id)` asks the window for a field in
    which to type a record's name, which answers with `tools.naming.finish_naming`; `told(words)` says
    why something is not done. `is_travelling` while a change is
    told of that undo or redo makes. `walk` is where the keyboard is on the map.
    """

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.layout = Layout()
        self.ground = Ground()
        self.tool: State = Idle()
        self.is_travelling = False
        self.tool_changed: Signal[[]] = Signal()
        self.layout_changed: Signal[[]] = Signal()
        self.naming_asked: Signal[[Id]] = Signal()
        self.told: Signal[[str]] = Signal()
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

    def go_to(self, step: int) -> None:
        """Go back or on to a step of the history, whose first is 0."""
        if step != self.history.at:
            self._travel(lambda: self.history.go_to(step))

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
