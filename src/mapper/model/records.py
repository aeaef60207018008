"""What stands on the map."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from mapper.model.kinds import ANCHOR, COMPONENT, KINDS
from mapper.model.values import (
    Fraction,
    Frozen,
    IdField,
    InertiaKind,
    Method,
    Name,
    Position,
    Record,
    Stage,
    Text,
)

KindField = Annotated[str, Field(pattern=f"^({'|'.join(kind.id for kind in KINDS)})$")]
Offset = Annotated[float, Field(ge=-2000, le=2000, allow_inf_nan=False)]


class Evidence(Frozen):
    """What user research found about a need."""

    found: Text
    method: Text = ""
    participants: Annotated[int, Field(ge=0)] | None = None
    on: date | None = None


class Need(Frozen):
    """What a user needs, which components meet it, and how we know."""

    id: IdField
    need: Text
    met_by: tuple[IdField, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Evolve(Frozen):
    """Movement expected to a later (or earlier) evolution."""

    evolution: Fraction
    by: date | None = None
    name: Name = ""
    method: Method | None = None


class Inertia(Frozen):
    """Resistance to movement; `level` is 1 (slight) to 3 (strong)."""

    text: Text = ""
    kind: InertiaKind | None = None
    level: Annotated[int, Field(ge=1, le=3)] = 2
    response: Text = ""


class LabelOffset(Frozen):
    """Where the user put a label: from the component's centre to the label's middle, in page units."""

    right: Offset
    down: Offset


class Component(Record):
    """One thing on the map. A member of a pipeline names it in `pipeline` and shares its visibility."""

    name: Name
    evolution: Fraction
    visibility: Fraction
    kind: KindField = COMPONENT
    pipeline: IdField | None = None
    method: Method | None = None
    method_reason: Text = ""
    evolve: Evolve | None = None
    inertia: Inertia | None = None
    in_house: bool = False
    legacy: bool = False
    description: Text = ""
    needs: tuple[Need, ...] = ()
    label: LabelOffset | None = None

    @property
    def is_anchor(self) -> bool:
        return self.kind == ANCHOR


class Link(Record):
    """`source` needs `target`."""

    source: IdField
    target: IdField
    label: Name = ""


class Pipeline(Record):
    """One component with several choices along evolution: the components whose `pipeline` is this id.

    `start` and `end` widen the box beyond its members.
    """

    component: IdField
    title: Name = ""
    description: Text = ""
    start: Fraction | None = None
    end: Fraction | None = None


class Note(Record):
    """Text on the map; its place is the left end of its first line."""

    text: Text
    evolution: Fraction
    visibility: Fraction


class Annotation(Record):
    """A numbered remark, shown at one or more places and written out in the annotations' box."""

    number: Annotated[int, Field(ge=1, le=999)]
    text: Text
    positions: tuple[Position, ...] = ()


class Stages(Frozen):
    """Where one stage of evolution ends and the next begins, and what the four are called.

    The default lines are those that OnlineWardleyMaps draws: 3.5, 8 and 14 twentieths.
    """

    lines: tuple[Fraction, Fraction, Fraction] = (0.175, 0.40, 0.70)
    names: tuple[Name, Name, Name, Name] = (
        "Genesis",
        "Custom Built",
        "Product (+ rental)",
        "Commodity (+ utility)",
    )

    @model_validator(mode="after")
    def _lines_ascend(self) -> Stages:
        if not 0 < self.lines[0] < self.lines[1] < self.lines[2] < 1:
            raise ValueError("the stage lines must ascend between 0 and 1")
        return self

    def stage(self, evolution: float) -> Stage:
        """The stage that a place along evolution belongs to; a line belongs to the stage on its right."""
        return tuple(Stage)[sum(evolution >= line for line in self.lines)]

    def name(self, stage: Stage) -> str:
        """What this document calls a stage."""
        return self.names[tuple(Stage).index(stage)]
