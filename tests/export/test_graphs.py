"""The value chain for programs that draw and analyse graphs."""

from __future__ import annotations

import io
import shutil
import subprocess
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import given, settings

from drawing.maps import a_map, component, contract, link
from mapper.data import SAMPLES
from mapper.export.dot import DOT
from mapper.export.exporter import ExportOptions
from mapper.export.graphml import GRAPHML
from mapper.files import native
from mapper.model import Document
from strategies import documents

needs_graphviz = pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed here")
SVG = "{http://www.w3.org/2000/svg}"
ODD = ('say "tea"', "back\\slash\\", "a\\N", "<b>", "&lt;", "Café 茶", "a -> b; }", "{x|y}", "two  blanks")


def _graph(document: Document) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(GRAPHML.make(document, ExportOptions())), force_multigraph=True)


def _drawn(document: Document) -> ElementTree.Element:
    """What Graphviz makes of the file. Fails if it finds fault with it."""
    text = DOT.make(document, ExportOptions())
    done = subprocess.run(["dot", "-Tsvg"], input=text, capture_output=True, check=True, timeout=60)
    assert b"syntax error" not in done.stderr
    return ElementTree.fromstring(done.stdout)


def _texts(root: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()).replace("\u00a0", " ") for text in root.iter(f"{SVG}text")]


def test_a_graph_has_every_component_and_link_with_what_is_known_of_them() -> None:
    document = native.load(SAMPLES / "childcare-licensing.wardley")
    graph = _graph(document)
    assert set(graph.nodes) == set(document.components)
    assert {(one.source, one.target) for one in document.links.values()} == set(graph.edges())
    told = graph.nodes["case_management"]
    assert told["name"] == "Case management"
    assert told["evolution"] == document.components["case_management"].evolution
    assert (told["stage"], told["method"], told["contract"]) == (
        "Product (+ rental)",
        "Rent",
        "C5 Casework and records",
    )
    assert any("interface" in facts for *_, facts in graph.edges(data=True))


@settings(max_examples=20)
@given(document=documents())
def test_any_document_is_a_graph_that_others_read(document: Document) -> None:
    graph = _graph(document)
    assert set(graph.nodes) == set(document.components)
    assert graph.number_of_edges() == len(document.links)
    for id, component_ in document.components.items():
        assert graph.nodes[id].get("name", "").split() == component_.name.split()


@needs_graphviz
def test_graphviz_draws_every_name_and_a_box_for_each_contract() -> None:
    document = native.load(SAMPLES / "tea-shop.wardley")
    root = _drawn(document)
    assert {one.name for one in document.components.values()} <= set(_texts(root))
    boxes = [group for group in root.iter(f"{SVG}g") if group.get("class") == "cluster"]
    assert [_texts(box)[0] for box in boxes] == ["C1 Kettle", "C2 Water and power"]
    assert sum(group.get("class") == "edge" for group in root.iter(f"{SVG}g")) == len(document.links)


@needs_graphviz
def test_no_name_can_be_more_to_graphviz_than_a_name() -> None:
    parts = [component(name, 0.5, 0.5) for name in ODD]
    root = _drawn(a_map(parts, [link(ODD[0], ODD[1], label=ODD[3])], [contract("<i>", ODD[2], title=ODD[0])]))
    assert set(ODD) <= set(_texts(root))
    assert sum(group.get("class") == "node" for group in root.iter(f"{SVG}g")) == len(ODD)


@needs_graphviz
def test_graphviz_reads_any_document() -> None:
    @settings(max_examples=8)
    @given(document=documents())
    def reads(document: Document) -> None:
        nodes = [group for group in _drawn(document).iter(f"{SVG}g") if group.get("class") == "node"]
        assert len(nodes) == len(document.components)

    reads()
