"""Names as templates and programs hold them, in braces and with quotation marks that are escaped twice; and lines that
have no place, or half of one, to which something is added."""

from __future__ import annotations

import pytest

from mapper import edits
from mapper.files import owm
from mapper.model import Inertia, LabelOffset


def test_a_template_with_names_in_braces_has_its_links_and_its_pipelines() -> None:
    reading = owm.read(
        "component {Need} [0.9, 0.5]\n"
        "component {Part} [0.5, 0.5]\n"
        "{Need} -> {Part}\n"
        "{Part} -> {Gone}\n"
        "pipeline {Part} [0.2, 0.8]\n"
    )
    assert [each.name for each in reading.document.components.values()] == ["{Need}", "{Part}"]
    assert len(reading.document.links) == 1
    assert [each.start for each in reading.document.pipelines.values()] == [0.2]
    assert reading.unresolved_links == 1
    assert [problem.reason for problem in reading.problems] == ["Nothing on the map is called “{Gone}”."]


def test_a_brace_still_opens_a_pipeline_wherever_it_stands() -> None:
    for block in ("pipeline Tea {\ncomponent Green [0.3]\n}", "pipeline Tea\n{ component Green [0.3] }"):
        document = owm.read(f"component Tea [0.5, 0.5]\n{block}\nTea->Green\n").document
        assert len(document.links) == 1
        assert [each.name for each in document.components.values() if each.pipeline] == ["Green"]


def test_a_name_whose_quotation_marks_are_escaped_twice_is_the_same_in_its_links() -> None:
    name = r'"The \\"new\\"\\nshop"'
    document = owm.read(f"component {name} [0.5, 0.5]\ncomponent Tea [0.3, 0.3]\n{name}->Tea\n").document
    assert len(document.links) == 1
    assert next(iter(document.components.values())).name.endswith("shop")


def test_a_name_may_end_in_a_backslash() -> None:
    document = owm.read('component "C:\\\\" [0.25, 0.75]\n').document
    (component,) = document.components.values()
    assert (component.name, component.visibility, component.evolution) == ("C:\\", 0.25, 0.75)


def test_a_label_is_never_taken_for_the_place_that_a_line_lacks() -> None:
    document = owm.read("component Tea [visibility, evolution]\n").document
    labelled = edits.place_label(document, *document.components, LabelOffset(right=40, down=-20))
    assert owm.write(labelled).startswith("component Tea [0.90, 0.10] label [")
    (tea,) = owm.read(owm.write(labelled)).document.components.values()
    assert (tea.name, tea.visibility, tea.evolution) == ("Tea", 0.9, 0.1)


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("component Tea", "component Tea [0.90, 0.10] inertia"),
        ("component Tea // soon", "component Tea [0.90, 0.10] inertia // soon"),
        ("component Tea [0.4, 0.6", "component Tea [0.40, 0.60] inertia"),
        ("component Tea [far", "component Tea [0.90, 0.10] inertia"),
        ("component Tea [0.4, 0.6] (buy)", "component Tea [0.4, 0.6] (buy) inertia"),
    ],
)
def test_what_is_added_to_a_component_never_becomes_part_of_its_name_or_place(line: str, becomes: str) -> None:
    document = owm.read(f"{line}\n").document
    (id,) = document.components
    resisting = edits.set_inertia(document, [id], Inertia())
    assert owm.write(resisting) == f"{becomes}\n"
    assert owm.read(owm.write(resisting)).document.components == resisting.components
