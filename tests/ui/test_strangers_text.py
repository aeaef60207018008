"""Every text in a map is a stranger's: the window shows it letter by letter, wherever it shows it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from driving import FLAGSHIP, do
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QGroupBox,
    QLabel,
    QMessageBox,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from mapper.files.native import dump, load, parse
from mapper.model import Document
from mapper.ui.messages import offer
from mapper.ui.window import MainWindow

OWN = {"name", "title", "summary", "text", "purpose", "need", "organisation", "reason", "description", "outcome"}
EVIL = '<img src="x"> &File &amp; [*] %1 =1+1 ../../x {0} \u202e'


def test_strangers_names_are_shown_as_they_are_everywhere(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "<b>&Evil [*].wardley"
    path.write_bytes(dump(evil(load(FLAGSHIP))))
    window.settings.library = str(tmp_path)
    window.open([path])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    for toggle in window.bench.toggles:
        toggle.setChecked(True)
    document = window.maps.front.session.document
    tables = (document.components, document.links, document.notes, document.annotations, document.contracts)
    for table in tables:
        window.maps.front.session.select(list(table)[:1])
        window.bench.inspector.refresh()
        assert not list(faults(window))
    window.maps.front.session.select(document.components)
    window.bench.inspector.refresh()
    window.maps.front.session.select(())
    window.bench.inspector.refresh()
    window.maps.show(None)
    window.start.refresh()
    qtbot.waitUntil(lambda: bool(window.start.shared.lines) and bool(window.start.recent.lines))
    assert not list(faults(window))


def test_the_window_title_is_the_maps_title_letter_by_letter(tea: MainWindow) -> None:
    tea.maps.front.session.apply("Change title", lambda document: document.but(title="Plan [*] B"))
    # Qt writes its mark of unsaved changes where “[*]” stands once, and “[*]” where it stands twice.
    assert tea.windowTitle() == "Plan [*][*] B[*] — Mapper"


def test_messages_show_markup_as_it_is(window: MainWindow, qtbot: QtBot) -> None:
    seen: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        seen.extend(faults(box))
        box.reject()

    QTimer.singleShot(50, look)
    offer(window, "Title", EVIL, EVIL, "Yes", "No")
    assert seen == []


@pytest.mark.parametrize(
    "command", ["export-pack", "export-picture", "export-to-program", "switch-plan", "add-to-contract"]
)
def test_dialogs_show_markup_as_it_is(command: str, window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "evil.wardley"
    path.write_bytes(dump(evil(load(FLAGSHIP))))
    window.open([path])
    qtbot.waitUntil(lambda: window.maps.front is not None)
    session = window.maps.front.session
    members = {id for contract in session.document.contracts.values() for id in contract.members}
    free = [id for id, each in session.document.components.items() if id not in members and not each.is_anchor]
    session.select(free[:1])
    seen: list[str] = []
    looked: list[str] = []
    looking = QTimer(window, interval=30)

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            looking.stop()
            looked.append(type(dialog).__name__)
            seen.extend(faults(dialog))
            dialog.reject()

    looking.timeout.connect(look)
    looking.start()
    do(window, command)
    assert looked and seen == []


def evil(document: Document) -> Document:
    """The same map with every text of people's own replaced."""
    return parse(json.dumps(_replaced(json.loads(dump(document)))).encode(), "evil.wardley")


def _replaced(value: object) -> object:
    if isinstance(value, dict):
        return {key: EVIL if key in OWN and isinstance(each, str) else _replaced(each) for key, each in value.items()}
    return [_replaced(each) for each in value] if isinstance(value, list) else value


def faults(top: QWidget) -> Iterator[str]:
    """Where a stranger's text below a widget would be taken for markup or for a key."""
    widgets = [top, *top.findChildren(QWidget)]
    for widget in widgets:
        for text in _texts(widget):
            if "<img" in text or "<b>&Evil" in text:
                yield f"{type(widget).__name__}: {text}"
    for action in top.findChildren(QAction):
        if "&File &" in action.text() or _is_markup(action.toolTip()):
            yield f"action: {action.text()}"


def _texts(widget: QWidget) -> Iterator[str]:
    """Those texts of a widget that Qt would read as more than letters."""
    if _is_markup(widget.toolTip()):
        yield widget.toolTip()
    if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText:
        yield widget.text()
    if isinstance(widget, QAbstractButton | QGroupBox):
        text = widget.text() if isinstance(widget, QAbstractButton) else widget.title()
        if "&File &" in text:
            yield text
    if isinstance(widget, QTabBar):
        for place in range(widget.count()):
            if "&" in widget.tabText(place).replace("&&", "") or _is_markup(widget.tabToolTip(place)):
                yield widget.tabText(place)
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _tips(widget, QModelIndex())


def _tips(view: QAbstractItemView, parent: QModelIndex) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        tip = index.data(Qt.ItemDataRole.ToolTipRole)
        if isinstance(tip, str) and _is_markup(tip):
            yield tip
        yield from _tips(view, index)


def _is_markup(tip: str) -> bool:
    return "<img" in tip or "<b>&Evil" in tip
