"""One line of text becomes statements."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from mapper.files.owm.grammar import evolving, remarks, settings
from mapper.files.owm.grammar.components import component
from mapper.files.owm.grammar.links import has_operator, links, loose_link
from mapper.files.owm.grammar.pipelines import begins_with_placeholder, braces, pipeline
from mapper.files.owm.grammar.plain import plain
from mapper.files.owm.statement import Fault, Line, Role, Statement
from mapper.files.owm.words import COMPONENT_WORDS, KEYWORDS, METHODS, PEOPLE

Parser = Callable[[str, str, int], Statement]

_FIRST = re.compile(r"\s*([A-Za-z-]+)(?=\s|$|[{\"\[])")
_KEYWORDS = frozenset(KEYWORDS)
_NOTHING = Line()
_PARSERS: dict[str, Parser] = {
    "evolve": evolving.evolve,
    "note": remarks.note,
    "annotation": remarks.annotation,
    "accelerator": remarks.accelerator,
    "deaccelerator": remarks.accelerator,
    **dict.fromkeys(PEOPLE, remarks.attitude),
    "title": settings.title,
    "style": settings.style,
    "size": settings.size,
    "evolution": settings.evolution,
    "valuechain": settings.value_chain,
    "y-axis": settings.y_axis,
    "annotations": settings.annotations_at,
    "url": settings.url,
    **dict.fromkeys(METHODS, settings.method),
}


def parsed(code: str, inside: bool) -> Line:
    """What a line without its comments says; `inside` a pipeline's braces a component has one number, its evolution."""
    said = None if inside else plain(code)
    return closely(code, inside=inside) if said is None else said


def closely(code: str, *, inside: bool) -> Line:
    """The same, whatever stands in the line."""
    first = _FIRST.match(code)
    word = first[1] if first else ""
    if first is not None and word in _KEYWORDS:
        return _statement(code, word, first.start(1), inside=inside)
    text = code.strip()
    if not text:
        return _NOTHING
    if text[0] in "{}" and not (has_operator(code) and begins_with_placeholder(code)):
        return braces(code, code.find("{")) if text[0] == "{" else _closing(code)
    if has_operator(code):
        return links(code)
    if first is not None and word.lower() in _KEYWORDS and "[" in code:
        line = _statement(code, word.lower(), first.start(1), inside=inside)
        fault = Fault(*first.span(1), f"OnlineWardleyMaps reads only “{word.lower()}”.", "Read as if it were so.")
        return line._replace(faults=(*line.faults, fault))
    loose = loose_link(code) if ">" in code else None
    return Line((loose,)) if loose else Line((), (_unknown(code),))


remembered = lru_cache(maxsize=32768)(parsed)
"""The same for the lines of a text that is at hand, which are read again and again."""


def _statement(code: str, word: str, start: int, *, inside: bool) -> Line:
    if word == "pipeline":
        line = pipeline(code, word, start)
    else:
        is_component = word in COMPONENT_WORDS
        said = component(code, word, start, inside=inside) if is_component else _PARSERS[word](code, word, start)
        line = Line((said,))
    if not has_operator(code) or ("[" in code and word != "evolve"):
        return line
    said = line.statements[0]
    other = links(code).statements
    return line._replace(statements=(said._replace(otherwise=other[0]), *line.statements[1:])) if other else line


def _closing(code: str) -> Line:
    at = code.find("}")
    statement = Statement(Role.CLOSE, {}, {}, at, at + 1)
    rest = code[at + 1 :].strip()
    if not rest:
        return Line((statement,))
    first = code.find(rest, at + 1)
    reason = f"“{rest[:80]}” is not understood after the brace."
    return Line((statement,), (Fault(first, first + len(rest), reason, "Kept in the text, not shown."),))


def _unknown(code: str) -> Fault:
    start = len(code) - len(code.lstrip())
    text = code.strip()
    return Fault(start, start + len(text), f"“{text[:80]}” is no statement that a map has.", "Kept in the text.", True)
