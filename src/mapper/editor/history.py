"""Undo by keeping the documents themselves. They share everything that did not change."""

from __future__ import annotations

from dataclasses import dataclass

from mapper.model import Document
from mapper.model.change import changed_ids


@dataclass(frozen=True, slots=True)
class Step:
    """A document and the name of the edit that led to it."""

    label: str
    document: Document


class History:
    """Every committed document, in order, and where in them the user stands.

    `steps` begins with the document as it was opened; `at` is the number of the step in hand, and those after it have
    been undone. Both are for reading. `has_file` is False as long as no file holds the map: a new one, a copy.
    """

    def __init__(self, document: Document) -> None:
        self.steps: list[Step] = [Step("Open", document)]
        self.at = 0
        self.has_file = True
        self._saved = document

    @property
    def document(self) -> Document:
        return self.steps[self.at].document

    @property
    def saved_at(self) -> int | None:
        """The number of the step that the file holds, if it is still there."""
        held = (at for at, step in enumerate(self.steps) if step.document is self._saved)
        return next(held, None) if self.has_file else None

    @property
    def undo_label(self) -> str | None:
        """The edit that undo would take back, or None."""
        return self.steps[self.at].label if self.at > 0 else None

    @property
    def redo_label(self) -> str | None:
        """The edit that redo would do again, or None."""
        return self.steps[self.at + 1].label if self.at + 1 < len(self.steps) else None

    @property
    def is_modified(self) -> bool:
        return self.document is not self._saved

    def mark_saved(self, document: Document) -> None:
        """The file now holds this document."""
        self._saved, self.has_file = document, True

    def push(self, label: str, document: Document) -> None:
        """A new step after the one in hand; steps that had been undone are gone."""
        del self.steps[self.at + 1 :]
        self.steps.append(Step(label, document))
        self.at += 1

    def amend(self, document: Document) -> None:
        """The step in hand led to this instead; steps that had been undone are gone."""
        del self.steps[self.at + 1 :]
        self.steps[self.at] = Step(self.steps[self.at].label, document)

    def fold(self, label: str) -> None:
        """Make one step of the last two if both bear this name and changed the same records.

        So a row of nudges is undone at once. A step that was saved stays.
        """
        if self.at < 2:
            return
        first, second, third = (step.document for step in self.steps[self.at - 2 : self.at + 1])
        is_one_name = self.steps[self.at].label == self.steps[self.at - 1].label == label
        if is_one_name and second is not self._saved and changed_ids(first, second) == changed_ids(second, third):
            del self.steps[self.at - 1]
            self.at -= 1

    def undo(self) -> Document:
        self.at = max(0, self.at - 1)
        return self.document

    def redo(self) -> Document:
        self.at = min(len(self.steps) - 1, self.at + 1)
        return self.document

    def go_to(self, step: int) -> Document:
        self.at = min(len(self.steps) - 1, max(0, step))
        return self.document
