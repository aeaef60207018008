"""How components and contracts are obtained, and what things are called."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import pytest

from mapper.model import FIRST_PLAN, Component, Contract, Document, Id, Method, Plan, Stage, Stages, Working, values
from mapper.procurement.methods import contract_method, default_method, method_of, working_of
from mapper.procurement.words import NOT_DECIDED, counted, day, months, word


def component(name: str, evolution: float, method: Method | None = None) -> Component:
    return Component(id=Id(name), name=name, evolution=evolution, visibility=0.5, method=method)


def held(contract: Contract, *components: Component) -> Document:
    plan = Plan(id=FIRST_PLAN, contracts={contract.id: contract})
    return Document(components={c.id: c for c in components}, plans={plan.id: plan})


def test_new_things_are_built_products_rented_and_commodities_used() -> None:
    assert [default_method(stage) for stage in Stage] == [Method.BUILD, Method.BUILD, Method.RENT, Method.USE]


def test_each_method_has_its_way_of_working() -> None:
    assert [working_of(method) for method in Method] == [Working.AGILE, Working.LEAN, Working.SIX_SIGMA]


def test_a_component_follows_its_stage_unless_a_strategist_says_otherwise() -> None:
    assert method_of(component("Platform", 0.65), Stages()) is Method.RENT
    assert method_of(component("Platform", 0.65, Method.USE), Stages()) is Method.USE


def test_a_contract_follows_most_of_its_members() -> None:
    contract = Contract(ref="C1", members=(Id("A"), Id("B"), Id("C")))
    document = held(contract, component("A", 0.5), component("B", 0.8), component("C", 0.9))
    assert contract_method(contract, document) is Method.USE


def test_where_members_are_divided_a_contract_follows_the_less_evolved() -> None:
    contract = Contract(ref="C1", members=(Id("A"), Id("B")))
    assert contract_method(contract, held(contract, component("A", 0.9), component("B", 0.5))) is Method.RENT


def test_a_contract_may_state_its_own_method() -> None:
    contract = Contract(ref="C1", members=(Id("A"),), method=Method.BUILD)
    assert contract_method(contract, held(contract, component("A", 0.9))) is Method.BUILD


def test_a_contract_without_members_has_no_method_unless_it_states_one() -> None:
    assert contract_method(Contract(ref="C1"), Document()) is None
    assert contract_method(Contract(ref="C1", method=Method.USE), Document()) is Method.USE


LISTS = [kind for kind in vars(values).values() if isinstance(kind, type) and issubclass(kind, StrEnum) and len(kind)]


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.__name__)
def test_every_value_of_every_list_has_words_of_its_own(kind: type[StrEnum]) -> None:
    words = [word(value) for value in kind]
    assert all(words) and len(set(words)) == len(words)
    assert not any("_" in each for each in words)


def test_equal_values_of_different_lists_keep_their_own_words() -> None:
    assert word(values.ExtensionMode.NONE) == "No extension"
    assert word(values.Integrator.NONE) == "Nobody"


def test_what_is_undecided_is_said_in_the_same_words_everywhere() -> None:
    undecided = [values.Route.UNDECIDED, values.Ownership.UNDECIDED, values.Integrator.UNDECIDED]
    assert {word(value) for value in undecided} == {NOT_DECIDED}


def test_dates_spell_their_month_and_counts_their_noun() -> None:
    assert day(date(2027, 5, 10)) == "10 May 2027"
    assert (months(1), months(18)) == ("1 month", "18 months")
    assert (counted(1, "entry", "entries"), counted(1200, "entry", "entries")) == ("1 entry", "1,200 entries")
