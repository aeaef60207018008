"""P1: the map as a PDF, from its marks to the file's bytes."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator, Mapping

from bench.maps import synthetic
from bench.measure import Row, in_turn
from mapper.drawing.draw import Scene, picture
from mapper.drawing.frame import Frame
from mapper.drawing.marks import Circle, Close, Curve, Line, Move, Path, Picture, Straight, Text
from mapper.drawing.place import first_layout
from mapper.drawing.themes import WARDLEY
from mapper.export.pdf.press import Press
from mapper.export.pdf.sheet import Sheet
from mapper.export.pdf.surface import Surface

SIZES = ((5_000, 2.5), (500, 4.0), (50, 12.0))


def rows() -> Iterator[Row]:
    for size, target in SIZES:
        document = synthetic(size)
        frame = Frame.of(document)
        shown = picture(Scene(document, frame, WARDLEY, first_layout(document, frame)))
        cost = in_turn({"pdf": _ours(shown), "operators": _by_hand(shown)})
        measure = f"PDF of a map of {size:,}"
        yield Row("P1", measure, "hand-written operators + zlib", cost["pdf"], cost["operators"], target)


def _ours(shown: Picture) -> Callable[[], bytes]:
    def make() -> bytes:
        press = Press()
        surface = Surface(press.fonts, press.shade)
        surface.draw(shown.marks())
        sheet = Sheet(1, shown.width, shown.height, press.fonts)
        sheet.operators.extend(surface.operators)
        return press.print([sheet])

    return make


def _by_hand(shown: Picture) -> Callable[[], bytes]:
    marks = [mark for mark in shown.marks() if type(mark) in _WRITERS]

    def make() -> bytes:
        return zlib.compress("\n".join([_WRITERS[type(mark)](mark) for mark in marks]).encode("latin-1", "replace"))

    return make


# The least that a PDF needs for a mark: its geometry, without colours, fonts or checks.


def _line(line: Line) -> str:
    return f"{line.x1:.2f} {line.y1:.2f} m {line.x2:.2f} {line.y2:.2f} l S"


def _circle(circle: Circle) -> str:
    x, y, r, k = circle.x, circle.y, circle.radius, circle.radius * 0.5523
    return (
        f"{x + r:.2f} {y:.2f} m {x + r:.2f} {y + k:.2f} {x + k:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c "
        f"{x - k:.2f} {y + r:.2f} {x - r:.2f} {y + k:.2f} {x - r:.2f} {y:.2f} c "
        f"{x - r:.2f} {y - k:.2f} {x - k:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c "
        f"{x + k:.2f} {y - r:.2f} {x + r:.2f} {y - k:.2f} {x + r:.2f} {y:.2f} c B"
    )


def _text(text: Text) -> str:
    return f"BT {text.x:.2f} {text.y:.2f} Td ({text.text}) Tj ET"


def _path(path: Path) -> str:
    return " ".join(_STEPS[type(step)](step) for step in path.steps) + " B"


_STEPS: Mapping[type, Callable[..., str]] = {
    Move: lambda step: f"{step.x:.2f} {step.y:.2f} m",
    Straight: lambda step: f"{step.x:.2f} {step.y:.2f} l",
    Curve: lambda step: f"{step.cx:.2f} {step.cy:.2f} {step.x:.2f} {step.y:.2f} v",
    Close: lambda _: "h",
}
_WRITERS: Mapping[type, Callable[..., str]] = {Line: _line, Circle: _circle, Text: _text, Path: _path}
