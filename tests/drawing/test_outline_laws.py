"""The laws of outlines, titles and badges, on maps that others drew and on made-up ones, for contracts of what is linked."""

from __future__ import annotations

import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maps import a_map, component, contract, link, spot
from touching import Seen, crosses

from mapper.drawing.draw import Scene, picture
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box, Layout, Outline
from mapper.drawing.place import lay_out
from mapper.drawing.themes import WARDLEY
from mapper.model import Contract, Document, Id
from mapper.procurement.interfaces import homes
from tests.corpus.made_by_others import OWM_FILES, document_of, needs_corpus

FEWEST = 10
TITLES = ("Records", "Field services", "Data and reference vocabularies", "Platform", "Support and maintenance")


def _in_groups(document: Document, most: int, share: float = 0.6) -> Document:
    """The map with contracts of up to so many linked components each, which hold about so much of it."""
    beside: dict[Id, list[Id]] = {id: [] for id, each in document.components.items() if not each.is_anchor}
    for each in document.links.values():
        if each.source in beside and each.target in beside:
            beside[each.source].append(each.target)
            beside[each.target].append(each.source)
    free = dict.fromkeys(beside)
    made: list[Contract] = []
    while free and len(free) > (1 - share) * len(beside):
        group = _group(next(iter(free)), beside, free, most)
        for member in group:
            del free[member]
        if len(group) > 1:
            made.append(contract(f"C{len(made) + 1}", *group, title=TITLES[len(made) % len(TITLES)]))
    return document.put_plan(document.plan.but(contracts={each.id: each for each in made}))


def _group(start: Id, beside: dict[Id, list[Id]], free: dict[Id, None], most: int) -> list[Id]:
    group = [start]
    for member in group:
        group += [id for id in dict.fromkeys(beside[member]) if id in free and id not in group][: most - len(group)]
    return group


def _of_others() -> list[tuple[str, int]]:
    large = [name for name in OWM_FILES if len(document_of(name).components) >= FEWEST]
    return [(name, most) for name in large for most in (3, 6)]


def _check_laws(document: Document, layout: Layout) -> None:
    home = homes(document)
    for id, shape in layout.outlines.items():
        first = Outline(shape.rings[:1])
        for each in document.components:
            at = spot(document, each)
            if _is_crowded(document, each):
                continue
            assert shape.holds(*at) == (id in home.get(each, ())), f"{each} and {id}"
            assert id not in home.get(each, ()) or first.holds(*at), f"{each} is in another piece of {id}"


def _is_crowded(document: Document, id: Id) -> bool:
    """Whether another stands so near that no line could pass between."""
    x, y = spot(document, id)
    spots = (spot(document, other) for other in document.components if other != id)
    return any(abs(x - u) < 8 and abs(y - v) < 8 for u, v in spots)


def _covered(document: Document, layout: Layout) -> list[str]:
    """What titles with their badges lie on: symbols, names, each other, the legend."""
    seen = Seen.of(picture(Scene(document, Frame.of(document), WARDLEY, layout)))
    titles = {id: place.box for id, place in layout.titles.items()}
    found = [f"{one} on {other}" for one, other in combinations(titles, 2) if titles[one].meets(titles[other])]
    for id, box in titles.items():
        found += [f"{id} on {name.id}" for name in seen.names if any(line.meets(box) for line in name.lines)]
        found += [f"{id} on {each}" for each, symbol in seen.symbols if box.meets(_bounds(symbol))]
        found += [f"{id} on the legend" for card in layout.legend if card.box.meets(box)]
    return found


def _bounds(symbol: Box | tuple[float, float, float]) -> Box:
    if isinstance(symbol, Box):
        return symbol
    x, y, radius = symbol
    return Box(x - radius, y - radius, x + radius, y + radius)


def _on_links(document: Document, layout: Layout) -> int:
    """How many titles lie on a link."""
    seen = Seen.of(picture(Scene(document, Frame.of(document), WARDLEY, layout)))
    return sum(any(crosses(place.box, line) for line in seen.links) for place in layout.titles.values())


@needs_corpus
def test_outlines_titles_and_badges_keep_the_laws_on_maps_made_by_others() -> None:
    titles = on_links = 0
    covered: list[str] = []
    for name, most in _of_others():
        document = _in_groups(document_of(name), most)
        layout = lay_out(document, Frame.of(document))
        _check_laws(document, layout)
        covered += [f"{name}: {what}" for what in _covered(document, layout)]
        titles += len(layout.titles)
        on_links += _on_links(document, layout)
    assert titles > 80
    assert covered == []
    assert on_links <= titles / 10


@settings(max_examples=12)
@given(seed=st.integers(0, 10**6), size=st.integers(6, 30), most=st.integers(2, 7))
def test_outlines_titles_and_badges_keep_the_laws_on_made_up_maps(seed: int, size: int, most: int) -> None:
    chance = random.Random(seed)
    parts = [component(f"part {at}", chance.uniform(0.03, 0.97), chance.uniform(0.05, 0.95)) for at in range(size)]
    links = [link(f"part {max(0, at - chance.randint(1, 4))}", f"part {at}") for at in range(1, size)]
    document = _in_groups(a_map(parts, links), most)
    layout = lay_out(document, Frame.of(document))
    _check_laws(document, layout)
    assert _covered(document, layout) == []


@pytest.mark.parametrize("shared", [1, 2])
def test_contracts_that_share_members_both_show_their_outline_and_their_title(shared: int) -> None:
    spots = [(0.3, 0.6), (0.36, 0.62), (0.42, 0.58), (0.48, 0.62), (0.54, 0.6), (0.6, 0.58)]
    parts = [component(f"part {at}", *place) for at, place in enumerate(spots)]
    ids = [part.id for part in parts]
    both = [contract("C1", *ids[: 3 + shared], title="First"), contract("C2", *ids[3:], title="Second")]
    document = a_map(parts, contracts=both, shared=ids[3 : 3 + shared])
    layout = lay_out(document, Frame.of(document))
    _check_laws(document, layout)
    assert _covered(document, layout) == []
    one, other = layout.outlines.values()
    for mine, theirs in ((one, other), (other, one)):
        seen = [point for point in mine.rings[0] if not theirs.holds(*point)]
        assert len(seen) > len(mine.rings[0]) / 2
    drawn = {layer.name: layer.drawn for layer in picture(Scene(document, Frame.of(document), WARDLEY, layout)).layers}
    assert [each.id for each in drawn["outlines"]] == ["C1", "C2"]
