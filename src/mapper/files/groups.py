"""Groups of components in other programs' maps: here they become contracts, if the user agrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from mapper.files.importer import Answers, Question
from mapper.model import Contract, Document

GROUPS = "groups"
CONTRACTS, NONE = "contracts", "none"


def question(count: int) -> Question:
    """What a map with groups leaves open."""
    many = "a group" if count == 1 else f"{count} groups"
    return Question(
        GROUPS,
        f"This map puts its components into {many}. Are groups what is procured together?",
        ((CONTRACTS, "Yes: each group becomes a contract"), (NONE, "No: each component says which group it is in")),
        CONTRACTS,
    )


def become_contracts(answers: Answers) -> bool:
    return answers.get(GROUPS) != NONE


def notice(count: int) -> str:
    """A sentence that says what became of the groups."""
    return "Its group became a contract." if count == 1 else f"Its {count} groups became contracts."


def with_contracts(document: Document, contracts: Iterable[Contract]) -> Document:
    """The document, the plan in hand holding these contracts; components in several of them are marked as shared."""
    by_id = {contract.id: contract for contract in contracts}
    times = Counter(member for contract in by_id.values() for member in contract.members)
    shared = tuple(id for id, count in times.items() if count > 1)
    return document.put_plan(document.plan.but(contracts=by_id, shared=shared))
