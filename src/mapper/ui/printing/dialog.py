"""Printing: what the sheets will look like, and on what."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMarginsF, QSize
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from mapper.drawing.draw import Scene, picture
from mapper.drawing.frame import Frame
from mapper.drawing.marks import Picture
from mapper.drawing.place import lay_out
from mapper.drawing.theme import Theme
from mapper.drawing.themes import THEMES, theme_of
from mapper.export.exporter import Exporter, ExportFailed, ExportOptions, export_to
from mapper.model import Document
from mapper.procurement.words import counted
from mapper.ui.messages import tell
from mapper.ui.panels.combo import Combo, calm
from mapper.ui.printing.press import Job, print_on
from mapper.ui.printing.sheets import MOST
from mapper.ui.task import Task

PAPERS = {
    "A4": QPageSize.PageSizeId.A4,
    "A3": QPageSize.PageSizeId.A3,
    "A2": QPageSize.PageSizeId.A2,
    "A1": QPageSize.PageSizeId.A1,
    "A0": QPageSize.PageSizeId.A0,
    "Letter": QPageSize.PageSizeId.Letter,
    "Legal": QPageSize.PageSizeId.Legal,
    "Tabloid": QPageSize.PageSizeId.Tabloid,
}
MARGIN = 28.0
"""In points."""
SOON = 0.25
PDF = ".pdf"


class PrintDialog(QDialog):
    """Sheets as they will be printed, and the choices that they depend on. `start` is where a PDF goes, less its suffix.
    A map that names no theme is light on paper, whatever the window is."""

    def __init__(self, document: Document, start: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Print")
        self.resize(QSize(980, 680).boundedTo(self.screen().availableSize() * 0.9))
        self._document, self._start, self._own = document, start, theme_of(document)
        self._picture: Picture | None = None
        self._task: Task[Picture] | None = None
        self.printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self.printer.setDocName(document.title)
        self.printer.setCreator("Mapper")
        self.paper, self.orientation, self.size_choice, self.theme = Combo(), Combo(), Combo(), Combo()
        self.percent = QSpinBox()
        self.count = QLabel()
        self.preview = QPrintPreviewWidget(self.printer)
        self.preview.paintRequested.connect(self._paint)
        self._fill_choices()
        self._lay_out()
        self._draw()

    @property
    def job(self) -> Job | None:
        """What will be printed; None while it is being drawn."""
        if self._picture is None:
            return None
        today = date.today()
        percent = None if self.size_choice.currentIndex() == 0 else self.percent.value()
        return Job(self._picture, f"{today.day} {today:%B %Y}", percent)

    def _fill_choices(self) -> None:
        self.paper.addItems(list(PAPERS))
        self.orientation.addItems(["Landscape", "Portrait"])
        self.size_choice.addItems(["Fit on one sheet", "On several sheets"])
        self.theme.addItems(["As the map is", *(other.title for other in THEMES.values())])
        self.percent.setRange(25, 800)
        self.percent.setSingleStep(25)
        self.percent.setValue(150)
        self.percent.setSuffix(" %")
        self.percent.setKeyboardTracking(False)
        calm(self.percent)
        for combo in (self.paper, self.orientation, self.size_choice):
            combo.currentIndexChanged.connect(self._refresh)
        self.percent.valueChanged.connect(self._refresh)
        self.theme.currentIndexChanged.connect(self._draw)

    def _lay_out(self) -> None:
        self.form = form = QFormLayout()
        form.setSpacing(10)
        form.addRow("Paper", self.paper)
        form.addRow("Orientation", self.orientation)
        form.addRow("Size", self.size_choice)
        form.addRow("Scale", self.percent)
        form.addRow("Theme", self.theme)
        self.count.setObjectName("quiet")
        self.count.setWordWrap(True)
        side = QVBoxLayout()
        side.addLayout(form)
        side.addWidget(self.count)
        side.addStretch(1)
        for button in self._buttons():
            side.addWidget(button)
        choices = QWidget()
        choices.setFixedWidth(270)
        choices.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 16, 16, 16)
        row.setSpacing(16)
        row.addWidget(choices)
        row.addWidget(self.preview, 1)

    def _buttons(self) -> tuple[QPushButton, ...]:
        self.print_button = QPushButton("Print…")
        self.print_button.clicked.connect(self._print)
        self.pdf_button = QPushButton("Save as PDF…")
        self.pdf_button.clicked.connect(self._ask_for_file)
        close = QPushButton("Close")
        close.clicked.connect(self.reject)
        has_printer = bool(QPrinterInfo.availablePrinterNames())
        self.print_button.setEnabled(has_printer)
        if not has_printer:
            self.print_button.setToolTip("No printer is set up on this computer")
        (self.print_button if has_printer else self.pdf_button).setDefault(True)
        return self.print_button, self.pdf_button, close

    @property
    def _theme(self) -> Theme:
        at = self.theme.currentIndex()
        return self._own if at <= 0 else list(THEMES.values())[at - 1]

    # What the sheets show.

    def _draw(self) -> None:
        """The map in the theme that was chosen, beside the window: a large one takes a while."""
        if self._task is not None:
            self._task.drop()
        document, theme = self._document, self._theme
        self._picture = None
        self.count.setText("Drawing the map…")
        self._task = Task(self, lambda: _drawn(document, theme), self._take, self._fail)
        self._task.hurry(SOON)

    def _take(self, drawn: Picture) -> None:
        self._picture = drawn
        self._refresh()

    def _fail(self, error: BaseException) -> None:
        raise error

    def _refresh(self) -> None:
        """Paper and preview as they were chosen."""
        self.form.setRowVisible(self.percent, self.size_choice.currentIndex() == 1)
        lies = self.orientation.currentIndex() == 0
        orientation = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
        margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
        size = QPageSize(PAPERS[self.paper.currentText()])
        self.printer.setPageLayout(QPageLayout(size, orientation, margins, QPageLayout.Unit.Point))
        if (job := self.job) is None:
            return
        count = job.sheets(self.printer).count
        too_many = count > MOST
        self.count.setText(
            f"That would take {count:,} sheets: choose a smaller scale." if too_many else counted(count, "sheet")
        )
        self.pdf_button.setEnabled(not too_many)
        self.print_button.setEnabled(not too_many and bool(QPrinterInfo.availablePrinterNames()))
        if not too_many:
            several = count > 1
            self.preview.setViewMode(
                QPrintPreviewWidget.ViewMode.AllPagesView if several else QPrintPreviewWidget.ViewMode.SinglePageView
            )
            self.preview.updatePreview()
            self.preview.fitInView()

    def _paint(self, printer: QPrinter) -> None:
        job = self.job
        if job is not None and job.sheets(printer).count <= MOST:
            print_on(printer, job)

    # Where they go.

    def _print(self) -> None:
        dialog = QPrintDialog(self.printer, self)
        if dialog.exec() == QDialog.DialogCode.Accepted and (job := self.job) is not None:
            print_on(self.printer, job)
            self.accept()
        dialog.deleteLater()

    def _ask_for_file(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "Save as PDF", f"{self._start}{PDF}", f"PDF (*{PDF})")
        if name:
            self.save_pdf(Path(name) if name.lower().endswith(PDF) else Path(name + PDF))

    def save_pdf(self, path: Path) -> None:
        """Print to a file; what goes wrong with that is told."""
        job = self.job
        if job is None:
            return
        data = _as_pdf(job, self.printer.pageLayout(), self._document.title)
        try:
            export_to(path, Exporter("print", "Print", PDF, lambda *_: data), self._document, ExportOptions())
        except ExportFailed as error:
            tell(self, "The map was not printed", str(error))
            return
        self.accept()


def _drawn(document: Document, theme: Theme) -> Picture:
    frame = Frame.of(document)
    return picture(Scene(document, frame, theme, lay_out(document, frame, typeface=theme.typeface)))


def _as_pdf(job: Job, layout: QPageLayout, title: str) -> bytes:
    """The bytes of a file, by way of one that is gone at once: Qt prints to files by name."""
    with tempfile.TemporaryDirectory(prefix="mapper-print-") as folder:
        file = Path(folder) / f"print{PDF}"
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        printer.setDocName(title)
        printer.setPageLayout(layout)
        print_on(printer, job)
        return file.read_bytes()
