"""Maps in both languages of wardleyToGo."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.files.content import Content
from mapper.files.importers import IMPORTERS
from mapper.files.report import Opened
from mapper.files.wtg import WTG
from mapper.files.wtg2 import WTG2
from mapper.model import Component, Document, Flow, InertiaKind, Method, Working

MAP = """title: Payments
date: 2026-03-01
author: Jo
scope: One department
question: "What should we buy?"
doctrine: context
stages: Novel, Bespoke, Product, Utility
legend
focus Ledger

// people first
anchor Citizen : IV
Website : III.5 >> IV.2 (build) @0.8
component Ledger : II.3 !!! (relational, tech) (buy) {
  cost: 5M
  note: "old"
  color: #ff0000
}
Cloud : IV (outsource) /* big */
"Data store" : II
pipeline Cloud {
  AWS : III.9
  Azure : IV.1
}
submap Other : I.5
Citizen -> Website -> Ledger
Ledger -[stores in]-> "Data store"
Ledger <-> Cloud:AWS
group Core {
  Ledger
  Website
  color: #112233
  team: town-planner
}
group Rest {
  Cloud, Data store, Citizen
  Extra : III
}
note "watch on this" on Ledger
warning "lock-in" on Cloud
warning "slow" on Other
signal accelerating on Ledger
gameplay open-source "do it" on Website
"""


def opened(text: str, **answers: str) -> Opened:
    content = Content(text.encode(), "map.wtg2")
    assert WTG2.recognises(content)
    return WTG2.read(content, {"stages": "position", **answers})


def component(document: Document, name: str) -> Component:
    return next(one for one in document.components.values() if one.name == name)


def test_what_is_said_of_the_map_finds_its_places() -> None:
    document = opened(MAP).document
    assert document.title == "Payments"
    assert document.about.author == "Jo"
    assert document.about.summary == "What should we buy?"
    assert document.about.notice == "Doctrine: context"
    assert (document.service.on, document.service.summary) == (date(2026, 3, 1), "One department")
    assert document.stages.names == ("Novel", "Bespoke", "Product", "Utility")


def test_components_have_stage_movement_method_and_inertia() -> None:
    document = opened(MAP).document
    website, ledger = component(document, "Website"), component(document, "Ledger")
    assert (website.evolution, website.method, website.visibility) == (0.62, Method.BUILD, 0.8)
    assert website.evolve is not None
    assert website.evolve.evolution == 0.8
    assert ledger.method is Method.RENT
    assert ledger.inertia is not None
    assert (ledger.inertia.level, ledger.inertia.kind) == (3, InertiaKind.CONTRACTUAL)
    assert ledger.inertia.text == "Also technical."
    assert component(document, "Other").kind == "submap"


def test_what_has_no_field_is_kept_in_descriptions_notes_and_risks() -> None:
    document = opened(MAP).document
    ledger = component(document, "Ledger")
    told = ["Cost: 5M", "old", "Color: #ff0000", "The map focuses on this.", "Signal: accelerating"]
    assert ledger.description.split("\n") == told
    assert component(document, "Website").description == 'Gameplay: open-source "do it"'
    assert [note.text for note in document.notes.values()] == ["watch on this", "Warning: slow"]
    assert [risk.text for one in document.contracts.values() for risk in one.risks] == ["Cloud: lock-in"]


def test_groups_become_contracts_without_the_users_in_them() -> None:
    result = opened(MAP)
    core, rest = result.document.contracts.values()
    assert (core.ref, core.title, core.colour, core.working) == ("C1", "Core", "#112233", Working.SIX_SIGMA)
    assert core.members == ("ledger", "website")
    assert [result.document.components[id].name for id in rest.members] == ["Cloud", "Data store", "Extra"]
    assert any("“Citizen” is a user" in problem.reason for problem in result.problems)


def test_groups_are_only_told_of_if_the_user_wants_no_contracts() -> None:
    document = opened(MAP, groups="none").document
    assert document.contracts == {}
    assert "Group: Core (team: town-planner)" in component(document, "Ledger").description


def test_a_component_in_two_groups_is_shared() -> None:
    document = opened("A : II\ngroup One {\nA\n}\ngroup Two {\nA\n}\n").document
    assert document.plan.shared == ("a",)


def test_links_have_labels_and_both_ways_and_lead_to_members() -> None:
    links = opened(MAP).document.links.values()
    assert [(link.source, link.target, link.label, link.flow) for link in links] == [
        ("citizen", "website", "", None),
        ("website", "ledger", "", None),
        ("ledger", "data-store", "stores in", None),
        ("ledger", "aws", "", Flow.BOTH),
    ]


def test_who_needs_something_stands_above_it_and_members_stand_with_their_pipeline() -> None:
    document = opened(
        "anchor U : IV\nA : II\nB : II\nP : II\npipeline P {\nM : III\n}\nU -> A -> B\nU -> B\nB -> P:M\n"
    ).document
    heights = {one.name: one.visibility for one in document.components.values()}
    assert heights["U"] > heights["A"] > heights["B"] > heights["P"] == heights["M"]


def test_a_circle_is_told_and_does_not_hang() -> None:
    result = opened("A : II\nB : II\nC : II\nA -> B -> C -> A\n")
    assert any("closes a circle" in notice for notice in result.notices)
    heights = [one.visibility for one in result.document.components.values()]
    assert heights == sorted(heights, reverse=True)


def test_a_component_keeps_its_stage_unless_told_otherwise() -> None:
    content = Content(b"A : II.8\n", "a.wtg2")
    assert component(WTG2.read(content, {}).document, "A").evolution == 0.355
    assert component(WTG2.read(content, {"stages": "position"}).document, "A").evolution == 0.45
    assert [question.id for question in WTG2.questions(content)] == ["stages"]
    assert [question.id for question in WTG2.questions(Content(MAP.encode(), "a"))] == ["stages", "groups"]


@pytest.mark.parametrize("line", ["what is this", "}", "note on Nobody", "A -> Nobody", "group G {"])
def test_what_is_not_understood_is_told_with_its_line(line: str) -> None:
    assert 2 in [problem.line for problem in opened(f"A : II\n{line}\n").problems]


FIRST = """title: Tea shop
stage1: New
Business - Cup of Tea
Public - Cup of Tea -- Cup
Cup of Tea - Kettle
Kettle - Power:Grid
Cup of Tea: |....|..x.|..>.|....|
Kettle: {
  type: build
  evolution: |...|.x.|..]|>..|
  color: Red
}
Power:Grid: |....|....|....|.x..|
"""


@pytest.mark.parametrize(
    "text",
    [
        "A : II\nB : II\nA -> B {\nnote: lost\n}\n",
        "A : II\ntitle: Tea {\nnote: lost\n}\n",
        "A : II {\nnote: kept {\nlost\n}\n}\n",
        "A : II\npipeline A {\nB : II {\nnote: kept {\nlost\n}\n}\n}\n",
    ],
)
def test_what_stands_in_braces_that_mean_nothing_is_told(text: str) -> None:
    assert [problem.text for problem in opened(text).problems if "lost" in problem.text]


def test_in_the_first_language_too_what_stands_in_braces_that_mean_nothing_is_told() -> None:
    text = "A - B {\nlost\n}\nB: |....|..x.|....|....|\n"
    assert [problem.text for problem in WTG.read(Content(text.encode(), "map.wtg"), {}).problems] == ["lost"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [("title: Tea\ntitle: Coffee", "says its title more than once"), ("stages: New, Old", "names 2 stages")],
)
def test_what_the_map_says_of_itself_and_cannot_be_taken_is_told(line: str, reason: str) -> None:
    assert any(reason in problem.reason for problem in opened(f"{line}\nA : II\n").problems)


def test_a_line_of_a_group_that_names_nothing_is_told() -> None:
    assert [problem.text for problem in opened("A : II\ngroup G {\n: II\n}\n").problems] == [": II"]


def test_the_first_language_draws_evolution_and_counts_steps() -> None:
    content = Content(FIRST.encode(), "tea.wtg")
    assert WTG.recognises(content)
    document = WTG.read(content, {}).document
    cup, kettle, grid = (component(document, name) for name in ("Cup of Tea", "Kettle", "Grid"))
    assert document.title == "Tea shop"
    assert document.stages.names[0] == "New"
    assert cup.evolution == pytest.approx(0.174 + 0.226 * 3 / 5, abs=1e-4)
    assert cup.evolve is not None
    assert cup.evolve.evolution == pytest.approx(0.4 + 0.3 * 3 / 5, abs=1e-4)
    assert (kettle.method, kettle.inertia is None, kettle.description) == (Method.BUILD, False, "Color: Red")
    assert (grid.pipeline, grid.evolution) == ("power-pipeline", pytest.approx(0.82))
    assert cup.visibility - component(document, "Cup").visibility == pytest.approx(
        2 * (cup.visibility - kettle.visibility), abs=1e-3
    )


_BITS = ["A", "B", " : II.3", "!!", ">> IV", "(buy)", "@0.4", " -> ", " - ", "{", "}", "\n", "group ", "pipeline ", "note ", " on ", '"', "/*", "*/", "//", "|..|.x|", "team: x", "\u2028", "-[a]->"]  # fmt: skip


@given(st.lists(st.sampled_from(_BITS), max_size=30))
def test_any_text_whatever_is_read(bits: list[str]) -> None:
    content = Content(("A : II\n" + "".join(bits) + "\nB: |.|x|.|.|\n").encode(), "any.wtg2")
    assert next(one for one in IMPORTERS if one.recognises(content)) is WTG2
    for importer in (WTG2, WTG):
        assert importer.read(content, {}).document.components


def test_the_colour_of_a_group_that_is_not_written_in_figures_is_told() -> None:
    found = opened("Tea : II\nCup : II\ngroup Core {\n  color: red\n  Tea\n}\n")
    assert [contract.colour for contract in found.document.contracts.values()] == [None]
    assert "The colour “red” is not written in the way of “#3366CC”." in [each.reason for each in found.problems]


def test_more_text_than_a_component_can_hold_is_told() -> None:
    remarks = "".join(f'gameplay open-source "{"hot " * 100}{number}" on Tea\n' for number in range(60))
    found = opened(f"Tea : II\n{remarks}")
    assert [len(one.description) for one in found.document.components.values()] == [20_000]
    assert any("is longer than 20,000 letters" in problem.reason for problem in found.problems)
