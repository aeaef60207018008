"""The main window, driven as a user does."""

from __future__ import annotations

from pathlib import Path

from driving import FLAGSHIP, answer, do, held_move, rename_first
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication, QComboBox
from pytest import approx
from pytestqt.qtbot import QtBot

from mapper.commands import COMMANDS
from mapper.commands.menus import MENUS
from mapper.edits import add_component
from mapper.files.native import load, save
from mapper.model import BLANK, Component
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance
from mapper.ui.window import MainWindow


def test_every_command_of_a_menu_is_in_that_menu(window: MainWindow) -> None:
    bar = {action.text().replace("&", ""): action.menu() for action in window.menuBar().actions()}
    assert tuple(bar) == MENUS
    for command in COMMANDS:
        if command.menu:
            menu = bar[command.menu]
            if command.submenu:
                menu = next(action.menu() for action in menu.actions() if action.text() == command.submenu)
            assert window.menus.actions[command.id] in menu.actions()


def test_commands_that_need_a_map_are_off_on_the_start_page(window: MainWindow) -> None:
    assert not window.menus.actions["save"].isEnabled()
    assert window.menus.actions["new"].isEnabled()


def test_a_shortcut_does_what_its_menu_item_does(tea: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(tea.maps.front.canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert set(tea.maps.front.session.document.components) <= tea.maps.front.session.selection


def test_a_tools_key_takes_it_in_hand_and_marks_its_button(tea: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(tea.maps.front.canvas, Qt.Key.Key_K)
    assert tea.maps.front.session.tool.tool_id == "contract"
    assert tea.bench.tools.tools["contract"].isChecked()


def test_a_tools_key_is_only_a_letter_in_a_text_field(tea: MainWindow, qtbot: QtBot) -> None:
    tea.bench.toggles[0].setChecked(True)
    tea.bench.outline.search.setFocus()
    qtbot.keyClick(tea.bench.outline.search, Qt.Key.Key_K)
    assert tea.bench.outline.search.text() == "k"
    assert tea.maps.front.session.tool.tool_id == "select"


def test_a_tools_key_is_only_a_letter_in_a_box_of_choices(tea: MainWindow, qtbot: QtBot) -> None:
    session = tea.maps.front.session
    session.select([next(id for id, each in session.document.components.items() if not each.is_anchor)])
    tea.bench.inspector.refresh()
    box = tea.bench.inspector.field("Method").main
    assert isinstance(box, QComboBox)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_R)
    assert box.currentText() == "Rent"
    assert session.tool.tool_id == "select"


def test_an_edit_marks_the_title_and_undoing_it_clears_the_mark(tea: MainWindow) -> None:
    rename_first(tea)
    assert tea.isWindowModified()
    assert tea.maps.bar.tabText(1).endswith("•")
    do(tea, "undo")
    assert not tea.isWindowModified()
    assert "•" not in tea.maps.bar.tabText(1)


def test_undo_names_what_it_takes_back(tea: MainWindow) -> None:
    rename_first(tea)
    tea.menus.refresh()
    assert tea.menus.actions["undo"].text() == "Undo Rename"


def test_a_sample_opens_as_a_map_without_a_file(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(window.start.samples.cards))
    window.start.samples.cards[0].click()
    qtbot.waitUntil(lambda: window.maps.front is not None)
    front = window.maps.front
    assert front is not None
    assert front.path is None
    assert window.windowTitle() == "Childcare licensing[*] — Mapper"
    assert not window.isWindowModified()


def test_a_map_without_a_title_of_its_own_is_called_by_its_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "payments.wardley"
    save(BLANK, path)
    window.open([path])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    assert window.windowTitle() == "payments[*] — Mapper"


def test_what_is_saved_is_what_is_read_again(tea: MainWindow, qtbot: QtBot) -> None:
    rename_first(tea)
    front = tea.maps.front
    assert front is not None and front.path is not None
    do(tea, "save")
    qtbot.waitUntil(lambda: not tea.isWindowModified())
    assert load(front.path) == front.session.document
    assert tea.settings.recent[0] == front.path


def test_closing_asks_and_cancel_keeps_the_map(tea: MainWindow) -> None:
    rename_first(tea)
    seen: list[str] = []
    answer("Cancel", seen)
    do(tea, "close-tab")
    assert seen == ["Save the changes to “Tea shop”?"]
    assert tea.maps.front is not None


def test_closing_without_saving_leaves_the_file_as_it_was(tea: MainWindow) -> None:
    path = tea.maps.front.path
    before = path.read_bytes()
    rename_first(tea)
    answer("Don’t save")
    do(tea, "close-tab")
    assert tea.maps.front is None
    assert path.read_bytes() == before


def test_closing_with_save_writes_the_file(tea: MainWindow) -> None:
    path = tea.maps.front.path
    rename_first(tea)
    answer("Save")
    do(tea, "close-tab")
    assert "Something else" in path.read_text(encoding="utf-8")


def test_cancel_keeps_the_window_open(tea: MainWindow) -> None:
    rename_first(tea)
    answer("Cancel")
    tea.close()
    assert tea.isVisible()


def test_a_file_changed_by_someone_else_is_not_overwritten_unasked(tea: MainWindow, qtbot: QtBot) -> None:
    front = tea.maps.front
    theirs = front.path.read_text(encoding="utf-8").replace("Tea shop", "Their tea shop")
    front.path.write_text(theirs, encoding="utf-8")
    rename_first(tea)
    seen: list[str] = []
    answer("Cancel", seen)
    do(tea, "save")
    qtbot.waitUntil(lambda: bool(seen))
    assert front.path.read_text(encoding="utf-8") == theirs
    answer("Overwrite")
    do(tea, "save")
    qtbot.waitUntil(lambda: "Something else" in front.path.read_text(encoding="utf-8"))


def test_a_broken_file_is_told_of_in_a_sentence(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    broken = tmp_path / "broken.wardley"
    broken.write_text("{", encoding="utf-8")
    seen: list[str] = []
    answer("OK", seen)
    window.open([broken])
    qtbot.waitUntil(lambda: bool(seen))
    assert "broken.wardley" in seen[0]
    assert "Traceback" not in seen[0]
    assert window.maps.front is None


def test_a_file_that_is_open_comes_to_the_front_instead_of_opening_twice(tea: MainWindow, qtbot: QtBot) -> None:
    path = tea.maps.front.path
    tea.maps.show(None)
    tea.open([path])
    qtbot.waitUntil(lambda: tea.maps.front is not None)
    assert len(tea.maps.all()) == 1
    assert tea.maps.front is tea.maps.all()[0]


def test_a_new_map_that_was_never_touched_makes_room_for_one_that_is_opened(window: MainWindow, qtbot: QtBot) -> None:
    do(window, "new")
    window.open([FLAGSHIP])
    qtbot.waitUntil(lambda: [each.title for each in window.maps.all()] == ["Childcare licensing"])


def test_a_title_that_looks_like_markup_is_shown_as_it_is(window: MainWindow) -> None:
    do(window, "new")
    front = window.maps.front
    front.session.apply("Change title", lambda document: document.but(title="<b>A&B</b>"))
    assert window.windowTitle() == "<b>A&B</b>[*] — Mapper"
    assert window.maps.bar.tabText(1).startswith("<b>A&&B</b>")
    assert "&lt;b&gt;" in window.maps.bar.tabToolTip(1)


def test_the_window_takes_up_the_shape_that_it_had(window: MainWindow, settings: Settings, qtbot: QtBot) -> None:
    window.resize(700, 560)
    window.bench.toggles[0].setChecked(True)
    window.close()
    again = MainWindow(settings, Appearance(settings))
    qtbot.addWidget(again)
    assert again.size().width() == window.size().width()
    assert again.bench.toggles[0].isChecked()


def test_dark_is_shown_on_every_map_and_remembered(tea: MainWindow, settings: Settings) -> None:
    was_dark = tea.appearance.tones.is_dark
    do(tea, "toggle-dark")
    assert tea.appearance.tones.is_dark is not was_dark
    ground = tea.maps.front.canvas.grab().toImage().pixelColor(3, 3)
    assert (ground.lightness() < 128) is tea.appearance.tones.is_dark
    assert Appearance(settings).tones.is_dark is not was_dark


def test_the_status_bar_names_the_stage_under_the_pointer(tea: MainWindow) -> None:
    front = tea.maps.front
    frame = front.session.frame
    front.canvas.hovered.emit(QPointF(frame.x(0.9), frame.y(0.5)))
    assert tea.status.place.text() == "Commodity (+ utility) · evolution 0.90 · visibility 0.50"


def test_in_a_narrow_window_the_status_bar_cuts_no_words_short(tea: MainWindow, qtbot: QtBot) -> None:
    tea.resize(940, 700)
    front = tea.maps.front
    frame, status = front.session.frame, tea.status
    front.canvas.hovered.emit(QPointF(frame.x(0.9), frame.y(0.5)))
    qtbot.wait(50)
    assert status.place.fitting(status.place.width()) == status.place.text()
    said = status.hint.fitting(status.hint.width())
    assert said and "…" not in said
    assert status.hint.text().startswith(said) and status.hint.text() != said


def test_a_stage_without_a_name_leaves_no_dot_before_the_place(tea: MainWindow) -> None:
    session = tea.maps.front.session
    names = (*session.document.stages.names[:3], "")
    session.apply("Rename", lambda document: document.but(stages=document.stages.but(names=names)))
    tea.maps.front.canvas.hovered.emit(QPointF(session.frame.x(0.9), session.frame.y(0.5)))
    assert tea.status.place.text() == "evolution 0.90 · visibility 0.50"


def test_while_dragging_the_status_bar_says_where_the_component_stands(tea: MainWindow, qtbot: QtBot) -> None:
    front = tea.maps.front
    canvas, frame = front.canvas, front.session.frame
    component = next(each for each in front.session.document.components.values() if not each.is_anchor)
    qtbot.wait(50)

    def on_screen(evolution: float) -> QPoint:
        return canvas.to_widget(frame.x(evolution), frame.y(component.visibility)).toPoint()

    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=on_screen(component.evolution))
    for evolution in (0.56, 0.52, 0.5):
        QApplication.sendEvent(canvas, held_move(canvas, on_screen(evolution)))
    assert "0.50" in tea.status.place.text()
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=on_screen(0.5))
    assert front.session.document.components[component.id].evolution == approx(0.5, abs=0.01)


def test_a_field_left_half_typed_is_kept_when_a_command_runs(tea: MainWindow, qtbot: QtBot) -> None:
    session = tea.maps.front.session
    id = next(iter(session.document.components))
    session.select([id])
    tea.bench.inspector.refresh()
    line = tea.bench.inspector.field("Name").main
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Brew")
    do(tea, "zoom-to-fit")
    assert session.history.document.components[id].name == "Brew"


def test_an_empty_map_says_how_to_begin_until_something_is_on_it(window: MainWindow) -> None:
    do(window, "new")
    front = window.maps.front
    assert front is not None
    assert "Double-click" in window.status.hint.text()
    front.session.apply("Add", add_component, Component(name="First", evolution=0.5, visibility=0.5))
    assert "Double-click" not in window.status.hint.text()
    do(window, "undo")
    assert "Double-click" in window.status.hint.text()
