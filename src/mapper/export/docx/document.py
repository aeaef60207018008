"""Makes the Word document: the pack's own words, in Word's styles."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator

import docx

from mapper.export.docx.paper import furnish
from mapper.export.docx.styles import set_styles
from mapper.export.docx.words import Anchors
from mapper.export.docx.writer import Writer
from mapper.export.exporter import ExportCancelled, ExportOptions
from mapper.export.officefile import dateless, describe
from mapper.export.officexml import fit
from mapper.export.pack.blocks import Block, Contents, Figure, FullPage, Heading, NewPage, Table
from mapper.export.pack.contract import contract_pages
from mapper.export.pack.cover import cover
from mapper.export.pack.furniture import Furniture
from mapper.export.pack.glance import glance
from mapper.export.pack.glossary import glossary
from mapper.export.pack.interfaceregister import interface_register
from mapper.export.pack.outside import outside
from mapper.export.pack.phrases import title_of
from mapper.export.pack.plans import plans
from mapper.export.pack.register import register
from mapper.export.pack.subject import Subject, fingerprint
from mapper.export.pack.users import users
from mapper.export.pack.wholemap import whole_map
from mapper.model import Contract, Document
from mapper.procurement.breakdown import breakdown

SECTIONS: tuple[Callable[[Subject], Iterator[Block]], ...] = (
    whole_map,
    glance,
    interface_register,
    contract_pages,
    outside,
    users,
    register,
    plans,
    glossary,
)
"""What follows the cover and the contents."""


class _InWords:
    """The figures of a pack whose pictures are put elsewhere: what they show in words, and nothing to draw."""

    def whole(self, alt: str) -> Figure:
        return Figure(lambda _: 0.0, lambda *_: None, alt)

    def locator(self, _: Contract, alt: str) -> Figure:
        return self.whole(alt)


def make(document: Document, picture: bytes, options: ExportOptions) -> bytes:
    """The document of a map whose picture is a PNG. Raises ExportCancelled."""
    subject = Subject(document, breakdown(document), _InWords(), fingerprint(document))
    blocks = list(_blocks(subject, map_only=options.map_only))
    word = docx.Document()
    set_styles(word)
    writer = Writer(word, options.page, picture, Anchors.of(word.part, _anchors(blocks)))
    furnish(word.sections[0], Furniture.of(document))
    for number, block in enumerate(blocks):
        if options.cancelled():
            raise ExportCancelled
        writer.write(block)
        options.progress(number / len(blocks))
    describe(word.core_properties, document, fit(f"{title_of(document)}: contract breakdown"))
    file = io.BytesIO()
    word.save(file)
    options.progress(1.0)
    return dateless(file.getvalue())


def _blocks(subject: Subject, *, map_only: bool) -> Iterator[Block]:
    if map_only:
        yield from whole_map(subject)
        return
    following = [block for section in SECTIONS for block in section(subject)]
    yield from cover(subject)
    yield NewPage()
    yield Heading("Contents", level=1, listed=False)
    yield Contents(tuple(heading for heading in _headings(following) if heading.level == 1 and heading.anchor))
    yield from following


def _headings(blocks: list[Block]) -> Iterator[Heading]:
    for block in blocks:
        heading = block.heading if isinstance(block, FullPage) else block
        if isinstance(heading, Heading) and heading.listed:
            yield heading


def _anchors(blocks: list[Block]) -> Iterator[str]:
    """Every place that can be linked to, in its order."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (row.anchor for row in block.rows if row.anchor is not None)
    yield from (heading.anchor for heading in _headings(blocks) if heading.anchor is not None)
