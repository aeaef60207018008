"""Draws marks as PDF operators.

Coordinates stay those of the marks, y down: whoever uses the operators turns them over with one matrix. A state operator
is written only when the state changes: state changes are most of what a large map would otherwise consist of.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence

from mapper.drawing.marks import (
    Align,
    Cap,
    Circle,
    Clipped,
    Close,
    Curve,
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
from mapper.export.pdf.colours import rgb
from mapper.export.pdf.fonts import Face, Fonts

Shade = Callable[[float, float, tuple[tuple[float, str], ...]], str]
"""Registers a gradient from x to x and answers with its name."""
Bounds = tuple[float, float, float, float]

_ROUND = 0.5523
_ALIGNED = {Align.START: 0.0, Align.MIDDLE: 0.5, Align.END: 1.0}


class Surface:
    """Collects operators in `operators`."""

    def __init__(self, fonts: Fonts, shade: Shade) -> None:
        self.operators: list[str] = ["1 j"]
        self._fonts = fonts
        self._shade = shade
        self._stroke: Stroke | None = None
        self._fill = ""
        # A contract's outline is filled, stroked twice and clips the halos of names: it is written out once. The steps
        # are kept with their text, so that no other path can have the same identity.
        self._written: dict[int, tuple[tuple[Step, ...], str]] = {}
        self._drawers: dict[type, Callable[..., None]] = {
            Line: self._line,
            Circle: self._circle,
            Rectangle: self._rectangle,
            Path: self._path,
            Text: self._text,
            Clipped: self._clipped,
        }

    def draw(self, marks: Iterable[Mark]) -> None:
        drawers = self._drawers
        for mark in marks:
            drawers[type(mark)](mark)

    def _line(self, line: Line) -> None:
        self._use_stroke(line.stroke)
        self.operators.append(f"{line.x1:.2f} {line.y1:.2f} m {line.x2:.2f} {line.y2:.2f} l S")

    def _circle(self, circle: Circle) -> None:
        x, y, r = circle.x, circle.y, circle.radius
        k = r * _ROUND
        steps = (
            f"{x + r:.2f} {y:.2f} m {x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
            f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
            f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
            f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c h"
        )
        self._paint(steps, circle)

    def _rectangle(self, mark: Rectangle) -> None:
        left, top, right, bottom = mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
        radius = min(mark.radius, mark.width / 2, mark.height / 2)
        if radius <= 0:
            steps = f"{left:.2f} {top:.2f} {mark.width:.2f} {mark.height:.2f} re"
        else:
            k = radius * (1 - _ROUND)
            steps = (
                f"{left + radius:.2f} {top:.2f} m {right - radius:.2f} {top:.2f} l "
                f"{right - k:.2f} {top:.2f} {right:.2f} {top + k:.2f} {right:.2f} {top + radius:.2f} c "
                f"{right:.2f} {bottom - radius:.2f} l "
                f"{right:.2f} {bottom - k:.2f} {right - k:.2f} {bottom:.2f} {right - radius:.2f} {bottom:.2f} c "
                f"{left + radius:.2f} {bottom:.2f} l "
                f"{left + k:.2f} {bottom:.2f} {left:.2f} {bottom - k:.2f} {left:.2f} {bottom - radius:.2f} c "
                f"{left:.2f} {top + radius:.2f} l "
                f"{left:.2f} {top + k:.2f} {left + k:.2f} {top:.2f} {left + radius:.2f} {top:.2f} c h"
            )
        self._paint(steps, mark)

    def _path(self, path: Path) -> None:
        self._paint(self._steps(path), path)

    def _steps(self, path: Path) -> str:
        written = self._written.get(id(path.steps))
        if written is None:
            written = self._written[id(path.steps)] = (path.steps, _steps(path))
        return written[1]

    def _clipped(self, clipped: Clipped) -> None:
        self._within(self._steps(clipped.path), lambda: self.draw(clipped.marks))

    def _text(self, text: Text) -> None:
        face = Face(text.weight, text.italic, text.family)
        x, y = text.x, text.y
        turn = math.radians(text.rotation)
        cos, sin = math.cos(turn), math.sin(turn)
        if text.align is not Align.START:
            back = self._fonts.width(text.text, text.size, face) * _ALIGNED[text.align]
            x, y = x - back * cos, y - back * sin
        shown = self._fonts.show(text.text, text.size, face)
        matrix = (
            f"1 0 0 -1 {x:.2f} {y:.2f}" if not turn else f"{cos:.4f} {sin:.4f} {sin:.4f} {-cos:.4f} {x:.2f} {y:.2f}"
        )
        if text.halo is not None:
            self._use_stroke(Stroke(text.halo, text.halo_width))
            # The letters stand twice on the page; a reader or a search should meet them once.
            self.operators.append(f"/Span <</ActualText ()>> BDC BT 1 Tr {matrix} Tm {shown} 0 Tr ET EMC")
        if text.colour is not None:
            self._use_fill(text.colour)
            self.operators.append(f"BT {matrix} Tm {shown} ET")

    def _paint(self, steps: str, mark: Circle | Rectangle | Path) -> None:
        fill, stroke = mark.fill, mark.stroke
        if isinstance(fill, Hatch):
            self._within(steps, lambda: self._hatch(fill, _bounds(mark)))
        elif isinstance(fill, Gradient):
            bounds = _bounds(mark)
            name = self._shade(bounds[0], bounds[2], fill.stops)
            self._within(steps, lambda: self.operators.append(f"{name} sh"))
        solid = isinstance(fill, str)
        if isinstance(fill, str):
            self._use_fill(fill)
        if stroke is not None:
            self._use_stroke(stroke)
        if solid or stroke is not None:
            self.operators.append(f"{steps} {'B*' if solid and stroke else 'f*' if solid else 'S'}")

    def _hatch(self, hatch: Hatch, bounds: Bounds) -> None:
        """Lines at 45°, counted from the page's corner, so that neighbouring hatches are in step."""
        left, top, right, bottom = bounds
        self._use_fill(hatch.ground)
        self.operators.append(f"{left:.2f} {top:.2f} {right - left:.2f} {bottom - top:.2f} re f")
        self._use_stroke(Stroke(hatch.line, hatch.width))
        step = hatch.gap * math.sqrt(2)
        first, last = math.floor((left + top) / step), math.ceil((right + bottom) / step)
        lines = (
            f"{place * step - top:.2f} {top:.2f} m {place * step - bottom:.2f} {bottom:.2f} l"
            for place in range(first, last + 1)
        )
        self.operators.append(" ".join((*lines, "S")))

    def _within(self, steps: str, draw: Callable[[], None]) -> None:
        """Draw where a path is, and leave the state as it was."""
        stroke, fill = self._stroke, self._fill
        self.operators.append(f"q {steps} W* n")
        draw()
        self.operators.append("Q")
        self._stroke, self._fill = stroke, fill

    def _use_fill(self, colour: str) -> None:
        if colour != self._fill:
            self.operators.append(f"{rgb(colour)} rg")
            self._fill = colour

    def _use_stroke(self, stroke: Stroke) -> None:
        now = self._stroke
        if stroke is now:
            return
        if now is None or stroke.colour != now.colour:
            self.operators.append(f"{rgb(stroke.colour)} RG")
        if now is None or stroke.width != now.width:
            self.operators.append(f"{stroke.width:g} w")
        if now is None or stroke.dash != now.dash:
            self.operators.append(f"[{' '.join(f'{length:g}' for length in stroke.dash)}] 0 d")
        if now is None or stroke.cap != now.cap:
            self.operators.append("1 J" if stroke.cap is Cap.ROUND else "0 J")
        self._stroke = stroke


def clipped_together(marks: Iterable[Mark]) -> Iterator[Mark]:
    """The same marks, those that one path clips in one go, after those that none clips.

    Halos of names are clipped by contracts' outlines of hundreds of curves: writing each outline once for every name
    that it touches would be most of a large map's file.
    """
    found: dict[int, list[Clipped]] = {}
    for mark in marks:
        if isinstance(mark, Clipped):
            found.setdefault(id(mark.path.steps), []).append(mark)
        else:
            yield mark
    for group in found.values():
        yield Clipped(group[0].path, tuple(mark for clipped in group for mark in clipped.marks))


def _steps(path: Path) -> str:
    """The path's construction. PDF has no quadratic curves: each becomes the cubic that is the same curve.

    Outlines are most of a map's file, and on paper a tenth of a unit is a hundredth of a millimetre.
    """
    parts: list[str] = []
    x = y = 0.0
    for step in path.steps:
        match step:
            case Move():
                parts.append(f"{step.x:.1f} {step.y:.1f} m")
                x, y = step.x, step.y
            case Straight():
                parts.append(f"{step.x:.1f} {step.y:.1f} l")
                x, y = step.x, step.y
            case Curve():
                parts.append(
                    f"{(x + 2 * step.cx) / 3:.1f} {(y + 2 * step.cy) / 3:.1f} "
                    f"{(step.x + 2 * step.cx) / 3:.1f} {(step.y + 2 * step.cy) / 3:.1f} {step.x:.1f} {step.y:.1f} c"
                )
                x, y = step.x, step.y
            case Close():
                parts.append("h")
    return " ".join(parts)


def _bounds(mark: Circle | Rectangle | Path) -> Bounds:
    if isinstance(mark, Circle):
        return mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius
    if isinstance(mark, Rectangle):
        return mark.x, mark.y, mark.x + mark.width, mark.y + mark.height
    points: Sequence[Move | Straight | Curve] = [step for step in mark.steps if not isinstance(step, Close)]
    xs = [step.x for step in points] + [step.cx for step in points if isinstance(step, Curve)]
    ys = [step.y for step in points] + [step.cy for step in points if isinstance(step, Curve)]
    return (min(xs), min(ys), max(xs), max(ys)) if points else (0.0, 0.0, 0.0, 0.0)
