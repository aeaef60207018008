"""An edit changes the lines of what was edited, and of them only what changed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from told import changed_lines

from mapper import edits
from mapper.edits.pipelines import join_pipeline
from mapper.files import owm
from mapper.model import Component, Document, Evolve, Id, Method, Note

TEA = """\
title Tea shop
// who needs it
anchor Public [0.95, 0.63] // all of them
component Cup of Tea [0.79, 0.61] label [19, -4]
component Cup [0.512, 0.537]
component  Tea  [0.63,0.81]
component Kettle [0.43, 0.35] (build)
component Water [0.3, 0.7]
evolve Kettle->Electric Kettle 0.62 label [16, 5]

Public->Cup of Tea
Cup of Tea->Tea
Cup of Tea->Cup;  holds it
Cup of Tea+>Water
Kettle -> Water; boils
Water+'2 litres'>Kettle
pipeline Kettle
{
\tcomponent Campfire [0.35]
\tcomponent Tap [0.53]
}
note Every day [0.2, 0.2]
"""


@pytest.fixture
def tea() -> Document:
    return owm.read(TEA).document


def test_nothing_edited_is_nothing_changed(tea: Document) -> None:
    assert owm.write(tea) == TEA


def test_moving_changes_the_bracket_and_nothing_else(tea: Document) -> None:
    moved = edits.move(tea, [Id("tea")], evolution=0.05)
    assert changed_lines(TEA, moved) == (["component  Tea  [0.63,0.81]"], ["component  Tea  [0.63, 0.86]"])
    there_and_back = edits.move(moved, [Id("tea")], evolution=-0.05)
    assert owm.write(there_and_back) == TEA


def test_a_place_that_was_not_touched_keeps_all_its_decimals(tea: Document) -> None:
    assert "[0.512, 0.537]" in owm.write(edits.move(tea, [Id("water")], visibility=0.01))


def test_moving_a_pipeline_leaves_its_members_lines_alone(tea: Document) -> None:
    old, new = changed_lines(TEA, edits.move(tea, [Id("kettle")], visibility=0.02))
    assert (old, new) == (["component Kettle [0.43, 0.35] (build)"], ["component Kettle [0.45, 0.35] (build)"])


def test_a_rename_follows_into_every_line_that_names_it_and_no_other(tea: Document) -> None:
    old, new = changed_lines(TEA, edits.rename(tea, Id("tea"), "Coffee"))
    assert old == ["component  Tea  [0.63,0.81]", "Cup of Tea->Tea"]
    assert new == ["component  Coffee  [0.63,0.81]", "Cup of Tea->Coffee"]


def test_a_rename_follows_flows_forecasts_and_pipelines(tea: Document) -> None:
    old, new = changed_lines(TEA, edits.rename(tea, Id("kettle"), "Earl-Grey (pot)"))
    assert new == [line.replace("Kettle", "Earl-Grey (pot)", 1) for line in old]
    assert len(old) == 5
    again = owm.read(owm.write(edits.rename(tea, Id("kettle"), "Earl-Grey (pot)"))).document
    assert len(again.links) == len(tea.links)
    assert [each.name for each in again.components.values() if each.evolve] == ["Earl-Grey (pot)"]


def test_deleting_leaves_nothing_dangling(tea: Document) -> None:
    text = owm.write(edits.delete(tea, [Id("kettle")]))
    assert "Kettle" not in text
    assert "{" not in text
    assert "Campfire" not in text
    assert owm.read(text).problems == ()


def test_deleting_one_thing_leaves_what_begins_alike() -> None:
    text = "component Node [0.5, 0.5]\ncomponent Node 7 [0.4, 0.4]\nevolve Node 7 0.8\nevolve Node 0.7\n"
    after = edits.delete(owm.read(text).document, [Id("node")])
    assert owm.write(after) == "component Node 7 [0.4, 0.4]\nevolve Node 7 0.8\n"


def test_deleting_a_link_deletes_that_link() -> None:
    names = ("AA", "BB", "A", "B")
    text = "".join(f"component {name} [0.5, 0.5]\n" for name in names) + "AA->BB\nA->B\nA+>B\n"
    document = owm.read(text).document
    assert changed_lines(text, edits.delete(document, [Id("a-b")])) == (["A->B"], [])
    assert changed_lines(text, edits.delete(document, [Id("a-b-2")])) == (["A+>B"], [])


def test_dissolving_a_pipeline_makes_its_members_components(tea: Document) -> None:
    text = owm.write(edits.delete(tea, [Id("pipeline-kettle")]))
    assert "component Campfire [0.43, 0.35]" in text
    assert "pipeline" not in text
    assert owm.read(text).problems == ()


def test_what_is_new_stands_beside_its_like(tea: Document) -> None:
    after = edits.add_component(tea, Component(id="milk", name="Milk", evolution=0.7, visibility=0.5))
    after = edits.add_link(after, Id("tea"), Id("milk"))
    after = edits.add_note(after, Note(text="Two\nlines", evolution=0.3, visibility=0.1))
    lines = owm.write(after).splitlines()
    assert ("component Water [0.3, 0.7]", "component Milk [0.50, 0.70]") in pairwise(lines)
    assert ("Water+'2 litres'>Kettle", "Tea->Milk") in pairwise(lines)
    assert lines[-2:] == ["note Every day [0.2, 0.2]", 'note "Two\\nlines" [0.10, 0.30]']


def test_a_new_member_goes_into_its_pipelines_braces(tea: Document) -> None:
    after = join_pipeline(tea, Id("pipeline-kettle"), [Id("water")])
    text = owm.write(after)
    assert "\tcomponent Tap [0.53]\ncomponent Water [0.70]\n}" in text
    assert "component Water [0.3, 0.7]" not in text


def test_a_component_becomes_a_pipeline_with_braces_of_its_own(tea: Document) -> None:
    after = edits.add_pipeline(tea, Id("water"), [Id("cup")])
    text = owm.write(after)
    assert "\n{\ncomponent Cup [0.54]\n}\n" in text.replace("0.537", "0.54")
    again = owm.read(text)
    assert again.problems == ()
    assert len(again.document.pipelines) == 2


def test_marks_are_added_changed_and_taken_away(tea: Document) -> None:
    kettle = [Id("kettle")]
    assert "component Kettle [0.43, 0.35] (buy)\n" in owm.write(edits.set_method(tea, kettle, Method.RENT))
    assert "component Kettle [0.43, 0.35]\n" in owm.write(edits.set_method(tea, kettle, None))
    assert "component Cup [0.512, 0.537] (outsource)\n" in owm.write(edits.set_method(tea, [Id("cup")], Method.USE))


def test_a_forecast_is_added_changed_and_taken_away(tea: Document) -> None:
    kettle = tea.components[Id("kettle")].evolve
    assert kettle is not None
    later = edits.set_evolve(tea, Id("kettle"), kettle.but(evolution=0.7))
    assert changed_lines(TEA, later)[1] == ["evolve Kettle->Electric Kettle 0.70 label [16, 5]"]
    assert changed_lines(TEA, edits.set_evolve(tea, Id("kettle"), None))[1] == []
    new = edits.set_evolve(tea, Id("water"), Evolve(evolution=0.9))
    assert changed_lines(TEA, new) == ([], ["evolve Water 0.90"])


def test_a_title_changes_in_its_line(tea: Document) -> None:
    assert changed_lines(TEA, edits.change_map(tea, title="Coffee")) == (["title Tea shop"], ["title Coffee"])


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_tabs_and_a_missing_last_one_stay_as_they_are(end: str) -> None:
    text = TEA.replace("\n", end).rstrip()
    document = owm.read(text).document
    assert owm.write(document) == text
    moved = owm.write(edits.move(document, [Id("tea")], evolution=0.05))
    assert moved == text.replace("[0.63,0.81]", "[0.63, 0.86]")
    added = owm.write(edits.add_note(document, Note(text="New", evolution=0.1, visibility=0.1)))
    assert added == f"{text}{end}note New [0.10, 0.10]{end}"


@pytest.mark.parametrize(
    "name",
    [
        "a->b",
        "Terms; conditions",
        "a // b",
        "x [old]",
        "say (buy)",
        '"quoted"',
        "size chart",
        "evolve it",
        "A 0.7",
        "{x}",
    ],
)
def test_no_name_is_misread(name: str) -> None:
    document = owm.read("component Tea [0.5, 0.5]\ncomponent B [0.4, 0.4]\nTea->B\nevolve Tea 0.7\n").document
    text = owm.write(edits.rename(document, Id("tea"), name))
    again = owm.read(text)
    assert [each.name for each in again.document.components.values()] == [name, "B"]
    assert len(again.document.links) == 1
    assert next(iter(again.document.components.values())).evolve is not None
    assert again.problems == ()


def test_a_line_that_begins_with_a_keyword_is_quoted() -> None:
    document = owm.read("component Tea [0.5, 0.5]\ncomponent B [0.4, 0.4]\nTea->B\n").document
    assert '"size chart"->B' in owm.write(edits.rename(document, Id("tea"), "size chart"))


def test_a_link_to_the_second_of_two_names_alike_comes_back() -> None:
    text = "component Tea [0.5, 0.5]\ncomponent Tea [0.4, 0.4]\ncomponent B [0.3, 0.3]\n"
    document = edits.add_link(owm.read(text).document, Id("b"), Id("tea-2"))
    document = edits.add_link(document, Id("tea"), Id("tea-2"))
    again = owm.read(owm.write(document)).document
    assert sorted((link.source, link.target) for link in again.links.values()) == [("b", "tea-2"), ("tea", "tea-2")]


@pytest.mark.parametrize(
    "line",
    [
        "title Untitled map",
        "evolution Genesis->Custom Built->Product (+ rental)->Commodity (+ utility)",
        "size [0, 0]",
        "size [0.5, 0.5]",
        "y-axis ->->",
    ],
)
def test_a_line_that_says_what_is_so_anyway_stays(line: str) -> None:
    assert owm.write(owm.read(f"{line}\n").document) == f"{line}\n"
