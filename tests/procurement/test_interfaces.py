"""Where contracts meet, and under which number."""

from __future__ import annotations

from mapper.model import FIRST_PLAN, Component, Contract, Document, Id, Link, Pipeline, Plan
from mapper.procurement.interfaces import ContractInterface, homes, interfaces


def document(
    contracts: dict[str, str],
    links: list[str],
    *,
    shared: str = "",
    pipelines: dict[str, str] | None = None,
) -> Document:
    """Components are single letters; a contract is its letters, a link two; a pipeline maps its component to choices."""
    pipelines = pipelines or {}
    owner = {choice: component for component, choices in pipelines.items() for choice in choices}
    letters = sorted({letter for text in (*contracts.values(), *links, *owner) for letter in text})
    plan = Plan(
        id=FIRST_PLAN,
        contracts={
            Id(ref): Contract(id=Id(ref), ref=ref, members=tuple(Id(m) for m in members))
            for ref, members in contracts.items()
        },
        shared=tuple(Id(letter) for letter in shared),
    )
    return Document(
        components={
            Id(c): Component(
                id=Id(c),
                name=c,
                evolution=0.5,
                visibility=0.5,
                pipeline=Id(f"pipeline {owner[c]}") if c in owner else None,
            )
            for c in letters
        },
        links={Id(pair): Link(id=Id(pair), source=Id(pair[0]), target=Id(pair[1])) for pair in links},
        pipelines={Id(f"pipeline {c}"): Pipeline(id=Id(f"pipeline {c}"), component=Id(c)) for c in pipelines},
        plans={plan.id: plan},
    )


def told(found: tuple[ContractInterface, ...]) -> list[tuple[int, str, str, tuple[str, ...]]]:
    return [(each.number, each.source, each.target, each.links) for each in found]


def test_links_between_the_same_two_contracts_are_one_interface() -> None:
    found = interfaces(document({"C1": "ab", "C2": "cd"}, ["ac", "bd", "ab"]))
    assert told(found) == [(1, "C1", "C2", ("ac", "bd"))]


def test_each_direction_has_a_number_of_its_own() -> None:
    found = interfaces(document({"C1": "a", "C2": "b"}, ["ba", "ab"]))
    assert told(found) == [(1, "C1", "C2", ("ab",)), (2, "C2", "C1", ("ba",))]


def test_numbers_follow_the_order_of_the_contracts_not_of_the_links() -> None:
    found = interfaces(document({"C1": "a", "C2": "b", "C3": "c"}, ["cb", "ac", "bc", "ab"]))
    assert [(each.number, each.source, each.target) for each in found] == [
        (1, "C1", "C2"),
        (2, "C1", "C3"),
        (3, "C2", "C3"),
        (4, "C3", "C2"),
    ]


def test_a_link_to_something_in_no_contract_crosses_nothing() -> None:
    assert interfaces(document({"C1": "a"}, ["ab", "ba"])) == ()


def test_a_link_to_a_shared_component_does_not_cross_where_one_contract_holds_both_ends() -> None:
    assert interfaces(document({"C1": "as", "C2": "bs"}, ["as", "bs"], shared="s")) == ()


def test_a_link_from_a_shared_component_crosses_from_each_of_its_contracts() -> None:
    found = interfaces(document({"C1": "s", "C2": "s", "C3": "c"}, ["sc"], shared="s"))
    assert told(found) == [(1, "C1", "C3", ("sc",)), (2, "C2", "C3", ("sc",))]


def test_a_choice_of_a_pipeline_is_in_the_contract_of_the_pipelines_component() -> None:
    found = interfaces(document({"C1": "a", "C2": "p"}, ["ax"], pipelines={"p": "xy"}))
    assert told(found) == [(1, "C1", "C2", ("ax",))]


def test_a_choice_with_a_contract_of_its_own_is_there() -> None:
    where = homes(document({"C1": "p", "C2": "x"}, [], pipelines={"p": "xy"}))
    assert (where[Id("x")], where[Id("y")]) == (("C2",), ("C1",))
