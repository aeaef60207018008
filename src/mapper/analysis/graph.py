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
