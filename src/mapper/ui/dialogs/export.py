"""Exporting: what to write and where, then a bar that can be cancelled."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mapper.export.exporter import ExportCancelled, Exporter, ExportFailed, export_to
from mapper.model import Document
from mapper.ui.dialogs.export_choices import ExportChoices
from mapper.ui.messages import Answer, ask
from mapper.ui.task import Task


class Meter:
    """How far an export has come, 0 to 1, and what is to be known of its result: written by its thread, looked at by
    the dialog."""

    def __init__(self) -> None:
        self.part = 0.0
        self.notes = ""

    def read(self, part: float) -> None:
        self.part = part

    def note(self, sentence: str) -> None:
        self.notes += f" {sentence}"


class ExportDialog(QDialog):
    """Writes one document in one of several formats. The window stays free: the work is done beside it.

    `start` is where to write, less the suffix.
    """

    def __init__(
        self,
        title: str,
        exporters: Sequence[Exporter],
        document: Document,
        start: Path,
        theme: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(560)
        self._document = document
        self._suffixes = frozenset(each.suffix for each in exporters)
        self._task: Task[None] | None = None
        self._stop = threading.Event()
        self._meter = Meter()
        self.choices = ExportChoices(exporters, document, theme)
        self.choices.format_changed.connect(self._turn_suffix)
        # Words that go over several lines count only once it is known how wide they are.
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self._fit)
        self.choices.losses.told.connect(self._fit_soon.start)
        self.path = QLineEdit(f"{start}{self.exporter.suffix}")
        self.path.textChanged.connect(self._look_at_path)
        self._make_progress()
        self._lay_out()
        self._look_at_path(self.path.text())

    def _make_progress(self) -> None:
        self.state = QLabel()
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.state.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.hide()
        self._look = QTimer(self, interval=80)
        self._look.timeout.connect(lambda: self.bar.setValue(round(self._meter.part * 100)))

    def _lay_out(self) -> None:
        self.browse = browse = QPushButton("Choose…")
        browse.setAutoDefault(False)
        browse.clicked.connect(self._browse)
        place = QHBoxLayout()
        place.addWidget(self.path, 1)
        place.addWidget(browse)
        self.choices.form.addRow("Save to", place)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.setSpacing(10)
        column.addWidget(self.choices)
        column.addWidget(self.state)
        column.addWidget(self.bar)
        column.addStretch(1)
        column.addWidget(self._buttons())

    def _buttons(self) -> QStackedWidget:
        self.export = QPushButton("Export")
        self.export.setDefault(True)
        self.export.clicked.connect(self.start)
        self.cancel = QPushButton("Cancel")
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.show_file = QPushButton("Open")
        self.show_file.clicked.connect(lambda: self._show(self.target))
        self.show_folder = QPushButton("Open folder")
        self.show_folder.clicked.connect(lambda: self._show(self.target.parent))
        self.done_button = QPushButton("Done")
        self.done_button.clicked.connect(self.accept)
        self.pages = QStackedWidget()
        self.pages.addWidget(_row(self.cancel, self.export))
        self.pages.addWidget(_row(self.show_folder, self.show_file, self.done_button))
        return self.pages

    @property
    def target(self) -> Path:
        """Where the export goes."""
        return Path(self.path.text().strip())

    @property
    def exporter(self) -> Exporter:
        return self.choices.exporter

    def start(self) -> None:
        """Begin to write, asking first if a file is in the way."""
        # What the system cannot even look for, such as a name that is too long, the export itself will tell of.
        if os.path.exists(self.target) and not self._may_replace():
            return
        self._stop, self._meter = threading.Event(), Meter()
        options = replace(
            self.choices.options, progress=self._meter.read, cancelled=self._stop.is_set, note=self._meter.note
        )
        target, exporter, document = self.target, self.exporter, self._document
        self._busy(True, f"Writing “{target.name}”…")
        self._task = Task(self, lambda: export_to(target, exporter, document, options), self._finish, self._fail)

    def reject(self) -> None:
        """Cancel: the work if some is under way, else the dialog."""
        if self._task is None:
            super().reject()
        else:
            self._stop.set()
            self.state.setText("Stopping…")

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._task is not None:
            event.ignore()
            self.reject()

    def _finish(self, _: None) -> None:
        self._busy(False, f"“{self.target.name}” is ready.{self._meter.notes}")
        self.pages.setCurrentIndex(1)
        self.done_button.setDefault(True)
        self.done_button.setFocus()

    def _fail(self, error: BaseException) -> None:
        if isinstance(error, ExportCancelled):
            self._busy(False, "The export was stopped; nothing was written.")
        elif isinstance(error, ExportFailed):
            self._busy(False, str(error))
        else:
            self._busy(False, "The export failed: this is a fault of the program. Nothing was written.")
            raise error

    def _busy(self, is_busy: bool, words: str) -> None:
        self._task = self._task if is_busy else None
        self.state.setText(words)
        self.bar.setValue(0)
        self.bar.setVisible(is_busy)
        if is_busy:
            self._look.start()
        else:
            self._look.stop()
        if is_busy:
            self.cancel.setFocus()
        for part in (self.choices, self.export):
            part.setEnabled(not is_busy)

    def _may_replace(self) -> bool:
        return (
            ask(self, "Replace the file?", f"“{self.target.name}” exists already.", "", "Replace", "Keep it")
            is Answer.FIRST
        )

    def _turn_suffix(self) -> None:
        if self.target.name:
            self.path.setText(str(self._with_suffix(self.target)))

    def _with_suffix(self, path: Path) -> Path:
        """The path with the suffix of the format. “Release 1.2” has none that could be turned into it."""
        bare = path.with_suffix("") if path.suffix.lower() in self._suffixes else path
        return bare.with_name(f"{bare.name}{self.exporter.suffix}")

    def _fit(self) -> None:
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_soon.start()

    def _look_at_path(self, text: str) -> None:
        self.export.setEnabled(bool(text.strip()) and bool(self.target.name))

    def _browse(self) -> None:
        suffix = self.exporter.suffix
        name, _ = QFileDialog.getSaveFileName(
            self,
            "Export to",
            str(self.target),
            f"{self.exporter.title} (*{suffix})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if name:
            self.path.setText(str(self._with_suffix(Path(name))))

    def _show(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _row(*buttons: QPushButton) -> QWidget:
    """Buttons at the right end of a row."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.addStretch(1)
    for button in buttons:
        line.addWidget(button)
    return row
