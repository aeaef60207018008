"""Where things stand after they are moved."""

import pytest

from mapper.edits import add_contract, add_pipeline, change, move, set_evolve
from mapper.model import ANCHOR, Annotation, Component, Document, Evolve, Id, Note, Position

TEA, WATER, KETTLE = Id("tea"), Id("water"), Id("kettle")


@pytest.fixture
def document() -> Document:
    return Document(
        components={
            TEA: Component(id=TEA, name="Tea", evolution=0.5, visibility=0.6),
            WATER: Component(id=WATER, name="Water", evolution=0.9, visibility=0.2),
            KETTLE: Component(id=KETTLE, name="Kettle", evolution=0.3, visibility=0.4),
        }
    )


def place(document: Document, id: Id) -> tuple[float, float]:
    component = document.components[id]
    return component.evolution, component.visibility


def test_a_group_keeps_its_shape_and_stops_at_the_edge_of_the_map(document: Document) -> None:
    moved = move(document, [TEA, WATER], evolution=0.4, visibility=-0.5)
    assert place(moved, WATER) == (1.0, 0.0)
    assert place(moved, TEA) == (0.6, 0.4)
    assert place(moved, KETTLE) == (0.3, 0.4)


def test_places_are_kept_to_four_decimals(document: Document) -> None:
    assert place(move(document, [TEA], evolution=1 / 7, visibility=-1 / 7), TEA) == (0.6429, 0.4571)


def test_a_move_along_one_axis_leaves_the_other_to_the_last_decimal(document: Document) -> None:
    document = change(document, "components", TEA, visibility=0.123456789)
    assert place(move(document, [TEA], evolution=0.1), TEA) == (0.6, 0.123456789)


def test_a_forecast_stays_where_it_is_when_its_component_moves(document: Document) -> None:
    document = set_evolve(document, TEA, Evolve(evolution=0.8))
    evolve = move(document, [TEA], evolution=0.1).components[TEA].evolve
    assert evolve is not None
    assert evolve.evolution == 0.8


def test_a_pipeline_takes_its_choices_along_and_a_choice_moves_along_evolution_only(document: Document) -> None:
    document = add_pipeline(document, TEA, [WATER, KETTLE])
    assert place(document, WATER) == (0.9, 0.6)
    together = move(document, [TEA], evolution=-0.1, visibility=0.1)
    assert [place(together, id) for id in (TEA, WATER, KETTLE)] == [(0.4, 0.7), (0.8, 0.7), (0.2, 0.7)]
    alone = move(document, [WATER], evolution=-0.1, visibility=0.1)
    assert place(alone, WATER) == (0.8, 0.6)
    assert place(alone, TEA) == (0.5, 0.6)


def test_the_box_of_a_pipeline_goes_with_its_component_and_not_with_a_choice(document: Document) -> None:
    def box(document: Document) -> tuple[float | None, float | None]:
        (pipeline,) = document.pipelines.values()
        return pipeline.start, pipeline.end

    document = add_pipeline(document, TEA, [WATER])
    assert box(document) == (0.42, 0.58)
    assert box(move(document, [WATER], evolution=-0.2)) == (0.42, 0.58)
    assert box(move(document, [TEA], evolution=-0.2, visibility=0.1)) == (0.22, 0.38)
    open_ended = change(document, "pipelines", next(iter(document.pipelines)), start=None)
    assert box(move(open_ended, [TEA], evolution=0.1)) == (None, 0.68)


def test_a_choice_at_the_edge_holds_its_pipeline_back(document: Document) -> None:
    document = add_pipeline(document, TEA, [WATER])
    assert place(move(document, [TEA], evolution=0.4), TEA) == (0.6, 0.6)


def test_a_contract_moves_as_its_members_do(document: Document) -> None:
    document, contract = add_contract(document, [TEA, KETTLE])
    moved = move(document, [contract, TEA], evolution=0.1)
    assert (place(moved, TEA), place(moved, KETTLE), place(moved, WATER)) == ((0.6, 0.6), (0.4, 0.4), (0.9, 0.2))


def test_notes_and_annotations_move_with_components(document: Document) -> None:
    note = Note(id=Id("note"), text="Hot", evolution=0.2, visibility=0.2)
    remark = Annotation(id=Id("remark"), number=1, text="Why?", positions=(Position(evolution=0.1, visibility=0.9),))
    document = document.put("notes", [note]).put("annotations", [remark])
    moved = move(document, [TEA, note.id, remark.id], evolution=0.1, visibility=0.2)
    assert moved.notes[note.id].visibility == 0.3
    assert moved.annotations[remark.id].positions == (Position(evolution=0.2, visibility=1.0),)
    assert place(moved, TEA) == (0.6, 0.7)


def test_changing_a_pipelines_visibility_changes_that_of_its_choices(document: Document) -> None:
    document = change(add_pipeline(document, TEA, [WATER]), "components", TEA, visibility=0.3)
    assert place(document, WATER) == (0.9, 0.3)


def test_a_choice_has_the_visibility_of_its_pipeline_whatever_is_asked_for(document: Document) -> None:
    document = add_pipeline(document, TEA, [WATER])
    assert place(change(document, "components", WATER, visibility=0.1), WATER) == (0.9, 0.6)
    (pipeline,) = document.pipelines
    assert place(change(document, "components", KETTLE, pipeline=pipeline), KETTLE) == (0.3, 0.6)


def test_a_pipeline_that_becomes_a_user_leaves_its_choices_on_the_map(document: Document) -> None:
    document = change(add_pipeline(document, TEA, [WATER]), "components", TEA, kind=ANCHOR)
    assert document.pipelines == {}
    assert document.components[WATER].pipeline is None
