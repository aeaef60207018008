"""C: painting, dragging, panning, zooming and pointing on the canvas, through the events that a hand makes."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from unittest.mock import patch

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication

from bench.maps import hub, synthetic
from bench.measure import Row, in_turn, often
from bench.stage import HEIGHT, WIDTH, Stage
from mapper.editor import Pointer
from mapper.editor.hit import hit
from mapper.model import Id
from mapper.ui.canvas.follower import Follower

FRAMES = 11
RAW = "raw full repaint"
LOOKS = ("at work", "fitted")


def rows() -> Iterator[Row]:
    application = QApplication([])
    with patch.object(Follower, "painted"):  # from then on a thread would lay the map out well, and be measured too
        yield from _all_rows()
    del application


def _all_rows() -> Iterator[Row]:
    small, middle, large = (Stage(synthetic(size)) for size in (50, 5_000, 10_000))
    for stage in (Stage(synthetic(500)), middle, large):
        yield from _repaints(stage)
    yield from _drags(middle)
    yield _drag_of_large_and_small(large, small)
    yield from _pan_and_zoom(large)
    yield _pointing(large, small)
    yield _live_outline()


def _size(stage: Stage) -> str:
    return f"{len(stage.session.document.components):,}"


def _look(stage: Stage, place: str) -> None:
    if place == "fitted":
        stage.fit()
    else:
        stage.work_at(hub(stage.session.document))


def _repaints(stage: Stage) -> Iterator[Row]:
    for place in LOOKS:
        _look(stage, place)
        cost = in_turn({"canvas": stage.repaint, "raw": stage.raw().paint})
        yield Row("C1", f"full repaint of {_size(stage)}, {place}", RAW, cost["canvas"], cost["raw"], 1.5)


def _drags(stage: Stage) -> Iterator[Row]:
    document = stage.session.document
    one = hub(document)
    many = _nearest(stage, one, 500)
    for place in LOOKS:
        for id, what, also, target in (("C2", "one", [], 0.15), ("C4", "500", many, 1.2)):
            _look(stage, place)
            raw = stage.raw()
            cost = in_turn({"drag": stage.dragging(one, also), "raw": raw.paint}, FRAMES)
            stage.let_go()
            yield Row(id, f"drag {what} of {_size(stage)}, {place}", RAW, cost["drag"], cost["raw"], target)


def _drag_of_large_and_small(large: Stage, small: Stage) -> Row:
    cases: dict[str, Callable[[], None]] = {}
    for name, stage in (("large", large), ("small", small)):
        one = hub(stage.session.document)
        stage.work_at(one)
        cases[name] = stage.dragging(one)
    cost = in_turn(cases, FRAMES)
    large.let_go()
    small.let_go()
    return Row("C3", f"drag one of {_size(large)}", f"drag one of {_size(small)}", cost["large"], cost["small"], 3)


def _pan_and_zoom(stage: Stage) -> Iterator[Row]:
    stage.work_at(hub(stage.session.document))
    raw = stage.raw()
    cost = in_turn({"raw": raw.paint, "pan": stage.panning()}, FRAMES)
    stage.let_go()
    yield Row("C5", f"pan {_size(stage)}", RAW, cost["pan"], cost["raw"], 1.3)
    cost = in_turn({"raw": raw.paint, "zoom": stage.zooming()}, FRAMES)
    yield Row("C5", f"zoom {_size(stage)}, until seen", RAW, cost["zoom"], cost["raw"], 0.1)


def _pointing(large: Stage, small: Stage) -> Row:
    cost = in_turn({"large": _pointing_at(large), "small": _pointing_at(small)})
    what = f"100 hit tests at {_size(large)}"
    return Row("C5", what, f"at {_size(small)}", cost["large"], cost["small"], 12)


def _pointing_at(stage: Stage) -> Callable[[], None]:
    frame, chance = stage.session.frame, random.Random(3)
    places = (Pointer(chance.random() * frame.width, chance.random() * frame.height) for _ in iter(int, 1))
    return often(100, lambda: hit(stage.session, next(places)))


def _live_outline() -> Row:
    """The frame of a drag that bends an outline, against one that bends none and the painting of an outline."""
    stage = Stage(synthetic(500, members=10))
    document = stage.session.document
    contract = next(iter(document.contracts.values()))
    members = {member for each in document.contracts.values() for member in each.members}
    member = contract.members[0]
    free = max(document.components.keys() - members, key=lambda id: (_distance(stage, id, member), id))
    stage.work_at(member)
    live = in_turn({"live": stage.dragging(member), "outline": _paint_outline(stage, contract.id)}, FRAMES)
    stage.let_go()
    stage.work_at(free)
    plain = in_turn({"plain": stage.dragging(free)}, FRAMES)
    stage.let_go()
    floor = plain["plain"] + live["outline"]
    return Row("C6", "drag with the live outline of 10 members", "drag + painting the outline", live["live"], floor, 5)


def _paint_outline(stage: Stage, contract: Id) -> Callable[[], None]:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32_Premultiplied)
    points = QPolygonF([QPointF(x, y) for x, y in stage.session.layout.outlines[contract].rings[0]])

    def paint() -> None:
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#2a62b8"), 2.5))
        painter.setBrush(QBrush(QColor("#dfe8f5")))
        painter.drawPolygon(points)
        painter.end()

    return paint


def _nearest(stage: Stage, to: Id, number: int) -> list[Id]:
    return sorted(stage.session.document.components, key=lambda id: (_distance(stage, id, to), id))[:number]


def _distance(stage: Stage, one: Id, other: Id) -> float:
    document, frame = stage.session.document, stage.session.frame
    a, b = document.components[one], document.components[other]
    across = (a.evolution - b.evolution) * frame.plot_width
    return math.hypot(across, (a.visibility - b.visibility) * frame.plot_height)
