"""Whatever a hand does, Escape leaves the map as it was, undo brings it back, and no map is ever broken."""

from __future__ import annotations

import pytest
from hand import KETTLE, TEA, WATER, tea_shop
from hypothesis import given
from hypothesis import strategies as st

from mapper.drawing.layout import Layout, Outline
from mapper.editor import Pointer, Session
from mapper.editor.tools import TOOL, take
from mapper.editor.tools.naming import Naming, finish_naming
from mapper.editor.tools.offering import accept
from mapper.edits import add_attitude, add_contract, add_pipeline, set_evolve, set_locked
from mapper.model import Attitude, Document, Evolve, Id, People, broken_references

AREA = Id("area")
keys = st.fixed_dictionaries({"adding": st.booleans(), "free": st.booleans()})
places = st.tuples(st.floats(0, 1600), st.floats(0, 1000))
spots = st.one_of(places, st.sampled_from(["tea", "water", "kettle", "ghost", "handle", "stage", "note", "link"]))


def busy_map() -> Session:
    """The tea shop with a pipeline, a contract, a forecast, an area that is selected, and something locked."""
    document = add_pipeline(tea_shop(), WATER, [KETTLE])
    document = set_evolve(document, TEA, Evolve(evolution=0.8))
    area = Attitude(id=AREA, people=People.PIONEERS, evolution=0.1, visibility=0.4, width=0.2, height=0.2)
    document, contract = add_contract(add_attitude(document, area), [WATER, KETTLE], "Hot water")
    session = Session(set_locked(document, [Id("remark")], locked=True))
    ring = ((900.0, 500.0), (1400.0, 500.0), (1400.0, 800.0), (900.0, 800.0))
    session.place(Layout(outlines={contract: Outline((ring,))}))
    session.select([AREA])
    return session


def pointer(session: Session, spot: object, pressed: dict[str, bool]) -> Pointer:
    frame = session.frame
    named = {
        "tea": (0.5, 0.6),
        "water": (0.8, 0.3),
        "kettle": (0.3, 0.28),
        "ghost": (0.8, 0.6),
        "handle": (0.3, 0.2),
        "stage": (0.4, -0.01),
        "note": (0.1, 0.8),
        "link": (0.65, 0.45),
    }
    if isinstance(spot, str):
        evolution, visibility = named[spot]
        return Pointer(frame.x(evolution), frame.y(visibility), **pressed)
    assert isinstance(spot, tuple)
    x, y = spot
    return Pointer(x, y, **pressed)


def drag(session: Session, tool: str, start: object, stops: list[object], pressed: dict[str, bool]) -> Pointer:
    take(session, TOOL[tool])
    at = pointer(session, start, pressed)
    session.move(at)
    session.press(at)
    for stop in stops:
        at = pointer(session, stop, pressed)
        session.move(at)
    return at


@pytest.mark.parametrize("tool", list(TOOL))
@given(start=spots, stops=st.lists(spots, min_size=1, max_size=3), pressed=keys)
def test_escape_in_the_middle_of_any_drag_changes_nothing(
    tool: str, start: object, stops: list[object], pressed: dict[str, bool]
) -> None:
    session = busy_map()
    before, selected = session.document, session.selection
    at = drag(session, tool, start, stops, pressed)
    session.cancel()
    session.release(at)
    assert session.document is before
    assert not session.history.is_modified
    assert session.selection in (selected, frozenset())
    assert session.tool.guides == ()
    assert session.tool.lit is None


@pytest.mark.parametrize("tool", list(TOOL))
@given(start=spots, stops=st.lists(spots, min_size=1, max_size=3), pressed=keys)
def test_any_drag_leaves_a_sound_map_and_undo_brings_back_the_one_before(
    tool: str, start: object, stops: list[object], pressed: dict[str, bool]
) -> None:
    session = busy_map()
    before = session.document
    session.release(drag(session, tool, start, stops, pressed))
    if isinstance(session.tool, Naming):
        finish_naming(session, "Something")
    accept(session)
    assert list(broken_references(session.document)) == []
    assert Document.model_validate(session.document.model_dump()).components == session.document.components
    while session.history.undo_label is not None:
        session.undo()
    assert session.document is before
