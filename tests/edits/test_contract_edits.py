"""Contracts and their members."""

import pytest

from mapper.edits import (
    add_contract,
    add_members,
    change,
    change_contract,
    delete,
    describe_interface,
    leave_contract,
    rename,
    share,
    take_out,
)
from mapper.model import ANCHOR, Component, Document, Id, Link, broken_references

USER, TEA, WATER, KETTLE, LINK = Id("user"), Id("tea"), Id("water"), Id("kettle"), Id("link")


@pytest.fixture
def document() -> Document:
    components = {
        id: Component(id=id, name=id.title(), evolution=0.5, visibility=0.5, kind=kind)
        for id, kind in ((USER, ANCHOR), (TEA, "component"), (WATER, "component"), (KETTLE, "component"))
    }
    return Document(components=components, links={LINK: Link(id=LINK, source=TEA, target=WATER)})


def members(document: Document) -> dict[str, set[Id]]:
    return {contract.ref: set(contract.members) for contract in document.contracts.values()}


def test_a_new_contract_takes_the_next_free_reference_and_leaves_users_out(document: Document) -> None:
    document, first = add_contract(document, [USER, TEA])
    document, _ = add_contract(document, [WATER], "Water supply")
    assert members(document) == {"C1": {TEA}, "C2": {WATER}}
    document, _ = add_contract(delete(document, [first]), [KETTLE])
    assert members(document) == {"C2": {WATER}, "C1": {KETTLE}}


def test_a_component_moves_out_of_its_contract_when_it_joins_another(document: Document) -> None:
    document, _ = add_contract(document, [TEA, WATER])
    document, second = add_contract(document, [WATER])
    assert members(document) == {"C1": {TEA}, "C2": {WATER}}
    assert members(add_members(document, second, [TEA])) == {"C1": set(), "C2": {TEA, WATER}}
    assert document.plan.shared == ()


def test_a_component_is_in_two_contracts_only_when_that_is_what_was_asked(document: Document) -> None:
    document, first = add_contract(document, [TEA, WATER])
    document, second = add_contract(document, [KETTLE])
    shared = share(document, second, [WATER])
    assert members(shared) == {"C1": {TEA, WATER}, "C2": {WATER, KETTLE}}
    assert shared.plan.shared == (WATER,)
    assert take_out(shared, first, [WATER]).plan.shared == ()
    assert delete(shared, [second]).plan.shared == ()
    both, _ = add_contract(document, [TEA], shared=True)
    assert members(both)["C1"] == {TEA, WATER}
    assert both.plan.shared == (TEA,)


def test_taking_out_the_last_member_leaves_the_contract_with_all_that_was_written_in_it(document: Document) -> None:
    document, contract = add_contract(document, [TEA])
    document = leave_contract(change_contract(document, contract, scope="Everything hot"), [TEA])
    assert document.contracts[contract].members == ()
    assert document.contracts[contract].scope == "Everything hot"


def test_a_component_that_becomes_a_user_leaves_its_contract(document: Document) -> None:
    document, contract = add_contract(document, [TEA, WATER])
    document = change(document, "components", TEA, kind=ANCHOR)
    assert document.contracts[contract].members == (WATER,)
    assert list(broken_references(document)) == []


def test_deleting_a_contract_leaves_its_components(document: Document) -> None:
    document, contract = add_contract(document, [TEA])
    assert delete(document, [contract]).contracts == {}
    assert TEA in delete(document, [contract]).components


def test_an_interface_that_says_nothing_any_more_is_not_kept(document: Document) -> None:
    document = describe_interface(document, LINK, what="Hot water")
    assert document.plan.interfaces[LINK].what == "Hot water"
    assert describe_interface(document, LINK, what="").plan.interfaces == {}


def test_a_contracts_title_may_be_blank_but_a_components_name_may_not(document: Document) -> None:
    document, contract = add_contract(document, [TEA], "Drinks")
    assert rename(document, contract, "").contracts[contract].title == ""
    assert rename(document, TEA, "  ") is document
