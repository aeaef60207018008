"""The numbers of interfaces, which ride on links while the links move."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from mapper.drawing.frame import Frame
from mapper.drawing.layout import InterfaceMark, Point
from mapper.drawing.where import centre
from mapper.model import Document, Id
from mapper.procurement.interfaces import interfaces


@dataclass(frozen=True, slots=True)
class _Rider:
    """A mark, the link that it is on, its share of the way along it, and where the link's ends were."""

    mark: InterfaceMark
    link: Id
    share: float
    ends: tuple[Point, Point]


class Riders:
    """The marks of a layout, made for one document and carried along as others are shown."""

    def __init__(self, marks: tuple[InterfaceMark, ...], document: Document, frame: Frame) -> None:
        self._marks = marks
        self._placed = document, frame
        self._riders: tuple[_Rider, ...] | None = None

    @property
    def links(self) -> set[Id]:
        """The links that a mark is on."""
        return {rider.link for rider in self._mounts}

    def carried(self, document: Document, frame: Frame) -> tuple[InterfaceMark, ...]:
        """The marks, each at its share of the way along its link; those whose link is gone are left out."""
        return tuple(_carried(rider, document, frame) for rider in self._mounts if rider.link in document.links)

    @property
    def _mounts(self) -> tuple[_Rider, ...]:
        if self._riders is None:
            self._riders = tuple(_mounted(self._marks, *self._placed)) if self._marks else ()
        return self._riders


def _mounted(marks: tuple[InterfaceMark, ...], document: Document, frame: Frame) -> Iterable[_Rider]:
    """Each mark on the nearest link of its interface."""
    links = {(interface.source, interface.target): interface.links for interface in interfaces(document)}
    for mark in marks:
        lines = {link: _ends(link, document, frame) for link in links.get((mark.source, mark.target), ())}
        if lines:
            link = min(lines, key=lambda id: _off(mark, lines[id]))
            yield _Rider(mark, link, _share(mark, lines[link]), lines[link])


def _carried(rider: _Rider, document: Document, frame: Frame) -> InterfaceMark:
    ends = _ends(rider.link, document, frame)
    if ends == rider.ends:
        return rider.mark
    (x1, y1), (x2, y2) = ends
    return replace(rider.mark, x=x1 + (x2 - x1) * rider.share, y=y1 + (y2 - y1) * rider.share)


def _ends(link: Id, document: Document, frame: Frame) -> tuple[Point, Point]:
    found, components = document.links[link], document.components
    return centre(components[found.source], document, frame), centre(components[found.target], document, frame)


def _share(mark: InterfaceMark, ends: tuple[Point, Point]) -> float:
    (x1, y1), (x2, y2) = ends
    length = (x2 - x1) ** 2 + (y2 - y1) ** 2
    return ((mark.x - x1) * (x2 - x1) + (mark.y - y1) * (y2 - y1)) / length if length else 0.5


def _off(mark: InterfaceMark, ends: tuple[Point, Point]) -> float:
    (x1, y1), (x2, y2) = ends
    share = min(1.0, max(0.0, _share(mark, ends)))
    return math.hypot(x1 + (x2 - x1) * share - mark.x, y1 + (y2 - y1) * share - mark.y)
