"""Colours for the words of the text, and waves under what was not understood."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from mapper.files import owm
from mapper.ui.text.places import units

_INSIDE, _IN_COMMENT = 1, 2
"""What Qt keeps for each line of how it ends: within a pipeline's braces, within a comment."""

Span = tuple[int, int]
"""Start and length in a line, in characters; a length of 0 is the rest of the line."""


class Highlighter(QSyntaxHighlighter):
    """Only lines that are seen are coloured: a long text is there at once. `look_at` says which they are."""

    def __init__(self, document: QTextDocument, colours: Mapping[str, str], wrong: str) -> None:
        super().__init__(document)
        self._first, self._last = 0, 60
        self._wrong: dict[int, list[Span]] = {}
        self._formats: dict[str, QTextCharFormat] = {}
        self._wave = QTextCharFormat()
        self.set_colours(colours, wrong)

    def set_colours(self, colours: Mapping[str, str], wrong: str) -> None:
        """Use other colours, by kind of token; `wrong` is that of the waves."""
        self._formats = {kind: _format(kind, colour) for kind, colour in colours.items()}
        self._wave = QTextCharFormat()
        self._wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        self._wave.setUnderlineColor(QColor(wrong))
        self.rehighlight()

    def mark(self, wrong: Mapping[int, list[Span]]) -> None:
        """Draw waves under these spans of these lines, counted from 0, and under nothing else."""
        before, self._wrong = self._wrong, dict(wrong)
        for line in before.keys() | self._wrong.keys():
            if before.get(line) != self._wrong.get(line):
                self.rehighlightBlock(self.document().findBlockByNumber(line))

    def look_at(self, first: int, last: int) -> None:
        """These lines are seen now: colour those that have none yet."""
        self._first, self._last = first, last
        block = self.document().findBlockByNumber(first)
        while block.isValid() and block.blockNumber() <= last:
            if block.length() > 1 and not block.layout().formats():
                self.rehighlightBlock(block)
            block = block.next()

    def is_in_comment(self, line: int) -> bool:
        """Whether a line, counted from 0, begins within a comment."""
        return _within(self.document().findBlockByNumber(line).previous().userState())[1]

    def highlightBlock(self, text: str) -> None:
        line = self.currentBlock().blockNumber()
        inside, in_comment = _within(self.previousBlockState())
        after = owm.within_after(text, inside=inside, in_comment=in_comment)
        # Where this is another than it was, Qt comes to the next line too, seen or not.
        self.setCurrentBlockState(after[0] * _INSIDE + after[1] * _IN_COMMENT)
        if not text or not self._first <= line <= self._last:
            return
        self.setFormat(0, len(text), self._formats["name"])
        is_plain = text.isascii()
        for token in owm.tokens(text, inside=inside, in_comment=in_comment):
            start, end = token.start, token.start + token.length
            if not is_plain:
                start, end = units(text, start), units(text, end)
            self.setFormat(start, end - start, self._formats[token.kind])
        for start, length in self._wrong.get(line, ()):
            self._underline(text, start, length)

    def _underline(self, text: str, start: int, length: int) -> None:
        """The wave goes under the colours that are there."""
        first = units(text, start)
        for place in range(first, units(text, start + length if length else len(text))):
            waved = self.format(place)
            waved.merge(self._wave)
            self.setFormat(place, 1, waved)


def _within(state: int) -> tuple[bool, bool]:
    """Whether a line with this state ends within braces, within a comment; before the first line there is none."""
    return state > 0 and bool(state & _INSIDE), state > 0 and bool(state & _IN_COMMENT)


def _format(kind: str, colour: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(QColor(colour))
    if kind in {"comment", "carried"}:
        made.setFontItalic(True)
    if kind == "keyword":
        made.setFontWeight(QFont.Weight.DemiBold)
    return made
