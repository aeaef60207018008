"""Every record of a map, made ready for painting: what it puts on each layer and where that lies."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from mapper.drawing.draw import LAYERS, Scene, draw, page
from mapper.drawing.layout import Box
from mapper.drawing.marks import Drawn, Mark
from mapper.model import Document, Id
from mapper.ui.canvas.grid import Grid
from mapper.ui.canvas.items import Item
from mapper.ui.canvas.painter import item_of
from mapper.ui.canvas.styles import Style

Parts = dict[str, tuple[Item, ...]]
"""What one record puts on each layer, by the layer's name."""

LINES = ("links", "crossings")
TABLES = ("attitudes", "contracts", "pipelines", "links", "components", "accelerators", "notes", "annotations")
"""Within a layer records lie in this order, back to front: `drawing.draw.picture` takes them so."""


class Scenery:
    """The items of a scene, kept as the scene changes. `ground` is the page, which covers all that is below it."""

    def __init__(self) -> None:
        self._parts: dict[Id, Parts] = {}
        self._layers: dict[str, dict[Id, tuple[Item, ...]]] = {name: {} for name in LAYERS}
        self._kept: dict[str, list[Item]] = {}
        self._grid: Grid[Id] = Grid()
        self._rank: dict[Id, int] = {}
        self._page: dict[Id, Mark] = {}
        self._hidden: frozenset[Id] = frozenset()
        self.ground = Box(0, 0, 0, 0)

    def build(self, scene: Scene) -> None:
        """Make everything ready anew."""
        self._parts, self._page, self._kept = {}, {}, {}
        self._hidden = frozenset()
        self._layers = {name: {} for name in LAYERS}
        self._grid = Grid()
        self._order(scene.document)
        self.refresh_page(scene)
        self.refresh(scene, _records(scene.document))

    def refresh(self, scene: Scene, ids: Iterable[Id]) -> list[Box]:
        """Make some records ready anew; answers with the boxes that they cover now or did before."""
        ids = list(ids)
        if any((id in self._rank) != _is_in(scene.document, id) for id in ids):
            self._order(scene.document)
        damage: list[Box] = []
        for id in ids:
            damage += self._replace(id, _ready(draw(id, scene)))
        return damage

    def refresh_page(self, scene: Scene) -> list[Box]:
        """Make ready anew what belongs to the page itself, mark by mark; answers as `refresh` does."""
        marks = {
            Id(f"{layer}\n{at}"): (layer, mark)
            for layer, drawn in page(scene).items()
            for at, mark in enumerate(drawn.marks)
        }
        damage = [box for id in self._page.keys() - marks.keys() for box in self._replace(id, {})]
        for rank, (id, (layer, mark)) in enumerate(marks.items()):
            self._rank[id] = rank - len(marks)
            if self._page.get(id) != mark:
                damage += self._replace(id, {layer: (item_of(mark),)})
        self._page = {id: mark for id, (_, mark) in marks.items()}
        self.ground = Box(0, 0, scene.frame.width, scene.layout.page_height or scene.frame.height)
        return damage

    def at(self, boxes: Collection[Box]) -> Iterator[Iterable[Item]]:
        """Layer by layer, back to front, the items of all records that may touch the boxes."""
        near = self._grid.near(boxes)
        if 2 * len(near) > len(self._parts):
            return (self._whole(layer) for layer in LAYERS)
        return self.of(near - self._hidden)

    def of(self, records: Iterable[Id]) -> Iterator[Iterable[Item]]:
        """Layer by layer, back to front, the items of these records."""
        ids = sorted((id for id in records if id in self._parts), key=self._rank.__getitem__)
        return (_by_style(name, _on(table, ids)) for name, table in self._layers.items())

    def hide(self, ids: frozenset[Id]) -> list[Box]:
        """Leave these records, and no others, out of the map; answers with the boxes that look different now."""
        changed, self._hidden, self._kept = self._hidden ^ ids, ids, {}
        return [box for id in changed for box in self.pieces(id)]

    def haloed_near(self, box: Box) -> set[Id]:
        """The records near a box that have halos, which look different when what lies below them does."""
        return self._grid.near([box]) & self._layers["halos"].keys()

    def is_line(self, id: Id) -> bool:
        """Whether a record is on the map as a line and nothing more."""
        parts = self._parts.get(id, {})
        return len(parts) == 1 and any(len(parts.get(layer, ())) == 1 for layer in LINES)

    def pieces(self, id: Id) -> list[Box]:
        """Boxes that together cover all that a record puts on the map."""
        return _pieces(self._parts.get(id, {}))

    def _replace(self, id: Id, parts: Parts) -> list[Box]:
        old = self._parts.pop(id, {})
        damage = _pieces(old)
        for layer in old.keys() - parts.keys():
            del self._layers[layer][id]
            self._kept.pop(layer, None)
        for layer, items in parts.items():
            self._layers[layer][id] = items
            self._kept.pop(layer, None)
        covered = _pieces(parts)
        if parts:
            self._parts[id] = parts
            self._grid.put(id, covered)
        else:
            self._grid.drop(id)
        return damage + covered

    def _whole(self, layer: str) -> Iterable[Item]:
        """All items of a layer in order, kept until one of them changes."""
        items = self._kept.get(layer)
        if items is None:
            table = self._layers[layer]
            ids = sorted(table.keys() - self._hidden, key=self._rank.__getitem__)
            items = self._kept[layer] = list(_by_style(layer, _on(table, ids)))
        return items

    def _order(self, document: Document) -> None:
        page_ranks = {id: self._rank[id] for id in self._page}
        self._kept = {}
        self._rank = page_ranks | {id: rank for rank, id in enumerate(_records(document))}


def _records(document: Document) -> Iterator[Id]:
    for table in TABLES:
        yield from getattr(document, table)


def _is_in(document: Document, id: Id) -> bool:
    return any(id in getattr(document, table) for table in TABLES)


def _on(table: dict[Id, tuple[Item, ...]], ids: list[Id]) -> Iterable[Item]:
    return chain.from_iterable(table[id] for id in ids if id in table)


def _by_style(layer: str, items: Iterable[Item]) -> Iterable[Item]:
    """Lines of links in longer runs: which of two crossing links lies above is all the same, if always the same."""
    return sorted(items, key=_serial) if layer in LINES else items


def _serial(item: Item) -> int:
    return item.style.serial if isinstance(item.style, Style) else -1


def _ready(drawn: dict[str, Drawn]) -> Parts:
    return {layer: tuple(item_of(mark) for mark in one.marks) for layer, one in drawn.items()}


def _pieces(parts: Parts) -> list[Box]:
    return [box for items in parts.values() for item in items for box in item.pieces()]
