"""How far down the value chain each component stands."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence

from mapper.model import Id


def depths(components: Sequence[Id], links: Iterable[tuple[Id, Id]]) -> Mapping[Id, int]:
    """The length of the longest way down to each component; nothing that stands above it is left out.

    Where components need each other in a circle, the one that comes first in the file is taken for the uppermost.
    """
    needs: dict[Id, list[Id]] = {id: [] for id in components}
    waiting = dict.fromkeys(components, 0)
    for source, target in links:
        needs[source].append(target)
        waiting[target] += 1
    found = dict.fromkeys(components, 0)
    ready = deque(id for id in components if not waiting[id])
    done: set[Id] = set()
    for start in (None, *components):
        if start is not None and start not in done:
            ready.append(start)
        while ready:
            id = ready.popleft()
            if id in done:
                continue
            done.add(id)
            for need in needs[id]:
                waiting[need] -= 1
                if need not in done:
                    found[need] = max(found[need], found[id] + 1)
                    if waiting[need] == 0:
                        ready.append(need)
    return found
