"""Formicoidea's maps, on which visibility counts from the top."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from pydantic import model_validator

from mapper.files.content import Content
from mapper.files.gathering import Gathering
from mapper.files.importer import Importer
from mapper.files.jsonmaps.loose import Loose, Number, loosely, objects, unknown_fields
from mapper.files.jsonmaps.places import Places
from mapper.files.methods import method_of
from mapper.files.problem import Place
from mapper.files.report import Opened
from mapper.model import BLANK, COMPONENT, KIND, Component, Evolve, Flow, Id, Inertia, Pipeline, clean_name, clean_text

FORMAT = "formicoidea JSON"
_PIPELINE = "pipeline"


class _Scalar(Loose):
    scalar: Number | None = None

    @model_validator(mode="before")
    @classmethod
    def _of_number(cls, raw: object) -> object:
        return raw if isinstance(raw, Mapping) else {"scalar": raw}


class _Position(Loose):
    evolution: _Scalar = _Scalar.model_construct()
    visibility: _Scalar = _Scalar.model_construct()


class _Label(Loose):
    name: str = ""

    @model_validator(mode="before")
    @classmethod
    def _of_text(cls, raw: object) -> object:
        return {"name": raw} if isinstance(raw, str) else raw


class _Target(Loose):
    position: _Position = _Position.model_construct()
    evolve_type: str = ""
    inertia: object = None


class _Box(Loose):
    evo_start: Number | None = None
    evo_end: Number | None = None
    vis_start: Number | None = None
    vis_end: Number | None = None
    handle_evolution: Number | None = None


class _Thing(Loose):
    id: str = ""
    label: _Label = _Label.model_construct()
    type: str = COMPONENT
    subtype: str = ""
    nature: str = ""
    position: _Position = _Position.model_construct()
    evolves_to: tuple[_Target, ...] = ()
    pipeline_geometry: _Box | None = None


class _Relation(Loose):
    """`source` and `target` are what older files say for consumer and supplier."""

    id: str = ""
    consumer: str = ""
    supplier: str = ""
    source: str = ""
    target: str = ""
    type: str = ""


class _Reading:
    """The map of a file, thing by thing and relation by relation."""

    def __init__(self, content: Content) -> None:
        self.gathering = Gathering(FORMAT)
        self._places = Places(content.text, ("id",))
        self._ids: dict[str, Id] = {}

    def put(self, raw: Mapping[str, object]) -> None:
        gathering, at = self.gathering, self._places.of("id", str(raw.get("id", "")))
        thing = loosely(_Thing, raw, partial(gathering.tell, at=at))
        gathering.unknown(unknown_fields(thing))
        name = gathering.name(thing.label.name, at) or "Unnamed"
        down = thing.position.visibility.scalar
        method = method_of(thing.subtype)
        component = Component(
            id=gathering.ids.take(name),
            name=name,
            evolution=gathering.fraction(thing.position.evolution.scalar, "evolution", name, at),
            visibility=gathering.fraction(None if down is None else 1 - down, "visibility", name, at),
            kind=self._kind(thing, name, at),
            method=method,
            evolve=self._evolve(thing, name, at),
            inertia=_inertia(thing),
            description=_description(thing, is_method=method is not None),
        )
        gathering.components[component.id] = component
        self._ids.setdefault(thing.id, component.id)
        if thing.type == _PIPELINE:
            self._put_pipeline(thing, component, at)

    def relate(self, raw: Mapping[str, object]) -> None:
        gathering, at = self.gathering, self._places.of("id", str(raw.get("id", "")))
        relation = loosely(_Relation, raw, partial(gathering.tell, at=at))
        gathering.unknown(unknown_fields(relation))
        ends = (relation.consumer or relation.source, relation.supplier or relation.target)
        is_flow, is_usual = relation.type.casefold() == "flow", relation.type in ("", "DependsOn")
        gathering.link(
            (self._ids.get(ends[0]), self._ids.get(ends[1])),
            (self._name(ends[0]), self._name(ends[1])),
            at,
            label="" if is_flow or is_usual else relation.type,
            flow=Flow.FORWARD if is_flow else None,
        )

    def _name(self, end: str) -> str:
        id = self._ids.get(end)
        return end if id is None else self.gathering.components[id].name

    def _kind(self, thing: _Thing, name: str, at: Place | None) -> str:
        if thing.type in KIND or thing.type == _PIPELINE:
            return COMPONENT if thing.type == _PIPELINE else thing.type
        self.gathering.tell(
            f"“{name}” is of the type “{thing.type[:40]}”, which is not known.", "It is taken as a component.", at
        )
        return COMPONENT

    def _evolve(self, thing: _Thing, name: str, at: Place | None) -> Evolve | None:
        if len(thing.evolves_to) > 1:
            self.gathering.tell(f"“{name}” evolves to several places.", "The first of them is taken.", at)
        for target in thing.evolves_to[:1]:
            to = target.position.evolution.scalar
            if to is not None:
                return Evolve(evolution=self.gathering.fraction(to, "later evolution", name, at))
            self.gathering.tell(f"“{name}” evolves, but it is not said where to.", at=at)
        return None

    def _put_pipeline(self, thing: _Thing, owner: Component, at: Place | None) -> None:
        gathering, box = self.gathering, thing.pipeline_geometry
        ends = (box.evo_start, box.evo_end) if box else (None, None)
        start, end = (None if each is None else gathering.fraction(each, "extent", owner.name, at) for each in ends)
        id = gathering.ids.take("pipeline", owner.name)
        gathering.put("pipelines", Pipeline(id=id, component=owner.id, start=start, end=end))


def _inertia(thing: _Thing) -> Inertia | None:
    stated = next((target.inertia for target in thing.evolves_to if target.inertia), None)
    if stated is None:
        return None
    return Inertia(text=clean_text(stated)) if isinstance(stated, str) else Inertia()


def _description(thing: _Thing, *, is_method: bool) -> str:
    """What there is no field for here, in words."""
    said = (
        ("Nature", "" if thing.nature == "activity" else thing.nature),
        ("Subtype", "" if is_method else thing.subtype),
        ("Evolves by", ", ".join(target.evolve_type for target in thing.evolves_to if target.evolve_type)),
    )
    return clean_text("\n".join(f"{word}: {text.replace('_', ' ')}" for word, text in said if text))


def _read(content: Content) -> Opened:
    raw, reading = content.json, _Reading(content)
    for thing in objects(raw, "components", reading.gathering.tell):
        reading.put(thing)
    for relation in objects(raw, "relations", reading.gathering.tell):
        reading.relate(relation)
    reading.gathering.unknown(name for name in raw if name not in ("title", "components", "relations"))
    title = raw.get("title")
    return reading.gathering.opened(BLANK.but(title=clean_name(title) if isinstance(title, str) else BLANK.title))


def _is_formicoidea(content: Content) -> bool:
    components = content.json.get("components")
    if not isinstance(components, list) or "format" in content.json:
        return False
    first = next((each for each in components if isinstance(each, dict)), {})
    return isinstance(content.json.get("relations"), list) or {"label", "position"} <= first.keys()


FORMICOIDEA = Importer("formicoidea", FORMAT, (".json",), _is_formicoidea, lambda content, _: _read(content))
