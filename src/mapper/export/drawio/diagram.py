"""A draw.io file: cells in layers, written as a plain mxGraphModel."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from mapper.drawing.layout import Box, Point

Style = Mapping[str, str | float]
"""What draw.io calls a style: words and numbers by name; a name with an empty value stands alone."""
_TOP = "0"


class Diagram:
    """One page. Coordinates are page units; a cell within another is placed from that one's upper left corner."""

    def __init__(self, title: str, width: float, height: float) -> None:
        self._file = Element("mxfile", host="Mapper", type="device")
        page = SubElement(self._file, "diagram", id="map", name=title)
        look = {"grid": "0", "page": "1", "pageScale": "1", "pageWidth": number(width), "pageHeight": number(height)}
        model = SubElement(page, "mxGraphModel", {**look, "tooltips": "1", "connect": "1", "math": "0", "shadow": "0"})
        self._root = SubElement(model, "root")
        SubElement(self._root, "mxCell", id=_TOP)
        self._count = 0

    def bytes(self) -> bytes:
        ElementTree.indent(self._file, " ")
        return bytes(ElementTree.tostring(self._file, encoding="UTF-8", xml_declaration=True)) + b"\n"

    def layer(self, id: str, name: str, *, locked: bool = False) -> str:
        """A layer above those that are there; answers with its id, as everything that is added does."""
        SubElement(
            self._root,
            "mxCell",
            {"id": id, "value": name, "parent": _TOP, **({"style": "locked=1;"} if locked else {})},
        )
        return id

    def shape(
        self,
        parent: str,
        style: Style,
        box: Box,
        label: str = "",
        *,
        id: str = "",
        facts: Mapping[str, str] | None = None,
        moved: Point | None = None,
    ) -> str:
        """A vertex. `moved` is how far its label stands from where its style puts it.

        With `facts` it is an object with properties; that called `tooltip` is what draw.io shows of it.
        """
        cell, id = self._cell(parent, style, label, id, facts)
        cell.set("vertex", "1")
        size = {"width": number(box.right - box.left), "height": number(box.bottom - box.top)}
        geometry = SubElement(
            cell, "mxGeometry", {"x": number(box.left), "y": number(box.top), **size, "as": "geometry"}
        )
        if moved is not None:
            _point(geometry, moved, "offset")
        return id

    def edge(
        self,
        parent: str,
        style: Style,
        ends: tuple[str, str] | tuple[Point, Point],
        label: str = "",
        *,
        id: str = "",
        facts: Mapping[str, str] | None = None,
        moved: Point | None = None,
    ) -> str:
        """A line between two shapes or two points. `moved` is how far its label stands from its middle."""
        cell, id = self._cell(parent, style, label, id, facts)
        cell.set("edge", "1")
        geometry = SubElement(cell, "mxGeometry", {"relative": "1", "as": "geometry"})
        for role, end in (("source", ends[0]), ("target", ends[1])):
            if isinstance(end, str):
                cell.set(role, end)
            else:
                _point(geometry, end, f"{role}Point")
        if moved is not None:
            _point(geometry, moved, "offset")
        return id

    def _cell(
        self, parent: str, style: Style, label: str, id: str, facts: Mapping[str, str] | None
    ) -> tuple[Element, str]:
        self._count += 1
        id = id or f"mark-{self._count}"
        attributes = {"style": written(style), "parent": parent}
        if facts is None:
            return SubElement(self._root, "mxCell", {"id": id, "value": label, **attributes}), id
        # Tooltips are read as markup: a stranger's text must not be.
        told = {**facts, "tooltip": escape(facts.get("tooltip", ""), quote=False)}
        whole = SubElement(self._root, "UserObject", {"label": label, **told, "id": id})
        return SubElement(whole, "mxCell", attributes), id


def written(style: Style) -> str:
    """A style as draw.io spells it."""
    parts = (
        f"{name}={number(value) if isinstance(value, float) else value}" if value != "" else name
        for name, value in style.items()
    )
    return "".join(f"{part};" for part in parts)


def number(value: float) -> str:
    """To a hundredth of a unit, without needless zeros."""
    return f"{round(value, 2) + 0.0:g}" if abs(value) < 10_000 else f"{value:.0f}"


def _point(geometry: Element, at: Point, role: str) -> None:
    SubElement(geometry, "mxPoint", {"x": number(at[0]), "y": number(at[1]), "as": role})
