from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from mapper.data import SAMPLES
from mapper.drawing.theme import Theme
from mapper.drawing.themes import DARK, WARDLEY
from mapper.export.exporter import ExportOptions
from mapper.export.pictures import SVG as SVG_PICTURE
from mapper.export.svg import KINDS_OF_GROUP
from mapper.files import native
from mapper.model import FIRST_PLAN, Component, Contract, Document, Id, Link, Note, Plan
from strategies import documents

SVG = "{http://www.w3.org/2000/svg}"
KNOWN = set(
    [
        "svg",
        "title",
        "desc",
        "use",
        "defs",
        "linearGradient",
        "stop",
        "pattern",
        "clipPath",
        "g",
        "path",
        "rect",
        "circle",
        "line",
        "text",
    ]
)
EVIL = "<script>alert(\"1\")</script> & 'quoted' ]]> 🚀"


def _svg(document: Document, theme: Theme = WARDLEY) -> bytes:
    return SVG_PICTURE.make(document, ExportOptions(theme=theme.id, carries_map=False))


def _texts(data: bytes) -> list[str]:
    return ["".join(text.itertext()) for text in ElementTree.fromstring(data).iter(f"{SVG}text")]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.wardley")), ids=lambda path: path.stem)
@pytest.mark.parametrize("theme", [WARDLEY, DARK], ids=lambda theme: theme.id)
def test_a_sample_is_well_formed_and_says_every_name_as_text(path: Path, theme: Theme) -> None:
    document = native.load(path)
    said = " ".join(_texts(_svg(document, theme))).split()
    words = {word for each in document.components.values() for word in each.name.split()}
    assert words <= set(said)


@settings(max_examples=40)
@given(document=documents())
def test_any_document_becomes_well_formed_xml_with_ids_used_once(document: Document) -> None:
    root = ElementTree.fromstring(_svg(document))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= KNOWN


def test_a_strangers_text_stays_text() -> None:
    part = Component(id=Id(EVIL), name=EVIL, evolution=0.5, visibility=0.5)
    note = Note(id=Id("note"), text=EVIL, evolution=0.1, visibility=0.1)
    document = Document(title=EVIL, components={part.id: part}, notes={note.id: note})
    data = _svg(document)
    root = ElementTree.fromstring(data)
    assert b"<script" not in data
    assert not any(
        name.startswith("on") or name == "href" or (not value.startswith("#") and "href" in name)
        for element in root.iter()
        for name, value in element.attrib.items()
    )
    assert root.findtext(f"{SVG}title") == EVIL
    assert EVIL.split()[-1] in " ".join(_texts(data))


def _groups(document: Document) -> dict[str, list[ElementTree.Element]]:
    """The records' groups by class."""
    root = ElementTree.fromstring(_svg(document))
    found: dict[str, list[ElementTree.Element]] = {kind: [] for kind in KINDS_OF_GROUP}
    for element in root.iter(f"{SVG}g"):
        if element.get("class") in found:
            found[element.get("class", "")].append(element)
    return found


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.wardley")), ids=lambda path: path.stem)
def test_each_record_is_one_group_that_says_what_it_is_and_holds_its_label(path: Path) -> None:
    document = native.load(path)
    groups = _groups(document)
    anchors = [one for one in document.components.values() if one.is_anchor]
    assert len(groups["anchor"]) == len(anchors)
    assert len(groups["component"]) == len(document.components) - len(anchors)
    for kind in ("contract", "link", "pipeline", "note", "annotation"):
        assert len(groups[kind]) == len(getattr(document, f"{kind}s"))
    for found in groups.values():
        assert all((group.findtext(f"{SVG}title") or "").strip() and group.get("id") for group in found)
    for component, group in zip(document.components.values(), _in_order(groups, document), strict=True):
        assert component.name in (group.findtext(f"{SVG}title") or "")
        assert set(component.name.split()) <= set(_words(group))
    for contract, group in zip(document.contracts.values(), groups["contract"], strict=True):
        assert {contract.ref, *contract.title.split()} <= set(_words(group))


def _in_order(groups: dict[str, list[ElementTree.Element]], document: Document) -> list[ElementTree.Element]:
    by_id = {group.get("id"): group for group in groups["component"] + groups["anchor"]}
    kinds = {one.id: "anchor" if one.is_anchor else "component" for one in document.components.values()}
    return [by_id[f"{kind}-{id.replace('_', '_5f_')}"] for id, kind in kinds.items()]


def _words(group: ElementTree.Element) -> list[str]:
    return " ".join("".join(text.itertext()) for text in group.iter(f"{SVG}text")).split()


def test_a_link_within_a_contract_does_not_cover_its_title_or_its_number() -> None:
    """What is shown again, in front of the links, is named by groups that are there."""
    root = ElementTree.fromstring(_svg(native.load(SAMPLES / "childcare-licensing.wardley")))
    ids = {element.get("id"): element for element in root.iter() if element.get("id")}
    again = [element.get("{http://www.w3.org/1999/xlink}href", "#")[1:] for element in root.iter(f"{SVG}use")]
    assert len(again) == 9
    assert all(any(True for _ in ids[id].iter(f"{SVG}text")) for id in again)
    order = [element.get("class") or element.tag.removeprefix(SVG) for element in root]
    assert order.index("contract") < order.index("link") < order.index("use") < order.index("component")


def test_the_picture_as_a_whole_says_what_it_shows() -> None:
    root = ElementTree.fromstring(_svg(native.load(SAMPLES / "tea-shop.wardley")))
    assert root.findtext(f"{SVG}title") == "Tea shop"
    said = root.findtext(f"{SVG}desc") or ""
    assert "7 components, 2 users and 8 links" in said
    assert "2 contracts with 1 interface: C1 Kettle and C2 Water and power" in said


def test_a_record_of_which_nothing_is_seen_still_has_its_group() -> None:
    parts = [Component(id=Id(id), name=id, evolution=0.5, visibility=0.5) for id in ("a", "b")]
    link = Link(id=Id("a-b"), source=Id("a"), target=Id("b"))
    plan = Plan(id=FIRST_PLAN, contracts={Id("C1"): Contract(id=Id("C1"), ref="C1")})
    groups = _groups(
        Document(components={part.id: part for part in parts}, links={link.id: link}, plans={plan.id: plan})
    )
    assert groups["link"][0].findtext(f"{SVG}title") == "a needs b."
    assert "no components yet" in (groups["contract"][0].findtext(f"{SVG}title") or "")


def test_a_transparent_picture_has_no_ground() -> None:
    document = native.load(SAMPLES / "tea-shop.wardley")
    clear = ElementTree.fromstring(SVG_PICTURE.make(document, ExportOptions(transparent=True)))
    assert not any(element.get("class") == "ground" for element in clear.iter())


def test_two_ids_that_differ_only_in_odd_characters_stay_apart() -> None:
    parts = [Component(id=Id(id), name="tea", evolution=0.5, visibility=0.5) for id in ("a b", "a_b", "a_20_b", "a/b")]
    root = ElementTree.fromstring(_svg(Document(components={part.id: part for part in parts})))
    groups = [element.get("id") for element in root.iter(f"{SVG}g") if element.get("class") == "component"]
    assert len(set(groups)) == 4


def test_the_same_document_gives_the_same_bytes_whatever_the_order_of_sets() -> None:
    code = (
        "import sys; from mapper.data import SAMPLES; from mapper.files import native;"
        "from mapper.export.exporter import ExportOptions; from mapper.export.pictures import SVG;"
        "d = native.load(SAMPLES / 'childcare-licensing.wardley');"
        "sys.stdout.buffer.write(SVG.make(d, ExportOptions()))"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True)
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout
