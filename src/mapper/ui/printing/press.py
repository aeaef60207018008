"""Paints a map on the sheets of a printer, with its title and the day in the foot of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPainter, QPen
from PySide6.QtPrintSupport import QPrinter

from mapper.drawing.marks import Picture
from mapper.ui.canvas.items import Item, paint_items
from mapper.ui.canvas.painter import item_of
from mapper.ui.fonts import font
from mapper.ui.printing.sheets import OVERLAP, POINTS_TO_UNIT, Sheet, Sheets

FOOT = 22.0
"""Kept free below the map, in points."""
SMALL = 8
MARK = 12.0
"""How long the marks are that show where the next sheet begins."""
INK, QUIET = "#1A1A1A", "#555555"


@dataclass(frozen=True, slots=True)
class Job:
    """What is printed: a drawing, as large as `percent` says or, if that is None, to fit one sheet. `day` is written
    out."""

    picture: Picture
    day: str
    percent: int | None = None

    def sheets(self, printer: QPrinter) -> Sheets:
        """The sheets that this takes on the printer's paper."""
        paper = printer.pageLayout().paintRect(QPageLayout.Unit.Point)
        across, down = max(72.0, paper.width()), max(72.0, paper.height() - FOOT)
        if self.percent is None:
            return Sheets.fitting(self.picture.width, self.picture.height, across, down)
        scale = self.percent / 100 * POINTS_TO_UNIT
        return Sheets(self.picture.width, self.picture.height, across, down, scale)


def print_on(printer: QPrinter, job: Job) -> None:
    """Print every sheet, or those that the user asked the printer for."""
    sheets = job.sheets(printer)
    wanted = [sheet for number, sheet in enumerate(sheets, start=1) if _is_wanted(printer, number)]
    items = [item_of(mark) for mark in job.picture.marks()]
    with QPainter(printer) as painter:
        for number, sheet in enumerate(wanted):
            if number:
                printer.newPage()
            painter.save()
            painter.scale(printer.resolution() / 72, printer.resolution() / 72)
            _paint_sheet(painter, job, sheets, sheet, items)
            painter.restore()


def _is_wanted(printer: QPrinter, number: int) -> bool:
    first, last = printer.fromPage(), printer.toPage()
    return first == 0 or first <= number <= last


def _paint_sheet(painter: QPainter, job: Job, sheets: Sheets, sheet: Sheet, items: Iterable[Item]) -> None:
    """The painter's unit is a point."""
    room = QRectF(0, 0, sheets.across, sheets.down)
    painter.save()
    painter.setClipRect(room)
    if sheets.count == 1:
        painter.translate((sheets.across - sheets.width * sheets.scale) / 2, 0)
    painter.scale(sheets.scale, sheets.scale)
    painter.translate(-sheet.left, -sheet.top)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_items(painter, items)
    painter.restore()
    if sheets.count > 1:
        _paint_marks(painter, sheets, sheet)
    _paint_foot(painter, job, sheets, sheet)


def _paint_marks(painter: QPainter, sheets: Sheets, sheet: Sheet) -> None:
    """Where the sheet to the right and the one below begin, and where those to the left and above end."""
    painter.setPen(QPen(QColor(QUIET), 0.6, Qt.PenStyle.DashLine))
    upright = [OVERLAP] * (sheet.column > 0) + [sheets.across - OVERLAP] * (sheet.column + 1 < sheets.columns)
    level = [OVERLAP] * (sheet.row > 0) + [sheets.down - OVERLAP] * (sheet.row + 1 < sheets.rows)
    for x in upright:
        painter.drawLine(QLineF(x, 0, x, MARK))
        painter.drawLine(QLineF(x, sheets.down - MARK, x, sheets.down))
    for y in level:
        painter.drawLine(QLineF(0, y, MARK, y))
        painter.drawLine(QLineF(sheets.across - MARK, y, sheets.across, y))


def _paint_foot(painter: QPainter, job: Job, sheets: Sheets, sheet: Sheet) -> None:
    painter.setFont(font(SMALL))
    foot = QRectF(0, sheets.down + 6, sheets.across, FOOT - 6)
    painter.setPen(QColor(INK))
    middle = Qt.AlignmentFlag.AlignVCenter
    title = painter.fontMetrics().elidedText(job.picture.title, Qt.TextElideMode.ElideRight, int(sheets.across * 0.55))
    painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | middle | Qt.TextFlag.TextSingleLine, title)
    painter.setPen(QColor(QUIET))
    painter.drawText(foot, Qt.AlignmentFlag.AlignRight | middle, job.day)
    if sheets.count > 1:
        number = sheet.row * sheets.columns + sheet.column + 1
        words = f"Sheet {number} of {sheets.count}, row {sheet.row + 1}, column {sheet.column + 1}"
        painter.drawText(foot, Qt.AlignmentFlag.AlignHCenter | middle, words)
