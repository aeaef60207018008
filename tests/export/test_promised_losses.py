"""The promise that what a format cannot hold is told before the export: each fact is in the file, or in the list."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mapper.export import EXPORTERS
from mapper.export.exporter import Exporter, ExportOptions
from mapper.export.pictures import SVG
from mapper.model import (
    ANCHOR,
    About,
    Accelerator,
    Annotation,
    Attitude,
    Component,
    ComponentType,
    Contract,
    Document,
    Evolve,
    Flow,
    Id,
    Inertia,
    InertiaKind,
    Interface,
    Link,
    Method,
    Need,
    Note,
    People,
    Person,
    Pipeline,
    Plan,
    Position,
    Risk,
    Service,
    Step,
    Supplier,
)

PUBLIC = Component(id=Id("public"), name="Public", kind=ANCHOR, evolution=0.6, visibility=0.95)
TEA = Component(
    id=Id("tea"), name="Tea", evolution=0.3, visibility=0.6, evolve=Evolve(evolution=0.6), inertia=Inertia()
)
CUP = Component(id=Id("cup"), name="Cup", evolution=0.6, visibility=0.4)
CHINA = Component(id=Id("china"), name="China", evolution=0.5, visibility=0.4, pipeline=Id("cups"))
CUPS = Pipeline(id=Id("cups"), component=CUP.id)
FIRST, SECOND = Link(id=Id("1"), source=PUBLIC.id, target=TEA.id), Link(id=Id("2"), source=TEA.id, target=CUP.id)
TEAS = Contract(id=Id("teas"), ref="C1", members=(TEA.id,))
WARES = Contract(id=Id("wares"), ref="C2", members=(CUP.id, CHINA.id))
PLAN = Plan(id=Id("plan")).put(TEAS, WARES)
MAP = Document(
    components={one.id: one for one in (PUBLIC, TEA, CUP, CHINA)},
    links={one.id: one for one in (FIRST, SECOND)},
    pipelines={CUPS.id: CUPS},
    plans={PLAN.id: PLAN},
    active_plan=PLAN.id,
)


def tea(**facts: object) -> Document:
    return MAP.but(components={**MAP.components, TEA.id: TEA.model_copy(update=facts)})


def contract(**facts: object) -> Document:
    return MAP.but(plans={PLAN.id: PLAN.put(TEAS.model_copy(update=facts))})


def noted(**facts: object) -> Document:
    note = Note(id=Id("n"), text="Mind this", evolution=0.1, visibility=0.1)
    return MAP.but(notes={note.id: note.model_copy(update=facts)})


FACTS: dict[str, Document] = {
    "description": tea(description="Leaves in water"),
    "address": tea(address="https://tea.example"),
    "method": tea(method=Method.USE),
    "reason for a method": tea(method_reason="There is only one"),
    "in-house": tea(in_house=True),
    "legacy": tea(legacy=True),
    "words of inertia": tea(inertia=Inertia(text="We have always done so")),
    "kind of inertia": tea(inertia=Inertia(kind=next(iter(InertiaKind)))),
    "response to inertia": tea(inertia=Inertia(response="Train people")),
    "name after a movement": tea(evolve=Evolve(evolution=0.6, name="Iced tea")),
    "date of a movement": tea(evolve=Evolve(evolution=0.6, by=date(2030, 1, 1))),
    "method after a movement": tea(evolve=Evolve(evolution=0.6, method=Method.RENT)),
    "type": tea(type=ComponentType.PRACTICE),
    "constraint": tea(constraint=True),
    "lock of a component": tea(locked=True),
    "need": MAP.but(components={**MAP.components, PUBLIC.id: PUBLIC.but(needs=(Need(id=Id("n"), need="To drink"),))}),
    "label of a link": MAP.but(links={**MAP.links, FIRST.id: FIRST.but(label="drinks")}),
    "flow": MAP.but(links={**MAP.links, FIRST.id: FIRST.but(flow=Flow.FORWARD, value="money")}),
    "title of a pipeline": MAP.but(pipelines={CUPS.id: CUPS.but(title="Wares")}),
    "description of a pipeline": MAP.but(pipelines={CUPS.id: CUPS.but(description="All wares")}),
    "note": noted(),
    "what a note points at": noted(component=TEA.id),
    "lock of a note": noted(locked=True),
    "step": MAP.but(steps={Id("s"): Step(id=Id("s"), title="First", shows=(TEA.id,))}),
    "day": MAP.but(about=About(on=date(2030, 1, 1))),
    "scope": MAP.but(about=About(scope="Tea in one shop")),
    "annotation": MAP.but(
        annotations={
            Id("a"): Annotation(id=Id("a"), number=1, text="Mind", positions=(Position(evolution=0.1, visibility=0.1),))
        }
    ),
    "accelerator": MAP.but(
        accelerators={Id("a"): Accelerator(id=Id("a"), name="Thirst", evolution=0.2, visibility=0.2)}
    ),
    "attitude": MAP.but(
        attitudes={
            Id("p"): Attitude(id=Id("p"), people=People.PIONEERS, evolution=0.1, visibility=0.9, width=0.1, height=0.1)
        }
    ),
    "summary": MAP.but(about=About(summary="How tea comes to be")),
    "author": MAP.but(about=About(author="Ada")),
    "licence": MAP.but(about=About(licence="CC BY-SA 4.0")),
    "title of a contract": contract(title="Teas"),
    "scope of a contract": contract(scope="All teas"),
    "value of a contract": contract(value=Decimal(100)),
    "risk of a contract": contract(risks=(Risk(text="Drought"),)),
    "contract in-house": contract(in_house=True),
    "plan to leave": contract(exit_plan="Coffee"),
    "interface": MAP.but(
        plans={
            PLAN.id: PLAN.but(interfaces={SECOND.id: Interface(link=SECOND.id, what="Hot water", standard="ISO 3103")})
        }
    ),
    "person": MAP.but(people={Id("p"): Person(id=Id("p"), name="Ada", role="Cook")}),
    "supplier": MAP.but(suppliers={Id("s"): Supplier(id=Id("s"), name="Leaf Ltd")}),
    "service": MAP.but(service=Service(budget=Decimal(5))),
    "other plan": MAP.but(plans={PLAN.id: PLAN, Id("other"): Plan(id=Id("other"), title="Other").put(TEAS)}),
}
PLAIN = {"what a note points at": noted(), "lock of a note": noted()}
"""What a fact is held against, where that is not the map without it."""
OF_CONTRACTS = {
    *("title of a contract", "scope of a contract", "value of a contract", "risk of a contract", "contract in-house"),
    *("plan to leave", "interface"),
}
OPTIONS = ExportOptions(carries_map=False)
FOR_PROGRAMS = [exporter for exporter in EXPORTERS if exporter.kind == "program"]


@pytest.mark.parametrize("exporter", FOR_PROGRAMS, ids=lambda exporter: exporter.id)
def test_every_fact_is_in_the_file_or_told_to_be_left_out(exporter: Exporter) -> None:
    told = exporter.losses(MAP)
    # Where every contract is told to be left out, so is whatever it says.
    covered = OF_CONTRACTS if any("2 contracts" in sentence for sentence in told) else set[str]()
    silent = [
        fact
        for fact, document in FACTS.items()
        if fact not in covered and _says_the_same(exporter, document, PLAIN.get(fact, MAP))
    ]
    assert not silent, f"{exporter.title} says nothing of: {', '.join(silent)}"


def _says_the_same(exporter: Exporter, document: Document, plain: Document) -> bool:
    is_same = exporter.make(document, OPTIONS) == exporter.make(plain, OPTIONS)
    return is_same and exporter.losses(document) == exporter.losses(plain)


def test_what_a_format_has_no_place_for_is_counted() -> None:
    first = TEA.but(type=ComponentType.DATA, locked=True, evolve=None, inertia=None)
    second = CUP.but(type=ComponentType.DATA, locked=True)
    document = Document(
        components={first.id: first.but(constraint=True), second.id: second},
        steps={Id("s"): Step(id=Id("s"), shows=(first.id,))},
        about=About(on=date(2030, 1, 1), scope="Tea"),
    )
    told = next(each for each in EXPORTERS if each.id == "mermaid").losses(document)
    assert told[0] == (
        "Mermaid has no place for all that a map is marked with: 2 types, 1 constraint, 2 locks, 1 step of presenting, "
        "1 day that the map speaks of and 1 scope are left out."
    )


def test_a_picture_that_carries_the_map_holds_every_fact() -> None:
    whole = ExportOptions(carries_map=True)
    assert len({SVG.make(document, whole) for document in FACTS.values()}) == len(FACTS)
