"""What helps the hand and is no part of the map: guides, handles, the pipeline to be dropped into, locks, the axis."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from mapper.drawing.layout import Box
from mapper.drawing.marks import Stroke
from mapper.drawing.theme import Theme
from mapper.drawing.where import pipeline_box
from mapper.editor import Session
from mapper.editor.handles import AXIS_BOTTOM, area_handles, stage_lines
from mapper.editor.hit import Hit
from mapper.editor.snapping import Guide
from mapper.ui.canvas.items import DiscItem, Item, LineItem, PathItem
from mapper.ui.canvas.styles import Style, style_of
from mapper.ui.canvas.view import View

_HANDLE = 4.0
_BEYOND = 12.0
"""A guide runs so far beyond the outermost centre, in pixels, that it is seen past the symbol."""
_BESIDE, _TICK = 15.0, 4.0
"""Gaps are measured so far above or left of a row, and have ticks so long to both sides, in pixels."""


class Aids:
    """Everything is in pixels of the widget."""

    def __init__(self, session: Session, theme: Theme, view: View) -> None:
        self._session, self._theme, self._view = session, theme, view

    def items(self, hover: Hit | None) -> Iterator[Item]:
        yield from self._pipeline()
        for guide in self._session.tool.guides:
            yield from self._guide(guide)
        for x, y in area_handles(self._session):
            yield PathItem(
                style_of(self._theme.card, Stroke(self._theme.accent, 1.5)),
                _square(self._view.to_screen(x, y), _HANDLE),
            )
        if hover is not None and hover.part == "stage line":
            yield from self._stage(hover.place)

    def lock(self, at: QPointF) -> Iterator[Item]:
        """A padlock, beside what is selected and locked."""
        shackle = QPainterPath()
        shackle.moveTo(at + QPointF(-2.5, 0))
        shackle.lineTo(at + QPointF(-2.5, -2))
        shackle.arcTo(QRectF(at.x() - 2.5, at.y() - 5, 5, 6), 180, -180)
        shackle.lineTo(at + QPointF(2.5, 0))
        body = QPainterPath()
        body.addRoundedRect(QRectF(at.x() - 4.5, at.y() - 0.5, 9, 7), 1.5, 1.5)
        plate = QPainterPath()
        plate.addEllipse(at, 10.0, 10.0)
        yield PathItem(style_of(self._theme.card, Stroke(self._theme.accent, 1.2)), plate)
        yield PathItem(self._line(1.5), shackle)
        yield PathItem(style_of(self._theme.accent, None), body)

    def _line(self, width: float) -> Style:
        return style_of(None, Stroke(self._theme.accent, width))

    def _pipeline(self) -> Iterator[Item]:
        document, lit = self._session.document, self._session.tool.lit
        if lit is not None and lit in document.pipelines:
            area = self._view.area(pipeline_box(document.pipelines[lit], document, self._session.frame))
            path = QPainterPath()
            path.addRoundedRect(area.adjusted(-2, -2, 2, 2), 4, 4)
            yield PathItem(style_of(f"#2E{self._theme.accent[1:]}", Stroke(self._theme.accent, 2.0)), path)

    def _guide(self, guide: Guide) -> Iterator[Item]:
        """A hair's breadth, on whole pixels. A line through centres reaches beyond them; a gap is measured beside them,
        from tick to tick."""
        start, end = _crisp(self._view.to_screen(*guide.start)), _crisp(self._view.to_screen(*guide.end))
        along = QPointF(0, 1) if guide.is_upright else QPointF(1, 0)
        across = QPointF(along.y(), along.x())
        if guide.style == "gap":
            start, end = start - across * _BESIDE + along * 2, end - across * _BESIDE - along * 2
            for at in (start, end):
                yield LineItem(self._line(1.5), QLineF(at - across * _TICK, at + across * _TICK))
            yield LineItem(self._line(1.5), QLineF(start, end))
            return
        reach = along * (_BEYOND if guide.style == "align" else 0.0)
        yield LineItem(self._line(1.0), QLineF(start - reach, end + reach))

    def _stage(self, place: int) -> Iterator[Item]:
        """The end of a stage's line that the pointer would drag."""
        x, axis = stage_lines(self._session)[place], self._session.frame.bottom
        area = self._view.area(Box(x, axis, x, axis + AXIS_BOTTOM))
        yield LineItem(self._line(2.0), QLineF(area.topLeft(), area.bottomLeft()))
        grip = QPainterPath()
        grip.addRoundedRect(QRectF(area.left() - 3.5, area.top() - 7, 7, 14), 3.5, 3.5)
        yield PathItem(style_of(self._theme.card, Stroke(self._theme.accent, 1.5)), grip)


def rims(theme: Theme, places: Iterable[QPointF], *, is_full: bool) -> Iterator[Item]:
    """Dots from which a line can be drawn; full where the pointer would draw one."""
    style = style_of(theme.accent if is_full else theme.card, Stroke(theme.accent, 1.5))
    for place in places:
        yield DiscItem(style, place, 3.5)


def _crisp(point: QPointF) -> QPointF:
    return QPointF(round(point.x() - 0.5) + 0.5, round(point.y() - 0.5) + 0.5)


def _square(middle: QPointF, half: float) -> QPainterPath:
    path = QPainterPath()
    path.addRect(QRectF(middle - QPointF(half, half), middle + QPointF(half, half)))
    return path
