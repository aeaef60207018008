"""A diagram in Mermaid's `wardley-beta` becomes a document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from mapper.files import stages
from mapper.files.diary import Diary, Statement
from mapper.files.gathering import Gathering
from mapper.files.importer import Answers
from mapper.files.mermaid import said
from mapper.files.mermaid.blocks import Diagram
from mapper.files.mermaid.heading import heading, stages_of
from mapper.files.mermaid.pipelines import parse_all
from mapper.files.mermaid.statements import statements
from mapper.files.owm.labels import offset_of
from mapper.files.owm.names import Lookup
from mapper.files.problem import Place
from mapper.files.report import Opened
from mapper.model import (
    Accelerator,
    Annotation,
    Component,
    Evolve,
    Id,
    Inertia,
    Note,
    Pipeline,
    Position,
    clean_name,
)
from mapper.procurement.words import counted

_SaidT = TypeVar("_SaidT")


def read(diagram: Diagram, answers: Answers) -> Opened:
    """The map that a diagram draws. Never raises."""
    return _Reader(diagram, answers).opened()


def has_stage_lines(diagram: Diagram) -> bool:
    """Whether a diagram says where its stages end."""
    diary = Diary()
    return stages_of((one for one in _all_said(diagram, diary) if isinstance(one, said.Evolution)), diary)[1]


def title_of(diagram: Diagram) -> str:
    return heading(diagram, _all_said(diagram, Diary())).title


def _all_said(diagram: Diagram, diary: Diary) -> list[said.Said]:
    return list(parse_all(statements(diagram.lines, diagram.first, diary), diary))


class _Reader:
    """Puts what was said together. A name may be used before it is declared, so it goes over all of it kind by kind."""

    def __init__(self, diagram: Diagram, answers: Answers) -> None:
        self._diary = Diary(comments=diagram.comments)
        self._whole = _all_said(diagram, self._diary)
        self._heading = heading(diagram, self._whole)
        self._map = Gathering("Mermaid", problems=self._diary.problems)
        self._names, self._called = Lookup(), set[str]()
        self._stages, self._has_ends = stages_of(self._all(said.Evolution), self._diary)
        self._move = stages.keep_position if self._has_ends else stages.mover(answers)
        self._tell(answers)

    def opened(self) -> Opened:
        for one in self._all(said.Component):
            inertia = Inertia() if one.has_inertia else None
            more = {"kind": one.kind, "method": one.method, "inertia": inertia}
            self._add(one.statement, one.name, self._at(one.place), one.label, **more)
        for pipeline in self._all(said.Pipeline):
            self._pipeline(pipeline)
        for evolve in self._all(said.Evolve):
            self._evolve(evolve)
        for link in self._all(said.Link):
            self._link(link)
        self._notes()
        self._annotations()
        boxes = [self._at(box.place) for box in self._all(said.Annotations)]
        return self._map.opened(self._heading.but(stages=self._stages, annotations_at=boxes[0] if boxes else None))

    def _all(self, kind: type[_SaidT]) -> Iterator[_SaidT]:
        return (one for one in self._whole if isinstance(one, kind))

    def _at(self, place: said.Place) -> Position:
        return Position(evolution=self._move(place.evolution), visibility=place.visibility)

    def _tell(self, answers: Answers) -> None:
        """Sentences on how the whole was read."""
        notices = self._map.notices
        if not self._has_ends:
            notices.append(stages.notice("Mermaid", answers))
        else:
            notices.append("The stages end where the map says; every component kept its position and its stage.")
        if dashed := sum(link.is_dashed for link in self._all(said.Link)):
            notices.append(f"Links are not dashed here: {counted(dashed, 'dashed link')} became like the others.")
        if self._diary.comments:
            notices.append(f"Comments have no place in a map here: {counted(self._diary.comments, 'line')} left out.")

    def _add(
        self, statement: Statement, name: str, at: Position, label: said.Pixels | None = None, **more: object
    ) -> Id:
        """A new component. Mermaid makes one of those that have the same name; here both are kept."""
        id = self._map.ids.take(name)
        if name in self._called:
            reason = f"Mermaid draws everything called “{clean_name(name)[:60]}” as one."
            self._diary.note(statement, reason, "Both are kept; links lead to the first.")
        self._called.add(name)
        self._names.add(name, id)
        name = clean_name(name)
        offset = offset_of(label, name) if label else None
        self._map.components[id] = Component(id=id, name=name, **dict(at), label=offset, **more)
        return id

    def _pipeline(self, said_: said.Pipeline) -> None:
        owner = self._names.find(said_.name)
        id = None
        if owner is None:
            reason = f"There is no component “{clean_name(said_.name)[:60]}” for this pipeline."
            self._diary.note(said_.statement, reason, "Its members became components of their own.")
        else:
            id = self._map.ids.take(said_.name, "pipeline")
            self._map.put("pipelines", Pipeline(id=id, component=owner))
        visibility = self._map.components[owner].visibility if owner else 0.9
        for member in said_.members:
            at = Position(evolution=self._move(member.evolution), visibility=visibility)
            component = self._add(member.statement, member.name, at, member.label, pipeline=id)
            # What Mermaid calls a member within; others may be named so as well.
            self._names.add(f"{said_.name}_{member.name}", component)

    def _evolve(self, evolve: said.Evolve) -> None:
        id = self._names.find(evolve.name)
        if id is None:
            reason = f"There is nothing called “{clean_name(evolve.name)[:60]}” that could evolve."
            self._diary.note(evolve.statement, reason, "It was left out.")
            return
        to = Evolve(evolution=self._move(evolve.evolution), name=clean_name(evolve.new_name))
        self._map.components[id] = self._map.components[id].but(evolve=to)

    def _link(self, link: said.Link) -> None:
        statement, names = link.statement, (link.source, link.target)
        ends = (self._names.find(link.source), self._names.find(link.target))
        at = Place(statement.line, statement.column, statement.text)
        self._map.link(ends, names, at, label=link.label, flow=link.flow, value=link.value)

    def _notes(self) -> None:
        for note in self._all(said.Note):
            id, text = self._map.ids.take("note"), self._map.text(note.text)
            self._map.put("notes", Note(id=id, text=text, **dict(self._at(note.place))))
        for force in self._all(said.Accelerator):
            id, name = self._map.ids.take(force.name), clean_name(force.name)
            self._map.put(
                "accelerators", Accelerator(id=id, name=name, slows=force.slows, **dict(self._at(force.place)))
            )

    def _annotations(self) -> None:
        """One without text is one more place of the one before it that has its number."""
        latest: dict[int, Id] = {}
        drawn: dict[Id, tuple[int, str, list[Position]]] = {}
        for said_ in self._all(said.Annotation):
            number, text = min(999, max(1, said_.number)), self._map.text(said_.text)
            if text or number not in latest:
                latest[number] = id = self._map.ids.take("annotation", str(number))
                drawn[id] = number, text, []
            drawn[latest[number]][2].append(self._at(said_.place))
        for id, (number, text, places) in drawn.items():
            self._map.put("annotations", Annotation(id=id, number=number, text=text, positions=tuple(places)))
