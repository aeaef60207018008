"""Prints finished sheets: the one place that drives reportlab.

Its canvas is used as a writer of pages, fonts and shadings. The operators are our own: batched, they are several times
faster than a call for each primitive, and the marks for readers of the page's structure go where they belong.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab import rl_config
from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from mapper.export.pdf.colours import channels
from mapper.export.pdf.fonts import Face, Fonts, bundled
from mapper.export.pdf.sheet import Sheet

# Its wrapping of streams in printable characters, in Python, takes a quarter of the time and makes files larger.
rl_config.useA85 = 0

Stops = tuple[tuple[float, str], ...]


class Press:
    """Makes the bytes of one PDF."""

    def __init__(self) -> None:
        regular = bundled(Face())
        pdfmetrics.registerFont(regular)
        self._file = io.BytesIO()
        # Without a font of its own it would name Helvetica, which is not embedded, in every file.
        self._canvas = Canvas(
            self._file, pageCompression=1, invariant=1, pdfVersion=(1, 7), initialFontName=regular.fontName
        )
        self.fonts = Fonts(self._canvas._doc)
        self._shadings: dict[tuple[float, float, Stops], str] = {}

    def shade(self, left: float, right: float, stops: Stops) -> str:
        """The name of a gradient from `left` to `right`, for the operator `sh`; the page that uses it must say so."""
        key = (left, right, stops)
        if key not in self._shadings:
            colours = [Color(*channels(colour)) for _, colour in stops]
            self._canvas.linearGradient(left, 0, right, 0, colours, [place for place, _ in stops])
            self._shadings[key] = self._canvas._code.pop().split()[0]
            self._canvas._shadingUsed.clear()
        return self._shadings[key]

    def form(self, name: str, operators: Sequence[str], width: float, height: float) -> str:
        """Keep operators, without gradients, to be drawn on several pages; answers with the name for `Do`."""
        canvas = self._canvas
        canvas.beginForm(name, 0, 0, width, height)
        canvas._code.extend(operators)
        canvas.endForm()
        return f"/{canvas._doc.getXObjectName(name)}"

    def print(self, sheets: Sequence[Sheet]) -> bytes:
        """The file. The press is spent then."""
        canvas = self._canvas
        for sheet in sheets:
            scale = sheet.enlargement
            canvas.setPageSize((sheet.width * scale, sheet.height * scale))
            if scale != 1:
                canvas._code.append(f"{scale:.6f} 0 0 {scale:.6f} 0 0 cm")
            canvas._code.extend(sheet.operators)
            canvas._formsinuse.extend(sheet.forms)
            canvas._shadingUsed.update({name[1:]: name[1:] for name in sorted(sheet.shadings)})
            canvas.showPage()
        canvas._doc.SaveToFile(self._file, canvas)
        return self._file.getvalue()
