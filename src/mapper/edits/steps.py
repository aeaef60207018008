"""The steps in which a map is presented. Each edit leaves out what cannot be shown: ids that are nowhere on the map."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.model import MAP_TABLES, Document, Id, Step, clean_name


def add_step(document: Document, id: Id, title: str, shows: Iterable[Id]) -> Document:
    """A last step that shows these; without any of them there is no step."""
    there = _on_the_map(document, shows)
    return document.put("steps", [Step(id=id, title=clean_name(title), shows=there)]) if there else document


def rename_step(document: Document, id: Id, title: str) -> Document:
    """Another title, which may be blank."""
    return document.put("steps", [document.steps[id].but(title=clean_name(title))])


def show_in_step(document: Document, id: Id, shows: Iterable[Id]) -> Document:
    """Let a step show these in place of what it showed; without any of them it stays as it is."""
    there = _on_the_map(document, shows)
    return document.put("steps", [document.steps[id].but(shows=there)]) if there else document


def move_step(document: Document, id: Id, by: int) -> Document:
    """A step so many places later, or earlier if fewer than none; the ends of the row hold it."""
    order = list(document.steps)
    at = order.index(id)
    to = min(len(order) - 1, max(0, at + by))
    if to == at:
        return document
    order.insert(to, order.pop(at))
    return document.model_copy(update={"steps": {each: document.steps[each] for each in order}})


def remove_step(document: Document, id: Id) -> Document:
    """Without a step: what it showed is there from the start, unless another step shows it."""
    return document.drop("steps", [id])


def _on_the_map(document: Document, ids: Iterable[Id]) -> tuple[Id, ...]:
    tables = [*(getattr(document, table) for table in MAP_TABLES), document.contracts]
    return tuple(sorted({id for id in ids if any(id in table for table in tables)}))
