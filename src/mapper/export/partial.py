"""What formats leave out that hold the value chain with one plan's contracts, and nothing else of a map."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.losses import facts_of_procurement, left_out
from mapper.model import Document


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
