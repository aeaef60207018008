"""Which contract and which pipeline a component belongs to, answered at the pace of a drag."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

from mapper.model import Component, Contract, Document, Id, Pipeline

Source = TypeVar("Source")
Answer = TypeVar("Answer")


class Remembered(Generic[Source, Answer]):
    """What was last worked out from an immutable value, kept for as long as that very value is asked about."""

    def __init__(self, work_out: Callable[[Source], Answer]) -> None:
        self._work_out = work_out
        self._last: tuple[Source, Answer] | None = None

    def __call__(self, source: Source) -> Answer:
        last = self._last
        if last is None or last[0] is not source:
            last = self._last = (source, self._work_out(source))
        return last[1]


def _homes(contracts: Mapping[Id, Contract]) -> Mapping[Id, tuple[Id, ...]]:
    homes: dict[Id, tuple[Id, ...]] = {}
    for contract in contracts.values():
        for member in contract.members:
            homes[member] = (*homes.get(member, ()), contract.id)
    return homes


def _by_parent(pipelines: Mapping[Id, Pipeline]) -> Mapping[Id, Id]:
    return {pipeline.component: pipeline.id for pipeline in pipelines.values()}


def _by_pipeline(components: Mapping[Id, Component]) -> Mapping[Id, tuple[Id, ...]]:
    members: dict[Id, list[Component]] = {}
    for component in components.values():
        if component.pipeline is not None:
            members.setdefault(component.pipeline, []).append(component)
    return {
        pipeline: tuple(member.id for member in sorted(found, key=lambda member: (member.evolution, member.id)))
        for pipeline, found in members.items()
    }


_homes_in = Remembered(_homes)
_members_by_pipeline = Remembered(_by_pipeline)
_pipelines_by_parent = Remembered(_by_parent)


def homes_of(component: Id, document: Document) -> tuple[Id, ...]:
    """The contracts that a component is in; a pipeline's member in none is where the pipeline's component is.

    The same rule as `procurement.interfaces.homes`, for one component.
    """
    homes = _homes_in(document.contracts)
    own = homes.get(component)
    if own is not None:
        return own
    pipeline = document.components[component].pipeline
    return () if pipeline is None else homes.get(document.pipelines[pipeline].component, ())


def pipeline_under(component: Id, document: Document) -> Id | None:
    """The pipeline whose choices this component stands for."""
    return _pipelines_by_parent(document.pipelines).get(component)


def pipeline_members(pipeline: Id, document: Document) -> tuple[Id, ...]:
    """The choices of a pipeline, from the least to the most evolved."""
    return _members_by_pipeline(document.components).get(pipeline, ())
