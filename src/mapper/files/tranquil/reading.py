"""A `.wmap` of tranquil.systems becomes a document. Its heights are counted from the top, to 100 or to 1."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from mapper.files import groups, stages
from mapper.files.diary import Diary, Statement, lines_of
from mapper.files.gathering import Gathering
from mapper.files.importer import Answers
from mapper.files.owm.names import Lookup
from mapper.files.problem import Place
from mapper.files.report import Opened
from mapper.model import (
    BLANK,
    Component,
    Contract,
    Evolve,
    Id,
    Inertia,
    Note,
    Position,
    Stages,
    clean_name,
)
from mapper.procurement.words import counted

FORMAT = "wmap of tranquil.systems"
_NUMBER = r"\s*([-+]?(?:\d+(?:\.\d*)?|\.\d+))\s*"
_COMPONENT = re.compile(rf"(?!\[)(.+)\({_NUMBER},{_NUMBER}\)\s*(?:\[\s*(\w+)\s*\])?")
_LINK = re.compile(r"--|->")
_TAG = re.compile(r"\[\s*(\w+)\s*\]\s*(.*)", re.DOTALL)
_MOVEMENT = re.compile(r"(.*?)([-+])\s*(\d+(?:\.\d*)?|\.\d+)", re.DOTALL)
_NOTE = re.compile(rf"\({_NUMBER},{_NUMBER}\)\s*(.*)", re.DOTALL)
_STAGE_END = re.compile(rf"\s*\[\s*(I{{1,3}})\s*\]{_NUMBER}$")
_GROUP = re.compile(r"\s*\[\s*group\s*\]", re.IGNORECASE)
_LEFT_OUT = "It was left out."


def is_component(line: str) -> bool:
    return _COMPONENT.fullmatch(line.strip()) is not None


def is_group(line: str) -> bool:
    return _GROUP.match(line) is not None


def is_stage_end(line: str) -> bool:
    return _STAGE_END.match(line) is not None


def read(text: str, answers: Answers) -> Opened:
    """The map that a text describes. Never raises."""
    diary = Diary()
    lines = [
        Statement(line.strip(), at, len(line) - len(line.lstrip()) + 1) for at, line in enumerate(lines_of(text), 1)
    ]
    return _Reader([line for line in lines if line.text], diary, answers).opened()


class _Reader:
    """Reads components first: links, groups and what is said of them name them."""

    def __init__(self, lines: list[Statement], diary: Diary, answers: Answers) -> None:
        self._lines, self._diary, self._answers = lines, diary, answers
        self._map = Gathering(FORMAT, problems=diary.problems)
        self._names = Lookup()
        self._contracts: list[Contract] = []
        self._from_left: dict[Id, float] = {}
        self._whole = _largest(lines)
        self._stages = self._stage_lines()
        self._move = stages.keep_position if self._stages else stages.mover(answers)
        self._undirected = 0
        self._tags: Mapping[str, Callable[[Statement, str], bool]] = {
            "inertia": self._inertia,
            "evolution": self._evolution,
            "note": self._note,
            "group": self._group,
        }

    def opened(self) -> Opened:
        rest = [line for line in self._lines if not self._component(line)]
        for line in rest:
            if line.text.startswith(("//", "#")):
                self._diary.comments += 1
            elif not (is_stage_end(line.text) or self._tag(line) or self._link(line)):
                self._diary.note(line, "This line was not understood.", _LEFT_OUT)
        self._notices()
        document = BLANK.but(stages=Stages(lines=self._stages) if self._stages else Stages())
        opened = self._map.opened(document)
        return replace(opened, document=groups.with_contracts(opened.document, self._contracts))

    def _stage_lines(self) -> tuple[float, float, float] | None:
        """Where stages end, if the map says so for one of them at least; the others are quarters then."""
        ends = dict(zip(("I", "II", "III"), stages.QUARTERS, strict=True))
        found = [(line, end) for line in self._lines if (end := _STAGE_END.match(line.text))]
        for _, end in found:
            ends[end[1]] = float(end[2]) / self._whole
        first, second, third = ends.values()
        if found and not 0 < first < second < third < 1:
            self._diary.note(found[0][0], "The stages do not end one after the other.", "They were read as quarters.")
            return None
        return (first, second, third) if found else None

    def _component(self, line: Statement) -> bool:
        found = _COMPONENT.fullmatch(line.text)
        if not found:
            return False
        name = found[1].strip()
        id = self._map.ids.take(name)
        self._names.add(name, id)
        at = self._at(line, found, 2)
        shape = f"Shape: {found[4].lower()}" if found[4] else ""
        called = self._map.name(name, _place(line))
        self._from_left[id] = float(found[2]) / self._whole
        self._map.components[id] = Component(id=id, name=called, description=shape, **dict(at))
        return True

    def _at(self, line: Statement, found: re.Match[str], group: int) -> Position:
        """A place from two numbers: from the left, and from the top."""
        right, down = (float(found[at]) / self._whole for at in (group, group + 1))
        if not (0 <= right <= 1 and 0 <= down <= 1):
            start, end = found.start(group), found.end(group + 1)
            self._diary.note(
                line, "A number lies beyond the map.", "The edge of the map was taken.", start, end - start
            )
        right, down = (min(1.0, max(0.0, number)) for number in (right, down))
        return Position(evolution=self._move(right), visibility=round(1 - down, 6))

    def _tag(self, line: Statement) -> bool:
        tag = _TAG.fullmatch(line.text)
        reader = self._tags.get(tag[1].lower()) if tag else None
        return bool(tag and reader and reader(line, tag[2].strip()))

    def _inertia(self, line: Statement, name: str) -> bool:
        return self._change(line, name, lambda one: one.but(inertia=Inertia()))

    def _evolution(self, line: Statement, text: str) -> bool:
        """How far something moves from where it is."""
        found = _MOVEMENT.fullmatch(text)
        if not found:
            return False
        way = float(f"{found[2]}{found[3]}") / self._whole

        def moved(one: Component) -> Component:
            to = self._move(min(1.0, max(0.0, self._from_left[one.id] + way)))
            return one.but(evolve=Evolve(evolution=to))

        return self._change(line, found[1].strip(), moved)

    def _note(self, line: Statement, text: str) -> bool:
        found = _NOTE.fullmatch(text)
        if found:
            id, words = self._map.ids.take("note"), self._map.text(found[3].replace("\\n", "\n"))
            lines = "\n".join(part.strip() for part in words.split("\n"))
            self._map.put("notes", Note(id=id, text=lines, **dict(self._at(line, found, 1))))
        return found is not None

    def _group(self, line: Statement, text: str) -> bool:
        names = [name.strip() for name in text.split(",") if name.strip()]
        members = [id for name in names if (id := self._known(line, name)) is not None]
        number = len(self._contracts) + 1
        if groups.become_contracts(self._answers):
            id = self._map.ids.take("contract", str(number))
            self._contracts.append(Contract(id=id, ref=f"C{number}", members=tuple(dict.fromkeys(members))))
            return bool(names)
        for member in members:
            one = self._map.components[member]
            together = self._map.text("\n".join(filter(None, (one.description, f"Group: {text}"))))
            self._map.components[member] = one.but(description=together)
        return bool(names)

    def _link(self, line: Statement) -> bool:
        """`A -> B` or, without a direction, `A -- B`; of several in a row each."""
        marks = list(_LINK.finditer(line.text))
        edges = [0, *(edge for mark in marks for edge in mark.span()), len(line.text)]
        names = [line.text[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True)]
        self._undirected += sum(mark[0] == "--" for mark in marks)
        for source, target in pairwise(names):
            self._map.link((self._names.find(source), self._names.find(target)), (source, target), _place(line))
        return bool(marks)

    def _change(self, line: Statement, name: str, change: Callable[[Component], Component]) -> bool:
        id = self._known(line, name)
        if id is not None:
            self._map.components[id] = change(self._map.components[id])
        return True

    def _known(self, line: Statement, name: str) -> Id | None:
        id = self._names.find(name)
        if id is None:
            self._diary.note(line, f"There is nothing called “{clean_name(name)[:60]}”.", _LEFT_OUT)
        return id

    def _notices(self) -> None:
        notices = self._map.notices
        if self._stages:
            notices.append("The stages end where the map says; every component kept its position and its stage.")
        else:
            notices.append(stages.notice(FORMAT, self._answers))
        if self._contracts:
            notices.append(groups.notice(len(self._contracts)))
        if self._undirected:
            many = counted(self._undirected, "link without a direction", "links without a direction")
            notices.append(f"{many} became what the first needs of the second.")
        if self._diary.comments:
            notices.append(f"Comments have no place in a map here: {counted(self._diary.comments, 'line')} left out.")


def _largest(lines: list[Statement]) -> float:
    """What the numbers of a map go up to: 100, unless none of them is above 1."""
    found = [_COMPONENT.fullmatch(line.text) for line in lines]
    return 100.0 if any(one and max(float(one[2]), float(one[3])) > 1 for one in found) else 1.0


def _place(line: Statement) -> Place:
    return Place(line.line, line.column, line.text[:200])
