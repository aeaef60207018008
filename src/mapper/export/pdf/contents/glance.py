"""All contracts in one table."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.pdf.blocks import Block, Column, Heading, NewPage, Paragraph, Row, Side, Table, Turn, Words
from mapper.export.pdf.contents.phrases import (
    amount,
    known,
    mix,
    name_of,
    name_of_person,
    share,
    to_contract,
    vat,
)
from mapper.export.pdf.subject import Subject
from mapper.model import Contract, Pricing
from mapper.procurement.breakdown import ContractBreakdown
from mapper.procurement.words import NOT_DECIDED, counted, months, word

_COLUMNS = (
    Column("Ref", 3.6),
    Column("Title", 11),
    Column("Components", 19.4),
    Column("Stages", 8.5),
    Column("Method, way of working", 7.6),
    Column("Route", 9),
    Column("Pricing", 9.6),
    Column("Term", 6.4),
    Column("Value", 8, Side.RIGHT),
    Column("With extensions", 8, Side.RIGHT),
    Column("Share", 5, Side.RIGHT),
    Column("Owner", 9.4),
)


def glance(subject: Subject) -> Iterator[Block]:
    """Contracts at a glance, with their total."""
    if not subject.breakdown.contracts:
        yield NewPage()
        yield Heading("Contracts at a glance", level=1, anchor="glance")
        yield Paragraph("No contracts have been drawn on this map yet.")
        return
    yield NewPage(Turn.LANDSCAPE)
    yield Heading("Contracts at a glance", level=1, anchor="glance")
    yield Paragraph(
        f"All amounts in {subject.document.service.currency}, {vat(subject)}. "
        "Shares are of the value with extensions. A reference leads to the contract's page."
    )
    rows = (*(_row(subject, contract) for contract in subject.breakdown.contracts), _total(subject))
    yield Table(_COLUMNS, rows, "One row for each contract, with a total in the last row", is_dense=True)


def _row(subject: Subject, cut: ContractBreakdown) -> Row:
    contract, document = cut.contract, subject.document
    return Row(
        (
            (to_contract(contract, short=True),),
            known(contract.title, "Untitled"),
            ", ".join(name_of(member) for member in cut.members) or "No components",
            mix(cut.stage_mix),
            _how(cut),
            word(contract.route),
            pricing(contract.pricing),
            term(contract),
            amount(subject, contract.value),
            amount(subject, cut.life_value),
            share(cut.share),
            name_of_person(document, contract.owner),
        )
    )


def _total(subject: Subject) -> Row:
    whole = subject.breakdown
    members = {member.id for cut in whole.contracts for member in cut.members}
    missing = f"{counted(len(whole.unvalued), 'contract')} not valued" if whole.unvalued else "All contracts valued"
    words: tuple[Words, ...] = (
        "Total",
        counted(len(whole.contracts), "contract"),
        counted(len(members), "component"),
        "–",
        "–",
        "–",
        f"Amounts {vat(subject)}",
        missing,
        amount(subject, whole.value),
        amount(subject, whole.life_value),
        "100%" if whole.life_value else "–",
        "–",
    )
    return Row(words, is_total=True)


def _how(cut: ContractBreakdown) -> str:
    if cut.method is None:
        return NOT_DECIDED
    return f"{word(cut.method)}, {word(cut.working) if cut.working else NOT_DECIDED}"


def pricing(value: Pricing | None) -> str:
    return word(value) if value is not None else NOT_DECIDED


def term(contract: Contract) -> str:
    """How long a contract runs, with its extensions."""
    if contract.term_months is None:
        return NOT_DECIDED
    return f"{months(contract.term_months)}{f' + {contract.extension_months}' if contract.extension_months else ''}"
