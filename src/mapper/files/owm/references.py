"""How carried lines name what stands on the map: by its name in the text, and by which of that name it is."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from mapper.files.owm.carried import Json
from mapper.model import Id, Link, Pipeline


class References:
    """Names for records, and records for names.

    A component is `"Tea"`, or `["Tea", 2]` for the second of that name in the text. A link is `["Cup", "Tea"]`, its
    ends, with a 3 after them for the third between the two. A pipeline is named as its component is. All others are
    numbers: the second note of the text is 2.
    """

    def __init__(
        self,
        components: Iterable[tuple[Id, str]],
        links: Iterable[Link],
        pipelines: Iterable[Pipeline],
        others: Mapping[str, Iterable[Id]],
    ) -> None:
        self._refs: dict[tuple[str, Id], Json] = {}
        self._ids: dict[tuple[str, str], Id] = {}
        times: dict[tuple[str, str], int] = {}
        for id, name in components:
            self._add("component", id, name, times)
        for link in links:
            self._add("link", link.id, [self.of("component", end) for end in (link.source, link.target)], times)
        for pipeline in pipelines:
            self._add("pipeline", pipeline.id, self.of("component", pipeline.component), times)
        for kind, ids in others.items():
            for number, id in enumerate(ids, 1):
                self._learn(kind, id, number)

    def of(self, kind: str, id: Id) -> Json:
        """What a record is called; None if the text does not have it."""
        return self._refs.get((kind, id))

    def find(self, kind: str, ref: Json) -> Id | None:
        """The record that is called so."""
        return self._ids.get((kind, _key(ref)))

    def _add(self, kind: str, id: Id, name: Json, times: dict[tuple[str, str], int]) -> None:
        key = (kind, _key(name))
        time = times[key] = times.get(key, 0) + 1
        numbered: Json = [*name, time] if kind == "link" and isinstance(name, list) else [name, time]
        self._learn(kind, id, numbered)
        if time == 1:
            self._learn(kind, id, name)

    def _learn(self, kind: str, id: Id, ref: Json) -> None:
        self._refs[kind, id] = ref
        self._ids[kind, _key(ref)] = id


def _key(ref: Json) -> str:
    return json.dumps(ref)
