"""Maps of any size, the same at each call: components scattered over a grid, two links each, lots of neighbours."""

from __future__ import annotations

import math
import random
from collections import Counter

from mapper.model import Component, Contract, Document, Id, Link, Plan

WORDS = (
    "Customer",
    "Order",
    "Payment",
    "Ledger",
    "Search",
    "Storage",
    "Data",
    "Claims",
    "Audit",
    "Mobile",
    "Power",
    "Tax",
)
LINKS_PER_COMPONENT = 2
COMPONENTS_PER_CONTRACT = 20
FAR_LINKS = 0.05


def synthetic(size: int, members: int = 6, seed: int = 7) -> Document:
    """A map of so many components; one contract of `members` neighbours for every twenty components."""
    chance = random.Random(seed)
    columns = math.ceil(math.sqrt(size))
    components = {id: _component(chance, id, index, columns) for index, id in enumerate(map(_id, range(size)))}
    plan = Plan(id=Id("plan"), title="Plan", contracts=_contracts(size, columns, members))
    return Document(
        title=f"{size} components",
        components=components,
        links=_links(chance, size, columns),
        plans={plan.id: plan},
        active_plan=plan.id,
    )


def hub(document: Document) -> Id:
    """The component with the most links."""
    ends = Counter(end for link in document.links.values() for end in (link.source, link.target))
    return max(ends, key=lambda id: (ends[id], id))


def _id(index: int) -> Id:
    return Id(f"c{index}")


def _component(chance: random.Random, id: Id, index: int, columns: int) -> Component:
    row, column = divmod(index, columns)
    evolution = (column + 0.15 + 0.7 * chance.random()) / columns
    visibility = 1 - (row + 0.15 + 0.7 * chance.random()) / columns
    name = f"{chance.choice(WORDS)} {chance.choice(WORDS).lower()} {index}"
    return Component(id=id, name=name, evolution=round(evolution, 4), visibility=round(visibility, 4))


def _links(chance: random.Random, size: int, columns: int) -> dict[Id, Link]:
    pairs: set[tuple[int, int]] = set()
    near = (1, 2, columns - 1, columns, columns + 1, 2 * columns, 2 * columns + 1)
    while len(pairs) < LINKS_PER_COMPONENT * size:
        source = chance.randrange(size)
        target = chance.randrange(size) if chance.random() < FAR_LINKS else source + chance.choice(near)
        if source != target and target < size:
            pairs.add((source, target))
    links = (Link(id=Id(f"l{n}"), source=_id(source), target=_id(target)) for n, (source, target) in enumerate(pairs))
    return {link.id: link for link in sorted(links, key=lambda link: link.id)}


def _contracts(size: int, columns: int, members: int) -> dict[Id, Contract]:
    contracts: dict[Id, Contract] = {}
    taken: set[int] = set()
    across = max(1, math.isqrt(members))
    for corner in range(0, size):
        if len(contracts) >= max(1, size // COMPONENTS_PER_CONTRACT):
            break
        block = [corner + column + row * columns for row in range(-(-members // across)) for column in range(across)]
        inside = corner % columns + across <= columns and block[-1] < size
        if inside and taken.isdisjoint(block):
            taken.update(_with_margin(block, columns))
            ref = f"C{len(contracts) + 1}"
            ids = tuple(map(_id, block[:members]))
            contracts[Id(ref)] = Contract(id=Id(ref), ref=ref, title=f"Lot {ref}", members=ids)
    return contracts


def _with_margin(block: list[int], columns: int) -> set[int]:
    """The block and the components beside it: contracts on a map seldom touch."""
    return {place + right + down * columns for place in block for right in (-1, 0, 1) for down in (-1, 0, 1)}
