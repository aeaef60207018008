"""The maps of Atlas, of its forerunner and of formicoidea: each counts its axes in its own way."""

from __future__ import annotations

import json

from mapper.files.content import Content
from mapper.files.importer import Answers
from mapper.files.opening import importer_of
from mapper.files.report import Opened
from mapper.model import Flow

ATLAS2 = {
    "title": "Simple",
    "elements": [
        {"id": "n1", "name": "Node 1", "visibility": 0.74, "maturity": 0.89},
        {"id": "n2", "name": "Node 2", "visibility": 0.24, "maturity": 0.45},
    ],
    "links": [{"start": "n1", "end": "n2"}, {"start": "n1", "end": "n9"}],
}
ATLAS1 = {
    "name": "Old map",
    "history": [
        {
            "nodes": [
                {"componentId": "a", "name": "User", "positionX": 0.9, "positionY": 0.1, "userneed": True},
                {"componentId": "b", "name": "Mail", "positionX": 0.4, "positionY": 0.7, "external": True},
                {"componentId": {"$oid": "c"}, "name": "Cloud mail", "positionX": 0.8, "positionY": 0.7},
            ],
            "connections": [
                {"sourceId": "a", "targetId": "b", "scope": "Dependencies"},
                {"sourceId": "b", "targetId": {"$oid": "c"}, "scope": "Actions"},
            ],
        }
    ],
}
FORMICOIDEA = {
    "title": "Ants",
    "components": [
        {
            "id": "1",
            "label": {"name": "Colony"},
            "type": "anchor",
            "position": {"evolution": {"scalar": 0.5}, "visibility": {"scalar": 0.05}},
        },
        {
            "id": "2",
            "label": {"name": "Trail"},
            "type": "component",
            "nature": "practice",
            "subtype": "build",
            "position": {"evolution": {"scalar": 0.3}, "visibility": {"scalar": 0.8}},
            "evolvesTo": [{"position": {"evolution": {"scalar": 0.6}}, "evolveType": "standard", "inertia": "habit"}],
        },
        {
            "id": "3",
            "label": {"name": "Food"},
            "type": "pipeline",
            "position": {"evolution": {"scalar": 0.5}, "visibility": {"scalar": 0.5}},
            "pipelineGeometry": {"evoStart": 0.2, "evoEnd": 0.7},
        },
    ],
    "relations": [{"id": "r1", "consumer": "1", "supplier": "2"}, {"id": "r2", "consumer": "2", "supplier": "77"}],
}


def opened(raw: object, format_id: str, answers: Answers | None = None) -> Opened:
    content = Content(json.dumps(raw, indent=1).encode(), "map.json")
    importer = importer_of(content)
    assert importer.id == format_id
    return importer.read(content, answers or {})


def test_atlas_keeps_the_stage_of_each_component_or_its_position_as_the_user_likes() -> None:
    kept = opened(ATLAS2, "atlas2")
    # 0.45 is the last fifth of custom built there, where stages are quarters; here custom built ends at 0.4.
    assert kept.document.components["node-2"].evolution == 0.355
    assert "kept its stage" in kept.notices[0]
    moved = opened(ATLAS2, "atlas2", {"stages": "position"})
    assert moved.document.components["node-2"].evolution == 0.45
    assert "kept its position" in moved.notices[0]


def test_an_atlas_map_has_its_title_its_links_and_their_faults() -> None:
    found = opened(ATLAS2, "atlas2")
    assert found.document.title == "Simple"
    assert [(link.source, link.target) for link in found.document.links.values()] == [("node-1", "node-2")]
    assert found.document.components["node-1"].visibility == 0.74
    assert found.unresolved_links == 1
    assert [found.subject_of(problem) for problem in found.problems] == ["node-1"]
    assert [each.reason for each in found.problems] == ["A link from “Node 1” leads to “n9”, which is not on the map."]


def test_the_forerunner_of_atlas_counts_from_the_top_and_its_actions_are_movements() -> None:
    found = opened(ATLAS1, "atlas1", {"stages": "position"})
    user, mail, cloud = found.document.components.values()
    assert found.document.title == "Old map"
    assert (user.kind, user.visibility, user.evolution) == ("anchor", 0.9, 0.9)
    assert (mail.description, round(mail.visibility, 6)) == ("External", 0.3)
    assert mail.evolve is not None and (mail.evolve.evolution, mail.evolve.name) == (0.8, "Cloud mail")
    assert cloud.name == "Cloud mail"
    assert [(link.source, link.target) for link in found.document.links.values()] == [("user", "mail")]


def test_of_several_movements_of_one_component_the_first_is_taken_and_the_others_are_told() -> None:
    nodes = [{"componentId": each, "name": each, "positionX": 0.5, "positionY": 0.5} for each in "abc"]
    moves = [{"sourceId": "a", "targetId": each, "scope": "Actions"} for each in "bc"]
    found = opened({"history": [{"nodes": nodes, "connections": moves}]}, "atlas1")
    first = next(iter(found.document.components.values()))
    assert first.evolve is not None and first.evolve.name == "b"
    assert [problem.reason for problem in found.problems] == ["“a” evolves to several places."]


def test_formicoidea_counts_visibility_from_the_top() -> None:
    found = opened(FORMICOIDEA, "formicoidea")
    colony, trail, _ = found.document.components.values()
    assert (colony.kind, colony.visibility) == ("anchor", 0.95)
    assert round(trail.visibility, 6) == 0.2
    assert trail.evolve is not None and trail.evolve.evolution == 0.6
    assert trail.inertia is not None and trail.inertia.text == "habit"
    assert trail.description == "Nature: practice\nEvolves by: standard"
    assert trail.method is not None and trail.method.value == "build"
    [pipeline] = found.document.pipelines.values()
    assert (pipeline.component, pipeline.start, pipeline.end) == ("food", 0.2, 0.7)
    assert (len(found.document.links), found.unresolved_links) == (1, 1)


def test_older_files_of_formicoidea_name_the_ends_of_relations_otherwise() -> None:
    older = {**FORMICOIDEA, "relations": [{"id": "r", "source": "1", "target": "2", "type": "Flow"}]}
    [link] = opened(older, "formicoidea").document.links.values()
    assert (link.source, link.target, link.flow) == ("colony", "trail", Flow.FORWARD)


def test_a_type_that_is_not_known_is_taken_as_a_component_and_told() -> None:
    odd = {**FORMICOIDEA, "components": [{**FORMICOIDEA["components"][0], "type": "nest"}], "relations": []}  # type: ignore[dict-item,index]
    found = opened(odd, "formicoidea")
    assert [each.kind for each in found.document.components.values()] == ["component"]
    assert [each.reason for each in found.problems] == ["“Colony” is of the type “nest”, which is not known."]
