"""What formats leave out that hold the value chain with one plan's contracts, and nothing else of a map."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.losses import facts_of_procurement, left_out, told
from mapper.model import Contract, Document, Interface


def without_map(language: str, document: Document) -> Iterator[str]:
    """What is written on the map and is no part of the value chain."""
    yield from left_out(
        f"{language} has no place for what is written on the map",
        (len(document.notes), "note"),
        (len(document.annotations), "annotation"),
        (len(document.accelerators), "accelerator"),
        (len(document.attitudes), "attitude"),
    )


def without_plans(language: str, document: Document) -> Iterator[str]:
    """All plans but the one in hand."""
    yield from left_out(f"{language} shows one plan", (len(document.plans) - 1, "other plan"))


def without_procurement(language: str, document: Document) -> Iterator[str]:
    """What surrounds contracts: people, suppliers, the service and its users' needs."""
    _, *surrounding = facts_of_procurement(document)
    needs = sum(len(component.needs) for component in document.components.values())
    yield from left_out(f"{language} has no place for what surrounds contracts", *surrounding, (needs, "user need"))


def without_details(language: str, document: Document, *keeps: str) -> Iterator[str]:
    """What is known of the map's records besides what all these formats say; `keeps` are facts that this one has too."""
    components, pipelines = document.components.values(), document.pipelines.values()
    moves = [one.evolve for one in components if one.evolve is not None]
    about = document.about
    facts = {
        "reasons": (sum(bool(one.method_reason) for one in components), "reason for a method|reasons for methods"),
        "in-house": (
            sum(one.in_house for one in components),
            "mark of what stays in-house|marks of what stays in-house",
        ),
        "legacy": (sum(one.legacy for one in components), "mark of what is legacy|marks of what is legacy"),
        "inertia": (
            sum(bool(one.inertia and (one.inertia.kind or one.inertia.response)) for one in components),
            "kind of inertia|kinds of inertia",
        ),
        "dates": (sum(one.by is not None for one in moves), "date of a movement|dates of movements"),
        "methods": (sum(one.method is not None for one in moves), "method after a movement|methods after movements"),
        "titles": (sum(bool(one.title) for one in pipelines), "title of a pipeline|titles of pipelines"),
        "pipelines": (
            sum(bool(one.description) for one in pipelines),
            "description of a pipeline|descriptions of pipelines",
        ),
        "origin": (
            sum(map(bool, (about.summary, about.author, about.credit, about.licence, about.notice))),
            "fact of the map's origin|facts of the map's origin",
        ),
    }
    left = (fact for kind, fact in facts.items() if kind not in keeps)
    yield from left_out(f"{language} has no place for all that is known of the map", *left)


def without_terms(language: str, document: Document, *keeps: str) -> Iterator[str]:
    """What is agreed in contracts and passes between them, besides the fields of contracts that a format keeps."""
    plan = document.plans[document.active_plan]
    fields = {
        name: field.get_default(call_default_factory=True)
        for name, field in Contract.model_fields.items()
        if name not in ("id", "ref", "title", "members", "colour", *keeps)
    }
    contracts = sum(
        any(getattr(one, name) != plain for name, plain in fields.items()) for one in plan.contracts.values()
    )
    interfaces = (
        0 if "interfaces" in keeps else sum(one != Interface(link=one.link) for one in plan.interfaces.values())
    )
    if rest := told((contracts, "contract"), (interfaces, "interface")):
        yield f"{language} tells only the main facts of contracts: the rest of {rest} is left out."
