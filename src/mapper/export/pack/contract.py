"""A page for each contract."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.pack.anchors import contract_anchor
from mapper.export.pack.blocks import Beside, Block, Column, Heading, NewPage, Paragraph, Row, Side, Table, Words
from mapper.export.pack.contractfacts import contract_facts
from mapper.export.pack.interfaceregister import NOTHING_SAID, link_row
from mapper.export.pack.phrases import (
    badge,
    known,
    method_word,
    mix,
    name_of,
    sentence,
    stage_of,
    title_of_contract,
    to_contract,
    to_interface,
)
from mapper.export.pack.reasons import question, reason
from mapper.export.pack.sparse import named, shortened, silent, without
from mapper.export.pack.styles import BODY, CELL, SOFT
from mapper.export.pack.subject import Subject
from mapper.model import Component, Contract
from mapper.procurement.breakdown import ContractBreakdown
from mapper.procurement.interfaces import ContractInterface
from mapper.procurement.words import word

_COMPONENTS = (
    Column("Component", 22),
    Column("Stage", 10.5),
    Column("Evolution", 8, Side.RIGHT),
    Column("Visibility", 8, Side.RIGHT),
    Column("Method", 8.5),
    Column("Inertia", 44),
)
_LINKS = (
    Column("No.", 4, Side.RIGHT),
    Column("Contract", 21),
    Column("Component", 16),
    Column("Needs", 16),
    Column("What passes", 32),
    Column("Owner", 30),
)
_SHORT = 8
"""A table of so many components is not broken over pages."""
_COMPONENT, _NEEDS = 2, 3
"""The places of two of those columns."""
_KPIS = (
    Column("Measure of success", 22),
    Column("Target", 34),
    Column("How it is measured", 30),
    Column("How often", 12),
)
_RISKS = (
    Column("Risk", 28),
    Column("Likelihood", 9, Side.RIGHT),
    Column("Impact", 6.5, Side.RIGHT),
    Column("Owner", 24),
    Column("Response", 33),
)
NO_INERTIA = "None known"
_LEVELS = {1: "Slight", 2: "Moderate", 3: "Strong"}


def contract_pages(subject: Subject) -> Iterator[Block]:
    """All contracts, each from the top of a page."""
    for cut in subject.breakdown.contracts:
        yield NewPage()
        yield from _page(subject, cut)


def _page(subject: Subject, cut: ContractBreakdown) -> Iterator[Block]:
    contract = cut.contract
    yield Heading(
        known(contract.title, "Untitled contract"), level=1, anchor=contract_anchor(contract.id), badge=badge(contract)
    )
    alt = f"Small map with {title_of_contract(contract)} lit: {mix(cut.stage_mix)}."
    yield Beside(tuple(_why(subject, cut)), subject.figures.locator(contract, alt), share=0.5)
    yield from contract_facts(subject, cut)
    yield Heading("Components", level=2)
    yield from _components(subject, cut)
    yield Heading("Interfaces", level=2)
    yield from _links(subject, cut)
    yield from _kpis(contract)
    yield from _risks(contract)


def _why(subject: Subject, cut: ContractBreakdown) -> Iterator[Paragraph]:
    contract = cut.contract
    label, told = BODY.but(weight=600, colour=SOFT, size=8, leading=11, after=1), BODY.but(size=9, leading=12.5)
    for name, text in (
        ("What it is for", known(contract.outcome)),
        (question(cut), reason(subject.document, cut)),
        ("Why it is bought this way", known(contract.rationale)),
    ):
        yield Paragraph(name, label)
        yield Paragraph(text, told)


def _components(subject: Subject, cut: ContractBreakdown) -> Iterator[Block]:
    if not cut.members:
        yield Paragraph("The contract holds no components yet.")
        return
    rows = [_component(subject, member) for member in cut.members]
    places = silent(_COMPONENTS, rows, (NO_INERTIA,))
    summary = "One row for each component of this contract"
    is_short = len(rows) <= _SHORT
    yield Table(without(places, _COMPONENTS), shortened(rows, places), summary, is_dense=True, is_whole=is_short)
    if places:
        yield Paragraph("No inertia is known.", CELL)


def _component(subject: Subject, member: Component) -> Row:
    document = subject.document
    return Row(
        (
            _with_choices(subject, member),
            stage_of(document, member),
            f"{member.evolution:.2f}",
            f"{member.visibility:.2f}",
            method_word(document, member),
            inertia(member),
        )
    )


def _with_choices(subject: Subject, component: Component) -> Words:
    """A component's name, with the choices of its pipeline."""
    pipelines = [p.id for p in subject.document.pipelines.values() if p.component == component.id]
    choices = [name_of(c) for c in subject.document.components.values() if c.pipeline in pipelines]
    return f"{name_of(component)} (choices: {', '.join(choices)})" if choices else name_of(component)


def inertia(component: Component) -> str:
    """What resists the component's movement, and what is done about it."""
    if component.inertia is None:
        return NO_INERTIA
    told = component.inertia
    parts = [_LEVELS[told.level], *([word(told.kind).lower()] if told.kind is not None else [])]
    response = f"Response: {told.response}" if told.response else "No response yet."
    return f"{', '.join(parts)}. {sentence(known(told.text, 'Not described'))} {response}"


def _links(subject: Subject, cut: ContractBreakdown) -> Iterator[Block]:
    needs = [row for crossing in cut.needs for row in _link_rows(subject, crossing, is_needed=False)]
    needed = [row for crossing in cut.needed_by for row in _link_rows(subject, crossing, is_needed=True)]
    if not needs and not needed:
        yield Paragraph("No link leads from this contract to another, nor from another to this one.")
        return
    open_questions = silent(_LINKS, (*needs, *needed), NOTHING_SAID)
    if open_questions:
        yield Paragraph(f"Not decided for any of these links: {named(open_questions, _LINKS)}.")
    for title, rows, own in (
        ("What this contract needs from others", needs, _COMPONENT),
        ("What others need from this contract", needed, _NEEDS),
    ):
        if not rows:
            yield Paragraph(f"{title}: nothing.")
            continue
        yield Heading(title, level=3)
        # Where the contract has a single component, its column would repeat it in each row.
        places = (*open_questions, own) if len(cut.members) == 1 else open_questions
        summary = "One row for each link to or from another contract"
        yield Table(without(places, _LINKS), shortened(rows, places), summary, is_dense=True)


def _link_rows(subject: Subject, crossing: ContractInterface, *, is_needed: bool) -> Iterator[Row]:
    other = subject.document.contracts[crossing.source if is_needed else crossing.target]
    for link in crossing.links:
        source, target, what, _, owner, *_ = link_row(subject, link)
        yield Row(((to_interface(crossing.number),), (to_contract(other),), source, target, what, owner))


def _kpis(contract: Contract) -> Iterator[Block]:
    if not contract.kpis:
        return
    yield Heading("How success is measured", level=2)
    rows = tuple(Row((known(k.name), known(k.target), known(k.measure), known(k.frequency))) for k in contract.kpis)
    yield Table(_KPIS, rows, "One row for each measure of success", is_dense=True)


def _risks(contract: Contract) -> Iterator[Block]:
    if not contract.risks:
        return
    yield Heading("Risks", level=2)
    rows = tuple(
        Row((known(r.text), f"{r.likelihood} of 5", f"{r.impact} of 5", known(r.owner), known(r.response)))
        for r in contract.risks
    )
    yield Table(_RISKS, rows, "One row for each risk", is_dense=True)
