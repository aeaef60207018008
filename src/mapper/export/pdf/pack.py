"""Makes the procurement pack, and the map's page alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from unicodedata import name

from mapper.drawing.themes import on_paper
from mapper.export.exporter import ExportCancelled, ExportOptions, theme_for
from mapper.export.pack.blocks import Block, Contents, FullPage, Heading, NewPage, Paragraph
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
from mapper.export.pack.styles import SMALL
from mapper.export.pack.subject import Subject, fingerprint
from mapper.export.pack.users import users
from mapper.export.pack.wholemap import in_words, whole_map
from mapper.export.pdf.finish import Facts, finish
from mapper.export.pdf.flow import Flow
from mapper.export.pdf.mapfigure import MapFigures
from mapper.export.pdf.paper import Paper, furnish
from mapper.export.pdf.press import Press
from mapper.export.pdf.reading import reading
from mapper.files.native import dump
from mapper.model import Document
from mapper.procurement.breakdown import breakdown

Section = Callable[[Subject], Iterator[Block]]

SECTIONS: tuple[Section, ...] = (
    cover,
    reading,
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
"""In the order of the pages. The table of contents follows the first."""

EACH_CONTRACT = "Contracts, one by one"
_FEW_PAGES = 6
"""A pack of more pages has a table of contents."""
_SURELY_MANY = 60
"""The register of so many components alone makes the pack that long."""


def make(document: Document, options: ExportOptions) -> bytes:
    """The PDF of a document. Raises ExportCancelled."""
    if options.cancelled():
        raise ExportCancelled
    if options.map_only:
        return _printed(document, options, with_contents=False)[0]
    # A guess that is seldom wrong, and then costs no more than setting the pack once more.
    with_contents = bool(document.contracts) or len(document.components) > _SURELY_MANY
    data, pages = _printed(document, options, with_contents=with_contents)
    if pages > _FEW_PAGES and not with_contents:
        data, _ = _printed(document, options, with_contents=True)
    return data


def _printed(document: Document, options: ExportOptions, *, with_contents: bool) -> tuple[bytes, int]:
    press = Press()
    theme = theme_for(document, options)
    figures = MapFigures(document, theme, press)
    subject = Subject(document, breakdown(document), figures, fingerprint(document), on_paper(theme))
    flow = Flow(Paper(options.page), press.fonts, options)
    blocks = _map_alone(subject) if options.map_only else _all_blocks(subject, with_contents=with_contents)
    flow.place(blocks)
    if not options.map_only and press.fonts.missing:
        flow.place([Paragraph(_not_shown(press.fonts.missing), SMALL)])
    flow.number_contents()
    furnish(flow.sheets, Furniture.of(document))
    if options.cancelled():
        raise ExportCancelled
    printed = press.print(flow.sheets)
    data = finish(printed, flow.sheets, flow.setting.root, flow.setting.bookmarks, _facts(document, options))
    options.progress(1.0)
    return data, len(flow.sheets)


def _map_alone(subject: Subject) -> list[Block]:
    return [FullPage(subject.figures.whole(in_words(subject)))]


def _all_blocks(subject: Subject, *, with_contents: bool) -> list[Block]:
    first, *rest = [list(section(subject)) for section in SECTIONS]
    following = [block for section in rest for block in section]
    return [*first, *(_contents(following) if with_contents else ()), *following]


def _contents(blocks: list[Block]) -> Iterator[Block]:
    yield NewPage()
    yield Heading("Contents", level=1, listed=False)
    yield Contents(tuple(_entries(blocks)))


def _entries(blocks: list[Block]) -> Iterator[Heading]:
    """The headings that are listed; the contracts stand under an entry of their own."""
    in_contracts = False
    for block in blocks:
        heading = block.heading if isinstance(block, FullPage) else block
        if not isinstance(heading, Heading) or not heading.listed or heading.anchor is None:
            continue
        if heading.badge is not None and not in_contracts:
            in_contracts = True
            yield Heading(EACH_CONTRACT, level=1, anchor=heading.anchor)
        yield heading


def _not_shown(missing: set[str]) -> str:
    told = [f"U+{ord(character):04X} {name(character, 'unnamed').lower()}" for character in sorted(missing)]
    listed = ", ".join(told[:40]) + (f" and {len(told) - 40} more" if len(told) > 40 else "")
    return f"No font on the machine that made this pack has these characters; they are shown as □: {listed}."


def _facts(document: Document, options: ExportOptions) -> Facts:
    service = document.service
    title = f"{title_of(document)}: contract breakdown"
    return Facts(
        title=title,
        author=service.department or document.about.author,
        subject=service.summary or document.about.summary or "Contracts drawn on a Wardley map",
        keywords=tuple(word for word in ("Wardley map", "contracts", "procurement", service.reference) if word),
        language=service.language or "en-GB",
        on=service.on,
        carried=dump(document) if options.carries_map else None,
    )
