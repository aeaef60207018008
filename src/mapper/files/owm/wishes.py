"""What the lines about a record should say, as the document has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from mapper.files.owm import facts
from mapper.files.owm.grammar.settings import ARROW
from mapper.files.owm.names import Lookup
from mapper.files.owm.parts import Facts, says
from mapper.files.owm.statement import Part, Role, Statement, words
from mapper.files.owm.words import METHOD_WORDS
from mapper.model import (
    Accelerator,
    Annotation,
    Attitude,
    Component,
    Document,
    Id,
    Link,
    Note,
    Pipeline,
    Stages,
)

_DEFAULT_TITLE = Document.model_fields["title"].default


class Wish(NamedTuple):
    """What a line should say, and whom its names should mean."""

    facts: Facts
    refs: Mapping[Part, Id] = {}

    def wrong(self, statement: Statement, names: Lookup) -> list[Part]:
        """The parts that a line does not say as it should."""
        role, there = statement.role, statement.facts
        parts = dict.fromkeys([*there, *self.facts])
        found = []
        for part in parts:
            if part in self.refs:
                if names.find(words(there, part)) != self.refs[part]:
                    found.append(part)
            elif not says(role, part, there.get(part), self.facts.get(part)):
                found.append(part)
        return found


class Wishes:
    """Answers for one document what its text should say."""

    def __init__(self, document: Document, extra: Mapping[Id, frozenset[Role]]) -> None:
        """`extra` tells of components the lines that they have beside their own."""
        self.document = document
        self._extra = extra

    def of(self, role: Role, id: Id, statement: Statement | None = None) -> Wish | None:
        """What the line of a record in a role should say; None if there should be none."""
        document = self.document
        match role:
            case Role.COMPONENT | Role.MEMBER | Role.EVOLVE | Role.METHOD | Role.ADDRESS:
                component = document.components.get(id)
                return self._about(role, component, statement) if component is not None else None
            case Role.PIPELINE:
                pipeline = document.pipelines.get(id)
                return self._pipeline(pipeline) if pipeline is not None else None
            case Role.OPEN | Role.CLOSE:
                return Wish({}) if id in document.pipelines else None
            case Role.LINK:
                link = document.links.get(id)
                return self._link(link) if link is not None else None
            case _:
                return self._remark(role, id)

    def _about(self, role: Role, component: Component, statement: Statement | None) -> Wish | None:
        match role:
            case Role.EVOLVE:
                return self._evolve(component)
            case Role.METHOD:
                return self._method(component)
            case Role.ADDRESS:
                return None if statement is None or not component.address else _address(component, statement)
        is_member = role is Role.MEMBER
        if is_member == (component.pipeline is None):
            return None
        return Wish(self._main(component, statement, is_member=is_member))

    def _main(self, component: Component, statement: Statement | None, *, is_member: bool) -> Facts:
        there = statement.facts if statement is not None else {}
        keyword = words(there, Part.KEYWORD) or "component"
        wanted = facts.component_facts(component, keyword, inside=is_member)
        extra = self._extra.get(component.id, frozenset())
        if Role.METHOD in extra and component.method is not None:
            marks = [mark for mark in words(wanted, Part.MARKS).split(",") if mark != METHOD_WORDS[component.method]]
            wanted.pop(Part.MARKS)
            if marks:
                wanted[Part.MARKS] = ",".join(marks)
        if Part.NUMBER in there and Role.EVOLVE not in extra and component.evolve is not None:
            wanted[Part.NUMBER] = (component.evolve.evolution,)
        if Part.REF in there:
            wanted[Part.REF] = there[Part.REF]
        return wanted

    def _evolve(self, component: Component) -> Wish | None:
        if component.evolve is None:
            return None
        return Wish(facts.evolve_facts(component, component.evolve), {Part.NAME: component.id})

    def _method(self, component: Component) -> Wish | None:
        if component.method is None:
            return None
        wanted: Facts = {Part.KEYWORD: METHOD_WORDS[component.method], Part.NAME: component.name}
        return Wish(wanted, {Part.NAME: component.id})

    def _pipeline(self, pipeline: Pipeline) -> Wish:
        name = self.document.components[pipeline.component].name
        return Wish(facts.pipeline_facts(pipeline, name), {Part.NAME: pipeline.component})

    def _link(self, link: Link) -> Wish:
        source, target = (self.document.components[id].name for id in (link.source, link.target))
        return Wish(facts.link_facts(link, source, target), {Part.SOURCE: link.source, Part.TARGET: link.target})

    def _remark(self, role: Role, id: Id) -> Wish | None:
        document = self.document
        record: Note | Annotation | Accelerator | Attitude | None
        match role:
            case Role.NOTE if record := document.notes.get(id):
                return Wish(facts.note_facts(record))
            case Role.ANNOTATION if record := document.annotations.get(id):
                return Wish(facts.annotation_facts(record))
            case Role.ACCELERATOR if record := document.accelerators.get(id):
                return Wish(facts.accelerator_facts(record))
            case Role.ATTITUDE if record := document.attitudes.get(id):
                return Wish(facts.attitude_facts(record))
        return None

    def setting(self, role: Role) -> Wish | None:
        """What the line about the map in a role should say; None if nothing need be said."""
        document, look = self.document, self.document.look
        match role:
            case Role.TITLE if document.title != _DEFAULT_TITLE and document.title.strip():
                return Wish({Part.TEXT: document.title})
            case Role.STYLE if look.style is not None:
                return Wish({Part.TEXT: look.style.value})
            case Role.SIZE if look.width or look.height:
                return Wish({Part.PLACE: (float(look.width or 0), float(look.height or 0))})
            case Role.EVOLUTION if document.stages.names != Stages().names:
                return Wish({Part.TEXT: ARROW.join(document.stages.names)})
            case Role.ANNOTATIONS_AT if (at := document.annotations_at) is not None:
                return Wish({Part.PLACE: (at.visibility, at.evolution)})
            case Role.HIDE_EVOLUTION if look.hides_evolution:
                return Wish({})
            case Role.HIDE_VALUE_CHAIN if look.hides_value_chain:
                return Wish({})
            case Role.Y_AXIS if look.value_chain or look.bottom or look.top:
                return Wish({Part.TEXT: ARROW.join((look.value_chain, look.bottom, look.top))})
        return None


def _address(component: Component, statement: Statement) -> Wish:
    return Wish({Part.NAME: words(statement.facts, Part.NAME), Part.TEXT: component.address})
