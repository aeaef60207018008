"""What must be drawn again when a record changes: whatever hangs on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mapper.drawing.belonging import Remembered, homes_of, pipeline_members
from mapper.model import Document, Id, Link
from mapper.model.change import changed_ids


def _by_end(links: Mapping[Id, Link]) -> dict[Id, list[Id]]:
    found: dict[Id, list[Id]] = {}
    for link in links.values():
        found.setdefault(link.source, []).append(link.id)
        found.setdefault(link.target, []).append(link.id)
    return found


class Neighbours:
    """Knows of two documents, one before and one after a change, which records hang on which."""

    def __init__(self) -> None:
        self._links = {turn: Remembered(_by_end) for turn in ("before", "after")}
        self._compared: tuple[Document, Document, set[Id]] | None = None

    def changed(self, before: Document, after: Document) -> set[Id]:
        """The ids of all that changed; asked a second time, it answers at once."""
        last = self._compared
        if last is None or last[0] is not before or last[1] is not after:
            last = self._compared = (before, after, changed_ids(before, after))
        return last[2]

    def affected(self, before: Document, after: Document) -> set[Id]:
        """The ids of all that changed, and of all that is drawn with a look at it."""
        changed = self.changed(before, after)
        return changed | self._hanging("before", before, changed) | self._hanging("after", after, changed)

    def touching(self, document: Document, ids: set[Id]) -> set[Id]:
        """These, and all that is drawn with a look at them."""
        return ids | self._hanging("after", document, ids)

    def links_of(self, document: Document, components: Iterable[Id]) -> set[Id]:
        """The links that begin or end at these components."""
        by_end = self._links["after"](document.links)
        return {link for component in components for link in by_end.get(component, ())}

    def _hanging(self, turn: str, document: Document, changed: set[Id]) -> set[Id]:
        components = set(_touched(document, changed))
        links = self._links[turn](document.links)
        found = {link for id in components for link in links.get(id, ())}
        found |= components
        for id in components:
            component = document.components[id]
            found.update(homes_of(id, document))
            if component.pipeline is not None:
                found.add(component.pipeline)
        if document.notes:
            found.update(id for id, note in document.notes.items() if note.component in components)
        if document.pipelines:
            found.update(id for id, pipeline in document.pipelines.items() if pipeline.component in components)
        return found


def _touched(document: Document, changed: set[Id]) -> Iterator[Id]:
    """The components that changed, or that stand on or belong to what changed."""
    for id in changed:
        if id in document.components:
            yield id
        elif id in document.links:
            # Another link between the two may lead back: the lines then keep apart.
            yield from (document.links[id].source, document.links[id].target)
        elif id in document.contracts:
            yield from document.contracts[id].members
        elif id in document.pipelines:
            yield document.pipelines[id].component
            yield from pipeline_members(id, document)
    for id, pipeline in document.pipelines.items():
        if pipeline.component in changed:
            yield from pipeline_members(id, document)
