"""Finding what stands on a map."""

from __future__ import annotations

from mapper.editor.finding import find
from mapper.model import (
    Annotation,
    Attitude,
    Component,
    Contract,
    Document,
    Evolve,
    Id,
    Inertia,
    Link,
    Note,
    People,
    Plan,
)

CUP, TEA, KETTLE = Id("cup"), Id("tea"), Id("kettle")


def shop() -> Document:
    components = [
        Component(id=CUP, name="Cup of tea", evolution=0.5, visibility=0.9),
        Component(
            id=TEA,
            name="Tea leaves",
            evolution=0.6,
            visibility=0.6,
            description="Grown high up in the Straße of clouds",
        ),
        Component(
            id=KETTLE,
            name="Kettle",
            evolution=0.3,
            visibility=0.2,
            evolve=Evolve(evolution=0.6, name="Electric boiler"),
            inertia=Inertia(text="The cook is fond of it"),
        ),
    ]
    contract = Contract(id=Id("c1"), ref="C1", title="Supplies", members=(TEA,), scope="All that is drunk")
    plan = Plan(id=Id("plan"), contracts={contract.id: contract})
    return Document(
        components={each.id: each for each in components},
        links={Id("l"): Link(id=Id("l"), source=CUP, target=TEA, label="steeped in")},
        notes={Id("n"): Note(id=Id("n"), text="Ask the cook", evolution=0.1, visibility=0.1)},
        annotations={Id("a"): Annotation(id=Id("a"), number=7, text="Hot")},
        attitudes={
            Id("p"): Attitude(id=Id("p"), people=People.PIONEERS, evolution=0, visibility=1, width=0.2, height=0.2)
        },
        plans={plan.id: plan},
        active_plan=plan.id,
    )


def ids(wanted: str) -> list[Id]:
    return [found.id for found in find(shop(), wanted)]


def test_names_labels_and_texts_of_whatever_stands_on_the_map_are_found() -> None:
    assert ids("kettle") == [KETTLE]
    assert ids("steeped") == ["l"]
    assert ids("ask") == ["n"]
    assert ids("7 hot") == ["a"]
    assert ids("suppl") == ["c1"]
    assert ids("pioneer") == ["p"]


def test_descriptions_forecasts_inertia_and_scopes_are_found_too() -> None:
    assert ids("clouds") == [TEA]
    assert ids("boiler") == [KETTLE]
    assert ids("drunk") == ["c1"]
    assert ids("cook") == ["n", KETTLE]


def test_names_that_begin_with_it_come_before_names_that_hold_it_and_texts() -> None:
    assert ids("te") == [TEA, CUP, "l"]


def test_every_word_must_be_there_in_any_order_and_case() -> None:
    assert ids("LEAVES tea") == [TEA]
    assert ids("tea kettle") == []
    assert ids("  ") == []


def test_what_is_found_in_a_text_is_shown_with_the_words_round_it() -> None:
    (found,) = find(shop(), "clouds")
    assert found.name == "Tea leaves"
    assert found.rest == "…in the Straße of clouds"
    (named,) = find(shop(), "kettle")
    assert named.rest.startswith("component")
