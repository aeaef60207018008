"""Marks as shapes of draw.io."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, tostring

from mapper.drawing.layout import Box
from mapper.drawing.marks import (
    Align,
    Cap,
    Circle,
    Clipped,
    Curve,
    Fill,
    Gradient,
    Hatch,
    Line,
    Mark,
    Move,
    Path,
    Rectangle,
    Step,
    Straight,
    Stroke,
    Text,
)
from mapper.drawing.metrics import text_width
from mapper.export.drawio.diagram import Diagram, Style, number

_ALIGNS = {Align.START: "left", Align.MIDDLE: "center", Align.END: "right"}
PLAIN: Style = {"html": 0, "fontFamily": "Helvetica", "spacing": 0}
"""Labels are letters, not markup."""


def filled(fill: Fill | None) -> Style:
    """A fill, a hatch as its ground: draw.io's hatches have none."""
    colour = fill.ground if isinstance(fill, Hatch) else fill.stops[0][1] if isinstance(fill, Gradient) else fill
    return {"fillColor": colour or "none"}


def stroked(stroke: Stroke | None) -> Style:
    if stroke is None:
        return {"strokeColor": "none"}
    look: dict[str, str | float] = {"strokeColor": stroke.colour, "strokeWidth": stroke.width}
    if stroke.dash:
        # Not every program rounds the ends of dashes: they are as long as with them.
        more = stroke.width if stroke.cap is Cap.ROUND else 0.0
        dash = [max(1.0, length + (-more if at % 2 else more)) for at, length in enumerate(stroke.dash)]
        look |= {"dashed": 1, "fixDash": 1, "dashPattern": " ".join(map(number, dash))}
    return look


def lettered(size: float, colour: str, weight: int, *, italic: bool = False, align: Align = Align.START) -> Style:
    """A label that begins at the upper corner of its shape, or ends there, or has its middle there."""
    return {
        **PLAIN,
        "fontSize": size,
        "fontColor": colour,
        "fontStyle": (weight >= 600) + 2 * italic,
        "align": _ALIGNS[align],
        "verticalAlign": "top",
    }


def shaped(mark: Circle | Rectangle | Path) -> tuple[Style, Box]:
    """A mark's style and its box."""
    look = {**filled(mark.fill), **stroked(mark.stroke)}
    match mark:
        case Circle(x, y, radius):
            return {"ellipse": "", "shape": "ellipse", "perimeter": "ellipsePerimeter", **look}, Box(
                x - radius, y - radius, x + radius, y + radius
            )
        case Rectangle(x, y, width, height, radius):
            corner: Style = {"rounded": 1, "absoluteArcSize": 1, "arcSize": 2 * radius} if radius else {"rounded": 0}
            return {**corner, **look}, Box(x, y, x + width, y + height)
        case Path(steps):
            box = _bounds(steps)
            return {"shape": f"stencil({_stencil(steps, box)})", **look}, box


def put_shape(
    diagram: Diagram,
    parent: str,
    id: str,
    facts: Mapping[str, str],
    marks: Sequence[Mark],
    texts: Sequence[Text],
    style: Style | None = None,
) -> None:
    """A record as one shape: its first mark; the others lie on it and go where it goes. `texts` are its label's lines.

    With a `style`, that is how the first mark is drawn.
    """
    first, *others = marks
    assert isinstance(first, Circle | Rectangle | Path)
    look, box = shaped(first)
    label, lettering, moved = labelled(texts, box)
    diagram.shape(parent, {**look, **(style or {}), **lettering}, box, label, id=id, facts=facts, moved=moved)
    put(diagram, id, others, (box.left, box.top))


def labelled(texts: Sequence[Text], box: Box) -> tuple[str, Style, tuple[float, float] | None]:
    """The label that some lines of text are, how it is set, and how far it stands from where a shape has its own."""
    if not texts:
        return "", {**PLAIN, "noLabel": 1}, None
    first = texts[0]
    style = lettered(first.size, first.colour or "", first.weight, italic=first.italic, align=first.align)
    at = {Align.START: box.left, Align.MIDDLE: (box.left + box.right) / 2, Align.END: box.right}[first.align]
    # Its letters stand on a line one unit less than their size below the label's top.
    top = first.y - first.size + 1
    return "\n".join(text.text for text in texts), style, (first.x - at, top - box.top)


def put(diagram: Diagram, parent: str, marks: Iterable[Mark], corner: tuple[float, float] = (0.0, 0.0)) -> None:
    """Every mark as a cell of `parent`, whose upper left corner is given. Halos are left out: draw.io has none."""
    left, top = corner
    for mark in marks:
        match mark:
            case Circle() | Rectangle() | Path():
                style, box = shaped(mark)
                diagram.shape(parent, {**style, **_ASIDE}, _from(box, left, top))
            case Line(x1, y1, x2, y2, stroke):
                ends = (x1 - left, y1 - top), (x2 - left, y2 - top)
                diagram.edge(parent, {"endArrow": "none", **stroked(stroke)}, ends)
            case Text(colour=str()):
                style, box = _worded(mark)
                diagram.shape(parent, style, _from(box, left, top), mark.text)
            case Text() | Clipped():
                pass


_ASIDE: Style = {"connectable": 0, "part": 1}
"""A mark is dragged with what it is part of, and no line is joined to it."""


def _from(box: Box, left: float, top: float) -> Box:
    return Box(box.left - left, box.top - top, box.right - left, box.bottom - top)


def _worded(text: Text) -> tuple[Style, Box]:
    """A text's style and box, turned round the middle of that box."""
    width, height = text_width(text.text, text.size, text.weight), 1.2 * text.size
    across = {Align.START: width / 2, Align.MIDDLE: 0.0, Align.END: -width / 2}[text.align]
    up = 0.35 * text.size
    if text.rotation:
        x, y, turned = text.x - up, text.y - across, {"rotation": text.rotation}
    else:
        x, y, turned = text.x + across, text.y - up, {}
    look = lettered(text.size, text.colour or "", text.weight, italic=text.italic, align=text.align)
    style = {"text": "", **look, **filled(None), **stroked(None), **turned, **_ASIDE}
    return style, Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def _bounds(steps: Iterable[Step]) -> Box:
    points = [(step.x, step.y) for step in steps if isinstance(step, Move | Straight | Curve)]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _stencil(steps: Iterable[Step], box: Box) -> str:
    """A closed shape as draw.io keeps those that users define: percent-encoded XML, deflated, in base64."""
    width, height = number(box.right - box.left), number(box.bottom - box.top)
    shape = Element("shape", w=width, h=height, aspect="variable", strokewidth="inherit")
    path = SubElement(SubElement(shape, "background"), "path")

    def place(x: float, y: float, end: str = "") -> dict[str, str]:
        return {f"x{end}": number(x - box.left), f"y{end}": number(y - box.top)}

    for step in steps:
        match step:
            case Move(x, y):
                SubElement(path, "move", place(x, y))
            case Straight(x, y):
                SubElement(path, "line", place(x, y))
            case Curve(cx, cy, x, y):
                SubElement(path, "quad", {**place(cx, cy, "1"), **place(x, y, "2")})
            case _:
                SubElement(path, "close")
    SubElement(SubElement(shape, "foreground"), "fillstroke")
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = packed.compress(quote(tostring(shape), safe="!~*'()").encode()) + packed.flush()
    return base64.b64encode(data).decode()
