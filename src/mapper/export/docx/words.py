"""Words of the pack as runs and paragraphs of Word. All of them are text: never a field, a style or markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part

from mapper.export.officexml import Element, element, fit, qualified, reads_right_to_left, written
from mapper.export.pack.blocks import MAILTO, Span, Words
from mapper.export.pack.styles import Style

_BOLD = 600
_BREAKS = re.compile("([\n\t])")
_TAGS = {"\n": "w:br", "\t": "w:tab"}


@dataclass(frozen=True, slots=True)
class Look:
    """How letters differ from their paragraph's style; sizes are points."""

    is_bold: bool = False
    is_italic: bool = False
    colour: str | None = None
    size: float | None = None

    @classmethod
    def of(cls, style: Style) -> Look:
        return cls(style.weight >= _BOLD, style.italic, style.colour, style.size)

    def but_of(self, span: Span) -> Look:
        """This look with what a span says of its own."""
        is_bold = self.is_bold if span.weight is None else span.weight >= _BOLD
        return Look(is_bold, self.is_italic or span.italic, span.colour or self.colour, self.size)


PLAIN = Look()


@dataclass
class Anchors:
    """The bookmarks of one document. Word wants short names of letters and digits, so anchors are numbered."""

    part: Part
    known: Mapping[str, str]
    _ids: Iterator[int] = field(default_factory=lambda: count(1))

    @classmethod
    def of(cls, part: Part, anchors: Iterator[str]) -> Anchors:
        return cls(part, {anchor: f"_Place{number}" for number, anchor in enumerate(dict.fromkeys(anchors), start=1)})

    def mark(self, anchor: str | None) -> tuple[Element, ...]:
        """What makes the place where it stands the target of links; nothing without an anchor."""
        if anchor is None or anchor not in self.known:
            return ()
        id = next(self._ids)
        return (
            element("w:bookmarkStart", id=id, name=self.known[anchor]),
            element("w:bookmarkEnd", id=id),
        )

    def link(self, anchor: str, runs: Iterator[Element]) -> Element | None:
        """A link round runs; None where the anchor leads nowhere."""
        if anchor.startswith(MAILTO):
            made = element("w:hyperlink", *runs)
            made.set(qualified("r:id"), self.part.relate_to(anchor, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
            return made
        if anchor in self.known:
            return element("w:hyperlink", *runs, anchor=self.known[anchor])
        return None


def paragraph(
    words: Words, anchors: Anchors, style: str = "", look: Look = PLAIN, *, anchor: str | None = None, align: str = ""
) -> Element:
    """A paragraph in one of the document's styles; it reads from the right where its first letter does."""
    parts = [element("w:pStyle", val=style)] if style else []
    if reads_right_to_left(said(words)):
        parts.append(element("w:bidi"))
    if align:
        parts.append(element("w:jc", val=align))
    return element("w:p", element("w:pPr", *parts), *anchors.mark(anchor), *inline(words, anchors, look))


def inline(words: Words, anchors: Anchors, look: Look = PLAIN) -> Iterator[Element]:
    """Runs and links."""
    for span in (Span(words),) if isinstance(words, str) else words:
        own = look.but_of(span)
        link = anchors.link(span.link, runs(span.text, own)) if span.link is not None else None
        if link is not None:
            yield link
        else:
            yield from runs(span.text, own)


def runs(text: str, look: Look = PLAIN) -> Iterator[Element]:
    """The text as one run, its line breaks and tabs as what they are."""
    clean = fit(text)
    parts = (element(_TAGS[part]) if part in _TAGS else written("w:t", part) for part in _BREAKS.split(clean) if part)
    yield element("w:r", _properties(look, is_right_to_left=reads_right_to_left(clean)), *parts)


def _properties(look: Look, *, is_right_to_left: bool) -> Element:
    parts = []
    if look.is_bold:
        parts += [element("w:b"), element("w:bCs")]
    if look.is_italic:
        parts += [element("w:i"), element("w:iCs")]
    if look.colour is not None:
        parts.append(element("w:color", val=look.colour.removeprefix("#")))
    if look.size is not None:
        size = round(look.size * 2)
        parts += [element("w:sz", val=size), element("w:szCs", val=size)]
    if is_right_to_left:
        parts.append(element("w:rtl"))
    return element("w:rPr", *parts)


def said(words: Words) -> str:
    """The bare text."""
    return words if isinstance(words, str) else "".join(span.text for span in words)
