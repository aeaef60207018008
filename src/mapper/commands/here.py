"""By keyboard, what hands do with the mouse: add, link and evolve where one stands on the map."""

from __future__ import annotations

from collections.abc import Callable

from mapper.commands.command import (
    Command,
    Desk,
    has_procurable,
    has_session,
    if_session,
    on_session,
    selected_components,
    selected_procurable,
)
from mapper.editor import Session
from mapper.editor.tools.add import ACCELERATOR, ANNOTATION, DECELERATOR, NOTE, add, naming_of_new
from mapper.editor.tools.base import settle
from mapper.editor.tools.naming import LOCKED, ask_name
from mapper.edits import add_attitude, add_link, set_evolve
from mapper.model import ANCHOR, COMPONENT, KINDS, Attitude, Document, Evolve, Id, People, Position, new_id
from mapper.procurement.words import word

MENU = "Map"
GROUP = 5
FORECAST = "Evolve"
FINE, COARSE = 0.002, 0.02
"""How far a key shifts a forecast."""
FIRST_FORECAST = 0.1
"""How far ahead a forecast begins."""
BESIDE, BELOW = 0.06, 0.1
"""How far beside, or below, the current thing something new appears."""
TOP = 0.95
"""How high up a user appears where the keyboard is at nothing."""
AREA = 0.2
"""How wide and high a new area is."""


def _current_place(session: Session) -> Position:
    """Where the current thing stands, or the middle of the map."""
    document, id = session.document, session.walk.current
    for table in (document.components, document.notes, document.accelerators, document.attitudes):
        if id is not None and (record := table.get(id)) is not None:
            return Position(evolution=record.evolution, visibility=record.visibility)
    return Position(evolution=0.5, visibility=0.5)


def _free(document: Document, evolution: float, visibility: float, right: float) -> Position:
    """A place where no component stands yet, some steps to the right (or to the left, at the map's edge)."""
    taken = [(c.evolution, c.visibility) for c in document.components.values()]
    way = right if evolution + right <= 1 else -right
    for _ in range(round(1 / right)):
        if all(abs(e - evolution) >= right / 2 or abs(v - visibility) >= right / 2 for e, v in taken):
            break
        evolution += way
    return Position(evolution=min(1.0, max(0.0, evolution)), visibility=min(1.0, max(0.0, visibility)))


def add_beside(session: Session) -> None:
    """A component beside the current one; its name is asked for in place."""
    here = _current_place(session)
    at = _free(session.document, here.evolution, here.visibility, BESIDE)
    _add(session, COMPONENT, at)


def add_needed(session: Session) -> None:
    """A component that the current one needs, below it."""
    source = _source(session)
    if source is None:
        return
    here = session.document.components[source]
    at = _free(session.document, here.evolution, here.visibility - BELOW, BESIDE)
    _add(session, COMPONENT, at, source)


def _add(session: Session, what: str, at: Position, source: Id | None = None) -> None:
    before, id = session.selection, new_id()
    document = add(session.document, what, id, at)
    session.preview(document if source is None else add_link(document, source, id))
    ask_name(session, naming_of_new(id, what, before, session.tool))


KIND_CHOICES = (
    *((Id(kind.id), kind.title) for kind in KINDS),
    (Id(NOTE), "Note"),
    (Id(ANNOTATION), "Annotation"),
    (Id(ACCELERATOR), "Accelerator"),
    (Id(DECELERATOR), "Decelerator"),
    *((Id(people.value), word(people)) for people in People),
)


def add_something(desk: Desk) -> None:
    """Anything that can stand on a map, beside the current thing."""
    what = desk.choose("Add what?", KIND_CHOICES)
    if what is None or desk.session is None:
        return
    session = desk.session
    settle(session)
    here = _current_place(session)
    if what == ANCHOR and session.walk.current is None:
        here = Position(evolution=here.evolution, visibility=TOP)
    if what in {people.value for people in People}:
        corner = Position(evolution=min(here.evolution, 1 - AREA), visibility=max(here.visibility, AREA))
        _add_area(session, People(what), corner)
    else:
        _add(session, what, _free(session.document, here.evolution, here.visibility, BESIDE))


def _add_area(session: Session, people: People, at: Position) -> None:
    area = Attitude(people=people, evolution=at.evolution, visibility=at.visibility, width=AREA, height=AREA)
    session.apply(f"Add {word(people).lower()}", add_attitude, area)
    session.select([area.id])


def _source(session: Session) -> Id | None:
    """From where a link would go: the current component, or the only one that is selected."""
    chosen = selected_components(session)
    if session.walk.current in session.document.components:
        return session.walk.current
    return chosen[0].id if len(chosen) == 1 else None


def link_to(desk: Desk) -> None:
    """A link to a component that is chosen by name."""
    if desk.session is None or (source := _source(desk.session)) is None:
        return
    session = desk.session
    taken = {source} | {link.target for link in session.document.links.values() if link.source == source}
    others = [each for each in session.document.components.values() if each.id not in taken]
    name = session.document.components[source].name
    names = sorted(((each.id, each.name) for each in others), key=lambda pair: pair[1].casefold())
    target = desk.choose(f"What does “{name}” need?", names)
    if target is not None:
        session.apply("Link", add_link, source, target)
        desk.tell(f"“{name}” needs “{session.document.components[target].name}”")


def shift_forecast(by: float) -> Callable[[Desk], None]:
    """Where the selected are heading, later or earlier; a row of shifts is one step back."""

    def run(desk: Desk) -> None:
        session = desk.session
        if session is None:
            return
        settle(session)
        chosen = selected_procurable(session)
        free = [component.id for component in chosen if not component.locked]
        if len(free) < len(chosen):
            desk.tell(LOCKED)
        session.apply(FORECAST, _shifted, free, by)
        session.history.fold(FORECAST)

    return run


def _shifted(document: Document, ids: list[Id], by: float) -> Document:
    for id in ids:
        component = document.components[id]
        start = component.evolve or Evolve(evolution=component.evolution)
        step = by if component.evolve is not None else FIRST_FORECAST * (1 if by > 0 else -1)
        to = min(1.0, max(0.0, start.evolution + step))
        document = set_evolve(document, id, start.but(evolution=to))
    return document


def _shift_command(way: str, by: float, key: str) -> Command:
    is_fine = abs(by) == FINE
    return Command(
        f"forecast-{way}{'-fine' if is_fine else ''}",
        f"Forecast {way}{', a little' if is_fine else ''}",
        "" if is_fine else MENU,
        shift_forecast(by),
        (key,),
        group=1,
        can_run=has_procurable,
        hint="" if is_fine else "Where the selected are heading; a forecast begins with the first press",
        canvas_only=True,
    )


HERE_COMMANDS = (
    Command(
        "add-beside",
        "Add component beside it",
        MENU,
        on_session(add_beside),
        ("Ctrl+Return", "Ctrl+Enter"),
        GROUP,
        has_session,
        hint="A component beside the one that the keyboard is at; type its name at once",
        canvas_only=True,
    ),
    Command(
        "add-needed",
        "Add component that it needs",
        MENU,
        on_session(add_needed),
        ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"),
        GROUP,
        if_session(lambda session: _source(session) is not None),
        hint="A component below the one that the keyboard is at, and a link to it",
        canvas_only=True,
    ),
    Command(
        "add-something",
        "Add…",
        MENU,
        add_something,
        ("Ins",),
        GROUP,
        has_session,
        hint="A user, a note or anything else that can stand on a map, beside what the keyboard is at",
        canvas_only=True,
    ),
    Command(
        "link-to",
        "Link to…",
        MENU,
        link_to,
        ("Shift+L",),
        GROUP,
        if_session(lambda session: _source(session) is not None),
        hint="A link to a component that you choose by name",
        canvas_only=True,
    ),
    _shift_command("later", COARSE, "."),
    _shift_command("earlier", -COARSE, ","),
    _shift_command("later", FINE, "Alt+."),
    _shift_command("earlier", -FINE, "Alt+,"),
)
