"""The value chain as GraphML, for programs that analyse graphs (graphml.graphdrawing.org)."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from mapper.export.exporter import Exporter, ExportOptions
from mapper.export.facts import Facts, Knowledge
from mapper.export.losses import of_marks
from mapper.export.partial import without_details, without_map, without_plans, without_procurement, without_terms
from mapper.model import Document

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_GRAPH, _NODE, _EDGE = "graph", "node", "edge"


def _make(document: Document, _: ExportOptions) -> bytes:
    known = Knowledge(document)
    root = Element("graphml", xmlns=_SPACE)
    graph = Element("graph", id="map", edgedefault="directed")
    keys: dict[tuple[str, str], str] = {}

    def tell(element: Element, domain: str, facts: Facts) -> None:
        for name, value in facts.items():
            if (domain, name) not in keys:
                kind = "double" if isinstance(value, float) else "string"
                keys[domain, name] = id = f"{domain}-{name}"
                SubElement(root, "key", {"id": id, "for": domain, "attr.name": name, "attr.type": kind})
            SubElement(element, "data", key=keys[domain, name]).text = (
                repr(value) if isinstance(value, float) else value
            )

    tell(graph, _GRAPH, {"title": document.title})
    for component in document.components.values():
        tell(SubElement(graph, "node", id=component.id), _NODE, known.component(component))
    for link in document.links.values():
        ends: Mapping[str, str] = {"source": link.source, "target": link.target}
        tell(SubElement(graph, "edge", {"id": link.id, **ends}), _EDGE, known.link(link))
    root.append(graph)
    ElementTree.indent(root, " ")
    return bytes(ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)) + b"\n"


def _losses(document: Document) -> tuple[str, ...]:
    return (
        *without_map("GraphML", document),
        *without_plans("GraphML", document),
        *without_procurement("GraphML", document),
        *without_details("GraphML", document, "in-house"),
        *of_marks("GraphML", document, "type", "constraint"),
        *without_terms("GraphML", document),
    )


GRAPHML = Exporter(
    "graphml",
    "Value chain as a graph (GraphML)",
    ".graphml",
    _make,
    losses=_losses,
    purpose="For programs that analyse or lay out graphs.",
)
