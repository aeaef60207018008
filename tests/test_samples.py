"""The maps that come with the program: whole, credited, and true to what they were made from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mapper.data import SAMPLES
from mapper.files.counts import counts
from mapper.files.native import dump, load
from mapper.files.samples import MapSummary, describe, samples
from mapper.model import Component, Contract, Document, Id, Method, Person, Plan, Pricing

SOURCES = Path(__file__).parent.parent.parent / "shared" / "maps"
needs_sources = pytest.mark.skipif(
    not SOURCES.is_dir(), reason="no folder `shared` with the sources beside the project"
)

NAMES = ("childcare-licensing", "communications-platform", "high-speed-rail", "tea-shop")
AFTER_WARDLEY = ("communications-platform", "high-speed-rail")


def sample(name: str) -> Document:
    return load(SAMPLES / f"{name}.wardley")


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_that_is_opened_and_saved_keeps_its_bytes(name: str) -> None:
    assert dump(sample(name)) == (SAMPLES / f"{name}.wardley").read_bytes()


def test_the_start_page_can_tell_every_sample_in_one_line() -> None:
    assert tuple(each.path.stem for each in samples()) == NAMES
    for each in samples():
        document = load(each.path)
        assert (each.title, each.summary) == (document.title, document.about.summary)
        assert 20 < len(each.summary) < 120


def test_what_is_no_map_has_no_summary(tmp_path: Path) -> None:
    broken = tmp_path / "broken.wardley"
    broken.write_text('{"format": "wardley", "title": "Tea", "about": 5}')
    assert describe(broken) is None
    assert describe(tmp_path) is None
    assert describe(tmp_path / "gone.wardley") is None
    broken.write_text('{"format": "wardley", "title": "Tea", "components": "of a later version"}')
    assert describe(broken) == MapSummary("Tea", "")


@pytest.mark.parametrize("name", AFTER_WARDLEY)
def test_a_map_after_wardley_carries_its_credit_and_its_licence(name: str) -> None:
    about = sample(name).about
    assert about.author == "Simon Wardley"
    assert "Simon Wardley" in about.credit
    assert about.licence == "CC BY-SA 4.0"
    readme = (SAMPLES / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"`{name}.wardley`.*CC BY-SA 4.0. After Simon Wardley", readme)


def test_no_sample_claims_to_be_the_contract_map_of_a_real_railway() -> None:
    document = sample("high-speed-rail")
    assert document.title == "High-speed rail, after Wardley"
    assert "illustrative, not HS2's" in document.plan.summary
    assert "illustrative, not HS2's" in document.about.notice


def test_the_flagship_has_five_mature_contracts_and_four_with_one_new_thing_each() -> None:
    document = sample("childcare-licensing")
    small = [contract for contract in document.contracts.values() if new_members(document, contract)]
    assert len(document.contracts) == 9
    assert [len(contract.members) for contract in small] == [1, 1, 1, 1]
    numbers = counts(document)
    assert (numbers["components"], numbers["anchors"], numbers["links"]) == (36, 4, 59)
    assert (numbers["plans"], numbers["contracts"], numbers["pipeline_members"]) == (2, 13, 3)
    assert all(need.evidence for each in document.components.values() for need in each.needs)


def new_members(document: Document, contract: Contract) -> list[Id]:
    """The members of a contract that are genesis or custom built."""
    stages = document.stages
    return [id for id in contract.members if document.components[id].evolution < stages.lines[1]]


def test_every_link_between_two_contracts_of_the_flagship_is_described() -> None:
    document = sample("childcare-licensing")
    crossing = {link.id for link in document.links.values() if crosses(document.plan, link.source, link.target)}
    assert set(document.plan.interfaces) == crossing
    assert len(crossing) == 20
    assert all(each.what and each.standard and each.owner for each in document.plan.interfaces.values())


def crosses(plan: Plan, source: Id, target: Id) -> bool:
    ends = [{one.id for one in plan.contracts.values() if end in one.members} for end in (source, target)]
    return all(ends) and ends[0] != ends[1]


def test_both_plans_of_a_sample_cut_the_same_components() -> None:
    for name in ("childcare-licensing", "communications-platform"):
        first, second = sample(name).plans.values()
        assert members(first) == members(second)


def members(plan: Plan) -> set[Id]:
    return {member for contract in plan.contracts.values() for member in contract.members}


# True to the source: each sample is told again in the words of its source, and compared value by value.


@needs_sources
def test_nothing_of_the_flagships_source_is_lost() -> None:
    source = json.loads((SOURCES / "childcare-licensing.json").read_text(encoding="utf-8"))
    del source["format"], source["format_version"]  # these say what the source is, not what the map is
    there, here = dict(leaves(source)), dict(leaves(told_as_source(sample("childcare-licensing"))))
    assert len(there) > 1500
    assert {path: value for path, value in there.items() if here.get(path, "missing") != value} == {}
    assert here.keys() - there.keys() == set()


def leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Every single value in JSON, with the way to it; an empty list or object counts as a value."""
    if isinstance(value, dict) and value:
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}")
    elif isinstance(value, list) and value:
        for index, inner in enumerate(value):
            yield from leaves(inner, f"{path}[{index}]")
    else:
        yield path, value


def told_as_source(document: Document) -> dict[str, object]:
    pipelined = {pipeline.component for pipeline in document.pipelines.values()}
    components = [each for each in document.components.values() if each.pipeline is None]
    return {
        "notice": document.about.notice,
        "service": service_as_source(document),
        "anchors": [anchor_as_source(each) for each in components if each.is_anchor],
        "components": [component_as_source(each, pipelined) for each in components if not each.is_anchor],
        "links": [renamed(link, "flow", "value") for link in document.links.values()],
        "pipelines": pipelines_as_source(document),
        "notes": [plain(note) for note in document.notes.values()],
        "annotations": [plain(annotation) for annotation in document.annotations.values()],
        "annotations_at": plain(document.annotations_at),
        "people": [plain(person) for person in document.people.values()],
        "suppliers": [plain(supplier) for supplier in document.suppliers.values()],
        "plans": [plan_as_source(document, plan) for plan in document.plans.values()],
    }


UNKNOWN_THERE = ("type", "constraint", "locked", "component")
"""What the sources have no word for, where nothing is said of it."""


def plain(record: object) -> object:
    """A value of ours as JSON says it; whole amounts as numbers."""
    if isinstance(record, Decimal):
        return int(record)
    if isinstance(record, date):
        return record.isoformat()
    if isinstance(record, tuple | list):
        return [plain(each) for each in record]
    if hasattr(record, "model_fields_set"):
        fields = dict(record).items()  # type: ignore[call-overload]
        return {name: plain(value) for name, value in fields if name not in UNKNOWN_THERE or value}
    return record


def renamed(record: object, *without: str, **names: str) -> dict[str, object]:
    """A record as JSON, with some fields under their name in the source and some left out."""
    fields: dict[str, object] = plain(record)  # type: ignore[assignment]
    return {names.get(name, name): value for name, value in fields.items() if name not in without}


def person_as_source(document: Document, id: Id | None) -> object:
    person: Person | None = document.people[id] if id is not None else None
    return None if person is None else renamed(person, "id")


def service_as_source(document: Document) -> dict[str, object]:
    service = document.service
    kept = [each.id for each in document.components.values() if each.in_house]
    return {
        **renamed(service, on="date"),
        "sro": person_as_source(document, service.sro),
        "product_owner": person_as_source(document, service.product_owner),
        "integrator": str(document.plan.integrator),
        "stage_lines": list(document.stages.lines),
        "internal_team": {**renamed(service.internal_team, people="members"), "component_ids": kept},
    }


def anchor_as_source(anchor: Component) -> dict[str, object]:
    fields = ("id", "name", "kind", "evolution", "visibility", "description")
    needs = [
        {**renamed(need), "evidence": [renamed(found, on="date") for found in need.evidence]} for need in anchor.needs
    ]
    return {**{field: getattr(anchor, field) for field in fields}, "needs": needs}


def component_as_source(component: Component, pipelined: set[Id]) -> dict[str, object]:
    evolve, inertia = component.evolve, component.inertia
    assert inertia is None or inertia.level == 2
    return {
        **renamed(component, "pipeline", "evolve", "needs", "label", "address", description="note"),
        "kind": "pipeline" if component.id in pipelined else component.kind,
        "evolves_to": evolve and evolve.evolution,
        "evolves_by": evolve and plain(evolve.by),
        "inertia": inertia and inertia.text,
        "inertia_kind": inertia and inertia.kind,
        "inertia_response": inertia.response if inertia else "",
    }


def pipelines_as_source(document: Document) -> list[dict[str, object]]:
    return [
        {
            **renamed(pipeline, "start", "end", component="component_id", description="note"),
            "members": [
                {"id": each.id, "name": each.name, "evolution": each.evolution}
                for each in document.components.values()
                if each.pipeline == pipeline.id
                and each.visibility == document.components[pipeline.component].visibility
            ],
        }
        for pipeline in document.pipelines.values()
    ]


def plan_as_source(document: Document, plan: Plan) -> dict[str, object]:
    return {
        **renamed(plan, "shared"),
        "contracts": [
            {
                **renamed(contract, members="component_ids", supplier="supplier_id"),
                "owner": person_as_source(document, contract.owner),
                "technical_lead": person_as_source(document, contract.technical_lead),
            }
            for contract in plan.contracts.values()
        ],
        "interfaces": [renamed(each, link="link_id", service_level="sla") for each in plan.interfaces.values()],
        "explanations": [renamed(each, check="check_id", subjects="subject_ids") for each in plan.explanations],
    }


# The maps after Wardley, from the text of OnlineWardleyMaps.

METHODS = {"build": Method.BUILD, "buy": Method.RENT, "outsource": Method.USE, None: None}
PRICING = {
    "VC / time & material": Pricing.TIME_AND_MATERIALS,
    "Outcome": Pricing.OUTCOME,
    "COTS / fixed": Pricing.FIXED_PRICE,
    "Unit / utility": Pricing.PAY_PER_USE,
}


@needs_sources
@pytest.mark.parametrize("name", AFTER_WARDLEY)
def test_a_map_after_wardley_has_every_component_and_link_of_its_source(name: str) -> None:
    text = (SOURCES / f"{name}.owm").read_text(encoding="utf-8")
    document = sample(name)
    drawn = re.findall(r"^(anchor|component) (.+) \[([\d.]+), ([\d.]+)\](?: \((\w+)\))?$", text, re.MULTILINE)
    assert [(each.kind, each.name, each.visibility, each.evolution, each.method) for each in all_of(document)] == [
        (kind, name, float(visibility), float(evolution), METHODS[method or None])
        for kind, name, visibility, evolution, method in drawn
    ]
    joined = re.findall(r"^(?!evolution)([^/\n]+)->(.+)$", text, re.MULTILINE)
    ends = [(link.source, link.target) for link in document.links.values()]
    assert [(name_of(document, source), name_of(document, target)) for source, target in ends] == joined


@needs_sources
def test_the_ten_contracts_and_the_four_lots_are_those_of_the_figures() -> None:
    text = (SOURCES / "communications-platform.owm").read_text(encoding="utf-8")
    document = sample("communications-platform")
    ten, lots = document.plans.values()
    published = re.findall(r"^// contract (.+) \((.+)\): (.+)$", text, re.MULTILINE)
    assert [(told(each), each.pricing, names_in(document, each)) for each in ten.contracts.values()] == [
        (title.replace('"', ""), PRICING[pricing], names.split(", ")) for title, pricing, names in published
    ]
    lot = {contract.ref: names_in(document, contract) for contract in lots.contracts.values()}
    line = re.search(r"^// old lots .*: (A = .*); (B = .*); (D = .*); C = all the rest$", text, re.MULTILINE)
    assert line is not None
    named = dict(each.split(" = ") for each in line.groups())
    assert {ref: lot[ref] for ref in "ABD"} == {ref: names.split(", ") for ref, names in named.items()}
    assert sorted(name for names in lot.values() for name in names) == sorted(
        each.name for each in all_of(document) if not each.is_anchor
    )


def all_of(document: Document) -> list[Component]:
    return list(document.components.values())


def name_of(document: Document, id: Id) -> str:
    return document.components[id].name


def names_in(document: Document, contract: Contract) -> list[str]:
    return [name_of(document, id) for id in contract.members]


def told(contract: Contract) -> str:
    return contract.title.replace("“", "").replace("”", "")
