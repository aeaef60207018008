"""Names and titles compete for room: each candidate is rated by what it covers, then all choose together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from mapper.drawing.belonging import pipeline_under
from mapper.drawing.first_places import own_place
from mapper.drawing.glyphs import reach
from mapper.drawing.labels import FORCE_NAME, GHOST_NAME, LINK_NAME, setting_of
from mapper.drawing.layout import Box, LabelPlace, TitlePlace, ghost_label
from mapper.drawing.links import link_line, link_words
from mapper.drawing.metrics import text_width
from mapper.drawing.movements import ghost_reach
from mapper.drawing.outlining.rings import even
from mapper.drawing.placing.candidates import (
    Label,
    Stand,
    Title,
    along_link,
    label_candidates,
    label_place,
    title_candidates,
)
from mapper.drawing.placing.choice import Choice
from mapper.drawing.placing.edges import EDGE_STEP
from mapper.drawing.placing.obstacles import Obstacles
from mapper.drawing.placing.rating import Floats, Rows, crossed, hits, misread, off, run_through
from mapper.drawing.scene import Scene
from mapper.drawing.where import ARROW_REACH, centre, clearance
from mapper.drawing.wrap import ways_to_wrap
from mapper.model import Component, Document, Id

Flags = NDArray[np.bool_]
Place = LabelPlace | TitlePlace

_SYMBOL, _NEAR_SYMBOL, _WALL = 12.0, 1.2, 6.0
_SOLID, _DOTTED = 2.0, 0.8
_TITLE_SOLID, _TITLE_DOTTED = 3.2, 0.7
_CUT, _CUT_EACH, _CUT_MOST, _TITLE_CUT = 3.8, 0.1, 12, 8.0
_FOREIGN, _MISREAD, _BESIDE_ANOTHER = 5.0, 3.5, 2.5
_CARD, _TEXT, _OFF = 20.0, 15.0, 15.0
_LIKELY = 48
_NO_ROW = -1
"""No line of the solid ones: a user's link is dotted."""
_ROUND_SPOT = 12.0
_LIKELY_TITLES, _FEW_TITLES = 360, 120
_KEPT = 1.5
"""What a better place must save before a text leaves the one that it had."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Texts that stay where they were, and those that would rather stay."""

    labels: Mapping[Id, LabelPlace]
    titles: Mapping[Id, TitlePlace]
    favoured: Mapping[Id, LabelPlace]


@dataclass(frozen=True, slots=True)
class _Text:
    """One text: its candidates, what they cost, and which place each means."""

    key: Id
    rects: Floats
    costs: Floats
    place: Callable[[int], Place]


def place_texts(
    scene: Scene, ground: Obstacles, cards: Iterable[Box], kept: Kept
) -> tuple[dict[Id, LabelPlace], dict[Id, TitlePlace]]:
    """The places of all names, of links' texts and of the contracts' titles."""
    legend = np.array([(box.left, box.top, box.right, box.bottom) for box in cards]).reshape(-1, 4)
    texts = [
        *_names(scene, ground, legend, kept),
        *_link_names(scene, ground, legend, kept),
        *_titles(scene, ground, legend, kept),
    ]
    if not texts:
        return {}, {}
    picked = Choice([text.rects for text in texts], [text.costs for text in texts]).settle()
    places = [(text.key, text.place(candidate)) for text, candidate in zip(texts, picked, strict=True)]
    labels = {key: place for key, place in places if isinstance(place, LabelPlace)}
    titles = {key: place for key, place in places if isinstance(place, TitlePlace)}
    return labels, titles


def _fixed(key: Id, place: Place) -> _Text:
    box = place.box
    return _Text(key, np.array([[box.left, box.top, box.right, box.bottom]]), np.zeros(1), lambda _: place)


def _names(scene: Scene, ground: Obstacles, legend: Floats, kept: Kept) -> Iterator[_Text]:
    """Components' names, and what they will be called once evolved."""
    if not scene.show.labels:
        return
    free: list[Label] = []
    for label, own in _all_labels(scene, ground):
        fixed = own or kept.labels.get(label.key)
        if fixed is not None:
            yield _fixed(label.key, fixed)
        else:
            free.append(label)
    if not free:
        return
    # Members of contracts have more places to go to.
    for labels in ([label for label in free if label.homes], [label for label in free if not label.homes]):
        if labels:
            yield from _free_names(labels, ground, legend, kept)


def _free_names(labels: list[Label], ground: Obstacles, legend: Floats, kept: Kept) -> Iterator[_Text]:
    rects, costs = label_candidates(labels, ground.crowded)
    own = np.array([label.row for label in labels], np.intp)
    costs += _name_on_map(rects, own, ground, legend)
    costs += _FOREIGN * _in_foreign(labels, rects, ground)
    if kept.favoured:
        costs -= _KEPT * _favoured(labels, rects, kept)
    # On a crowded map, only the places that are good so far are held against links and others' symbols.
    most = _LIKELY if ground.crowded else rects.shape[1]
    likely = np.argsort(costs, axis=1, kind="stable")[:, :most]
    rects = np.take_along_axis(rects, likely[..., None], 1)
    costs = np.take_along_axis(costs, likely, 1) + _name_on_lines(rects, own, ground)
    for at, label in enumerate(labels):
        yield _Text(label.key, rects[at], costs[at], partial(_label_at, label, rects[at], likely[at], ground.crowded))


def _favoured(labels: list[Label], rects: Floats, kept: Kept) -> Flags:
    """Which candidates are where the label was."""
    nowhere = (np.inf, np.inf, np.inf, np.inf)
    places = [kept.favoured.get(label.key) for label in labels]
    boxes = [
        nowhere if place is None else (place.box.left, place.box.top, place.box.right, place.box.bottom)
        for place in places
    ]
    same: Flags = np.abs(rects - np.array(boxes)[:, None]).max(2) < 1.0
    return same


def _all_labels(scene: Scene, ground: Obstacles) -> Iterator[tuple[Label, LabelPlace | None]]:
    """Every name beside a symbol, with the place that the user gave it."""
    document, frame = scene.document, scene.frame
    for row, component in enumerate(document.components.values()):
        x, y = centre(component, document, frame)
        homes = scene.homes(component.id)
        if component.name.strip():
            radius = max(reach(component, scene), clearance(component))
            setting, stand, offset = setting_of(component), _stand(component, document), component.label
            own = own_place(component.name, setting, offset, (x, y)) if offset is not None else None
            yield Label(component.id, component.name, row, x, y, radius, setting, homes, stand), own
        ghost, evolve = ground.ghost_row.get(component.id), component.evolve
        if ghost is not None and evolve is not None and evolve.name.strip():
            at, radius = float(ground.centres[ghost, 0]), ghost_reach(component, scene)
            own = own_place(evolve.name, GHOST_NAME, evolve.label, (at, y)) if evolve.label is not None else None
            yield Label(ghost_label(component.id), evolve.name, ghost, at, y, radius, GHOST_NAME, homes), own
    for id, row in ground.accelerator_row.items():
        x, y = ground.centres[row].tolist()
        name = document.accelerators[id].name
        if name.strip():
            yield Label(id, name, row, x, y, ARROW_REACH, FORCE_NAME), None


def _stand(component: Component, document: Document) -> Stand:
    if component.pipeline is not None:
        return Stand.IN_BOX
    return Stand.FREE if pipeline_under(component.id, document) is None else Stand.ON_BOX


def _name_on_map(rects: Floats, own: Rows, ground: Obstacles, legend: Floats) -> Floats:
    """What each candidate covers, links left out."""
    frame = ground.frame
    cost = _SYMBOL * hits(rects, ground.symbols, 0, own) + _NEAR_SYMBOL * hits(rects, ground.symbols, 9, own)
    cost += _WALL * hits(rects, ground.walls, 4) + _CARD * hits(rects, legend, 6) + _TEXT * hits(rects, ground.texts, 3)
    cost += _OFF * off(rects, (frame.left + 4, frame.top + 2, frame.right - 4, frame.bottom - 3))
    cut = np.minimum(ground.edges.count.within(rects, 2, 2), _CUT_MOST)
    cost += np.where(cut > 0, _CUT + _CUT_EACH * cut, 0)
    return cost


def _name_on_lines(rects: Floats, own: Rows, ground: Obstacles) -> Floats:
    """Links and the edges of areas under each candidate, and whether it would seem to be another symbol's name."""
    under = crossed if ground.crowded else run_through
    cost: Floats = _SOLID * under(rects, ground.solid) + _DOTTED * under(rects, ground.dotted)
    cost += _DOTTED * crossed(rects, ground.rims)
    return cost + _MISREAD * misread(rects, ground.centres, own, 4.0)


def _in_foreign(labels: list[Label], rects: Floats, ground: Obstacles) -> Flags:
    """Which candidates have their middle inside a contract that is none of the label's own."""
    middles = (rects[..., :2] + rects[..., 2:]) / 2
    reach = np.concatenate([rects[..., :2].min(1), rects[..., 2:].max(1)], axis=1)
    found: Flags = np.zeros(rects.shape[:2], bool)
    for id, inside in ground.insides.items():
        near = np.flatnonzero(inside.reaches(reach)).tolist()
        strangers = [at for at in near if id not in labels[at].homes]
        found[strangers] |= inside.holds(middles[strangers])
    return found


def _link_names(scene: Scene, ground: Obstacles, legend: Floats, kept: Kept) -> Iterator[_Text]:
    if not scene.show.labels:
        return
    for link in scene.document.links.values():
        words = link_words(link) if link.label or link.value else ""
        line = link_line(link, scene) if words else None
        if line is None:
            continue
        if link.id in kept.labels:
            yield _fixed(link.id, kept.labels[link.id])
            continue
        words = ways_to_wrap(words, LINK_NAME.size, LINK_NAME.weight, most=1)[0][0]
        rects, costs = along_link(line, text_width(words, LINK_NAME.size, LINK_NAME.weight), LINK_NAME.lead)
        every, own = rects[None], np.array([ground.solid_row.get(link.id, _NO_ROW)], np.intp)
        rated = _SYMBOL * hits(every, ground.symbols, 2) + _WALL * hits(every, ground.walls, 1)
        rated += _SOLID * crossed(every, ground.solid, own) + _CARD * hits(every, legend, 4)
        rated += _CUT * (ground.edges.count.within(every, 2, 2) > 0) + _TEXT * hits(every, ground.texts, 3)
        yield _Text(link.id, rects, costs + rated[0], partial(_link_name_at, words, rects))


def _titles(scene: Scene, ground: Obstacles, legend: Floats, kept: Kept) -> Iterator[_Text]:
    contracts = scene.document.contracts
    yield from (_fixed(id, kept.titles[id]) for id in ground.rings if id in kept.titles)
    free = [
        title_candidates(contracts[id], even(rings[0], EDGE_STEP), ground.crowded)
        for id, rings in ground.rings.items()
        if id not in kept.titles
    ]
    for title in free:
        costs = title.costs + _title_on_map(title.rects[None], ground, legend)[0]
        # Links, outlines and symbols are many: only the places that are good so far are held against them.
        crowd = _SYMBOL * ground.spots.within(title.rects, _ROUND_SPOT, _ROUND_SPOT)
        likely = np.argsort(costs + crowd, kind="stable")[: _FEW_TITLES if ground.crowded else _LIKELY_TITLES]
        costs = costs[likely] + _title_on_rest(title.rects[likely][None], ground, title.contract)[0]
        yield _Text(title.contract, title.rects[likely], costs, partial(_title_at, title, likely))


def _title_on_map(rects: Floats, ground: Obstacles, legend: Floats) -> Floats:
    frame = ground.frame
    bounds = (frame.left + 6, frame.top + 4, frame.right - 6, frame.bottom - 5)
    rated: Floats = _CARD * hits(rects, legend, 8) + _OFF * off(rects, bounds)
    rated += _TEXT * hits(rects, ground.texts, 3) + _WALL * hits(rects, ground.walls, 2)
    return rated


def _title_on_rest(rects: Floats, ground: Obstacles, own: Id) -> Floats:
    """A title on a symbol, on a link, on an outline, or so near to another contract's that it would seem to be that one's."""
    rated: Floats = _TITLE_SOLID * crossed(rects, ground.solid) + _TITLE_DOTTED * crossed(rects, ground.dotted)
    rated += _SYMBOL * hits(rects, ground.symbols, 3)
    rated += np.where(ground.edges.count.within(rects, 3, 3) > 0, _TITLE_CUT, 0.0)
    return rated + _BESIDE_ANOTHER * (hits(rects, ground.edges.of_others(own), 16) > 0)


def _label_at(label: Label, rects: Floats, likely: Rows, few: bool, candidate: int) -> Place:
    return label_place(label, int(likely[candidate]), rects[candidate], few)


def _link_name_at(name: str, rects: Floats, candidate: int) -> Place:
    return LabelPlace(Box(*map(float, rects[candidate])), (name,))


def _title_at(title: Title, best: Rows, candidate: int) -> Place:
    return title.place(int(best[candidate]))
