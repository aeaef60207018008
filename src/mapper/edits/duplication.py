"""Copies beside the originals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mapper.edits.components import place
from mapper.edits.notes import free_numbers
from mapper.edits.pipelines import members_of, pipelines_of
from mapper.model import Accelerator, Attitude, Component, Document, Id, Note, Position, new_id

Standing = Note | Accelerator | Attitude

OFFSET = 0.02
"""How far right and down of its original a copy lies."""


def duplicate(document: Document, ids: Iterable[Id]) -> tuple[Document, frozenset[Id]]:
    """Copies of components (pipelines with their members), of the links among them, and of all else that has a place.

    Answers with the ids of the copies as well. A copy is in no contract.
    """
    wanted = frozenset(ids)
    pipelines = pipelines_of(document, wanted)
    members = {member.id for member in members_of(document, pipelines)}
    originals = [c for c in document.components.values() if c.id in wanted | members]
    new = {id: new_id() for id in [*(c.id for c in originals), *pipelines]}
    document = document.put("components", [_copy(component, new) for component in originals])
    document = _copy_pipelines(document, new)
    document, links = _copy_links(document, new)
    document, annotations = _copy_annotations(document, wanted)
    document, others = _copy_others(document, wanted, new)
    return document, links | annotations | others | {new[c.id] for c in originals}


def _copy(component: Component, new: Mapping[Id, Id]) -> Component:
    bound = component.pipeline is not None and component.pipeline not in new
    needs = tuple(
        need.but(id=new_id(), met_by=tuple(new.get(id, id) for id in need.met_by)) for need in component.needs
    )
    return component.but(
        id=new[component.id],
        locked=False,
        needs=needs,
        pipeline=component.pipeline and new.get(component.pipeline, component.pipeline),
        evolution=place(component.evolution + OFFSET),
        visibility=component.visibility if bound else place(component.visibility - OFFSET),
    )


def _copy_pipelines(document: Document, new: Mapping[Id, Id]) -> Document:
    pipelines = [
        pipeline.but(
            id=new[pipeline.id],
            component=new[pipeline.component],
            start=None if pipeline.start is None else place(pipeline.start + OFFSET),
            end=None if pipeline.end is None else place(pipeline.end + OFFSET),
        )
        for pipeline in document.pipelines.values()
        if pipeline.id in new
    ]
    return document.put("pipelines", pipelines)


def _copy_links(document: Document, new: Mapping[Id, Id]) -> tuple[Document, frozenset[Id]]:
    links = [
        link.but(id=new_id(), source=new[link.source], target=new[link.target])
        for link in document.links.values()
        if link.source in new and link.target in new
    ]
    return document.put("links", links), frozenset(link.id for link in links)


def _copy_annotations(document: Document, wanted: frozenset[Id]) -> tuple[Document, frozenset[Id]]:
    remarks = (remark for remark in document.annotations.values() if remark.id in wanted)
    annotations = [
        remark.but(id=new_id(), locked=False, number=number, positions=tuple(_beside(at) for at in remark.positions))
        for remark, number in zip(remarks, free_numbers(document), strict=False)
    ]
    return document.put("annotations", annotations), frozenset(copy.id for copy in annotations)


def _copy_others(document: Document, wanted: frozenset[Id], copied: Mapping[Id, Id]) -> tuple[Document, frozenset[Id]]:
    """What stands on the map on its own."""
    copies: list[Standing] = []
    for table in ("notes", "accelerators", "attitudes"):
        new = [_put_beside(each, copied) for each in getattr(document, table).values() if each.id in wanted]
        document = document.put(table, new)
        copies += new
    return document, frozenset(copy.id for copy in copies)


def _put_beside(original: Standing, copied: Mapping[Id, Id]) -> Standing:
    """A copy; a note that points at what is copied, too, points at the copy."""
    at = _beside(Position(evolution=original.evolution, visibility=original.visibility))
    copy = original.but(id=new_id(), locked=False, evolution=at.evolution, visibility=at.visibility)
    if isinstance(copy, Note) and copy.component is not None:
        return copy.but(component=copied.get(copy.component, copy.component))
    return copy


def _beside(at: Position) -> Position:
    return Position(evolution=place(at.evolution + OFFSET), visibility=place(at.visibility - OFFSET))
