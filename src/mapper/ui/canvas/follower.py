"""Keeps the scenery of a map in step with its session: what changed is drawn again, and labels are laid out anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from mapper.drawing.draw import Scene, Show
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box, Layout, Point
from mapper.drawing.metrics import set_in
from mapper.drawing.place import first_layout, lay_out
from mapper.drawing.theme import Theme
from mapper.editor import Session
from mapper.model import Document, Id
from mapper.ui.canvas.areas import changed_grounds
from mapper.ui.canvas.carrying import Carry, lifted
from mapper.ui.canvas.neighbours import Neighbours
from mapper.ui.canvas.places import LivePlaces
from mapper.ui.canvas.scenery import Scenery
from mapper.ui.workers import Worker

MANY = 600
"""To draw more records than this again one by one takes longer than to begin anew."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be laid out. Texts stay where `previous` has them, but those near what `moved` since."""

    document: Document
    frame: Frame
    show: Show
    previous: Layout | None
    moved: frozenset[Id]

    def is_about(self, document: Document, show: Show) -> bool:
        return self.document is document and self.show == show


class Follower(QObject):
    """`changed(boxes)` says what looks different, in boxes of the page; None is everything.

    While much is carried, `carried(way)` says how far, in page units; None when it is put down.
    """

    changed = Signal(object)
    carried = Signal(object)

    def __init__(self, session: Session, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme
        self._session = session
        self._shown = Show()
        self._lit: frozenset[Id] | None = None
        self._scenery: Scenery | None = None
        self._neighbours = Neighbours()
        self._worker = Worker(_lay_out, self._take_layout, self)
        self._asked: Question | None = None
        self.carry: Carry | None = None
        self._previous: Layout | None = None
        self._moved: set[Id] = set()
        self._was_painted = False
        if not session.layout.labels:
            session.place(first_layout(session.document, session.frame))
        self._places = LivePlaces(session.layout, session.document, session.frame)
        session.document_changed.connect(self._document_changed)
        session.layout_changed.connect(self._layout_changed)
        session.history_changed.connect(self._committed)

    @property
    def scenery(self) -> Scenery:
        """Everything on the map, ready for painting; made when it is first asked for."""
        if self._scenery is None:
            self._scenery = Scenery()
            self._scenery.build(self._scene)
        return self._scenery

    @property
    def layout(self) -> Layout:
        """The places of the document in hand, previews included."""
        return self._places.layout

    @property
    def page(self) -> Box:
        frame = self._session.frame
        return Box(0, 0, frame.width, self.layout.page_height or frame.height)

    @property
    def is_laid_out(self) -> bool:
        """Whether labels and outlines stand where they were worked out to stand for this very document."""
        asked = self._asked
        return asked is not None and asked.is_about(self._session.document, self._shown) and not self._worker.is_busy

    def boxes(self, ids: Iterable[Id]) -> list[Box]:
        return [box for id in ids for box in self.scenery.pieces(id)]

    def set_theme(self, theme: Theme) -> None:
        self._settle()
        self.theme = theme
        self._scenery = None

    def set_show(self, show: Show) -> None:
        self._settle()
        self._shown = show
        self._previous = self._scenery = None
        self._ask_for_layout()

    def light(self, lit: frozenset[Id] | None) -> None:
        """Let these records stand out and all others stand back; with None, none do. Nothing gets another place."""
        before = self._lit
        if lit == before:
            return
        self._settle()
        self._lit = lit
        ids = self._neighbours.touching(self._session.document, {*(before or ())} ^ {*(lit or ())})
        if before is None or lit is None or len(ids) > MANY:
            self._scenery = None
            self.changed.emit(None)
        elif self._scenery is not None:
            self._redraw(ids, set(), self._places.layout)

    def painted(self) -> None:
        """The map is on the screen: from now on there is time to lay it out well."""
        if not self._was_painted:
            self._was_painted = True
            self._ask_for_layout()

    @property
    def _scene(self) -> Scene:
        session = self._session
        return Scene(session.document, session.frame, self.theme, self.layout, replace(self._shown, lit=self._lit))

    # The document.

    def _document_changed(self, before: Document, after: Document) -> None:
        way = None if after is self._session.history.document else self._way(before, after)
        if way is None or self.carry is None:
            self._put_down(before, after)
        else:
            if not self.carry.is_much:
                self._take_changes(before, after)
            self.carried.emit(way)
        self._ask_for_layout()

    def _way(self, before: Document, after: Document) -> Point | None:
        """How far all that changes is carried, if nothing else does; it is lifted here."""
        frame = self._session.frame
        if self._scenery is None or _is_another_page(before, after):
            return None
        if self.carry is not None:
            return self.carry.way(after, self._neighbours.changed(before, after), frame)
        self.carry = lifted(before, after, self._neighbours, frame, self._is_plain)
        if self.carry is None:
            return None
        self.changed.emit(self.scenery.hide(self.carry.records))
        return self.carry.way(after, self._neighbours.changed(before, after), frame)

    def _is_plain(self, link: Id) -> bool:
        return self.scenery.is_line(link) and link not in self._places.numbered

    def _put_down(self, before: Document, after: Document) -> None:
        """Take a change, with all that was carried until now."""
        carry, self.carry = self.carry, None
        if carry is None:
            self._take_changes(before, after)
            return
        self._take_changes(carry.base if carry.is_much else before, after, carry.records)
        self.changed.emit(self.scenery.hide(frozenset()))
        self.carried.emit(None)

    def _settle(self) -> None:
        """What is carried is put down where it is."""
        if self.carry is not None:
            self._put_down(self._session.document, self._session.document)

    def _take_changes(self, before: Document, after: Document, also: frozenset[Id] = frozenset()) -> None:
        session = self._session
        if _is_another_page(before, after):
            self._places.take(first_layout(after, session.frame), after, session.frame)
            self._previous = self._scenery = None
            self.changed.emit(None)
            return
        affected = self._neighbours.affected(before, after) | also
        was = self._places.layout
        carried = self.carry.records if self.carry is not None else frozenset()
        with set_in(self.theme.typeface):
            reshaped = self._places.follow(before, after, session.frame, affected, carried)
        regrounded = set[Id]().union(*map(self.scenery.haloed_near, changed_grounds(before, after, session.frame)))
        ids = affected | reshaped | regrounded
        self._redraw(ids, reshaped, was, with_page=_is_written_otherwise(before, after))
        self._moved |= affected

    def _redraw(self, ids: set[Id], reshaped: set[Id], was: Layout, *, with_page: bool = False) -> None:
        """Draw records again, and the halos over contracts whose outline is another; but nothing that is carried."""
        scenery, scene = self.scenery, self._scene
        for layout in (was, scene.layout):
            for contract in reshaped & layout.outlines.keys():
                ids |= scenery.haloed_near(layout.outlines[contract].bounds)
        if self.carry is not None:
            ids -= self.carry.records
        damage = scenery.refresh_page(scene) if with_page else []
        self.changed.emit(damage + scenery.refresh(scene, ids))

    # The layout.

    def _committed(self) -> None:
        """The labels stay where the gesture left them until they have been laid out anew."""
        if self._session.document is self._session.history.document:
            self._settle()
            if self._session.layout is not self._places.layout:
                self._session.place(self._places.layout)
            self._ask_for_layout()

    def _ask_for_layout(self) -> None:
        session, asked = self._session, self._asked
        if not self._was_painted or session.document is not session.history.document:
            return
        if asked is None or not asked.is_about(session.document, self._shown):
            previous = self.layout if self._previous is not None else None
            moved = frozenset(self._moved)
            self._asked = Question(session.document, session.frame, self._shown, previous, moved)
            self._worker.ask(self._asked)

    def _take_layout(self, question: Question, layout: Layout) -> None:
        if question.is_about(self._session.document, self._shown):
            self._previous = layout
            self._moved = set()
            self._session.place(layout)

    def _layout_changed(self) -> None:
        session, was = self._session, self._places.layout
        self._places.take(session.layout, session.document, session.frame)
        now = self._places.layout
        if now is was:
            return
        if now.page_height != was.page_height:
            self._scenery = None
            self.changed.emit(None)
            return
        reshaped = _differing(was.outlines, now.outlines)
        ids = reshaped | _differing(was.titles, now.titles)
        ids |= {Id(key.partition("\n")[0]) for key in _differing(was.labels, now.labels)}
        ids |= {mark.source for mark in {*was.interfaces} ^ {*now.interfaces}}
        self._redraw(ids, reshaped, was, with_page=True)


def _lay_out(question: Question) -> Layout:
    near = None if question.previous is None else question.moved
    return lay_out(question.document, question.frame, question.show, question.previous, near)


def _is_another_page(before: Document, after: Document) -> bool:
    """Whether so much is different that everything must be drawn anew."""
    same_plan = before.active_plan == after.active_plan
    same_ground = before.stages is after.stages and before.look is after.look
    return not same_plan or not same_ground or Frame.of(before) != Frame.of(after)


def _is_written_otherwise(before: Document, after: Document) -> bool:
    is_noted = before.annotations is not after.annotations or before.annotations_at is not after.annotations_at
    return is_noted or before.title != after.title or before.about is not after.about


def _differing(one: Mapping[Id, object], other: Mapping[Id, object]) -> set[Id]:
    """The ids under which two tables hold different things."""
    return {id for id in one.keys() | other.keys() if one.get(id) != other.get(id)}
