"""Marks as elements of Scalable Vector Graphics: text stays text, and nothing in a map can become markup."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from mapper.drawing.marks import (
    Circle,
    Clipped,
    Close,
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


class MarkWriter:
    """Writes marks and keeps what they refer to: gradients, hatches and clips, each once."""

    def __init__(self) -> None:
        self._defined: dict[Fill | tuple[Step, ...], tuple[str, str]] = {}
        self._clips: dict[int, tuple[tuple[Step, ...], str]] = {}

    def definitions(self) -> str:
        return "<defs>\n" + "".join(text for _, text in self._defined.values()) + "</defs>\n"

    def marks(self, marks: Iterable[Mark]) -> str:
        return "".join(self._mark(mark) for mark in marks)

    def _mark(self, mark: Mark) -> str:
        match mark:
            case Line(x1, y1, x2, y2, stroke):
                ends = _attributes(x1=x1, y1=y1, x2=x2, y2=y2)
                return f"<line{ends}{_stroke(stroke)}/>"
            case Circle(x, y, radius, fill, stroke):
                return f"<circle{_attributes(cx=x, cy=y, r=radius)}{self._fill(fill)}{_stroke(stroke)}/>"
            case Rectangle(x, y, width, height, radius, fill, stroke):
                sides = _attributes(x=x, y=y, width=width, height=height) + (_attributes(rx=radius) if radius else "")
                return f"<rect{sides}{self._fill(fill)}{_stroke(stroke)}/>"
            case Path(steps, fill, stroke):
                rule = ' fill-rule="evenodd"' if fill is not None else ""
                return f'<path d="{_path(steps)}"{self._fill(fill)}{rule}{_stroke(stroke)}/>'
            case Clipped(path, marks):
                return f'<g clip-path="url(#{self._clip(path)})">{self.marks(marks)}</g>'
            case Text():
                return _text(mark)

    def _fill(self, fill: Fill | None) -> str:
        if fill is None:
            return ' fill="none"'
        if isinstance(fill, str):
            return f' fill="{fill}"'
        if fill not in self._defined:
            id = f"fill-{len(self._defined)}"
            self._defined[fill] = (id, _hatch(id, fill) if isinstance(fill, Hatch) else _gradient(id, fill))
        return f' fill="url(#{self._defined[fill][0]})"'

    def _clip(self, path: Path) -> str:
        # An outline clips all that is in it, and has so many steps that comparing them each time would take longest.
        known = self._clips.get(id(path.steps))
        if known is None:
            self._clips[id(path.steps)] = known = (path.steps, self._clip_of(path.steps))
        return known[1]

    def _clip_of(self, steps: tuple[Step, ...]) -> str:
        if steps not in self._defined:
            id = f"clip-{len(self._defined)}"
            shape = f'<path d="{_path(steps)}" clip-rule="evenodd"/>'
            self._defined[steps] = (id, f'<clipPath id="{id}">{shape}</clipPath>\n')
        return self._defined[steps][0]


def _gradient(id: str, gradient: Gradient) -> str:
    stops = "".join(f'<stop offset="{number(at)}" stop-color="{colour}"/>' for at, colour in gradient.stops)
    return f'<linearGradient id="{id}">{stops}</linearGradient>\n'


def _hatch(id: str, hatch: Hatch) -> str:
    gap, width = number(hatch.gap), number(hatch.width)
    return (
        f'<pattern id="{id}" width="{gap}" height="{gap}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="{gap}" height="{gap}" fill="{hatch.ground}"/>'
        f'<rect width="{width}" height="{gap}" fill="{hatch.line}"/></pattern>\n'
    )


def _text(text: Text) -> str:
    place = _attributes(x=text.x, y=text.y)
    if text.rotation:
        place += f' transform="rotate({number(text.rotation)} {number(text.x)} {number(text.y)})"'
    look = f' font-size="{number(text.size)}" font-weight="{text.weight}" text-anchor="{text.align}"'
    if text.italic:
        look += ' font-style="italic"'
    words = escape(text.text)
    halo = ""
    if text.halo is not None:
        ring = f' fill="{text.halo}" stroke="{text.halo}" stroke-width="{number(text.halo_width)}"'
        halo = f'<text{place}{look}{ring} stroke-linejoin="round" aria-hidden="true">{words}</text>'
    if text.colour is None:
        return halo
    return f'{halo}<text{place}{look} fill="{text.colour}">{words}</text>'


def _stroke(stroke: Stroke | None) -> str:
    if stroke is None:
        return ""
    dash = f' stroke-dasharray="{" ".join(map(number, stroke.dash))}"' if stroke.dash else ""
    cap = ' stroke-linecap="round"' if stroke.cap == "round" else ""
    return f' stroke="{stroke.colour}" stroke-width="{number(stroke.width)}"{dash}{cap}'


def _path(steps: Iterable[Step]) -> str:
    return "".join(map(_step, steps))


def _step(step: Step) -> str:
    match step:
        case Move(x, y):
            return f"M{number(x)} {number(y)}"
        case Straight(x, y):
            return f"L{number(x)} {number(y)}"
        case Curve(cx, cy, x, y):
            return f"Q{number(cx)} {number(cy)} {number(x)} {number(y)}"
        case Close():
            return "Z"


def _attributes(**values: float) -> str:
    return "".join(f" {name}={quoteattr(number(value))}" for name, value in values.items())


def number(value: float) -> str:
    """To a hundredth of a unit, without needless zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
