"""The page itself: ground, stage lines, axes and their words."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box
from mapper.drawing.marks import Align, Close, Curve, Drawn, Line, Mark, Move, Path, Rectangle, Step, Straight, Text
from mapper.drawing.metrics import text_width
from mapper.drawing.scene import Scene
from mapper.drawing.strokes import pen
from mapper.drawing.where import centre
from mapper.drawing.wrap import ways_to_wrap
from mapper.model import Document

_CORNER = 10.0
_AXIS = 2.6
_TAIL = 34.0
"""Stage lines run so far below the axis, past the names of the stages."""
_STAGE_SIZE, _SMALLEST = 15.0, 9.0
CORNER_SIZE = 14.0
ABOVE = 12.0
"""So far above the plot stand the words that have no room in it."""
_AXIS_SIZE = 15.0
_SYMBOL = 12.0


def ground(scene: Scene) -> Drawn:
    """Page and plot."""
    frame, theme = scene.frame, scene.theme
    height = scene.layout.page_height or frame.height
    plot = (
        Move(frame.left, frame.top),
        Straight(frame.right - _CORNER, frame.top),
        Curve(frame.right, frame.top, frame.right, frame.top + _CORNER),
        Straight(frame.right, frame.bottom - _CORNER),
        Curve(frame.right, frame.bottom, frame.right - _CORNER, frame.bottom),
        Straight(frame.left, frame.bottom),
        Close(),
    )
    page = Rectangle(0, 0, frame.width, height, 0, theme.page)
    return Drawn("", "ground", "", (page, Path(plot, theme.ends_gradient())))


def stage_lines(scene: Scene) -> Drawn:
    """Dashed lines where one stage ends and the next begins, on a map that shows its evolution."""
    if scene.document.look.hides_evolution:
        return Drawn("", "stages", "", ())
    frame = scene.frame
    line = pen(scene.theme.stage, 1.1, (2.0, 5.0))
    xs = [frame.x(evolution) for evolution in scene.document.stages.lines]
    return Drawn("", "stages", "", tuple(Line(x, frame.top, x, frame.bottom + _TAIL, line) for x in xs))


def axes(scene: Scene) -> Drawn:
    """The axes that the map shows, with their arrow heads and every word that stands at them."""
    look = scene.document.look
    marks = [*_arrows(scene)]
    if not look.hides_evolution:
        marks += [*_stage_names(scene), *_words_of_evolution(scene)]
    if not look.hides_value_chain:
        marks += _words_of_value_chain(scene)
    return Drawn("", "axes", "", tuple(marks))


def _arrows(scene: Scene) -> Iterator[Mark]:
    """A line along each axis that is shown, in one stroke round the corner where both are."""
    frame, colour, look = scene.frame, scene.theme.axis, scene.document.look
    left, top, right, bottom = frame.left, frame.top, frame.right, frame.bottom
    line: list[Step] = []
    heads: list[Step] = []
    if not look.hides_evolution:
        line += [Move(right + 14, bottom), Straight(left, bottom)]
        heads += [
            Move(right + 24, bottom),
            Straight(right + 11, bottom - 6.5),
            Straight(right + 11, bottom + 6.5),
            Close(),
        ]
    if not look.hides_value_chain:
        line += [Straight(left, top - 14)] if line else [Move(left, bottom), Straight(left, top - 14)]
        heads += [Move(left, top - 24), Straight(left - 6.5, top - 11), Straight(left + 6.5, top - 11), Close()]
    if line:
        yield Path(tuple(line), None, pen(colour, _AXIS))
        yield Path(tuple(heads), colour)


def _stage_names(scene: Scene) -> Iterator[Text]:
    """Each below its stage; a long one is set smaller."""
    frame = scene.frame
    starts = [frame.left, *(frame.x(line) for line in scene.document.stages.lines)]
    ends = [*starts[1:], frame.right - text_width("Evolution", _AXIS_SIZE, 700) - 12]
    for name, start, end in zip(scene.document.stages.names, starts, ends, strict=True):
        size = _fitting(name, _STAGE_SIZE, 500, end - start - 14)
        yield Text(start + 8, frame.bottom + 25, name, size, scene.theme.soft, 500, italic=True)


def _fitting(words: str, size: float, weight: int, room: float) -> float:
    """The size at which a text fits, no smaller than can be read."""
    return max(_SMALLEST, min(size, size * room / max(1.0, text_width(words, size, weight))))


def _words_of_value_chain(scene: Scene) -> Iterator[Text]:
    frame, look, ink, soft = scene.frame, scene.document.look, scene.theme.ink, scene.theme.soft
    for name, y, colour, weight, align in (
        (look.bottom or "Invisible", frame.bottom, soft, 500, Align.START),
        (look.value_chain or "Value chain", (frame.top + frame.bottom) / 2, ink, 700, Align.MIDDLE),
        (look.top or "Visible", frame.top, soft, 500, Align.END),
    ):
        words = ways_to_wrap(name, _AXIS_SIZE, weight, most=1)[0][0]
        size = _fitting(words, _AXIS_SIZE, weight, frame.plot_height / 3 - 14)
        yield Text(frame.left - 18, y, words, size, colour, weight, align, rotation=-90)


def _words_of_evolution(scene: Scene) -> Iterator[Text]:
    frame, ink, soft = scene.frame, scene.theme.ink, scene.theme.soft
    yield Text(frame.right + 8, frame.bottom + 25, "Evolution", _AXIS_SIZE, ink, 700, Align.END)
    y = frame.top + 24 if corners_are_free(scene.document, frame) else frame.top - ABOVE
    yield Text(frame.left + 14, y, "Uncharted", CORNER_SIZE, soft, 700)
    yield Text(frame.right - 14, y, "Industrialised", CORNER_SIZE, soft, 700, Align.END)


def corners(frame: Frame) -> tuple[Box, Box]:
    """The room that the words in the plot's upper corners take."""
    first, last = (text_width(word, CORNER_SIZE, 700) for word in ("Uncharted", "Industrialised"))
    top, bottom = frame.top + 8, frame.top + 30
    return (
        Box(frame.left + 10, top, frame.left + 18 + first, bottom),
        Box(frame.right - 18 - last, top, frame.right - 10, bottom),
    )


def corners_are_free(document: Document, frame: Frame) -> bool:
    """Whether no symbol stands on the words in the corners; else they move up, out of the plot."""
    return not any(
        Box(x - _SYMBOL, y - _SYMBOL, x + _SYMBOL, y + _SYMBOL).meets(corner)
        for corner in corners(frame)
        for x, y in (centre(component, document, frame) for component in document.components.values())
    )
