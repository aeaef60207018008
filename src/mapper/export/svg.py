"""A picture as a Scalable Vector Graphics file: text stays text, and nothing in a map can become markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape, quoteattr

from mapper.drawing.marks import (
    Circle,
    Clipped,
    Close,
    Curve,
    Drawn,
    Fill,
    Gradient,
    Hatch,
    Line,
    Mark,
    Move,
    Path,
    Picture,
    Rectangle,
    Step,
    Straight,
    Stroke,
    Text,
)

FAMILY = "Inter, 'Helvetica Neue', Arial, sans-serif"


def svg(picture: Picture) -> bytes:
    """The picture, one unit a pixel, in UTF-8. The same picture always gives the same bytes."""
    writer = _Writer()
    body = "".join(writer.layer(layer.name, layer.drawn) for layer in picture.layers if layer.drawn)
    width, height = _number(picture.width), _number(picture.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
        f' role="img" font-family="{FAMILY}">\n'
    )
    text = f"{head}<title>{escape(picture.title)}</title>\n{writer.definitions()}{body}</svg>\n"
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + text).encode("utf-8")


class _Writer:
    """Writes marks and keeps what they refer to: gradients, hatches and clips, each once."""

    def __init__(self) -> None:
        self._defined: dict[Fill | tuple[Step, ...], tuple[str, str]] = {}

    def definitions(self) -> str:
        return "<defs>\n" + "".join(text for _, text in self._defined.values()) + "</defs>\n"

    def layer(self, name: str, drawn: Sequence[Drawn]) -> str:
        return f'<g id="layer-{name}">\n' + "".join(self._drawn(name, one) for one in drawn) + "</g>\n"

    def _drawn(self, layer: str, drawn: Drawn) -> str:
        id = f' id="{layer}-{_plain_id(drawn.id)}"' if drawn.id else ""
        title = f"<title>{escape(drawn.title)}</title>" if drawn.title else ""
        return f'<g{id} class="{drawn.role}">{title}{self._marks(drawn.marks)}</g>\n'

    def _marks(self, marks: Iterable[Mark]) -> str:
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
                return f'<g clip-path="url(#{self._clip(path)})">{self._marks(marks)}</g>'
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
        if path.steps not in self._defined:
            id = f"clip-{len(self._defined)}"
            shape = f'<path d="{_path(path.steps)}" clip-rule="evenodd"/>'
            self._defined[path.steps] = (id, f'<clipPath id="{id}">{shape}</clipPath>\n')
        return self._defined[path.steps][0]


def _gradient(id: str, gradient: Gradient) -> str:
    stops = "".join(f'<stop offset="{_number(at)}" stop-color="{colour}"/>' for at, colour in gradient.stops)
    return f'<linearGradient id="{id}">{stops}</linearGradient>\n'


def _hatch(id: str, hatch: Hatch) -> str:
    gap, width = _number(hatch.gap), _number(hatch.width)
    return (
        f'<pattern id="{id}" width="{gap}" height="{gap}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="{gap}" height="{gap}" fill="{hatch.ground}"/>'
        f'<rect width="{width}" height="{gap}" fill="{hatch.line}"/></pattern>\n'
    )


def _text(text: Text) -> str:
    place = _attributes(x=text.x, y=text.y)
    if text.rotation:
        place += f' transform="rotate({_number(text.rotation)} {_number(text.x)} {_number(text.y)})"'
    look = f' font-size="{_number(text.size)}" font-weight="{text.weight}" text-anchor="{text.align}"'
    if text.italic:
        look += ' font-style="italic"'
    words = escape(text.text)
    halo = ""
    if text.halo is not None:
        ring = f' fill="{text.halo}" stroke="{text.halo}" stroke-width="{_number(text.halo_width)}"'
        halo = f'<text{place}{look}{ring} stroke-linejoin="round" aria-hidden="true">{words}</text>'
    if text.colour is None:
        return halo
    return f'{halo}<text{place}{look} fill="{text.colour}">{words}</text>'


def _stroke(stroke: Stroke | None) -> str:
    if stroke is None:
        return ""
    dash = f' stroke-dasharray="{" ".join(map(_number, stroke.dash))}"' if stroke.dash else ""
    cap = ' stroke-linecap="round"' if stroke.cap == "round" else ""
    return f' stroke="{stroke.colour}" stroke-width="{_number(stroke.width)}"{dash}{cap}'


def _path(steps: Iterable[Step]) -> str:
    return "".join(map(_step, steps))


def _step(step: Step) -> str:
    match step:
        case Move(x, y):
            return f"M{_number(x)} {_number(y)}"
        case Straight(x, y):
            return f"L{_number(x)} {_number(y)}"
        case Curve(cx, cy, x, y):
            return f"Q{_number(cx)} {_number(cy)} {_number(x)} {_number(y)}"
        case Close():
            return "Z"


def _attributes(**values: float) -> str:
    return "".join(f" {name}={quoteattr(_number(value))}" for name, value in values.items())


def _number(value: float) -> str:
    """To a hundredth of a unit, without needless zeros."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _plain_id(id: str) -> str:
    """A stranger's id as an XML name; two different ids never become the same."""
    return "".join(
        character if character.isascii() and (character.isalnum() or character == "-") else f"_{ord(character):x}_"
        for character in id
    )
