"""How high things stand in a value chain that says only who needs whom."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

_NodeT = TypeVar("_NodeT", bound=Hashable)

TOP, BOTTOM = 0.95, 0.05


def visibilities(
    nodes: Sequence[_NodeT], needs: Iterable[tuple[_NodeT, _NodeT]], tops: Iterable[_NodeT]
) -> tuple[Mapping[_NodeT, float], tuple[tuple[_NodeT, _NodeT], ...]]:
    """Places along the axis of visibility, and the needs that close a circle and so say nothing about height.

    Each step down is as high as every other; who needs something stands above it, by the longest way from the top.
    """
    needed: dict[_NodeT, list[_NodeT]] = {node: [] for node in nodes}
    for source, target in needs:
        if source != target:
            needed[source].append(target)
    order, circles = _order(needed, [*tops, *nodes])
    levels = dict.fromkeys(nodes, 0)
    for node in order:
        for target in needed[node]:
            if (node, target) not in circles:
                levels[target] = max(levels[target], levels[node] + 1)
    step = (TOP - BOTTOM) / max(1, max(levels.values(), default=0))
    return {node: round(TOP - step * level, 4) for node, level in levels.items()}, tuple(circles)


def _order(
    needed: Mapping[_NodeT, Sequence[_NodeT]], starts: Iterable[_NodeT]
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
