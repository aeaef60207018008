"""Maps made elsewhere, brought into the real window: asked about, reported on, and never saved over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from driving import FLAGSHIP, answer, do
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from mapper.export.exporter import ExportOptions
from mapper.files.importers import IMPORTERS
from mapper.files.native import load
from mapper.model import Id
from mapper.ui.dialogs.questions import QuestionsDialog
from mapper.ui.exporters import exporter
from mapper.ui.maps import OpenMap
from mapper.ui.opening import filters
from mapper.ui.panels.report import ReportPanel
from mapper.ui.window import MainWindow

OWM = """title Tea shop
anchor Public [0.95, 0.60]
component Cup of tea [0.80, 0.60]
component Kettle [0.40, 0.35]
Public->Cup of tea
Cup of tea->Kettle
Cup of tea->Milk
just prose <b & nothing else
"""
MERMAID = """wardley-beta
title "Tea shop"
anchor "Public" [0.95, 0.60]
component "Kettle" [0.40, 0.60]
"Public" -> "Kettle"
"""


def front(window: MainWindow) -> OpenMap:
    assert window.maps.front is not None
    return window.maps.front


def report(window: MainWindow) -> ReportPanel:
    found = front(window).report
    assert found is not None
    return found


def opened(window: MainWindow, qtbot: QtBot, path: Path, text: str) -> OpenMap:
    path.write_text(text, encoding="utf-8")
    window.open([path])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    return front(window)


def drop(target: QWidget, path: Path) -> None:
    """Drag a file in and let it go."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    at = target.mapTo(target.window(), QPoint(5, 5))
    QApplication.sendEvent(target.window().windowHandle(), QDragEnterEvent(at, *how))
    QApplication.sendEvent(target.window().windowHandle(), QDropEvent(QPointF(at), *how))


def kettle(window: MainWindow) -> float:
    return next(each.evolution for each in front(window).session.document.components.values() if each.name == "Kettle")


def answering(window: MainWindow, act: Callable[[QuestionsDialog], object], seen: list[QuestionsDialog]) -> QTimer:
    """Deal with each dialog of questions that is about to open; stop the timer when there should be no more."""
    timer = QTimer(window, interval=20)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QuestionsDialog) and dialog not in seen:
            seen.append(dialog)
            act(dialog)

    timer.timeout.connect(look)
    timer.start()
    return timer


# The report.


def test_a_dropped_map_of_another_program_opens_with_a_report_beside_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "tea.owm"
    path.write_text(OWM, encoding="utf-8")
    drop(window, path)
    qtbot.waitUntil(lambda: window.maps.front is not None)
    assert window.windowTitle() == "Tea shop[*] — Mapper"
    assert report(window).isVisible()
    assert "OnlineWardleyMaps" in report(window).summary.text()
    assert "1 link that leads nowhere" in report(window).summary.text()
    lines = [problem.line for problem in report(window).problems.problems]
    assert {7, 8} <= set(lines)


@pytest.mark.parametrize("part", ["map", "text"])
def test_a_file_dropped_on_the_map_or_its_text_opens_too(
    part: str, tea: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "tea.owm"
    path.write_text(OWM, encoding="utf-8")
    tea.bench.go_to_text()
    before = front(tea).session.document
    drop(front(tea).canvas if part == "map" else tea.bench.text.field.viewport(), path)
    qtbot.waitUntil(lambda: len(tea.maps.all()) == 2)
    assert tea.maps.all()[0].session.document is before


def test_a_map_that_was_understood_wholly_has_no_report(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    assert opened(window, qtbot, tmp_path / "tea.owm", "".join(OWM.splitlines(keepends=True)[:6])).report is None
    window.menus.refresh()
    assert not window.menus.actions["toggle-report"].isEnabled()


def test_the_report_can_be_closed_and_is_shown_again_from_the_view_menu(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, qtbot, tmp_path / "tea.owm", OWM)
    report(window).close_button.click()
    assert not report(window).isVisible()
    do(window, "toggle-report")
    assert report(window).isVisible()
    assert window.menus.actions["toggle-report"].isChecked()


def test_a_problem_leads_to_the_record_that_its_line_speaks_of(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    text = OWM.replace("component Kettle [0.40, 0.35]", "component Kettle [0.40. 0.35]")
    session = opened(window, qtbot, tmp_path / "tea.owm", text).session
    problems = report(window).problems
    (row,) = [row for row, problem in enumerate(problems.problems) if problem.line == 4]
    report(window).list.setFocus()
    report(window).list.setCurrentIndex(problems.index(row, 0))
    qtbot.keyClick(report(window).list, Qt.Key.Key_Return)
    assert [session.document.components[id].name for id in session.selection] == ["Kettle"]


def test_a_problem_in_a_block_of_markdown_leads_to_the_record_that_its_line_speaks_of(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    text = OWM.replace("component Kettle [0.40, 0.35]", "component Kettle [0.40. 0.35]")
    session = opened(window, qtbot, tmp_path / "tea.md", f"# Tea\n\n```wardley\n{text}```\n").session
    problems = report(window).problems
    (row,) = [row for row, problem in enumerate(problems.problems) if problem.line == 7]
    report(window).list.clicked.emit(problems.index(row, 0))
    assert [session.document.components[id].name for id in session.selection] == ["Kettle"]


def test_the_report_can_be_copied_whole_or_by_the_row(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened(window, qtbot, tmp_path / "tea.owm", OWM)
    panel = report(window)
    panel.copy_all.click()
    whole = QGuiApplication.clipboard().text()
    assert whole.startswith(panel.summary.text())
    assert "Line 8: “just prose <b & nothing else”." in whole
    panel.list.setFocus()
    panel.list.setCurrentIndex(panel.problems.index(0, 0))
    qtbot.keyClick(panel.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == next(line for line in whole.splitlines() if line[:5] == "Line ") + "\n"


# Questions.


def test_what_a_file_leaves_open_is_asked_and_the_answers_count(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    seen: list[QuestionsDialog] = []
    places = {}
    for chosen in ("stage", "position"):

        def act(dialog: QuestionsDialog, chosen: str = chosen) -> None:
            assert dialog.answers == {"stages": "stage"}
            dialog.asked[0].choose(chosen)
            qtbot.keyClick(dialog.open_button, Qt.Key.Key_Return)

        timer = answering(window, act, seen)
        window.maps.show(None)
        opened(window, qtbot, tmp_path / f"{chosen}.mmd", MERMAID)
        timer.stop()
        places[chosen] = kettle(window)
    assert len(seen) == 2
    assert places["position"] == pytest.approx(0.6)
    assert places["stage"] != places["position"]
    assert report(window).notices.text()


def test_a_choice_can_be_made_with_the_arrow_keys_and_by_a_click_on_its_words(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    answers: list[object] = []

    def act(dialog: QuestionsDialog) -> None:
        asked = dialog.asked[0]
        qtbot.waitUntil(asked.buttons[0].hasFocus)
        qtbot.keyClick(asked.buttons[0], Qt.Key.Key_Down)
        answers.append(dialog.answers)
        qtbot.mouseClick(asked.words[0], Qt.MouseButton.LeftButton)
        answers.append(dialog.answers)
        dialog.reject()

    seen: list[QuestionsDialog] = []
    timer = answering(window, act, seen)
    path = tmp_path / "tea.mmd"
    path.write_text(MERMAID, encoding="utf-8")
    window.open([path])
    qtbot.waitUntil(lambda: bool(answers))
    timer.stop()
    assert answers == [{"stages": "position"}, {"stages": "stage"}]


def test_backing_out_of_the_questions_opens_nothing_and_the_next_file_is_asked_about(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.mmd", tmp_path / "second.mmd"
    for path in (first, second):
        path.write_text(MERMAID, encoding="utf-8")
    seen: list[QuestionsDialog] = []
    told: list[str] = []

    def act(dialog: QuestionsDialog) -> None:
        told.append(dialog.words.text().partition("”")[0])
        dialog.done(QuestionsDialog.DialogCode.Accepted if len(told) == 2 else QuestionsDialog.DialogCode.Rejected)

    timer = answering(window, act, seen)
    window.open([first, second])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    timer.stop()
    assert told == ["“first.mmd", "“second.mmd"]
    assert [each.origin for each in window.maps.all()] == [second]
    assert window.settings.recent == (second,)


# Copies.


def test_a_map_of_another_program_has_no_file_and_is_never_saved_over(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "tea v1.2.owm"
    offered: list[str] = []

    def choose(parent: object, title: str, start: str, pattern: str) -> tuple[str, str]:
        offered.append(start)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    tea = opened(window, qtbot, path, OWM)
    assert tea.path is None
    assert window.status.saved.text() == "Not saved yet"
    do(window, "save")
    qtbot.waitUntil(lambda: tea.path is not None)
    assert offered == [str(tmp_path / "tea v1.2.wardley")]
    assert path.read_text(encoding="utf-8") == OWM
    assert load(tmp_path / "tea v1.2.owm.wardley").title == "Tea shop"


def test_a_map_of_another_program_is_remembered_and_opens_again(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "tea.owm"
    opened(window, qtbot, path, OWM)
    window.maps.show(None)
    window.start.refresh()
    (line,) = window.start.recent.lines
    assert line.path == path
    line.click()
    qtbot.waitUntil(lambda: len(window.maps.all()) == 2)
    assert [each.title for each in window.maps.all()] == ["Tea shop", "Tea shop"]


def test_a_map_without_a_title_is_called_by_the_file_that_it_was_read_from(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    assert opened(window, qtbot, tmp_path / "payments.owm", "component Kettle [0.4, 0.5]\n").title == "payments"


@pytest.mark.parametrize("id", ["svg", "png", "pdf"])
def test_a_picture_that_carries_its_map_opens_as_that_map(
    id: str, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path, document = tmp_path / f"picture.{id}", load(FLAGSHIP)
    path.write_bytes(exporter(id).make(document, ExportOptions(map_only=True)))
    window.open([path])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    assert front(window).session.document == document
    assert front(window).path is None
    path.write_bytes(exporter(id).make(document, ExportOptions(map_only=True, carries_map=False)))
    seen: list[str] = []
    answer("OK", seen)
    window.open([path])
    qtbot.waitUntil(lambda: bool(seen))
    assert "carries no map" in seen[0]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("map.xlsx", b"PK\x03\x04 and nothing more"),
        ("map.pdf", b"%PDF-1.7 and nothing more"),
        ("map.png", b"\x89PNG\r\n\x1a\n and nothing more"),
        ("map.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        ("map.json", b'{"elements": 7}'),
        ("map.owm", b"\xff\xfe\x00"),
    ],
)
def test_what_holds_no_map_is_told_in_one_sentence(
    name: str, data: bytes, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    seen: list[str] = []
    answer("OK", seen)
    window.open([path])
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0].startswith(f"“{name}” ")
    assert "\n" not in seen[0]
    assert window.maps.front is None
    assert window.settings.recent == ()


def test_the_file_dialog_offers_every_format_together_and_by_itself() -> None:
    together, *single, everything = filters().split(";;")
    assert [each.rpartition(" (")[0] for each in single] == [importer.title for importer in IMPORTERS]
    assert all(f"*{suffix}" in together for importer in IMPORTERS for suffix in importer.suffixes)
    assert everything == "All files (*)"


# Where a line is by now.


def test_a_line_is_found_again_after_others_were_added_above_it(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    asked: list[tuple[int, int]] = []
    tea = opened(window, qtbot, tmp_path / "tea.owm", OWM)
    tea.place_asked.connect(lambda line, column: asked.append((line, column)))
    source = tea.session.document.source
    assert source is not None
    lines = source.lines
    tea.session.apply(
        "Type",
        lambda document: document.but(
            source=source.but(lines=(lines[0].but(text="// new\n", id=Id("")), *lines[:7], *lines[7:]))
        ),
    )
    panel = report(window)
    row = next(row for row, problem in enumerate(panel.problems.problems) if problem.line == 8)
    panel.list.clicked.emit(panel.problems.index(row, 0))
    assert [line for line, _ in asked] == [9]
