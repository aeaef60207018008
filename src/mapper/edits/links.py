"""Edits of links."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.model import Document, Id, Link


def add_link(document: Document, source: Id, target: Id) -> Document:
    """`source` needs `target`. A link that is there already, or from a component to itself, changes nothing."""
    if source == target or is_linked(document, source, target):
        return document
    return document.put("links", [Link(source=source, target=target)])


def is_linked(document: Document, source: Id, target: Id) -> bool:
    """Whether `source` is said to need `target`."""
    return any(link.source == source and link.target == target for link in document.links.values())


def reverse_links(document: Document, ids: Iterable[Id]) -> Document:
    """The other way round: what was needed now needs."""
    links = [document.links[id] for id in ids]
    return document.put("links", [link.but(source=link.target, target=link.source) for link in links])
