"""How high things stand in a value chain that says only who needs whom."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

_NodeT = TypeVar("_NodeT", bound=Hashable)

TOP, BOTTOM = 0.95, 0.05


def visibilities(
    nodes: Sequence[_NodeT], needs: Iterable[tuple[_NodeT, _NodeT, int]], tops: Iterable[_NodeT]
) -> tuple[Mapping[_NodeT, float], tuple[tuple[_NodeT, _NodeT], ...]]:
    """Places along the axis of visibility, and the needs that close a circle and so say nothing about height.

    Who needs something stands above it, by as many steps as the need says, along the longest way from the top. All
    steps are equally high.
    """
    steps: dict[_NodeT, dict[_NodeT, int]] = {node: {} for node in nodes}
    for source, target, least in needs:
        if source != target:
            steps[source][target] = max(least, steps[source].get(target, 0))
    order, circles = _order(steps, [*tops, *nodes])
    levels = dict.fromkeys(nodes, 0)
    for node in order:
        for target, least in steps[node].items():
            if (node, target) not in circles:
                levels[target] = max(levels[target], levels[node] + least)
    step = (TOP - BOTTOM) / max(1, max(levels.values(), default=0))
    return {node: round(TOP - step * level, 4) for node, level in levels.items()}, tuple(circles)


def _order(
    needed: Mapping[_NodeT, Iterable[_NodeT]], starts: Iterable[_NodeT]
) -> tuple[list[_NodeT], dict[tuple[_NodeT, _NodeT], None]]:
    """Everyone before whom they need, and the needs that make this impossible. Without recursion: chains are long."""
    finished: list[_NodeT] = []
    state: dict[_NodeT, bool] = {}
    circles: dict[tuple[_NodeT, _NodeT], None] = {}
    for start in starts:
        if start in state:
            continue
        state[start] = False
        path = [(start, iter(needed[start]))]
        while path:
            node, rest = path[-1]
            target = next(rest, None)
            if target is None:
                state[node] = True
                finished.append(node)
                path.pop()
            elif target not in state:
                state[target] = False
                path.append((target, iter(needed[target])))
            elif not state[target]:
                circles[node, target] = None
    return finished[::-1], circles
