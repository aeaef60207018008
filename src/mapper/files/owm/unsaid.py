"""What a document holds beyond what the statements of its text say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property
from itertools import chain
from typing import NamedTuple

from mapper.files.owm import facts
from mapper.files.owm.carried import OF, Entry, Json, dicts, listed
from mapper.files.owm.claims import Claim, Told, is_component
from mapper.files.owm.facts import Fields
from mapper.files.owm.hints import NO_ID
from mapper.files.owm.references import References
from mapper.files.owm.remembering import InOrder
from mapper.files.owm.settings import with_settings
from mapper.files.owm.statement import Part, Role, Statement, numbers, words
from mapper.files.owm.words import METHODS, PLACE, is_address
from mapper.model import BLANK, Component, Document, Id, LabelOffset, Link, Pipeline, Plan, Position
from mapper.model.values import Frozen

_OTHERS = {
    Role.NOTE: ("note", "notes", facts.note_fields),
    Role.ANNOTATION: ("annotation", "annotations", facts.annotation_fields),
    Role.ACCELERATOR: ("accelerator", "accelerators", facts.accelerator_fields),
    Role.ATTITUDE: ("attitude", "attitudes", facts.attitude_fields),
}
_CLOSE_ENOUGH = 0.00012
_LABEL_CLOSE_ENOUGH = 0.25


_OF_COMPONENT = (Role.COMPONENT, Role.MEMBER, Role.EVOLVE, Role.METHOD, Role.ADDRESS)
_in_order = InOrder()


class Unsaid(NamedTuple):
    """What carried lines must hold, and how they name records."""

    entries: list[Entry]
    refs: Callable[[], References]


def unsaid(document: Document, told: Told) -> Unsaid:
    """All that the text does not say."""
    found = _Unsaid(document, told)
    return Unsaid(list(found.entries()), lambda: found.refs)


def dumped(value: Frozen) -> dict[str, Json]:
    """A value as JSON, without what is as usual."""
    return value.model_dump(mode="json", exclude_defaults=True)


@cache
def _usual(kind: type[Frozen]) -> Mapping[str, object]:
    """What the fields of a type are if nothing is said."""
    return {name: field.get_default(call_default_factory=True) for name, field in kind.model_fields.items()}


def left_out(record: Frozen, said: Mapping[str, object]) -> dict[str, Json]:
    """The fields of a record that are not as what was said makes them, as JSON."""
    lacking = []
    for name, usual in _usual(type(record)).items():
        there = said.get(name, usual)
        if not _is_close(getattr(record, name), there) and name != "id":
            lacking.append(name)
    if not lacking:
        return {}
    brief = record.model_dump(mode="json", include=set(lacking), exclude_defaults=True)
    whole = record.model_dump(mode="json", include=set(lacking))
    return {name: brief.get(name, whole[name]) for name in lacking}


def _is_close(value: object, there: object) -> bool:
    """Whether what was read is what was meant, but for the rounding of numbers in a text."""
    if value is there or value == there:
        return True
    if isinstance(value, float) and isinstance(there, float):
        return abs(value - there) <= _CLOSE_ENOUGH
    if isinstance(value, LabelOffset) and isinstance(there, LabelOffset):
        return max(abs(value.right - there.right), abs(value.down - there.down)) <= _LABEL_CLOSE_ENOUGH
    if isinstance(value, Position) and isinstance(there, Position):
        return _is_close(value.evolution, there.evolution) and _is_close(value.visibility, there.visibility)
    if isinstance(value, tuple) and isinstance(there, tuple):
        return len(value) == len(there) and all(map(_is_close, value, there))
    return False


class _Unsaid:
    """Finds for one document what its text does not say."""

    def __init__(self, document: Document, told: Told) -> None:
        self._document = document
        self._told = told
        self._claims: dict[tuple[Role, Id], Claim] = {}
        for claim in chain(*told.claims):
            self._claims.setdefault((claim.statement.role, claim.id), claim)

    def entries(self) -> Iterator[Entry]:
        document = self._document
        for id, person in document.people.items():
            yield Entry("person", {"id": id, **left_out(person, {})}, id)
        for id, supplier in document.suppliers.items():
            yield Entry("supplier", {"id": id, **left_out(supplier, {})}, id)
        yield from self._map()
        yield from self._components()
        yield from self._links()
        yield from self._pipelines()
        yield from self._others()
        if document.plans != BLANK.plans:
            yield from self._plans()
        for id, step in document.steps.items():
            shows: list[Json] = [self._subject(each) for each in step.shows]
            yield Entry("step", {"id": id, **left_out(step, {"shows": step.shows}), "shows": shows}, id)

    @cached_property
    def refs(self) -> References:
        return References(self._named(), self._read_links(), self._read_pipelines(), self._counted())

    def _named(self) -> Iterator[tuple[Id, str]]:
        for claim in chain(*self._told.claims):
            if is_component(claim) and claim.id in self._document.components:
                yield claim.id, words(claim.statement.facts, Part.NAME)

    def _read_links(self) -> Iterator[Link]:
        """The links as the text has them, whatever the document says."""
        for claim in chain(*self._told.claims):
            if claim.statement.role is Role.LINK and claim.id in self._document.links:
                source, target = self._ends(claim.statement)
                yield self._document.links[claim.id].model_copy(update={"source": source, "target": target})
        yield from (link for id, link in self._document.links.items() if (Role.LINK, id) not in self._claims)

    def _read_pipelines(self) -> Iterator[Pipeline]:
        for claim in chain(*self._told.claims):
            if claim.statement.role is Role.PIPELINE and claim.id in self._document.pipelines:
                head = self._find(claim.statement, Part.NAME)
                yield self._document.pipelines[claim.id].model_copy(update={"component": head})

    def _counted(self) -> dict[str, list[Id]]:
        return {
            kind: [claim.id for claim in chain(*self._told.claims) if claim.statement.role is role]
            for role, (kind, *_) in _OTHERS.items()
        }

    def _find(self, statement: Statement, part: Part) -> Id | None:
        return self._told.names.find(words(statement.facts, part))

    def _ends(self, statement: Statement) -> tuple[Id | None, Id | None]:
        return self._find(statement, Part.SOURCE), self._find(statement, Part.TARGET)

    def _map(self) -> Iterator[Entry]:
        document = self._document
        said = with_settings(BLANK, {role: each.facts for role, (_, each) in self._told.settings.items()}, {})
        fields = ("title", "about", "stages", "annotations_at", "look", "service", "active_plan")
        payload: dict[str, Json] = {}
        for name in fields:
            value = getattr(document, name)
            if not _is_close(value, getattr(said, name)):
                payload[name] = dumped(value) if isinstance(value, Frozen) else value
        if payload:
            yield Entry("map", payload)

    def _components(self) -> Iterator[Entry]:
        for id, component in self._document.components.items():
            looked_at = self._looked_at(component)
            if _in_order.still(id, *looked_at):
                continue
            payload = left_out(component, self._said_of(component))
            if "evolve" in payload and component.evolve is not None:
                payload["evolve"] = left_out(component.evolve, self._evolve_said(component))
            for need in dicts(payload.get("needs")):
                if "met_by" in need:
                    need["met_by"] = [self.refs.of("component", Id(str(each))) for each in listed(need["met_by"])]
            if payload:
                yield Entry("component", {OF: self.refs.of("component", id), **payload}, id)
            else:
                _in_order.learn(id, *looked_at)

    def _statement(self, role: Role, id: Id) -> Statement | None:
        claim = self._claims.get((role, id))
        return claim.statement if claim is not None else None

    def _looked_at(self, component: Component) -> list[object]:
        """All that decides whether the text says everything about a component."""
        id = component.id
        found: list[object] = [component, *(self._statement(role, id) for role in _OF_COMPONENT)]
        if component.pipeline is not None:
            found += [self._document, self._told]
        return found

    def _said_of(self, component: Component) -> Fields:
        """What the text's lines make of a component."""
        id, claims = component.id, self._claims
        claim = claims.get((Role.COMPONENT, id)) or claims[Role.MEMBER, id]
        said = facts.component_fields(claim.statement.facts)
        if claim.statement.role is Role.MEMBER:
            said["pipeline"] = component.pipeline
            said["visibility"] = self._visibility_in(component)
        if (method := claims.get((Role.METHOD, id))) is not None:
            said["method"] = METHODS[words(method.statement.facts, Part.KEYWORD)]
        if Part.REF in claim.statement.facts:
            said["address"] = self._address_said(claim.statement, id)
        if component.evolve is not None:
            evolve = self._evolve_said(component)
            said["evolve"] = component.evolve if not left_out(component.evolve, evolve) and evolve else None
        return said

    def _evolve_said(self, component: Component) -> Fields:
        claim = self._claims.get((Role.EVOLVE, component.id))
        if claim is not None:
            return facts.evolve_fields(claim.statement.facts, words(claim.statement.facts, Part.NAME))
        main = self._claims.get((Role.COMPONENT, component.id))
        number = numbers(main.statement.facts, Part.NUMBER) if main is not None else ()
        return {"evolution": number[0]} if number else {}

    def _address_said(self, statement: Statement, id: Id) -> str:
        line = self._claims.get((Role.ADDRESS, id))
        ref = words(statement.facts, Part.REF)
        if line is not None:
            return words(line.statement.facts, Part.TEXT)
        return ref if is_address(ref) else ""

    def _visibility_in(self, member: Component) -> float:
        """Where a member's pipeline has it stand."""
        pipeline = self._claims.get((Role.PIPELINE, member.pipeline or NO_ID))
        head = self._find(pipeline.statement, Part.NAME) if pipeline is not None else None
        main = self._claims.get((Role.COMPONENT, head or NO_ID))
        return numbers(main.statement.facts, Part.PLACE)[0] if main is not None else PLACE[0]

    def _links(self) -> Iterator[Entry]:
        for id, link in self._document.links.items():
            claim = self._claims.get((Role.LINK, id))
            if claim is None:
                payload = self._joined(left_out(link, {}))
                yield Entry("link", payload, id)
                continue
            source, target = self._ends(claim.statement)
            looked_at = (link, claim.statement, source, target)
            if _in_order.still(id, *looked_at):
                continue
            said = {**facts.link_fields(claim.statement.facts), "source": source, "target": target}
            payload = self._joined(left_out(link, said))
            if payload:
                yield Entry("link", {OF: self.refs.of("link", id), **payload}, id)
            else:
                _in_order.learn(id, *looked_at)

    def _joined(self, payload: dict[str, Json]) -> dict[str, Json]:
        """With names for components."""
        ends = {"source", "target", "component"} & payload.keys()
        return {**payload, **{end: self.refs.of("component", Id(str(payload[end]))) for end in ends}}

    def _pipelines(self) -> Iterator[Entry]:
        for id, pipeline in self._document.pipelines.items():
            statement = self._claims[Role.PIPELINE, id].statement
            said = {**facts.pipeline_fields(statement.facts), "component": self._find(statement, Part.NAME)}
            if payload := self._joined(left_out(pipeline, said)):
                yield Entry("pipeline", {OF: self.refs.of("pipeline", id), **payload}, id)

    def _others(self) -> Iterator[Entry]:
        for role, (kind, table, reader) in _OTHERS.items():
            for id, record in getattr(self._document, table).items():
                if payload := self._joined(left_out(record, reader(self._claims[role, id].statement.facts))):
                    yield Entry(kind, {OF: self.refs.of(kind, id), **payload}, id)

    def _plans(self) -> Iterator[Entry]:
        plans = self._document.plans.values()
        for plan in plans:
            payload = left_out(plan, {"contracts": plan.contracts, "interfaces": plan.interfaces})
            for explanation in dicts(payload.get("explanations")):
                explanation["subjects"] = [self._subject(Id(str(each))) for each in listed(explanation.get("subjects"))]
            if "shared" in payload:
                payload["shared"] = [self.refs.of("component", each) for each in plan.shared]
            if payload or len(plans) > 1 or plan.id not in BLANK.plans:
                yield Entry("plan", {"id": plan.id, **payload}, plan.id)
        for plan in plans:
            yield from self._contracts(plan)
        for plan in plans:
            for id, interface in plan.interfaces.items():
                payload = left_out(interface, {"link": id})
                yield Entry("interface", {"plan": plan.id, OF: self.refs.of("link", id), **payload}, id)

    def _contracts(self, plan: Plan) -> Iterator[Entry]:
        for id, contract in plan.contracts.items():
            payload = left_out(contract, {})
            if contract.members:
                payload["members"] = [self.refs.of("component", each) for each in contract.members]
            yield Entry("contract", {"plan": plan.id, "id": id, **payload}, id)

    def _subject(self, id: Id) -> Json:
        """What an explanation or a step speaks of: something on the map by its name, all else by its id."""
        for kind in ("component", "link", "pipeline", *(kind for kind, *_ in _OTHERS.values())):
            ref = self.refs.of(kind, id)
            if ref is not None:
                return {kind: ref}
        return {"id": id}
