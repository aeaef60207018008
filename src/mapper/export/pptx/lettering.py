"""Texts of the map as text boxes: lines are broken where the map breaks them, and nowhere else.

The map is measured in Inter, which few machines have. Slides use the theme's typeface, Arial, which is a little narrower
in all its cuts, so that whatever fits on the map fits on a slide.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from mapper.drawing.layout import Box
from mapper.drawing.marks import Align, Text
from mapper.drawing.metrics import text_width
from mapper.export.officexml import Element, element, fit, fit_line, reads_right_to_left, written
from mapper.export.pptx.looks import colour

POINT = 12_700
"""EMU in a point."""
_ASCENT, _LINE = 0.905, 1.149
"""Arial's height over the baseline and from line to line, in ems."""
_LONGEST_LINE = 400
"""Letters that surely run off the page."""
_BOLD = 600
_ALIGNS = {Align.START: "l", Align.MIDDLE: "ctr", Align.END: "r"}


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines in one look below each other; `first` is the uppermost with its place, `lead` is from line to line."""

    first: Text
    texts: tuple[str, ...]
    lead: float

    @property
    def box(self) -> Box:
        """Where they stand, before they are turned: as wide as in Inter, so that there is room to spare."""
        first = self.first
        width = max(text_width(text, first.size, first.weight) for text in self.texts)
        left = {Align.START: 0.0, Align.MIDDLE: width / 2, Align.END: width}[first.align]
        top = first.y - _ASCENT * first.size
        height = _LINE * first.size + self.lead * (len(self.texts) - 1)
        return Box(first.x - left, top, first.x - left + width, top + height)

    @property
    def said(self) -> str:
        return " ".join(self.texts)


def gathered(texts: Iterable[Text]) -> Iterator[Lines]:
    """Texts that follow each other as the lines of one, put together."""
    group: list[Text] = []
    for text in texts:
        if group and not _goes_on(group, text):
            yield _lines(group)
            group = []
        group.append(text)
    if group:
        yield _lines(group)


def _goes_on(group: Sequence[Text], text: Text) -> bool:
    """Whether a text is the next line of a group: like it in all but its words, and one line further down."""
    last = group[-1]
    lead = text.y - last.y
    is_like = replace(text, text=last.text, y=last.y) == last and not text.rotation
    is_next = text.size < lead < 1.6 * text.size
    return is_like and is_next and (len(group) == 1 or abs(lead - (last.y - group[-2].y)) < 0.01)


def _lines(group: Sequence[Text]) -> Lines:
    lead = group[1].y - group[0].y if len(group) > 1 else 0.0
    return Lines(group[0], tuple(_shortened(text.text) for text in group), lead)


def _shortened(text: str) -> str:
    line = fit(text)
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE]}…"


def body(lines: Lines, scale: float, *, halo: str | None = None, anchor: str = "t") -> Element:
    """The text of a shape. It has no margins, is never wrapped and never made smaller."""
    margins = dict.fromkeys(("lIns", "tIns", "rIns", "bIns"), 0)
    properties = element("a:bodyPr", element("a:noAutofit"), wrap="none", **margins, anchor=anchor, rtlCol=0)
    paragraph = element("a:p", _paragraph_look(lines))
    for number, text in enumerate(lines.texts):
        if number:
            paragraph.append(element("a:br", _look("a:rPr", lines.first, scale, halo)))
        paragraph.append(element("a:r", _look("a:rPr", lines.first, scale, halo), written("a:t", text)))
    return element("p:txBody", properties, element("a:lstStyle"), paragraph)


def _paragraph_look(lines: Lines) -> Element:
    spacing = []
    if lines.lead:
        percentage = round(lines.lead / (_LINE * lines.first.size) * 100_000)
        spacing.append(element("a:lnSpc", element("a:spcPct", val=percentage)))
    right_to_left = {"rtl": 1} if reads_right_to_left(lines.said) else {}
    return element("a:pPr", *spacing, algn=_ALIGNS[lines.first.align], **right_to_left)


def _look(tag: str, text: Text, scale: float, halo: str | None) -> Element:
    size = max(100, round(text.size * scale / POINT * 100))
    ring = []
    if halo is not None:
        tint = element("a:srgbClr", val=halo.removeprefix("#").upper())
        ring.append(element("a:effectLst", element("a:glow", tint, rad=round(text.halo_width * scale))))
    slant = {"i": 1} if text.italic else {}
    weight = {"b": 1} if text.weight >= _BOLD else {}
    return element(tag, colour(text.colour or "#000000"), *ring, lang="en-GB", sz=size, **weight, **slant, dirty=0)


def cut_to(text: str, room: float, size: float, weight: int) -> str:
    """The text, or as much of its beginning as has room, ending in “…”."""
    line = fit_line(text, _LONGEST_LINE)
    if text_width(line, size, weight) <= room:
        return line
    length = bisect(range(1, len(line)), room - size, key=lambda n: text_width(line[:n], size, weight))
    return f"{line[:length].rstrip()}…"
