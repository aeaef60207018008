"""What formats of other programs have no place for, in sentences with counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from mapper.export.sentences import listed
from mapper.model import Component, Document, Inertia, Plan, Service
from mapper.procurement.interfaces import interfaces
from mapper.procurement.words import counted

Counts = tuple[tuple[int, str], ...]
"""Each with its noun, and with a plural after a bar if that is not regular."""


def told(*counts: tuple[int, str]) -> str:
    """“9 contracts and 14 interfaces”; nothing if every count is 0."""
    return listed([counted(count, *noun.split("|")) for count, noun in counts if count])


def left_out(reason: str, *counts: tuple[int, str]) -> Iterator[str]:
    """“Mermaid has no contracts: 9 contracts and 14 interfaces are left out.” — unless every count is 0."""
    if what := told(*counts):
        yield f"{reason}: {what} {'is' if sum(count for count, _ in counts) == 1 else 'are'} left out."


def of_contracts(language: str, document: Document) -> Iterator[str]:
    """What is for procurement alone: contracts and plans, people and suppliers, the service."""
    yield from left_out(f"{language} has no contracts", *facts_of_contracts(document))
    yield from left_out(f"{language} has no place for what belongs to a procurement", *facts_of_procurement(document))


def of_components(language: str, document: Document, *, has: str = "has") -> Iterator[str]:
    """What is known of components besides what is drawn of them."""
    yield from left_out(f"{language} {has} no place for what is known of components", *facts_of_components(document))


def facts_of_contracts(document: Document) -> Counts:
    contracts = sum(len(plan.contracts) for plan in document.plans.values())
    return (contracts, "contract"), (len(interfaces(document)), "interface")


def facts_of_procurement(document: Document) -> Counts:
    """What surrounds the contracts. A plan that says nothing of itself is none."""
    plans = tuple(document.plans.values())
    is_bare = len(plans) == 1 and plans[0].model_copy(update={"contracts": {}}) == Plan(id=plans[0].id)
    return (
        (0 if is_bare else len(plans), "plan"),
        (len(document.people), "person|people"),
        (len(document.suppliers), "supplier"),
        (int(document.service != Service()), "service|services"),
    )


def facts_of_components(document: Document) -> Counts:
    def count(has: Callable[[Component], object]) -> int:
        return sum(bool(has(component)) for component in document.components.values())

    return (
        (count(lambda one: one.description), "description"),
        (sum(len(one.needs) for one in document.components.values()), "user need"),
        (count(lambda one: one.method_reason), "reason for a method|reasons for methods"),
        (count(lambda one: one.in_house), "mark of what stays in-house|marks of what stays in-house"),
        (count(lambda one: one.legacy), "mark of what is legacy|marks of what is legacy"),
        (count(lambda one: one.inertia and one.inertia != Inertia()), "kind of inertia|kinds of inertia"),
        (
            count(lambda one: one.evolve and (one.evolve.by or one.evolve.method)),
            "date or method of a movement|dates and methods of movements",
        ),
    )


def of_marks(language: str, document: Document, *keeps: str, has: str = "has") -> Iterator[str]:
    """What parts of a map are marked with and how it is shown, and what it speaks of; `keeps` are facts that the language
    has too."""
    left = (fact for kind, fact in facts_of_marks(document).items() if kind not in keeps)
    yield from left_out(f"{language} {has} no place for all that a map is marked with", *left)


def facts_of_marks(document: Document) -> Mapping[str, tuple[int, str]]:
    """By the name of the field."""
    components, notes = document.components.values(), document.notes.values()
    others = (document.annotations, document.accelerators, document.attitudes)
    locks = [one.locked for one in components] + [one.locked for one in notes]
    locks += [one.locked for table in others for one in table.values()]
    return {
        "type": (sum(one.type is not None for one in components), "type"),
        "constraint": (sum(one.constraint for one in components), "constraint"),
        "pointing": (sum(one.component is not None for one in notes), "line from a note|lines from notes"),
        "locked": (sum(locks), "lock"),
        "steps": (len(document.steps), "step of presenting|steps of presenting"),
        "on": (int(document.about.on is not None), "day that the map speaks of|days"),
        "scope": (int(bool(document.about.scope)), "scope"),
    }


def of_origin(language: str, document: Document) -> Iterator[str]:
    """Where the map comes from, and the remarks in the text that it was read from."""
    about, lines = document.about, document.source.lines if document.source else ()
    origin = sum(bool(said) for said in (about.author, about.credit, about.licence, about.notice))
    facts = (origin, "fact of its origin|facts of its origin")
    yield from left_out(f"{language} does not say where a map comes from", facts)
    comments = sum(not line.id and line.text.lstrip().startswith("//") for line in lines)
    yield from left_out("Comments stay in the text that the map was read from", (comments, "comment"))
