"""What goes with the deleted, and what stays."""

import pytest

from mapper.edits import (
    add_contract,
    add_link,
    add_person,
    add_pipeline,
    add_supplier,
    change,
    change_contract,
    change_plan,
    change_service,
    delete,
    delete_person,
    delete_plan,
    delete_supplier,
    describe_interface,
    duplicate_plan,
    share,
)
from mapper.model import (
    Component,
    Document,
    Explanation,
    Id,
    Need,
    Note,
    Person,
    Step,
    Supplier,
    broken_references,
)

USER, TEA, WATER, KETTLE = Id("user"), Id("tea"), Id("water"), Id("kettle")


@pytest.fixture
def document() -> Document:
    components = {
        id: Component(id=id, name=id.title(), evolution=0.5, visibility=0.5) for id in (USER, TEA, WATER, KETTLE)
    }
    document = Document(components=components)
    for source, target in ((USER, TEA), (TEA, WATER), (WATER, KETTLE)):
        document = add_link(document, source, target)
    return document


def is_sound(document: Document) -> bool:
    return not list(broken_references(document))


def test_a_component_takes_its_links_and_what_every_plan_says_of_it_along(document: Document) -> None:
    document, contract = add_contract(document, [TEA, WATER])
    document, other = add_contract(document, [KETTLE])
    document = share(document, other, [WATER])
    for link in document.links:
        document = describe_interface(document, link, what="Something")
    spoken_of = (
        Explanation(check="big", subjects=(WATER, TEA), text="It is fine"),
        Explanation(check="small", subjects=(WATER,), text="So is this"),
        Explanation(check="all", text="And the whole"),
    )
    document = change_plan(document, explanations=spoken_of)
    document = duplicate_plan(document, document.active_plan)
    document = change(document, "components", USER, needs=(Need(id=Id("n"), need="Thirst", met_by=(TEA, WATER)),))

    after = delete(document, [WATER])

    assert is_sound(after)
    assert [link.source for link in after.links.values()] == [USER]
    assert after.components[USER].needs[0].met_by == (TEA,)
    for plan in after.plans.values():
        assert plan.contracts[contract].members == (TEA,)
        assert plan.contracts[other].members == (KETTLE,)
        assert plan.shared == ()
        assert set(plan.interfaces) == set(after.links)
        assert [(each.check, each.subjects) for each in plan.explanations] == [("big", (TEA,)), ("all", ())]


def test_a_pipeline_goes_with_its_component_and_its_choices_go_with_it(document: Document) -> None:
    document = add_pipeline(document, TEA, [WATER, KETTLE])
    after = delete(document, [TEA])
    assert is_sound(after)
    assert set(after.components) == {USER}
    assert not after.pipelines


def test_a_pipeline_deleted_alone_leaves_its_choices_on_the_map(document: Document) -> None:
    document = add_pipeline(document, TEA, [WATER])
    after = delete(document, document.pipelines)
    assert after.components.keys() == document.components.keys()
    assert after.components[WATER].pipeline is None


def test_a_contract_that_another_plan_has_too_keeps_what_is_said_of_it_there(document: Document) -> None:
    first = document.active_plan
    document, contract = add_contract(document, [TEA])
    document = change_plan(document, explanations=(Explanation(check="big", subjects=(contract,), text="It is fine"),))
    after = delete(duplicate_plan(document, first), [contract])
    assert after.plan.explanations == ()
    assert [each.subjects for each in after.plans[first].explanations] == [(contract,)]


def test_people_and_suppliers_go_from_wherever_they_are_named(document: Document) -> None:
    person, supplier = Person(id=Id("ann"), name="Ann"), Supplier(id=Id("firm"), name="Firm")
    document = add_supplier(add_person(document, person), supplier)
    document = change_service(document, sro=person.id, product_owner=person.id)
    document, contract = add_contract(document, [TEA])
    document = change_contract(document, contract, owner=person.id, technical_lead=person.id, supplier=supplier.id)
    document = duplicate_plan(document, document.active_plan)
    after = delete_supplier(delete_person(document, person.id), supplier.id)
    assert is_sound(after)
    assert after.service.sro is None
    assert {plan.contracts[contract].owner for plan in after.plans.values()} == {None}
    assert {plan.contracts[contract].supplier for plan in after.plans.values()} == {None}


def test_contracts_that_name_nobody_deleted_stay_the_very_same(document: Document) -> None:
    ann, firm = Person(id=Id("ann"), name="Ann"), Supplier(id=Id("firm"), name="Firm")
    document, owned = add_contract(add_supplier(add_person(document, ann), firm), [TEA])
    document, other = add_contract(change_contract(document, owned, owner=ann.id, supplier=firm.id), [WATER])
    after = delete_supplier(delete_person(document, ann.id), firm.id)
    assert after.contracts[owned] != document.contracts[owned]
    assert after.contracts[other] is document.contracts[other]


def test_the_last_plan_stays_and_deleting_the_one_in_hand_takes_up_another(document: Document) -> None:
    first = document.active_plan
    assert delete_plan(document, first) is document
    second = duplicate_plan(document, first)
    assert delete_plan(second, second.active_plan).active_plan == first


def test_notes_and_steps_speak_no_more_of_what_is_gone(document: Document) -> None:
    note = Note(id=Id("note"), text="Why?", evolution=0.1, visibility=0.1, component=KETTLE)
    steps = [Step(id=Id("both"), shows=(KETTLE, TEA)), Step(id=Id("alone"), shows=(KETTLE,))]
    document = document.put("notes", [note]).put("steps", steps)
    after = delete(document, [KETTLE])
    assert after.notes[note.id].component is None
    assert {step.id: step.shows for step in after.steps.values()} == {"both": (TEA,)}
    assert not list(broken_references(after))
