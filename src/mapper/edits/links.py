"""Edits of links."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.model import Document, Flow, Id, Link


def add_link(document: Document, source: Id, target: Id) -> Document:
    """`source` needs `target`. A link that is there already, or from a component to itself, changes nothing."""
    is_there = any(link.source == source and link.target == target for link in document.links.values())
    if source == target or is_there:
        return document
    return document.put("links", [Link(source=source, target=target)])


def reverse_links(document: Document, ids: Iterable[Id]) -> Document:
    """The other way round: what was needed now needs. A link whose opposite is there already stays as it is."""
    turning = frozenset(ids)
    standing = {(link.source, link.target) for link in document.links.values() if link.id not in turning}
    links = [document.links[id] for id in turning]
    turned = [link.but(source=link.target, target=link.source) for link in links]
    return document.put("links", [link for link in turned if (link.source, link.target) not in standing])


def flip_flow(document: Document, ids: Iterable[Id]) -> Document:
    """What flows over links flows the other way; what flows both ways, or not at all, stays so."""
    turned = {Flow.FORWARD: Flow.BACKWARD, Flow.BACKWARD: Flow.FORWARD}
    links = [document.links[id] for id in ids]
    return document.put("links", [link.but(flow=turned[link.flow]) for link in links if link.flow in turned])
