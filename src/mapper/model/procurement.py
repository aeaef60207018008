"""What the map is for: the service, and the plans that cut it into contracts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field

from mapper.model.values import (
    Category,
    Colour,
    ExtensionMode,
    Frozen,
    IdField,
    Integrator,
    Many,
    Method,
    Money,
    Months,
    Name,
    Ownership,
    Pricing,
    Record,
    Role,
    Route,
    Text,
    VatBasis,
    Working,
)

Score = Annotated[int, Field(ge=1, le=5)]


class Person(Record):
    name: Name
    role: Name = ""
    organisation: Name = ""
    email: Name = ""
    is_contractor: bool = False


class Supplier(Record):
    """`scheme` and `identifier` name it in a public register, as GB-COH and a company number."""

    name: Name
    scheme: Name = ""
    identifier: Name = ""
    is_sme: bool | None = None
    note: Text = ""


class Code(Frozen):
    """A class of goods or services; a CPV id has eight digits and no check digit."""

    scheme: Literal["CPV", "UNSPSC", "NAICS", "PSC"] = "CPV"
    id: Name
    label: Name = ""


class Kpi(Frozen):
    name: Name
    target: Text = ""
    measure: Text = ""
    frequency: Name = ""


class Risk(Frozen):
    text: Text
    likelihood: Score = 3
    impact: Score = 3
    owner: Name = ""
    response: Text = ""


class Contract(Record):
    """What is procured together; on the map a boundary round its members."""

    ref: Name
    title: Name = ""
    scope: Text = ""
    outcome: Text = ""
    members: Many[IdField] = ()
    role: Role = Role.SUPPLY
    in_house: bool = False
    category: Category = Category.SERVICES
    is_hosting: bool = False
    method: Method | None = None
    working: Working | None = None
    pricing: Pricing | None = None
    value: Money | None = None
    ceiling: Money | None = None
    value_basis: Text = ""
    term_months: Months | None = None
    extension_months: Months = 0
    extension_mode: ExtensionMode = ExtensionMode.NONE
    start: date | None = None
    end: date | None = None
    tender_on: date | None = None
    award_on: date | None = None
    break_after_months: Months | None = None
    notice_days: Annotated[int, Field(ge=0, le=10_000)] | None = None
    route: Route = Route.UNDECIDED
    framework: Name = ""
    lot: Name = ""
    rationale: Text = ""
    codes: Many[Code] = ()
    owner: IdField | None = None
    technical_lead: IdField | None = None
    supplier: IdField | None = None
    supplier_note: Text = ""
    code_ownership: Ownership = Ownership.UNDECIDED
    data_ownership: Ownership = Ownership.UNDECIDED
    exit_plan: Text = ""
    kpis: Many[Kpi] = ()
    risks: Many[Risk] = ()
    depends_on_note: Text = ""
    governance_area: Name = ""
    colour: Colour | None = None


class Interface(Frozen):
    """What passes over a link that crosses from one contract to another. `link` is its key in the plan."""

    link: IdField
    what: Text = ""
    standard: Text = ""
    owner: Name = ""
    service_level: Text = ""
    data_classification: Name = ""


class Explanation(Frozen):
    """Why a finding is accepted."""

    check: Name
    subjects: Many[IdField] = ()
    text: Text
    by: Name = ""
    on: date | None = None


class Plan(Record):
    """One way to cut the map into contracts.

    A component is in at most one contract of a plan, unless the user has said otherwise: then it is in `shared`.
    """

    title: Name = "Plan 1"
    summary: Text = ""
    integrator: Integrator = Integrator.UNDECIDED
    contracts: Mapping[IdField, Contract] = {}
    interfaces: Mapping[IdField, Interface] = {}
    explanations: Many[Explanation] = ()
    shared: Many[IdField] = ()

    def put(self, *contracts: Contract) -> Self:
        """A copy with these contracts added or replaced."""
        return self.model_copy(update={"contracts": {**self.contracts, **{c.id: c for c in contracts}}})


class PolicySettings(Frozen):
    """The limits that checks hold contracts against; None is no limit."""

    new_work_per_year: Money | None = None
    new_work_months: Months | None = None
    hosting_months: Months | None = None
    contract_lifetime: Money | None = None


class InternalTeam(Frozen):
    """The people inside who own the service; the components they keep are those marked `in_house`."""

    people: Annotated[int, Field(ge=0)] = 0
    covers: Many[Name] = ()


class Service(Frozen):
    """The service that the map is of, and the facts that a procurement pack opens with."""

    title: Name = ""
    reference: Name = ""
    department: Name = ""
    summary: Text = ""
    sro: IdField | None = None
    product_owner: IdField | None = None
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "GBP"
    vat_basis: VatBasis = VatBasis.EXCLUDING
    vat_rate: Annotated[Decimal, Field(ge=0, le=100)] | None = None
    budget: Money | None = None
    budget_note: Text = ""
    governance_area: Name = ""
    citizen_facing: bool = True
    phase: Name = ""
    classification: Name = ""
    language: Name = "en-GB"
    policy_profile: Name = ""
    policy_settings: PolicySettings = PolicySettings.model_construct()
    version: Name = ""
    status: Name = "Draft"
    on: date | None = None
    internal_team: InternalTeam = InternalTeam.model_construct()
