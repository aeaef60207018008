"""Places for components of which a table does not say where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from mapper.files.tables.depths import depths
from mapper.model import Component, Id, Link, Stage, Stages

_TOP, _BOTTOM = 0.95, 0.1
_MIDDLE = Stage.PRODUCT
"""The stage in which those stand of which nothing is said: in several they would look as if some were new."""
_SHARE = 0.7
"""How much of a stage those take up together that would stand on one spot."""


def down_the_chain(components: Mapping[Id, Component], links: Iterable[Link], lost: Sequence[Id]) -> Mapping[Id, float]:
    """A visibility for each of the lost: by how far down the value chain they are, or one below the other."""
    ends = [(link.source, link.target) for link in links]
    if not ends:
        step = (_TOP - _BOTTOM) / max(1, len(lost) - 1)
        return {id: round(_TOP - place * step, 4) for place, id in enumerate(lost)}
    found = depths(list(components), ends)
    deepest = max(1, *found.values())
    return {id: round(_TOP - (_TOP - _BOTTOM) * found[id] / deepest, 4) for id in lost}


def middles(stages: Stages) -> Mapping[Stage, float]:
    """The middle of each stage."""
    return {stage: round((left + right) / 2, 4) for stage, (left, right) in _extents(stages).items()}


def side_by_side(
    components: Mapping[Id, Component], in_the_middle: Mapping[Id, Stage], stages: Stages
) -> Mapping[Id, float]:
    """Evolutions for components that were put in the middle of their stage: those on one spot share its width."""
    on_a_spot: dict[tuple[Stage, float], list[Id]] = defaultdict(list)
    for id, stage in in_the_middle.items():
        on_a_spot[stage, components[id].visibility].append(id)
    extents = _extents(stages)
    moved: dict[Id, float] = {}
    for (stage, _), ids in on_a_spot.items():
        moved.update(_shared(ids, *extents[stage]))
    return moved


def about_the_middle(components: Mapping[Id, Component], lost: Iterable[Id], stages: Stages) -> Mapping[Id, float]:
    """Evolutions for components that are in the middle because nothing is said of them: none hides another."""
    return side_by_side(components, dict.fromkeys(lost, _MIDDLE), stages)


def _shared(ids: Sequence[Id], left: float, right: float) -> Mapping[Id, float]:
    """A place for each between two ends; nothing for one alone, which stands well."""
    if len(ids) < 2:
        return {}
    step = _SHARE * (right - left) / (len(ids) - 1)
    first = left + (right - left) * (1 - _SHARE) / 2
    return {id: round(first + place * step, 4) for place, id in enumerate(ids)}


def _extents(stages: Stages) -> Mapping[Stage, tuple[float, float]]:
    ends = (0.0, *stages.lines, 1.0)
    return dict(zip(Stage, pairwise(ends), strict=True))
