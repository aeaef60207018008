"""Presenting a map step by step: what is to be seen when."""

from __future__ import annotations

from mapper.edits import delete
from mapper.model import Document, Id


def shown_after(document: Document, steps: int) -> Document:
    """The document to draw once so many steps were taken: without what only later steps show.

    A link needs both its ends, and the choices of a pipeline need the pipeline. With every step taken that is the very
    same document.
    """
    return delete(document, hidden_after(document, steps))


def hidden_after(document: Document, steps: int) -> frozenset[Id]:
    """What only later steps show."""
    shows = [frozenset(step.shows) for step in document.steps.values()]
    return frozenset[Id]().union(*shows[steps:]) - frozenset[Id]().union(*shows[:steps])


def title_after(document: Document, steps: int) -> str:
    """What is being shown: the title of the last step taken, else the map's."""
    taken = list(document.steps.values())[:steps]
    return (taken[-1].title if taken else "") or document.title
