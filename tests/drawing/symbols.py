"""A map on which every symbol stands at least once."""

from __future__ import annotations

from datetime import date

from maps import a_map, component, contract, link, table

from mapper.model import (
    About,
    Accelerator,
    Annotation,
    Attitude,
    ComponentType,
    Document,
    Evolve,
    Flow,
    Id,
    Inertia,
    InertiaKind,
    Method,
    Note,
    People,
    Pipeline,
    Position,
    Pricing,
)

_PARTS = (
    component("Citizen", 0.42, 0.95, kind="anchor"),
    component("Caseworker", 0.66, 0.95, kind="anchor"),
    component("Apply online", 0.46, 0.82, method=Method.BUILD),
    component("Case handling", 0.62, 0.78, type=ComponentType.PRACTICE),
    component("Fraud insight", 0.08, 0.66, type=ComponentType.KNOWLEDGE, constraint=True),
    component(
        "Eligibility rules",
        0.27,
        0.62,
        type=ComponentType.ACTIVITY,
        evolve=Evolve(evolution=0.52, name="Rules engine", method=Method.RENT),
        inertia=Inertia(level=3, kind=InertiaKind.HUMAN),
    ),
    component("Case records", 0.55, 0.55, type=ComponentType.DATA),
    component("Payments", 0.72, 0.6, method=Method.USE, inertia=Inertia(level=1, kind=InertiaKind.CONTRACTUAL)),
    component(
        "Own data centre",
        0.75,
        0.24,
        evolve=Evolve(evolution=0.57, name="Private cloud"),
        inertia=Inertia(level=2, kind=InertiaKind.FINANCIAL),
    ),
    component("Identity", 0.44, 0.42),
    component("Gov login", 0.36, 0.42, pipeline="identity"),
    component("Bank ID", 0.52, 0.42, pipeline="identity", evolve=Evolve(evolution=0.62)),
    component("Cloud market", 0.9, 0.34, kind="market", method=Method.USE),
    component("Open source", 0.8, 0.12, kind="ecosystem"),
    component("Tax authority", 0.3, 0.2, kind="submap"),
    component("Power", 0.95, 0.06, method=Method.USE, constraint=True),
)
_LINKS = (
    link("Citizen", "Apply online"),
    link("Caseworker", "Case handling"),
    link("Apply online", "Eligibility rules", label="asks for a decision"),
    link("Apply online", "Case records", flow=Flow.FORWARD, value="12,000 a day"),
    link("Case handling", "Case records"),
    link("Case handling", "Payments"),
    link("Payments", "Case handling"),
    link("Eligibility rules", "Fraud insight", flow=Flow.BACKWARD),
    link("Eligibility rules", "Identity"),
    link("Identity", "Tax authority", flow=Flow.BOTH, value="2 m records"),
    link("Payments", "Cloud market"),
    link("Case records", "Own data centre"),
    link("Own data centre", "Open source"),
    link("Own data centre", "Power"),
    link("Cloud market", "Power"),
)
_CONTRACTS = (
    contract("C1", "Apply online", "Eligibility rules", title="Digital service", method=Method.BUILD, pricing=Pricing.TIME_AND_MATERIALS),
    contract("C2", "Case handling", "Case records", title="Case system", method=Method.RENT, pricing=Pricing.SUBSCRIPTION),
    contract("C3", "Cloud market", "Power", title="Hosting", method=Method.USE, pricing=Pricing.PAY_PER_USE),
    contract("C4", "Own data centre", title="Old estate", pricing=Pricing.FIXED_PRICE, method=Method.RENT),
)  # fmt: skip


def every_symbol() -> Document:
    document = a_map(
        _PARTS,
        _LINKS,
        _CONTRACTS,
        pipelines=table(Pipeline(id=Id("identity"), component=Id("Identity"))),
        notes=table(
            Note(id=Id("plain"), text="Decided in spring:\nbuy before build", evolution=0.03, visibility=0.9),
            Note(
                id=Id("points"),
                text="Lease ends in 2027",
                evolution=0.6,
                visibility=0.1,
                component=Id("Own data centre"),
            ),
        ),
        annotations=table(
            Annotation(
                id=Id("one"),
                number=1,
                text="The rules are what nobody else has: keep them, and keep the people who know them",
                positions=(Position(evolution=0.24, visibility=0.68),),
            ),
            Annotation(
                id=Id("two"),
                number=2,
                text="Two suppliers at most",
                positions=(Position(evolution=0.86, visibility=0.4),),
            ),
        ),
        annotations_at=Position(evolution=0.02, visibility=0.3),
        accelerators=table(
            Accelerator(id=Id("law"), name="Open data law", evolution=0.18, visibility=0.46),
            Accelerator(id=Id("union"), name="Long contracts", evolution=0.82, visibility=0.72, slows=True),
        ),
        attitudes=table(
            Attitude(id=Id("p"), people=People.PIONEERS, evolution=0.02, visibility=0.76, width=0.12, height=0.22),
            Attitude(id=Id("s"), people=People.SETTLERS, evolution=0.3, visibility=0.52, width=0.36, height=0.2),
            Attitude(id=Id("t"), people=People.TOWN_PLANNERS, evolution=0.84, visibility=0.22, width=0.15, height=0.2),
        ),
    )
    about = About(author="Maya Lind", on=date(2026, 3, 14), scope="Benefits service, as bought today")
    return document.but(title="A benefits service", about=about)
