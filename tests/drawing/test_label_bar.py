"""How names lie on maps that others drew, where their authors' own places for them are left out of account."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

import pytest
from maps import a_map, component, link, scene, spot
from touching import Seen

from mapper.drawing.draw import picture
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box
from mapper.drawing.place import lay_out
from mapper.model import Component, Document
from tests.corpus.made_by_others import MERMAID_FILES, OWM_FILES, document_of, needs_corpus

FEWEST = 10
REACH = 150.0
WORDS = (
    "Customer order payment ledger search of storage and data claims audit mobile power tax identity platform for the "
    "registration management infrastructure service API analytics (internal) certification support"
)


def _without_places(document: Document) -> Document:
    """The map with no name at a place that its author chose."""
    return document.put("components", [_without_place(each) for each in document.components.values()])


def _without_place(component: Component) -> Component:
    evolve = component.evolve
    return component.but(label=None, evolve=None if evolve is None else evolve.but(label=None))


def _made_by_others() -> list[Document]:
    every = [_without_places(document_of(name)) for name in (*OWM_FILES, *MERMAID_FILES)]
    return [document for document in every if len(document.components) >= FEWEST]


def _made_up() -> list[Document]:
    """Maps about as full as those that people draw: users on top, chains of needs below, names of one to four words."""
    chance = random.Random(4)
    return [_chain(chance, chance.randint(18, 45)) for _ in range(20)]


def _chain(chance: random.Random, size: int) -> Document:
    users = [component(f"User {at}", chance.uniform(0.3, 0.8), 0.97, kind="anchor") for at in range(2)]
    parts = [component(_name(chance, at), *_spot(chance, at / size)) for at in range(size)]
    every = [*users, *parts]
    needs = {(max(0, at - chance.randint(1, 6)), at) for at in range(2, len(every)) for _ in range(1 + at % 2)}
    return a_map(every, [link(every[one].id, every[other].id) for one, other in sorted(needs)])


def _spot(chance: random.Random, depth: float) -> tuple[float, float]:
    evolution = min(0.96, max(0.04, 0.2 + 0.6 * depth + chance.uniform(-0.3, 0.3)))
    return evolution, min(0.9, max(0.03, 0.9 - 0.85 * depth + chance.uniform(-0.1, 0.1)))


def _name(chance: random.Random, at: int) -> str:
    return " ".join([*chance.choices(WORDS.split(), k=chance.randint(1, 4)), str(at)])


Maps = Callable[[], list[Document]]
EVERY = pytest.mark.parametrize(
    "maps",
    [pytest.param(_made_by_others, marks=needs_corpus, id="made by others"), pytest.param(_made_up, id="made up")],
)


@cache
def _seen(maps: Maps) -> list[tuple[Seen, Frame]]:
    return [(Seen.of(picture(scene(document))), Frame.of(document)) for document in maps()]


def _share(maps: Maps, touching: Callable[[Seen], list[str]]) -> float:
    """How many of all names on these maps do that."""
    names = sum(len(seen.names) for seen, _ in _seen(maps))
    assert names > 400
    return sum(len(touching(seen)) for seen, _ in _seen(maps)) / names


@EVERY
def test_names_do_not_lie_on_each_other(maps: Maps) -> None:
    assert _share(maps, Seen.on_another) <= 0.001


@EVERY
def test_names_do_not_lie_on_other_components(maps: Maps) -> None:
    assert _share(maps, Seen.on_a_stranger) <= 0.002


@EVERY
def test_few_names_lie_on_a_link(maps: Maps) -> None:
    assert _share(maps, Seen.on_a_link) <= 0.12


@EVERY
def test_no_name_is_cut_by_the_edge_of_the_map(maps: Maps) -> None:
    assert [seen.beyond(frame) for seen, frame in _seen(maps) if seen.beyond(frame)] == []


@needs_corpus
def test_names_that_their_authors_placed_stand_where_they_were_put() -> None:
    for document in (document_of(name) for name in OWM_FILES):
        labels = lay_out(document, Frame.of(document)).labels
        for id, each in document.components.items():
            if each.label is not None and each.name.strip():
                x, y = spot(document, id)
                assert labels[id].box.middle == pytest.approx((x + each.label.right, y + each.label.down)), each.name


@EVERY
def test_when_a_component_is_put_down_only_names_near_its_old_and_new_place_change(maps: Maps) -> None:
    for document in maps():
        frame = Frame.of(document)
        before = lay_out(document, frame)
        moved = list(document.components.values())[len(document.components) // 2]
        put = document.put("components", [moved.but(evolution=min(1.0, moved.evolution + 0.05))])
        after = lay_out(put, frame, previous=before, near=[moved.id]).labels
        changed = {id for id, place in after.items() if before.labels[id] != place} - {moved.id}
        x, y = spot(put, moved.id)
        reach = Box(x - REACH, y - REACH, x + REACH, y + REACH)
        assert [id for id in changed if not before.labels[id].box.meets(reach)] == [], document.title
        assert len(changed) <= max(4, len(after) / 8), document.title
