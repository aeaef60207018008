"""Deleting, and mending what referred to the deleted."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.edits.membership import in_every_plan, leave_contracts, tidy
from mapper.edits.pipelines import dissolve, members_of, pipelines_of
from mapper.model import Component, Document, Explanation, Id, Plan

_TABLES = ("links", "notes", "annotations", "accelerators", "attitudes")


def delete(document: Document, ids: Iterable[Id]) -> Document:
    """Remove anything that stands on the map, and contracts of the plan in hand.

    With a component go its links and what plans say of them, its memberships, its place in what needs are met by, and
    its pipeline with the members. With a contract or a pipeline alone goes nothing else: the components stay.
    """
    wanted = frozenset(ids)
    contracts = wanted & document.contracts.keys()
    gone = wanted & document.components.keys()
    gone |= {member.id for member in members_of(document, pipelines_of(document, gone))}
    rest = (wanted - contracts) | pipelines_of(document, gone) | _links_of(document, gone)
    document = _without_contracts(document, contracts)
    document = dissolve(document, rest & document.pipelines.keys())
    for table in _TABLES:
        document = document.drop(table, rest)
    document = leave_contracts(document, gone).drop("components", gone)
    document = _without_needs(document, gone)
    document = _pointing_elsewhere(document, gone)
    document = _without_steps(document, gone | rest | contracts)
    return in_every_plan(document, lambda plan: _mended(document, plan, gone | rest))


def _links_of(document: Document, components: frozenset[Id]) -> frozenset[Id]:
    if not components:
        return frozenset()
    return frozenset(x.id for x in document.links.values() if x.source in components or x.target in components)


def _without_contracts(document: Document, ids: frozenset[Id]) -> Document:
    if not ids:
        return document
    kept = {id: contract for id, contract in document.contracts.items() if id not in ids}
    plan = document.plan.model_copy(update={"contracts": kept})
    return document.put_plan(_explained(tidy(plan), ids))


def _without_needs(document: Document, gone: frozenset[Id]) -> Document:
    """Needs that no longer say that they are met by what is gone."""

    def mended(component: Component) -> Component:
        needs = tuple(n.but(met_by=tuple(id for id in n.met_by if id not in gone)) for n in component.needs)
        return component.but(needs=needs)

    touched = [c for c in document.components.values() if any(not gone.isdisjoint(need.met_by) for need in c.needs)]
    return document.put("components", [mended(component) for component in touched])


def _pointing_elsewhere(document: Document, gone: frozenset[Id]) -> Document:
    """Notes that point at nothing that is gone."""
    return document.put(
        "notes", [note.but(component=None) for note in document.notes.values() if note.component in gone]
    )


def _without_steps(document: Document, gone: frozenset[Id]) -> Document:
    """Steps of presenting that show nothing that is gone; a step that showed nothing else goes."""
    touched = [step for step in document.steps.values() if not gone.isdisjoint(step.shows)]
    kept = [step.but(shows=tuple(id for id in step.shows if id not in gone)) for step in touched]
    document = document.put("steps", [step for step in kept if step.shows])
    return document.drop("steps", [step.id for step in kept if not step.shows])


def _mended(document: Document, plan: Plan, gone: frozenset[Id]) -> Plan:
    """A plan that says nothing more of what is gone."""
    interfaces = {id: interface for id, interface in plan.interfaces.items() if id in document.links}
    if len(interfaces) != len(plan.interfaces):
        plan = plan.model_copy(update={"interfaces": interfaces})
    return _explained(plan, gone)


def _explained(plan: Plan, gone: frozenset[Id]) -> Plan:
    """A plan whose explanations speak only of what is there; one that spoke of nothing else goes."""
    if all(gone.isdisjoint(each.subjects) for each in plan.explanations):
        return plan
    kept = [each for each in plan.explanations if not each.subjects or not gone.issuperset(each.subjects)]
    return plan.model_copy(update={"explanations": tuple(_narrowed(each, gone) for each in kept)})


def _narrowed(explanation: Explanation, gone: frozenset[Id]) -> Explanation:
    return explanation.but(subjects=tuple(id for id in explanation.subjects if id not in gone))
