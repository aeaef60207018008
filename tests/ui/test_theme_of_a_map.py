"""The theme of a map in the window: chosen in the menu, seen at once, taken along when the map goes out."""

from __future__ import annotations

from pathlib import Path

import pytest
from driving import TEA, do
from PySide6.QtGui import QColor, QImage

from mapper.drawing.marks import Text
from mapper.drawing.themes import THEMES
from mapper.export import EXPORTERS
from mapper.export.exporter import ExportOptions
from mapper.export.pictures import map_picture
from mapper.files.native import load
from mapper.model import Document, Look, MapStyle
from mapper.ui import png
from mapper.ui.window import MainWindow


def _surround(window: MainWindow) -> str:
    """The colour beside the map, in the canvas's corner."""
    front = window.maps.front
    assert front is not None
    return QColor(front.canvas.grab().toImage().pixelColor(6, 6)).name().upper()


def _styled(style: MapStyle | None) -> Document:
    return load(TEA).but(look=Look(style=style))


@pytest.mark.parametrize("style", MapStyle)
def test_a_theme_from_the_menu_is_seen_at_once_marked_and_undone(tea: MainWindow, style: MapStyle) -> None:
    id = f"theme-{style}".replace("_", "-")
    do(tea, id)
    assert _surround(tea) == THEMES[style].page
    assert tea.menus.actions[id].isChecked()
    assert not tea.menus.actions["theme-window"].isChecked()
    do(tea, "undo")
    assert _surround(tea) == THEMES["wardley"].page
    assert tea.menus.actions["theme-window"].isChecked()


def test_a_dark_window_darkens_maps_that_leave_it_open_and_no_others(tea: MainWindow) -> None:
    do(tea, "toggle-dark")
    assert _surround(tea) == THEMES["dark"].page
    do(tea, "theme-handwritten")
    assert _surround(tea) == THEMES["handwritten"].page
    do(tea, "toggle-dark")
    assert _surround(tea) == THEMES["handwritten"].page


@pytest.mark.parametrize("style", MapStyle)
def test_a_picture_is_in_the_theme_of_its_map_unless_another_is_asked_for(style: MapStyle) -> None:
    corner = QImage.fromData(png.make(_styled(style), ExportOptions(scale=0.5))).pixelColor(2, 2)
    assert corner.name().upper() == THEMES[style].page
    other = QImage.fromData(png.make(_styled(style), ExportOptions(scale=0.5, theme="dark"))).pixelColor(2, 2)
    assert other.name().upper() == THEMES["dark"].page


def test_slides_and_packs_are_in_the_theme_of_their_map_too() -> None:
    by_id = {exporter.id: exporter for exporter in EXPORTERS}
    plain, dark = (by_id["pptx"].make(_styled(style), ExportOptions()) for style in (None, MapStyle.DARK))
    assert plain != dark
    assert by_id["pptx"].make(_styled(None), ExportOptions(theme="dark")) != plain
    wanted, other = (by_id["pdf"].make(_styled(MapStyle.DARK), ExportOptions(theme=theme)) for theme in (None, "plain"))
    assert wanted != other


def test_a_handwritten_map_is_set_in_its_own_hand_which_files_carry(tmp_path: Path) -> None:
    document = _styled(MapStyle.HANDWRITTEN)
    drawn = map_picture(document, ExportOptions())
    assert {mark.family for mark in drawn.marks() if isinstance(mark, Text)} == {"Shantell Sans"}
    by_id = {exporter.id: exporter for exporter in EXPORTERS}
    svg = by_id["svg"].make(document, ExportOptions(carries_map=False)).decode()
    assert svg.count("@font-face") == 2 and "base64," in svg
    assert "@font-face" not in by_id["svg"].make(_styled(None), ExportOptions(carries_map=False)).decode()
    path = tmp_path / "map.pdf"
    path.write_bytes(by_id["pdf"].make(document, ExportOptions(map_only=True)))
    assert any(name.startswith("ShantellSans") for name in _fonts(path))


def _fonts(path: Path) -> set[str]:
    """The names of the fonts in a PDF, without the tags of what was left out of them."""
    import pypdf

    names: set[str] = set()
    for page in pypdf.PdfReader(path).pages:
        fonts = page["/Resources"]["/Font"]  # type: ignore[index]
        names |= {str(font.get_object()["/BaseFont"]).partition("+")[2] for font in fonts.values()}
    return names
