"""What holds for every document and every edit, however odd."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

from mapper import edits
from mapper.editor import Pointer, Session
from mapper.editor.tools import TOOL, take
from mapper.editor.tools.naming import finish_naming
from mapper.editor.viewed import SELECTED
from mapper.model import (
    KINDS,
    MAP_TABLES,
    Accelerator,
    Attitude,
    Component,
    Document,
    Evolve,
    Id,
    Inertia,
    Method,
    Note,
    People,
    Person,
    broken_references,
)
from mapper.model.change import changed_ids
from strategies import documents, fractions, maybe, names, positions, some_of

Edit = Callable[[Document], Document]
few = settings(max_examples=40)


def edits_of(document: Document) -> SearchStrategy[Edit]:
    """Some edit that makes sense on this document."""
    ids = [id for table in MAP_TABLES for id in getattr(document, table)] + list(document.contracts)
    return st.one_of(
        _anywhere(ids),
        *([_of_components(document)] if document.components else []),
        *([_of_contracts(document)] if document.contracts else []),
        _of_plans(document),
    )


def _anywhere(ids: list[Id]) -> SearchStrategy[Edit]:
    some, shift = some_of(ids, most=5), st.floats(-1, 1)
    return st.one_of(
        st.builds(lambda ids, e, v: lambda d: edits.move(d, ids, evolution=e, visibility=v), some, shift, shift),
        st.builds(lambda ids: lambda d: edits.delete(d, ids), some),
        st.builds(lambda ids: lambda d: edits.duplicate(d, ids)[0], some),
        st.builds(lambda ids, name: lambda d: edits.rename(d, ids[0], name) if ids else d, some, names),
        st.builds(
            lambda e, v, name: lambda d: edits.add_component(d, Component(name=name, evolution=e, visibility=v)),
            fractions,
            fractions,
            names,
        ),
        st.builds(lambda at, text: lambda d: edits.add_annotation(d, text, at), positions, names),
        st.builds(
            lambda at, text: (
                lambda d: edits.add_note(d, Note(text=text, evolution=at.evolution, visibility=at.visibility))
            ),
            positions,
            names,
        ),
        st.builds(
            lambda at, name, slows: (
                lambda d: edits.add_accelerator(
                    d, Accelerator(name=name, evolution=at.evolution, visibility=at.visibility, slows=slows)
                )
            ),
            positions,
            names,
            st.booleans(),
        ),
        st.builds(
            lambda at, people, width, height: (
                lambda d: edits.add_attitude(
                    d,
                    Attitude(
                        people=people, evolution=at.evolution, visibility=at.visibility, width=width, height=height
                    ),
                )
            ),
            positions,
            st.sampled_from(People),
            fractions,
            fractions,
        ),
        st.builds(lambda name: lambda d: edits.change_service(d, title=name), names),
        st.builds(lambda name: lambda d: edits.change_map(d, title=name), names),
    )


def _of_components(document: Document) -> SearchStrategy[Edit]:
    ids = list(document.components)
    one, some = st.sampled_from(ids), some_of(ids, most=5)
    kinds = st.sampled_from([kind.id for kind in KINDS])
    return st.one_of(
        st.builds(lambda a, b: lambda d: edits.add_link(d, a, b), one, one),
        st.builds(lambda id, kind: lambda d: edits.change(d, "components", id, kind=kind), one, kinds),
        st.builds(lambda id, e: lambda d: edits.set_evolve(d, id, Evolve(evolution=e)), one, fractions),
        st.builds(lambda ids: lambda d: edits.set_inertia(d, ids, Inertia()), some),
        st.builds(
            lambda ids, method: lambda d: edits.set_method(d, ids, method), some, st.none() | st.sampled_from(Method)
        ),
        st.builds(lambda id, v: lambda d: edits.change(d, "components", id, visibility=v), one, fractions),
        st.builds(lambda id, ids: lambda d: edits.add_pipeline(d, id, ids), one, some),
        st.builds(lambda ids: lambda d: edits.leave_pipeline(d, ids), some),
        st.builds(lambda ids, shared: lambda d: edits.add_contract(d, ids, shared=shared)[0], some, st.booleans()),
        st.builds(lambda ids: lambda d: edits.leave_contract(d, ids), some),
    )


def _of_contracts(document: Document) -> SearchStrategy[Edit]:
    one = st.sampled_from(list(document.contracts))
    some = some_of(list(document.components), most=5)
    return st.one_of(
        st.builds(lambda id, ids: lambda d: edits.add_members(d, id, ids), one, some),
        st.builds(lambda id, ids: lambda d: edits.share(d, id, ids), one, some),
        st.builds(lambda id, ids: lambda d: edits.take_out(d, id, ids), one, some),
        st.builds(
            lambda id, person: lambda d: edits.change_contract(d, id, owner=person), one, maybe(list(document.people))
        ),
    )


def _of_plans(document: Document) -> SearchStrategy[Edit]:
    plan = st.sampled_from(list(document.plans))
    people, suppliers = some_of(list(document.people), most=1), some_of(list(document.suppliers), most=1)
    links = some_of(list(document.links), most=1)
    return st.one_of(
        st.builds(lambda id: lambda d: edits.activate_plan(d, id), plan),
        st.builds(lambda id: lambda d: edits.duplicate_plan(d, id), plan),
        st.builds(lambda id: lambda d: edits.delete_plan(d, id), plan),
        st.builds(lambda name: lambda d: edits.change_plan(d, title=name), names),
        st.builds(lambda name: lambda d: edits.add_person(d, Person(name=name)), names),
        st.builds(lambda ids: lambda d: edits.delete_person(d, ids[0]) if ids else d, people),
        st.builds(lambda ids: lambda d: edits.delete_supplier(d, ids[0]) if ids else d, suppliers),
        st.builds(lambda ids, w: lambda d: edits.describe_interface(d, ids[0], what=w) if ids else d, links, names),
        st.builds(lambda ids: lambda d: edits.reverse_links(d, ids), links),
    )


@few
@given(st.data())
def test_edits_leave_a_valid_document_and_never_touch_the_old_one(data: DataObject) -> None:
    document = data.draw(documents())
    for _ in range(data.draw(st.integers(1, 4))):
        before = document.model_dump()
        after = data.draw(edits_of(document))(document)
        assert document.model_dump() == before
        assert list(broken_references(after)) == []
        assert Document.model_validate(after.model_dump()) == after
        document = after


@few
@given(st.data())
def test_an_edit_that_changes_nothing_answers_with_the_same_document(data: DataObject) -> None:
    document = data.draw(documents())
    after = data.draw(edits_of(document))(document)
    assert after is document or after != document


@few
@given(st.data())
def test_undo_takes_back_an_edit_and_redo_does_it_again(data: DataObject) -> None:
    session = Session(data.draw(documents()))
    start = session.document
    shown = [start]
    for _ in range(data.draw(st.integers(1, 4))):
        session.apply("Edit", data.draw(edits_of(session.document)))
        if session.document is not shown[-1]:
            shown.append(session.document)
    for document in reversed(shown[:-1]):
        session.undo()
        assert session.document is document
    assert session.history.undo_label is None
    for document in shown[1:]:
        session.redo()
        assert session.document is document


# Any hand on the map.

pointers = st.builds(
    Pointer,
    x=st.floats(-50, 1700),
    y=st.floats(-50, 1100),
    reach=st.sampled_from([2.0, 8.0, 40.0]),
    adding=st.booleans(),
    free=st.booleans(),
    double=st.booleans(),
)


@st.composite
def aims(draw: st.DrawFn, session: Session) -> Pointer:
    """Anywhere, or close to a component, an accelerator or the corner of an area."""
    pointer, document = draw(pointers), session.document
    standing = [*document.components.values(), *document.accelerators.values(), *document.attitudes.values()]
    if not standing or draw(st.booleans()):
        return pointer
    aim = draw(st.sampled_from(standing))
    x, y = session.frame.x(aim.evolution), session.frame.y(aim.visibility)
    return Pointer(x + draw(st.integers(-14, 14)), y, 8.0, pointer.adding, pointer.free, pointer.double)


@few
@given(st.data())
def test_backing_out_in_the_middle_of_any_gesture_changes_nothing(data: DataObject) -> None:
    session = Session(data.draw(documents()))
    start = session.document
    session.select(data.draw(some_of([id for table in SELECTED for id in getattr(start, table)])))
    selected = session.selection
    take(session, data.draw(st.sampled_from(list(TOOL.values()))))
    session.press(data.draw(aims(session)))
    for _ in range(data.draw(st.integers(1, 3))):
        session.move(data.draw(aims(session)))
    is_clicked = session.document is start and session.selection == selected
    session.cancel()
    assert session.document is start
    assert session.history.undo_label is None
    assert session.selection == selected or is_clicked


@few
@given(st.data())
def test_whatever_a_hand_does_the_document_stays_valid_and_can_be_taken_back(data: DataObject) -> None:
    session = Session(data.draw(documents()))
    start = session.document
    for _ in range(data.draw(st.integers(1, 6))):
        act = data.draw(
            st.sampled_from(["take", "press", "move", "release", "cancel", "name", "unname", "undo", "redo"])
        )
        if act == "take":
            take(session, data.draw(st.sampled_from(list(TOOL.values()))))
        elif act in ("press", "move", "release"):
            getattr(session, act)(data.draw(aims(session)))
        elif act in ("name", "unname"):
            finish_naming(session, data.draw(names) if act == "name" else None)
        else:
            getattr(session, act)()
        assert list(broken_references(session.document)) == []
        standing = set(changed_ids(Document(), session.document))
        assert session.selection <= standing
    session.cancel()
    while session.history.undo_label is not None:
        session.undo()
    assert session.document is start
