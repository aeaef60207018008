"""What is shown over the map and is no part of it: what is selected, hovered over, being drawn, and the readout.

Everything here is in pixels of the widget, so that it is as fine at any zoom.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF

from mapper.drawing.attitudes import CORNER
from mapper.drawing.glyphs import glyph
from mapper.drawing.layout import Layout
from mapper.drawing.marks import Stroke, Text
from mapper.drawing.movements import GHOST
from mapper.drawing.remarks import NUMBER_RADIUS, note_place
from mapper.drawing.theme import Theme
from mapper.drawing.where import arrow_box, attitude_box, centre
from mapper.editor import Session
from mapper.editor.hit import LEAST, RIM, Hit
from mapper.editor.tools.base import Trace
from mapper.edits import is_locked
from mapper.model import Component, Id, Note
from mapper.ui.canvas.aids import Aids, rims
from mapper.ui.canvas.items import DiscItem, Item, LineItem, PathItem, TextItem
from mapper.ui.canvas.painter import path_of
from mapper.ui.canvas.styles import Style, style_of
from mapper.ui.canvas.view import View

RING, NEAREST_RING = 4.5, 2.5
"""How far outside a symbol the ring of the selection lies, and how far at least on a map seen from afar, where names
stand close to their symbols."""
CASING, LEAST_CASING = 5.0, 3.0
"""How wide the ring is with what sets it off, and how wide where the name leaves no more room beside the symbol."""
READOUT_SIZE = 12.5


class Overlay:
    """Answers with what is to be painted over the map as it stands."""

    def __init__(self, session: Session, theme: Theme) -> None:
        self.session = session
        self.theme = theme
        self.view = View()
        self.layout = Layout()
        self.carried: frozenset[Id] = frozenset()

    def items(self, hover: Hit | None, readout: str, pointer: QPointF, room: QRectF) -> list[Item]:
        """Back to front. The readout stands beside the pointer, within `room`."""
        found = self.rings(self.session.selection - self.carried)
        if hover is not None and hover.part != "area" and hover.id not in self.session.selection:
            found += self._outlined(hover.id, self._style(1.5, 0xB0))
        if hover is not None and hover.id in self.session.document.components:
            found += self._handles(self.session.document.components[hover.id], hover)
        if hover is not None and hover.id in self.session.document.notes:
            found += self._sides(self.session.document.notes[hover.id], hover)
        found += Aids(self.session, self.theme, self.view).items(hover)
        trace = self.session.tool.trace
        if trace is not None and len(trace.points) > 1:
            found += self._trace(trace)
        if readout:
            found += self._readout(readout, pointer, room)
        return found

    def bands(self, ids: Iterable[Id]) -> list[Item]:
        """What lets these stand out that were found."""
        style = self._style(9.0, 0x70)
        return [item for id in sorted(ids) for item in self._outlined(id, style)]

    def rings(self, ids: Iterable[Id]) -> list[Item]:
        """What shows that these are selected."""
        return [item for id in sorted(ids) for item in self._selected(id)]

    def _style(self, width: float, opacity: int = 0xFF) -> Style:
        return style_of(None, Stroke(_see_through(self.theme.accent, opacity), width))

    def _selected(self, id: Id) -> Iterator[Item]:
        """A ring in the accent's colour on one in the ground's, so that it is seen on any fill."""
        if id in self.session.document.contracts:
            yield from self._outlined(id, self._style(10.0, 0x59))
            title = self.layout.titles.get(id)
            if title is not None:
                yield PathItem(self._style(2.0), _round(self.view.area(title.box), 5))
            return
        component = self.session.document.components.get(id)
        wide = self._wide(component) if component is not None else CASING
        rings = [*self._outlined(id, self._style(wide / 2))]
        yield from self._outlined(id, style_of(None, Stroke(self.theme.casing, wide)))
        yield from rings
        if is_locked(self.session.document, id):
            yield from Aids(self.session, self.theme, self.view).lock(_corner(rings))

    def _outlined(self, id: Id, style: Style) -> Iterator[Item]:
        """A record's own shape, drawn round it."""
        document, frame, view = self.session.document, self.session.frame, self.view
        if component := document.components.get(id):
            gap = max(0.0, min(self._gap, self._room(component) - self._wide(component) / 2))
            yield DiscItem(style, self._middle(component), self._radius(component) + gap)
            if component.evolve is not None:
                ghost = view.to_screen(frame.x(component.evolve.evolution), centre(component, document, frame)[1])
                yield DiscItem(style, ghost, GHOST * view.scale + self._gap)
        elif link := document.links.get(id):
            yield from self._along(document.components[link.source], document.components[link.target], style)
        elif note := document.notes.get(id):
            yield PathItem(style, _round(view.area(note_place(note, frame).box), 4))
        elif annotation := document.annotations.get(id):
            for at in annotation.positions:
                middle = view.to_screen(frame.x(at.evolution), frame.y(at.visibility))
                yield DiscItem(style, middle, NUMBER_RADIUS * view.scale + self._gap)
        elif accelerator := document.accelerators.get(id):
            yield PathItem(style, _round(view.area(arrow_box(accelerator, frame)), 6, 2.0))
        elif attitude := document.attitudes.get(id):
            yield PathItem(style, _round(view.area(attitude_box(attitude, frame)), CORNER * view.scale, 0.0))
        elif (outline := self.layout.outlines.get(id)) and id in document.contracts:
            yield PathItem(style, view.transform.map(path_of(outline.steps)))

    def _along(self, source: Component, target: Component, style: Style) -> Iterator[Item]:
        """From rim to rim."""
        line = QLineF(self._middle(source), self._middle(target))
        start, end = self._radius(source), line.length() - self._radius(target)
        if start < end:
            length = line.length()
            yield LineItem(style, QLineF(line.pointAt(start / length), line.pointAt(end / length)))

    def _handles(self, component: Component, hover: Hit) -> Iterator[Item]:
        """Four dots on the rim from which links are drawn; full where the pointer would draw one."""
        if hover.part not in ("body", "rim"):
            return
        middle, away = self._middle(component), max(LEAST, self._radius(component)) + RIM
        places = [middle + QPointF(right * away, down * away) for right, down in ((1, 0), (0, 1), (-1, 0), (0, -1))]
        yield from rims(self.theme, places, is_full=hover.part == "rim")

    def _sides(self, note: Note, hover: Hit) -> Iterator[Item]:
        """Dots beside a note from which it is pointed at a component."""
        area = self.view.area(note_place(note, self.session.frame).box).adjusted(-RIM, -RIM, RIM, RIM)
        middle = area.center()
        places = [QPointF(area.left(), middle.y()), QPointF(area.right(), middle.y())]
        places += [QPointF(middle.x(), area.top()), QPointF(middle.x(), area.bottom())]
        yield from rims(self.theme, places, is_full=hover.part == "rim")

    def _trace(self, trace: Trace) -> Iterator[Item]:
        points = [self.view.to_screen(x, y) for x, y in trace.points]
        path = QPainterPath()
        path.addPolygon(QPolygonF(points))
        if trace.style == "link":
            yield PathItem(style_of(None, Stroke(self.theme.casing, 5.0)), path)
            yield PathItem(self._style(2.0), path)
            yield DiscItem(style_of(self.theme.accent, None), points[-1], 4.0)
            return
        path.closeSubpath()
        width = 1.2 if trace.style == "marquee" else 2.2
        yield PathItem(style_of(_see_through(self.theme.accent, 0x1C), Stroke(self.theme.accent, width)), path)

    def _readout(self, words: str, pointer: QPointF, room: QRectF) -> Iterator[Item]:
        """A small label that follows the pointer and stays in sight."""
        text = TextItem(Text(0, 0, words, READOUT_SIZE, self.theme.page, 500))
        width, height = text.style.width(words) + 18, 25.0
        left = max(room.left() + 6, min(pointer.x() + 18, room.right() - width - 6))
        top = pointer.y() + 22 if pointer.y() + 22 + height < room.bottom() else pointer.y() - 22 - height
        yield PathItem(style_of(self.theme.ink, None), _round(QRectF(left, top, width, height), 5, 0))
        yield TextItem(Text(left + 9, top + 17, words, READOUT_SIZE, self.theme.page, 500))

    def _middle(self, component: Component) -> QPointF:
        return self.view.to_screen(*centre(component, self.session.document, self.session.frame))

    @property
    def _gap(self) -> float:
        return max(NEAREST_RING, RING * min(1.0, self.view.scale))

    def _room(self, component: Component) -> float:
        """How far beside the symbol its name begins, which no ring may cover."""
        label = self.layout.labels.get(component.id)
        if label is None or "labels" in self.session.view.hidden:
            return math.inf
        name, middle = self.view.area(label.box), self._middle(component)
        across = max(name.left() - middle.x(), middle.x() - name.right(), 0.0)
        down = max(name.top() - middle.y(), middle.y() - name.bottom(), 0.0)
        return math.hypot(across, down) - self._radius(component)

    def _wide(self, component: Component) -> float:
        """How wide a ring is with what sets it off."""
        return CASING if self._room(component) >= CASING / 2 else LEAST_CASING

    def _radius(self, component: Component) -> float:
        return glyph(component, self.session.document).radius * self.view.scale


def pixels_of(item: Item) -> QRect:
    """All pixels that an item in pixels touches."""
    left, top = math.floor(item.box.left), math.floor(item.box.top)
    return QRect(left, top, math.ceil(item.box.right) + 1 - left, math.ceil(item.box.bottom) + 1 - top)


def _corner(items: list[Item]) -> QPointF:
    """The upper right corner of what these cover."""
    return QPointF(max(item.box.right for item in items), min(item.box.top for item in items))


def _see_through(colour: str, opacity: int) -> str:
    """A colour as Qt writes it with its opacity, 0 to 255."""
    return f"#{opacity:02X}{colour[1:]}"


def _round(area: QRectF, corner: float, beyond: float = 4.0) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(area.adjusted(-beyond, -beyond, beyond, beyond), corner, corner)
    return path
