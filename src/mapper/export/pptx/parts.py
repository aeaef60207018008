"""Any marks as shapes: the lines of a text together, and a number in a circle as one."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from mapper.drawing.marks import Align, Circle, Clipped, Line, Mark, Path, Rectangle, Text
from mapper.export.pptx.lettering import Lines, gathered
from mapper.export.pptx.shapes import Said, Shape, Shapes


def parts_of(marks: Sequence[Mark], said: Said, shapes: Shapes) -> Iterator[Shape]:
    """A shape for each mark; texts are called by what they say."""
    place = 0
    while place < len(marks):
        mark = marks[place]
        number = _number_in(mark, marks[place + 1 : place + 2])
        if number is not None and isinstance(mark, Circle):
            yield shapes.oval(mark, said, text=number)
            place += 2
        elif isinstance(mark, Text):
            texts = _texts_from(marks, place)
            yield from texts_of(gathered(texts), shapes)
            place += len(texts)
        else:
            yield from _part(mark, said, shapes)
            place += 1


def texts_of(texts: Iterable[Lines], shapes: Shapes) -> Iterator[Shape]:
    """A text box for each text that says something."""
    for lines in texts:
        if lines.said.strip():
            yield shapes.text(lines, Said(lines.said), lines.first.halo)


def _part(mark: Mark, said: Said, shapes: Shapes) -> Iterator[Shape]:
    match mark:
        case Line():
            yield shapes.connector(mark, said)
        case Circle():
            yield shapes.oval(mark, said)
        case Rectangle():
            yield shapes.rectangle(mark, said)
        case Path():
            yield shapes.freeform(mark, said)
        case Clipped(_, marks):
            yield from parts_of(marks, said, shapes)


def _number_in(mark: Mark, following: Sequence[Mark]) -> Lines | None:
    """The text in the middle of a circle."""
    if not isinstance(mark, Circle) or not following or not isinstance(following[0], Text):
        return None
    text = following[0]
    is_inside = math.hypot(text.x - mark.x, text.y - mark.y) < mark.radius and text.align is Align.MIDDLE
    return Lines(text, (text.text,), 0.0) if is_inside else None


def _texts_from(marks: Sequence[Mark], place: int) -> list[Text]:
    """The texts that follow each other from a place on."""
    texts: list[Text] = []
    for mark in marks[place:]:
        if not isinstance(mark, Text):
            break
        texts.append(mark)
    return texts
