"""What Miragon's JSON holds, each field as its own program writes it."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import model_validator

from mapper.files.jsonmaps.loose import Loose, Number

_ENDS = {"start": "bottom", "low": "bottom", "invisible": "bottom", "end": "top", "high": "top", "visible": "top"}


class At(Loose):
    """A place; `[visibility, evolution]` says the same."""

    visibility: Number | None = None
    evolution: Number | None = None

    @model_validator(mode="before")
    @classmethod
    def _of_pair(cls, raw: object) -> object:
        return _pair(raw, "visibility", "evolution")


class Offset(Loose):
    """Pixels from a component to its label."""

    dx: Number = 0
    dy: Number = 0


class Size(Loose):
    """Pixels; `[width, height]` says the same."""

    width: Number | None = None
    height: Number | None = None

    @model_validator(mode="before")
    @classmethod
    def _of_pair(cls, raw: object) -> object:
        return _pair(raw, "width", "height")


class Ends(Loose):
    """What the ends of the value chain's axis are called; a pair begins at the bottom, as in the text language."""

    bottom: str = ""
    top: str = ""

    @model_validator(mode="before")
    @classmethod
    def _of_other_words(cls, raw: object) -> object:
        return _renamed(_pair(raw, "bottom", "top"), _ENDS)


class Config(Loose):
    title: str = ""
    size: Size = Size.model_construct()
    style: str = ""
    evolution_labels: tuple[str, ...] = ()
    stage_boundaries: tuple[Number, ...] = ()
    y_axis_label: str = ""
    y_axis_end_labels: Ends = Ends.model_construct()
    annotations_box_position: At = At.model_construct()


class Decorators(Loose):
    market: bool = False
    ecosystem: bool = False
    inertia: bool = False
    method: str = ""


class Movement(Loose):
    target_evolution: Number | None = None
    new_label: str = ""
    method: str = ""
    label_offset: Offset | None = None


class Element(Loose):
    """Anything on the map; `element_type` says what, and which of the fields it uses."""

    element_type: str = ""
    id: str = ""
    label: str = ""
    position: At = At.model_construct()
    label_offset: Offset | None = None
    color: str = ""
    decorators: Decorators = Decorators.model_construct()
    movement: Movement | None = None
    pipeline_id: str = ""
    url: str = ""
    evolution_start: Number | None = None
    evolution_end: Number | None = None
    child_ids: tuple[str, ...] = ()
    pattern_type: str = ""
    number: int | None = None
    positions: tuple[At, ...] = ()
    text: str = ""
    direction: str = ""
    kind: str = ""
    corner2: At = At.model_construct()
    url_ref: str = ""
    points: tuple[At, ...] = ()
    closed: bool = False
    stroke_style: str = ""


class Edge(Loose):
    edge_type: str = ""
    id: str = ""
    source: str = ""
    target: str = ""
    label: str = ""
    flow_value: str = ""
    bidirectional: bool = False
    color: str = ""

    @model_validator(mode="before")
    @classmethod
    def _of_from_and_to(cls, raw: object) -> object:
        return _renamed(raw, {"from": "source", "to": "target", "type": "edgeType"})


def _pair(raw: object, first: str, second: str) -> object:
    """A list of two as a group of fields; anything else as it is."""
    return {first: raw[0], second: raw[1]} if isinstance(raw, list) and len(raw) == 2 else raw


def _renamed(raw: object, words: Mapping[str, str]) -> object:
    return {words.get(name, name): value for name, value in raw.items()} if isinstance(raw, Mapping) else raw
