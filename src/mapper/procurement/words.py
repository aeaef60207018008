"""Plain English for what a plan says: the words that panels, legends and packs use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from mapper.model import (
    Category,
    ComponentType,
    ExtensionMode,
    Flow,
    InertiaKind,
    Integrator,
    MapStyle,
    Method,
    Ownership,
    People,
    Pricing,
    Role,
    Route,
    Stage,
    VatBasis,
    Working,
)

NOT_DECIDED = "Not decided"
"""What is said of a fact that nobody has settled; a pack never leaves a cell empty."""

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

# Keyed by type first: members of different lists may share a value, and then they are equal as strings.
_WORDS: Mapping[type[StrEnum], Mapping[str, str]] = {
    Stage: {
        Stage.GENESIS: "Genesis",
        Stage.CUSTOM: "Custom built",
        Stage.PRODUCT: "Product",
        Stage.COMMODITY: "Commodity",
    },
    ComponentType: {
        ComponentType.ACTIVITY: "Activity",
        ComponentType.PRACTICE: "Practice",
        ComponentType.DATA: "Data",
        ComponentType.KNOWLEDGE: "Knowledge",
    },
    Method: {Method.BUILD: "Build", Method.RENT: "Rent", Method.USE: "Use"},
    Flow: {
        Flow.FORWARD: "To what is needed",
        Flow.BACKWARD: "To what needs it",
        Flow.BOTH: "Both ways",
    },
    People: {
        People.PIONEERS: "Pioneers",
        People.SETTLERS: "Settlers",
        People.TOWN_PLANNERS: "Town planners",
    },
    MapStyle: {
        MapStyle.PLAIN: "Plain",
        MapStyle.WARDLEY: "Wardley",
        MapStyle.COLOUR: "Colour",
        MapStyle.HANDWRITTEN: "Handwritten",
        MapStyle.DARK: "Dark",
        MapStyle.HIGH_CONTRAST: "High contrast",
        MapStyle.PRINT: "Print",
    },
    Working: {Working.AGILE: "Agile", Working.LEAN: "Lean", Working.SIX_SIGMA: "Six Sigma"},
    Pricing: {
        Pricing.TIME_AND_MATERIALS: "Time and materials",
        Pricing.TIME_AND_MATERIALS_CAPPED: "Time and materials, capped",
        Pricing.OUTCOME: "By outcome",
        Pricing.FIXED_PRICE_PER_SPRINT: "Fixed price per sprint",
        Pricing.FIXED_PRICE: "Fixed price",
        Pricing.SUBSCRIPTION: "Subscription",
        Pricing.UNIT_PRICE: "Unit price",
        Pricing.PAY_PER_USE: "Pay per use",
        Pricing.NOT_APPLICABLE: "Not applicable",
    },
    Route: {
        Route.UNDECIDED: NOT_DECIDED,
        Route.IN_HOUSE: "In-house",
        Route.OPEN: "Open procedure",
        Route.RESTRICTED: "Restricted procedure",
        Route.FRAMEWORK_CALL_OFF: "Framework call-off",
        Route.DYNAMIC_MARKET: "Dynamic market",
        Route.DIRECT_AWARD: "Direct award",
        Route.EXISTING: "Existing contract",
    },
    Role: {
        Role.SUPPLY: "Supply",
        Role.INTEGRATION: "Integration",
        Role.SERVICE_MANAGEMENT: "Service management",
    },
    Category: {Category.GOODS: "Goods", Category.SERVICES: "Services", Category.WORKS: "Works"},
    ExtensionMode: {
        ExtensionMode.NONE: "No extension",
        ExtensionMode.OPTION: "By decision",
        ExtensionMode.AUTOMATIC: "Automatic",
    },
    Ownership: {
        Ownership.UNDECIDED: NOT_DECIDED,
        Ownership.AUTHORITY: "The authority",
        Ownership.OPEN_SOURCE: "Open source",
        Ownership.SUPPLIER: "The supplier",
        Ownership.SHARED: "Shared",
    },
    Integrator: {
        Integrator.UNDECIDED: NOT_DECIDED,
        Integrator.IN_HOUSE: "An internal team",
        Integrator.CONTRACT: "A contract",
        Integrator.NONE: "Nobody",
    },
    VatBasis: {
        VatBasis.EXCLUDING: "excluding VAT",
        VatBasis.INCLUDING: "including VAT",
        VatBasis.EXEMPT: "exempt from VAT",
    },
    InertiaKind: {
        InertiaKind.TECHNICAL: "Technical",
        InertiaKind.FINANCIAL: "Financial",
        InertiaKind.HUMAN: "Human",
        InertiaKind.CONTRACTUAL: "Contractual",
        InertiaKind.SOCIAL: "Social",
    },
}

_METHODS_IN_FULL: Mapping[Method, str] = {
    Method.BUILD: "Build in-house or commission, agile",
    Method.RENT: "Rent off-the-shelf products, lean",
    Method.USE: "Use commodities and utilities, Six Sigma",
}


def word(value: StrEnum) -> str:
    """What a member of one of the model's closed lists is called in plain English."""
    return _WORDS[type(value)][value]


def method_in_full(method: Method) -> str:
    """A method with the way of working that goes with it, as a legend spells it out (guide, section 3)."""
    return _METHODS_IN_FULL[method]


def day(on: date) -> str:
    """A date with its month spelt, such as “10 May 2027”, whatever the machine's language."""
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def months(count: int) -> str:
    """A duration, such as “1 month” or “18 months”."""
    return counted(count, "month")


def counted(count: int, singular: str, plural: str = "") -> str:
    """A number with its noun, such as “1 contract” or “9 contracts”; the plural is the singular with s unless given."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"
