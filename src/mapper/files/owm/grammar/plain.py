"""The two lines that most texts are made of: a component at its place, and a link that says no more than its ends.

They are read here in one step. `components.component` and `links.links` read the same from them, more slowly.
"""

from __future__ import annotations

import re

from mapper.files.owm.statement import Line, Part, Role, Span, Statement, Value
from mapper.files.owm.words import COMPONENT_WORDS, KEYWORDS

_COMPONENT, _LINK = Role.COMPONENT, Role.LINK
_KEYWORD, _NAME, _PLACE = Part.KEYWORD, Part.NAME, Part.PLACE
_SOURCE, _FLOW, _TARGET = Part.SOURCE, Part.FLOW, Part.TARGET
_WORD = "|".join(COMPONENT_WORDS)
_NUMBER = r"([01]\.\d{1,20})"
_AT_PLACE = re.compile(rf"({_WORD}) (\w[^\[\]\"\\]{{,99}})(?<=\s)(\[{_NUMBER}, ?{_NUMBER}\])")
_NOT_PLAIN = re.compile(r'[+;"{}\[\]]')
_KEYWORDS = frozenset(KEYWORDS)
_new = tuple.__new__
"""Twice as quick as Statement(…)."""


def plain(code: str) -> Line | None:
    """What a line says that is as plain as can be; nothing of one that has to be looked at more closely."""
    text = code.rstrip()
    if not text.isprintable() or "  " in text:
        return None
    said = _at_place(text) if text.endswith("]") else _joined(text)
    return _new(Line, ((said,), ())) if said is not None else None


def _at_place(text: str) -> Statement | None:
    found = _AT_PLACE.fullmatch(text)
    if found is None:
        return None
    word, before, _, first, second = found.groups()
    name = before.rstrip()
    place = (float(first), float(second))
    if max(place) > 1 or "label" in name or "->" in name or "+" in name:
        return None
    after, opening = len(word), found.start(3)
    facts: dict[Part, Value] = {_KEYWORD: word, _NAME: name, _PLACE: place}
    spans: dict[Part, Span] = {
        _KEYWORD: (0, after),
        _NAME: (after + 1, after + 1 + len(name)),
        _PLACE: (opening, len(text)),
    }
    return _new(Statement, (_COMPONENT, facts, spans, 0, len(text), (), (), None))


def _joined(text: str) -> Statement | None:
    before, _, after = text.partition("->")
    source, target = before.rstrip(), after.lstrip()
    if not source or not target or "->" in target or _NOT_PLAIN.search(text) or source[0] == " ":
        return None
    if source.partition(" ")[0] in _KEYWORDS:
        return None
    at, end = len(before), len(text)
    facts: dict[Part, Value] = {_SOURCE: source, _TARGET: target}
    spans: dict[Part, Span] = {_SOURCE: (0, len(source)), _FLOW: (at, at + 2), _TARGET: (end - len(target), end)}
    return _new(Statement, (_LINK, facts, spans, 0, end, (), (), None))
