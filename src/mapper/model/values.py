"""The small values that records are made of: ids, fractions, text, money, and the closed lists of the field."""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum
from secrets import token_hex
from typing import Annotated, NewType, Self, TypeVar

from pydantic import BaseModel, ConfigDict, FailFast, Field

Id = NewType("Id", str)
"""Names a record within its document."""

_CONTROL = r"\x00-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF"
_UNWANTED_IN_TEXT = re.compile(f"[{_CONTROL}\r]")

IdField = Annotated[Id, Field(min_length=1, max_length=200, pattern=rf"^[^{_CONTROL}\n\t\r]*$")]
Fraction = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
"""A place along an axis of the map: 0 is genesis or invisible, 1 is commodity or visible."""
Name = Annotated[str, Field(max_length=500, pattern=rf"^[^{_CONTROL}\n\t\r]*$")]
"""One line of text without control characters."""
LONGEST_TEXT = 20_000
Text = Annotated[str, Field(max_length=LONGEST_TEXT, pattern=rf"^[^{_CONTROL}\r]*$")]
"""Text of several lines without control characters other than tab and newline."""
Money = Annotated[Decimal, Field(ge=0, max_digits=15, decimal_places=2, allow_inf_nan=False)]
"""An amount in the document's one currency. Never a float."""
T = TypeVar("T")
Many = Annotated[tuple[T, ...], FailFast()]
"""A list that is read up to its first mistake: of a file with a million each would take its place in the memory."""
Months = Annotated[int, Field(ge=0, le=1200)]
Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$")]


def new_id() -> Id:
    """An id that no other record has."""
    return Id(token_hex(8))


def clean_text(text: str) -> str:
    """What a user typed or pasted, as `Text` accepts it: control characters dropped, newlines as `\\n`."""
    return _UNWANTED_IN_TEXT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))[:LONGEST_TEXT]


def clean_name(text: str) -> str:
    """What a user typed or pasted, as `Name` accepts it: one line, blanks squeezed."""
    return " ".join(clean_text(text).split())[:500]


class Frozen(BaseModel):
    """A value that never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    def but(self, **changes: object) -> Self:
        """A validated copy with some fields changed. Raises pydantic's ValidationError."""
        return type(self)(**{**self.__dict__, **changes})


class Record(Frozen):
    """Anything in the document that has an id."""

    id: IdField = Field(default_factory=new_id)


class Position(Frozen):
    """A place on the map."""

    evolution: Fraction
    visibility: Fraction


class Stage(StrEnum):
    """The four stages of evolution, in order."""

    GENESIS = "genesis"
    CUSTOM = "custom_built"
    PRODUCT = "product"
    COMMODITY = "commodity"


class Method(StrEnum):
    """How a component is obtained (guide, section 3; OnlineWardleyMaps: build, buy, outsource)."""

    BUILD = "build"
    RENT = "rent"
    USE = "use"


class Flow(StrEnum):
    """Which way something passes over a link: along the need, against it, or both ways."""

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"


class People(StrEnum):
    """Who works best where: explorers of the new, makers of products, runners of what is industrial."""

    PIONEERS = "pioneers"
    SETTLERS = "settlers"
    TOWN_PLANNERS = "town_planners"


class ComponentType(StrEnum):
    """What it is that evolves: the four have words of their own for the stages."""

    ACTIVITY = "activity"
    PRACTICE = "practice"
    DATA = "data"
    KNOWLEDGE = "knowledge"


class MapStyle(StrEnum):
    """How a map is to be drawn: the first five as OnlineWardleyMaps is told, the others for those who need or print it."""

    PLAIN = "plain"
    WARDLEY = "wardley"
    COLOUR = "colour"
    HANDWRITTEN = "handwritten"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"
    PRINT = "print"


class Working(StrEnum):
    AGILE = "agile"
    LEAN = "lean"
    SIX_SIGMA = "six_sigma"


class Pricing(StrEnum):
    TIME_AND_MATERIALS = "time_and_materials"
    TIME_AND_MATERIALS_CAPPED = "time_and_materials_capped"
    OUTCOME = "outcome"
    FIXED_PRICE_PER_SPRINT = "fixed_price_per_sprint"
    FIXED_PRICE = "fixed_price"
    SUBSCRIPTION = "subscription"
    UNIT_PRICE = "unit_price"
    PAY_PER_USE = "pay_per_use"
    NOT_APPLICABLE = "not_applicable"


class Route(StrEnum):
    """How a contract is awarded."""

    UNDECIDED = "undecided"
    IN_HOUSE = "in_house"
    OPEN = "open"
    RESTRICTED = "restricted"
    FRAMEWORK_CALL_OFF = "framework_call_off"
    DYNAMIC_MARKET = "dynamic_market"
    DIRECT_AWARD = "direct_award"
    EXISTING = "existing"


class Role(StrEnum):
    SUPPLY = "supply"
    INTEGRATION = "integration"
    SERVICE_MANAGEMENT = "service_management"


class Category(StrEnum):
    GOODS = "goods"
    SERVICES = "services"
    WORKS = "works"


class ExtensionMode(StrEnum):
    NONE = "none"
    OPTION = "option"
    AUTOMATIC = "automatic"


class Ownership(StrEnum):
    """Who owns the code or the data of a contract."""

    UNDECIDED = "undecided"
    AUTHORITY = "authority"
    OPEN_SOURCE = "open_source"
    SUPPLIER = "supplier"
    SHARED = "shared"


class Integrator(StrEnum):
    UNDECIDED = "undecided"
    IN_HOUSE = "in_house"
    CONTRACT = "contract"
    NONE = "none"


class VatBasis(StrEnum):
    EXCLUDING = "excluding"
    INCLUDING = "including"
    EXEMPT = "exempt"


class InertiaKind(StrEnum):
    TECHNICAL = "technical"
    FINANCIAL = "financial"
    HUMAN = "human"
    CONTRACTUAL = "contractual"
    SOCIAL = "social"
