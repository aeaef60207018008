"""Where pasted things go, and what is said about them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mapper.editor import Session
from mapper.editor.clipboard import Clip, own_form, paste_clip, text_form
from mapper.edits.excerpts import excerpt
from mapper.files.owm import read
from mapper.model import (
    BLANK,
    FIRST_PLAN,
    Attitude,
    Component,
    Contract,
    Document,
    Id,
    Link,
    Note,
    People,
    Plan,
    Position,
    Service,
    Stages,
)

TEA, WATER = Id("tea"), Id("water")


def shop(**fields: object) -> Document:
    components = {
        TEA: Component(id=TEA, name="Tea", evolution=0.4, visibility=0.8, description="Green"),
        WATER: Component(id=WATER, name="Water", evolution=0.6, visibility=0.4),
    }
    link = Link(id=Id("link"), source=TEA, target=WATER)
    return Document(**{"title": "Shop", "components": components, "links": {link.id: link}, **fields})


def with_contract(currency: str) -> Document:
    contract = Contract(id=Id("c"), ref="C1", members=(TEA,), value=Decimal(9))
    plan = Plan(id=FIRST_PLAN, contracts={contract.id: contract})
    return shop(plans={FIRST_PLAN: plan}, service=Service(currency=currency))


def clip_of(document: Document, *ids: Id) -> Clip:
    return Clip(own=own_form(excerpt(document, ids)))


def places(session: Session, ids: frozenset[Id] | None = None) -> list[tuple[float, float]]:
    """Where the selected components stand, or others."""
    chosen = session.selection if ids is None else ids
    return [(each.evolution, each.visibility) for each in session.document.components.values() if each.id in chosen]


def test_without_a_pointer_a_copy_stands_beside_the_original_and_the_next_one_further_away() -> None:
    session = Session(shop())
    clip = clip_of(session.document, TEA)
    assert paste_clip(session, clip, None) == "Pasted 1 component."
    assert places(session) == [(0.42, 0.78)]
    paste_clip(session, clip, None)
    assert places(session) == [(0.44, 0.76)]
    session.undo()
    paste_clip(session, clip, None)
    assert places(session) == [(0.44, 0.76)]


def test_at_the_pointer_the_middle_of_the_group_comes_to_stand() -> None:
    session = Session(shop())
    said = paste_clip(session, clip_of(session.document, TEA, WATER), Position(evolution=0.3, visibility=0.5))
    assert said == "Pasted 2 components and 1 link."
    assert places(session) == [(0.2, 0.7), (0.4, 0.3)]


def test_pasting_twice_at_one_place_does_not_hide_the_first() -> None:
    session, at = Session(shop()), Position(evolution=0.2, visibility=0.2)
    clip = clip_of(session.document, TEA)
    for _ in range(3):
        paste_clip(session, clip, at)
    found = [(each.evolution, each.visibility) for each in session.document.components.values()]
    assert found[2:] == [(0.2, 0.2), (0.22, 0.18), (0.24, 0.16)]


def test_a_group_pasted_at_the_edge_keeps_its_shape_on_the_map() -> None:
    session = Session(shop())
    paste_clip(session, clip_of(session.document, TEA, WATER), Position(evolution=1, visibility=0))
    assert places(session) == [(0.8, 0.4), (1.0, 0.0)]


def test_in_the_corner_a_copy_goes_the_other_way() -> None:
    corner = Component(id=TEA, name="Tea", evolution=1, visibility=0)
    session = Session(Document(components={TEA: corner}))
    paste_clip(session, clip_of(session.document, TEA), None)
    assert places(session) == [(0.98, 0.02)]


def test_in_place_is_exactly_where_it_was() -> None:
    session = Session(shop())
    paste_clip(session, clip_of(session.document, TEA), Position(evolution=0.1, visibility=0.1), in_place=True)
    assert places(session) == [(0.4, 0.8)]


def test_in_another_map_it_stands_where_it_stood_in_its_own() -> None:
    session = Session(BLANK)
    paste_clip(session, clip_of(shop(), TEA, WATER), None)
    assert places(session) == [(0.4, 0.8), (0.6, 0.4)]


def test_what_cells_say_of_places_is_kept_wherever_the_pointer_is() -> None:
    session, at = Session(shop()), Position(evolution=0.1, visibility=0.1)
    paste_clip(session, Clip(text="Name\tEvolution\nMilk\t0.9\nLeaves\t0.5"), at)
    assert [evolution for evolution, _ in places(session)] == [0.9, 0.5]
    paste_clip(session, Clip(text="Cup\t0.55\t0.95"), at)
    assert places(session) == [(0.55, 0.95)]


def test_pasting_is_one_step_and_undoing_it_shows_the_very_document_that_was_there() -> None:
    session = Session(shop())
    before = session.document
    paste_clip(session, Clip(text="Cup\nSaucer"), None)
    assert session.history.undo_label == "Paste"
    assert len(session.selection) == 2
    session.undo()
    assert session.document is before
    assert session.history.undo_label is None


@pytest.mark.parametrize(
    "clip", [Clip(), Clip(text=" "), Clip(own=b"{}"), Clip(pictures=(b"<svg/>",)), Clip(own=b"\xff")]
)
def test_what_cannot_be_pasted_is_said_in_a_sentence_and_changes_nothing(clip: Clip) -> None:
    session = Session(shop())
    before = session.document
    assert paste_clip(session, clip, None).startswith("Nothing was pasted: ")
    assert session.document is before
    assert session.history.undo_label is None


def test_what_was_not_understood_is_told() -> None:
    session = Session(shop())
    said = paste_clip(session, Clip(text="component Cup [0.5, 0.5]\nCup->Milk\nCup->Sugar"), None)
    assert said.startswith("Pasted 1 component. Line 2: ")
    assert "Milk" in said
    assert said.endswith("And 1 more like this.")


def test_amounts_of_another_currency_are_told() -> None:
    session = Session(with_contract("GBP"))
    said = paste_clip(session, clip_of(with_contract("EUR"), TEA), None)
    assert said == "Pasted 1 component and 1 contract. Amounts in EUR were left out: this map counts in GBP."
    session = Session(with_contract("EUR"))
    said = paste_clip(session, Clip(text="Name\tContract\tValue\nMilk\tC7\t500"), None)
    assert "Amounts were taken to be in EUR." in said
    assert [each.value for each in session.document.contracts.values()] == [9, 500]


def test_an_empty_contract_is_pasted_and_selected() -> None:
    contract = Contract(id=Id("c"), ref="C1", title="Later")
    document = shop(plans={FIRST_PLAN: Plan(id=FIRST_PLAN, contracts={contract.id: contract})})
    session = Session(document)
    assert paste_clip(session, clip_of(document, contract.id), None) == "Pasted 1 contract."
    assert [session.document.contracts[id].ref for id in session.selection] == ["C2"]


def test_notes_and_areas_are_pasted_with_their_places() -> None:
    note = Note(id=Id("n"), text="Hm", evolution=0.1, visibility=0.9, component=TEA)
    area = Attitude(id=Id("a"), people=People.SETTLERS, evolution=0.1, visibility=0.9, width=0.2, height=0.2)
    document = shop(notes={note.id: note}, attitudes={area.id: area})
    session = Session(document)
    said = paste_clip(session, clip_of(document, note.id, area.id), Position(evolution=0.6, visibility=0.6))
    assert said == "Pasted 1 note and 1 area."
    pasted = list(session.document.attitudes.values())[1]
    assert (pasted.evolution, pasted.visibility) == (0.5, 0.7)
    assert list(session.document.notes.values())[1].component is None


def test_the_text_form_is_lines_for_the_text_of_another_map_and_tells_no_contract() -> None:
    document = with_contract("EUR").but(stages=Stages(lines=(0.1, 0.2, 0.3)))
    assert text_form(excerpt(document, [TEA])) == "component Tea [0.80, 0.40]\n"
    whole = text_form(excerpt(document, [TEA, WATER]))
    assert whole.startswith("title Shop\n")
    assert "Tea->Water" in whole
    assert "C1" not in whole
    assert [each.name for each in read(whole).document.components.values()] == ["Tea", "Water"]


def test_where_stages_end_elsewhere_everything_keeps_its_stage() -> None:
    stages = Stages(lines=(0.5, 0.6, 0.7))
    session = Session(shop(stages=stages))
    part = excerpt(shop(), [TEA, WATER])
    said = paste_clip(session, Clip(own=own_form(part)), None)
    pasted = [each for each in session.document.components.values() if each.id in session.selection]
    kept = [part.stages.stage(each.evolution) for each in part.components.values()]
    assert [stages.stage(each.evolution) for each in pasted] == kept
    assert "kept its stage" in said
    paste_clip(session, Clip(text="Name\tStage\nCup\tgenesis"), None)
    assert [evolution < 0.5 for evolution, _ in places(session)] == [True]
