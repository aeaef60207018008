"""Draws a whole map for draw.io: its ground in a locked layer, and every record above it."""

from __future__ import annotations

from dataclasses import replace

from mapper.drawing.draw import Scene, page
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box
from mapper.drawing.marks import Line, Path, Text
from mapper.drawing.metrics import INTER
from mapper.drawing.place import lay_out
from mapper.drawing.theme import ENDS_GONE_AT
from mapper.export.drawio.diagram import Diagram, Style
from mapper.export.drawio.looks import put, stroked
from mapper.export.drawio.records import Records
from mapper.export.exporter import ExportOptions, theme_for
from mapper.model import Document

_BEYOND = 24.0
"""Axes reach so far beyond the plot."""


def make(document: Document, options: ExportOptions) -> bytes:
    """The bytes of a .drawio file. The same document always gives the same."""
    frame = Frame.of(document)
    theme = replace(theme_for(document, options), typeface=INTER)
    scene = Scene(document, frame, theme, lay_out(document, frame, typeface=INTER))
    diagram = Diagram(document.title or "Map", frame.width, scene.layout.page_height or frame.height)
    background = diagram.layer("layer-background", "Background", locked=True)
    if not options.transparent:
        _put_ground(diagram, background, scene)
    _put_axes(diagram, background, scene)
    Records(diagram, scene).put()
    parts = page(scene)
    if "headline" in parts:
        put(diagram, background, parts["headline"].marks)
    legend = parts.get("legend")
    if legend is not None:
        put(diagram, diagram.layer("layer-legend", "Legend"), legend.marks)
    return diagram.bytes()


def _put_ground(diagram: Diagram, parent: str, scene: Scene) -> None:
    """The plot, grey at both ends of evolution: draw.io's gradients have two colours, so it is three shapes."""
    frame, theme = scene.frame, scene.theme
    height = scene.layout.page_height or frame.height
    aside: Style = {"strokeColor": "none", "connectable": 0}
    diagram.shape(parent, {**aside, "fillColor": theme.page}, Box(0, 0, frame.width, height))
    diagram.shape(parent, {**aside, "fillColor": theme.plot}, Box(frame.left, frame.top, frame.right, frame.bottom))
    first, last = (frame.x(end) for end in ENDS_GONE_AT)
    for left, right, start, end in (
        (frame.left, first, theme.ends, theme.plot),
        (last, frame.right, theme.plot, theme.ends),
    ):
        fading: Style = {"fillColor": start, "gradientColor": end, "gradientDirection": "east"}
        diagram.shape(parent, {**aside, **fading}, Box(left, frame.top, right, frame.bottom))


def _put_axes(diagram: Diagram, parent: str, scene: Scene) -> None:
    """Stage lines, and the axes as arrows, by which other programs find a map's origin."""
    frame, look = scene.frame, scene.document.look
    parts = page(scene)
    put(diagram, parent, parts["stages"].marks)
    lines = [mark.stroke for mark in parts["axes"].marks if isinstance(mark, Path) and mark.stroke is not None]
    origin = frame.left, frame.bottom
    ends = (
        ((frame.right + _BEYOND, frame.bottom), look.hides_evolution),
        ((frame.left, frame.top - _BEYOND), look.hides_value_chain),
    )
    for end, is_hidden in ends:
        if lines and not is_hidden:
            diagram.edge(parent, {"endArrow": "classic", **stroked(lines[0])}, (origin, end))
    put(diagram, parent, [mark for mark in parts["axes"].marks if isinstance(mark, Text | Line)])
