"""The real clipboard, by real keys: within a map, between maps and windows, from and to other programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from driving import FLAGSHIP, do
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu
from pytestqt.qtbot import QtBot

from mapper.editor import Session
from mapper.export.exporter import ExportOptions
from mapper.files.owm import read
from mapper.model import Component, Id
from mapper.ui.canvas.canvas import Canvas
from mapper.ui.clipboard import IMAGE, OWN, PNG, SVG, leave_behind
from mapper.ui.exporters import exporter
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance
from mapper.ui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def empty_clipboard(window: MainWindow) -> Iterator[None]:
    """Qt would look at what was left on it when Python is gone."""
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def shop(tea: MainWindow) -> MainWindow:
    """A window with the tea shop in front and the keyboard on its map."""
    tea.activateWindow()
    canvas_of(tea).setFocus()
    QApplication.processEvents()
    return tea


def session_of(window: MainWindow) -> Session:
    assert window.maps.front is not None
    return window.maps.front.session


def canvas_of(window: MainWindow) -> Canvas:
    assert window.maps.front is not None
    return window.maps.front.canvas


def named(window: MainWindow, name: str) -> list[Component]:
    return [each for each in session_of(window).document.components.values() if each.name == name]


def select(window: MainWindow, *names: str) -> list[Id]:
    ids = [named(window, name)[0].id for name in names]
    session_of(window).select(ids)
    QApplication.processEvents()
    return ids


def key(window: MainWindow, key: Qt.Key, keys: Qt.KeyboardModifier = CTRL) -> None:
    """A key pressed wherever the focus is."""
    QApplication.processEvents()
    QTest.keyClick(QApplication.focusWidget() or canvas_of(window), key, keys)
    QApplication.processEvents()


def put(**forms: bytes | str) -> None:
    """What another program would put on the clipboard."""
    data = QMimeData()
    for form, content in forms.items():
        if form == "text":
            data.setText(str(content))
        elif form == "html":
            data.setHtml(str(content))
        else:
            assert isinstance(content, bytes)
            data.setData({"svg": SVG, "png": PNG, "own": OWN}[form], content)
    QGuiApplication.clipboard().setMimeData(data)


def copied() -> QMimeData:
    return QGuiApplication.clipboard().mimeData()


def test_what_is_selected_is_copied_and_pasted_beside_itself_by_keys(shop: MainWindow) -> None:
    (kettle,) = select(shop, "Kettle")
    key(shop, Qt.Key.Key_C)
    assert shop.status.news.text() == "Copied 1 component and 1 contract."
    key(shop, Qt.Key.Key_V)
    original, copy = named(shop, "Kettle")
    assert original.id == kettle
    assert round(copy.evolution - original.evolution, 4) == 0.02
    assert session_of(shop).selection == {copy.id}
    key(shop, Qt.Key.Key_Z)
    assert len(named(shop, "Kettle")) == 1


def test_cut_and_paste_in_place_by_keys(shop: MainWindow) -> None:
    (tea,) = select(shop, "Tea")
    before = named(shop, "Tea")[0]
    key(shop, Qt.Key.Key_X)
    assert not named(shop, "Tea")
    key(shop, Qt.Key.Key_V, CTRL | SHIFT)
    (after,) = named(shop, "Tea")
    assert after.id != tea
    assert (after.evolution, after.visibility) == (before.evolution, before.visibility)


def test_paste_goes_to_the_pointer_while_that_is_over_the_map(shop: MainWindow) -> None:
    select(shop, "Kettle")
    key(shop, Qt.Key.Key_C)
    canvas = canvas_of(shop)
    frame = session_of(shop).frame
    QTest.mouseMove(canvas, canvas.to_widget(frame.x(0.2), frame.y(0.9)).toPoint())
    key(shop, Qt.Key.Key_V)
    copy = named(shop, "Kettle")[1]
    assert copy.evolution == pytest.approx(0.2, abs=0.005)
    assert copy.visibility == pytest.approx(0.9, abs=0.005)


def test_paste_from_the_menu_on_the_map_goes_to_where_that_was_asked_for(shop: MainWindow) -> None:
    select(shop, "Kettle")
    key(shop, Qt.Key.Key_C)
    canvas, frame = canvas_of(shop), session_of(shop).frame
    at: QPointF = canvas.to_widget(frame.x(0.5), frame.y(0.1))

    def choose() -> None:
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        menu.setActiveAction(shop.menus.actions["paste"])
        QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    point: QPoint = at.toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, canvas.mapToGlobal(point))
    QApplication.sendEvent(canvas, event)
    copy = named(shop, "Kettle")[1]
    assert copy.evolution == pytest.approx(0.5, abs=0.005)
    assert copy.visibility == pytest.approx(0.1, abs=0.005)


def test_between_two_maps_in_two_windows(shop: MainWindow, qtbot: QtBot, settings: Settings) -> None:
    select(shop, "Tea", "Cup of tea")
    key(shop, Qt.Key.Key_C)
    other = MainWindow(settings, Appearance(settings))
    other.show()
    qtbot.waitExposed(other)
    do(other, "new")
    do(other, "paste")
    assert sorted(each.name for each in session_of(other).document.components.values()) == ["Cup of tea", "Tea"]
    assert len(session_of(other).document.links) == 1
    session_of(other).saved(session_of(other).document)
    other.close()
    other.deleteLater()


def test_other_programs_find_text_and_pictures_of_what_is_selected_and_of_nothing_else(shop: MainWindow) -> None:
    select(shop, "Tea", "Cup of tea")
    key(shop, Qt.Key.Key_C)
    data = copied()
    assert data.formats()[:2] == [OWN, "text/plain"]
    found = read(data.text()).document
    assert sorted(each.name for each in found.components.values()) == ["Cup of tea", "Tea"]
    drawn = bytes(data.data(SVG).data()).decode()
    assert "<svg" in drawn
    assert "Cup of tea" in drawn
    for secret in ("Kettle", "Water", "metadata", "Small", "£"):
        assert secret not in drawn, secret
        assert secret not in data.text(), secret
    picture = data.imageData()
    assert isinstance(picture, QImage)
    assert picture.width() > 1000
    assert not data.hasFormat("text/html")


def test_what_was_copied_is_what_was_there_then(shop: MainWindow) -> None:
    select(shop, "Tea")
    key(shop, Qt.Key.Key_C)
    key(shop, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier)
    assert not named(shop, "Tea")
    assert copied().text().startswith("component Tea ")


def test_when_the_program_ends_only_plain_data_is_left(shop: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    select(shop, "Tea")
    key(shop, Qt.Key.Key_C)
    text = copied().text()
    # There is no screen here; with one, other programs are there to paste.
    monkeypatch.setattr("mapper.ui.clipboard._ALONE", ())
    leave_behind()
    assert type(copied()) is QMimeData
    assert copied().text() == text
    assert copied().hasFormat(OWN)
    assert copied().hasFormat(IMAGE)
    assert b"<svg" in bytes(copied().data(SVG).data())


def test_lines_of_names_become_components(shop: MainWindow) -> None:
    put(text="- Saucer\n- <b>Spoon</b>\n")
    key(shop, Qt.Key.Key_V)
    assert len(named(shop, "Saucer")) == 1
    assert len(named(shop, "<b>Spoon</b>")) == 1
    assert shop.status.news.text() == "Pasted 2 components."
    assert "&lt;b&gt;" not in shop.status.news.text()


def test_cells_of_a_spreadsheet_become_components(shop: MainWindow) -> None:
    put(text="Name\tStage\nSaucer\tproduct\nSpoon\tcommodity\n", html="<table><tr><td>Name</td></tr></table>")
    key(shop, Qt.Key.Key_V)
    assert named(shop, "Saucer")[0].evolution < named(shop, "Spoon")[0].evolution


@pytest.mark.parametrize("form", ["svg", "png"])
def test_a_picture_that_carries_a_map_is_pasted_as_that_map(shop: MainWindow, form: str) -> None:
    picture = exporter(form).make(session_of(shop).document, ExportOptions(scale=0.5))
    number = len(session_of(shop).document.components)
    put(**{form: picture})
    key(shop, Qt.Key.Key_V)
    assert len(session_of(shop).document.components) == 2 * number
    assert shop.status.news.text().startswith("Pasted 9 components")


def test_a_picture_of_something_else_is_refused_in_the_status_bar(shop: MainWindow) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    QGuiApplication.clipboard().setImage(image)
    before = session_of(shop).document
    key(shop, Qt.Key.Key_V)
    assert session_of(shop).document is before
    assert shop.status.news.text().startswith("Nothing was pasted: ")


def test_damaged_data_and_copied_files_change_nothing_and_no_box_opens(shop: MainWindow, tmp_path: Path) -> None:
    before = session_of(shop).document
    put(own=b'{"format": "wardley"')
    key(shop, Qt.Key.Key_V)
    assert shop.status.news.text().startswith("Nothing was pasted: ")
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "x.wardley"))])
    QGuiApplication.clipboard().setMimeData(files)
    key(shop, Qt.Key.Key_V)
    assert session_of(shop).document is before
    assert QApplication.activeModalWidget() is None


def test_the_text_beside_the_map_keeps_its_own_copy_and_paste(shop: MainWindow) -> None:
    select(shop, "Kettle")
    shop.bench.go_to_text()
    QApplication.processEvents()
    field = shop.bench.text.field
    field.setFocus()
    cursor = field.textCursor()
    cursor.movePosition(cursor.MoveOperation.Start)
    cursor.movePosition(cursor.MoveOperation.EndOfWord, cursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    word = cursor.selectedText()
    key(shop, Qt.Key.Key_C)
    assert copied().text() == word
    assert not copied().hasFormat(OWN)
    cursor.movePosition(cursor.MoveOperation.End)
    field.setTextCursor(cursor)
    before = len(field.toPlainText())
    key(shop, Qt.Key.Key_V)
    assert len(field.toPlainText()) == before + len(word)


def test_the_field_of_a_name_keeps_its_own_copy_and_paste(shop: MainWindow) -> None:
    select(shop, "Kettle")
    put(text="Samovar")
    key(shop, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    key(shop, Qt.Key.Key_A)
    key(shop, Qt.Key.Key_V)
    key(shop, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)
    assert len(named(shop, "Samovar")) == 1
    assert not named(shop, "Kettle")


def test_all_of_the_flagship_is_copied_into_a_new_map(window: MainWindow, qtbot: QtBot) -> None:
    window.open([FLAGSHIP])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    whole = session_of(window).document
    do(window, "select-all")
    do(window, "copy")
    do(window, "new")
    do(window, "paste-in-place")
    pasted = session_of(window).document
    assert pasted.title == whole.title
    assert [each.name for each in pasted.components.values()] == [each.name for each in whole.components.values()]
    assert [each.ref for each in pasted.contracts.values()] == [each.ref for each in whole.contracts.values()]
    assert len(pasted.plan.interfaces) == len(whole.plan.interfaces)


def test_copy_and_paste_work_from_the_outline_too(shop: MainWindow) -> None:
    shop.bench.toggles[0].setChecked(True)
    QApplication.processEvents()
    (kettle,) = select(shop, "Kettle")
    field = shop.bench.outline.findChild(QAbstractItemView)
    assert field is not None
    field.setFocus()
    key(shop, Qt.Key.Key_C)
    key(shop, Qt.Key.Key_V)
    assert len(named(shop, "Kettle")) == 2
    assert kettle not in session_of(shop).selection


def test_the_older_keys_of_the_clipboard_work(shop: MainWindow) -> None:
    select(shop, "Kettle")
    key(shop, Qt.Key.Key_Delete, SHIFT)
    assert not named(shop, "Kettle")
    key(shop, Qt.Key.Key_Insert, SHIFT)
    assert len(named(shop, "Kettle")) == 1
