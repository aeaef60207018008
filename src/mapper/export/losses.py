"""What formats of other programs have no place for, in sentences with counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mapper.export.sentences import listed
from mapper.model import Component, Document, Inertia, Plan, Service
from mapper.procurement.interfaces import interfaces
from mapper.procurement.words import counted


def left_out(reason: str, *counts: tuple[int, str]) -> Iterator[str]:
    """“Mermaid has no contracts: 9 contracts and 14 interfaces are left out.” — unless every count is 0.

    `reason` begins the sentence. A count comes with its noun, and with a plural after a bar if that is not regular.
    """
    told = [counted(count, *noun.split("|")) for count, noun in counts if count]
    if told:
        is_one = sum(count for count, _ in counts) == 1
        yield f"{reason}: {listed(told)} {'is' if is_one else 'are'} left out."


def of_contracts(language: str, document: Document) -> Iterator[str]:
    """What is for procurement alone: contracts and plans, people and suppliers, the service."""
    plans = tuple(document.plans.values())
    contracts = sum(len(plan.contracts) for plan in plans)
    crossing = len(interfaces(document))
    yield from left_out(f"{language} has no contracts", (contracts, "contract"), (crossing, "interface"))
    is_bare = len(plans) == 1 and plans[0].model_copy(update={"contracts": {}}) == Plan(id=plans[0].id)
    yield from left_out(
        f"{language} has no place for what belongs to a procurement",
        (0 if is_bare else len(plans), "plan"),
        (len(document.people), "person|people"),
        (len(document.suppliers), "supplier"),
        (int(document.service != Service()), "service|services"),
    )


def of_components(language: str, document: Document) -> Iterator[str]:
    """What is known of components besides what is drawn of them."""

    def count(has: Callable[[Component], object]) -> int:
        return sum(bool(has(component)) for component in document.components.values())

    yield from left_out(
        f"{language} has no place for what is known of components",
        (count(lambda one: one.description), "description"),
        (sum(len(one.needs) for one in document.components.values()), "user need"),
        (count(lambda one: one.method_reason), "reason for a method|reasons for methods"),
        (count(lambda one: one.in_house), "mark of what stays in-house|marks of what stays in-house"),
        (count(lambda one: one.legacy), "mark of what is legacy|marks of what is legacy"),
        (
            count(lambda one: one.inertia and one.inertia != Inertia()),
            "level or reason of inertia|levels and reasons of inertia",
        ),
        (
            count(lambda one: one.evolve and (one.evolve.by or one.evolve.method)),
            "date or method of a movement|dates and methods of movements",
        ),
    )


def of_origin(language: str, document: Document) -> Iterator[str]:
    """Where the map comes from, and the remarks in the text that it was read from."""
    about, lines = document.about, document.source.lines if document.source else ()
    origin = sum(bool(said) for said in (about.author, about.credit, about.licence, about.notice))
    facts = (origin, "fact of its origin|facts of its origin")
    yield from left_out(f"{language} does not say where a map comes from", facts)
    comments = sum(not line.id and line.text.lstrip().startswith("//") for line in lines)
    yield from left_out("Comments stay in the text that the map was read from", (comments, "comment"))
