"""Parts of a document that stand on their own, and what becomes of them elsewhere."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from mapper.editor.viewed import SELECTED
from mapper.edits.excerpts import cut, excerpt
from mapper.edits.pasting import paste
from mapper.edits.restaging import keep_stages
from mapper.model import (
    BLANK,
    FIRST_PLAN,
    MAP_TABLES,
    Annotation,
    Component,
    Contract,
    Document,
    Id,
    Interface,
    Link,
    Need,
    Note,
    Person,
    Pipeline,
    Plan,
    Position,
    Service,
    Stages,
    broken_references,
)
from strategies import documents, some_of

TEA, WATER, KETTLE, GAS = Id("tea"), Id("water"), Id("kettle"), Id("gas")
STANDING = ("notes", "annotations", "accelerators", "attitudes")


def component(id: Id, **fields: object) -> Component:
    plain: dict[str, object] = {"name": id.title(), "evolution": 0.5, "visibility": 0.5}
    return Component(id=id, **{**plain, **fields})


def link(source: Id, target: Id) -> Link:
    return Link(id=Id(f"{source}-{target}"), source=source, target=target)


def shop(**fields: object) -> Document:
    """Tea needs water, water needs a kettle; tea and water are in a contract with an owner, the kettle in another."""
    supplies = Contract(id=Id("c1"), ref="C1", members=(TEA, WATER), owner=Id("ann"), value=Decimal(100))
    tools = Contract(id=Id("c2"), ref="C2", members=(KETTLE,), owner=Id("bob"))
    parts = [component(TEA), component(WATER, evolution=0.7), component(KETTLE, evolution=0.3)]
    links = [link(TEA, WATER), link(WATER, KETTLE)]
    whole: dict[str, object] = {
        "title": "The shop that nobody knows of",
        "components": {each.id: each for each in parts},
        "links": {each.id: each for each in links},
        "people": {Id("ann"): Person(id=Id("ann"), name="Ann"), Id("bob"): Person(id=Id("bob"), name="Bob")},
        "plans": {FIRST_PLAN: Plan(id=FIRST_PLAN, contracts={supplies.id: supplies, tools.id: tools})},
    }
    return Document(**{**whole, **fields})


def names(document: Document) -> list[str]:
    return [each.name for each in document.components.values()]


def ids_of(document: Document) -> list[Id]:
    """All that can be selected."""
    return [id for table in SELECTED for id in getattr(document, table)]


def shape(document: Document) -> dict[str, object]:
    """What a map says, whatever its records are called by ids."""
    place = {id: (table, at) for table in MAP_TABLES for at, id in enumerate(getattr(document, table))}
    people = {id: each.but(id=FIRST_PLAN) for id, each in (*document.people.items(), *document.suppliers.items())}
    named: dict[str, object] = {}
    for table in MAP_TABLES:
        for record in getattr(document, table).values():
            said = {key: place.get(value, value) if key in _ENDS else value for key, value in record}
            if isinstance(record, Component):
                said["needs"] = [(need.need, need.evidence, [place[id] for id in need.met_by]) for need in record.needs]
            named[str(said.pop("id"))] = {**said, "locked": False}
    contracts = [
        {
            **dict(each),
            "id": "",
            "members": [place[id] for id in each.members],
            **{role: people.get(getattr(each, role)) for role in ("owner", "technical_lead", "supplier")},
        }
        for each in document.contracts.values()
    ]
    interfaces = {str(place[id]): each.but(link="x") for id, each in document.plan.interfaces.items()}
    return {"records": named, "contracts": contracts, "interfaces": interfaces, "stages": document.stages}


_ENDS = ("id", "source", "target", "component", "pipeline")


@given(documents(), st.data())
def test_what_is_copied_and_pasted_into_a_blank_map_is_the_same_part_again(
    document: Document, data: DataObject
) -> None:
    part = excerpt(document, data.draw(some_of(ids_of(document), most=6)))
    refs = [each.ref for each in part.contracts.values()]
    numbers = [each.number for each in part.annotations.values()]
    pasted, new = paste(BLANK, part)
    assert list(broken_references(pasted)) == []
    assert new == frozenset(ids_of(pasted)) - pasted.contracts.keys()
    if len(set(refs)) == len(refs) and len(set(numbers)) == len(numbers):
        assert shape(pasted) == shape(part)


@given(documents(), documents(), st.data())
def test_pasting_leaves_all_that_is_there_as_it_is(there: Document, other: Document, data: DataObject) -> None:
    part = excerpt(other, data.draw(some_of(ids_of(other), most=6)))
    shift = data.draw(st.floats(-1, 1))
    pasted, new = paste(there, part, evolution=shift, visibility=-shift)
    assert list(broken_references(pasted)) == []
    assert new.isdisjoint(ids_of(there))
    for table in MAP_TABLES:
        assert getattr(pasted, table).items() >= getattr(there, table).items()
    assert pasted.contracts.items() >= there.contracts.items()
    assert len(pasted.components) == len(there.components) + len(part.components)


@given(documents(), st.data())
def test_what_is_cut_is_gone_and_what_is_locked_stays(document: Document, data: DataObject) -> None:
    chosen = data.draw(some_of(ids_of(document), most=6))
    rest, part = cut(document, chosen)
    assert list(broken_references(rest)) == []
    for table in ("components", *STANDING):
        gone = getattr(document, table).keys() - getattr(rest, table).keys()
        assert gone == getattr(part, table).keys()
        assert not any(getattr(document, table)[id].locked for id in gone)
    assert rest.contracts.keys() | part.contracts.keys() == document.contracts.keys()


def test_an_excerpt_tells_nothing_of_what_was_not_selected() -> None:
    other = Note(id=Id("n"), text="Secret plan", evolution=0.1, visibility=0.1, component=KETTLE)
    need = Need(id=Id("need"), need="Warmth", met_by=(TEA, KETTLE))
    document = shop(notes={other.id: other}, service=Service(title="Hush", sro=Id("bob"), budget=Decimal(5)))
    document = document.put("components", [document.components[TEA].but(needs=(need,))])
    part = excerpt(document, [TEA, WATER])
    assert names(part) == ["Tea", "Water"]
    assert list(part.links) == ["tea-water"]
    assert [each.ref for each in part.contracts.values()] == ["C1"]
    assert part.components[TEA].needs[0].met_by == (TEA,)
    said = part.model_dump_json()
    for word in ("shop", "Kettle", "kettle", "Secret", "Bob", "bob", "Hush", "C2"):
        assert word not in said, word


def test_a_contract_comes_with_its_members_and_with_all_members_their_contract() -> None:
    assert names(excerpt(shop(), [Id("c1")])) == ["Tea", "Water"]
    assert list(excerpt(shop(), [KETTLE]).contracts) == ["c2"]
    assert not excerpt(shop(), [TEA]).contracts


def test_the_whole_map_is_copied_under_its_title() -> None:
    document = shop()
    assert excerpt(document, document.components).title == document.title
    assert excerpt(document, [TEA]).title == BLANK.title


def test_a_pipeline_comes_with_its_members_and_a_member_alone_is_a_plain_component() -> None:
    box = Pipeline(id=Id("box"), component=KETTLE)
    document = shop(pipelines={box.id: box}).put("components", [component(GAS, pipeline=box.id)])
    part = excerpt(document, [KETTLE])
    assert names(part) == ["Kettle", "Gas"]
    assert part.components[GAS].pipeline in part.pipelines
    assert excerpt(document, [GAS]).components[GAS].pipeline is None


def test_what_passes_between_copied_contracts_is_copied() -> None:
    plan = shop().plan.but(interfaces={Id("water-kettle"): Interface(link=Id("water-kettle"), what="Litres")})
    part = excerpt(shop(plans={FIRST_PLAN: plan}), [TEA, WATER, KETTLE])
    pasted, _ = paste(shop(), part)
    assert [each.what for each in pasted.plan.interfaces.values()] == ["Litres"]
    assert not excerpt(shop(plans={FIRST_PLAN: plan}), [WATER, KETTLE]).plan.interfaces


def test_a_namesake_stays_a_component_of_its_own() -> None:
    pasted, new = paste(shop(), excerpt(shop(), [TEA]))
    assert names(pasted) == ["Tea", "Water", "Kettle", "Tea"]
    assert [pasted.components[id].name for id in new] == ["Tea"]
    assert pasted.links == shop().links


def test_a_pasted_contract_takes_a_free_reference_and_a_person_who_is_there_is_not_there_twice() -> None:
    pasted, _ = paste(shop(), excerpt(shop(), [TEA, WATER]))
    assert [each.ref for each in pasted.contracts.values()] == ["C1", "C2", "C3"]
    assert list(pasted.people) == ["ann", "bob"]
    third = list(pasted.contracts.values())[2]
    assert (third.owner, third.value) == ("ann", 100)
    assert len(third.members) == 2


def test_amounts_in_another_currency_stay_behind() -> None:
    part = excerpt(shop(service=Service(currency="EUR")), [TEA, WATER])
    pasted, _ = paste(shop(), part)
    assert list(pasted.contracts.values())[2].value is None
    begun, _ = paste(BLANK, part)
    assert begun.service.currency == "EUR"
    assert [each.value for each in begun.contracts.values()] == [100]


def test_annotations_keep_their_numbers_where_these_are_free() -> None:
    remarks = {Id(f"r{n}"): Annotation(id=Id(f"r{n}"), number=n, text="Why?") for n in (1, 7)}
    document = shop(annotations=remarks)
    pasted, _ = paste(document, excerpt(document, remarks))
    assert [each.number for each in pasted.annotations.values()] == [1, 7, 2, 3]
    begun, _ = paste(BLANK, excerpt(document, remarks))
    assert [each.number for each in begun.annotations.values()] == [1, 7]


def test_pasted_annotations_are_written_out_and_a_box_that_is_there_stays() -> None:
    part = shop().put(
        "annotations", [Annotation(number=1, text="Why?", positions=(Position(evolution=0.9, visibility=0.9),))]
    )
    assert paste(BLANK, part)[0].annotations_at is not None
    there = Position(evolution=0.3, visibility=0.3)
    assert paste(shop().but(annotations_at=there), part)[0].annotations_at == there
    assert paste(shop(), shop())[0].annotations_at is None


def test_a_blank_map_takes_over_the_stages_and_a_map_with_something_on_it_keeps_its_own() -> None:
    stages = Stages(lines=(0.1, 0.2, 0.3))
    part = excerpt(shop(stages=stages), [TEA])
    assert paste(BLANK, part)[0].stages == stages
    assert paste(shop(), part)[0].stages == Stages()


def test_of_a_locked_pipeline_or_contract_nothing_is_cut() -> None:
    document = shop()
    document = document.put("components", [document.components[WATER].but(locked=True)])
    rest, part = cut(document, [Id("c1")])
    assert rest is document
    assert not part.components
    rest, part = cut(document, [TEA, WATER, KETTLE])
    assert (names(rest), names(part)) == (["Water"], ["Tea", "Kettle"])
    assert [each.ref for each in rest.contracts.values()] == ["C1"]


@given(documents(), st.lists(st.integers(1, 999), min_size=3, max_size=3, unique=True))
def test_where_stages_end_elsewhere_everything_keeps_its_stage(document: Document, cuts: list[int]) -> None:
    stages = Stages(lines=tuple(cut / 1000 for cut in sorted(cuts)))
    moved = keep_stages(document, stages)
    assert list(broken_references(moved)) == []
    for table in ("components", "notes", "accelerators"):
        for id, before in getattr(document, table).items():
            after = getattr(moved, table)[id]
            assert document.stages.stage(before.evolution) == stages.stage(after.evolution)
            assert before.visibility == after.visibility
