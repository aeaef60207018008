"""Drawings for draw.io."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given, settings

from drawing.maps import a_map, component, contract, link, table
from mapper.data import SAMPLES
from mapper.export.drawio import DRAWIO
from mapper.export.exporter import ExportOptions
from mapper.files import native
from mapper.model import Document, Evolve, Flow, Id, Inertia, Note
from strategies import documents

EVIL = "<img src=x onerror=alert(1)> & \"q\" 'q' ;shape=image;"


def _drawn(document: Document) -> Element:
    return ElementTree.fromstring(DRAWIO.make(document, ExportOptions()))


def _objects(root: Element) -> dict[str, Element]:
    return {found.get("id", ""): found for found in root.iter("UserObject")}


def _style(found: Element) -> dict[str, str]:
    cell = found if found.tag == "mxCell" else found[0]
    return dict(part.partition("=")[::2] for part in cell.get("style", "").split(";") if part)


def _roles(document: Document) -> dict[str, str]:
    """The role that each shape's tooltip begins with."""
    return {id: found.get("tooltip", "").partition(".")[0] for id, found in _objects(_drawn(document)).items()}


@settings(max_examples=20)
@given(document=documents())
def test_every_cell_has_an_id_of_its_own_a_parent_that_is_there_and_edges_ends(document: Document) -> None:
    root = _drawn(document)
    cells = list(root.iter("mxCell"))
    holders = {id(cell): holder for holder in root.iter("UserObject") for cell in holder}
    ids = [holders.get(id(cell), cell).get("id") for cell in cells]
    assert None not in ids
    assert len(ids) == len(set(ids))
    for cell in cells:
        assert cell.get("parent") in ids or cell.get("id") == "0"
        if cell.get("edge"):
            ends = {cell.get("source"), cell.get("target")} - {None}
            points = {point.get("as") for point in cell.iter("mxPoint")}
            assert ends <= set(ids)
            assert len(ends) == 2 or {"sourcePoint", "targetPoint"} <= points
        if cell.get("vertex"):
            geometry = cell.find("mxGeometry")
            assert geometry is not None
            assert float(geometry.get("width", "-1")) >= 0


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.wardley")), ids=lambda path: path.stem)
def test_each_record_of_a_sample_is_a_named_shape_and_links_join_theirs(path: Path) -> None:
    document = native.load(path)
    objects = _objects(_drawn(document))
    labels = [" ".join(found.get("label", "").split()) for found in objects.values()]
    for one in document.components.values():
        assert one.name in labels
    for one in document.contracts.values():
        assert one.title in labels
    joined = [found[0] for found in objects.values() if found.get("tooltip", "").startswith("Link. ")]
    assert len(joined) == len(document.links)
    for cell in joined:
        names = [objects[cell.get(end, "")].get("name") for end in ("source", "target")]
        assert "{} needs {}".format(*names) in " ".join(found.get("tooltip", "") for found in objects.values())


def test_tooltips_name_the_parts_that_other_programs_know_shapes_by() -> None:
    parts = [
        component("Tea", 0.6, 0.5, inertia=Inertia(), evolve=Evolve(evolution=0.8)),
        component("Guest", 0.6, 0.9, kind="anchor"),
        component("Stall", 0.3, 0.4, kind="market"),
    ]
    note = Note(id=Id("n"), text="Look", evolution=0.1, visibility=0.1)
    links = [link("Guest", "Tea", flow=Flow.BOTH, value="£1")]
    roles = _roles(a_map(parts, links, [contract("C1", "Tea")], notes=table(note)))
    assert {"Component", "User", "Market", "Note", "Link", "Contract", "Inertia", "Point of change"} <= set(
        roles.values()
    )
    assert roles["record-Tea"] == "Component"
    assert roles["record-Guest"] == "User"


def test_a_component_is_an_ellipse_that_tells_its_facts() -> None:
    found = _objects(_drawn(a_map([component("Tea", 0.6, 0.5)], [], [contract("C1", "Tea", title="Drinks")])))[
        "record-Tea"
    ]
    assert _style(found)["shape"] == "ellipse"
    assert found.get("label") == "Tea"
    assert (found.get("stage"), found.get("method"), found.get("contract")) == (
        "Product (+ rental)",
        "Rent",
        "C1 Drinks",
    )
    assert float(found.get("evolution", "")) == 0.6


def test_the_ground_is_locked_and_everything_stands_in_a_named_layer() -> None:
    cells = list(_drawn(native.load(SAMPLES / "tea-shop.wardley")).iter("mxCell"))
    layers = [cell.get("value") for cell in cells if cell.get("parent") == "0"]
    expected = ["Background", "Attitudes", "Contracts", "Pipelines", "Links", "Components", "Notes", "Legend"]
    assert layers == expected
    locked = [cell.get("value") for cell in cells if "locked=1" in (cell.get("style") or "")]
    assert locked == ["Background"]


def test_a_contract_is_a_shape_of_its_outline_with_its_hole() -> None:
    """Its ring and the ring round what it leaves out run opposite ways, by which draw.io tells in from out."""
    round_it = [
        component(f"p{n}", 0.5 + x / 12, 0.5 + y / 9)
        for n, (x, y) in enumerate([(-1, -1), (0, -1), (1, -1), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0)])
    ]
    members = [one.id for one in round_it]
    document = a_map([*round_it, component("left out", 0.5, 0.5)], [], [contract("C1", *members)])
    shape = _style(_objects(_drawn(document))["record-C1"])["shape"]
    xml = unquote(zlib.decompress(base64.b64decode(shape.removeprefix("stencil(").removesuffix(")")), -15).decode())
    path = ElementTree.fromstring(xml).find("background/path")
    assert path is not None
    assert [step.tag for step in path].count("close") == [step.tag for step in path].count("move") >= 1
    areas = []
    for step in path:
        if step.tag == "move":
            areas.append(0.0)
            x, y = float(step.get("x", "")), float(step.get("y", ""))
        elif step.tag == "quad":
            next_x, next_y = float(step.get("x2", "")), float(step.get("y2", ""))
            areas[-1] += x * next_y - next_x * y
            x, y = next_x, next_y
    assert areas[0] > 0
    assert all(area < 0 for area in areas[1:])


def test_a_strangers_text_is_neither_markup_nor_style() -> None:
    part = component(EVIL, 0.5, 0.5)
    data = DRAWIO.make(a_map([part], title=EVIL), ExportOptions())
    root = ElementTree.fromstring(data)
    found = next(one for one in _objects(root).values() if one.get("name") == EVIL)
    assert " ".join((found.get("label") or "").split()) == EVIL
    assert "<img" not in (found.get("tooltip") or "")
    assert _style(found)["html"] == "0"
    assert not any(_style(cell).get("shape") == "image" for cell in root.iter("mxCell"))


def test_a_transparent_drawing_has_no_ground() -> None:
    document = a_map([component("Tea", 0.5, 0.5)])
    clear = ElementTree.fromstring(DRAWIO.make(document, ExportOptions(transparent=True)))
    assert not any("gradientColor" in (cell.get("style") or "") for cell in clear.iter("mxCell"))
