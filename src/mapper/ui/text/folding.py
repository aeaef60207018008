"""Parts of the text that can be folded away: pipelines, and comments over several lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextBlock, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from mapper.files import owm

CARRIED = "//@"


@dataclass(frozen=True, slots=True)
class Fold:
    """Lines that go out of sight under the line `head`, up to and with the line `last`."""

    head: int
    last: int
    is_carried: bool = False


def folds(lines: Sequence[str]) -> list[Fold]:
    """Every part that can be folded, from the top: what stands in braces, a comment over several lines, and two comments
    or more in a row.

    What the program keeps for itself in comments is a part of its own, and is folded unless somebody opens it.
    """
    made = list(_long_comments(lines))
    within = {line for fold in made for line in range(fold.head, fold.last + 1)}
    run: list[int] = []
    opened: int | None = None
    for place, line in enumerate(lines):
        if place in within:
            continue
        if "//" in line and (kind := _kind(line)):
            if not run or run[-1] != place - 1 or _kind(lines[run[-1]]) != kind:
                made += _fold_of(run, lines)
                run = []
            run.append(place)
        elif "{" in line and opened is None:
            is_alone = line.strip() == "{" and place > 0
            opened = place - 1 if is_alone else place
        elif "}" in line and opened is not None:
            made.append(Fold(opened, place))
            opened = None
    return sorted([*made, *_fold_of(run, lines)], key=lambda fold: fold.head)


def _long_comments(lines: Sequence[str]) -> Iterator[Fold]:
    """Comments that end in another line than they begin in."""
    head: int | None = None
    for place, line in enumerate(lines):
        if head is None and "/*" not in line:
            continue
        _, goes_on = owm.within_after(line, inside=False, in_comment=head is not None)
        if goes_on:
            head = place if head is None else head
        elif head is not None:
            yield Fold(head, place)
            head = None


def _fold_of(run: Sequence[int], lines: Sequence[str]) -> list[Fold]:
    """What a run of lines of one kind of comment makes; one alone is none."""
    return [Fold(run[0], run[-1], _kind(lines[run[0]]) == "carried")] if len(run) > 1 else []


def _kind(line: str) -> str:
    """ "carried" or "comment"; empty for a line that says something else first."""
    line = line.lstrip()
    if not line.startswith("//"):
        return ""
    return "carried" if line.startswith(CARRIED) else "comment"


class Folding:
    """What of a field's text is folded. Where the user turned a part over is kept by cursors, which move with the text."""

    def __init__(self, field: QPlainTextEdit) -> None:
        self._field = field
        self._turned: list[QTextCursor] = []
        self._folds: dict[int, Fold] = {}
        self._is_hiding = False

    @property
    def folds(self) -> dict[int, Fold]:
        """The parts by the line of their head."""
        return self._folds

    def is_folded(self, fold: Fold) -> bool:
        turned = any(cursor.block().blockNumber() == fold.head for cursor in self._turned)
        return fold.is_carried != turned

    def forget(self) -> None:
        """Another text is shown: parts are folded as they are at first."""
        self._turned = []

    def refresh(self, lines: Sequence[str]) -> None:
        """The text is another: find its parts, and hide what belongs to those that are folded."""
        self._folds = {fold.head: fold for fold in folds(lines)}
        self._hide()

    def turn(self, head: int) -> None:
        """Fold or unfold the part under this line; nothing happens if there is none."""
        if head not in self._folds:
            return
        kept = [cursor for cursor in self._turned if cursor.block().blockNumber() != head]
        if len(kept) == len(self._turned):
            kept.append(QTextCursor(self._field.document().findBlockByNumber(head)))
        self._turned = kept
        self._hide()

    def reveal(self, line: int) -> None:
        """Unfold whatever hides this line."""
        for fold in self._folds.values():
            if fold.head < line <= fold.last and self.is_folded(fold):
                self.turn(fold.head)

    def fold_at(self, line: int) -> Fold | None:
        """The innermost part that a line is the head of or lies in."""
        around = [fold for fold in self._folds.values() if fold.head <= line <= fold.last]
        return max(around, key=lambda fold: fold.head, default=None)

    def _hide(self) -> None:
        hidden = {
            line
            for fold in self._folds.values()
            if self.is_folded(fold)
            for line in range(fold.head + 1, fold.last + 1)
        }
        if not hidden and not self._is_hiding:
            return
        self._is_hiding = bool(hidden)
        document = self._field.document()
        changed: list[QTextBlock] = []
        block, line = document.begin(), 0
        while block.isValid():
            if block.isVisible() == (line in hidden):
                block.setVisible(line not in hidden)
                block.setLineCount(int(line not in hidden))
                changed.append(block)
            block, line = block.next(), line + 1
        if changed:
            start = changed[0].position()
            document.markContentsDirty(start, changed[-1].position() + changed[-1].length() - start)
            layout = document.documentLayout()
            layout.documentSizeChanged.emit(layout.documentSize())
            self._field.viewport().update()
