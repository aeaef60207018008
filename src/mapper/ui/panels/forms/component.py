"""What can be said of a component."""

from __future__ import annotations

from mapper.model import Component, ComponentType, Evolve, Inertia, InertiaKind, Method
from mapper.model.kinds import ANCHOR, KINDS
from mapper.model.values import Frozen
from mapper.ui.panels.forms.field import LOCKED, Field, Kind


def _future(record: Frozen) -> Evolve:
    """A first guess at where a component goes: a fifth of the axis on."""
    assert isinstance(record, Component)
    return Evolve(evolution=round(min(1.0, record.evolution + 0.2), 4))


def _evolves(record: Frozen) -> bool:
    return isinstance(record, Component) and record.evolve is not None


def _meets_inertia(record: Frozen) -> bool:
    return isinstance(record, Component) and record.inertia is not None


KIND_TITLES = {kind.id: kind.title for kind in KINDS if kind.id != ANCHOR}

COMMON = (
    Field("Kind", "kind", Kind.CHOICE, choices=tuple(KIND_TITLES), undecided=""),
    Field("Contract", "contract", Kind.MEMBERSHIP, hint="Which contract of this plan procures it"),
    Field("Method", "method", Kind.CHOICE, choices=Method, undecided="As its stage says"),
    Field("Kept in-house", "in_house", Kind.FLAG, hint="An internal team is responsible; no contract is needed"),
    Field("Legacy", "legacy", Kind.FLAG, hint="It exists today and is to be replaced or retired"),
    Field(
        "Type",
        "type",
        Kind.CHOICE,
        choices=ComponentType,
        undecided="Not said",
        hint="What it is that evolves; each type has words of its own for the stages",
    ),
    Field("Constraint", "constraint", Kind.FLAG, hint="It holds back what rests on it"),
    LOCKED,
)

BASICS = (
    Field("Name", "name"),
    COMMON[0],
    COMMON[5],
    COMMON[1],
    Field("Evolution", "evolution", Kind.FRACTION),
    Field("Visibility", "visibility", Kind.FRACTION),
    Field("Description", "description", Kind.TEXT),
    Field("Address", "address", hint="Where more about it is found, such as the map of a submap"),
    COMMON[6],
    COMMON[7],
)

METHOD = (
    COMMON[2],
    Field("Reason", "method_reason", Kind.TEXT, hint="Why the method differs from what the stage suggests"),
    COMMON[3],
    COMMON[4],
)

MOVEMENT = (
    Field("Expected to evolve", "evolve", Kind.PART, make=_future),
    Field("To evolution", "evolve.evolution", Kind.FRACTION, shown=_evolves),
    Field("By", "evolve.by", Kind.DATE, shown=_evolves),
    Field("Becoming", "evolve.name", shown=_evolves, hint="What it is called by then, if that changes"),
    Field("Method by then", "evolve.method", Kind.CHOICE, choices=Method, shown=_evolves),
    Field("Meets inertia", "inertia", Kind.PART, make=lambda _: Inertia()),
    Field("Kind of inertia", "inertia.kind", Kind.CHOICE, choices=InertiaKind, shown=_meets_inertia),
    Field("Strength", "inertia.level", Kind.WHOLE, low=1, high=3, undecided="", suffix=" of 3", shown=_meets_inertia),
    Field("What resists", "inertia.text", Kind.TEXT, shown=_meets_inertia),
    Field("Response", "inertia.response", Kind.TEXT, shown=_meets_inertia, hint="What will be done about it"),
)
