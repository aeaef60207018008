"""Tables in the real window: what their columns hold is guessed, shown and set right before they open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mapper.model import Document
from mapper.ui.dialogs.columns import LEFT_OUT
from mapper.ui.dialogs.mapping import MappingDialog
from mapper.ui.window import MainWindow

CSV = """Component,Maturity,Visibility,Lot,Remark of mine
Cup of tea,0.6,0.8,Drinks,<b>hot</b>
Kettle,0.35,0.4,Drinks,=1+1
Power,0.9,0.1,,
,0.5,0.5,,nobody named this
"""


@pytest.fixture
def dealing(window: MainWindow) -> Iterator[Callable[[Callable[[MappingDialog], object]], list[MappingDialog]]]:
    """Have something done to the next dialog over a table, once it says what will come of it."""
    timer = QTimer(window, interval=20)

    def deal(act: Callable[[MappingDialog], object]) -> list[MappingDialog]:
        seen: list[MappingDialog] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, MappingDialog) and not seen and settled(dialog):
                seen.append(dialog)
                act(dialog)

        timer.timeout.connect(look)
        timer.start()
        return seen

    yield deal
    timer.stop()


def settled(dialog: MappingDialog) -> bool:
    return dialog.outcome.text() not in ("", "Reading…")


def take(dialog: MappingDialog, column: int, title: str) -> None:
    """Choose what a column holds, as a user does, and wait for what comes of it."""
    combo = dialog.columns.combos[column]
    combo.setCurrentIndex(combo.findText(title))
    combo.activated.emit(combo.currentIndex())


def document(window: MainWindow) -> Document:
    assert window.maps.front is not None
    return window.maps.front.session.document


def test_a_table_opens_as_its_headers_say_and_says_first_what_will_come_of_it(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    dealing: Callable[[Callable[[MappingDialog], object]], list[MappingDialog]],
) -> None:
    path = tmp_path / "tea.csv"
    path.write_text(CSV, encoding="utf-8")
    told: list[str] = []

    def act(dialog: MappingDialog) -> None:
        titles = [combo.currentText() for combo in dialog.columns.combos]
        told.extend([*titles, dialog.outcome.text()])
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    dealing(act)
    window.open([path])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    assert told[:5] == ["Name", "Evolution", "Visibility", "Contract", LEFT_OUT]
    assert told[5].startswith("This makes 3 components, 1 contract and 0 links.")
    assert "1 row" in told[5]
    assert {each.name for each in document(window).components.values()} == {"Cup of tea", "Kettle", "Power"}
    assert window.maps.front is not None
    assert window.maps.front.path is None
    assert window.maps.front.report is not None


def test_a_column_that_the_user_names_is_read_and_the_line_says_so_at_once(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    dealing: Callable[[Callable[[MappingDialog], object]], list[MappingDialog]],
) -> None:
    path = tmp_path / "tea.csv"
    path.write_text(CSV, encoding="utf-8")
    told: list[str] = []

    def act(dialog: MappingDialog) -> None:
        take(dialog, 3, LEFT_OUT)
        qtbot.waitUntil(lambda: settled(dialog))
        told.append(dialog.outcome.text())
        take(dialog, 4, "Description")
        qtbot.waitUntil(lambda: settled(dialog))
        dialog.open_button.click()

    dealing(act)
    window.open([path])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    assert "contract" not in told[0]
    assert document(window).contracts == {}
    assert {each.description for each in document(window).components.values()} == {"<b>hot</b>", "=1+1", ""}


def test_no_two_columns_hold_the_same_and_without_names_there_is_nothing_to_open(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    dealing: Callable[[Callable[[MappingDialog], object]], list[MappingDialog]],
) -> None:
    path = tmp_path / "tea.csv"
    path.write_text(CSV, encoding="utf-8")
    told: list[object] = []

    def act(dialog: MappingDialog) -> None:
        take(dialog, 4, "Name")
        qtbot.waitUntil(lambda: settled(dialog))
        told.append(dialog.columns.combos[0].currentText())
        take(dialog, 4, LEFT_OUT)
        qtbot.waitUntil(lambda: settled(dialog))
        told.extend([dialog.outcome.text(), dialog.open_button.isEnabled()])
        dialog.buttons.rejected.emit()

    dealing(act)
    window.open([path])
    qtbot.waitUntil(lambda: len(told) == 3)
    assert told[0] == LEFT_OUT
    assert "tea.csv" in str(told[1])
    assert told[2] is False
    assert window.maps.front is None
    assert window.settings.recent == ()


def test_a_strangers_cells_are_shown_letter_by_letter(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    dealing: Callable[[Callable[[MappingDialog], object]], list[MappingDialog]],
) -> None:
    path = tmp_path / "<b>tea.csv"
    path.write_text(CSV, encoding="utf-8")
    told: list[object] = []

    def act(dialog: MappingDialog) -> None:
        cell = dialog.columns.item(1, 4)
        assert cell is not None
        told.extend([cell.text(), dialog.words.textFormat(), dialog.outcome.textFormat(), dialog.words.text()])
        dialog.reject()

    dealing(act)
    window.open([path])
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] == "<b>hot</b>"
    assert told[1] == told[2] == Qt.TextFormat.PlainText
    assert "<b>tea.csv" in str(told[3])


def test_a_workbook_opens_from_the_sheet_that_the_user_chooses(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    dealing: Callable[[Callable[[MappingDialog], object]], list[MappingDialog]],
) -> None:
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    first.title = "Components"
    for row in (("Name", "Evolution", "Visibility", "Kind"), ("Tea", 0.6, 0.7, ""), ("Kettle", 0.3, 0.2, "")):
        first.append(row)
    links = book.create_sheet("Who needs what")
    for row in (("From", "To"), ("Tea", "Kettle")):
        links.append(row)
    other = book.create_sheet("Next year")
    for row in (("Name", "Evolution", "Visibility"), ("Coffee", 0.7, 0.5)):
        other.append(row)
    path = tmp_path / "tea.xlsx"
    book.save(path)
    told: list[str] = []

    def act(dialog: MappingDialog) -> None:
        told.extend([dialog.sheet.currentText(), dialog.links_sheet.currentText(), dialog.outcome.text()])
        dialog.sheet.setCurrentText("Next year")
        dialog.sheet.activated.emit(dialog.sheet.currentIndex())
        qtbot.waitUntil(lambda: settled(dialog))
        told.append(str(len(dialog.columns.combos)))
        dialog.open_button.click()

    dealing(act)
    window.open([path])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    assert told == ["Components", "Who needs what", "This makes 2 components and 1 link.", "3"]
    assert [each.name for each in document(window).components.values()] == ["Coffee"]


def test_the_columns_of_the_links_and_the_row_of_names_are_set_right_in_the_dialog(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    dealing: Callable[[Callable[[MappingDialog], object]], list[MappingDialog]],
) -> None:
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    for row in (("Shop", "x", "y"), ("Part", "How evolved", "How seen"), ("Tea", 0.6, 0.7), ("Kettle", 0.3, 0.2)):
        first.append(row)
    links = book.create_sheet("Links")
    for row in (("From", "To"), ("Tea", "Kettle")):
        links.append(row)
    path = tmp_path / "tea.xlsx"
    book.save(path)
    told: list[object] = []

    def act(dialog: MappingDialog) -> None:
        header = dialog.table.header
        told.append(header.currentText())
        header.setFocus()
        qtbot.keyClick(header, Qt.Key.Key_Up)
        qtbot.waitUntil(lambda: settled(dialog))
        qtbot.keyClick(header, Qt.Key.Key_Down)
        qtbot.waitUntil(lambda: settled(dialog))
        dialog.pages.setCurrentIndex(1)
        combos = dialog.links.columns.combos
        for combo, title in ((combos[0], "To"), (combos[1], "From")):
            combo.setCurrentIndex(combo.findText(title))
            combo.activated.emit(combo.currentIndex())
            qtbot.waitUntil(lambda: settled(dialog))
        told.append([combo.currentText() for combo in combos])
        dialog.open_button.click()

    dealing(act)
    window.open([path])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    assert told[0] == "Row 2: Part · How evolved · How seen"
    assert told[1] == ["To", "From"]
    assert {each.name for each in document(window).components.values()} == {"Tea", "Kettle"}
    assert [(link.source, link.target) for link in document(window).links.values()] == [("kettle", "tea")]


def test_the_report_of_a_workbook_names_row_and_sheet_and_leads_to_the_component(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    dealing: Callable[[Callable[[MappingDialog], object]], list[MappingDialog]],
) -> None:
    book = Workbook()
    del book["Sheet"]
    for name, rows in {
        "Parts": [("Name", "Stage"), ("Tea", "Genesis"), ("Cup", "Product")],
        "Links": [("From", "To"), ("Cup", "Tea"), ("Tea", "Sugar")],
    }.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "tea.xlsx")
    dealing(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Return))
    window.open([tmp_path / "tea.xlsx"])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    assert window.maps.front is not None
    panel, session = window.maps.front.report, window.maps.front.session
    assert panel is not None
    assert panel.problems.headerData(0, Qt.Orientation.Horizontal) == "Row"
    assert panel.problems.index(0, 0).data() == "3 of “Links”"
    assert "Row 3 of “Links”: " in panel.text()
    place = panel.list.visualRect(panel.problems.index(0, 0)).center()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [session.document.components[id].name for id in session.selection] == ["Tea"]
    session.select([])
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert [session.document.components[id].name for id in session.selection] == ["Tea"]
