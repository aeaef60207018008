"""Edits of components: adding them, where they stand, where they are heading."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.model import Component, Document, Evolve, Id, Inertia, LabelOffset, Method


def place(value: float) -> float:
    """A place along an axis as documents keep it: within the map, to four decimals."""
    return round(min(1.0, max(0.0, value)), 4)


def add_component(document: Document, component: Component) -> Document:
    """A new component, its place rounded to four decimals."""
    rounded = component.but(evolution=place(component.evolution), visibility=place(component.visibility))
    return document.put("components", [rounded])


def set_evolve(document: Document, id: Id, evolve: Evolve | None) -> Document:
    """Where a component is heading, or None if it stays. A forecast of where it already is counts as none."""
    component = document.components[id]
    if evolve is not None:
        evolve = evolve.but(evolution=place(evolve.evolution))
        evolve = None if evolve.evolution == component.evolution else evolve
    return document.put("components", [component.but(evolve=evolve)])


def forget_evolve(document: Document, ids: Iterable[Id]) -> Document:
    """Some components are heading nowhere after all."""
    return document.put("components", [document.components[id].but(evolve=None) for id in ids])


def set_inertia(document: Document, ids: Iterable[Id], inertia: Inertia | None) -> Document:
    """Resistance to movement, the same for each of some components, or None."""
    return document.put("components", [document.components[id].but(inertia=inertia) for id in ids])


def set_method(document: Document, ids: Iterable[Id], method: Method | None) -> Document:
    """How some components are obtained; None leaves it to their stage."""
    return document.put("components", [document.components[id].but(method=method) for id in ids])


def place_label(document: Document, id: Id, offset: LabelOffset | None) -> Document:
    """Where the user wants a component's label, or None to let it find its own place."""
    return document.put("components", [document.components[id].but(label=offset)])
