"""The map as a vector picture."""

from __future__ import annotations

from mapper.drawing.draw import Scene, picture
from mapper.drawing.frame import Frame
from mapper.drawing.place import lay_out
from mapper.drawing.theme import THEMES
from mapper.export.exporter import Exporter, ExportOptions
from mapper.export.svg import svg
from mapper.model import Document


def _make(document: Document, options: ExportOptions) -> bytes:
    frame = Frame.of(document)
    return svg(picture(Scene(document, frame, THEMES[options.theme], lay_out(document, frame))))


SVG = Exporter("svg", "Picture of the map (SVG)", ".svg", _make)
