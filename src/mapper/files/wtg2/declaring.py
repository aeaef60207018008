"""Declarations of wtg2: a name, its place along evolution, and what else is said of it in one line or in its braces."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mapper.files.diary import Diary, Statement
from mapper.files.methods import method_of
from mapper.files.wtg2.tree import Node
from mapper.model import Inertia, InertiaKind, Method

LEFT_OUT = "It was left out."
_HEAD = re.compile(r"(?:(component|anchor|submap)\s+)?(.*)", re.DOTALL)
_COLON = re.compile(r"\s:\s+|:\s+(?=(?:IV|I{1,3})\b)|:$")
_STAGE = re.compile(r"(IV|III|II|I)(?:\s*\.\s*(\d+))?(?![\w.])")
_INERTIA = re.compile(r"(!{1,3})(?:\s*\(([\w\s,-]*)\))?")
_TO = re.compile(r">>")
_WORDS = re.compile(r"\(([\w\s,-]*)\)")
_VISIBILITY = re.compile(r"@\s*(\d*\.?\d+)")
_KEY = re.compile(r"([\w-]+)\s*:\s*(.*)", re.DOTALL)
_BASES = {"I": 0, "II": 25, "III": 50, "IV": 75}
_KINDS = {
    "tech": InertiaKind.TECHNICAL,
    "technical": InertiaKind.TECHNICAL,
    "financial": InertiaKind.FINANCIAL,
    "human": InertiaKind.HUMAN,
    "relational": InertiaKind.CONTRACTUAL,
    "social": InertiaKind.SOCIAL,
}
"""wtg2 means obligations from contracts by “relational”."""


@dataclass(slots=True)
class Declared:
    """What is said of one thing; numbers are wtg2's own. `facts` are lines for which our records have no field."""

    statement: Statement
    name: str
    word: str = "component"
    evolution: float | None = None
    to: float | None = None
    inertia: Inertia | None = None
    method: Method | None = None
    visibility: float | None = None
    facts: list[str] = field(default_factory=list)


def declared(node: Node, diary: Diary) -> Declared | None:
    """What a statement declares, with what its braces say; None if it declares nothing."""
    statement = node.statement
    colon = _COLON.search(statement.text)
    head = _HEAD.fullmatch(statement.text[: colon.start()] if colon else statement.text)
    if head is None or not (colon or head[1]):
        return None
    found = Declared(statement, plain(head[2]), head[1] or "component")
    if not found.name:
        return None
    if colon:
        _tail(found, statement, colon.end(), diary)
    for line in node.read():
        _detail(found, line, diary)
    return found


def is_declaration(text: str) -> bool:
    """Whether a line gives something a stage: what no other language writes so."""
    colon = _COLON.search(text)
    return colon is not None and "[" not in text and _STAGE.match(text, colon.end()) is not None


def place(stage: re.Match[str]) -> float:
    """From 0 to 1, the stages being quarters, to two decimals as wtg2 cuts it off. A stage alone is its middle."""
    share = float(f"0.{stage[2][:9]}") if stage[2] else 0.5
    return int(_BASES[stage[1]] + share * 25 + 1e-9) / 100


def _tail(found: Declared, statement: Statement, at: int, diary: Diary) -> None:
    """What stands after the colon."""
    text, end = statement.text, len(statement.text)
    if stage := _STAGE.match(text, at):
        found.evolution, at = place(stage), stage.end()
    while at < end:
        if text[at].isspace():
            at += 1
        elif mark := _INERTIA.match(text, at):
            found.inertia, at = _inertia(mark), mark.end()
        elif (mark := _TO.match(text, at)) and (stage := _STAGE.search(text, mark.end())):
            found.to, at = place(stage), stage.end()
        elif mark := _WORDS.match(text, at):
            _method(found, mark, diary)
            at = mark.end()
        elif mark := _VISIBILITY.match(text, at):
            found.visibility, at = min(1.0, float(mark[1])), mark.end()
        else:
            diary.note(statement, "This part was not understood.", LEFT_OUT, at)
            return


def _inertia(mark: re.Match[str]) -> Inertia:
    words = re.split(r"[\s,]+", (mark[2] or "").strip().lower())
    kinds = [_KINDS[word] for word in words if word in _KINDS]
    others = [word for word in words if word and word not in _KINDS] + [kind.value for kind in kinds[1:]]
    text = f"Also {', '.join(others)}." if others else ""
    return Inertia(level=len(mark[1]), kind=kinds[0] if kinds else None, text=text)


def _method(found: Declared, mark: re.Match[str], diary: Diary) -> None:
    found.method = method_of(mark[1]) or found.method
    if method_of(mark[1]) is None:
        reason = f"“{mark[1].strip()[:40]}” is no way to obtain a component."
        diary.note(found.statement, reason, LEFT_OUT, mark.start(), mark.end() - mark.start())


def _detail(found: Declared, line: Node, diary: Diary) -> None:
    """A key and its value between the braces of a component."""
    key = _KEY.fullmatch(line.text)
    if not key:
        diary.note(line.statement, "This line was not understood.", LEFT_OUT)
        return
    word, value = key[1].lower(), plain(key[2])
    stage = _STAGE.match(value)
    if word == "evolution" and stage:
        found.evolution = place(stage)
        if _TO.match(value[stage.end() :].lstrip()) and (to := _STAGE.search(value, stage.end())):
            found.to = place(to)
    elif word == "type" and method_of(value):
        found.method = method_of(value)
    elif word == "visibility" and re.fullmatch(r"\d*\.?\d+", value):
        found.visibility = min(1.0, float(value))
    elif word == "note":
        found.facts.append(value)
    else:
        found.facts.append(f"{word.capitalize()}: {value}")


def plain(text: str) -> str:
    """A name or value without its quotation marks."""
    text = text.strip()
    return text[1:-1].replace('\\"', '"') if len(text) > 1 and text[0] == text[-1] == '"' else text
