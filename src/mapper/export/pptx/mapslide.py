"""The map as the shapes of a slide, back to front.

What belongs to one component is one group, so that its symbol takes its name along; links are connectors glued to the
symbol in that group, which PowerPoint and LibreOffice both follow when the group is moved. A contract is one freeform
with its fill and its line, not a fill, a gap and an outline as elsewhere: one thing to move, to colour and to bend; the
largest lie at the back, and where one lies upon another its fill is sheer, so that both outlines are seen. Halos become
the glow of the texts themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from mapper.drawing.draw import Scene
from mapper.drawing.glyphs import glyph
from mapper.drawing.layout import ghost_label
from mapper.drawing.marks import Circle, Clipped, Drawn, Hatch, Line, Path, Picture, Rectangle, Text
from mapper.drawing.where import centre
from mapper.export.pptx import geometry
from mapper.export.pptx.lettering import Lines, gathered
from mapper.export.pptx.movement import ghost_of, movement_shapes
from mapper.export.pptx.parts import parts_of
from mapper.export.pptx.shapes import Said, Shape, Shapes
from mapper.export.pptx.sites import OVAL, SQUARE, Sites
from mapper.model import Flow, Id

_KINDS = {"anchor": "User"}
_NAMES = {"ground": "Ground", "stages": "Stage lines", "axes": "Axes and stages", "legend": "Legend"}


class MapSlide:
    """One scene on its way to a slide. `sentences` tell each record in words, by id."""

    def __init__(self, scene: Scene, picture: Picture, sentences: Mapping[Id, str], shapes: Shapes) -> None:
        self._scene, self._picture, self._sentences, self._shapes = scene, picture, sentences, shapes
        self._shares: dict[str, dict[str, Drawn]] = {}
        for layer in picture.layers:
            for drawn in layer.drawn:
                self._shares.setdefault(drawn.id, {})[layer.name] = drawn
        self._symbols = {
            id: self._symbol(id) for id in scene.document.components if "components" in self._shares.get(id, {})
        }

    def shapes(self) -> Iterator[Shape]:
        """Every shape of the slide."""
        for layer in self._picture.layers:
            if layer.name == "fills":
                yield from self._contracts()
            make = _LAYERS.get(layer.name, MapSlide._whole)
            for drawn in layer.drawn:
                yield from make(self, drawn)

    def _whole(self, drawn: Drawn) -> Iterator[Shape]:
        """What a record puts on a layer, as one shape or one group."""
        said = self._said(drawn)
        parts = list(parts_of(drawn.marks, said, self._shapes))
        if parts:
            yield parts[0] if len(parts) == 1 else self._shapes.group(parts, said)

    def _ground(self, drawn: Drawn) -> Iterator[Shape]:
        """The plot; the page round it is the slide's background."""
        plot = [mark for mark in drawn.marks if not isinstance(mark, Rectangle)]
        yield from parts_of(plot, self._said(drawn), self._shapes)

    def _numbers(self, drawn: Drawn) -> Iterator[Shape]:
        """Numbers in circles, which are moved one by one."""
        if not drawn.id:
            yield from self._whole(drawn)
        for circle, text in zip(drawn.marks[::2], drawn.marks[1::2], strict=False):
            if drawn.id and isinstance(circle, Circle) and isinstance(text, Text):
                said = Said(f"{drawn.role.capitalize()} {text.text}", self._sentences.get(Id(drawn.id), ""))
                yield self._shapes.oval(circle, said, text=Lines(text, (text.text,), 0.0))

    def _contracts(self) -> Iterator[Shape]:
        below: list[Path] = []
        for path, outline in sorted(self._outlines(), key=lambda pair: (_is_plain(pair[0]), -_area(pair[0]))):
            said = Said(f"Contract {outline.title}", self._sentences.get(Id(outline.id), ""))
            yield self._shapes.freeform(path, said, is_sheer=any(geometry.overlap(path, other) for other in below))
            below.append(path)

    def _outlines(self) -> Iterator[tuple[Path, Drawn]]:
        """Each contract's outline, with its fill."""
        for share in self._shares.values():
            for mark in share["outlines"].marks if "outlines" in share else ():
                filled = share["fills"].marks[0] if "fills" in share else None
                if isinstance(mark, Path):
                    yield replace(mark, fill=filled.fill) if isinstance(filled, Path) else mark, share["outlines"]

    def _link(self, drawn: Drawn) -> Iterator[Shape]:
        """The line, glued at both ends; the heads of what flows over it are its own."""
        link = self._scene.document.links[Id(drawn.id)]
        said = Said(f"Link: {drawn.title}", self._sentences.get(link.id, ""))
        ends = self._symbols.get(link.source), self._symbols.get(link.target)
        has_heads = any(isinstance(mark, Path) for mark in drawn.marks)
        heads = link.flow in (Flow.BACKWARD, Flow.BOTH), link.flow in (Flow.FORWARD, Flow.BOTH)
        for mark in drawn.marks:
            if isinstance(mark, Line):
                yield self._shapes.connector(mark, said, ends, heads if has_heads else (False, False))

    def _standing(self, drawn: Drawn) -> Iterator[Shape]:
        """What stands on the map and has a name, in one group with it."""
        if Id(drawn.id) in self._symbols:
            yield from self._component(drawn)
        else:
            said = self._said(drawn)
            names = self._texts(self._shares[drawn.id].get("labels"), lambda _: True)
            yield self._shapes.group([*parts_of(drawn.marks, said, self._shapes), *names], said)

    def _component(self, drawn: Drawn) -> Iterator[Shape]:
        share, name = self._shares[drawn.id], drawn.title or "without a name"
        sites, symbol = self._symbols[Id(drawn.id)], Said(f"Symbol of {name}")
        parts = (
            list(parts_of(share["discs"].marks, Said(f"Method of {name}"), self._shapes)) if "discs" in share else []
        )
        first, *rest = drawn.marks
        if isinstance(first, Circle):
            parts.append(self._shapes.oval(first, symbol, sites.shape))
        elif isinstance(first, Rectangle):
            parts.append(self._shapes.rectangle(first, symbol, sites.shape))
        else:
            # A person has no rim that connectors could be glued to: they are glued to an oval that is not seen.
            unseen = Circle(sites.x, sites.y, sites.reach)
            parts.append(self._shapes.oval(unseen, Said(f"Where links of {name} end"), sites.shape))
            rest = [first, *rest]
        parts += parts_of(rest, symbol, self._shapes)
        parts += self._beside(drawn)
        said = Said(f"{_KINDS.get(drawn.role, drawn.role.capitalize())} {name}", self._sentences.get(Id(drawn.id), ""))
        yield self._shapes.group(parts, said)

    def _beside(self, drawn: Drawn) -> Iterator[Shape]:
        """A component's name, and what resists it if it is not going anywhere."""
        share = self._shares[drawn.id]
        ghost = ghost_of(share.get("movements"))
        if ghost is None and "inertia" in share:
            yield from self._bar(share["inertia"])
        yield from self._texts(share.get("labels"), lambda lines: not self._is_future(Id(drawn.id), lines))

    def _bar(self, inertia: Drawn) -> Iterator[Shape]:
        said = Said(f"Inertia of {inertia.title}")
        yield self._shapes.group(list(parts_of(inertia.marks, said, self._shapes)), said)

    def _inertia(self, drawn: Drawn) -> Iterator[Shape]:
        """The bar before what is resisted; that of a component which is going nowhere is in its group."""
        if "movements" in self._shares[drawn.id]:
            yield from self._bar(drawn)

    def _movement(self, drawn: Drawn) -> Iterator[Shape]:
        ghost = ghost_of(drawn)
        if ghost is not None:
            labels = self._shares[drawn.id].get("labels")
            names = list(self._texts(labels, lambda lines: self._is_future(Id(drawn.id), lines)))
            yield from movement_shapes(drawn, ghost, self._symbols.get(Id(drawn.id)), names, self._shapes)

    def _label(self, drawn: Drawn) -> Iterator[Shape]:
        """The label of whatever does not have it in its group."""
        if "components" not in self._shares[drawn.id]:
            yield from self._texts(drawn, lambda _: True)

    def _texts(self, drawn: Drawn | None, wanted: Callable[[Lines], bool]) -> Iterator[Shape]:
        texts = [mark for mark in drawn.marks if isinstance(mark, Text)] if drawn is not None else []
        for lines in gathered(texts):
            if drawn is not None and wanted(lines) and lines.said.strip():
                yield self._shapes.text(lines, Said(lines.said), self._halo(drawn.id, lines))

    def _is_future(self, id: Id, lines: Lines) -> bool:
        """Whether a text is what a component will be called."""
        place = self._scene.layout.labels.get(ghost_label(id))
        return (
            place is not None
            and place.box.top < lines.first.y < place.box.bottom
            and (place.lines[0] == lines.first.text and place.box.left - 1 <= lines.first.x <= place.box.right + 1)
        )

    def _halo(self, id: str, lines: Lines) -> str | None:
        """The colour below the middle of a text: the ground's, or that of the contract which holds it."""
        halos, found = self._shares[id].get("halos"), None
        for mark in halos.marks if halos is not None else ():
            if isinstance(mark, Text) and _is_at(mark, lines):
                found = mark.halo
            elif isinstance(mark, Clipped):
                text = next((inner for inner in mark.marks if isinstance(inner, Text)), None)
                if text is not None and _is_at(text, lines) and geometry.holds(mark.path, *lines.box.middle):
                    found = text.halo
        return found

    def _symbol(self, id: Id) -> Sites:
        """Where links are glued to a component's symbol."""
        component = self._scene.document.components[id]
        x, y = centre(component, self._scene.document, self._scene.frame)
        first, reach = self._shares[id]["components"].marks[0], glyph(component, self._scene.document).radius
        if isinstance(first, Rectangle):
            return Sites(self._shapes.id(), x, y, first.width / 2, SQUARE)
        return Sites(self._shapes.id(), x, y, first.radius if isinstance(first, Circle) else reach, OVAL)

    def _said(self, drawn: Drawn) -> Said:
        name = _NAMES.get(drawn.role) or f"{drawn.role.capitalize()} {drawn.title}".strip()
        if drawn.role == "title":
            return Said(f"Title of contract {drawn.title}")
        return Said(name, self._sentences.get(Id(drawn.id), ""))


def _nothing(_: MapSlide, __: Drawn) -> Iterator[Shape]:
    """Nothing of its own: it is part of another shape."""
    return iter(())


_LAYERS: Mapping[str, Callable[[MapSlide, Drawn], Iterator[Shape]]] = {
    "ground": MapSlide._ground,
    "fills": _nothing,
    "gaps": _nothing,
    "links": MapSlide._link,
    "crossings": MapSlide._link,
    "outlines": _nothing,
    "halos": _nothing,
    "movements": MapSlide._movement,
    "inertia": MapSlide._inertia,
    "discs": _nothing,
    "components": MapSlide._standing,
    "labels": MapSlide._label,
    "notes": MapSlide._label,
    "interfaces": MapSlide._numbers,
    "annotations": MapSlide._numbers,
}
"""How the layers are made into shapes; all others are taken as they are."""


def _is_plain(path: Path) -> bool:
    """Whether a fill can be seen through: one that cannot goes to the back."""
    return not isinstance(path.fill, Hatch)


def _area(path: Path) -> float:
    box = geometry.bounds(path.steps)
    return (box.right - box.left) * (box.bottom - box.top)


def _is_at(text: Text, lines: Lines) -> bool:
    return (text.x, text.y) == (lines.first.x, lines.first.y)
