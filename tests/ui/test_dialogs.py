"""The dialogs: what they write, and that they can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from driving import FLAGSHIP, TEA, answer, do
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from mapper.export import EXPORTERS
from mapper.export.exporter import Exporter, ExportFailed, ExportOptions
from mapper.files.native import load
from mapper.files.opening import open_map
from mapper.files.problem import FileProblem
from mapper.model import Document, Person
from mapper.ui.dialogs.about import About
from mapper.ui.dialogs.export import ExportDialog
from mapper.ui.dialogs.preferences import Preferences
from mapper.ui.exporters import exporters
from mapper.ui.panels.forms.people import PERSON
from mapper.ui.panels.record_dialog import RecordDialog
from mapper.ui.settings import Settings
from mapper.ui.style.appearance import Appearance, Choice
from mapper.ui.window import MainWindow

PDF = next(exporter for exporter in EXPORTERS if exporter.suffix == ".pdf")


@dataclass
class Patient:
    """A format that takes until it is told to go on, or is cancelled."""

    go_on: threading.Event = field(default_factory=threading.Event)
    has_begun: threading.Event = field(default_factory=threading.Event)

    def make(self, document: Document, options: ExportOptions) -> bytes:
        self.has_begun.set()
        while not self.go_on.wait(0.01) and not options.cancelled():
            options.progress(0.5)
        return b"done"


@pytest.fixture
def shown(qtbot: QtBot) -> Callable[[Exporter, Path], ExportDialog]:
    def show(exporter: Exporter, start: Path) -> ExportDialog:
        dialog = ExportDialog("Export", [exporter], load(TEA), start.with_suffix(""), "wardley")
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def test_the_pack_is_written_where_the_user_said(
    shown: Callable[[Exporter, Path], ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = shown(PDF, tmp_path / "tea.wardley")
    assert dialog.target == tmp_path / "tea.pdf"
    dialog.choices.map_only.setChecked(True)
    dialog.export.click()
    assert not dialog.export.isEnabled()
    qtbot.waitUntil(lambda: dialog.done_button.isVisible(), timeout=20_000)
    assert dialog.target.read_bytes().startswith(b"%PDF")


def test_an_export_can_be_stopped_and_writes_nothing(
    shown: Callable[[Exporter, Path], ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    patient = Patient()
    dialog = shown(Exporter("slow", "Slow", ".slow", patient.make), tmp_path / "tea.wardley")
    dialog.export.click()
    qtbot.waitUntil(patient.has_begun.is_set)
    dialog.cancel.click()
    qtbot.waitUntil(lambda: "nothing was written" in dialog.state.text())
    assert not dialog.target.exists()
    assert dialog.export.isEnabled()


def test_a_failed_export_says_why(
    shown: Callable[[Exporter, Path], ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    def fail(document: Document, options: ExportOptions) -> bytes:
        raise ExportFailed("There is no room on the disk.")

    dialog = shown(Exporter("full", "Full", ".full", fail), tmp_path / "tea.wardley")
    dialog.export.click()
    qtbot.waitUntil(lambda: dialog.state.text() == "There is no room on the disk.")


@pytest.mark.parametrize("command", ["export-to-program", "settings", "shortcuts", "about"])
def test_a_dialog_that_was_closed_leaves_nothing_behind_in_the_window(
    command: str, tea: MainWindow, qtbot: QtBot
) -> None:
    closing = QTimer(tea, interval=20)
    closed: list[QDialog] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            closing.stop()
            closed.append(dialog)
            dialog.reject()

    closing.timeout.connect(close)
    closing.start()
    do(tea, command)
    assert closed
    qtbot.waitUntil(lambda: not isValid(closed[0]))


def test_a_name_that_no_system_takes_is_told_and_nothing_breaks(
    shown: Callable[[Exporter, Path], ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = shown(Exporter("slow", "Slow", ".slow", lambda *_: b"done"), tmp_path / "tea.wardley")
    dialog.path.setText(str(tmp_path / ("x" * 300 + ".slow")))
    dialog.export.click()
    qtbot.waitUntil(lambda: "the name is too long" in dialog.state.text())
    assert dialog.export.isEnabled()


def test_another_format_can_be_chosen_while_no_name_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog("Export", exporters("program"), load(TEA), tmp_path / "tea", "wardley")
    qtbot.addWidget(dialog)
    dialog.path.setText("")
    dialog.choices.format.setCurrentIndex(1)
    dialog.choices.format.activated.emit(1)
    assert not dialog.export.isEnabled()


def test_a_file_that_is_there_is_replaced_only_when_the_user_says_so(
    shown: Callable[[Exporter, Path], ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "tea.slow").write_bytes(b"old")
    patient = Patient()
    patient.go_on.set()
    dialog = shown(Exporter("slow", "Slow", ".slow", patient.make), tmp_path / "tea.wardley")
    answer("Cancel")
    dialog.export.click()
    assert dialog.target.read_bytes() == b"old"
    answer("Replace")
    dialog.export.click()
    qtbot.waitUntil(lambda: dialog.target.read_bytes() == b"done")


# What a format lets one choose, and what it loses.


@pytest.fixture
def offered(qtbot: QtBot) -> Callable[[str, Path], ExportDialog]:
    """The dialog of one kind for the sample with the most in it."""

    def show(kind: str, folder: Path) -> ExportDialog:
        dialog = ExportDialog("Export", exporters(kind), load(FLAGSHIP), folder / "map", "wardley")
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return show


def take_format(dialog: ExportDialog, id: str) -> None:
    place = next(place for place, each in enumerate(dialog.choices.exporters) if each.id == id)
    dialog.choices.format.setCurrentIndex(place)
    dialog.choices.format.activated.emit(place)


def test_what_a_format_leaves_out_is_listed_before_the_export(
    offered: Callable[[str, Path], ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = offered("program", tmp_path)
    seen = {}
    for exporter in dialog.choices.exporters:
        take_format(dialog, exporter.id)
        qtbot.waitUntil(lambda: not dialog.choices.losses.is_looking)
        words = [label.text() for label in dialog.choices.losses.findChildren(QLabel)]
        seen[exporter.id] = "\n".join(words)
        assert dialog.choices.losses.isVisible()
        assert set(exporter.losses(load(FLAGSHIP))) <= set(words)
        assert dialog.target == tmp_path / f"map{exporter.suffix}"
    assert "13 contracts" in seen["mermaid"]
    assert len(set(seen.values())) > 1


def test_every_format_of_another_program_says_what_it_is_for() -> None:
    assert [exporter.id for exporter in exporters("program") if not exporter.purpose] == []


def test_every_format_is_offered_in_one_of_the_dialogs() -> None:
    offered = [each.id for kind in ("pack", "picture", "program") for each in exporters(kind)]
    assert sorted(offered) == sorted(set(offered))
    assert {each.id for each in EXPORTERS} <= set(offered)


def test_a_picture_is_as_large_as_was_chosen_and_carries_the_map_only_if_that_was_wanted(
    offered: Callable[[str, Path], ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = offered("picture", tmp_path)
    take_format(dialog, "png")
    choices = dialog.choices
    choices.scale.setCurrentIndex(0)
    choices.transparent.setChecked(True)
    assert choices.carries_map.isChecked()
    choices.carries_map.setChecked(False)
    dialog.export.click()
    qtbot.waitUntil(lambda: dialog.done_button.isVisible(), timeout=20_000)
    picture = QImage(str(dialog.target))
    assert choices.scale.currentText() == f"{picture.width():,} pixels wide"
    assert picture.hasAlphaChannel()
    with pytest.raises(FileProblem, match="carries no map"):
        open_map(dialog.target)


def test_no_row_of_the_export_dialog_covers_another_whatever_format_comes_after_which(
    offered: Callable[[str, Path], ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = offered("program", tmp_path)
    losses = dialog.choices.losses
    covered = []
    for exporter in (*exporters("program"), *exporters("program")):
        take_format(dialog, exporter.id)
        qtbot.waitUntil(lambda: not losses.is_looking)
        qtbot.wait(20)
        below = losses.mapTo(dialog, losses.rect().bottomLeft()).y()
        if losses.isVisible() and below >= dialog.path.mapTo(dialog, dialog.path.rect().topLeft()).y():
            covered.append(exporter.id)
    assert covered == []


def test_a_word_document_is_on_the_paper_that_was_chosen(
    offered: Callable[[str, Path], ExportDialog], qtbot: QtBot, tmp_path: Path
) -> None:
    from docx import Document as Word

    dialog = offered("program", tmp_path)
    take_format(dialog, "docx")
    page = dialog.choices.page
    assert page.isVisible()
    page.setCurrentIndex(page.findText("Letter"))
    dialog.export.click()
    qtbot.waitUntil(lambda: dialog.done_button.isVisible(), timeout=20_000)
    section = Word(str(dialog.target)).sections[0]
    assert {round(section.page_width.inches, 1), round(section.page_height.inches, 1)} == {8.5, 11.0}


def test_only_what_a_format_takes_can_be_chosen(offered: Callable[[str, Path], ExportDialog], tmp_path: Path) -> None:
    picture = offered("picture", tmp_path).choices
    assert not picture.page.isVisible() and picture.carries_map.isVisible()
    pack = offered("pack", tmp_path).choices
    assert pack.page.isVisible() and pack.carries_map.isVisible() and pack.theme.isVisible()
    program = offered("program", tmp_path).choices
    assert not program.theme.isVisible()
    assert not program.page.isVisible() and not program.carries_map.isVisible() and program.purpose.text()


def test_a_look_that_is_tried_and_cancelled_is_not_kept(qtbot: QtBot, settings: Settings) -> None:
    appearance = Appearance(settings)
    dialog = Preferences(settings, appearance)
    qtbot.addWidget(dialog)
    dialog.look.activated.emit(2)
    assert appearance.choice is Choice.DARK
    dialog.reject()
    assert appearance.choice is Choice.SYSTEM


def test_the_shared_folder_is_kept_on_ok(qtbot: QtBot, settings: Settings) -> None:
    dialog = Preferences(settings, Appearance(settings))
    qtbot.addWidget(dialog)
    dialog.folder.setText("/maps")
    dialog.accept()
    assert settings.library == "/maps"


def test_about_names_the_version_and_the_credits(qtbot: QtBot) -> None:
    dialog = About()
    qtbot.addWidget(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(type(dialog.version)))
    assert "Version" in words and "Simon Wardley" in words and "Inter" in words


def test_a_record_dialog_answers_with_what_was_typed(qtbot: QtBot) -> None:
    dialog = RecordDialog("New person", PERSON, Person(name=""), Document())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClicks(dialog.rows[0].editor.main, "Ada <b>Byron</b>")
    assert dialog.record.name == "Ada <b>Byron</b>"


@pytest.mark.parametrize(
    ("typed", "turned"), [("Release 1.2", "Release 1.2.png"), ("tea.SVG", "tea.png"), ("tea", "tea.png")]
)
def test_only_the_suffix_of_a_format_turns_into_that_of_another(
    typed: str, turned: str, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = ExportDialog("Export", exporters("picture"), load(TEA), tmp_path / "map", "wardley")
    qtbot.addWidget(dialog)
    dialog.path.setText(str(tmp_path / typed))
    png = next(place for place, each in enumerate(exporters("picture")) if each.suffix == ".png")
    dialog.choices.format.setCurrentIndex(png)
    dialog.choices.format.activated.emit(png)
    assert dialog.target == tmp_path / turned
