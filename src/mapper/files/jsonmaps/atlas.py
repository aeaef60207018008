"""Atlas2's maps, and the documents in which its forerunner kept them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from pydantic import field_validator

from mapper.files import stages
from mapper.files.content import Content
from mapper.files.gathering import Gathering
from mapper.files.importer import Answers, Importer
from mapper.files.jsonmaps.loose import Loose, Number, loosely, objects, unknown_fields
from mapper.files.jsonmaps.places import Places
from mapper.files.report import Opened
from mapper.model import ANCHOR, BLANK, COMPONENT, Component, Evolve, Id, clean_name

_ATLAS = "Atlas"


class _Node(Loose):
    """A component of Atlas2, whose visibility runs up, or of Atlas1, whose `position_y` runs down."""

    id: str = ""
    component_id: str = ""
    name: str = ""
    visibility: Number | None = None
    maturity: Number | None = None
    position_x: Number | None = None
    position_y: Number | None = None
    userneed: bool = False
    external: bool = False

    @field_validator("id", "component_id", mode="before")
    @classmethod
    def _of_database(cls, raw: object) -> object:
        return raw.get("$oid") if isinstance(raw, Mapping) else raw


class _Link(Loose):
    start: str = ""
    end: str = ""
    source_id: str = ""
    target_id: str = ""
    scope: str = ""
    label: str = ""

    @field_validator("start", "end", "source_id", "target_id", mode="before")
    @classmethod
    def _of_database(cls, raw: object) -> object:
        return raw.get("$oid") if isinstance(raw, Mapping) else raw


class _Atlas:
    """The map of a file, node by node and link by link."""

    def __init__(self, content: Content, answers: Answers, format: str) -> None:  # noqa: A002
        self.gathering = Gathering(format)
        self.gathering.notices.append(stages.notice(_ATLAS, answers))
        self._move = stages.mover(answers)
        self._places = Places(content.text, ("id", "componentId", "start", "sourceId"))
        self._ids: dict[str, Id] = {}

    def put(self, raw: Mapping[str, object]) -> None:
        gathering, id = self.gathering, str(raw.get("componentId") or raw.get("id") or "")
        at = self._places.of("componentId" if raw.get("componentId") else "id", id)
        node = loosely(_Node, raw, partial(gathering.tell, at=at))
        gathering.unknown(unknown_fields(node))
        name = gathering.name(node.name, at) or "Unnamed"
        down = node.position_y
        visibility = node.visibility if down is None else 1 - down
        evolution = gathering.fraction(
            node.maturity if node.position_x is None else node.position_x, "evolution", name, at
        )
        component = Component(
            id=gathering.ids.take(name),
            name=name,
            evolution=self._move(evolution),
            visibility=gathering.fraction(visibility, "visibility", name, at),
            kind=ANCHOR if node.userneed else COMPONENT,
            description="External" if node.external else "",
        )
        gathering.components[component.id] = component
        self._ids.setdefault(node.component_id or node.id, component.id)

    def link(self, raw: Mapping[str, object]) -> None:
        gathering = self.gathering
        field = "start" if "start" in raw else "sourceId"
        at = self._places.of(field, str(raw.get(field, "")))
        link = loosely(_Link, raw, partial(gathering.tell, at=at))
        gathering.unknown(unknown_fields(link))
        ends = (link.start or link.source_id, link.end or link.target_id)
        source, target = (self._ids.get(end) for end in ends)
        if "actions" in link.scope.casefold() and source is not None and target is not None:
            components = gathering.components
            if components[source].evolve is not None:
                gathering.tell(f"“{components[source].name}” evolves to several places.", "The first is taken.", at)
                return
            evolve = Evolve(evolution=components[target].evolution, name=components[target].name)
            components[source] = components[source].but(evolve=evolve)
            return
        gathering.link((source, target), (self._name(ends[0]), self._name(ends[1])), at, label=link.label)

    def _name(self, end: str) -> str:
        id = self._ids.get(end)
        return end if id is None else self.gathering.components[id].name


def _read_atlas2(content: Content, answers: Answers) -> Opened:
    raw, atlas = content.json, _Atlas(content, answers, "Atlas2 JSON")
    for node in objects(raw, "elements", atlas.gathering.tell):
        atlas.put(node)
    for link in objects(raw, "links", atlas.gathering.tell):
        atlas.link(link)
    atlas.gathering.unknown(name for name in raw if name not in ("title", "elements", "links"))
    return _opened(atlas, raw.get("title"))


def _read_atlas1(content: Content, answers: Answers) -> Opened:
    raw, atlas = content.json, _Atlas(content, answers, "Atlas1 document")
    versions = list(objects(raw, "history", atlas.gathering.tell))
    if len(versions) > 1:
        atlas.gathering.notices.append(f"The file holds {len(versions)} versions of the map: the first was taken.")
    for node in objects(versions[0], "nodes", atlas.gathering.tell):
        atlas.put(node)
    for link in objects(versions[0], "connections", atlas.gathering.tell):
        atlas.link(link)
    return _opened(atlas, raw.get("name") or versions[0].get("name") or raw.get("title"))


def _opened(atlas: _Atlas, title: object) -> Opened:
    return atlas.gathering.opened(BLANK.but(title=clean_name(title) if isinstance(title, str) else BLANK.title))


def _is_atlas2(content: Content) -> bool:
    raw = content.json
    elements = raw.get("elements")
    if not isinstance(elements, list) or "edges" in raw or "config" in raw:
        return False
    first = next((each for each in elements if isinstance(each, dict)), {})
    return "maturity" in first or "visibility" in first or isinstance(raw.get("links"), list)


def _is_atlas1(content: Content) -> bool:
    history = content.json.get("history")
    first = history[0] if isinstance(history, list) and history else None
    return isinstance(first, dict) and isinstance(first.get("nodes"), list)


_QUESTIONS = (stages.question(_ATLAS),)

ATLAS2 = Importer("atlas2", "Atlas2 JSON", (".json",), _is_atlas2, _read_atlas2, lambda _, __: _QUESTIONS)
ATLAS1 = Importer("atlas1", "Atlas1 document", (".json",), _is_atlas1, _read_atlas1, lambda _, __: _QUESTIONS)
