"""What a contract's pages tell, and in which words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from mapper.model import (
    FIRST_PLAN,
    Category,
    Code,
    Component,
    Contract,
    Document,
    ExtensionMode,
    Id,
    Kpi,
    Method,
    Ownership,
    Person,
    Plan,
    Pricing,
    Risk,
    Role,
    Route,
    Supplier,
    Working,
)
from mapper.procurement.words import NOT_DECIDED
from tests.export.pdf.parsed import Parsed

EVERYTHING: dict[str, tuple[object, str]] = {
    "ref": ("C7", "C7"),
    "title": ("Ferry tickets", "Ferry tickets"),
    "scope": ("All piers but one", "All piers but one"),
    "outcome": ("No queue", "No queue"),
    "members": ((Id("till"),), "Ticket till"),
    "role": (Role.INTEGRATION, "Role Integration"),
    "in_house": (True, "Done in-house Yes"),
    "category": (Category.WORKS, "Category Works"),
    "is_hosting": (True, "Hosting Yes"),
    "method": (Method.USE, "Method Use"),
    "working": (Working.LEAN, "Way of working Lean"),
    "pricing": (Pricing.UNIT_PRICE, "Pricing Unit price"),
    "value": (Decimal(120_001), "£120,001 excluding VAT"),
    "ceiling": (Decimal(150_002), "Ceiling £150,002 excluding VAT"),
    "value_basis": ("Last year's bill", "Last year's bill"),
    "term_months": (13, "Term 13 months"),
    "extension_months": (5, "5 months"),
    "extension_mode": (ExtensionMode.AUTOMATIC, "automatic"),
    "start": (date(2027, 2, 3), "Start 3 February 2027"),
    "end": (date(2028, 3, 2), "End 2 March 2028"),
    "tender_on": (date(2026, 8, 1), "Tender 1 August 2026"),
    "award_on": (date(2026, 12, 9), "Award 9 December 2026"),
    "break_after_months": (1, "First break After 1 month"),
    "notice_days": (45, "Notice 45 days"),
    "route": (Route.OPEN, "Route Open procedure"),
    "framework": ("Quay 4", "Quay 4"),
    "lot": ("2b", "lot: 2b"),
    "rationale": ("Sold by many", "Sold by many"),
    "codes": ((Code(id="30144200", label="Ticket machines"),), "CPV 30144200 Ticket machines"),
    "owner": (Id("ann"), "Ann Ode, Harbour master, Port"),
    "technical_lead": (Id("bo"), "Bo Lin (contractor)"),
    "supplier": (Id("s"), "Acme Tills. GB-COH 123. Small or medium-sized. On time so far."),
    "supplier_note": ("Renewed once", "Renewed once."),
    "code_ownership": (Ownership.SHARED, "Who owns the code Shared"),
    "data_ownership": (Ownership.SUPPLIER, "Who owns the data The supplier"),
    "exit_plan": ("Back to paper", "Back to paper"),
    "kpis": ((Kpi(name="Wait", target="2 min", measure="Camera", frequency="Daily"),), "Wait 2 min Camera Daily"),
    "risks": ((Risk(text="Rust", likelihood=2, impact=4, owner="Ann", response="Paint"),), "Rust 2 of 5 4 of 5 Ann Paint"),
    "depends_on_note": ("Needs the pier", "Needs the pier"),
    "governance_area": ("Shared Services", "Shared Services"),
}  # fmt: skip
SEEN_ON_THE_MAP = {"id", "colour"}


def of(*contracts: Contract, evolutions: tuple[float, ...] = (0.8,)) -> Document:
    names = ("Ticket till", "Turnstile", "Timetable", "Weather", "Berths", "Tides")
    ids = [Id("till"), *(Id(f"x{n}") for n in range(1, 6))]
    components = {
        id: Component(id=id, name=name, evolution=evolution, visibility=0.5)
        for id, name, evolution in zip(ids, names, evolutions, strict=False)
    }
    people = {
        Id("ann"): Person(id=Id("ann"), name="Ann Ode", role="Harbour master", organisation="Port"),
        Id("bo"): Person(id=Id("bo"), name="Bo Lin", is_contractor=True),
    }
    supplier = Supplier(
        id=Id("s"), name="Acme Tills", scheme="GB-COH", identifier="123", is_sme=True, note="On time so far"
    )
    plan = Plan(id=FIRST_PLAN, contracts={c.id: c for c in contracts})
    return Document(components=components, people=people, suppliers={supplier.id: supplier}, plans={FIRST_PLAN: plan})


def pages(document: Document, bookmark: str) -> str:
    """The text of a contract's pages."""
    pack = Parsed.of(document)
    start = pack.bookmarks[bookmark]
    end = min((page for page in pack.bookmarks.values() if page > start), default=len(pack.pages))
    return " ".join(pack.pages[start:end])


def test_every_field_of_a_contract_is_told() -> None:
    assert set(EVERYTHING) | SEEN_ON_THE_MAP == set(Contract.model_fields)
    contract = Contract(id=Id("c"), **{name: value for name, (value, _) in EVERYTHING.items()})  # type: ignore[arg-type]
    text = pages(of(contract), "C7 Ferry tickets")
    assert [name for name, (_, told) in EVERYTHING.items() if told not in text] == []


def test_what_nobody_has_settled_is_named_together() -> None:
    text = pages(of(Contract(id=Id("c"), ref="C1", title="Bare")), "C1 Bare")
    _, _, told = text.partition("Key facts")
    open_questions = told.partition(f"{NOT_DECIDED} ")[2].partition("Components")[0]
    for name in (
        "Scope",
        "route",
        "pricing",
        "value",
        "ceiling",
        "tender",
        "award",
        "start",
        "term",
        "owner",
        "supplier",
    ):
        assert name in open_questions
    for words in ("No exit plan yet", "holds no components yet", "No measures of success yet", "No risks recorded yet"):
        assert words in text


@pytest.mark.parametrize(
    ("evolutions", "said"),
    [
        ((0.05,), "Why it stands alone Ticket till is still being worked out (genesis) and will change."),
        ((0.8,), "Ticket till is mature (commodity) and can be bought by itself. Method: use commodities and utilities"),
        ((0.5, 0.6), "Both components are mature (product), so one way of buying suits them."),
        ((0.5, 0.6, 0.9), "All 3 components are mature (product and commodity)"),
        ((0.3, 0.35), "Both components are still being worked out (custom built) and will change."),
        (
            (0.3, 0.5, 0.9),
            "What it mixes This contract mixes new with mature. Ticket till is still being worked out (custom built) "
            "and will change; 2 other components are mature (product and commodity).",
        ),
        ((0.1, 0.3, 0.5), "Ticket till and Turnstile are still being worked out (genesis and custom built)"),
        ((0.3,) * 5 + (0.5,), "Ticket till, Turnstile, Timetable, Weather and 1 more are still being worked out"),
    ],
)  # fmt: skip
def test_why_members_are_one_contract_is_said_in_plain_words(evolutions: tuple[float, ...], said: str) -> None:
    members = tuple(of(evolutions=evolutions).components)
    contract = Contract(id=Id("c"), ref="C1", title="Tickets", members=members)
    assert said in pages(of(contract, evolutions=evolutions), "C1 Tickets")


def test_lots_that_mix_new_with_mature_are_named_at_a_glance_and_counted_on_the_cover(flagship: Document) -> None:
    pack = Parsed.of(flagship.but(active_plan=Id("four-lots")))
    assert "1 for mature components and 3 that mix mature components with ones still being worked out" in pack.pages[0]
    (glance,) = pack.pages_with("Shares are of the value")
    assert "Lot 1, Lot 2 and Lot 3 mix components that are still being worked out with mature ones" in glance


def test_the_cover_shows_marking_version_and_date_and_names_what_is_open_in_one_row(pack: Parsed) -> None:
    cover = pack.pages[0]
    assert cover.startswith("OFFICIAL Contract breakdown Childcare licensing")
    assert "Version 0.4, Draft, 20 November 2026 9 contracts:" in cover.replace("\u00a0", " ")
    assert "new work 36 months and hosting 24 months" in cover
    assert NOT_DECIDED not in cover
    bare = Parsed.of(of(Contract(id=Id("c"), ref="C1", title="Bare"))).pages[0]
    assert bare.count(NOT_DECIDED) == 1
    assert f"{NOT_DECIDED} Reference, department, senior responsible owner, product owner, phase" in bare
