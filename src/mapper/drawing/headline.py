"""What stands above the map: its title, and who made it, when, and of what it is a map."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from mapper.drawing.axes import ABOVE, CORNER_SIZE, corners_are_free
from mapper.drawing.marks import Align, Drawn, Text
from mapper.drawing.metrics import text_width
from mapper.drawing.scene import Scene
from mapper.model import BLANK, About

_TITLE_SIZE, _ABOUT_SIZE = 17.0, 12.5
_GAP, _LEAST = 20.0, 60.0


def about_line(about: About) -> str:
    """Author, day and scope, as far as they are known: "Maya Lind · 14 March 2026 · Benefits, as bought today"."""
    day = _written(about.on) if about.on is not None else ""
    return " · ".join(part for part in (_line(about.author), day, _line(about.scope)) if part)


def draw_headline(scene: Scene) -> Drawn | None:
    """One line in the page's upper margin; nothing for a map that has been given neither a title nor an author."""
    marks = tuple(_texts(scene)) if scene.show.headline else ()
    return Drawn("", "headline", "Title", marks) if marks else None


def _texts(scene: Scene) -> Iterator[Text]:
    frame, document, theme = scene.frame, scene.document, scene.theme
    left, right = frame.left + 14, frame.right - 14
    if not document.look.hides_evolution and not corners_are_free(document, frame):
        # The words of the corners stand there too.
        left += text_width("Uncharted", CORNER_SIZE, 700) + _GAP
        right -= text_width("Industrialised", CORNER_SIZE, 700) + _GAP
    title = _line(document.title) if document.title != BLANK.title else ""
    if title:
        title = _cut(title, _TITLE_SIZE, 700, right - left)
        yield Text(left, frame.top - ABOVE, title, _TITLE_SIZE, theme.ink, 700)
        left += text_width(title, _TITLE_SIZE, 700) + _GAP
    about = about_line(document.about)
    if about and right - left > _LEAST:
        about = _cut(about, _ABOUT_SIZE, 400, right - left)
        at, align = (right, Align.END) if title else (left, Align.START)
        yield Text(at, frame.top - ABOVE, about, _ABOUT_SIZE, theme.soft, 400, align)


def _line(text: str) -> str:
    return " ".join(text.split())


def _written(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _cut(text: str, size: float, weight: int, room: float) -> str:
    """As much of a text as fits, ending in “…” where something is left out."""
    if text_width(text, size, weight) <= room:
        return text
    length = len(text)
    while length > 1 and text_width(f"{text[:length]}…", size, weight) > room:
        length -= 1 + (length > 200) * 50
    return f"{text[:length].rstrip()}…"
