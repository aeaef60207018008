"""What can be said of the whole map: shown when nothing is selected."""

from __future__ import annotations

from mapper.model import Integrator, MapStyle, VatBasis
from mapper.ui.panels.forms.field import Field, Kind

MAP = (
    Field("Title", "title"),
    Field("In one line", "about.summary", hint="Shown beside the map on the start page"),
    Field("Author", "about.author"),
    Field("Day", "about.on", Kind.DATE, hint="The day that the map speaks of"),
    Field("Scope", "about.scope", hint="What it is a map of, and for whom"),
    Field("Credit", "about.credit", Kind.TEXT),
    Field("Licence", "about.licence"),
    Field("Notice", "about.notice", Kind.TEXT),
)

STAGES = tuple(Field(f"Stage {i + 1}", f"stages.names.{i}") for i in range(4)) + tuple(
    Field(
        f"{before} ends at",
        f"stages.lines.{i}",
        Kind.FRACTION,
        problem="The lines must rise from left to right, between 0 and 1.",
    )
    for i, before in enumerate(("Stage 1", "Stage 2", "Stage 3"))
)

AXES = (
    Field("Value chain", "look.value_chain", hint="What the axis is called on this map"),
    Field("Its upper end", "look.top"),
    Field("Its lower end", "look.bottom"),
    Field("Hide value chain", "look.hides_value_chain", Kind.FLAG, hint="No line and no words"),
    Field("Hide evolution", "look.hides_evolution", Kind.FLAG, hint="No line, no stages and no words"),
)

DRAWING = (Field("Theme", "look.style", Kind.CHOICE, choices=MapStyle, undecided="As the window is"),)

ONLINE_WARDLEY_MAPS = (
    Field("Width", "look.width", Kind.WHOLE, low=1, high=100_000, undecided="Its own", suffix=" pixels"),
    Field("Height", "look.height", Kind.WHOLE, low=1, high=100_000, undecided="Its own", suffix=" pixels"),
)

SERVICE = (
    Field("Service", "title"),
    Field("Reference", "reference"),
    Field("Department", "department"),
    Field("Summary", "summary", Kind.TEXT),
    Field("Phase", "phase", hint="Discovery, alpha, beta or live"),
    Field("Citizens use it", "citizen_facing", Kind.FLAG),
)

RESPONSIBLE = (
    Field("Responsible", "sro", Kind.PERSON, hint="Senior responsible owner"),
    Field("Product owner", "product_owner", Kind.PERSON),
    Field("Governance", "governance_area", hint="The board or area that it answers to"),
    Field("Internal team", "internal_team.people", Kind.WHOLE, high=100_000, undecided="", suffix=" people"),
    Field("They cover", "internal_team.covers", Kind.LINES, hint="One line for each thing that they keep"),
)

MONEY = (
    Field("Currency", "currency", problem="Write the currency as three capital letters, such as GBP."),
    Field("Budget", "budget", Kind.MONEY),
    Field("What it covers", "budget_note", Kind.TEXT),
    Field("Amounts are", "vat_basis", Kind.CHOICE, choices=VatBasis, undecided=""),
    Field("VAT rate", "vat_rate", Kind.PERCENT, problem="Write a percentage between 0 and 100."),
)

LIMITS = (
    Field("Policy profile", "policy_profile", hint="The dated set of limits that applies"),
    Field("New work a year", "policy_settings.new_work_per_year", Kind.MONEY, hint="No more than this on one contract"),
    Field("New work lasts", "policy_settings.new_work_months", Kind.WHOLE, suffix=" months", undecided="No limit"),
    Field("Hosting lasts", "policy_settings.hosting_months", Kind.WHOLE, suffix=" months", undecided="No limit"),
    Field("Over its life", "policy_settings.contract_lifetime", Kind.MONEY, hint="The most that a contract may cost"),
)

PAPER = (
    Field("Classification", "classification", hint="The protective marking, printed on each page of the pack"),
    Field("Version", "version"),
    Field("Status", "status"),
    Field("Date", "on", Kind.DATE),
    Field("Language", "language"),
)

PLAN = (
    Field("Plan", "title"),
    Field("Summary", "summary", Kind.TEXT),
    Field("Who integrates", "integrator", Kind.CHOICE, choices=Integrator, undecided=""),
)
