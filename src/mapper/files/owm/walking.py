"""A text's lines one after the other, with what their neighbours make of them: comments, and pipelines' braces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mapper.files.owm.comments import code_of
from mapper.files.owm.grammar.lines import parsed, remembered
from mapper.files.owm.statement import Fault, Line, Role

NOWHERE = -1
CARRIED = "//@ "
_BLOCK_ROLES = frozenset((Role.PIPELINE, Role.OPEN, Role.CLOSE))


class Sight(NamedTuple):
    """One line. `block` is the index of the line of the pipeline in whose braces its members are, or NOWHERE."""

    line: Line
    block: int
    is_carried: bool = False


class Walk(NamedTuple):
    """All lines, and what is wrong between them: faults by the index of their line."""

    sights: list[Sight]
    faults: dict[int, list[Fault]]


def lines_in(text: str) -> list[str]:
    """The lines of a text, their line ends included; nothing but a newline ends a line, if there is any."""
    end = "\n" if "\n" in text or "\r" not in text else "\r"
    lines = text.split(end)
    last = lines.pop()
    lines = [f"{line}{end}" for line in lines]
    return [*lines, last] if last else lines


def walk(texts: Iterable[str], *, is_at_hand: bool = True) -> Walk:
    """What every line says. What the lines of a text `is_at_hand` say is remembered: they will be read again soon.

    A comment that is never closed ends with its line: else all that follows would be gone while somebody types it.
    """
    parse = remembered if is_at_hand else parsed
    texts = list(texts)
    last_closing: int | None = None
    sights: list[Sight] = []
    new = tuple.__new__  # twice as quick as Sight(…)
    blocks = _Blocks()
    in_comment = False
    for at, text in enumerate(texts):
        code, is_carried = text, False
        if in_comment or "/" in text or "#" in text:
            is_carried = not in_comment and text.lstrip().startswith(CARRIED)
            code, in_comment = code_of(text, within=in_comment)
            if in_comment:
                last_closing = _last_closing(texts) if last_closing is None else last_closing
                if at >= last_closing:
                    in_comment, blocks.faults[at] = False, [_unclosed(text)]
        block = blocks.inside
        line = parse(code, block != NOWHERE)
        for statement in line.statements:
            if statement.role in _BLOCK_ROLES:
                blocks.see(statement.role, at, statement.start)
                block = max(block, blocks.inside)
        sights.append(new(Sight, (line, block, is_carried)))
    blocks.end()
    return Walk(sights, blocks.faults)


def _last_closing(texts: Sequence[str]) -> int:
    return max((at for at, text in enumerate(texts) if "*/" in text), default=NOWHERE)


def _unclosed(text: str) -> Fault:
    start = text.rfind("/*")
    reason = "The comment is not closed: */ is missing."
    return Fault(start, start + 2, reason, "Read as if it ended with this line; OnlineWardleyMaps reads no more.")


class _Blocks:
    """Which pipeline's braces are open. What opens and is not closed goes on, as it does for OnlineWardleyMaps."""

    def __init__(self) -> None:
        self.inside = NOWHERE
        self.faults: dict[int, list[Fault]] = {}
        self._pending = NOWHERE
        self._opened = (NOWHERE, 0)
        self._is_open = False

    def see(self, role: Role, at: int, start: int) -> None:
        if role is Role.PIPELINE:
            self.end()
            self._pending = at
        elif role is Role.OPEN:
            self._open(at, start)
        else:
            self._close(at, start)

    def end(self) -> None:
        """No more lines, or another pipeline: nothing stays open."""
        if self.inside != NOWHERE:
            at, start = self._opened
            reason = "The brace is not closed: a line with } is missing."
            self.faults[at] = [Fault(start, start + 1, reason, "All that follows was taken to be inside.")]
        self.inside, self._is_open = NOWHERE, False

    def _open(self, at: int, start: int) -> None:
        if self._pending == NOWHERE:
            reason = "There is no pipeline that this brace belongs to."
            self.faults[at] = [Fault(start, start + 1, reason, "Left out.")]
        self.inside, self._pending, self._opened = self._pending, NOWHERE, (at, start)
        self._is_open = True

    def _close(self, at: int, start: int) -> None:
        if not self._is_open:
            self.faults.setdefault(at, [Fault(start, start + 1, "No brace is open here.", "Left out.")])
        self.inside, self._is_open = NOWHERE, False
