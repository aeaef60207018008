"""The contracts panel and the outline, in step with the map."""

from __future__ import annotations

from driving import FLAGSHIP, do
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from mapper.edits import add_contract, add_members, change_contract
from mapper.model import Component, Stages
from mapper.procurement.mixing import new_and_mature
from mapper.ui.window import MainWindow


def open_flagship(window: MainWindow) -> None:
    window.open([FLAGSHIP])
    window.bench.contracts.refresh()


def texts(window: MainWindow) -> list[str]:
    model = window.bench.contracts.contracts
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def test_the_flagship_has_nine_rows_with_their_facts(window: MainWindow) -> None:
    open_flagship(window)
    rows = texts(window)
    assert len(rows) == 9
    assert rows[0].startswith("C1 Licence application, Build, £1.15m, 1 component (1 custom built)")
    assert window.bench.contracts.count.text() == "9 contracts · 29 components"
    assert window.bench.contracts.total.text() == "£9,350,000"


def test_another_plan_shows_its_own_contracts(window: MainWindow) -> None:
    open_flagship(window)
    panel = window.bench.contracts
    place = panel.plan.findText("Four lots")
    panel.plan.setCurrentIndex(place)
    panel.plan.activated.emit(place)
    panel.refresh()
    assert len(texts(window)) == 4
    assert any("Mixes new" in row for row in texts(window))


def test_a_row_follows_an_edit(window: MainWindow) -> None:
    open_flagship(window)
    session = window.maps.front.session
    first = next(iter(session.document.contracts))
    session.apply("Change title", change_contract, first, title="Something else")
    window.bench.contracts.refresh()
    assert texts(window)[0].startswith("C1 Something else")


def test_choosing_a_row_selects_the_contract_and_the_other_way_round(window: MainWindow) -> None:
    open_flagship(window)
    panel, session = window.bench.contracts, window.maps.front.session
    panel.list.setCurrentIndex(panel.contracts.index(2))
    ids = list(session.document.contracts)
    assert session.selection == {ids[2]}
    session.select([ids[4]])
    assert [index.row() for index in panel.list.selectedIndexes()] == [4]


def test_a_double_click_renames_a_contract(window: MainWindow, qtbot: QtBot) -> None:
    open_flagship(window)
    panel, session = window.bench.contracts, window.maps.front.session
    panel.list.edit(panel.contracts.index(0))
    editor = panel.list.findChild(QLineEdit)
    assert editor is not None and editor.text() == "Licence application"
    editor.setText("Applying")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert next(iter(session.document.contracts.values())).title == "Applying"
    assert session.history.undo_label == "Rename contract"


def test_delete_on_a_row_deletes_the_contract_and_keeps_its_components(window: MainWindow, qtbot: QtBot) -> None:
    open_flagship(window)
    panel, session = window.bench.contracts, window.maps.front.session
    components = set(session.document.components)
    panel.list.setCurrentIndex(panel.contracts.index(0))
    panel.list.setFocus()
    QApplication.processEvents()
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert len(session.document.contracts) == 8
    assert set(session.document.components) == components


def test_the_panel_makes_a_contract_of_what_is_selected(window: MainWindow) -> None:
    open_flagship(window)
    session = window.maps.front.session
    held = {member for each in session.document.contracts.values() for member in each.members}
    free = next(each.id for each in session.document.components.values() if not each.is_anchor and each.id not in held)
    session.select([free])
    window.bench.contracts.new.click()
    (made,) = (each for each in session.document.contracts.values() if free in each.members)
    assert made.ref == "C10"


def test_with_nothing_selected_the_panel_hands_over_the_contract_tool(window: MainWindow) -> None:
    open_flagship(window)
    window.bench.contracts.new.click()
    assert window.maps.front.session.tool.tool_id == "contract"


def test_a_map_without_contracts_says_how_to_make_one(window: MainWindow) -> None:
    do(window, "new")
    assert window.bench.contracts.empty.isVisible()
    assert "contract tool" in window.bench.contracts.empty.text()


def test_a_contract_mixes_only_when_its_members_are_clear_of_the_lines() -> None:
    def at(evolution: float) -> Component:
        return Component(name="Thing", evolution=evolution, visibility=0.5)

    assert new_and_mature([at(0.2), at(0.8), at(0.9)], Stages()) == (1, 2)
    assert new_and_mature([at(0.39), at(0.8)], Stages()) == (0, 1)
    assert new_and_mature([at(0.5), at(0.8)], Stages()) == (0, 2)


def test_a_row_that_mixes_new_with_mature_makes_room_to_say_so(window: MainWindow) -> None:
    open_flagship(window)
    panel, session = window.bench.contracts, window.maps.front.session
    index = panel.contracts.index(0)
    height = panel.list.sizeHintForIndex(index).height()
    hosting = next(id for id, each in session.document.components.items() if each.name == "Application platform")
    session.apply("Add", add_members, next(iter(session.document.contracts)), [hosting])
    panel.refresh()
    assert texts(window)[0].endswith("Mixes new (1) with mature (1)")
    assert panel.list.sizeHintForIndex(index).height() > height


def test_the_panel_says_what_the_colours_of_its_bars_stand_for(window: MainWindow) -> None:
    open_flagship(window)
    panel = window.bench.contracts
    assert panel.key.isVisible()
    light = panel.key.text()
    assert all(stage in light for stage in ("Genesis", "Custom", "Product", "Commodity"))
    window.appearance.toggle()
    assert panel.key.text() != light


def test_a_contract_drawn_on_the_map_appears_at_once(window: MainWindow, qtbot: QtBot) -> None:
    do(window, "new")
    session = window.maps.front.session
    session.apply("New contract", lambda document: add_contract(document, [], "First")[0])
    qtbot.waitUntil(lambda: len(texts(window)) == 1)
    assert not window.bench.contracts.empty.isVisible()


def test_panels_make_way_for_the_map_when_another_comes_in_a_small_window(tea: MainWindow, qtbot: QtBot) -> None:
    tea.resize(1200, 680)
    canvas = tea.maps.front.canvas
    for toggle in tea.bench.toggles[:2]:
        if not toggle.isChecked():
            toggle.trigger()
    qtbot.waitUntil(lambda: tea.bench.text.isVisible() and tea.bench.outline.isVisible())
    QApplication.processEvents()
    assert canvas.width() >= 400
    assert tea.bench.outline.width() >= tea.bench.outline.minimumWidth()
    assert tea.bench.text.width() >= tea.bench.text.minimumWidth()


def test_the_mark_of_tools_that_find_no_room_can_be_seen(tea: MainWindow, qtbot: QtBot) -> None:
    tea.resize(tea.minimumSizeHint().expandedTo(QSize(680, 360)))
    more = tea.bench.tools.findChild(QToolButton, "qt_toolbar_ext_button")
    qtbot.waitUntil(more.isVisible)
    picture = tea.bench.tools.grab(more.geometry()).toImage()
    ground = picture.pixelColor(0, 0).lightness()
    marked = [
        column
        for column in range(picture.width())
        if any(abs(picture.pixelColor(column, row).lightness() - ground) > 100 for row in range(picture.height()))
    ]
    assert len(marked) >= 6
