"""What carried lines say comes back into the document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from mapper.files.ids import Ids
from mapper.files.owm.carried import KINDS, OF, Entry, Json, Misfit, dicts, listed, told
from mapper.files.owm.hints import NO_ID
from mapper.files.owm.plans import PlanRestorer
from mapper.files.owm.references import References
from mapper.model import (
    Document,
    Evolve,
    Id,
    Link,
    Person,
    Record,
    Service,
    Supplier,
    broken_references,
)
from mapper.model.values import Frozen

F = TypeVar("F", bound=Frozen)
_OTHERS = {
    "note": "notes",
    "annotation": "annotations",
    "accelerator": "accelerators",
    "attitude": "attitudes",
}
_TABLES = ("people", "suppliers", "components", "links", "pipelines", *_OTHERS.values())
_PEOPLE: dict[str, tuple[str, type[Record]]] = {"person": ("people", Person), "supplier": ("suppliers", Supplier)}
_MAP = frozenset(("title", "about", "stages", "annotations_at", "look", "service", "active_plan"))
_FOREIGN = frozenset(("id", "pipeline"))
"""What a line must not say of a component: its other lines do."""
Carried = Mapping[int, Entry]


class Restored(NamedTuple):
    """A document with what was carried; which record each line belongs to and what is wrong with it, by its index."""

    document: Document
    ids: Mapping[int, Id]
    wrong: Mapping[int, str]


def restored(document: Document, entries: Carried, ids: Ids) -> Restored:
    """The document with what lines carry. One that does not fit the map is left out."""
    if not entries:
        return Restored(document, {}, {})
    restorer = _Restorer(document, ids)
    for kind in KINDS:
        mine = {at: entry for at, entry in entries.items() if entry.kind == kind}
        if kind == "plan":
            restorer.begin_plans()
        if kind == "link":
            restorer.take({at: entry for at, entry in mine.items() if OF not in entry.payload})
            restorer.name_links()
            mine = {at: entry for at, entry in mine.items() if OF in entry.payload}
        restorer.take(mine)
    whole = restorer.whole()
    broken = next(broken_references(whole), None)
    if broken is not None:
        return Restored(document, {}, dict.fromkeys(entries, f"What is carried does not fit together: {broken}."))
    return Restored(whole, restorer.ids, restorer.wrong)


def still_says(document: Document, refs: References, there: Entry, wanted: Entry | None) -> bool:
    """Whether a carried line says what is so, and all of it that must be said, though not as we would write it."""
    if wanted is not None and not _covers(there.payload, {**wanted.payload, "plan": None}):
        return False
    restorer = _Restorer(document, Ids(), refs)
    restorer.take({0: there})
    return not restorer.wrong and restorer.changes_nothing(document, there.kind, restorer.ids[0])


def _covers(there: Mapping[str, Json], wanted: Mapping[str, Json]) -> bool:
    """Whether every field that is wanted is there, whatever it says."""
    for name, value in wanted.items():
        inner = there.get(name)
        if name == "evolve" and isinstance(value, dict) and isinstance(inner, dict) and not _covers(inner, value):
            return False
        if name not in there and name != "plan":
            return False
    return True


class _Restorer:
    """Applies carried lines, kind after kind."""

    def __init__(self, document: Document, ids: Ids, refs: References | None = None) -> None:
        self.ids: dict[int, Id] = {}
        self.wrong: dict[int, str] = {}
        self._fresh = ids
        self._names = [(id, component.name) for id, component in document.components.items()]
        self._links = list(document.links.values())
        self._start = document
        self._tables = {table: dict(getattr(document, table)) for table in _TABLES}
        self._map_fields: dict[str, object] = {}
        self._refs = refs or self._named()
        self._plans = PlanRestorer(document, self._refs)
        self._active: Json = None

    def take(self, entries: Carried) -> None:
        for at, entry in entries.items():
            try:
                self.ids[at] = self._apply(entry)
            except Misfit as error:
                self.wrong[at] = str(error)
            except ValidationError as error:
                first = error.errors()[0]
                place = ".".join(map(str, first["loc"])) or entry.kind
                self.wrong[at] = f"“{place}” is not as it should be: {first['msg']}."

    def name_links(self) -> None:
        """From here on, lines can name links that only a line carries."""
        self._refs = self._named()

    def begin_plans(self) -> None:
        """From here on, nothing changes on the map that plans speak of."""
        self._plans = PlanRestorer(self._start.model_copy(update=self._tables), self._refs)

    def whole(self) -> Document:
        """The document with all that was taken. Which plan is in hand can be said only when all are there."""
        plans = self._plans.plans()
        active = self._active if self._active in plans else next(iter(plans))
        steps = self._plans.steps
        changes = {**self._tables, **self._map_fields, "plans": plans, "active_plan": active, "steps": steps}
        return self._start.model_copy(update=changes)

    def changes_nothing(self, document: Document, kind: str, id: Id) -> bool:
        """Whether what was taken is what a document has already."""
        if kind == "map":
            active = self._active in {None, document.active_plan}
            return active and all(getattr(document, name) == value for name, value in self._map_fields.items())
        if kind in {"plan", "contract", "interface", "step"}:
            return self._plans.is_in(document, kind, id)
        return all(self._tables[table] == getattr(document, table) for table in _TABLES)

    def _named(self) -> References:
        """Records by the names that they have in the text, whatever lines make of them."""
        document = self._start
        others = {kind: list(getattr(document, table)) for kind, table in _OTHERS.items()}
        return References(self._names, self._links, document.pipelines.values(), others)

    def _apply(self, entry: Entry) -> Id:
        payload = dict(entry.payload)
        if entry.kind in _PEOPLE:
            table, make = _PEOPLE[entry.kind]
            return self._put(table, make.model_validate(payload))
        if entry.kind in _OTHERS:
            table, id = _OTHERS[entry.kind], self._of(entry.kind, payload)
            if payload.get("component") is not None:
                payload["component"] = self._component_in(payload["component"])
            return self._put(table, _changed(self._tables[table][id], payload))
        appliers = {"map": self._map, "component": self._component, "link": self._link, "pipeline": self._pipeline}
        if entry.kind in appliers:
            return appliers[entry.kind](payload)
        return self._plans.take(entry.kind, payload)

    def _put(self, table: str, record: Record) -> Id:
        self._tables[table][record.id] = record
        return record.id

    def _of(self, kind: str, payload: dict[str, Json]) -> Id:
        """The record that a line speaks of."""
        ref = payload.pop(OF, None)
        id = self._refs.find(kind, ref)
        if id is None:
            raise Misfit(f"There is no {kind} {told(ref)} in the text.")
        return id

    def _map(self, payload: dict[str, Json]) -> Id:
        self._active = payload.pop("active_plan", None)
        if unknown := payload.keys() - _MAP:
            raise Misfit(f"“{min(unknown)}” is nothing that a map has.")
        said = Document.model_validate(payload | {"service": {}})
        self._map_fields = {name: getattr(said, name) for name in payload}
        if "service" in payload:
            self._map_fields["service"] = self._service(payload["service"])
        return NO_ID

    def _service(self, payload: Json) -> Service:
        service = Service.model_validate(payload)
        for person in (service.sro, service.product_owner):
            if person is not None and person not in self._tables["people"]:
                raise Misfit(f"The service names “{person}”, who is not among the people.")
        return service

    def _component(self, payload: dict[str, Json]) -> Id:
        component = self._tables["components"][self._of("component", payload)]
        if unfit := _FOREIGN & payload.keys():
            raise Misfit(f"“{min(unfit)}” of a component is not carried: its own lines say it.")
        if isinstance(evolve := payload.get("evolve"), dict):
            known = component.evolve.model_dump() if component.evolve is not None else {}
            payload["evolve"] = Evolve.model_validate({**known, **evolve}).model_dump()
        for need in dicts(payload.get("needs")):
            need["met_by"] = [self._component_in(ref) for ref in listed(need.get("met_by"))]
        return self._put("components", _changed(component, payload))

    def _component_in(self, ref: Json) -> Id:
        id = self._refs.find("component", ref)
        if id is None:
            raise Misfit(f"There is no component {told(ref)} in the text.")
        return id

    def _link(self, payload: dict[str, Json]) -> Id:
        for end in {"source", "target"} & payload.keys():
            payload[end] = self._component_in(payload[end])
        if OF in payload:
            link = _changed(self._tables["links"][self._of("link", payload)], payload)
        else:
            ends = [str(payload.get(end, "")) for end in ("source", "target")]
            link = Link.model_validate({**payload, "id": self._fresh.take(*ends)})
            self._links.append(link)
        if link.source == link.target:
            raise Misfit("A link joins two different components.")
        return self._put("links", link)

    def _pipeline(self, payload: dict[str, Json]) -> Id:
        pipeline = self._tables["pipelines"][self._of("pipeline", payload)]
        if "component" in payload:
            payload["component"] = self._component_in(payload["component"])
        return self._put("pipelines", _changed(pipeline, payload))


def _changed(record: F, payload: Mapping[str, Json]) -> F:
    """A record with other values for some fields. Raises pydantic's ValidationError."""
    return type(record).model_validate({**record.model_dump(), **payload})
