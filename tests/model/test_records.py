"""What may stand in a document, and what is refused at the door."""

from decimal import Decimal

import pytest
from pydantic import ValidationError

from mapper.model import Component, Contract, Document, Id, Link, Plan, Stage, Stages, clean_name, clean_text
from mapper.model.change import changed_ids

TEA, WATER = Id("tea"), Id("water")


def component(id: Id, evolution: float = 0.5) -> Component:
    return Component(id=id, name=id.title(), evolution=evolution, visibility=0.5)


def tea_and_water(**fields: object) -> Document:
    return Document(components={TEA: component(TEA), WATER: component(WATER)}, **fields)


@pytest.mark.parametrize("place", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_component_off_the_map_is_refused(place: float) -> None:
    with pytest.raises(ValidationError):
        component(TEA, evolution=place)


def test_control_characters_never_reach_a_name() -> None:
    with pytest.raises(ValidationError):
        Component(name="Tea\x00", evolution=0.1, visibility=0.1)
    assert clean_name(" Tea\x00\tand\r\n milk ") == "Tea and milk"
    assert clean_text("one\r\ntwo\x07") == "one\ntwo"


def test_a_changed_copy_is_checked_like_a_new_record() -> None:
    with pytest.raises(ValidationError):
        component(TEA).but(evolution=2)


def test_a_link_to_nothing_is_refused_by_name() -> None:
    with pytest.raises(ValidationError, match="milk"):
        tea_and_water(links={"l": Link(id="l", source=TEA, target="milk")})


def test_a_component_in_two_contracts_is_refused_unless_it_is_marked_as_shared() -> None:
    contracts = {ref: Contract(id=ref, ref=ref, members=(TEA,)) for ref in ("C1", "C2")}
    plan = Plan(id="p", contracts=contracts)
    with pytest.raises(ValidationError, match="shared"):
        tea_and_water(plans={"p": plan}, active_plan="p")
    shared = tea_and_water(plans={"p": plan.but(shared=(TEA,))}, active_plan="p")
    assert [contract.ref for contract in shared.contracts.values() if TEA in contract.members] == ["C1", "C2"]


def test_a_user_is_never_a_member_of_a_contract() -> None:
    user = Component(id="user", name="User", evolution=0.5, visibility=1, kind="anchor")
    plan = Plan(id="p", contracts={"C1": Contract(id="C1", ref="C1", members=("user",))})
    with pytest.raises(ValidationError, match="user"):
        Document(components={"user": user}, plans={"p": plan}, active_plan="p")


def test_money_is_exact_and_never_less_than_nothing() -> None:
    assert Contract(ref="C1", value="0.10").value == Decimal("0.10")
    for wrong in ("-1", "0.001", "NaN", "Infinity"):
        with pytest.raises(ValidationError):
            Contract(ref="C1", value=wrong)


@pytest.mark.parametrize(
    ("evolution", "stage"),
    [
        (0, Stage.GENESIS),
        (0.174, Stage.GENESIS),
        (0.175, Stage.CUSTOM),
        (0.4, Stage.PRODUCT),
        (0.699, Stage.PRODUCT),
        (0.7, Stage.COMMODITY),
        (1, Stage.COMMODITY),
    ],
)
def test_a_stage_begins_at_its_line(evolution: float, stage: Stage) -> None:
    assert Stages().stage(evolution) is stage


def test_stage_lines_out_of_order_are_refused() -> None:
    with pytest.raises(ValidationError, match="ascend"):
        Stages(lines=(0.4, 0.2, 0.7))


def test_only_what_changed_is_reported_as_changed() -> None:
    before = tea_and_water()
    after = before.put("components", [before.components[TEA].but(evolution=0.6)])
    assert changed_ids(before, after) == {TEA}
    assert changed_ids(after, after.drop("components", [WATER])) == {WATER}
    assert after.components[WATER] is before.components[WATER]
