"""Edits of pipelines: one component with several choices along evolution."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from mapper.edits.components import place
from mapper.model import Component, Document, Id, Pipeline

HALF_WIDTH = 0.08
"""How far the box of a pipeline without members reaches to either side of its component."""


def pipeline_of(document: Document, component: Id) -> Pipeline | None:
    """The pipeline that a component is shown as, or None."""
    return next((p for p in document.pipelines.values() if p.component == component), None)


def pipelines_of(document: Document, components: Collection[Id]) -> frozenset[Id]:
    """The pipelines that these components are shown as."""
    return frozenset(p.id for p in document.pipelines.values() if p.component in components)


def members_of(document: Document, pipelines: Collection[Id]) -> list[Component]:
    """The members of these pipelines, in the document's order."""
    return [c for c in document.components.values() if c.pipeline in pipelines] if pipelines else []


def add_pipeline(document: Document, component: Id, members: Iterable[Id] = ()) -> Document:
    """Show a component as a pipeline with these members; if it is one already, they join it.

    A user and a member of a pipeline cannot be one: they change nothing.
    """
    parent = document.components[component]
    if parent.is_anchor or parent.pipeline is not None:
        return document
    pipeline = pipeline_of(document, component)
    if pipeline is None:
        pipeline = Pipeline(
            component=component, start=place(parent.evolution - HALF_WIDTH), end=place(parent.evolution + HALF_WIDTH)
        )
        document = document.put("pipelines", [pipeline])
    return join_pipeline(document, pipeline.id, members)


def join_pipeline(document: Document, pipeline: Id, ids: Iterable[Id]) -> Document:
    """Make components members: they take the pipeline's visibility. Users and other pipelines stay as they are."""
    parent = document.components[document.pipelines[pipeline].component]
    heads = {each.component for each in document.pipelines.values()}
    joining = [document.components[id] for id in ids if id not in heads and not document.components[id].is_anchor]
    return document.put("components", [c.but(pipeline=pipeline, visibility=parent.visibility) for c in joining])


def leave_pipeline(document: Document, ids: Iterable[Id]) -> Document:
    """Make members plain components again, where they stand."""
    return document.put("components", [document.components[id].but(pipeline=None) for id in ids])


def dissolve(document: Document, pipelines: Collection[Id]) -> Document:
    """Remove pipelines; their components and their members stay on the map."""
    freed = [member.id for member in members_of(document, pipelines)]
    return leave_pipeline(document, freed).drop("pipelines", pipelines)
