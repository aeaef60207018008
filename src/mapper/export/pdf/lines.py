"""Breaking words into lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mapper.export.pack.blocks import Span, Words
from mapper.export.pack.styles import Style
from mapper.export.pdf.fonts import Face, Fonts

# A line may end at blanks, inside words of several long parts (not inside an address, where a hyphen at the end of a
# line could be taken for one that breaks the word), and round each character of scripts without blanks.
_UNSPACED = r"\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef"
_BLANK = r"[^\S\n\u00a0]"
_INSIDE = r"(?<=\w{5}[/-])(?=\w{3})(?!\S*@)"
_TOKEN = re.compile(
    rf"\n|{_BLANK}+|[{_UNSPACED}]|(?:[^\s{_UNSPACED}]|\u00a0)+?(?:{_INSIDE}|(?=\n|{_BLANK}|[{_UNSPACED}])|$)"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one line: `x` from the line's left end."""

    x: float
    width: float
    text: str
    face: Face
    colour: str
    link: str | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    pieces: tuple[Piece, ...]
    width: float

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    face: Face
    colour: str
    link: str | None


def plain(words: Words) -> str:
    """The words without their look."""
    return words if isinstance(words, str) else "".join(span.text for span in words)


def break_lines(words: Words, style: Style, width: float, fonts: Fonts) -> tuple[TextLine, ...]:
    """Lines no wider than `width`; a word that is wider by itself is broken anywhere. There is at least one line."""
    lines: list[TextLine] = []
    line: list[_Token] = []
    used = 0.0
    for token in _tokens(words, style):
        if token.text == "\n":
            lines.append(_line(line, style, fonts))
            line, used = [], 0.0
            continue
        for part in _fitting(token, style, width, fonts):
            advance = fonts.width(part.text, style.size, part.face)
            if line and used + advance > width + 0.01 and not part.text.isspace():
                lines.append(_line(line, style, fonts))
                line, used = [], 0.0
            if line or not part.text.isspace():
                line.append(part)
                used += advance
    return (*lines, _line(line, style, fonts)) if line or not lines else tuple(lines)


def _tokens(words: Words, style: Style) -> Iterator[_Token]:
    for span in (Span(words),) if isinstance(words, str) else words:
        face = Face(span.weight or style.weight, span.italic or style.italic)
        for text in _TOKEN.findall(span.text):
            yield _Token(" " if text.isspace() and text != "\n" else text, face, span.colour or style.colour, span.link)


def _fitting(token: _Token, style: Style, width: float, fonts: Fonts) -> Iterator[_Token]:
    """The token, cut into parts that each fit a line."""
    if fonts.width(token.text, style.size, token.face) <= width:
        yield token
        return
    part, used = "", 0.0
    for character in token.text:
        advance = fonts.width(character, style.size, token.face)
        if part and used + advance > width:
            yield _Token(part, token.face, token.colour, token.link)
            part, used = "", 0.0
        part, used = part + character, used + advance
    yield _Token(part, token.face, token.colour, token.link)


def _line(tokens: list[_Token], style: Style, fonts: Fonts) -> TextLine:
    """One line, neighbours of one look joined. It keeps its last blank, which a listener needs, but not its width."""
    pieces: list[Piece] = []
    x = 0.0
    for look, text in _joined(tokens):
        width = fonts.width(text, style.size, look.face)
        pieces.append(Piece(x, width, text, look.face, look.colour, look.link))
        x += width
    ends_blank = bool(pieces) and pieces[-1].text.endswith(" ")
    blank = fonts.width(" ", style.size, pieces[-1].face) if ends_blank else 0.0
    return TextLine(tuple(pieces), x - blank)


def _joined(tokens: list[_Token]) -> Iterator[tuple[_Token, str]]:
    look: _Token | None = None
    text = ""
    for token in tokens:
        if look is not None and (token.face, token.colour, token.link) == (look.face, look.colour, look.link):
            text += token.text
        else:
            if look is not None:
                yield look, text
            look, text = token, token.text
    if look is not None:
        yield look, text
