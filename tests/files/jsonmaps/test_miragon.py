"""Maps that Miragon keeps as JSON: everything in them finds a place or is told of."""

from __future__ import annotations

import json

import pytest

from mapper.files.content import Content
from mapper.files.opening import importer_of
from mapper.files.report import Opened
from mapper.model import Flow, Id, MapStyle, Method, People, Position

CENTRE = {"visibility": 0.5, "evolution": 0.5}


def opened(raw: object) -> Opened:
    content = Content(json.dumps(raw, indent=1).encode(), "map.json")
    importer = importer_of(content)
    assert importer.id == "miragon"
    return importer.read(content, {})


def with_elements(*elements: object, edges: object = (), **others: object) -> Opened:
    return opened({"schemaVersion": 1, "config": {}, "elements": list(elements), "edges": edges or [], **others})


def component(id: str, label: str, **fields: object) -> dict[str, object]:
    return {"elementType": "component", "id": id, "label": label, "position": CENTRE, **fields}


def test_what_a_map_says_of_itself_finds_its_place() -> None:
    config = {
        "title": "Tea shop",
        "size": {"width": 800, "height": 600},
        "style": "wardley",
        "evolutionLabels": ["Novel", "Emerging", "Good", "Best"],
        "stageBoundaries": [0.2, 0.5, 0.8],
        "yAxisLabel": "Value",
        "yAxisEndLabels": ["Hidden", "Seen"],
        "annotationsBoxPosition": {"visibility": 0.1, "evolution": 0.2},
    }
    found = opened({"config": config, "elements": [], "edges": []})
    document = found.document
    assert document.title == "Tea shop"
    assert (document.look.width, document.look.height, document.look.style) == (800, 600, MapStyle.WARDLEY)
    assert (document.look.value_chain, document.look.bottom, document.look.top) == ("Value", "Hidden", "Seen")
    assert document.stages.names == ("Novel", "Emerging", "Good", "Best")
    assert document.stages.lines == (0.2, 0.5, 0.8)
    assert document.annotations_at == Position(evolution=0.2, visibility=0.1)
    assert (found.problems, found.notices, found.format) == ((), (), "Miragon JSON")


def test_stages_end_where_miragon_ends_them_unless_the_map_says_otherwise() -> None:
    assert with_elements().document.stages.lines == (0.17, 0.40, 0.70)


def test_a_component_keeps_all_that_it_has() -> None:
    tea = component(
        "c1",
        "Tea",
        decorators={"ecosystem": True, "inertia": True, "method": "buy"},
        movement={"targetEvolution": 0.9, "newLabel": "Iced tea", "method": "outsource"},
        url="https://tea.example",
        labelOffset={"dx": -40, "dy": 12},
    )
    [found] = with_elements(tea).document.components.values()
    assert (found.id, found.name, found.kind, found.method) == ("tea", "Tea", "ecosystem", Method.RENT)
    assert found.inertia is not None
    assert found.evolve is not None
    assert (found.evolve.evolution, found.evolve.name, found.evolve.method) == (0.9, "Iced tea", Method.USE)
    assert found.address == "https://tea.example"
    assert found.label is not None and found.label.right < 0 < found.label.down


def test_anchors_and_submaps_are_what_they_were() -> None:
    anchor = {"elementType": "anchor", "id": "a", "label": "Public", "position": CENTRE}
    submap = {"elementType": "submap", "id": "s", "label": "Payments", "position": CENTRE, "urlRef": "payments"}
    components = with_elements(anchor, submap).document.components
    assert [(each.kind, each.address) for each in components.values()] == [("anchor", ""), ("submap", "payments")]


def test_a_pipeline_belongs_to_the_component_of_its_name_and_links_to_it_lead_there() -> None:
    pipeline = {
        "elementType": "pipeline",
        "id": "p",
        "label": "Kettle",
        "position": CENTRE,
        "evolutionStart": 0.3,
        "evolutionEnd": 0.8,
        "childIds": ["gas"],
    }
    found = with_elements(
        component("k", "Kettle"),
        component("gas", "Gas kettle"),
        component("el", "Electric kettle", pipelineId="p"),
        component("cup", "Cup"),
        pipeline,
        edges=[{"edgeType": "dependency", "id": "e", "from": "cup", "to": "p"}],
    )
    [made] = found.document.pipelines.values()
    assert (made.component, made.start, made.end) == ("kettle", 0.3, 0.8)
    members = [each.id for each in found.document.components.values() if each.pipeline == made.id]
    assert members == ["gas-kettle", "electric-kettle"]
    [link] = found.document.links.values()
    assert (link.source, link.target) == ("cup", "kettle")


def test_a_pipeline_without_a_component_brings_one() -> None:
    pipeline = {"elementType": "pipeline", "id": "p", "label": "Power", "position": CENTRE}
    document = with_elements(pipeline).document
    assert [each.name for each in document.components.values()] == ["Power"]
    assert [each.component for each in document.pipelines.values()] == ["power"]


def test_a_flow_keeps_its_way_and_what_flows() -> None:
    edges = [
        {"edgeType": "flow", "id": "e1", "from": "a", "to": "b", "flowValue": "heat", "label": "warms"},
        {"edgeType": "flow", "id": "e2", "from": "b", "to": "a", "bidirectional": True},
    ]
    links = with_elements(component("a", "A"), component("b", "B"), edges=edges).document.links
    assert [(each.flow, each.value, each.label) for each in links.values()] == [
        (Flow.FORWARD, "heat", "warms"),
        (Flow.BOTH, "", ""),
    ]


def test_whatever_else_stands_on_a_map_is_there() -> None:
    found = with_elements(
        {"elementType": "note", "id": "n", "label": "one\\ntwo", "patternType": "climate", "position": CENTRE},
        {"elementType": "annotation", "id": "x", "number": 3, "positions": [[0.4, 0.7]], "text": "Look"},
        {"elementType": "accelerator", "id": "y", "label": "Law", "direction": "deaccelerator", "position": CENTRE},
        {
            "elementType": "attitude",
            "id": "z",
            "kind": "townplanners",
            "position": {"visibility": 0.3, "evolution": 0.7},
            "corner2": {"visibility": 0.1, "evolution": 0.9},
        },
    )
    document = found.document
    assert [note.text for note in document.notes.values()] == ["one\ntwo\n(climate)"]
    [annotation] = document.annotations.values()
    assert (annotation.number, annotation.text) == (3, "Look")
    assert annotation.positions == (Position(evolution=0.7, visibility=0.4),)
    assert [(each.name, each.slows) for each in document.accelerators.values()] == [("Law", True)]
    [area] = document.attitudes.values()
    assert area.people is People.TOWN_PLANNERS
    assert (area.evolution, area.visibility, area.width, area.height) == (0.7, 0.3, 0.2, 0.2)
    assert found.problems == ()


@pytest.mark.parametrize(
    ("element", "reason"),
    [
        (component("c", "Tea", color="red"), "“Tea” has the colour “red”"),
        ({"elementType": "drawing", "id": "d", "points": [[0, 0], [1, 1]], "closed": True}, "closed shape of 2 points"),
        ({"elementType": "spaceship", "id": "d"}, "no place for “spaceship”"),
        (component("c", "Tea", decorators={"method": "beg"}), "“beg”, which is none that is known"),
        (component("c", "Tea", position={"visibility": "far", "evolution": 0.1}), "“position.visibility” is “far”"),
        (component("c", "Tea", position={"visibility": 4, "evolution": 0.1}), "is 4, which is not on the map"),
        (component("c", "Tea", position=[0.1]), "“position” is a list"),
        (component("c", "Tea", movement={"newLabel": "T"}), "evolves, but it is not said where to"),
        (component("c", "Tea", pipelineId="gone"), "“Tea” is said to be in a pipeline"),
    ],
)
def test_what_has_no_place_here_is_told_with_its_line(element: dict[str, object], reason: str) -> None:
    problem = next(each for each in with_elements(element).problems if reason in each.reason)
    assert problem.line is not None and f'"id": "{element["id"]}"' in problem.text
    assert problem.done


def test_links_that_lead_nowhere_are_counted_and_told() -> None:
    edges = [{"id": "e1", "from": "a", "to": "gone"}, {"id": "e2", "from": "a", "to": "a"}]
    found = with_elements(component("a", "Tea"), edges=edges)
    assert found.unresolved_links == 2
    assert found.document.links == {}
    assert [each.reason for each in found.problems] == [
        "A link from “Tea” leads to “gone”, which is not on the map.",
        "A link from “Tea” joins it to itself.",
    ]


def test_lines_and_fields_that_nobody_knows_are_told() -> None:
    found = with_elements(component("a", "Tea", wobble=1), component("b", "Cup", wobble=2), rawPassthrough=["wibble"])
    assert [each.reason for each in found.problems] == ["“wibble” was not understood by Miragon either."]
    assert found.notices == ("Fields that have no place in a map here are left out: “wobble” (2 times).",)


def test_entries_that_are_no_elements_are_told_of() -> None:
    found = opened({"config": {}, "elements": [5, component("a", "Tea")], "edges": "none"})
    assert [each.reason for each in found.problems] == [
        "Entry 1 of “elements” is 5, where a group of fields is expected.",
        "“edges” is “none”, where a list is expected.",
    ]
    assert set(found.document.components) == {Id("tea")}


def test_the_same_file_opens_as_the_same_map_twice() -> None:
    elements = (component("a", "Tea"), component("b", "Tea"))
    first, second = with_elements(*elements), with_elements(*elements)
    assert first.document == second.document
    assert list(first.document.components) == ["tea", "tea-2"]
