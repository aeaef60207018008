"""A page for each contract."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.pdf.blocks import Beside, Block, Column, Heading, NewPage, Paragraph, Row, Side, Table, Words
from mapper.export.pdf.contents.contractfacts import contract_facts
from mapper.export.pdf.contents.interfaceregister import link_row
from mapper.export.pdf.contents.phrases import (
    badge,
    contract_anchor,
    known,
    method_word,
    mix,
    name_of,
    sentence,
    stage_of,
    title_of_contract,
    to_contract,
)
from mapper.export.pdf.contents.reasons import question, reason
from mapper.export.pdf.styles import BODY, SOFT
from mapper.export.pdf.subject import Subject
from mapper.model import Component, Contract
from mapper.procurement.breakdown import ContractBreakdown
from mapper.procurement.interfaces import ContractInterface
from mapper.procurement.words import word

_COMPONENTS = (
    Column("Component", 22),
    Column("Stage", 11.5),
    Column("Evolution", 8.5, Side.RIGHT),
    Column("Visibility", 8.5, Side.RIGHT),
    Column("Method", 9.5),
    Column("Inertia", 42),
)
_LINKS = (
    Column("No.", 4, Side.RIGHT),
    Column("Contract", 20),
    Column("Component", 16),
    Column("Needs", 16),
    Column("What passes", 33),
    Column("Owner", 30),
)
_KPIS = (
    Column("Measure of success", 22),
    Column("Target", 34),
    Column("How it is measured", 30),
    Column("How often", 12),
)
_RISKS = (
    Column("Risk", 29),
    Column("Likelihood", 9, Side.RIGHT),
    Column("Impact", 7, Side.RIGHT),
    Column("Owner", 22),
    Column("Response", 33),
)
_LEVELS = {1: "Slight", 2: "Moderate", 3: "Strong"}


def contract_pages(subject: Subject) -> Iterator[Block]:
    """All contracts, each from the top of a page."""
    for cut in subject.breakdown.contracts:
        yield NewPage()
        yield from _page(subject, cut)


def _page(subject: Subject, cut: ContractBreakdown) -> Iterator[Block]:
    contract = cut.contract
    yield Heading(
        known(contract.title, "Untitled contract"), level=1, anchor=contract_anchor(contract), badge=badge(contract)
    )
    alt = f"Small map with {title_of_contract(contract)} lit: {mix(cut.stage_mix)}."
    yield Beside(tuple(_why(subject, cut)), subject.figures.locator(contract, alt), share=0.47)
    yield from contract_facts(subject, cut)
    yield Heading("Components", level=2)
    yield from _components(subject, cut)
    yield Heading("Interfaces", level=2)
    yield from _links(subject, cut)
    if not contract.kpis and not contract.risks:
        yield Heading("Success and risks", level=2)
        yield Paragraph("No measures of success yet. No risks recorded yet.")
        return
    yield Heading("How success is measured", level=2)
    yield from _kpis(contract)
    yield Heading("Risks", level=2)
    yield from _risks(contract)


def _why(subject: Subject, cut: ContractBreakdown) -> Iterator[Paragraph]:
    contract = cut.contract
    label = BODY.but(weight=600, colour=SOFT, size=8.25, leading=12, after=1)
    for name, text in (
        ("What it is for", known(contract.outcome)),
        (question(cut), reason(subject.document, cut)),
        ("Why it is bought this way", known(contract.rationale)),
    ):
        yield Paragraph(name, label)
        yield Paragraph(text)


def _components(subject: Subject, cut: ContractBreakdown) -> Iterator[Block]:
    if not cut.members:
        yield Paragraph("The contract holds no components yet.")
        return
    document = subject.document
    rows = []
    for member in cut.members:
        rows.append(
            Row(
                (
                    _with_choices(subject, member),
                    stage_of(document, member),
                    f"{member.evolution:.2f}",
                    f"{member.visibility:.2f}",
                    method_word(document, member),
                    inertia(member),
                )
            )
        )
    yield Table(_COMPONENTS, tuple(rows), "One row for each component of this contract")


def _with_choices(subject: Subject, component: Component) -> Words:
    """A component's name, with the choices of its pipeline."""
    pipelines = [p.id for p in subject.document.pipelines.values() if p.component == component.id]
    choices = [name_of(c) for c in subject.document.components.values() if c.pipeline in pipelines]
    return f"{name_of(component)} (choices: {', '.join(choices)})" if choices else name_of(component)


def inertia(component: Component) -> str:
    """What resists the component's movement, and what is done about it."""
    if component.inertia is None:
        return "None known"
    told = component.inertia
    parts = [_LEVELS[told.level], *([word(told.kind).lower()] if told.kind is not None else [])]
    response = f"Response: {told.response}" if told.response else "No response yet."
    return f"{', '.join(parts)}. {sentence(known(told.text, 'Not described'))} {response}"


def _links(subject: Subject, cut: ContractBreakdown) -> Iterator[Block]:
    if not cut.needs and not cut.needed_by:
        yield Paragraph("No link leads from this contract to another, nor from another to this one.")
        return
    for title, crossings, is_needed in (
        ("What this contract needs from others", cut.needs, False),
        ("What others need from this contract", cut.needed_by, True),
    ):
        rows = tuple(row for crossing in crossings for row in _link_rows(subject, crossing, is_needed=is_needed))
        if rows:
            yield Heading(title, level=3)
            yield _link_table(rows, own=3 if is_needed else 2, is_single=len(cut.members) == 1)
        else:
            yield Paragraph(f"{title}: nothing.")


def _link_table(rows: tuple[Row, ...], *, own: int, is_single: bool) -> Table:
    """The links; where the contract has a single component, the column `own` that would repeat it is left out."""
    summary = "One row for each link to or from another contract"
    if not is_single:
        return Table(_LINKS, rows, summary, is_dense=True)
    kept = [place for place in range(len(_LINKS)) if place != own]
    columns = tuple(_LINKS[place] for place in kept)
    return Table(columns, tuple(Row(tuple(row.cells[place] for place in kept)) for row in rows), summary, is_dense=True)


def _link_rows(subject: Subject, crossing: ContractInterface, *, is_needed: bool) -> Iterator[Row]:
    other = subject.document.contracts[crossing.source if is_needed else crossing.target]
    for link in crossing.links:
        source, target, what, _, owner, *_ = link_row(subject, link)
        yield Row((str(crossing.number), (to_contract(other),), source, target, what, owner))


def _kpis(contract: Contract) -> Iterator[Block]:
    if not contract.kpis:
        yield Paragraph("No measures of success yet.")
        return
    rows = tuple(Row((known(k.name), known(k.target), known(k.measure), known(k.frequency))) for k in contract.kpis)
    yield Table(_KPIS, rows, "One row for each measure of success")


def _risks(contract: Contract) -> Iterator[Block]:
    if not contract.risks:
        yield Paragraph("No risks recorded yet.")
        return
    rows = tuple(
        Row((known(r.text), f"{r.likelihood} of 5", f"{r.impact} of 5", known(r.owner), known(r.response)))
        for r in contract.risks
    )
    yield Table(_RISKS, rows, "One row for each risk")
