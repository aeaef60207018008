"""Native shapes from marks. Marks and boxes are in page units, the slide is in EMU."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from mapper.drawing.layout import Box
from mapper.drawing.marks import Circle, Line, Path, Rectangle
from mapper.export.officexml import Element, element, fit_line
from mapper.export.pptx import geometry
from mapper.export.pptx.below import Below
from mapper.export.pptx.geometry import preset
from mapper.export.pptx.lettering import Lines, body
from mapper.export.pptx.looks import fill, line, sheer, veil
from mapper.export.pptx.sites import Sites

_LONGEST_NAME, _LONGEST_WORDS = 120, 2000
_DEGREE = 60_000
_WHOLE = 50_000
"""The adjustment of a rectangle whose corners are round to the middle of its side."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a shape is called in the list of shapes, and what is told to those who cannot see it."""

    name: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    element: Element
    box: Box


class Shapes:
    """Makes the shapes of one slide, on which the page's upper left corner is at (left, top) EMU.

    `scale` is EMU to a page unit; `below` are the lines that texts with a halo must be read over.
    """

    def __init__(self, left: float, top: float, scale: float, below: Sequence[Line] = ()) -> None:
        self._left, self._top, self.scale, self._below = left, top, scale, Below(below)
        self._ids = count(100)

    def id(self) -> int:
        """A number that no other shape of the slide has."""
        return next(self._ids)

    def oval(self, circle: Circle, said: Said, id: int | None = None, text: Lines | None = None) -> Shape:
        """A circle, with a word in its middle if there is one."""
        x, y, reach = circle.x, circle.y, circle.radius
        looks = (preset("ellipse"), fill(circle.fill), line(circle.stroke, self.scale))
        words = [body(text, self.scale, anchor="ctr")] if text is not None else []
        return self._shape(said, Box(x - reach, y - reach, x + reach, y + reach), looks, words, id)

    def rectangle(self, mark: Rectangle, said: Said, id: int | None = None) -> Shape:
        shorter = min(mark.width, mark.height)
        share = min(_WHOLE, round(mark.radius / shorter * 100_000)) if shorter > 0 else 0
        form = preset("roundRect", share) if share else preset("rect")
        box = Box(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        return self._shape(said, box, (form, fill(mark.fill), line(mark.stroke, self.scale)), (), id)

    def freeform(self, path: Path, said: Said, *, is_sheer: bool = False) -> Shape:
        """A form of its own; with `is_sheer` what it lies upon shows through its fill."""
        box = geometry.bounds(path.steps)
        form, filled = geometry.freeform(path, box, self.scale), sheer(path.fill) if is_sheer else fill(path.fill)
        return self._shape(said, box, (form, filled, line(path.stroke, self.scale)))

    def text(self, lines: Lines, said: Said, halo: str | None = None) -> Shape:
        first, box = lines.first, lines.box
        if first.rotation:
            box = geometry.turned(box, (first.x, first.y), first.rotation)
        # Not every program draws the glow: where a line runs below the letters, the box itself holds it back.
        is_crossed = halo is not None and self._below.crosses(box)
        looks = (preset("rect"), veil(halo) if halo is not None and is_crossed else fill(None))
        return self._shape(said, box, looks, [body(lines, self.scale, halo=halo)], rotation=first.rotation)

    def connector(
        self,
        mark: Line,
        said: Said,
        ends: tuple[Sites | None, Sites | None] = (None, None),
        heads: tuple[bool, bool] = (False, False),
    ) -> Shape:
        """A line. An end that has sites is glued to the one that faces the other end."""
        (x1, y1), (x2, y2) = (mark.x1, mark.y1), (mark.x2, mark.y2)
        source, target = ends
        glue = []
        if source is not None:
            number = source.towards(mark.x2, mark.y2)
            x1, y1 = source.place(number)
            glue.append(element("a:stCxn", id=source.shape, idx=number))
        if target is not None:
            number = target.towards(mark.x1, mark.y1)
            x2, y2 = target.place(number)
            glue.append(element("a:endCxn", id=target.shape, idx=number))
        box = Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        place = self._place(box, flipH=x2 < x1, flipV=y2 < y1)
        looks = (preset("straightConnector1"), line(mark.stroke, self.scale, heads))
        said_so = element("p:nvCxnSpPr", self._called(said), element("p:cNvCxnSpPr", *glue), element("p:nvPr"))
        return Shape(element("p:cxnSp", said_so, element("p:spPr", place, *looks)), box)

    def group(self, parts: Sequence[Shape], said: Said) -> Shape:
        """Shapes that are moved together. Those in it are placed as if it were not there, and keep what is glued."""
        box = geometry.around(part.box for part in parts)
        place = self._place(box)
        offset, extent = (dict(part.attrib) for part in place)
        place.extend((element("a:chOff", **offset), element("a:chExt", **extent)))
        said_so = element("p:nvGrpSpPr", self._called(said), element("p:cNvGrpSpPr"), element("p:nvPr"))
        inner = (part.element for part in parts)
        return Shape(element("p:grpSp", said_so, element("p:grpSpPr", place), *inner), box)

    def _shape(
        self,
        said: Said,
        box: Box,
        looks: Sequence[Element],
        words: Sequence[Element] = (),
        id: int | None = None,
        rotation: float = 0.0,
    ) -> Shape:
        is_text = {"txBox": 1} if words and len(looks) == 2 else {}
        said_so = element("p:nvSpPr", self._called(said, id), element("p:cNvSpPr", **is_text), element("p:nvPr"))
        place = self._place(box)
        if rotation:
            place.set("rot", str(round(rotation % 360 * _DEGREE)))
        return Shape(element("p:sp", said_so, element("p:spPr", place, *looks), *words), box)

    def _called(self, said: Said, id: int | None = None) -> Element:
        words = {"descr": fit_line(said.words, _LONGEST_WORDS)} if said.words else {}
        name = fit_line(said.name, _LONGEST_NAME)
        return element("p:cNvPr", id=self.id() if id is None else id, name=name, **words)

    def _place(self, box: Box, **flips: bool) -> Element:
        left, top = round(self._left + box.left * self.scale), round(self._top + box.top * self.scale)
        width, height = round((box.right - box.left) * self.scale), round((box.bottom - box.top) * self.scale)
        offset, extent = element("a:off", x=left, y=top), element("a:ext", cx=width, cy=height)
        return element("a:xfrm", offset, extent, **{flip: 1 for flip, is_so in flips.items() if is_so})
