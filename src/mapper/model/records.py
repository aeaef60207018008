"""What stands on the map."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field, model_validator

from mapper.model.kinds import ANCHOR, COMPONENT, KINDS
from mapper.model.values import (
    ComponentType,
    Flow,
    Fraction,
    Frozen,
    IdField,
    InertiaKind,
    Many,
    MapStyle,
    Method,
    Name,
    People,
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
    met_by: Many[IdField] = ()
    evidence: Many[Evidence] = ()


class LabelOffset(Frozen):
    """Where the user put a label: from the component's centre to the label's middle, in page units."""

    right: Offset
    down: Offset


class Evolve(Frozen):
    """Movement expected to a later (or earlier) evolution."""

    evolution: Fraction
    by: date | None = None
    name: Name = ""
    method: Method | None = None
    label: LabelOffset | None = None


class Inertia(Frozen):
    """Resistance to movement; `level` is 1 (slight) to 3 (strong)."""

    text: Text = ""
    kind: InertiaKind | None = None
    level: Annotated[int, Field(ge=1, le=3)] = 2
    response: Text = ""


class Component(Record):
    """One thing on the map. A member of a pipeline names it in `pipeline` and shares its visibility.

    `address` is where more about it is found, of a submap its own map: a web address, which is never visited unasked.
    A `constraint` holds back what rests on it. What is `locked` stays where and as it is until it is unlocked.
    """

    name: Name
    evolution: Fraction
    visibility: Fraction
    kind: KindField = COMPONENT
    type: ComponentType | None = None
    pipeline: IdField | None = None
    method: Method | None = None
    method_reason: Text = ""
    evolve: Evolve | None = None
    inertia: Inertia | None = None
    in_house: bool = False
    legacy: bool = False
    constraint: bool = False
    locked: bool = False
    description: Text = ""
    address: Name = ""
    needs: Many[Need] = ()
    label: LabelOffset | None = None

    @property
    def is_anchor(self) -> bool:
        return self.kind == ANCHOR


class Link(Record):
    """`source` needs `target`. `value` is what flows over it, which way is `flow`."""

    source: IdField
    target: IdField
    label: Name = ""
    flow: Flow | None = None
    value: Name = ""


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
    """Text on the map; its place is the left end of its first line. It may point at a component."""

    text: Text
    evolution: Fraction
    visibility: Fraction
    component: IdField | None = None
    locked: bool = False


class Annotation(Record):
    """A numbered remark, shown at one or more places and written out in the annotations' box."""

    number: Annotated[int, Field(ge=1, le=999)]
    text: Text
    positions: Many[Position] = ()
    locked: bool = False


class Accelerator(Record):
    """A force that speeds evolution up where it stands, or slows it down."""

    name: Name
    evolution: Fraction
    visibility: Fraction
    slows: bool = False
    locked: bool = False


class Attitude(Record):
    """An area of the map and the kind of people who work best there.

    Its place is its top left corner; `width` runs along evolution, `height` down visibility.
    """

    people: People
    evolution: Fraction
    visibility: Fraction
    width: Fraction
    height: Fraction
    locked: bool = False


class Step(Record):
    """One step of presenting a map: what it `shows` is hidden until then. What no step shows is there from the start."""

    title: Name = ""
    shows: Many[IdField] = ()


class Look(Frozen):
    """How the map's author wants it drawn.

    `width` and `height` are pixels. `top` and `bottom` name the ends of the value chain's axis, `value_chain` the axis.
    """

    style: MapStyle | None = None
    width: Annotated[int, Field(ge=1, le=100_000)] | None = None
    height: Annotated[int, Field(ge=1, le=100_000)] | None = None
    hides_evolution: bool = False
    hides_value_chain: bool = False
    value_chain: Name = ""
    top: Name = ""
    bottom: Name = ""


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
