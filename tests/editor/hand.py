"""A hand on a map without a window: it presses, drags and clicks where the map shows things."""

from __future__ import annotations

from mapper.editor import Pointer, Session
from mapper.editor.tools import TOOL, take
from mapper.model import ANCHOR, Annotation, Component, Document, Id, Link, Note, Position

USER, TEA, WATER, KETTLE = Id("user"), Id("tea"), Id("water"), Id("kettle")
NOTE, REMARK, NEEDS_WATER = Id("note"), Id("remark"), Id("needs-water")


def tea_shop() -> Document:
    """A user at the top, tea in the middle of the map, water and kettle below it; a note and an annotation."""
    components = (
        Component(id=USER, name="User", evolution=0.5, visibility=0.9, kind=ANCHOR),
        Component(id=TEA, name="Tea", evolution=0.5, visibility=0.6),
        Component(id=WATER, name="Water", evolution=0.8, visibility=0.3),
        Component(id=KETTLE, name="Kettle", evolution=0.3, visibility=0.3),
    )
    link = Link(id=NEEDS_WATER, source=TEA, target=WATER)
    note = Note(id=NOTE, text="Served hot", evolution=0.1, visibility=0.8)
    places = (Position(evolution=0.9, visibility=0.8), Position(evolution=0.9, visibility=0.6))
    remark = Annotation(id=REMARK, number=1, text="Why hot?", positions=places)
    return Document(
        components={component.id: component for component in components},
        links={link.id: link},
        notes={note.id: note},
        annotations={remark.id: remark},
    )


class Hand:
    """Moves over the page of a session. Places are fractions of the map, as the records keep them."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def take(self, tool: str) -> None:
        take(self.session, TOOL[tool])

    def point(self, evolution: float, visibility: float, **keys: bool) -> Pointer:
        frame = self.session.frame
        return Pointer(frame.x(evolution), frame.y(visibility), **keys)

    def on(self, id: Id, right: float = 0, down: float = 0, **keys: bool) -> Pointer:
        """On a component, or so many page units beside its centre."""
        component = self.session.document.components[id]
        at = self.point(component.evolution, component.visibility)
        return Pointer(at.x + right, at.y + down, **keys)

    def start_drag(self, start: Pointer, *stops: Pointer) -> None:
        """Press, and pass through the stops without letting go."""
        self.session.move(start)
        self.session.press(start)
        for stop in stops:
            middle = ((start.x + stop.x) / 2, (start.y + stop.y) / 2)
            self.session.move(Pointer(*middle, adding=stop.adding, free=stop.free))
            self.session.move(stop)
            start = stop

    def drag(self, start: Pointer, *stops: Pointer) -> None:
        self.start_drag(start, *stops)
        self.session.release(stops[-1])

    def click(self, at: Pointer) -> None:
        self.session.press(at)
        self.session.release(at)

    def double_click(self, at: Pointer) -> None:
        self.click(at)
        self.session.press(Pointer(at.x, at.y, at.reach, double=True))
        self.session.release(at)
