"""What the texts of a drawn map touch, read off the marks alone: how they were placed is not asked."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box
from mapper.drawing.marks import Align, Circle, Curve, Line, Mark, Move, Path, Picture, Rectangle, Straight, Text
from mapper.drawing.metrics import text_width

ASCENT, DESCENT = 0.73, 0.2
"""From the baseline to the top of a capital and to the bottom of a g, as shares of the size."""

Disc = tuple[float, float, float]
Segment = tuple[float, float, float, float]


@dataclass(frozen=True)
class Label:
    """A name on the map: a box for each of its lines, and the record that it belongs to."""

    id: str
    lines: tuple[Box, ...]

    def meets(self, other: Label) -> bool:
        return any(line.meets(its) for line in self.lines for its in other.lines)


@dataclass(frozen=True)
class Seen:
    """The names of a map and what they could touch."""

    names: tuple[Label, ...]
    words: tuple[Label, ...]
    symbols: tuple[tuple[str, Disc | Box], ...]
    links: tuple[Segment, ...]

    @classmethod
    def of(cls, picture: Picture) -> Seen:
        drawn = {layer.name: layer.drawn for layer in picture.layers}
        links = {each.id for each in (*drawn["links"], *drawn["crossings"])}
        labels = [Label(each.id, tuple(map(_line, _texts(each.marks)))) for each in drawn["labels"]]
        return cls(
            names=tuple(label for label in labels if label.id not in links),
            words=tuple(label for label in labels if label.id in links),
            symbols=tuple((each.id, symbol) for each in drawn["components"] for symbol in _symbols(each.marks)),
            links=tuple(
                (mark.x1, mark.y1, mark.x2, mark.y2)
                for each in (*drawn["links"], *drawn["crossings"])
                for mark in each.marks
                if isinstance(mark, Line)
            ),
        )

    def on_another(self) -> list[str]:
        """Names that touch another name, or words on a link."""
        labels = (*self.names, *self.words)
        return [one.id for one in self.names if any(one is not other and one.meets(other) for other in labels)]

    def on_a_stranger(self) -> list[str]:
        """Names that touch a component that is not theirs."""
        return [
            name.id
            for name in self.names
            if any(id != name.id and any(_touches(line, symbol) for line in name.lines) for id, symbol in self.symbols)
        ]

    def on_a_link(self) -> list[str]:
        return [
            name.id for name in self.names if any(crosses(line, link) for line in name.lines for link in self.links)
        ]

    def beyond(self, frame: Frame) -> list[str]:
        """Names that leave the map."""
        return [
            name.id
            for name in self.names
            for line in name.lines
            if line.left < frame.left or line.right > frame.right or line.top < frame.top or line.bottom > frame.bottom
        ]


def _texts(marks: Iterable[Mark]) -> Iterator[Text]:
    yield from (mark for mark in marks if isinstance(mark, Text))


def _line(text: Text) -> Box:
    """What the letters of a line cover."""
    width = text_width(text.text, text.size, text.weight)
    left = text.x - {Align.START: 0.0, Align.MIDDLE: width / 2, Align.END: width}[text.align]
    return Box(left, text.y - ASCENT * text.size, left + width, text.y + DESCENT * text.size)


def _symbols(marks: Iterable[Mark]) -> Iterator[Disc | Box]:
    for mark in marks:
        if isinstance(mark, Circle):
            yield mark.x, mark.y, mark.radius
        elif isinstance(mark, Rectangle):
            yield Box(mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)
        elif isinstance(mark, Path):
            ends = [step for step in mark.steps if isinstance(step, Move | Straight | Curve)]
            xs, ys = [step.x for step in ends], [step.y for step in ends]
            yield Box(min(xs), min(ys), max(xs), max(ys))


def _touches(line: Box, symbol: Disc | Box) -> bool:
    if isinstance(symbol, Box):
        return line.meets(symbol)
    x, y, radius = symbol
    across = max(line.left - x, 0.0, x - line.right)
    down = max(line.top - y, 0.0, y - line.bottom)
    return math.hypot(across, down) < radius


def crosses(box: Box, segment: Segment) -> bool:
    """Whether any of a straight line lies in a box: what is left of it between each two opposite sides is something."""
    x1, y1, x2, y2 = segment
    first, last = 0.0, 1.0
    for start, way, low, high in ((x1, x2 - x1, box.left, box.right), (y1, y2 - y1, box.top, box.bottom)):
        if way == 0:
            if not low < start < high:
                return False
            continue
        one, other = sorted(((low - start) / way, (high - start) / way))
        first, last = max(first, one), min(last, other)
    return first < last
