"""Edits that put several things in order: in line, at even distances, or by their place in the value chain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Literal

from mapper.edits.components import place
from mapper.edits.locking import is_locked
from mapper.edits.pipelines import members_of
from mapper.model import Accelerator, Component, Document, Id, Note

Axis = Literal["evolution", "visibility"]
End = Literal["low", "middle", "high"]
Standing = Component | Note | Accelerator

LOWEST, HIGHEST = 0.08, 0.95
"""The rows of a map that was tidied lie between these; so do, along evolution, things that had no places."""
ROOM = 0.07
"""Things of a row are at least so far apart along evolution, where their stage has room for it."""


def align(document: Document, ids: Iterable[Id], axis: Axis, end: End) -> Document:
    """Bring things in line: with the one nearest to the low or the high end of an axis, or midway between the two."""

    def aligned(places: Sequence[float]) -> list[float]:
        to = {"low": min(places), "middle": (min(places) + max(places)) / 2, "high": max(places)}[end]
        return [to] * len(places)

    return _along(document, ids, axis, aligned)


def distribute(document: Document, ids: Iterable[Id], axis: Axis) -> Document:
    """The same distance from each to the next; the outermost stay."""

    def spread(places: Sequence[float]) -> list[float]:
        step = (places[-1] - places[0]) / max(1, len(places) - 1)
        return [places[0] + step * number for number in range(len(places))]

    return _along(document, ids, axis, spread)


def space_equally(document: Document, ids: Iterable[Id], axis: Axis) -> Document:
    """From each to the next as far as from the first to the second, or as far as the map has room: from the left, or from
    the top."""

    def spaced(places: Sequence[float]) -> list[float]:
        from_top = axis == "visibility"
        ordered = list(reversed(places)) if from_top else list(places)
        room = (ordered[0] if from_top else 1 - ordered[0]) / max(1, len(ordered) - 1)
        step = min(abs(ordered[1] - ordered[0]), room) if len(ordered) > 1 else 0.0
        moved = [ordered[0] + (-step if from_top else step) * number for number in range(len(ordered))]
        return list(reversed(moved)) if from_top else moved

    return _along(document, ids, axis, spaced)


def arrangeable(document: Document, ids: Iterable[Id], axis: Axis) -> list[Id]:
    """Those of some things that `align` and its like can move along an axis: points of the map that are not locked. What
    moves with its pipeline's component, or shares its visibility, is left out."""
    return [each.id for each in _standing(document, frozenset(ids), axis) if not is_locked(document, each.id)]


def tidy_up(document: Document, ids: Iterable[Id], depths: Mapping[Id, int]) -> Document:
    """Put components into rows by how deep in the value chain they lie. Evolution says something and is kept but where
    components of one row and stage stand too close; only if all have the same do they spread over the map."""
    wanted = frozenset(ids)
    chosen = [c for c in document.components.values() if c.id in wanted and c.id in depths and c.pipeline is None]
    chosen = [component for component in chosen if not component.locked]
    rows = defaultdict[int, list[Component]](list)
    for component in chosen:
        rows[depths[component.id]].append(component)
    levels = sorted(rows)
    step = (HIGHEST - LOWEST) / max(1, len(levels) - 1)
    has_places = len({component.evolution for component in chosen}) > 1
    evolutions = _by_stage(document, rows) if has_places else _by_needs(document, rows)
    visibilities = {c.id: HIGHEST - step * at for at, level in enumerate(levels) for c in rows[level]}
    return _placed(_placed(document, evolutions, "evolution"), visibilities, "visibility")


def _along(
    document: Document, ids: Iterable[Id], axis: Axis, arrange: Callable[[Sequence[float]], list[float]]
) -> Document:
    """The document with things at other places of one axis, worked out from theirs in ascending order."""
    things = sorted(_standing(document, frozenset(ids), axis), key=lambda each: (_at(each, axis), each.id))
    if not things:
        return document
    places = arrange([_at(each, axis) for each in things])
    return _placed(document, {each.id: to for each, to in zip(things, places, strict=True)}, axis)


def _at(thing: Standing, axis: Axis) -> float:
    return thing.evolution if axis == "evolution" else thing.visibility


def _standing(document: Document, ids: frozenset[Id], axis: Axis) -> list[Standing]:
    """The points of the map among some things, but for those that follow their pipeline's component."""

    def is_free(component: Component) -> bool:
        if component.pipeline is None:
            return True
        return axis == "evolution" and document.pipelines[component.pipeline].component not in ids

    components = (document.components[id] for id in ids & document.components.keys())
    others = (table[id] for table in (document.notes, document.accelerators) for id in ids & table.keys())
    return [*filter(is_free, components), *others]


def _placed(document: Document, places: Mapping[Id, float], axis: Axis) -> Document:
    """The document with things at these places of an axis; the choices of a pipeline go with its component, what is
    locked stays."""
    free = {id: place(to) for id, to in places.items() if not is_locked(document, id)}
    components = {
        id: document.components[id].but(**{axis: free[id]}) for id in free.keys() & document.components.keys()
    }
    for pipeline in document.pipelines.values():
        head = components.get(pipeline.component)
        if head is None:
            continue
        by = _at(head, axis) - _at(document.components[head.id], axis)
        for member in members_of(document, [pipeline.id]):
            to = _at(head, axis) if axis == "visibility" else place(member.evolution + by)
            components[member.id] = member.but(**{axis: to})
        if axis == "evolution":
            ends = {name: place(end + by) for name in ("start", "end") if (end := getattr(pipeline, name)) is not None}
            document = document.put("pipelines", [pipeline.but(**ends)])
    document = document.put("components", components.values())
    for name in ("notes", "accelerators"):
        table = getattr(document, name)
        document = document.put(name, [table[id].but(**{axis: free[id]}) for id in free.keys() & table.keys()])
    return document


def _by_stage(document: Document, rows: Mapping[int, Sequence[Component]]) -> dict[Id, float]:
    """Where the components of each row stand along evolution once none stands on another; each stays in its stage."""
    edges = (0.0, *document.stages.lines, 1.0)
    found: dict[Id, float] = {}
    for row in rows.values():
        for number, stage in enumerate(document.stages.stage(edge) for edge in edges[:-1]):
            crowd = [component for component in row if document.stages.stage(component.evolution) is stage]
            crowd.sort(key=lambda component: component.evolution)
            low, high = edges[number] + 0.01, edges[number + 1] - 0.01
            places = _apart([component.evolution for component in crowd], low, high)
            found |= {component.id: to for component, to in zip(crowd, places, strict=True)}
    return found


def _apart(places: Sequence[float], low: float, high: float) -> list[float]:
    """Ascending places, moved as little as leaves room between them."""
    if len(places) < 2:
        return list(places)
    room, moved = min(ROOM, (high - low) / (len(places) - 1)), list(places)
    if all(later - earlier >= room for earlier, later in pairwise(places)):
        return moved
    for number in range(1, len(moved)):
        moved[number] = max(moved[number], moved[number - 1] + room)
    moved[-1] = min(moved[-1], high)
    for number in range(len(moved) - 2, -1, -1):
        moved[number] = min(moved[number], moved[number + 1] - room)
    return [max(low + room * number, to) for number, to in enumerate(moved)]


def _by_needs(document: Document, rows: Mapping[int, Sequence[Component]]) -> dict[Id, float]:
    """Each row spread over the map, what is needed near what needs it."""
    above = defaultdict[Id, list[Id]](list)
    for link in document.links.values():
        above[link.target].append(link.source)
    found: dict[Id, float] = {}
    for _, row in sorted(rows.items()):
        middles = {c.id: [found[id] for id in above[c.id] if id in found] for c in row}
        ordered = sorted(row, key=lambda c: sum(middles[c.id]) / len(middles[c.id]) if middles[c.id] else 0.5)
        share = (HIGHEST - LOWEST) / len(ordered)
        found |= {component.id: LOWEST + share * (at + 0.5) for at, component in enumerate(ordered)}
    return found
