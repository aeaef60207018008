"""Text in the language of OnlineWardleyMaps becomes a document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from mapper.files.ids import Ids
from mapper.files.owm.assembling import assembled
from mapper.files.owm.binding import Binder, ids_by_statement
from mapper.files.owm.building import Builder
from mapper.files.owm.carried import Entry, Unreadable, entry_in
from mapper.files.owm.hints import NO_ID, NOTHING_BEFORE, Before
from mapper.files.owm.previous import before
from mapper.files.owm.restoring import Restored, restored
from mapper.files.owm.statement import Fault, Statement, has_faults
from mapper.files.owm.walking import Sight, Walk, lines_in, walk
from mapper.files.report import Problem, Problems
from mapper.model import BLANK, MAP_TABLES, Document, Id
from mapper.model.source import Encoding, Source, SourceLine

_LONGEST_TEXT = 200
_NO_IDS = (NO_ID,)


@dataclass(frozen=True, slots=True)
class Reading:
    """A document and what its text says that it cannot hold."""

    document: Document
    problems: tuple[Problem, ...] = ()
    unresolved_links: int = 0


def read(text: str, previous: Document | None = None, encoding: Encoding = "utf-8") -> Reading:
    """The map that a text describes; its `source` is the text. Never raises.

    With `previous`, the document that was shown until now, records keep their ids and all that the text does not speak
    of; a line that makes no sense for the moment leaves its record as it was.
    """
    texts = lines_in(text)
    walked = walk(texts, is_at_hand=previous is not None)
    known = NOTHING_BEFORE if previous is None else before(previous, texts, walked.sights)
    carried = _Carried(texts, walked.sights, known)
    ids = Ids([*_taken(previous or BLANK), *carried.reserved()])
    binder = Binder(walked.sights, known.hints, ids)
    builder = Builder(walked.sights, binder, known)
    builder.build()
    back = carried.restored(assembled(builder, known), ids)
    lines = list(_lines(texts, walked.sights, builder, known, carried, back))
    source = Source.model_validate({"encoding": encoding, "lines": lines})
    document = back.document.model_copy(update={"source": source})
    wrong = (builder.faults, walked.faults, carried.told_wrong(texts, back))
    return Reading(document, _problems(texts, walked, binder.meant, wrong), builder.unresolved)


class _Carried:
    """The carried lines of a text, by their index: what they say, and what is wrong with how they say it."""

    def __init__(self, texts: Sequence[str], sights: Sequence[Sight], known: Before) -> None:
        self.entries: dict[int, Entry] = {}
        self.faults: dict[int, str] = {}
        self.good: dict[int, str] = {}
        self._known = known
        for at, sight in enumerate(sights):
            if sight.is_carried:
                self._see(at, texts[at])

    def _see(self, at: int, text: str) -> None:
        try:
            self.entries[at] = entry_in(text)
        except Unreadable as error:
            self.faults[at] = str(error)
            before = self._known.lines.get(at)
            if before is not None and before.id:
                self.good[at] = before.good or before.text
                self.entries[at] = entry_in(self.good[at])

    def reserved(self) -> Iterator[Id]:
        """Ids that contracts bring with them."""
        for entry in self.entries.values():
            if entry.kind == "contract":
                yield Id(str(entry.payload.get("id", "")))

    def told_wrong(self, texts: Sequence[str], back: Restored) -> dict[int, list[Fault]]:
        """What is wrong with carried lines, as faults of the whole line."""
        done = "Kept in the text, left out of the map."
        wrong = {**back.wrong, **self.faults}
        return {at: [Fault(0, len(texts[at].rstrip()), reason, done)] for at, reason in wrong.items()}

    def restored(self, document: Document, ids: Ids) -> Restored:
        """The document with what is carried; nothing is to be done where no carried line has changed."""
        if not self._known.is_carried_on:
            return restored(document, self.entries, ids)
        return Restored(document, {at: self._known.lines[at].id for at in self.entries if at in self._known.lines}, {})


def _taken(document: Document) -> Iterator[Id]:
    """Every id that fresh records must not have."""
    for table in MAP_TABLES:
        yield from getattr(document, table)
    for plan in document.plans.values():
        yield from plan.contracts


def _lines(
    texts: Sequence[str], sights: Sequence[Sight], builder: Builder, known: Before, carried: _Carried, back: Restored
) -> Iterator[SourceLine | Mapping[str, object]]:
    """Lines that are there already, and the fields of new ones: to check those all at once is cheaper."""
    is_first_reading = not (known.lines or builder.kept)
    for at, (text, sight) in enumerate(zip(texts, sights, strict=True)):
        ids = ids_by_statement(at, sight.line, builder.spoken) if sight.line.statements else _NO_IDS
        if is_first_reading and len(ids) == 1 and ids[0]:
            yield {"text": text, "id": ids[0]}
            continue
        good = known.hints[at].good if at in builder.kept else ""
        if good and not sight.line.statements:  # it says nothing for the moment: it speaks of what it spoke of
            ids = tuple(id for _, id in known.hints[at].before)
        if sight.is_carried:
            ids, good = (back.ids.get(at, NO_ID),), carried.good.get(at, "")
        line = known.lines.get(at)
        if ids == _NO_IDS and not text.strip():
            yield _blank(text)
        elif line is None and not good and len(ids) == 1:
            yield {"text": text, "id": ids[0]}
        elif line is not None and line.text == text and (line.id, *line.also) == ids and line.good == good:
            yield line
        else:
            yield {"text": text, "id": ids[0], "also": ids[1:], "good": good}


@lru_cache(maxsize=64)
def _blank(text: str) -> SourceLine:
    """A line without words: there are many, and all are the same."""
    return SourceLine(text=text)


def _problems(
    texts: Sequence[str],
    walked: Walk,
    meant: Mapping[tuple[int, int], Statement],
    others: Sequence[Mapping[int, Sequence[Fault]]],
) -> tuple[Problem, ...]:
    """All that is wrong, line by line: with what each says, and with what it means among `others`."""
    problems = Problems()
    elsewhere = {at for at, _ in meant}.union(*others)
    for at, sight in enumerate(walked.sights):
        if at not in elsewhere and not has_faults(sight.line):
            continue
        found = [*sight.line.faults]
        for nth, statement in enumerate(sight.line.statements):
            found += meant.get((at, nth), statement).faults
        for faults in others:
            found += faults.get(at, ())
        for fault in sorted(found, key=_start):
            problems.add(_problem(fault, at, texts[at]))
    return problems.all()


def _start(fault: Fault) -> int:
    return fault.start


def _problem(fault: Fault, at: int, text: str) -> Problem:
    start, end = fault.start, max(fault.end, fault.start)
    return Problem(
        fault.reason,
        fault.done,
        line=at + 1,
        column=start + 1,
        text=text[start:end][:_LONGEST_TEXT],
        length=end - start,
    )
