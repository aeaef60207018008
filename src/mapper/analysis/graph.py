"""The value chain as a graph: an edge for each "source needs target"."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import networkx as nx

from mapper.model import Document, Id


def value_chain(document: Document) -> nx.DiGraph[Id]:
    """The components, joined by what they need."""
    graph: nx.DiGraph[Id] = nx.DiGraph()
    graph.add_nodes_from(document.components)
    graph.add_edges_from((link.source, link.target) for link in document.links.values())
    return graph


def needs(document: Document, ids: Iterable[Id]) -> frozenset[Id]:
    """Everything that these components rest on, directly or through others; not they themselves, unless in a circle."""
    return _reached(document, ids, lambda graph, id: nx.descendants(graph, id))


def needed_by(document: Document, ids: Iterable[Id]) -> frozenset[Id]:
    """Everything that rests on these components, directly or through others."""
    return _reached(document, ids, lambda graph, id: nx.ancestors(graph, id))


def _reached(document: Document, ids: Iterable[Id], reach: Callable[[nx.DiGraph[Id], Id], set[Id]]) -> frozenset[Id]:
    graph = value_chain(document)
    return frozenset().union(*(reach(graph, id) for id in ids if id in graph))


def depths(document: Document) -> dict[Id, int]:
    """How many steps below what nothing needs each component lies, by the longest way; those in a circle lie together.

    Only users are at 0 where there are any. The choices of a pipeline count with its component and have no depth.
    """
    heads = {c.id: document.pipelines[c.pipeline].component for c in document.components.values() if c.pipeline}
    graph: nx.DiGraph[Id] = nx.DiGraph()
    graph.add_nodes_from(id for id in document.components if id not in heads)
    ends = (
        (heads.get(link.source, link.source), heads.get(link.target, link.target)) for link in document.links.values()
    )
    graph.add_edges_from((source, target) for source, target in ends if source != target)
    users = {component.id for component in document.components.values() if component.is_anchor}
    circles = nx.condensation(graph)
    found: dict[int, int] = {}
    for circle in nx.topological_sort(circles):
        least = 0 if not users or users & circles.nodes[circle]["members"] else 1
        found[circle] = max([least, *(found[above] + 1 for above in circles.predecessors(circle))])
    return {id: depth for circle, depth in found.items() for id in circles.nodes[circle]["members"]}
