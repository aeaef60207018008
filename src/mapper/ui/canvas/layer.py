"""The picture of the map that the widget shows: painted once, mended where something changed, scrolled by panning."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap, QRegion

from mapper.drawing.layout import Box
from mapper.ui.canvas.items import Item, paint_items
from mapper.ui.canvas.scenery import Scenery
from mapper.ui.canvas.stamps import Stamps
from mapper.ui.canvas.view import View

MOST_BOXES = 40
"""Beyond so many boxes it costs less to mend all that lies between them than to tell them apart."""


def rectangles(region: QRegion) -> list[QRect]:
    return list(region)  # type: ignore[call-overload, no-any-return]  # PySide6's stubs do not say that regions can be iterated


class MapLayer:
    """A pixmap as large as the widget. `surround` is the colour beside the page."""

    def __init__(self, surround: str) -> None:
        self.surround = surround
        self.view = View()
        self._pixmap = QPixmap()
        self._size = QSize()
        self._stamps = Stamps(1.0, 1.0)
        self._stale = QRegion()

    @property
    def stamps(self) -> Stamps:
        return self._stamps

    def show(self, view: View, size: QSize, ratio: float) -> None:
        """Show another part of the map, or another size of it: everything is painted anew when next asked for."""
        if (view.scale, ratio) != (self._stamps.scale, self._stamps.ratio):
            self._stamps = Stamps(view.scale, ratio)
        if size != self._size or ratio != self._pixmap.devicePixelRatio() or self._pixmap.isNull():
            self._pixmap = QPixmap(math.ceil(size.width() * ratio), math.ceil(size.height() * ratio))
            self._pixmap.setDevicePixelRatio(ratio)
            self._size = QSize(size)
        self.view = view
        self.damage_all()

    def damage_all(self) -> None:
        self._stale = QRegion(self._everything)

    @property
    def _everything(self) -> QRect:
        return QRect(0, 0, self._size.width(), self._size.height())

    def damage(self, boxes: Iterable[Box]) -> QRegion:
        """What lies in these boxes of the page has changed; answers with the pixels that will be painted anew."""
        everything, region, around = self._everything, QRegion(), QRect()
        touched = [self.view.rectangle(box) & everything for box in boxes]
        for rectangle in touched:
            around |= rectangle
            if len(touched) <= MOST_BOXES:
                region += rectangle
        if len(touched) > MOST_BOXES:
            region = QRegion(around)
        self._stale += region
        return region

    def pan(self, view: View) -> None:
        """Show the map shifted by whole pixels: what stays in sight is scrolled, the rest painted."""
        ratio, everything = self._stamps.ratio, self._everything
        right, down = round(view.right - self.view.right), round(view.down - self.view.down)
        kept = everything & everything.translated(right, down)
        self.view = view
        if kept.isEmpty() or ratio != int(ratio):
            self.damage_all()
            return
        self._pixmap.scroll(round(right * ratio), round(down * ratio), self._pixmap.rect())
        self._stale = (self._stale.translated(right, down) & everything) + (QRegion(everything) - QRegion(kept))

    def paint(self, painter: QPainter, scenery: Scenery) -> None:
        """Mend what is stale and put the map on the widget."""
        if not self._stale.isEmpty():
            self._mend(scenery)
        painter.drawPixmap(0, 0, self._pixmap)

    def paint_stretched(self, painter: QPainter, view: View) -> None:
        """Put the map on the widget as another view will show it: at once, but not sharp."""
        grown = view.scale / self.view.scale
        corner = QPointF(view.right - self.view.right * grown, view.down - self.view.down * grown)
        target = QRectF(corner, QRectF(self._everything).size() * grown)
        for rectangle in rectangles(QRegion(self._everything) - QRegion(_inside(target))):
            painter.fillRect(rectangle, QColor(self.surround))
        painter.drawPixmap(target, self._pixmap, QRectF(self._pixmap.rect()))

    def _mend(self, scenery: Scenery) -> None:
        region, self._stale = self._stale, QRegion()
        view, stamps = self.view, self._stamps
        around = view.box(region.boundingRect())
        ground, is_rectangle = scenery.ground, region.rectCount() == 1
        is_whole = around.holds(ground.left, ground.top) and around.holds(ground.right, ground.bottom)

        def is_seen(box: Box) -> bool:
            return box.meets(around) and region.intersects(view.rectangle(box))

        def is_worth_it(item: Item) -> bool:
            return item.box.meets(around) if is_rectangle else item.is_worth_painting(is_seen)

        with QPainter(self._pixmap) as painter:
            if is_rectangle:
                painter.setClipRect(region.boundingRect())
            else:
                painter.setClipRegion(region)
            if not view.rectangle(ground).adjusted(2, 2, -2, -2).contains(region.boundingRect()):
                painter.fillRect(region.boundingRect(), QColor(self.surround))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setTransform(view.transform)
            for found in scenery.at([view.box(rectangle) for rectangle in rectangles(region)]):
                seen = (item for item in found if not item.is_costly or is_worth_it(item))
                paint_items(painter, found if is_whole and is_rectangle else seen, stamps)


def _inside(area: QRectF) -> QRect:
    """The whole pixels within an area."""
    left, top = math.ceil(area.left()), math.ceil(area.top())
    return QRect(left, top, math.floor(area.right()) - left, math.floor(area.bottom()) - top)
