"""Carried lines among the others."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence

from mapper.files.owm.carried import Entry, Unreadable, entry_in, spelled_entry
from mapper.files.owm.walking import Sight
from mapper.model import Id
from mapper.model.source import SourceLine

Check = Callable[[Entry, Entry | None], bool]


def line_end(lines: Sequence[SourceLine]) -> str:
    """What ends the lines of a text: what ends its first."""
    first = lines[0].text if lines else "\n"
    return "\r\n" if first.endswith("\r\n") else "\r" if first.endswith("\r") else "\n"


def closed(lines: Iterable[SourceLine], end: str) -> Iterator[SourceLine]:
    """Lines of which none but the last is without a line end."""
    before: SourceLine | None = None
    for line in lines:
        if before is not None:
            yield (
                before if before.text.endswith(("\n", "\r")) else before.model_copy(update={"text": before.text + end})
            )
        before = line
    if before is not None:
        yield before


def carrying(
    lines: Sequence[SourceLine], sights: Sequence[Sight], entries: Sequence[Entry], says: Check
) -> Iterator[SourceLine]:
    """Lines that carry these entries: those that do already stay, others are put right, dropped or added.

    `says` tells whether a line that is not as we would write it says what it should. What is carried and could not be
    understood stays as it is.
    """
    end = line_end(lines)
    return closed(_carrying(lines, sights, entries, says), end)


def _carrying(
    lines: Sequence[SourceLine], sights: Sequence[Sight], entries: Sequence[Entry], says: Check
) -> Iterator[SourceLine]:
    end = line_end(lines)
    wanted: dict[tuple[str, Id], deque[Entry]] = defaultdict(deque)
    for entry in entries:
        wanted[entry.kind, entry.id].append(entry)
    spot = max((at for at, sight in enumerate(sights) if sight.is_carried), default=len(lines) - 1)
    kept = [_kept(line, wanted, says) if sights[at].is_carried else line for at, line in enumerate(lines)]
    idle = None if any(wanted.values()) else _idle_blank(lines, sights, kept)
    for at, line in enumerate(lines):
        left = kept[at]
        if left is not None and at != idle:
            yield left
        if at == spot:
            if not sights[at].is_carried and line.text.strip() and any(wanted.values()):
                yield SourceLine(text=end)
            yield from _added(wanted, end)
    if not lines:
        yield from _added(wanted, end)


def _idle_blank(lines: Sequence[SourceLine], sights: Sequence[Sight], kept: Sequence[SourceLine | None]) -> int | None:
    """The blank line that set off what was carried at the end of a text, if nothing of that is left."""
    first = len(lines)
    while first > 0 and sights[first - 1].is_carried and kept[first - 1] is None:
        first -= 1
    is_idle = 1 < first < len(lines) and not lines[first - 1].text.strip()
    return first - 1 if is_idle else None


def _kept(line: SourceLine, wanted: dict[tuple[str, Id], deque[Entry]], says: Check) -> SourceLine | None:
    text = line.good or line.text
    try:
        there = entry_in(text)
    except Unreadable:
        return line
    queue = wanted.get((there.kind, line.id))
    entry = queue.popleft() if queue else None
    if entry is not None and entry.payload == there.payload:
        return line
    if (line.id or there.kind == "map") and says(there, entry):
        return line
    if entry is not None:
        indent, ending = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        return SourceLine(text=f"{indent}{spelled_entry(entry)}{ending}", id=line.id)
    return None if line.id or there.kind == "map" else line


def _added(wanted: dict[tuple[str, Id], deque[Entry]], end: str) -> Iterator[SourceLine]:
    for queue in wanted.values():
        for entry in queue:
            yield SourceLine(text=spelled_entry(entry) + end, id=entry.id)
