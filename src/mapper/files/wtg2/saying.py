"""A whole wtg2 map, sorted by what its statements do."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mapper.files.diary import Diary, Statement
from mapper.files.wtg2.declaring import LEFT_OUT, Declared, declared, is_declaration, plain
from mapper.files.wtg2.tree import Node, tell_unread
from mapper.model import Flow

_SETTING = re.compile(r"(title|date|author|scope|question|doctrine|stages):\s*(.*)", re.DOTALL)
_ARROW = re.compile(r"(<->|->)|-\[([^\[\]]*)\]->")
_ON = re.compile(r"(?<!\s)\s+on\s+")
_REMARK = re.compile(r"(note|warning|signal|gameplay)\s+(.*)", re.DOTALL)
_WORD = re.compile(r"(pipeline|group|focus)\s+(.+)", re.DOTALL)
_OF_GROUP = re.compile(r"(color|colour|team)\s*:\s*(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Edge:
    statement: Statement
    source: str
    target: str
    label: str = ""
    flow: Flow | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A note, warning, signal or gameplay on something."""

    statement: Statement
    word: str
    text: str
    on: str


@dataclass(slots=True)
class Group:
    statement: Statement
    name: str
    members: list[str] = field(default_factory=list)
    colour: str = ""
    team: str = ""


@dataclass(slots=True)
class Whole:
    """`pipelines` are the names of their owners with the members; `focus` are names."""

    settings: dict[str, str] = field(default_factory=dict)
    components: list[Declared] = field(default_factory=list)
    pipelines: list[tuple[Statement, str, list[Declared]]] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    focus: list[tuple[Statement, str]] = field(default_factory=list)
    has_legend: bool = False


def sorted_out(nodes: Sequence[Node], diary: Diary) -> Whole:
    """What all statements say; those that say nothing are reported."""
    whole = Whole()
    for node in nodes:
        if not _take(whole, node, diary):
            diary.note(node.statement, "This line was not understood.", LEFT_OUT)
    tell_unread(nodes, diary)
    return whole


def _take(whole: Whole, node: Node, diary: Diary) -> bool:
    """Whether a statement says something."""
    text = node.text
    if setting := _SETTING.fullmatch(text):
        if setting[1] in whole.settings:
            diary.note(node.statement, f"The map says its {setting[1]} more than once.", "The first was taken.")
        whole.settings.setdefault(setting[1], plain(setting[2]))
    elif text == "legend":
        whole.has_legend = True
    elif word := _WORD.fullmatch(text):
        _block(whole, word[1], plain(word[2]), node, diary)
    elif remark := _remark(node.statement):
        whole.remarks.append(remark)
    elif _ARROW.search(text) and not is_declaration(text):
        whole.edges += _edges(node.statement)
    elif component := declared(node, diary):
        whole.components.append(component)
    else:
        return False
    return True


def _block(whole: Whole, word: str, name: str, node: Node, diary: Diary) -> None:
    if word == "focus":
        whole.focus.append((node.statement, name))
    elif word == "group":
        whole.groups.append(_group(whole, name, node, diary))
    else:
        lines = node.read()
        members = [declared(line, diary) for line in lines]
        for line, member in zip(lines, members, strict=True):
            if member is None:
                diary.note(line.statement, "This is no member of a pipeline.", LEFT_OUT)
        whole.pipelines.append((node.statement, name, [member for member in members if member]))


def _group(whole: Whole, name: str, node: Node, diary: Diary) -> Group:
    """A group with its members, which may be declared or only named in it, one a line or with commas."""
    group = Group(node.statement, name)
    for line in node.read():
        if key := _OF_GROUP.fullmatch(line.text):
            if key[1] == "team":
                group.team = plain(key[2])
            else:
                group.colour = plain(key[2])
        elif is_declaration(line.text) or line.has_braces:
            component = declared(line, diary)
            if component is None:
                diary.note(line.statement, "This line was not understood.", LEFT_OUT)
                continue
            whole.components.append(component)
            group.members.append(component.name)
        elif _ARROW.search(line.text):
            whole.edges += _edges(line.statement)
        else:
            group.members += [plain(part) for part in line.text.split(",") if part.strip()]
    return group


def _edges(statement: Statement) -> list[Edge]:
    """`A -> B -> C` is two of them."""
    found: list[Edge] = []
    at, source, arrow = 0, "", None
    for mark in _ARROW.finditer(statement.text):
        found += _edge(statement, source, statement.text[at : mark.start()], arrow)
        source, at, arrow = plain(statement.text[at : mark.start()]), mark.end(), mark
    return found + _edge(statement, source, statement.text[at:], arrow)


def _edge(statement: Statement, source: str, target: str, arrow: re.Match[str] | None) -> list[Edge]:
    if arrow is None:
        return []
    flow = Flow.BOTH if arrow[1] == "<->" else None
    return [Edge(statement, source, plain(target), plain(arrow[2] or ""), flow)]


def _remark(statement: Statement) -> Remark | None:
    """The name stands after the last “ on ”: there may be others in the text."""
    found = _REMARK.fullmatch(statement.text)
    ons: Sequence[re.Match[str]] = list(_ON.finditer(found[2])) if found else ()
    if not found or not ons:
        return None
    last = ons[-1]
    return Remark(statement, found[1], plain(found[2][: last.start()]), plain(found[2][last.end() :]))
