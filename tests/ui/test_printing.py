"""Printing a map: sheets by number, and PDF files read back."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from driving import FLAGSHIP, answer
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from mapper.drawing.themes import THEMES
from mapper.files.native import load
from mapper.model import Document, Look
from mapper.ui.printing.dialog import PrintDialog
from mapper.ui.printing.sheets import OVERLAP, Sheets
from mapper.ui.window import MainWindow

A4_LYING = (842, 595)


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> Iterator[PrintDialog]:
    made = PrintDialog(load(FLAGSHIP), tmp_path / "map", window)
    qtbot.waitUntil(lambda: made.job is not None, timeout=20_000)
    yield made
    made.close()
    made.deleteLater()


def _pages(dialog: PrintDialog, path: Path) -> pikepdf.Pdf:
    dialog.save_pdf(path)
    return pikepdf.open(path)


def _size(page: pikepdf.Page) -> tuple[int, int]:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    return round(right - left), round(top - bottom)


def test_a_map_is_printed_on_one_lying_sheet_at_first(dialog: PrintDialog, tmp_path: Path) -> None:
    with _pages(dialog, tmp_path / "one.pdf") as pdf:
        assert [_size(page) for page in pdf.pages] == [A4_LYING]
        assert str(pdf.docinfo["/Title"]) == "Childcare licensing"


def test_paper_and_orientation_are_as_chosen(dialog: PrintDialog, tmp_path: Path) -> None:
    dialog.paper.setCurrentText("A3")
    dialog.orientation.setCurrentText("Portrait")
    with _pages(dialog, tmp_path / "a3.pdf") as pdf:
        assert [_size(page) for page in pdf.pages] == [(842, 1191)]
    dialog.orientation.setCurrentText("Landscape")
    with _pages(dialog, tmp_path / "a3.pdf") as pdf:
        assert [_size(page) for page in pdf.pages] == [(1191, 842)]


def test_a_larger_scale_takes_several_sheets_and_says_how_many(dialog: PrintDialog, tmp_path: Path) -> None:
    dialog.size_choice.setCurrentIndex(1)
    dialog.percent.setValue(150)
    with _pages(dialog, tmp_path / "tiles.pdf") as pdf:
        count = len(pdf.pages)
    assert count > 1
    assert dialog.count.text() == f"{count} sheets"


def test_more_sheets_than_anybody_means_are_refused_in_a_sentence(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    huge = Document(look=Look(width=60_000, height=40_000))
    dialog = PrintDialog(huge, tmp_path / "map", window)
    qtbot.waitUntil(lambda: dialog.job is not None, timeout=20_000)
    dialog.size_choice.setCurrentIndex(1)
    dialog.percent.setValue(800)
    assert "choose a smaller scale" in dialog.count.text()
    assert not dialog.pdf_button.isEnabled()
    dialog.size_choice.setCurrentIndex(0)
    assert dialog.pdf_button.isEnabled()
    dialog.deleteLater()


def test_the_print_theme_prints_no_colour(dialog: PrintDialog, qtbot: QtBot, tmp_path: Path) -> None:
    dialog.theme.setCurrentText(THEMES["print"].title)
    qtbot.waitUntil(lambda: dialog.job is not None, timeout=20_000)
    with _pages(dialog, tmp_path / "grey.pdf") as pdf:
        written = pdf.pages[0].Contents.read_bytes().decode("latin-1")
    colours = {
        tuple(line.split()[:3]) for line in written.splitlines() if line.endswith((" scn", " SCN", " rg", " RG"))
    }
    assert colours
    assert not [colour for colour in colours if len(colour) == 3 and len(set(colour)) > 1]


def test_a_print_never_takes_the_place_of_a_map(dialog: PrintDialog, tmp_path: Path) -> None:
    path = tmp_path / "map.pdf"
    path.write_bytes(FLAGSHIP.read_bytes())
    seen: list[str] = []
    answer("OK", seen)
    dialog.save_pdf(path)
    assert "is a map" in seen[0]
    assert load(path) == load(FLAGSHIP)


def test_every_part_of_the_map_is_on_a_sheet_and_neighbours_overlap() -> None:
    sheets = Sheets(1400, 900, 500, 300, 0.75)
    found = list(sheets)
    assert len(found) == sheets.count == sheets.columns * sheets.rows
    last = found[-1]
    assert last.left * sheets.scale + sheets.across >= sheets.width * sheets.scale
    assert last.top * sheets.scale + sheets.down >= sheets.height * sheets.scale
    first, second = found[:2]
    assert (second.left - first.left) * sheets.scale == pytest.approx(sheets.across - OVERLAP)


def test_a_map_that_fits_takes_one_sheet_and_all_of_it_in_one_direction() -> None:
    sheets = Sheets.fitting(1400, 900, 700, 500)
    assert sheets.count == 1
    assert sheets.width * sheets.scale == pytest.approx(700)


def test_ctrl_p_shows_the_sheets(tea: MainWindow, qtbot: QtBot) -> None:
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, PrintDialog) and dialog.job is not None:
            seen.append(dialog.count.text())
            dialog.reject()
        else:
            QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)
    qtbot.keyClick(tea.maps.front.canvas, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert seen == ["1 sheet"]


def test_the_window_needs_nothing_of_printing_before_it_is_asked_for() -> None:
    code = "import sys, mapper.ui.window; print('PySide6.QtPrintSupport' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "False"


def test_the_dialog_is_no_larger_than_the_screen(dialog: PrintDialog, qtbot: QtBot) -> None:
    room = dialog.screen().availableGeometry()
    assert room.width() < 980  # else this test shows nothing
    dialog.show()
    qtbot.waitExposed(dialog)
    assert room.size().expandedTo(dialog.frameGeometry().size()) == room.size()
    assert dialog.pdf_button.visibleRegion().boundingRect() == dialog.pdf_button.rect()
