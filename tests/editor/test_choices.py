"""What is shown of a map, and the way through its history."""

from __future__ import annotations

import pytest

from mapper.editor import Session
from mapper.editor.choices import ViewChoices
from mapper.edits import rename
from mapper.model import Component, Document, Id

TEA = Id("tea")


@pytest.fixture
def session() -> Session:
    """Tea, renamed three times."""
    made = Session(Document(components={TEA: Component(id=TEA, name="Tea", evolution=0.5, visibility=0.5)}))
    for name in ("One", "Two", "Three"):
        made.apply(f"Rename to {name}", rename, TEA, name)
    return made


def test_a_step_of_the_history_is_gone_to_at_once_and_what_follows_stays(session: Session) -> None:
    told: list[str] = []
    session.history_changed.connect(lambda: told.append(session.document.components[TEA].name))
    session.go_to(1)
    assert told == ["One"]
    assert [step.label for step in session.history.steps] == [
        "Open",
        "Rename to One",
        "Rename to Two",
        "Rename to Three",
    ]
    assert session.history.at == 1
    session.go_to(3)
    assert session.document.components[TEA].name == "Three"
    assert session.selection == {TEA}


def test_going_to_the_step_in_hand_is_nothing_new(session: Session) -> None:
    told: list[int] = []
    session.history_changed.connect(lambda: told.append(1))
    session.go_to(3)
    assert told == []


def test_an_edit_after_going_back_takes_the_place_of_what_was_undone(session: Session) -> None:
    session.go_to(0)
    session.apply("Rename", rename, TEA, "Other")
    assert [step.label for step in session.history.steps] == ["Open", "Rename"]


def test_the_step_that_the_file_holds_is_known(session: Session) -> None:
    assert session.history.saved_at == 0
    session.go_to(2)
    session.saved(session.document)
    assert session.history.saved_at == 2
    session.go_to(0)
    session.apply("Rename", rename, TEA, "Other")
    assert session.history.saved_at is None


def test_how_a_map_is_looked_at_is_no_edit(session: Session) -> None:
    seen: list[tuple[ViewChoices, ViewChoices]] = []
    session.view_changed.connect(lambda before, after: seen.append((before, after)))
    document, first = session.document, session.view
    session.look(first.toggled("notes"))
    session.look(first.toggled("notes"))
    assert seen == [(first, ViewChoices(hidden=frozenset({"notes"})))]
    assert session.document is document
    assert session.view.toggled("notes") == first
