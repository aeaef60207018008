"""A document being edited, as it is looked at: what is selected, what is shown."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.editor.choices import ViewChoices
from mapper.editor.draft import Draft
from mapper.editor.signal import Signal
from mapper.model import MAP_TABLES, Document, Id

SELECTED = (*(table for table in MAP_TABLES if table != "pipelines"), "contracts")


class Viewed(Draft):
    """`selection` holds ids of contracts and of all that stands on the map, but of no pipeline: its component stands for
    it. `selection_changed(before, after)`, `view_changed(before, after)`.
    """

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.selection: frozenset[Id] = frozenset()
        self.view = ViewChoices()
        self.selection_changed: Signal[[frozenset[Id], frozenset[Id]]] = Signal()
        self.view_changed: Signal[[ViewChoices, ViewChoices]] = Signal()
        self.document_changed.connect(self._forget_what_is_gone)

    def select(self, ids: Iterable[Id]) -> None:
        """Select these; ids that the document lacks are left out."""
        document = self.document
        tables = [getattr(document, table) for table in SELECTED]
        before, self.selection = self.selection, frozenset(id for id in ids if any(id in table for table in tables))
        if before != self.selection:
            self.selection_changed.emit(before, self.selection)

    def look(self, view: ViewChoices) -> None:
        """Show the map otherwise; the document stays as it is."""
        before, self.view = self.view, view
        if before != view:
            self.view_changed.emit(before, view)

    def _forget_what_is_gone(self, _: Document, after: Document) -> None:
        if not after.components.keys() >= self.selection:
            self.select(self.selection)
