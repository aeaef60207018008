"""Maps that the drawing tests are about."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

from mapper.data import SAMPLES
from mapper.drawing.draw import Scene, Show
from mapper.drawing.frame import Frame
from mapper.drawing.place import lay_out
from mapper.drawing.theme import Theme
from mapper.drawing.themes import WARDLEY
from mapper.drawing.where import centre
from mapper.files import native
from mapper.model import FIRST_PLAN, Component, Contract, Document, Id, Link, Plan, Record

SAMPLE_FILES: tuple[Path, ...] = tuple(sorted(SAMPLES.glob("*.wardley")))
EVERY_PLAN: tuple[tuple[str, str], ...] = tuple(
    (path.stem, plan) for path in SAMPLE_FILES for plan in native.load(path).plans
)


def sample(name: str, plan: str) -> Document:
    """A sample with one of its plans in hand."""
    return native.load(SAMPLES / f"{name}.wardley").but(active_plan=plan)


def table(*records: Record) -> dict[Id, Record]:
    return {record.id: record for record in records}


def component(name: str, evolution: float, visibility: float, **fields: object) -> Component:
    return Component(id=Id(name), name=name, evolution=evolution, visibility=visibility, **fields)


def link(source: str, target: str, **fields: object) -> Link:
    return Link(id=Id(f"{source}→{target}"), source=Id(source), target=Id(target), **fields)


def contract(ref: str, *members: str, **fields: object) -> Contract:
    return Contract(id=Id(ref), ref=ref, members=members, **fields)


def a_map(
    components: Iterable[Component],
    links: Iterable[Link] = (),
    contracts: Iterable[Contract] = (),
    shared: Sequence[str] = (),
    **tables: object,
) -> Document:
    plan = Plan(id=FIRST_PLAN, contracts=table(*contracts), shared=tuple(shared))
    return Document(components=table(*components), links=table(*links), plans=table(plan), **tables)


def scattered(seed: int, members: int, others: int, apart: float = 0.03, contracts: int = 1) -> Document:
    """Components at random places at least so far apart, the first of them in contracts of `members` each."""
    chance = random.Random(seed)
    spots: list[tuple[float, float]] = []
    while len(spots) < contracts * members + others:
        spot = chance.random(), chance.random()
        if all(abs(spot[0] - x) + 0.6 * abs(spot[1] - y) > apart for x, y in spots):
            spots.append(spot)
    parts = [component(f"part {at}", *spot) for at, spot in enumerate(spots)]
    groups = [parts[at * members : (at + 1) * members] for at in range(contracts)]
    made = [contract(f"C{at + 1}", *(part.id for part in group)) for at, group in enumerate(groups)]
    return a_map(parts, contracts=made)


def spot(document: Document, id: str) -> tuple[float, float]:
    """Where a component stands on the page."""
    return centre(document.components[Id(id)], document, Frame.of(document))


def scene(document: Document, show: Show = Show(), theme: Theme = WARDLEY) -> Scene:  # noqa: B008
    frame = Frame.of(document)
    return Scene(document, frame, theme, lay_out(document, frame, show), show)
