"""Every statement of the language, in the forms that it has and had."""

from __future__ import annotations

import pytest
from told import only, place, read, reasons

from mapper.files import owm
from mapper.model import Component, Document, Flow, Link, MapStyle, Method, People


def link_of(line: str) -> Link:
    (link,) = read("component A [0.5, 0.5]", "component B [0.3, 0.3]", line).links.values()
    return link


def members(document: Document) -> list[Component]:
    return [component for component in document.components.values() if component.pipeline]


def test_a_component_stands_where_the_language_says_if_it_does_not() -> None:
    assert place(only("component Tea")) == (0.9, 0.1)


@pytest.mark.parametrize("word", ["anchor", "submap", "market", "ecosystem"])
def test_other_kinds_have_a_keyword(word: str) -> None:
    assert only(f"{word} Thing [0.5, 0.6]").kind == word
    assert place(only(f"{word} Thing [0.5, 0.6]")) == (0.5, 0.6)


@pytest.mark.parametrize(("word", "method"), [("build", Method.BUILD), ("buy", Method.RENT), ("outsource", Method.USE)])
def test_methods_are_marks_or_statements_of_their_own(word: str, method: Method) -> None:
    assert only(f"component Tea [0.5, 0.5] ({word})").method is method
    assert only("component Tea [0.5, 0.5]", f"{word} Tea").method is method


def test_of_marks_that_exclude_each_other_one_counts_and_both_are_told_of() -> None:
    line = "component Tea [0.5, 0.5] (buy, build)"
    assert only(line).method is Method.BUILD
    assert len(reasons(line)) == 1


def test_a_market_or_an_ecosystem_can_be_a_mark_beside_a_method() -> None:
    component = only("component Tea [0.5, 0.5] (market, buy)")
    assert (component.kind, component.method) == ("market", Method.RENT)


@pytest.mark.parametrize("mark", ["inertia", "(inertia)"])
def test_inertia_is_a_bare_word_or_a_mark(mark: str) -> None:
    assert only(f"component Tea [0.5, 0.5] label [3, 4] {mark}").inertia is not None


def test_a_quoted_name_may_have_several_lines() -> None:
    assert only(r'component "Cup\nof \"good\" tea" [0.5, 0.5]').name == 'Cup of "good" tea'


def test_a_forecast_can_have_a_new_name_a_label_and_a_method() -> None:
    evolve = only("component Tea [0.5, 0.5]", "evolve Tea->Iced tea 0.7 label [5, -20] (buy)").evolve
    assert evolve is not None
    assert (evolve.name, evolve.evolution, evolve.method) == ("Iced tea", 0.7, Method.RENT)
    assert evolve.label is not None


def test_a_forecast_in_the_components_own_line_is_read() -> None:
    evolve = only("component Tea [0.5, 0.5] evolve 0.7").evolve
    assert evolve is not None
    assert evolve.evolution == 0.7


def test_of_two_forecasts_the_first_counts() -> None:
    lines = ("component Tea [0.5, 0.5]", "evolve Tea 0.7", "evolve Tea 0.9")
    evolve = only(*lines).evolve
    assert evolve is not None
    assert evolve.evolution == 0.7
    assert reasons(*lines) == ["3:8 Where this is heading has been said before."]


def test_a_forecast_of_nothing_is_told_of() -> None:
    assert reasons("evolve Tea 0.7") == ["1:8 Nothing on the map is called “Tea”."]


@pytest.mark.parametrize(
    "block",
    [
        ("pipeline Kettle", "{", "component Gas [0.3]", "component Tap [0.7] label [1, 2]", "}"),
        ("pipeline Kettle {", "component Gas [0.3]", "component Tap [0.7]", "}"),
        ("pipeline Kettle { component Gas [0.3] component Tap [0.7] }",),
        ("pipeline Kettle", "{ component Gas [0.3]; component Tap [0.7] }"),
    ],
)
def test_a_pipelines_members_stand_at_its_visibility(block: tuple[str, ...]) -> None:
    lines = ("component Kettle [0.43, 0.35]", *block, "component After [0.1, 0.2]")
    document = read(*lines)
    assert [(each.name, place(each)) for each in members(document)] == [("Gas", (0.43, 0.3)), ("Tap", (0.43, 0.7))]
    assert owm.write(document) == "".join(f"{line}\n" for line in lines)


def test_an_older_pipeline_says_how_wide_it_is() -> None:
    (pipeline,) = read("component Kettle [0.43, 0.35]", "pipeline Kettle [0.2, 0.6]").pipelines.values()
    assert (pipeline.start, pipeline.end) == (0.2, 0.6)


def test_a_pipeline_of_nothing_is_told_of_and_its_members_stay() -> None:
    lines = ("pipeline Kettle", "{", "component Gas [0.3]", "}")
    assert reasons(*lines) == ["1:10 Nothing on the map is called “Kettle”."]
    assert read(*lines).components["gas"].evolution == 0.3


def test_a_brace_that_is_not_closed_is_told_of() -> None:
    lines = ("component K [0.4, 0.3]", "pipeline K", "{", "component Gas [0.3]")
    assert reasons(*lines) == ["3:1 The brace is not closed: a line with } is missing."]


@pytest.mark.parametrize(
    ("operator", "flow", "value"),
    [
        ("->", None, ""),
        ("+>", Flow.FORWARD, ""),
        ("+<", Flow.BACKWARD, ""),
        ("+<>", Flow.BOTH, ""),
        ("+'5 a day'>", Flow.FORWARD, "5 a day"),
        ("+'gas'<", Flow.BACKWARD, "gas"),
        ("+'gas'<>", Flow.BOTH, "gas"),
    ],
)
def test_links_can_say_what_flows_and_which_way(operator: str, flow: Flow | None, value: str) -> None:
    link = link_of(f"A {operator} B; limited by")
    assert (link.flow, link.value, link.label) == (flow, value, "limited by")


def test_a_chain_is_read_whole_and_told_of() -> None:
    lines = ("component A [0.5, 0.5]", "component B [0.4, 0.5]", "component C [0.3, 0.5]", "A->B->C")
    assert list(read(*lines).links) == ["a-b", "b-c"]
    assert reasons(*lines) == ["4:5 OnlineWardleyMaps reads only the first link of a chain."]


def test_a_note_may_be_quoted_and_have_several_lines() -> None:
    (note,) = read(r'note "Two\nlines" [0.3, 0.4]').notes.values()
    assert note.text == "Two\nlines"


def test_a_footnote_in_a_note_is_no_place() -> None:
    (note,) = read("note see [1] for more").notes.values()
    assert (note.text, note.visibility, note.evolution) == ("see [1] for more", 0.9, 0.1)


@pytest.mark.parametrize(
    ("line", "number", "places", "text"),
    [
        ("annotation 2 [0.48, 0.85] Hot water", 2, [(0.48, 0.85)], "Hot water"),
        ("annotation 7,[0.76,0.51] Many", 7, [(0.76, 0.51)], "Many"),
        ("annotation 1 [[0.4,0.5],[0.1,0.2] ] Power", 1, [(0.4, 0.5), (0.1, 0.2)], "Power"),
        ("annotation 3 [0.4, 0.5] see [1] for more", 3, [(0.4, 0.5)], "see [1] for more"),
    ],
)
def test_annotations_have_a_number_places_and_a_text(
    line: str, number: int, places: list[tuple[float, float]], text: str
) -> None:
    (annotation,) = read(line).annotations.values()
    found = [(at.visibility, at.evolution) for at in annotation.positions]
    assert (annotation.number, found, annotation.text) == (number, places, text)


def test_an_annotation_without_a_number_or_a_place_is_told_of() -> None:
    assert reasons("annotation x [0.4, 0.5] Hm") == ["1:1 An annotation begins with its number, from 1 to 999."]
    assert reasons("annotation 1 Hm") == ["1:14 An annotation's place is missing: OnlineWardleyMaps leaves it out."]


@pytest.mark.parametrize(
    ("word", "people"),
    [("pioneers", People.PIONEERS), ("settlers", People.SETTLERS), ("townplanners", People.TOWN_PLANNERS)],
)
def test_areas_have_two_corners(word: str, people: People) -> None:
    (area,) = read(f"{word} [0.8, 0.2, 0.5, 0.6]").attitudes.values()
    assert (area.people, area.visibility, area.evolution) == (people, 0.8, 0.2)
    assert (area.width, area.height) == (0.4, 0.3)


def test_an_older_area_has_a_width_and_a_height() -> None:
    (area,) = read("pioneers [0.8, 0.2] 30 20").attitudes.values()
    assert (area.visibility, area.evolution, area.width, area.height) == (0.8, 0.2, 0.3, 0.2)
    assert len(reasons("pioneers [0.8, 0.2] 30 20")) == 1


def test_accelerators_speed_up_or_slow_down() -> None:
    document = read("accelerator Market [0.2, 0.6]", "deaccelerator Law [0.3, 0.7]")
    found = [(each.name, each.slows, each.visibility) for each in document.accelerators.values()]
    assert found == [("Market", False, 0.2), ("Law", True, 0.3)]


def test_a_submaps_address_is_in_a_line_of_its_own_or_in_its_own() -> None:
    named = read("submap Shop [0.5, 0.5] url(shop)", "url shop [https://example.org/#1]")
    assert named.components["shop"].address == "https://example.org/#1"
    assert only("submap Shop [0.5, 0.5] url(https://example.org)").address == "https://example.org"
    assert len(reasons("submap Shop [0.5, 0.5] url(shop)")) == 1


def test_lines_about_the_map_are_read_wherever_they_stand() -> None:
    document = read(
        "style wardley",
        "size [1200, 700]",
        "annotations [0.72, 0.03]",
        "evolution One->Two->Three->Four",
        "title Tea shop",
        "evolution --hide",
        "valuechain --hide",
        "style colour",
    )
    assert (document.title, document.look.style) == ("Tea shop", MapStyle.COLOUR)
    assert (document.look.width, document.look.height) == (1200, 700)
    assert document.look.hides_evolution
    assert document.look.hides_value_chain
    assert document.stages.names == ("One", "Two", "Three", "Four")
    assert document.annotations_at is not None
    assert document.annotations_at.visibility == 0.72


@pytest.mark.parametrize(
    "line", ["style sparkling", "size big", "url home", "valuechain --show", "pioneers", "pipeline"]
)
def test_what_a_line_lacks_is_told_of(line: str) -> None:
    assert len(reasons(line)) == 1
    assert owm.write(read(line)) == f"{line}\n"


def test_every_reason_and_what_was_done_is_a_sentence() -> None:
    lines = "component\nstyle x\nA->B\nevolve X 1\npipeline X {\nsize\nurl x\nhm\nannotation\nnote\npioneers [0.1,0.2] 3 4\n"
    for problem in owm.read(lines).problems:
        for sentence in (problem.reason, problem.done):
            assert sentence[0].isupper() or sentence[0] == "“", sentence
            assert sentence.endswith("."), sentence


def test_a_bracket_right_after_the_name_is_told_of_and_read_as_the_position() -> None:
    line = "component A[0.8, 0.15]"
    assert (only(line).name, place(only(line))) == ("A", (0.8, 0.15))
    (reason,) = reasons(line)
    assert "no blank before the bracket" in reason
    assert not reasons("component A [0.8, 0.15]")
