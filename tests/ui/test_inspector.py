"""The inspector: every fact of what is selected, changed by one step a field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from driving import FLAGSHIP
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QDoubleSpinBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mapper.editor import Session
from mapper.edits import add_attitude, add_note, move
from mapper.files.native import load
from mapper.model import (
    Accelerator,
    Attitude,
    Component,
    ComponentType,
    Contract,
    Flow,
    Id,
    Interface,
    Link,
    Method,
    Need,
    Note,
    People,
    Person,
    Record,
    Service,
    Supplier,
)
from mapper.model.values import Frozen
from mapper.ui.application import application
from mapper.ui.panels.editors.choices import FlagEditor
from mapper.ui.panels.editors.dates import DateEditor
from mapper.ui.panels.editors.membership import MembershipEditor
from mapper.ui.panels.editors.people import PersonEditor
from mapper.ui.panels.editors.rows import ComponentsEditor
from mapper.ui.panels.forms import accelerator, anchor, attitude, component, contract, link, map_details, people
from mapper.ui.panels.forms.field import Field
from mapper.ui.panels.inspector import Inspector
from mapper.ui.panels.record_dialog import RecordDialog


@pytest.fixture
def session() -> Session:
    return Session(load(FLAGSHIP))


@pytest.fixture
def inspector(qtbot: QtBot, session: Session) -> Iterator[Inspector]:
    application()
    made = Inspector()
    made.resize(360, 900)
    qtbot.addWidget(made)
    made.show_session(session)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    yield made
    made.show_session(None)


def pick(inspector: Inspector, session: Session, *names: str) -> list[Id]:
    """Select components, contracts or links by name, and let the inspector follow."""
    document = session.document
    known = {each.name: id for id, each in document.components.items()}
    known |= {each.ref: id for id, each in document.contracts.items()}
    ids = [known[name] for name in names]
    session.select(ids)
    inspector.refresh()
    return ids


def line(inspector: Inspector, label: str) -> QLineEdit:
    found = inspector.field(label).main
    assert isinstance(found, QLineEdit)
    return found


def steps(session: Session) -> int:
    count = 0
    while session.history.undo_label is not None:
        session.undo()
        count += 1
    return count


def test_typing_shows_at_once_and_is_one_step_when_the_field_is_left(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    (id,) = pick(inspector, session, "Sign-in")
    field = line(inspector, "Name")
    field.selectAll()
    qtbot.keyClicks(field, "Log-in")
    assert session.document.components[id].name == "Log-in"
    assert session.history.undo_label is None
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert session.history.undo_label == "Change name"
    assert session.history.document.components[id].name == "Log-in"
    assert steps(session) == 1


def test_what_was_typed_survives_selecting_something_else(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    (id,) = pick(inspector, session, "Sign-in")
    line(inspector, "Name").end(False)
    qtbot.keyClicks(line(inspector, "Name"), " here")
    pick(inspector, session, "Helpline")
    assert session.history.document.components[id].name.endswith(" here")
    assert line(inspector, "Name").text() == "Helpline"


def test_undo_and_drags_show_in_the_fields(inspector: Inspector, session: Session) -> None:
    (id,) = pick(inspector, session, "Sign-in")
    box = inspector.field("Evolution").main
    assert isinstance(box, QDoubleSpinBox)
    before = box.value()
    session.apply("Move", move, [id], evolution=-0.1, visibility=0.0)
    inspector.refresh()
    assert box.value() == pytest.approx(before - 0.1)
    session.undo()
    inspector.refresh()
    assert box.value() == pytest.approx(before)
    assert session.history.redo_label == "Move"


def test_leaving_a_field_unchanged_is_no_step(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    pick(inspector, session, "C1")
    for label in ("Title", "Value", "Scope"):
        inspector.field(label).main.setFocus()
    qtbot.keyClick(line(inspector, "Title"), Qt.Key.Key_Return)
    assert session.history.undo_label is None


def test_money_is_typed_with_or_without_separators(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    (id,) = pick(inspector, session, "C1")
    field = line(inspector, "Value")
    field.clear()
    qtbot.keyClicks(field, "£1,250,000.50")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert session.document.contracts[id].value == Decimal("1250000.50")
    assert field.text() == "1,250,000.50"


def test_a_wrong_amount_is_explained_and_kept_as_written(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    (id,) = pick(inspector, session, "C1")
    before = session.document.contracts[id].value
    field = line(inspector, "Value")
    field.clear()
    qtbot.keyClicks(field, "about a million")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    row = inspector.field("Value").parent()
    assert "such as 1,150,000" in row.problem.text()
    assert row.problem.isVisible()
    assert field.text() == "about a million"
    assert session.document.contracts[id].value == before
    assert session.history.undo_label is None


def test_the_explanation_goes_when_the_amount_is_right(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    pick(inspector, session, "C1")
    field = line(inspector, "Value")
    field.setText("")
    qtbot.keyClicks(field, "x")
    field.selectAll()
    qtbot.keyClicks(field, "5")
    assert not inspector.field("Value").parent().problem.isVisible()


def test_a_currency_that_is_none_is_explained(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    session.select([])
    inspector.refresh()
    for view in inspector._view.sections:
        view.head.setChecked(True)
    field = line(inspector, "Currency")
    field.selectAll()
    qtbot.keyClicks(field, "pounds")
    assert "three capital letters" in inspector.field("Currency").parent().problem.text()
    assert session.document.service.currency == "GBP"


def test_a_choice_is_one_step(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    (id,) = pick(inspector, session, "Sign-in")
    box = inspector.field("Method").main
    assert isinstance(box, QComboBox)
    assert box.itemText(0) == "As its stage says"
    box.setCurrentIndex(box.findText("Build"))
    box.activated.emit(box.currentIndex())
    assert session.document.components[id].method is Method.BUILD
    assert session.history.undo_label == "Change method"


def test_a_date_can_be_set_and_be_undecided_again(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    (id,) = pick(inspector, session, "C1")
    field = inspector.field("Break after")
    dates = inspector.field("Start")
    assert isinstance(dates, DateEditor)
    dates.clear.click()
    assert session.document.contracts[id].start is None
    assert dates.unset.isVisible()
    dates.unset.click()
    assert session.document.contracts[id].start == date.today()
    assert field.field.suffix == " months"


def test_several_components_are_changed_at_once(inspector: Inspector, session: Session) -> None:
    ids = pick(inspector, session, "Sign-in", "Helpline", "Dashboards")
    flag = inspector.field("Kept in-house")
    assert isinstance(flag, FlagEditor)
    flag.box.click()
    assert all(session.document.components[id].in_house for id in ids)
    assert steps(session) == 1


def test_where_several_differ_the_field_says_so(inspector: Inspector, session: Session) -> None:
    pick(inspector, session, "Sign-in", "Case management")
    box = inspector.field("Contract").main
    assert isinstance(box, QComboBox)
    assert box.currentIndex() == -1
    assert box.placeholderText() == "Different values"


def test_a_component_moves_to_another_contract(inspector: Inspector, session: Session) -> None:
    (id,) = pick(inspector, session, "Sign-in")
    box = inspector.field("Contract").main
    assert isinstance(box, QComboBox)
    place = next(place for place in range(box.count()) if box.itemText(place).startswith("C9 "))
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert [each.ref for each in session.document.contracts.values() if id in each.members] == ["C9"]


def test_a_component_is_shared_only_through_share(inspector: Inspector, session: Session) -> None:
    (id,) = pick(inspector, session, "Sign-in")
    editor = inspector.field("Contract")
    assert isinstance(editor, MembershipEditor)
    next(action for action in editor.menu.actions() if action.text().startswith("C9 ")).trigger()
    assert sorted(each.ref for each in session.document.contracts.values() if id in each.members) == ["C7", "C9"]
    assert id in session.document.plan.shared


def test_a_link_between_contracts_shows_what_passes(inspector: Inspector, session: Session) -> None:
    document = session.document
    described = next(iter(document.plan.interfaces.values()))
    session.select([described.link])
    inspector.refresh()
    text = inspector.field("What passes").main
    assert isinstance(text, QPlainTextEdit)
    assert text.toPlainText() == described.what
    text.setPlainText("Nothing yet")
    assert session.document.plan.interfaces[described.link].what == "Nothing yet"


def test_ticking_evolve_opens_its_fields(inspector: Inspector, session: Session) -> None:
    (id,) = pick(inspector, session, "Helpline")
    inspector._view.sections[2].head.setChecked(True)
    assert not inspector.field("To evolution").isVisible()
    tick = inspector.field("Expected to evolve")
    assert isinstance(tick, FlagEditor)
    tick.box.click()
    inspector.refresh()
    assert inspector.field("To evolution").isVisible()
    assert session.document.components[id].evolve is not None


def test_markup_in_a_name_is_shown_as_it_is(inspector: Inspector, session: Session) -> None:
    (id,) = pick(inspector, session, "Helpline")
    session.apply("Rename", lambda d: d.put("components", [d.components[id].but(name="<b>bold</b>")]))
    inspector.refresh()
    assert inspector.title.text() == "<b>bold</b>"
    assert inspector.title.textFormat() == Qt.TextFormat.PlainText
    assert "&lt;b&gt;" in inspector.title.toolTip()


def test_every_editor_has_a_name_for_a_screen_reader(inspector: Inspector, session: Session) -> None:
    for names in (("C1",), ("Sign-in",), ("Childcare providers",), ()):
        pick(inspector, session, *names)
        QApplication.processEvents()
        for view in inspector._view.sections:
            view.head.setChecked(True)
            assert all(row.editor.main.accessibleName() for row in view.rows), view.section.title


def test_what_flows_over_a_link_and_which_way_is_said_in_its_form(inspector: Inspector, session: Session) -> None:
    id = next(iter(session.document.links))
    session.select([id])
    inspector.refresh()
    ways = inspector.field("Flows").main
    assert isinstance(ways, QComboBox)
    ways.setCurrentText("Both ways")
    ways.activated.emit(ways.currentIndex())
    assert session.document.links[id].flow is Flow.BOTH
    assert steps(session) == 1


def test_an_area_can_be_given_to_other_people(inspector: Inspector, session: Session) -> None:
    area = Attitude(people=People.PIONEERS, evolution=0.1, visibility=0.9, width=0.2, height=0.2)
    session.apply("Add", add_attitude, area)
    session.select([area.id])
    inspector.refresh()
    people = inspector.field("People").main
    assert isinstance(people, QComboBox)
    people.setCurrentText("Settlers")
    people.activated.emit(people.currentIndex())
    assert session.document.attitudes[area.id].people is People.SETTLERS


def test_the_value_chain_is_named_in_the_maps_details(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    session.select([])
    inspector.refresh()
    for view in inspector._view.sections:
        view.head.setChecked(True)
    field = line(inspector, "Value chain")
    qtbot.keyClicks(field, "Reach")
    field.editingFinished.emit()
    assert session.document.look.value_chain == "Reach"


def named(*groups: tuple[Field, ...]) -> set[str]:
    """The attributes that these fields show."""
    return {field.name.split(".")[0] for group in groups for field in group}


SHOWN = {
    Contract: named(
        contract.BASICS,
        contract.APPROACH,
        contract.MONEY,
        contract.DATES,
        contract.ROUTE,
        contract.PEOPLE,
        contract.DELIVERY,
        contract.EXIT,
    ),
    Service: named(
        map_details.SERVICE, map_details.RESPONSIBLE, map_details.MONEY, map_details.LIMITS, map_details.PAPER
    ),
    Component: named(component.BASICS, component.METHOD, component.MOVEMENT, anchor.NEEDS),
    Interface: named(link.INTERFACE),
    Link: named(link.LINK),
    Accelerator: named(accelerator.FIELDS),
    Attitude: named(attitude.FIELDS),
    Need: named(anchor.NEED),
    Person: named(people.PERSON),
    Supplier: named(people.SUPPLIER),
}
PLACED_ON_THE_MAP = {"label", "pipeline", "link", "colour", "source", "target"}
"""Set with the mouse, or nothing that a user says."""


@pytest.mark.parametrize("record", SHOWN, ids=lambda record: record.__name__)
def test_every_fact_of_a_record_has_a_field(record: type[Frozen]) -> None:
    missing = set(record.model_fields) - SHOWN[record] - PLACED_ON_THE_MAP - set(Record.model_fields)
    assert not missing


def test_a_component_is_found_by_a_part_of_its_name_and_joins_the_contract(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    (id,) = pick(inspector, session, "C1")
    editor = inspector.field("Components")
    assert isinstance(editor, ComponentsEditor)
    editor.box.search.setFocus()
    qtbot.keyClicks(editor.box.search, "helpl")
    place = editor.box.findText("Helpline")
    editor.box.activated.emit(place)
    members = session.document.contracts[id].members
    assert [session.document.components[member].name for member in members] == ["Licence application", "Helpline"]
    assert editor.list.count() == 2
    editor.list.setCurrentRow(1)
    editor.remove.click()
    assert len(session.document.contracts[id].members) == 1


def test_a_new_person_is_made_and_named_in_one_step(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    (id,) = pick(inspector, session, "C1")
    inspector._view.sections[5].head.setChecked(True)
    before = len(session.document.people)
    inspector.field("Owner").settle(Person(name="Ada Byron"))
    owner = session.document.contracts[id].owner
    assert owner is not None and session.document.people[owner].name == "Ada Byron"
    session.undo()
    assert len(session.document.people) == before


def test_what_is_unfolded_comes_into_sight(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    inspector.resize(360, 400)
    pick(inspector, session, "C5")
    view = inspector.pages.currentWidget()
    section = next(part for part in view.sections if part.section.title == "People")
    assert section.visibleRegion().isEmpty()
    qtbot.mouseClick(section.head, Qt.MouseButton.LeftButton)
    owner = section.rows[0]
    qtbot.waitUntil(lambda: owner.visibleRegion().boundingRect() == owner.rect())


def test_someone_can_be_deleted_where_they_are_named(inspector: Inspector, session: Session, qtbot: QtBot) -> None:
    (id,) = pick(inspector, session, "C5")
    owner = session.document.contracts[id].owner
    view = inspector.pages.currentWidget()
    next(part for part in view.sections if part.section.title == "People").head.click()
    editor = inspector.field("Owner")
    assert isinstance(editor, PersonEditor)

    def delete() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RecordDialog)
        next(each for each in dialog.buttons.buttons() if each.text() == "Delete this person").click()

    QTimer.singleShot(0, delete)
    editor.change.click()
    assert owner not in session.document.people
    assert session.document.contracts[id].owner is None
    assert session.history.undo_label == "Delete person"
    inspector.refresh()
    assert editor.box.currentText() == "Not decided"
    session.undo()
    assert session.document.contracts[id].owner == owner


def test_tab_stops_only_where_the_focus_shows(inspector: Inspector, session: Session) -> None:
    pick(inspector, session, "C5")
    view = inspector.pages.currentWidget()
    view.take_focus()
    for _ in range(40):
        inspector.focusNextChild()
        assert QApplication.focusWidget() is not view


@pytest.mark.parametrize(
    ("section", "label", "button"), [("People", "Owner", "change"), ("Measures and risks", "Risks", "add")]
)
def test_the_form_of_someone_or_something_is_gone_once_it_is_closed(
    section: str, label: str, button: str, inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    pick(inspector, session, "C5")
    view = inspector.pages.currentWidget()
    next(part for part in view.sections if part.section.title == section).head.click()
    closed: list[RecordDialog] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, RecordDialog)
        closed.append(dialog)
        dialog.reject()

    QTimer.singleShot(0, close)
    getattr(inspector.field(label), button).click()
    qtbot.waitUntil(lambda: not isValid(closed[0]))


def test_a_component_can_be_said_to_be_a_practice_and_the_facts_then_speak_of_practices(
    inspector: Inspector, session: Session
) -> None:
    (id,) = pick(inspector, session, "Sign-in")
    box = inspector.field("Type").main
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("Practice"))
    box.activated.emit(box.currentIndex())
    assert session.document.components[id].type is ComponentType.PRACTICE
    inspector.refresh()
    assert inspector.facts.text().split(" · ")[0] in ("Novel", "Emerging", "Good", "Best")
    assert steps(session) == 1


@pytest.mark.parametrize(("label", "name"), [("Constraint", "constraint"), ("Locked", "locked")])
def test_a_constraint_and_a_lock_are_ticked(inspector: Inspector, session: Session, label: str, name: str) -> None:
    (id,) = pick(inspector, session, "Sign-in")
    field = inspector.field(label)
    assert isinstance(field, FlagEditor)
    field.box.click()
    assert getattr(session.document.components[id], name) is True
    assert steps(session) == 1


def test_a_note_is_pointed_at_a_component_and_at_nothing_again(inspector: Inspector, session: Session) -> None:
    note = Note(id=Id("hint"), text="Ends soon", evolution=0.5, visibility=0.5)
    session.apply("Add note", add_note, note)
    session.select([note.id])
    inspector.refresh()
    box = inspector.field("Points at").main
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Nothing"
    for words in ("Sign-in", "Nothing"):
        box.setCurrentIndex(box.findText(words))
        box.activated.emit(box.currentIndex())
        pointed = session.document.notes[note.id].component
        assert (session.document.components[pointed].name if pointed else "Nothing") == words


def test_the_day_and_the_scope_of_a_map_are_written_in_its_form(
    inspector: Inspector, session: Session, qtbot: QtBot
) -> None:
    session.select([])
    inspector.refresh()
    field = line(inspector, "Scope")
    field.clear()
    qtbot.keyClicks(field, "As bought today")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert session.document.about.scope == "As bought today"
    assert isinstance(inspector.field("Day"), DateEditor)


def test_a_stage_without_a_name_leaves_no_dot_before_what_follows(inspector: Inspector, session: Session) -> None:
    session.apply("Rename", lambda document: document.but(stages=document.stages.but(names=("", "", "", ""))))
    pick(inspector, session, "Sign-in")
    assert inspector.facts.text()
    assert "·" not in inspector.facts.text()
    pick(inspector, session, "C5")
    editor = inspector.field("Components")
    assert isinstance(editor, ComponentsEditor)
    assert not any(editor.list.item(row).text().rstrip().endswith("·") for row in range(editor.list.count()))
