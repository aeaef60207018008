"""A picture as a Scalable Vector Graphics file: a group for each record, with a sentence about it and its own label."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from mapper.drawing.marks import Drawn, Picture, Text
from mapper.drawing.metrics import HAND, INTER, TYPEFACES, Typeface
from mapper.export.ids import plain_id
from mapper.export.sentences import sentences, summary
from mapper.export.svgmarks import MarkWriter, number
from mapper.files.carried.svg import metadata
from mapper.model import MAP_TABLES, Component, Document

_USUAL = "'Segoe UI', 'Helvetica Neue', Arial, 'Noto Sans', 'DejaVu Sans', sans-serif"
FAMILIES = {
    INTER.family: f"Inter, {_USUAL}",
    HAND.family: f"'Shantell Sans', 'Segoe Print', 'Bradley Hand', 'Comic Neue', {_USUAL}",
}
"""A typeface and what stands in for it where it is not to be had."""
KINDS_OF_GROUP = (
    "attitude",
    "contract",
    "pipeline",
    "link",
    "component",
    "anchor",
    "accelerator",
    "note",
    "annotation",
)
"""The classes of records' groups, back to front."""
_GROUND, _LAST = ("ground",), ("annotations", "legend")
_AREAS = ("attitude", "contract")
_FRONT = ("outlines", "titles", "interfaces", "halos", "labels")
"""What of an area stands before the links that cross it."""


def svg(picture: Picture, document: Document, carried: bytes | None = None) -> bytes:
    """The picture of a document, one unit a pixel, in UTF-8; with the bytes of the map that it is to carry.

    The same picture always gives the same bytes.
    """
    writer = _Writer()
    family = next((mark.family for mark in picture.marks() if isinstance(mark, Text)), INTER.family)
    body = writer.body(picture, document)
    width, height = number(picture.width), number(picture.height)
    head = (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" font-family="{FAMILIES[family]}">\n'
    )
    said = f"<title>{escape(picture.title)}</title>\n<desc>{escape(summary(document))}</desc>\n"
    cargo = metadata(carried) if carried is not None else ""
    text = f"{head}{said}{cargo}{_embedded(TYPEFACES[family])}{writer.marks.definitions()}{body}</svg>\n"
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + text).encode("utf-8")


def _embedded(typeface: Typeface) -> str:
    """The files of a typeface that hardly any machine has; nothing stands in for a hand. Others have much like Inter."""
    if typeface is INTER:
        return ""
    rules = (
        f"@font-face{{font-family:'{typeface.family}';font-weight:{weight};"
        f"src:url(data:font/ttf;base64,{b64encode(typeface.path(weight).read_bytes()).decode()})}}"
        for weight, _ in typeface.files
    )
    return f"<style>{''.join(rules)}</style>\n"


@dataclass(frozen=True, slots=True)
class _Group:
    """One record and what it puts on each layer, back to front."""

    id: str
    kind: str
    said: str
    layers: tuple[tuple[str, Drawn], ...]

    @property
    def front(self) -> tuple[tuple[str, Drawn], ...]:
        """What of an area stands before the links."""
        return tuple(one for one in self.layers if one[0] in _FRONT) if self.kind in _AREAS else ()

    def has(self, *names: str) -> bool:
        """Whether it is seen on one of these layers."""
        return any(name in names for name, _ in self.layers)


class _Writer:
    """Writes records one by one, though the picture is made of layers. What lies over what is as in the picture: links
    run over the grounds of contracts, but below their outlines and titles. These are therefore shown once more."""

    def __init__(self) -> None:
        self.marks = MarkWriter()

    def body(self, picture: Picture, document: Document) -> str:
        page = [(layer.name, drawn) for layer in picture.layers for drawn in layer.drawn if not drawn.id]
        groups: dict[str, list[_Group]] = {kind: [] for kind in KINDS_OF_GROUP}
        for group in _groups(picture, document):
            groups[group.kind].append(group)
        areas = groups["attitude"] + groups["contract"]
        # What could cover the names of others comes before them.
        links = sorted(groups["link"], key=lambda group: group.has("labels", "crossings"))
        standing = sorted(groups["component"] + groups["anchor"], key=lambda group: not group.has("movements"))
        return "".join(
            [
                *(self._page(drawn) for name, drawn in page if name in _GROUND),
                *map(self._record, areas),
                *(self._page(drawn) for name, drawn in page if name not in (*_GROUND, *_LAST)),
                *map(self._record, groups["pipeline"] + links),
                *map(_again, areas),
                *map(self._record, standing + groups["accelerator"] + groups["note"] + groups["annotation"]),
                *(self._page(drawn) for name, drawn in page if name in _LAST),
            ]
        )

    def _page(self, drawn: Drawn) -> str:
        title = f"<title>{escape(drawn.title)}</title>" if drawn.title else ""
        role = drawn.role.replace(" ", "-")
        return f'<g id="page-{role}" class="{role}">{title}{self.marks.marks(drawn.marks)}</g>\n'

    def _record(self, group: _Group) -> str:
        behind = "".join(self._layer(*one) for one in group.layers if one not in group.front)
        front = "".join(self._layer(*one) for one in group.front)
        if front:
            front = f'<g id="front-{group.id}">{front}</g>'
        return f'<g id="{group.id}" class="{group.kind}"><title>{escape(group.said)}</title>{behind}{front}</g>\n'

    def _layer(self, name: str, drawn: Drawn) -> str:
        return f'<g class="{name}">{self.marks.marks(drawn.marks)}</g>'


def _again(group: _Group) -> str:
    return f'<use xlink:href="#front-{group.id}" aria-hidden="true"/>\n' if group.front else ""


def _groups(picture: Picture, document: Document) -> Iterator[_Group]:
    """A group for every record of the map and every contract, even for those of which nothing is seen."""
    layers: dict[str, list[tuple[str, Drawn]]] = {}
    for layer in picture.layers:
        for drawn in layer.drawn:
            layers.setdefault(drawn.id, []).append((layer.name, drawn))
    said = sentences(document)
    for table in (*MAP_TABLES, "contracts"):
        for id, record in getattr(document, table).items():
            kind = "anchor" if isinstance(record, Component) and record.is_anchor else table.removesuffix("s")
            yield _Group(f"{kind}-{plain_id(id)}", kind, said[id], tuple(layers.get(id, ())))
