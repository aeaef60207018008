"""Statements become records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pydantic import ConfigDict, TypeAdapter

from mapper.files.owm import facts
from mapper.files.owm.binding import COMPONENT_ROLES, Binder, Bound
from mapper.files.owm.facts import Fields
from mapper.files.owm.hints import NO_ID, Before
from mapper.files.owm.ledger import Ledger, Reader, altered
from mapper.files.owm.linking import Linker
from mapper.files.owm.statement import Part, Role, numbers, words
from mapper.files.owm.walking import NOWHERE, Sight
from mapper.files.owm.words import METHODS, PLACE, is_address
from mapper.model import (
    Accelerator,
    Annotation,
    Attitude,
    Component,
    Evolve,
    Id,
    Link,
    Note,
    Pipeline,
    Record,
)

_LATER = ConfigDict(defer_build=True)
_COMPONENTS = TypeAdapter(dict[Id, Component], config=_LATER)
_LINKS = TypeAdapter(dict[Id, Link], config=_LATER)
"""To check thousands of records all at once is cheaper; those that are there already stay as they are."""

_COMPONENT = Role.COMPONENT
_NAMED_AND_PLACED = 3
"""How many parts a component's line has that says no more than its kind, its name and its place, as most do."""
_SIMPLE: dict[Role, tuple[str, type[Record], Reader, Part]] = {
    Role.NOTE: ("notes", Note, facts.note_fields, Part.TEXT),
    Role.ANNOTATION: ("annotations", Annotation, facts.annotation_fields, Part.NUMBER),
    Role.ACCELERATOR: ("accelerators", Accelerator, facts.accelerator_fields, Part.NAME),
    Role.ATTITUDE: ("attitudes", Attitude, facts.attitude_fields, Part.KEYWORD),
}
"""Records that refer to no others: their table and type, what their line says, and what their id is made of."""


class Builder(Ledger):
    """Makes the records that a text's statements speak of. What a line said before and still says is left alone."""

    def __init__(self, sights: Sequence[Sight], binder: Binder, before: Before) -> None:
        super().__init__(is_carried_on=before.is_carried_on)
        self.components: dict[Id, Component] = {}
        self.links: dict[Id, Link] = {}
        self.pipelines: dict[Id, Pipeline] = {}
        self.remarks: dict[str, dict[Id, Record]] = {table: {} for table, *_ in _SIMPLE.values()}
        self.settings: dict[Role, Bound] = {}
        self.unsettled: set[Role] = set()
        self.unresolved = 0
        self._sights = sights
        self._binder = binder
        self._before = before
        self._previous = before.document
        self._fields: dict[Id, Fields] = {}
        self._members: list[tuple[int, Id]] = []
        self._blocks: dict[int, Id] = {}
        self._addresses: dict[str, Bound] = {}
        self._got: set[Id] = set()
        self._refs: dict[Id, Bound] = {}

    def build(self) -> None:
        for bound, id in self._binder.components():
            self._component(bound, id)
        self._keep_unreadable(components=True)
        links = []
        for bound in self._binder.others():
            if bound.statement.role is Role.LINK:
                links.append(bound)
            else:
                self._see(bound)
        self._keep_unreadable(components=False)
        self._give_addresses()
        self._join_members()
        self._make_components()
        linker = Linker(self, self._binder, self.components, self._previous.links)
        joined: dict[Id, Link | Fields] = {**self.links}
        for bound in links:
            linker.link(bound, joined)
        self.links = _LINKS.validate_python(joined)
        self.unresolved = linker.unresolved

    def _see(self, bound: Bound) -> None:
        match bound.statement.role:
            case Role.EVOLVE:
                self._evolve(bound)
            case Role.METHOD:
                self._method(bound)
            case Role.PIPELINE:
                self._pipeline(bound)
            case Role.OPEN | Role.CLOSE:
                self._brace(bound)
            case Role.ADDRESS:
                self._addresses.setdefault(words(bound.statement.facts, Part.NAME), bound)
            case role if role in _SIMPLE:
                self._remark(bound)
            case _:
                self._setting(bound)

    def tables(self) -> Mapping[str, Mapping[Id, Record]]:
        """All records, by the name of their table."""
        pipelines, links = self.pipelines, self.links
        return {"components": self.components, "pipelines": pipelines, "links": links, **self.remarks}

    def _component(self, bound: Bound, id: Id) -> None:
        self.speak(bound, id)
        self._fields[id] = self.news(bound, id, facts.component_fields)
        said, had = bound.statement.facts, self._before.had
        if len(said) == _NAMED_AND_PLACED and not had and bound.statement.role is _COMPONENT:
            return
        if Part.MARKS in said and not METHODS.keys().isdisjoint(words(said, Part.MARKS).split(",")):
            self._got.add(id)
        if Part.NUMBER in said:
            self._head_for(id, {"evolution": numbers(said, Part.NUMBER)[0]})
        if Part.REF in said:
            self._refs[id] = bound
        elif (Role.ADDRESS, id) in had:
            self._fields[id]["address"] = ""
        if bound.statement.role is Role.MEMBER:
            self._members.append((self._sights[bound.at].block, id))
        elif (Role.MEMBER, id) in had:
            self._fields[id]["pipeline"] = None

    def _named(self, bound: Bound) -> Id:
        """The component that a line is about; what it was before where there is none of that name for the moment."""
        name = words(bound.statement.facts, Part.NAME)
        before = bound.hint.of(bound.statement.role)
        if bound.statement.role is Role.PIPELINE and before:
            head = self._previous.pipelines.get(before)
            before = head.component if head is not None else NO_ID
        found = self._binder.names.find(name)
        if before in self._fields and (bound.hint.stands or found is None):
            if found != before:
                self.kept.add(bound.at)
                if not bound.hint.stands:
                    self.unknown(bound, Part.NAME, "What the line said before still holds.")
            return before
        if found is None:
            self.unknown(bound, Part.NAME, "Left out.")
        return found or NO_ID

    def _evolve(self, bound: Bound) -> None:
        id = self._named(bound)
        if not id:
            return
        if "evolve" in self._fields[id]:
            self.fault(bound, Part.NAME, "Where this is heading has been said before.", "The first counts.")
            return
        self.speak(bound, id)
        name = words(bound.statement.facts, Part.NAME)
        news = self.news(bound, id, lambda said: facts.evolve_fields(said, name)) if bound.at not in self.kept else {}
        self._head_for(id, news)

    def _head_for(self, id: Id, news: Fields) -> None:
        known = self._previous.components.get(id)
        base = known.evolve if known is not None else None
        self._fields[id]["evolve"] = altered(base, news) if base is not None else Evolve(**news) if news else None

    def _keep_unreadable(self, *, components: bool) -> None:
        """What a line spoke of that makes no sense at all for the moment stays as it was."""
        for at, hint in self._before.hints.items():
            line = self._sights[at].line
            if line.statements or not line.faults or not self._before.is_carried_on:  # a comment is nothing unreadable
                continue
            self.kept.add(at)
            for nth, (statement, id) in enumerate(hint.before):
                if (statement.role in COMPONENT_ROLES) == components:
                    self._keep(statement.role, id)
                    self.spoken[at, nth] = id

    def _keep(self, role: Role, id: Id) -> None:
        previous = self._previous
        if role in COMPONENT_ROLES:
            self._fields.setdefault(id, {})
        elif role is Role.EVOLVE and id in self._fields:
            self._fields[id].setdefault("evolve", previous.components[id].evolve)
        elif role is Role.METHOD:
            self._got.add(id)
        elif role is Role.PIPELINE and previous.pipelines[id].component in self._fields:
            self.pipelines.setdefault(id, previous.pipelines[id])
        elif role is Role.LINK and {previous.links[id].source, previous.links[id].target} <= self._fields.keys():
            self.links.setdefault(id, previous.links[id])
        elif role in _SIMPLE:
            table = _SIMPLE[role][0]
            self.remarks[table].setdefault(id, getattr(previous, table)[id])

    def _method(self, bound: Bound) -> None:
        id = self._named(bound)
        if not id:
            return
        if id in self._got:
            self.fault(bound, Part.KEYWORD, "The text has said before how this is got.", "The first counts.")
            return
        self.speak(bound, id)
        self._got.add(id)
        if not bound.hint.stands:
            self._fields[id]["method"] = METHODS[words(bound.statement.facts, Part.KEYWORD)]

    def _pipeline(self, bound: Bound) -> None:
        head = self._named(bound)
        if not head:
            return
        id = self._binder.own(bound, "pipeline", words(bound.statement.facts, Part.NAME))
        self.speak(bound, id)
        self._blocks[bound.at] = id
        news = {"component": head, **self.news(bound, id, facts.pipeline_fields)}
        base = self._previous.pipelines.get(id)
        self.pipelines[id] = altered(base, news) if base is not None else Pipeline(id=id, **news)

    def _brace(self, bound: Bound) -> None:
        """Braces belong to the pipeline that was named last."""
        block = self._sights[bound.at].block
        if bound.statement.role is Role.OPEN:
            block = max((at for at in (block, bound.at) if at in self._blocks), default=NOWHERE)
        if block in self._blocks:
            self.speak(bound, self._blocks[block])

    def _remark(self, bound: Bound) -> None:
        table, make, reader, part = _SIMPLE[bound.statement.role]
        said = bound.statement.facts
        word = words(said, part) or "".join(str(int(number)) for number in numbers(said, part))
        id = self._binder.own(bound, *([bound.statement.role, word] if part is Part.NUMBER else [word]))
        self.speak(bound, id)
        news = self.news(bound, id, reader)
        base = getattr(self._previous, table).get(id)
        self.remarks[table][id] = altered(base, news) if base is not None else make(id=id, **news)

    def _setting(self, bound: Bound) -> None:
        """Of several the last counts, but of titles the first; a broken one does not."""
        role = bound.statement.role
        if any(fault.broken for fault in bound.statement.faults):
            self.unsettled.add(role)
        elif role is Role.TITLE:
            self.settings.setdefault(role, bound)
        else:
            self.settings[role] = bound

    def _give_addresses(self) -> None:
        for id, bound in self._refs.items():
            ref = words(bound.statement.facts, Part.REF)
            there = self._addresses.get(ref)
            if there is not None:
                self.speak(there, id)
                self._fields[id]["address"] = words(there.statement.facts, Part.TEXT)
            elif is_address(ref):
                self._fields[id]["address"] = ref
            else:
                reason = f"There is no line “url {ref[:80]} […]” that gives the address."
                self.fault(bound, Part.REF, reason, "The component has no address.")

    def _join_members(self) -> None:
        """Members stand at the visibility of their pipeline's component."""
        for at, id in self._members:
            pipeline = self.pipelines.get(self._blocks.get(at, NO_ID))
            fields = self._fields[id]
            fields["pipeline"] = pipeline.id if pipeline is not None else None
            visibility = self._visibility(pipeline.component) if pipeline is not None else PLACE[0]
            known = self._previous.components.get(id)
            if known is None or known.pipeline != fields["pipeline"]:
                fields["visibility"] = visibility

    def _visibility(self, id: Id) -> object:
        known = self._previous.components.get(id)
        default = known.visibility if known is not None else PLACE[0]
        return self._fields[id].get("visibility", default)

    def _make_components(self) -> None:
        before, had = self._previous.components, self._before.had
        made: dict[Id, Component | Fields] = {}
        for id, fields in self._fields.items():
            base = before.get(id)
            if base is None:
                made[id] = {"id": id, **fields}
                continue
            if (Role.EVOLVE, id) in had:
                fields.setdefault("evolve", None)
            if (Role.METHOD, id) in had and id not in self._got:
                fields.setdefault("method", None)
            if base.pipeline not in self.pipelines:
                fields.setdefault("pipeline", None)
            made[id] = altered(base, fields)
        self.components = _COMPONENTS.validate_python(made)
