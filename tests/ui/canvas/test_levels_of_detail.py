"""What is written on the map from afar and from near."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from mapper.drawing.marks import Text
from mapper.ui import fonts
from mapper.ui.canvas.items import paint_items
from mapper.ui.canvas.painter import item_of
from mapper.ui.canvas.stamps import Stamps

NAME = Text(20, 60, "Payment gateway", 15, "#000000", 500)
TITLE = Text(20, 60, "Payment gateway", 17, "#000000", 600)
USER = Text(20, 60, "Payment gateway", 16, "#000000", 700)


def _is_seen(text: Text, scale: float) -> bool:
    fonts.load()
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    blank = image.copy()
    with QPainter(image) as painter:
        painter.scale(scale, scale)
        paint_items(painter, [item_of(text)], Stamps(scale, 1.0))
    return image != blank


@pytest.mark.parametrize(
    ("scale", "seen"),
    [(1.0, {"name", "title", "user"}), (0.4, {"name", "title", "user"}), (0.27, {"title", "user"}), (0.1, set())],
)
def test_the_farther_off_a_map_is_the_less_is_written_on_it_names_going_before_titles_and_users(
    qapp: object, scale: float, seen: set[str]
) -> None:
    texts = {"name": NAME, "title": TITLE, "user": USER}
    assert {what for what, text in texts.items() if _is_seen(text, scale)} == seen
