"""Gives a printed file what reportlab cannot write: its structure, links, bookmarks and metadata.

What is written follows PDF/UA-1 (ISO 14289-1): marked content has a place in a tree, links have words, the title is shown.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pikepdf
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, OutlineItem, String

from mapper import __version__
from mapper.export.pack.blocks import MAILTO, Heading
from mapper.export.pdf.sheet import Sheet
from mapper.export.pdf.tags import LinkArea, Marked, Node
from mapper.files.carried import pdf as cargo

_NO_DAY = date(2000, 1, 1)
"""A page-piece dictionary must name a day; the day of the export would make two exports of one map differ."""
_PRINT = 4
"""The flag of an annotation that is kept in print."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the file says about itself. `carried` are the bytes of the map that it holds, if it is to open as one."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    language: str
    on: date | None
    carried: bytes | None = None


def finish(printed: bytes, sheets: Sequence[Sheet], root: Node, bookmarks: Sequence[Heading], facts: Facts) -> bytes:
    """The whole file. The same arguments give the same bytes."""
    with pikepdf.open(io.BytesIO(printed)) as pdf:
        pages = [page.obj for page in pdf.pages]
        places = {name: (pages[sheet.number], top) for sheet in sheets for name, top in sheet.anchors.items()}
        links = [_links(pdf, sheet, pages[sheet.number], places) for sheet in sheets]
        _Tree(pdf, pages, links).write(root, [sheet.marked for sheet in sheets])
        _write_bookmarks(pdf, bookmarks, places)
        _write_metadata(pdf, facts)
        if facts.carried is not None:
            _write_map(pdf, facts.carried, facts.on)
        file = io.BytesIO()
        pdf.save(
            file,
            min_version="1.7",
            deterministic_id=True,
            fix_metadata_version=False,
            object_stream_mode=ObjectStreamMode.generate,
        )
        return file.getvalue()


Places = Mapping[str, tuple[pikepdf.Object, float]]


def _links(pdf: pikepdf.Pdf, sheet: Sheet, page: pikepdf.Object, places: Places) -> list[Dictionary]:
    """The page's link annotations, each with words. A link whose anchor was not placed is left inert."""
    made = []
    for link in sheet.links:
        annotation = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(value, 2) for value in link.area]),
            Border=Array([0, 0, 0]),
            F=_PRINT,
            Contents=String(link.label),
            P=page,
        )
        if link.anchor.startswith(MAILTO):
            annotation.A = Dictionary(S=Name.URI, URI=String(link.anchor))
        elif link.anchor in places:
            annotation.Dest = _destination(places, link.anchor)
        made.append(pdf.make_indirect(annotation))
    if made:
        page.Annots = Array(made)
    return made


def _destination(places: Places, anchor: str) -> Array:
    page, top = places[anchor]
    return Array([page, Name.XYZ, 0, round(top, 2), 0])


class _Tree:
    """Writes the structure tree and the number tree that leads from a page's content to its elements."""

    def __init__(self, pdf: pikepdf.Pdf, pages: list[Dictionary], links: list[list[Dictionary]]) -> None:
        self._pdf = pdf
        self._pages = pages
        self._links = links
        self._element: dict[int, pikepdf.Object] = {}
        self._link_owners: list[pikepdf.Object] = []

    def write(self, root: Node, marked: list[list[Node]]) -> None:
        top = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = Array([self._build(root, top)])
        numbers = Array()
        for index, (page, nodes) in enumerate(zip(self._pages, marked, strict=True)):
            page.StructParents = index
            page.Tabs = Name.S
            numbers.append(index)
            numbers.append(self._pdf.make_indirect(Array([self._element[id(node)] for node in nodes])))
        for index, owner in enumerate(self._link_owners, start=len(self._pages)):
            numbers.append(index)
            numbers.append(owner)
        top.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        top.ParentTreeNextKey = len(self._pages) + len(self._link_owners)
        self._pdf.Root.StructTreeRoot = top
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _build(self, node: Node, parent: pikepdf.Object) -> pikepdf.Object:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{node.tag}"), P=parent))
        self._element[id(node)] = element
        if node.alt:
            element.Alt = String(node.alt)
        if attributes := _attributes(node):
            element.A = attributes[0] if len(attributes) == 1 else Array(attributes)
        first = node.first_page()
        if first is not None:
            element.Pg = self._pages[first]
        kids = [self._kid(kid, element) for kid in node.kids]
        if kids:
            element.K = Array(kids)
        return element

    def _kid(self, kid: Node | Marked | LinkArea, element: pikepdf.Object) -> pikepdf.Object:
        match kid:
            case Node():
                return self._build(kid, element)
            case Marked():
                return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page], MCID=kid.number)
            case LinkArea():
                annotation = self._links[kid.page][kid.index]
                annotation.StructParent = len(self._pages) + len(self._link_owners)
                self._link_owners.append(element)
                return Dictionary(Type=Name.OBJR, Pg=self._pages[kid.page], Obj=annotation)


def _attributes(node: Node) -> list[Dictionary]:
    table = Dictionary(O=Name.Table)
    if node.scope:
        table.Scope = Name(f"/{node.scope}")
    if node.summary:
        table.Summary = String(node.summary)
    if node.span > 1:
        table.ColSpan = node.span
    found = [table] if len(table) > 1 else []
    if node.box is not None:
        box = Array([round(value, 2) for value in node.box])
        found.append(Dictionary(O=Name.Layout, BBox=box, Placement=Name.Block))
    return found


def _write_bookmarks(pdf: pikepdf.Pdf, bookmarks: Sequence[Heading], places: Places) -> None:
    with pdf.open_outline() as outline:
        parents: list[OutlineItem] = []
        for heading in bookmarks:
            title = f"{heading.badge[0]} {heading.text}" if heading.badge is not None else heading.text
            item = OutlineItem(title, _destination(places, heading.anchor or ""))
            depth = min(max(heading.level - 1, 0), len(parents))
            (parents[depth - 1].children if depth else outline.root).append(item)
            parents[depth:] = [item]


def _write_metadata(pdf: pikepdf.Pdf, facts: Facts) -> None:
    creator = f"Mapper {__version__}"
    pdf.Root.Lang = String(facts.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.PageMode = Name.UseOutlines
    for key in list(pdf.docinfo.keys()):
        del pdf.docinfo[key]
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["dc:title"] = facts.title
        metadata["dc:creator"] = [facts.author] if facts.author else []
        metadata["dc:description"] = facts.subject
        metadata["dc:language"] = {facts.language}
        metadata["pdf:Keywords"] = ", ".join(facts.keywords)
        metadata["pdf:Producer"] = creator
        metadata["xmp:CreatorTool"] = creator
        metadata["pdfuaid:part"] = "1"
    pdf.docinfo["/Title"] = facts.title
    pdf.docinfo["/Subject"] = facts.subject
    pdf.docinfo["/Keywords"] = ", ".join(facts.keywords)
    pdf.docinfo["/Creator"] = pdf.docinfo["/Producer"] = creator
    if facts.author:
        pdf.docinfo["/Author"] = facts.author
    if facts.on is not None:
        pdf.docinfo["/CreationDate"] = pdf.docinfo["/ModDate"] = _day(facts.on)


def _write_map(pdf: pikepdf.Pdf, carried: bytes, on: date | None) -> None:
    """The map as data of ours that other programs pass over: no attachment, which PDF/A-2 restricts."""
    stream = pdf.make_stream(carried, Type=Name(f"/{cargo.TYPE}"))
    piece = Dictionary(LastModified=String(_day(on or _NO_DAY)), Private=stream)
    pdf.Root.PieceInfo = Dictionary({f"/{cargo.PROGRAM}": piece})


def _day(on: date) -> str:
    return f"D:{on.year:04}{on:%m%d}000000Z"
