"""Diagrams of Mermaid, as people write them, become maps; what is not understood is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.files.content import Content
from mapper.files.importers import IMPORTERS
from mapper.files.mermaid import MERMAID
from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.model import Component, Document, Flow, Method, Position

STAGES_TOLD = 'evolution "Genesis"@0.175 -> "Custom"@0.4 -> "Product"@0.7 -> "Commodity"@1.0'


def opened(text: str, **answers: str) -> Opened:
    return MERMAID.read(Content(text.encode(), "map.mmd"), answers)


def drawn(*lines: str) -> Opened:
    """A diagram that says where its stages end, so that numbers stay as they are."""
    return opened("\n".join(("wardley-beta", STAGES_TOLD, *lines)))


def component(document: Document, name: str) -> Component:
    return next(one for one in document.components.values() if one.name == name)


def reasons(result: Opened) -> list[str]:
    return [problem.reason for problem in result.problems]


def test_components_and_anchors_stand_where_the_diagram_says_visibility_first() -> None:
    result = drawn("anchor Citizen [0.95, 0.6]", "component Case system [0.60, 0.35]")
    citizen, system = result.document.components.values()
    assert (citizen.name, citizen.kind, citizen.visibility, citizen.evolution) == ("Citizen", "anchor", 0.95, 0.6)
    assert (system.name, system.kind, system.visibility, system.evolution) == ("Case system", "component", 0.6, 0.35)
    assert result.problems == ()


@pytest.mark.parametrize(
    "name", ["Windows 11", "R & D", "Café", "日本語", "a/b: c.d", "note taker", 'say "hi"', "it's"]
)
def test_names_that_mermaid_wants_quoted_are_read_quoted_or_not(name: str) -> None:
    quoted = name.replace('"', '\\"')
    for line in (f'component "{quoted}" [0.5, 0.5]', f"component {name} [0.5, 0.5]"):
        assert [one.name for one in drawn(line).document.components.values()] == [name]


@pytest.mark.parametrize(
    ("place", "at"),
    [("[1, 0]", (1, 0)), ("[60, 35]", (0.6, 0.35)), ("[60%, 35%]", (0.6, 0.35)), ("[ .5,0.25 ]", (0.5, 0.25))],
)
def test_whole_numbers_and_percentages_are_places_too(place: str, at: tuple[float, float]) -> None:
    result = drawn(f"component A {place}")
    one = component(result.document, "A")
    assert (one.visibility, one.evolution) == at
    assert result.problems == ()


@pytest.mark.parametrize(
    ("place", "at"),
    [("[0.5. 0.2]", (0.5, 0.1)), ("[1.5, 140]", (0.015, 1.0)), ("[-0.2, 0.3]", (0.0, 0.3)), ("[x, 0.3]", (0.9, 0.3))],
)
def test_broken_places_are_told_and_guessed(place: str, at: tuple[float, float]) -> None:
    result = drawn(f"component A {place}")
    one = component(result.document, "A")
    assert (one.visibility, one.evolution) == at
    assert result.problems[0].line == 3
    assert result.problems[0].text


def test_a_component_may_have_its_decorations_in_any_order() -> None:
    one = component(drawn("component A [0.5, 0.5] (buy) label [-60, 10] (inertia)").document, "A")
    other = component(drawn("component A [0.5, 0.5] label [-60, 10] (buy) inertia").document, "A")
    assert one == other
    assert one.method is Method.RENT
    assert one.inertia is not None
    assert one.label is not None
    assert one.label.right < -30


def test_markets_are_a_kind_and_unknown_decorators_are_told() -> None:
    result = drawn("component A [0.5, 0.5] (market)", "component B [0.5, 0.5] (cloud)")
    assert component(result.document, "A").kind == "market"
    assert "cloud" in result.problems[0].reason


@pytest.mark.parametrize(
    ("arrow", "flow", "value"),
    [
        ("->", None, ""),
        ("-->", None, ""),
        ("-.->", None, ""),
        (">", None, ""),
        ("+>", Flow.FORWARD, ""),
        ("+<", Flow.BACKWARD, ""),
        ("+<>", Flow.BOTH, ""),
        ("+<> ->", Flow.BOTH, ""),
        ("+'data'>", Flow.FORWARD, "data"),
        ("+'data'<", Flow.BACKWARD, "data"),
        ("+'a # b'<>", Flow.BOTH, "a # b"),
    ],
)
def test_every_arrow_is_a_link(arrow: str, flow: Flow | None, value: str) -> None:
    result = drawn("component A a [0.5, 0.5]", "component B [0.4, 0.5]", f"A a {arrow} B; limited by #1 // x")
    (link,) = result.document.links.values()
    assert (link.source, link.target, link.flow, link.value) == ("a-a", "b", flow, value)
    assert link.label == "limited by #1 // x"
    assert result.problems == ()


def test_a_flow_may_stand_after_the_second_name() -> None:
    (link,) = drawn("component A [0.5, 0.5]", "component B [0.4, 0.5]", "A -> B +<").document.links.values()
    assert link.flow is Flow.BACKWARD


def test_links_find_names_exactly_first_then_with_case_and_blanks_folded() -> None:
    lines = (
        "component tea [0.5, 0.5]",
        "component Tea [0.4, 0.5]",
        "component Hot  Water [0.3, 0.5]",
        "Tea->hot water",
    )
    (link,) = drawn(*lines).document.links.values()
    assert (link.source, link.target) == ("tea-2", "hot-water")


def test_a_link_that_leads_nowhere_or_back_is_counted_and_told_with_its_line() -> None:
    result = drawn("component A [0.5, 0.5]", "A -> B", "A -> A")
    assert result.unresolved_links == 2
    assert [problem.line for problem in result.problems] == [4, 5]


def test_a_line_that_begins_with_a_keyword_can_still_be_a_link() -> None:
    lines = ("component note taker [0.5, 0.5]", "component size chart [0.4, 0.5]", "note taker -> size chart")
    assert len(drawn(*lines).document.links) == 1


def test_members_of_a_pipeline_stand_at_its_height_and_can_be_linked_by_either_name() -> None:
    lines = ("component Kettle [0.57, 0.45]", "component User [0.9, 0.5]", "pipeline Kettle {")
    members = ("  component Electric Kettle [0.53] label [-60, 35]", '  component "Smart Kettle" [0.72]', "}")
    result = drawn(*lines, *members, "User -> Electric Kettle", '"Kettle_Smart Kettle" -> User')
    electric, smart = component(result.document, "Electric Kettle"), component(result.document, "Smart Kettle")
    assert electric.visibility == smart.visibility == 0.57
    assert electric.evolution == 0.53
    assert electric.label is not None
    assert electric.pipeline == smart.pipeline == "kettle-pipeline"
    assert [(link.source, link.target) for link in result.document.links.values()] == [
        ("user", "electric-kettle"),
        ("smart-kettle", "user"),
    ]


def test_a_pipeline_that_nobody_closed_ends_where_its_members_do() -> None:
    lines = ("component K [0.5, 0.5]", "pipeline K {", "component M [0.3]", "component Other [0.2, 0.3]", "K -> Other")
    result = drawn(*lines)
    assert component(result.document, "Other").visibility == 0.2
    assert len(result.document.links) == 1
    assert "This pipeline is not closed." in reasons(result)


def test_a_brace_on_the_next_line_opens_a_pipeline_too() -> None:
    result = drawn("component K [0.5, 0.5]", "pipeline K", "{", "component M [0.3]", "}")
    assert component(result.document, "M").pipeline == "k-pipeline"
    assert result.problems == ()


def test_evolve_moves_a_component_and_the_documentations_trend_does_so_too() -> None:
    lines = ("component Kettle [0.4, 0.35]", "component Power 2 [0.1, 0.7]", "evolve Kettle 0.62")
    result = drawn(*lines, "Power 2 -.- (0.89, 0.1)")
    moved = [one.evolve.evolution for one in result.document.components.values() if one.evolve]
    assert moved == [0.62, 0.89]
    assert "refuses" in result.problems[0].reason


def test_evolve_of_nothing_is_told() -> None:
    assert "nothing called “X”" in drawn("evolve X 0.5").problems[0].reason


def test_notes_annotations_and_their_box_have_visibility_first() -> None:
    lines = ('note "Two\\nlines" [0.3, 0.2]', "annotations [1, 0]", 'annotation 1,[0.6, 0.2] "See [1]"')
    document = drawn(*lines, 'annotation 1,[0.5, 0.1] ""').document
    (note,), (annotation,) = document.notes.values(), document.annotations.values()
    assert (note.text, note.visibility, note.evolution) == ("Two\nlines", 0.3, 0.2)
    assert document.annotations_at == Position(visibility=1, evolution=0)
    assert (annotation.number, annotation.text) == (1, "See [1]")
    assert [at.evolution for at in annotation.positions] == [0.2, 0.1]


def test_a_text_in_quotation_marks_may_run_over_lines() -> None:
    document = drawn('note "One', 'two" [0.3, 0.2]', "component A [0.5, 0.5]").document
    assert [note.text for note in document.notes.values()] == ["One\ntwo"]
    assert len(document.components) == 1


def test_accelerators_speed_up_or_slow_down() -> None:
    document = drawn('accelerator "Cloud" [0.2, 0.85]', "deaccelerator Old ways [0.4, 0.3]").document
    assert [(one.name, one.slows) for one in document.accelerators.values()] == [("Cloud", False), ("Old ways", True)]


def test_title_size_and_description_are_read() -> None:
    document = drawn('title "Payments"', "size [1100, 800]", "accDescr: How we pay  them").document
    assert (document.title, document.about.summary) == ("Payments", "How we pay them")
    assert (document.look.width, document.look.height) == (1100, 800)


def test_the_front_matters_title_counts_where_the_map_has_none() -> None:
    text = "---\ntitle: Front\nconfig:\n  wardley-beta:\n    width: 700\n    height: 500\n---\n%%{init: {}}%%\nwardley-beta\n"
    document = opened(text).document
    assert (document.title, document.look.width, document.look.height) == ("Front", 700, 500)
    assert opened(text + "title Own\n").document.title == "Own"


def test_stages_with_ends_are_the_maps_own() -> None:
    document = opened("wardley-beta\nevolution A / B@0.2 -> C@0.4 -> D@0.75 -> E@1.0\ncomponent X [0.5, 0.3]").document
    assert document.stages.lines == (0.2, 0.4, 0.75)
    assert document.stages.names == ("A / B", "C", "D", "E")
    assert component(document, "X").evolution == 0.3


WITHOUT_ENDS = "wardley-beta\nevolution A -> B -> C -> D\ncomponent X [0.5, 0.45]\nevolve X 0.8\n"


def test_without_ends_a_component_keeps_its_stage_unless_the_user_says_otherwise() -> None:
    kept = opened(WITHOUT_ENDS)
    one = component(kept.document, "X")
    assert (one.evolution, one.evolve and one.evolve.evolution) == (0.355, 0.76)
    assert kept.document.stages.names == ("A", "B", "C", "D")
    assert "kept its stage" in kept.notices[0]
    moved = opened(WITHOUT_ENDS, stages="position")
    assert component(moved.document, "X").evolution == 0.45
    assert "kept its position" in moved.notices[0]


def test_what_is_asked_depends_on_what_the_file_says() -> None:
    asked = MERMAID.questions(Content(WITHOUT_ENDS.encode(), "a.mmd"))
    assert [(one.id, one.default) for one in asked] == [("stages", "stage")]
    assert MERMAID.questions(Content(f"wardley-beta\n{STAGES_TOLD}".encode(), "a.mmd")) == ()


def test_three_stages_are_told_and_the_usual_four_kept() -> None:
    result = opened("wardley-beta\nevolution A -> B -> C\n")
    assert "3 stages" in result.problems[0].reason
    assert result.document.stages.names[0] == "Genesis"


def test_comments_of_other_languages_are_told_and_mermaids_own_are_counted() -> None:
    result = drawn("component A [0.5, 0.5]  # low", "component C# [0.5, 0.5] %% fine", "// whole line")
    assert [one.name for one in result.document.components.values()] == ["A", "C#"]
    assert [problem.text for problem in result.problems] == ["# low", "// whole line"]
    assert "1 line left out" in result.notices[-1]


def test_what_is_not_understood_is_told_with_its_place() -> None:
    problem = drawn("  foo bar").problems[0]
    assert (problem.line, problem.column, problem.text, problem.length) == (3, 3, "foo bar", 7)


def test_things_of_one_name_are_both_kept_and_told() -> None:
    result = drawn("component A [0.5, 0.5]", "component A [0.2, 0.2]")
    assert list(result.document.components) == ["a", "a-2"]
    assert "as one" in result.problems[0].reason


def test_the_same_text_gives_the_same_document() -> None:
    assert opened(WITHOUT_ENDS) == opened(WITHOUT_ENDS)


def test_other_diagrams_are_not_taken_and_say_what_they_lack() -> None:
    flowchart = Content(b"graph TD\nA --> B\n", "a.mmd")
    assert not MERMAID.recognises(flowchart)
    with pytest.raises(FileProblem, match="wardley-beta"):
        MERMAID.read(flowchart, {})


_BITS = ["component ", "A", '"', "\\", "[0.5, 0.5]", "[", "]", "->", "+'", "'>", ";", "#", "%%", "{", "}", "\n", "label [", "(", "evolve ", "pipeline ", "note ", "annotation 1,", "size [", "evolution ", "@0.3", "/", "1e999", "\u2028", "-.- (", "accDescr {"]  # fmt: skip


@given(st.lists(st.sampled_from(_BITS), max_size=30) | st.lists(st.text(max_size=5), max_size=8))
def test_any_text_whatever_is_read(bits: list[str]) -> None:
    content = Content(("wardley-beta\n" + "".join(bits)).encode("utf-8", "replace"), "any.mmd")
    result = next(one for one in IMPORTERS if one.recognises(content)).read(content, {})
    assert result.document.links.keys().isdisjoint(result.document.components)
