"""What can be said of a contract: everything that the pack's page about it prints."""

from __future__ import annotations

from mapper.model import (
    Category,
    Code,
    Component,
    Contract,
    ExtensionMode,
    Kpi,
    Method,
    Ownership,
    Pricing,
    Risk,
    Role,
    Route,
    Working,
)
from mapper.model.values import Frozen
from mapper.ui.panels.forms.field import Field, Kind


def _code_summary(record: Frozen) -> tuple[str, str]:
    assert isinstance(record, Code)
    return f"{record.scheme} {record.id}", record.label


def _kpi_summary(record: Frozen) -> tuple[str, str]:
    assert isinstance(record, Kpi)
    return record.name, " · ".join(part for part in (record.target, record.frequency) if part)


def _risk_summary(record: Frozen) -> tuple[str, str]:
    assert isinstance(record, Risk)
    return record.text, f"likelihood {record.likelihood} × impact {record.impact}"


def _can_extend(record: Frozen) -> bool:
    return isinstance(record, Contract) and record.extension_mode is not ExtensionMode.NONE


def _can_be_member(component: Component) -> bool:
    return not component.is_anchor


_CODE = (
    Field("Scheme", "scheme", Kind.CHOICE, choices=("CPV", "UNSPSC", "NAICS", "PSC"), undecided=""),
    Field("Code", "id", hint="A CPV code has eight digits; leave the check digit out"),
    Field("Words", "label"),
)
_KPI = (
    Field("Name", "name"),
    Field("Target", "target", Kind.TEXT),
    Field("Measured by", "measure", Kind.TEXT),
    Field("How often", "frequency"),
)
_RISK = (
    Field("Risk", "text", Kind.TEXT),
    Field("Likelihood", "likelihood", Kind.WHOLE, low=1, high=5, undecided="", suffix=" of 5"),
    Field("Impact", "impact", Kind.WHOLE, low=1, high=5, undecided="", suffix=" of 5"),
    Field("Owner", "owner"),
    Field("Response", "response", Kind.TEXT),
)

BASICS = (
    Field("Reference", "ref"),
    Field("Title", "title"),
    Field("Scope", "scope", Kind.TEXT, hint="What is procured"),
    Field("Outcome", "outcome", Kind.TEXT, hint="What will be true when it has worked"),
    Field("Components", "members", Kind.COMPONENTS, fits=_can_be_member),
)

APPROACH = (
    Field("Method", "method", Kind.CHOICE, choices=Method, undecided="As its components say"),
    Field("Way of working", "working", Kind.CHOICE, choices=Working),
    Field("Pricing", "pricing", Kind.CHOICE, choices=Pricing),
    Field("Role", "role", Kind.CHOICE, choices=Role, undecided=""),
    Field("Category", "category", Kind.CHOICE, choices=Category, undecided=""),
    Field("Includes hosting", "is_hosting", Kind.FLAG),
    Field("Done in-house", "in_house", Kind.FLAG, hint="An agreement within the authority; nothing is tendered"),
)

MONEY = (
    Field("Value", "value", Kind.MONEY),
    Field("Ceiling", "ceiling", Kind.MONEY, hint="The most that may be spent, extensions included"),
    Field("How estimated", "value_basis", Kind.TEXT),
)

DATES = (
    Field("Term", "term_months", Kind.WHOLE, suffix=" months"),
    Field("Start", "start", Kind.DATE),
    Field("End", "end", Kind.DATE),
    Field("Extension", "extension_mode", Kind.CHOICE, choices=ExtensionMode, undecided=""),
    Field("Extended by", "extension_months", Kind.WHOLE, suffix=" months", undecided="", shown=_can_extend),
    Field("Break after", "break_after_months", Kind.WHOLE, suffix=" months", undecided="No break"),
    Field("Notice", "notice_days", Kind.WHOLE, suffix=" days", high=10_000),
    Field("Tender on", "tender_on", Kind.DATE),
    Field("Award on", "award_on", Kind.DATE),
)

ROUTE = (
    Field("Route", "route", Kind.CHOICE, choices=Route, undecided=""),
    Field("Framework", "framework"),
    Field("Lot", "lot"),
    Field("Rationale", "rationale", Kind.TEXT, hint="Why this way of buying, and why these belong together"),
    Field("Codes", "codes", Kind.ROWS, row=lambda: Code(id=""), fields=_CODE, summary=_code_summary),
)

PEOPLE = (
    Field("Owner", "owner", Kind.PERSON),
    Field("Technical lead", "technical_lead", Kind.PERSON),
    Field("Supplier", "supplier", Kind.SUPPLIER),
    Field("About the supplier", "supplier_note", Kind.TEXT),
    Field("Governance", "governance_area", hint="The board or area that it answers to"),
)

DELIVERY = (
    Field("Measures", "kpis", Kind.ROWS, row=lambda: Kpi(name=""), fields=_KPI, summary=_kpi_summary),
    Field("Risks", "risks", Kind.ROWS, row=lambda: Risk(text=""), fields=_RISK, summary=_risk_summary),
    Field("Depends on", "depends_on_note", Kind.TEXT),
)

EXIT = (
    Field("Who owns the code", "code_ownership", Kind.CHOICE, choices=Ownership, undecided=""),
    Field("Who owns the data", "data_ownership", Kind.CHOICE, choices=Ownership, undecided=""),
    Field("Exit plan", "exit_plan", Kind.TEXT),
)
