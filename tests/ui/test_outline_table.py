"""The outline as a table, worked by key and by mouse, in step with the map."""

from __future__ import annotations

import pytest
from driving import FLAGSHIP
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from mapper.edits import set_locked
from mapper.model import Component, Document, Id, Method
from mapper.ui.maps import OpenMap
from mapper.ui.panels.outline import OutlinePanel
from mapper.ui.panels.outline_columns import COLUMNS
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance
from mapper.ui.window import MainWindow

COLUMN = {column.title: at for at, column in enumerate(COLUMNS)}


@pytest.fixture
def outline(window: MainWindow) -> OutlinePanel:
    window.open([FLAGSHIP])
    window.bench.toggles[0].setChecked(True)
    for at in range(len(COLUMNS)):
        window.bench.outline.list.setColumnHidden(at, False)
    QApplication.processEvents()
    return window.bench.outline


def front(window: MainWindow) -> OpenMap:
    assert window.maps.front is not None
    return window.maps.front


def cell(outline: OutlinePanel, name: str, column: str) -> QModelIndex:
    rows = range(outline.components.rowCount())
    row = next(row for row in rows if outline.components.index(row, 0).data() == name)
    return outline.components.index(row, COLUMN[column])


def shown(outline: OutlinePanel, column: str) -> list[str]:
    return [outline.components.index(row, COLUMN[column]).data() for row in range(outline.components.rowCount())]


def named(window: MainWindow, name: str) -> Component:
    return next(each for each in front(window).session.document.components.values() if each.name == name)


def write(outline: OutlinePanel, index: QModelIndex, words: str, qtbot: QtBot) -> None:
    """Go to a cell, open it with F2, type and press Enter."""
    outline.list.setFocus()
    outline.list.setCurrentIndex(index)
    qtbot.keyClick(outline.list, Qt.Key.Key_F2)
    (editor,) = (each for each in outline.list.viewport().findChildren(QLineEdit) if each.isVisible())
    editor.selectAll()
    qtbot.keyClicks(editor, words)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def choose(outline: OutlinePanel, index: QModelIndex, words: str, qtbot: QtBot) -> None:
    """Open a cell with F2, go down to a choice by its arrows, and take it with Enter."""
    outline.list.setFocus()
    outline.list.setCurrentIndex(index)
    qtbot.keyClick(outline.list, Qt.Key.Key_F2)
    (box,) = (each for each in outline.list.viewport().findChildren(QComboBox) if each.isVisible())
    steps = box.findText(words) - box.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(box.view(), Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)
    QApplication.processEvents()


def test_every_component_has_a_row_with_all_that_is_told_of_it(window: MainWindow, outline: OutlinePanel) -> None:
    assert outline.components.rowCount() == len(front(window).session.document.components)
    told = [cell(outline, "Visit risk model", column.title).data() for column in COLUMNS]
    model = named(window, "Visit risk model")
    places = [f"{model.evolution:.2f}", f"{model.visibility:.2f}"]
    assert told == ["Visit risk model", "Component", "Genesis", *places, "Build (stage)", "C3"]


def test_a_click_on_a_head_sorts_and_another_sorts_the_other_way(outline: OutlinePanel, qtbot: QtBot) -> None:
    head = outline.list.horizontalHeader()

    def click(column: str) -> None:
        left = head.sectionViewportPosition(COLUMN[column])
        outline.list.horizontalScrollBar().setValue(left)
        left = head.sectionViewportPosition(COLUMN[column])
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(left + 20, 8))

    click("Visibility")
    values = [float(each) for each in shown(outline, "Visibility")]
    click("Visibility")
    others = [float(each) for each in shown(outline, "Visibility")]
    assert sorted([values, others]) == [sorted(values), sorted(values, reverse=True)]
    click("Contract")
    refs = [each for each in shown(outline, "Contract") if each]
    assert refs in (sorted(refs), sorted(refs, reverse=True))


def test_the_field_finds_by_name_stage_and_contract(outline: OutlinePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(outline.search, "helpl")
    assert outline.components.rowCount() == 1
    outline.search.setText("genesis")
    assert shown(outline, "Contract") == ["C3"]
    outline.search.setText("c9")
    assert outline.components.rowCount() == 6


def test_what_the_field_hides_stays_selected_on_the_map(window: MainWindow, outline: OutlinePanel) -> None:
    session = front(window).session
    session.select([named(window, "Visit risk model").id])
    outline.search.setText("helpl")
    assert session.selection == {named(window, "Visit risk model").id}
    outline.search.setText("")
    (row,) = outline.list.selectionModel().selectedRows()
    assert row.data() == "Visit risk model"


def test_choosing_rows_selects_on_the_map_and_the_other_way_round(
    window: MainWindow, outline: OutlinePanel, qtbot: QtBot
) -> None:
    session = front(window).session
    place = outline.list.visualRect(outline.components.index(1, 0)).center()
    qtbot.mouseClick(outline.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert {session.document.components[id].name for id in session.selection} == {outline.components.index(1, 0).data()}
    outline.list.setFocus()
    qtbot.keyClick(outline.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert len(session.selection) == 2
    other = named(window, "Visit risk model")
    session.select([other.id])
    assert [row.data() for row in outline.list.selectionModel().selectedRows()] == [other.name]


def test_a_name_is_edited_in_place_as_one_step(window: MainWindow, outline: OutlinePanel, qtbot: QtBot) -> None:
    write(outline, cell(outline, "Visit risk model", "Name"), "Gate", qtbot)
    assert named(window, "Gate")
    assert front(window).session.history.undo_label == "Rename"
    front(window).session.undo()
    assert named(window, "Visit risk model")
    assert front(window).session.history.undo_label is None


@pytest.mark.parametrize(("typed", "kept"), [("0.31", 0.31), ("0,4", 0.4), ("55 %", 0.55)])
def test_numbers_are_edited_in_place(
    window: MainWindow, outline: OutlinePanel, qtbot: QtBot, typed: str, kept: float
) -> None:
    write(outline, cell(outline, "Visit risk model", "Evolution"), typed, qtbot)
    assert named(window, "Visit risk model").evolution == kept
    write(outline, cell(outline, "Visit risk model", "Visibility"), typed, qtbot)
    assert named(window, "Visit risk model").visibility == kept
    assert front(window).session.history.undo_label == "Change visibility"


@pytest.mark.parametrize("typed", ["1.2", "much", "-0.1", "nan", ""])
def test_a_number_that_cannot_be_is_told_of_and_not_kept(
    window: MainWindow, outline: OutlinePanel, qtbot: QtBot, typed: str
) -> None:
    before = front(window).session.document
    write(outline, cell(outline, "Visit risk model", "Evolution"), typed or " ", qtbot)
    assert outline.problem.isVisible()
    assert outline.problem.text() == "Evolution is a number from 0 to 1, such as 0.45."
    assert front(window).session.document is before
    write(outline, cell(outline, "Visit risk model", "Evolution"), "0.2", qtbot)
    assert not outline.problem.isVisible()


def test_a_component_cannot_be_left_without_a_name(window: MainWindow, outline: OutlinePanel, qtbot: QtBot) -> None:
    write(outline, cell(outline, "Visit risk model", "Name"), "  ", qtbot)
    assert outline.problem.text() == "A component needs a name."
    assert named(window, "Visit risk model")


def test_what_is_locked_says_so(window: MainWindow, outline: OutlinePanel, qtbot: QtBot) -> None:
    session = front(window).session
    session.apply("Lock", set_locked, [named(window, "Visit risk model").id], True)
    outline.refresh()
    write(outline, cell(outline, "Visit risk model", "Name"), "Gate", qtbot)
    assert outline.problem.text() == "That is locked. Ctrl+L unlocks it."
    assert named(window, "Visit risk model")


def test_writing_what_stands_there_already_is_no_step(window: MainWindow, outline: OutlinePanel, qtbot: QtBot) -> None:
    for column in ("Name", "Evolution"):
        index = cell(outline, "Visit risk model", column)
        write(outline, index, str(index.data(Qt.ItemDataRole.EditRole)), qtbot)
    assert front(window).session.history.undo_label is None


def test_stage_kind_method_and_contract_are_chosen_in_place(
    window: MainWindow, outline: OutlinePanel, qtbot: QtBot
) -> None:
    name = "Visit risk model"
    choose(outline, cell(outline, name, "Stage"), "Commodity (+ utility)", qtbot)
    assert named(window, name).evolution == 0.85
    choose(outline, cell(outline, name, "Method"), "Rent", qtbot)
    assert named(window, name).method is Method.RENT
    choose(outline, cell(outline, name, "Method"), "As its stage says", qtbot)
    assert named(window, name).method is None
    choose(outline, cell(outline, name, "Kind"), "Market", qtbot)
    assert named(window, name).kind == "market"
    session = front(window).session
    choose(outline, cell(outline, name, "Contract"), "In no contract", qtbot)
    assert cell(outline, name, "Contract").data() == ""
    title = next(each for each in session.document.contracts.values() if each.ref == "C9")
    choose(outline, cell(outline, name, "Contract"), f"C9  {title.title}", qtbot)
    assert named(window, name).id in session.document.contracts[title.id].members
    assert [step.label for step in session.history.steps[1:]] == [
        "Change stage",
        "Change method",
        "Change method",
        "Change kind",
        "Change contract",
        "Change contract",
    ]


def test_of_a_user_no_method_stage_or_contract_can_be_edited(window: MainWindow, outline: OutlinePanel) -> None:
    user = next(each for each in front(window).session.document.components.values() if each.is_anchor)
    for column in ("Stage", "Method", "Contract"):
        assert not cell(outline, user.name, column).flags() & Qt.ItemFlag.ItemIsEditable
    assert cell(outline, user.name, "Name").flags() & Qt.ItemFlag.ItemIsEditable


def test_the_arrows_walk_the_cells_and_a_letter_takes_no_tool(
    window: MainWindow, outline: OutlinePanel, qtbot: QtBot
) -> None:
    outline.list.setFocus()
    outline.list.setCurrentIndex(outline.components.index(0, 0))
    qtbot.keyClick(outline.list, Qt.Key.Key_Right)
    assert outline.list.currentIndex().column() == 1
    qtbot.keyClick(outline.list, Qt.Key.Key_K)
    assert front(window).session.tool.tool_id == "select"


def test_names_can_be_read_whatever_columns_are_shown(outline: OutlinePanel) -> None:
    table = outline.list
    assert table.columnWidth(0) >= 120
    for at in range(1, len(COLUMNS)):
        table.setColumnHidden(at, True)
    assert table.columnWidth(0) == table.viewport().width()


def test_which_columns_are_shown_is_chosen_and_remembered(window: MainWindow, settings: Settings, qtbot: QtBot) -> None:
    table = window.bench.outline.list
    assert table.isColumnHidden(COLUMN["Visibility"])
    menu = table.columns_menu()
    next(action for action in menu.actions() if action.text() == "Visibility").trigger()
    assert not table.isColumnHidden(COLUMN["Visibility"])
    window.bench.keep(settings)
    other = MainWindow(settings, Appearance(settings))
    qtbot.addWidget(other)
    assert not other.bench.outline.list.isColumnHidden(COLUMN["Visibility"])
    assert other.bench.outline.list.isColumnHidden(COLUMN["Kind"])


def test_the_table_follows_edits_of_five_thousand_components(window: MainWindow, outline: OutlinePanel) -> None:
    components = {
        (id := Id(f"c{at}")): Component(id=id, name=f"Thing {at}", evolution=at / 5000, visibility=0.5)
        for at in range(5000)
    }
    session = front(window).session
    session.apply("Fill", lambda _: Document(components=components))
    outline.refresh()
    assert outline.components.rowCount() == 5000
    session.select(components)
    assert len(outline.list.selectionModel().selectedRows()) == 5000
    assert outline.list.selectionModel().selection().count() == 1, "in as few pieces as there are"
    told: list[int] = []
    outline.components.dataChanged.connect(lambda first, last: told.append(last.row() - first.row() + 1))
    outline.components.setData(cell(outline, "Thing 4999", "Name"), "Thing 4999 too")
    assert told == [1], "only the row that changed is looked at again"


def test_a_row_that_goes_elsewhere_by_an_edit_stays_in_sight(outline: OutlinePanel, qtbot: QtBot) -> None:
    write(outline, cell(outline, "API gateway", "Name"), "Zebra", qtbot)
    row = cell(outline, "Zebra", "Name")
    assert outline.list.currentIndex() == row
    assert row.row() == outline.components.rowCount() - 1
    assert outline.list.viewport().rect().contains(outline.list.visualRect(row).center())
