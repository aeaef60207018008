"""What a plan buys, contract by contract."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mapper.data import SAMPLES
from mapper.files.native import load
from mapper.model import FIRST_PLAN, Component, Contract, Document, Id, Method, Pipeline, Plan, Stage, Working
from mapper.procurement.breakdown import breakdown, life_value


@pytest.fixture(scope="module")
def flagship() -> Document:
    return load(SAMPLES / "childcare-licensing.wardley")


def test_the_flagships_sums_are_those_of_its_story(flagship: Document) -> None:
    whole = breakdown(flagship)
    assert (whole.value, whole.life_value, whole.unvalued) == (Decimal(9350000), Decimal(12260000), ())
    assert len(whole.contracts) == 9
    assert sum(len(crossing.links) for crossing in whole.interfaces) == 20


def test_a_contract_is_told_with_its_stages_method_and_share(flagship: Document) -> None:
    casework = next(cut for cut in breakdown(flagship).contracts if cut.contract.ref == "C5")
    assert casework.stage_mix == {Stage.PRODUCT: 4}
    assert (casework.method, casework.working) == (Method.RENT, Working.LEAN)
    assert casework.life_value == Decimal(2040000)
    assert round(float(casework.share or 0), 3) == 0.166


def test_the_shares_of_all_contracts_make_a_whole(flagship: Document) -> None:
    assert sum(cut.share or 0 for cut in breakdown(flagship).contracts) == pytest.approx(1)


@pytest.mark.parametrize("values", [(1, 1, 1), (5, 5, 90), (1, 999), (0, 7), (333, 333, 334, 1), (0, 0)])
def test_percentages_add_up_to_a_hundred_and_are_less_than_one_off(values: tuple[int, ...]) -> None:
    contracts = {Id(f"c{n}"): Contract(id=Id(f"c{n}"), ref=f"C{n}", value=Decimal(v)) for n, v in enumerate(values)}
    whole = breakdown(Document(plans={FIRST_PLAN: Plan(id=FIRST_PLAN, contracts=contracts)}))
    if not any(values):
        assert whole.percentages == {}
        return
    assert sum(whole.percentages.values()) == 100
    for cut in whole.contracts:
        assert cut.share is not None
        assert abs(whole.percentages[cut.contract.id] - cut.share * 100) < 1


def test_what_a_contract_needs_and_what_needs_it_are_told_apart(flagship: Document) -> None:
    whole = breakdown(flagship)
    hosting = next(cut for cut in whole.contracts if cut.contract.ref == "C9")
    assert not hosting.needs
    refs = {flagship.contracts[crossing.source].ref for crossing in hosting.needed_by}
    assert refs == {"C1", "C2", "C4", "C5", "C8"}


def test_what_is_kept_inside_is_told_apart_from_what_nobody_has_decided(flagship: Document) -> None:
    whole = breakdown(flagship)
    assert len(whole.in_house) == 7
    assert whole.uncontracted == ()
    assert not any(component.is_anchor for component in whole.in_house)


def test_the_same_map_cut_otherwise_is_broken_down_otherwise(flagship: Document) -> None:
    other = next(id for id in flagship.plans if id != flagship.active_plan)
    whole = breakdown(flagship.but(active_plan=other))
    assert (len(whole.contracts), whole.life_value) == (4, Decimal(28670000))


def test_the_choices_of_a_pipeline_that_is_kept_inside_are_kept_inside() -> None:
    owner = Component(id=Id("p"), name="Payments", evolution=0.5, visibility=0.5, in_house=True)
    choice = Component(id=Id("x"), name="Card", evolution=0.7, visibility=0.5, pipeline=Id("line"))
    document = Document(
        components={owner.id: owner, choice.id: choice},
        pipelines={Id("line"): Pipeline(id=Id("line"), component=owner.id)},
    )
    assert breakdown(document).in_house == (owner, choice)


@pytest.mark.parametrize(
    ("contract", "worth"),
    [
        (Contract(ref="C"), None),
        (Contract(ref="C", value=Decimal(100)), Decimal(100)),
        (Contract(ref="C", value=Decimal(100), term_months=24, extension_months=12), Decimal(150)),
        (Contract(ref="C", value=Decimal(100), term_months=3, extension_months=1), Decimal("133.33")),
        (Contract(ref="C", value=Decimal(100), ceiling=Decimal(120), term_months=24), Decimal(120)),
        (Contract(ref="C", ceiling=Decimal(120)), Decimal(120)),
        (Contract(ref="C", value=Decimal(100), term_months=0, extension_months=12), Decimal(100)),
    ],
)
def test_the_life_of_a_contract_is_its_ceiling_or_its_value_at_the_same_rate(
    contract: Contract, worth: Decimal | None
) -> None:
    assert life_value(contract) == worth


def test_contracts_without_a_value_are_counted_and_not_guessed() -> None:
    contracts = {Id(ref): Contract(id=Id(ref), ref=ref, value=value) for ref, value in (("A", None), ("B", Decimal(7)))}
    whole = breakdown(Document(plans={FIRST_PLAN: Plan(id=FIRST_PLAN, contracts=contracts)}))
    assert (whole.value, whole.unvalued) == (Decimal(7), ("A",))
    assert [cut.share for cut in whole.contracts] == [None, Decimal(1)]


def test_an_empty_contract_has_no_stages_and_no_method() -> None:
    plan = Plan(id=FIRST_PLAN, contracts={Id("A"): Contract(id=Id("A"), ref="A")})
    (cut,) = breakdown(Document(plans={plan.id: plan})).contracts
    assert (cut.stage_mix, cut.method, cut.working, cut.share) == ({}, None, None, None)
