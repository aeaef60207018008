"""Miragon's JSON becomes a document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from mapper.files.content import Content
from mapper.files.gathering import Gathering
from mapper.files.jsonmaps.loose import loosely, objects, unknown_fields
from mapper.files.jsonmaps.miragon.components import Components
from mapper.files.jsonmaps.miragon.elements import Config, Edge, Element
from mapper.files.jsonmaps.miragon.remarks import put_remark
from mapper.files.jsonmaps.places import Places
from mapper.files.problem import Place
from mapper.files.report import Opened
from mapper.model import (
    BLANK,
    Document,
    Flow,
    Look,
    MapStyle,
    Position,
    Stages,
    clean_name,
)

FORMAT = "Miragon JSON"
_STYLES = {**{style.value: style for style in MapStyle}, "color": MapStyle.COLOUR}
_LINES = (0.17, 0.40, 0.70)
"""Where the stages end unless the file says otherwise."""


def read(content: Content) -> Opened:
    """The map in Miragon's JSON. Whatever has no place in a document is reported."""
    gathering, raw = Gathering(FORMAT), content.json
    places = Places(content.text, ("id",))
    elements = _elements(raw, gathering, places)
    components = Components(gathering, elements)
    for element, at in elements:
        if not components.holds(element):
            put_remark(gathering, element, at)
    for each in objects(raw, "edges", gathering.tell):
        _link(each, gathering, components, places)
    for line in _texts(raw.get("rawPassthrough")):
        gathering.tell(f"“{clean_name(line)[:200]}” was not understood by Miragon either.")
    known = ("schemaVersion", "config", "elements", "edges", "rawPassthrough")
    gathering.unknown(name for name in raw if name not in known)
    return gathering.opened(_about(raw, gathering))


def _elements(raw: Mapping[str, object], gathering: Gathering, places: Places) -> list[tuple[Element, Place | None]]:
    """Each element with where it stands; those of which a field is wrong without it."""
    found: list[tuple[Element, Place | None]] = []
    for each in objects(raw, "elements", gathering.tell):
        at = places.of("id", str(each.get("id", "")))
        element = loosely(Element, each, partial(gathering.tell, at=at))
        gathering.unknown(unknown_fields(element))
        found.append((element, at))
    return found


def _link(raw: Mapping[str, object], gathering: Gathering, components: Components, places: Places) -> None:
    at = places.of("id", str(raw.get("id", "")))
    edge = loosely(Edge, raw, partial(gathering.tell, at=at))
    gathering.unknown(unknown_fields(edge))
    if edge.color:
        gathering.tell(f"A link has the colour “{clean_name(edge.color)}”: links have none here.", at=at)
    flow = Flow.BOTH if edge.bidirectional else Flow.FORWARD if edge.edge_type == "flow" else None
    gathering.link(
        (components.id_of(edge.source), components.id_of(edge.target)),
        (components.name_of(edge.source), components.name_of(edge.target)),
        at,
        label=edge.label,
        flow=flow,
        value=gathering.name(edge.flow_value, at),
    )


def _about(raw: Mapping[str, object], gathering: Gathering) -> Document:
    """What the file says of the map as a whole."""
    config = loosely(Config, raw.get("config", {}), gathering.tell)
    gathering.unknown(unknown_fields(config))
    box = config.annotations_box_position
    at = None
    if box.evolution is not None and box.visibility is not None:
        at = Position(
            evolution=gathering.fraction(box.evolution, "evolution", "box of annotations"),
            visibility=gathering.fraction(box.visibility, "visibility", "box of annotations"),
        )
    return BLANK.but(
        title=clean_name(config.title) or BLANK.title,
        stages=_stages(config, gathering),
        annotations_at=at,
        look=_look(config, gathering),
    )


def _stages(config: Config, gathering: Gathering) -> Stages:
    """Where its stages end and what they are called: numbers along evolution mean what they mean there."""
    names, lines = config.evolution_labels, config.stage_boundaries
    stages = Stages()
    if len(names) == len(stages.names):
        own = tuple(clean_name(name) for name in names)
        stages = stages.but(names=tuple(name or usual for name, usual in zip(own, stages.names, strict=True)))
    elif names:
        gathering.tell(f"The map names {len(names)} stages: there are four.", "They are called as usual.")
    if len(lines) == len(_LINES) and 0 < lines[0] < lines[1] < lines[2] < 1:
        return stages.but(lines=lines)
    if lines:
        told = ", ".join(f"{line:g}" for line in lines[:8])
        gathering.tell(f"The stages cannot end at {told}.", "They end where Miragon ends them otherwise.")
    return stages.but(lines=_LINES)


def _look(config: Config, gathering: Gathering) -> Look:
    if config.style and config.style not in _STYLES:
        gathering.tell(f"“{clean_name(config.style)[:60]}” is no style that a map can have.")
    width, height = config.size.width or 0, config.size.height or 0
    is_size = min(width, height) >= 1 and max(width, height) <= 100_000
    if (width or height) and not is_size:
        gathering.tell(f"A map cannot be {width:g} by {height:g} pixels.")
    return Look(
        style=_STYLES.get(config.style),
        width=round(width) if is_size else None,
        height=round(height) if is_size else None,
        value_chain=gathering.name(config.y_axis_label),
        top=gathering.name(config.y_axis_end_labels.top),
        bottom=gathering.name(config.y_axis_end_labels.bottom),
    )


def _texts(raw: object) -> list[str]:
    return [each for each in raw if isinstance(each, str)] if isinstance(raw, list) else []
