"""The map as a vector picture, and what every picture of a map begins with."""

from __future__ import annotations

from dataclasses import replace

from mapper.drawing.draw import Scene, picture
from mapper.drawing.frame import Frame
from mapper.drawing.marks import Picture
from mapper.drawing.place import lay_out
from mapper.export.exporter import Exporter, ExportOptions, theme_for
from mapper.export.svg import svg
from mapper.files.native import dump
from mapper.model import Document


def map_picture(document: Document, options: ExportOptions) -> Picture:
    """The whole map in the theme asked for; a transparent one has no ground."""
    frame = Frame.of(document)
    theme = theme_for(document, options)
    whole = picture(Scene(document, frame, theme, lay_out(document, frame, typeface=theme.typeface)))
    if not options.transparent:
        return whole
    return replace(whole, layers=tuple(layer for layer in whole.layers if layer.name != "ground"))


def _make(document: Document, options: ExportOptions) -> bytes:
    return svg(map_picture(document, options), document, dump(document) if options.carries_map else None)


SVG = Exporter(
    "svg",
    "Picture of the map (SVG)",
    ".svg",
    _make,
    "picture",
    purpose="Sharp at any size; for web pages, wikis and drawing programs.",
    is_drawn=True,
)
