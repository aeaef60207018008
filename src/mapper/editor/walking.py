"""Walking the map by keyboard: from thing to thing as one reads, by direction, and along links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Literal

from mapper.drawing.belonging import pipeline_members, pipeline_under
from mapper.drawing.layout import Layout, Point
from mapper.editor.boxes import box_of, is_there, standing
from mapper.editor.describing import chain_of
from mapper.editor.signal import Signal
from mapper.model import Document, Id

if TYPE_CHECKING:
    from mapper.editor.session import Session

Way = Literal["up", "down", "left", "right"]
WAYS: Mapping[Way, Point] = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
"""Directions on the page, where down is positive."""
ROW = 26.0
"""What stands less than this far under the first thing of a row, in page units, is read as part of that row."""
ASIDE = 2.5
"""By how much more a step aside counts than one straight ahead when the nearest thing in a direction is looked for."""


class Walk:
    """Where the keyboard is on the map: `current`, which need not be selected. `changed()` says that it is elsewhere.

    `is_shown` once a key was used, until the mouse is: only who works by keyboard needs to see it. One thing that is selected by other means is the current one, too. What is asked for answers with the next thing to
    go to, or None where there is none; `go` goes there.
    """

    def __init__(self, session: Session) -> None:
        self.current: Id | None = None
        self.is_shown = False
        self.changed: Signal[[]] = Signal()
        self._session = session
        self._before: Id | None = None
        self._was_at: Point | None = None
        self._came: tuple[Id, Way] | None = None
        self._order: _Order | None = None
        session.selection_changed.connect(self._follow)
        session.document_changed.connect(self._leave_what_is_gone)

    def go(self, id: Id, *, came: Way | None = None) -> None:
        """Make a thing the current one; with `came`, along a link up or down from where the walk was."""
        if came is None:
            self._came = None
        elif came in ("up", "down") and self.current is not None:
            self._came = (self.current, came)
        self._stand(id)
        self.show(by_keyboard=True)

    def show(self, *, by_keyboard: bool) -> None:
        """The keyboard is in use, or the mouse."""
        if self.is_shown != by_keyboard:
            self.is_shown = by_keyboard
            self.changed.emit()

    @property
    def reading_order(self) -> tuple[Id, ...]:
        """All that stands on the map but links, as one reads: from top to bottom, and from left to right."""
        return self._ordered().ids

    @property
    def order(self) -> Mapping[Id, int]:
        """When each of these comes in reading."""
        return self._ordered().order

    def beside(self, step: int) -> Id | None:
        """The next thing in reading order, or with -1 the one before: from top to bottom, and from left to right."""
        order = self._ordered().order
        if self.current is None or self.current not in order:
            return self._nearest(order)
        at = order[self.current] + step
        return self._ordered().ids[at] if 0 <= at < len(order) else None

    def toward(self, way: Way) -> Id | None:
        """The nearest thing in a direction."""
        places = self._ordered().places
        if self.current is None:
            return self._nearest(places)
        here = self._place()
        if here is None:
            return None
        right, down = WAYS[way]
        found = []
        for id, (x, y) in places.items():
            along = (x - here[0]) * right + (y - here[1]) * down
            aside = abs((x - here[0]) * down) + abs((y - here[1]) * right)
            if along > 1 and id != self.current and aside < 3 * along:
                found.append((along + ASIDE * aside, id))
        return min(found)[1] if found else None

    def along(self, way: Way) -> Id | None:
        """Up to what needs it, down to what it needs, or beside it to what the same thing needs (or is needed by)."""
        if self.current is None:
            return self._nearest(self._ordered().places)
        if way in ("left", "right"):
            row = self._from_left(self._siblings() | {self.current})
            at = row.index(self.current) + (1 if way == "right" else -1)
            return row[at] if 0 <= at < len(row) else None
        found = _above(self._session.document, self.current) if way == "up" else self._below(self.current)
        here = self._place()
        places = self._ordered().places
        if not found or here is None:
            return None
        return min(found, key=lambda id: (hypot(places[id][0] - here[0], places[id][1] - here[1]), id))

    # What there is.

    def _siblings(self) -> set[Id]:
        document, current = self._session.document, self.current
        assert current is not None
        if self._came is not None:
            start, way = self._came
            if box_of(self._session, start) is not None:
                return set(_above(document, start) if way == "up" else self._below(start))
        if current in document.contracts:
            return set(document.contracts)
        if current not in document.components:
            return set()
        above = _above(document, current)
        if above:
            return {sibling for id in above for sibling in self._below(id)}
        return {id for id in document.components if not _above(document, id)}

    def _below(self, id: Id) -> tuple[Id, ...]:
        return _below(self._session.document, id)

    def _from_left(self, ids: Iterable[Id]) -> list[Id]:
        places = self._ordered().places
        here = {id: places.get(id) or self._place() or (0.0, 0.0) for id in ids}
        return sorted(here, key=lambda id: (here[id][0], here[id][1], id))

    def _nearest(self, ids: Iterable[Id]) -> Id | None:
        """To where the walk was when what was current went away; at first, the first thing in reading order."""
        at, ordered = self._place(), self._ordered()
        if at is None:
            return ordered.ids[0] if ordered.ids else None
        places = ordered.places
        return min(ids, key=lambda id: hypot(places[id][0] - at[0], places[id][1] - at[1]), default=None)

    def _place(self) -> Point | None:
        box = box_of(self._session, self.current) if self.current is not None else None
        return box.middle if box is not None else self._was_at

    def _ordered(self) -> _Order:
        """Worked out when it is asked for, and kept for as long as nothing has another place."""
        session = self._session
        if self._order is None or not self._order.is_of(session):
            self._order = _order(session)
        return self._order

    # What happens on the map.

    def _stand(self, id: Id | None) -> None:
        before, self.current = self.current, id
        if id is not None:
            self._was_at = self._place()
        if before != id:
            self._before = before
            self.changed.emit()

    def _follow(self, _: frozenset[Id], after: frozenset[Id]) -> None:
        if after and self.current not in after:
            self._came = None
            self._stand(next(iter(after)) if len(after) == 1 else None)

    def _leave_what_is_gone(self, _: Document, after: Document) -> None:
        """Back to where the walk was before, as long as that is there."""
        if self.current is not None and not is_there(after, self.current):
            self._came = None
            self._stand(self._before if self._before is not None and is_there(after, self._before) else None)


@dataclass(frozen=True, slots=True)
class _Order:
    """Everything that stands on the map but links: its place, and when it comes in reading."""

    document: Document
    layout: Layout
    hidden: frozenset[str]
    places: Mapping[Id, Point]
    ids: tuple[Id, ...]
    order: Mapping[Id, int]

    def is_of(self, session: Session) -> bool:
        same = self.document is session.document and self.layout is session.layout
        return same and self.hidden == session.view.hidden


def _order(session: Session) -> _Order:
    hidden = session.view.hidden
    boxes = {id: box_of(session, id) for table in standing(session.document, hidden) for id in table}
    places = {id: box.middle for id, box in boxes.items() if box is not None}
    rows: list[list[Id]] = []
    top = -ROW
    for id in sorted(places, key=lambda id: places[id][1]):
        if not rows or places[id][1] >= top + ROW:
            rows.append([])
            top = places[id][1]
        rows[-1].append(id)
    ids = tuple(id for row in rows for id in sorted(row, key=lambda id: (places[id][0], id)))
    return _Order(session.document, session.layout, hidden, places, ids, {id: at for at, id in enumerate(ids)})


def _below(document: Document, id: Id) -> tuple[Id, ...]:
    """What a component needs, and its choices if it is a pipeline; a contract's members; the lower end of a link."""
    if contract := document.contracts.get(id):
        return contract.members
    if link := document.links.get(id):
        return (link.target,)
    pipeline = pipeline_under(id, document)
    choices = pipeline_members(pipeline, document) if pipeline is not None else ()
    return (*chain_of(document).needs.get(id, ()), *choices)


def _above(document: Document, id: Id) -> tuple[Id, ...]:
    if link := document.links.get(id):
        return (link.source,)
    component = document.components.get(id)
    pipeline = component.pipeline if component is not None else None
    heads = (document.pipelines[pipeline].component,) if pipeline is not None else ()
    return (*chain_of(document).needed_by.get(id, ()), *heads)
