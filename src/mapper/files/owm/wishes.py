"""What the lines about a record should say, as the document has it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from mapper.files.ids import slug
from mapper.files.owm import facts
from mapper.files.owm.names import Lookup
from mapper.files.owm.parts import Facts, says
from mapper.files.owm.settings import map_facts
from mapper.files.owm.statement import Part, Role, Statement, words
from mapper.files.owm.words import METHOD_WORDS, is_address
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
    Record,
)

_ABOUT_COMPONENTS = frozenset((Role.COMPONENT, Role.MEMBER, Role.EVOLVE, Role.METHOD, Role.ADDRESS))
BESIDE = frozenset((Role.EVOLVE, Role.METHOD, Role.ADDRESS))
"""Lines about components beside their own."""
NAMING = {
    Role.LINK: (Part.SOURCE, Part.TARGET),
    **dict.fromkeys((Role.EVOLVE, Role.METHOD, Role.PIPELINE), (Part.NAME,)),
}
"""The parts of lines that name something which another line makes."""
_NONE: frozenset[Role] = frozenset()


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

    def __init__(self, document: Document, extra: Mapping[Id, frozenset[Role]], direct: Collection[Id] = ()) -> None:
        """`extra` tells of components the lines that they have beside their own, `direct` which say their address."""
        self.document = document
        self._direct = direct
        self._settings = {role: Wish(wanted) for role, wanted in map_facts(document).items()}
        self._extra = extra
        self._tables: Mapping[Role, Mapping[Id, Record]] = {
            **dict.fromkeys((Role.PIPELINE, Role.OPEN, Role.CLOSE), document.pipelines),
            Role.LINK: document.links,
            Role.NOTE: document.notes,
            Role.ANNOTATION: document.annotations,
            Role.ACCELERATOR: document.accelerators,
            Role.ATTITUDE: document.attitudes,
        }

    def extra(self, id: Id) -> frozenset[Role]:
        """The lines that a component has beside its own."""
        return self._extra.get(id, _NONE)

    def record(self, role: Role, id: Id) -> Record | None:
        """What a line in a role speaks of."""
        return self._tables.get(role, self.document.components).get(id)

    def wants(self, role: Role, id: Id) -> bool:
        """Whether there should be a line about a record in a role."""
        component = self.document.components.get(id)
        if component is None or role not in _ABOUT_COMPONENTS:
            return role in self._tables and id in self._tables[role]
        match role:
            case Role.EVOLVE:
                return component.evolve is not None
            case Role.METHOD:
                return component.method is not None
            case Role.ADDRESS:
                return bool(component.address)
            case _:
                return role is Role.MEMBER or component.pipeline is None

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
                return Wish({Part.NAME: self._ref(component, statement), Part.TEXT: component.address})
        return Wish(self._main(component, statement, is_member=role is Role.MEMBER))

    def _main(self, component: Component, statement: Statement | None, *, is_member: bool) -> Facts:
        there = statement.facts if statement is not None else {}
        keyword = words(there, Part.KEYWORD) or "component"
        wanted = facts.component_facts(component, keyword, inside=is_member)
        extra = self.extra(component.id)
        if Role.METHOD in extra and component.method is not None:
            marks = [mark for mark in words(wanted, Part.MARKS).split(",") if mark != METHOD_WORDS[component.method]]
            wanted.pop(Part.MARKS)
            if marks:
                wanted[Part.MARKS] = ",".join(marks)
        if Part.NUMBER in there and Role.EVOLVE not in extra and component.evolve is not None:
            wanted[Part.NUMBER] = (component.evolve.evolution,)
        if ref := self._wanted_ref(component, words(there, Part.REF), is_member=is_member):
            wanted[Part.REF] = ref
        return wanted

    def address_line(self, id: Id) -> bool:
        """Whether a line of its own should tell a component's address: only those of submaps are read elsewhere."""
        component = self.document.components[id]
        return (
            bool(component.address)
            and component.kind == "submap"
            and component.pipeline is None
            and not any(sign in component.address for sign in ("[", "]", "/*"))
            and id not in self._direct
        )

    def _wanted_ref(self, component: Component, there: str, *, is_member: bool) -> str:
        """What stands in `url(…)`: the address itself where it did so far, else the name of the line that has it."""
        if not there:
            return self._ref(component, None) if not is_member and self.address_line(component.id) else ""
        if is_address(there):
            return component.address
        return there if component.address or Role.ADDRESS not in self.extra(component.id) else ""

    def _ref(self, component: Component, statement: Statement | None) -> str:
        return words(statement.facts, Part.NAME) if statement is not None else slug(component.id)

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
        return self._settings.get(role)
