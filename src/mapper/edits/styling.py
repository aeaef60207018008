"""The style of a component, to be copied to others: what kind of thing it is and how it is obtained and labelled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mapper.edits.locking import is_locked
from mapper.model import Component, ComponentType, Document, Id, Inertia, LabelOffset, Method


@dataclass(frozen=True, slots=True)
class Style:
    """Of users only the place of the label."""

    label: LabelOffset | None
    is_of_user: bool
    kind: str
    type: ComponentType | None
    method: Method | None
    inertia: Inertia | None
    constraint: bool


def style_of(component: Component) -> Style:
    """What `set_style` gives to others."""
    c = component
    return Style(c.label, c.is_anchor, c.kind, c.type, c.method, c.inertia, c.constraint)


def set_style(document: Document, ids: Iterable[Id], style: Style) -> Document:
    """Give components a style. Users stay users, and nothing becomes one; what is locked stays as it is."""
    return document.put(
        "components", [_styled(document.components[id], style) for id in ids if not is_locked(document, id)]
    )


def _styled(component: Component, style: Style) -> Component:
    if component.is_anchor or style.is_of_user:
        return component.but(label=style.label)
    return component.but(
        label=style.label,
        kind=style.kind,
        type=style.type,
        method=style.method,
        inertia=style.inertia,
        constraint=style.constraint,
    )
