"""What follows a position: labels, marks in parentheses, inertia, addresses."""

from __future__ import annotations

import re
from typing import NamedTuple

from mapper.files.owm.spelling import numbers_in
from mapper.files.owm.statement import Fault, Mark, Part, Span, Value
from mapper.files.owm.words import FAR_LABEL, KIND_WORDS, MARK_WORDS, METHODS

_PIECE = re.compile(
    r"\blabel\s*\[(?P<label>[^\[\]]*)(?P<close>\]?)"
    r"|\burl\((?P<ref>[^()]*)\)"
    r"|\((?P<words>[^()]*)\)"
    r"|\b(?P<bare>inertia)\b"
    r"|\bevolve\s+(?P<to>[\d.]+)"
)


class Tail(NamedTuple):
    facts: dict[Part, Value]
    spans: dict[Part, Span]
    marks: tuple[Mark, ...]
    faults: tuple[Fault, ...]

    def add_to(
        self, facts: dict[Part, Value], spans: dict[Part, Span], marks: tuple[Mark, ...], word: str = ""
    ) -> None:
        """Put what the tail says among what the rest of the line says."""
        facts.update(self.facts)
        spans.update(self.spans)
        if marks:
            facts[Part.MARKS] = counted({mark for each in marks for mark in each.words}, word)


NO_TAIL = Tail({}, {}, (), ())


def tail_of(code: str, start: int, end: int) -> Tail:
    """What stands in a line from `start` to `end`."""
    if start >= end:
        return NO_TAIL
    facts: dict[Part, Value] = {}
    spans: dict[Part, Span] = {}
    marks: list[Mark] = []
    faults: list[Fault] = []
    at = start
    for found in _PIECE.finditer(code, start, end):
        _leftover(code, at, found.start(), faults)
        at = found.end()
        if found["label"] is not None:
            _label(found, facts, spans, faults)
        elif found["ref"] is not None:
            facts[Part.REF], spans[Part.REF] = found["ref"].strip(), found.span()
        elif found["to"] is not None:
            _inline_evolve(found, facts, spans, faults)
        else:
            _mark(found, marks, faults)
    _leftover(code, at, end, faults)
    return Tail(facts, spans, tuple(marks), tuple(faults))


def counted(words: set[str], keyword: str = "") -> str:
    """Of marks that exclude each other those that count, in the order in which we write them."""
    methods = [word for word in METHODS if word in words][:1]
    kinds = [word for word in KIND_WORDS if word in words][:1] if keyword == "component" else []
    return ",".join([*methods, *kinds, *(["inertia"] if "inertia" in words else [])])


def trailing_marks(code: str, name: Span) -> tuple[Span, tuple[Mark, ...]]:
    """A name without the marks at its end, where there is no position between the two."""
    marks: list[Mark] = []
    start, end = name
    while end > start and code[end - 1] == ")" and len(marks) < len(MARK_WORDS):
        opening = code.rfind("(", start, end)
        words = _words(code[opening + 1 : end - 1]) if opening > start else ()
        if not words or any(word not in MARK_WORDS for word in words):
            break
        marks.insert(0, Mark(opening, end, words, bare=False))
        end = start + len(code[start:opening].rstrip())
    return (start, end), tuple(marks)


def _label(found: re.Match[str], facts: dict[Part, Value], spans: dict[Part, Span], faults: list[Fault]) -> None:
    numbers = numbers_in(found["label"][:200])
    spans[Part.LABEL] = found.span()
    if not found["close"] or len(numbers) != 2:
        reason = "A label's place is two numbers in brackets, as in label [10, -15]."
        faults.append(Fault(*found.span(), reason, "The label was placed by itself.", broken=True))
    elif max(map(abs, numbers)) > FAR_LABEL:
        reason = "The label is so far away that its author wanted it out of sight."
        faults.append(Fault(*found.span(), reason, "The label was placed by itself, beside its component."))
    else:
        facts[Part.LABEL] = numbers


def _inline_evolve(
    found: re.Match[str], facts: dict[Part, Value], spans: dict[Part, Span], faults: list[Fault]
) -> None:
    numbers = numbers_in(found["to"])
    if not numbers:
        faults.append(Fault(*found.span(), "After “evolve” there should be a number.", "Left out.", broken=True))
        return
    facts[Part.NUMBER], spans[Part.NUMBER] = (min(1.0, max(0.0, numbers[0])),), found.span()
    reason = "OnlineWardleyMaps cannot read “evolve” in the line of the component."
    faults.append(Fault(*found.span(), reason, "Read as a line of its own would be."))


def _mark(found: re.Match[str], marks: list[Mark], faults: list[Fault]) -> None:
    words = (found["bare"],) if found["bare"] else _words(found["words"])
    known = tuple(word for word in words if word in MARK_WORDS)
    marks.append(Mark(*found.span(), words, bare=bool(found["bare"])))
    if known != words or not words:
        reason = f"“{found[0][:80]}” is no mark that OnlineWardleyMaps knows."
        faults.append(Fault(*found.span(), reason, "Kept in the text, not shown on the map."))
    methods = [word for word in known if word in METHODS]
    if len(methods) > 1 or len(set(known) & set(KIND_WORDS)) > 1:
        reason = f"“{found[0][:80]}” says two things that exclude each other."
        faults.append(
            Fault(*found.span(), reason, f"Taken as “{counted(set(known), 'component').replace(',', ', ')}”.")
        )


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text[:400].split(",") if word.strip())


def _leftover(code: str, start: int, end: int, faults: list[Fault]) -> None:
    rest = code[start:end]
    text = rest.strip()
    if text:
        first = start + len(rest) - len(rest.lstrip())
        reason = f"“{text[:80]}” is not understood here."
        faults.append(Fault(first, first + len(text), reason, "Kept in the text, not shown on the map."))
