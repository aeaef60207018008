from __future__ import annotations

import subprocess
import sys
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from mapper.data import SAMPLES
from mapper.drawing.draw import Scene, picture
from mapper.drawing.frame import Frame
from mapper.drawing.place import lay_out
from mapper.drawing.theme import DARK, LIGHT, Theme
from mapper.export.svg import svg
from mapper.files import native
from mapper.model import Component, Document, Id, Note
from strategies import documents

SVG = "{http://www.w3.org/2000/svg}"
KNOWN = set(
    [
        "svg",
        "title",
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


def _svg(document: Document, theme: Theme = LIGHT) -> bytes:
    frame = Frame.of(document)
    return svg(picture(Scene(document, frame, theme, lay_out(document, frame))))


def _texts(data: bytes) -> list[str]:
    return ["".join(text.itertext()) for text in ElementTree.fromstring(data).iter(f"{SVG}text")]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.wardley")), ids=lambda path: path.stem)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.id)
def test_a_sample_is_well_formed_and_says_every_name_as_text(path: object, theme: Theme) -> None:
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
    assert not any(name.startswith("on") or name == "href" for element in root.iter() for name in element.attrib)
    assert root.findtext(f"{SVG}title") == EVIL
    assert EVIL.split()[-1] in " ".join(_texts(data))


def test_each_record_is_a_group_with_its_own_title() -> None:
    part = Component(id=Id("tea 1"), name="Cup of tea", evolution=0.5, visibility=0.5)
    root = ElementTree.fromstring(_svg(Document(components={part.id: part})))
    group = next(element for element in root.iter(f"{SVG}g") if element.get("class") == "component")
    assert group.findtext(f"{SVG}title") == "Cup of tea"


def test_two_ids_that_differ_only_in_odd_characters_stay_apart() -> None:
    parts = [Component(id=Id(id), name="tea", evolution=0.5, visibility=0.5) for id in ("a b", "a_b", "a_20_b", "a/b")]
    root = ElementTree.fromstring(_svg(Document(components={part.id: part for part in parts})))
    groups = [element.get("id") for element in root.iter(f"{SVG}g") if element.get("class") == "component"]
    assert len(set(groups)) == 4


def test_the_same_document_gives_the_same_bytes_whatever_the_order_of_sets() -> None:
    code = (
        "import sys; from mapper.data import SAMPLES; from mapper.files import native;"
        "from mapper.drawing.draw import Scene, picture; from mapper.drawing.frame import Frame;"
        "from mapper.drawing.place import lay_out; from mapper.drawing.theme import LIGHT;"
        "from mapper.export.svg import svg; d = native.load(SAMPLES / 'childcare-licensing.wardley'); f = Frame.of(d);"
        "sys.stdout.buffer.write(svg(picture(Scene(d, f, LIGHT, lay_out(d, f)))))"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True)
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout
