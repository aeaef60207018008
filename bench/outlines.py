"""B: the outline of one contract, with twice as many components round about that do not belong to it."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF

from bench.maps import synthetic
from bench.measure import Row, in_turn
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Point
from mapper.drawing.outline import outlines
from mapper.edits import move
from mapper.model import Document, Id

SIZES = ((10, 3.0), (50, 5.0), (200, 6.0))
PADDING = 28.0


def rows() -> Iterator[Row]:
    for members, target in SIZES:
        document, contract = _scattered(members)
        nudged = _nudged(document, contract)
        painter = _convex_painter(document, contract)

        def outline(shown: Iterator[Document] = nudged, contract: Id = contract) -> None:
            shape = next(shown)
            outlines(shape, Frame.of(shape), [contract])

        cost = in_turn({"outline": outline, "convex": painter})
        measure = f"outline of {members} members among {2 * members} others"
        yield Row("B1", measure, "painting their convex hull", cost["outline"], cost["convex"], target)


def _scattered(members: int) -> tuple[Document, Id]:
    """A map in which one contract holds every third component, here and there within its corner of the map."""
    document = synthetic(3 * members)
    contract = next(iter(document.contracts.values()))
    chosen = random.Random(1).sample(list(document.components), members)
    plan = document.plan
    only = {contract.id: contract.but(members=tuple(chosen))}
    return document.put_plan(plan.but(contracts=only)), contract.id


def _nudged(document: Document, contract: Id) -> Iterator[Document]:
    """Never the same map twice: outlines that were kept must not help."""
    member = document.contracts[contract].members[0]
    for step in itertools.count(1):
        yield move(document, [member], evolution=0.001 * step, visibility=0.001 * step)


def _convex_painter(document: Document, contract: Id) -> _Convex:
    frame = Frame.of(document)
    members = [document.components[id] for id in document.contracts[contract].members]
    return _Convex([(frame.x(c.evolution), frame.y(c.visibility)) for c in members], frame)


class _Convex:
    """Finds the convex hull of some points and paints it."""

    def __init__(self, points: list[Point], frame: Frame) -> None:
        self._points = [(x + dx, y + dy) for x, y in points for dx in (-PADDING, PADDING) for dy in (-PADDING, PADDING)]
        self._image = QImage(int(frame.width), int(frame.height), QImage.Format.Format_ARGB32_Premultiplied)

    def __call__(self) -> None:
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#2a62b8"), 2.5))
        painter.setBrush(QBrush(QColor("#dfe8f5")))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in _hull(self._points)]))
        painter.end()


def _hull(points: list[Point]) -> list[Point]:
    ordered = sorted(points)
    return _half(ordered)[:-1] + _half(ordered[::-1])[:-1]


def _half(ordered: list[Point]) -> list[Point]:
    chain: list[Point] = []
    for x, y in ordered:
        while len(chain) > 1 and _turns_right(chain[-2], chain[-1], (x, y)):
            chain.pop()
        chain.append((x, y))
    return chain


def _turns_right(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0
