"""All contracts in one table."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.pack.blocks import Block, Column, Heading, NewPage, Paragraph, Row, Side, Table, Turn, Words
from mapper.export.pack.phrases import (
    amount,
    known,
    listed,
    mix,
    name_of,
    name_of_person,
    share,
    short_reference,
    to_contract,
    vat,
)
from mapper.export.pack.reasons import working_word
from mapper.export.pack.subject import Subject
from mapper.model import Contract, Pricing
from mapper.procurement.breakdown import ContractBreakdown, stage_mix
from mapper.procurement.words import NOT_DECIDED, counted, months, word

_COLUMNS = (
    Column("Ref", 4),
    Column("Title", 11),
    Column("Components", 17),
    Column("Stages", 9),
    Column("Method", 7),
    Column("Route", 8.5),
    Column("Pricing", 10),
    Column("Owner", 10.5),
    Column("Term", 7.5),
    Column("Value", 8, Side.RIGHT),
    Column("With extensions", 8.3, Side.RIGHT),
    Column("Share", 6.7, Side.RIGHT),
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
        "Shares are of the value with extensions. A reference leads to the contract's page." + _mixtures(subject)
    )
    rows = (*(_row(subject, contract) for contract in subject.breakdown.contracts), _total(subject))
    yield Table(_COLUMNS, rows, "One row for each contract, with a total in the last row", is_dense=True)


def _mixtures(subject: Subject) -> str:
    """Names the contracts that mix new components with mature ones."""
    mixed = [short_reference(cut.contract) for cut in subject.breakdown.contracts if cut.is_mixed]
    verb = "mixes" if len(mixed) == 1 else "mix"
    return f" {listed(mixed)} {verb} components that are still being worked out with mature ones." if mixed else ""


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
            name_of_person(document, contract.owner),
            term(contract),
            amount(subject, contract.value),
            amount(subject, cut.life_value),
            share(subject, contract),
        )
    )


def _total(subject: Subject) -> Row:
    whole = subject.breakdown
    members = {member.id: member for cut in whole.contracts for member in cut.members}
    missing = len(whole.unvalued)
    is_valued = missing < len(whole.contracts)
    words: tuple[Words, ...] = (
        "Total",
        counted(len(whole.contracts), "contract"),
        counted(len(members), "component"),
        mix(stage_mix(members.values(), subject.document)),
        f"{counted(missing, 'contract')} not valued yet" if missing else "All contracts are valued",
        vat(subject).capitalize().replace("vat", "VAT"),
        amount(subject, whole.value if is_valued else None),
        amount(subject, whole.life_value if is_valued else None),
        "100%" if whole.percentages else NOT_DECIDED,
    )
    return Row(words, is_total=True, spans=(1, 1, 1, 1, 4, 1, 1, 1, 1))


def _how(cut: ContractBreakdown) -> str:
    if cut.method is None:
        return NOT_DECIDED
    return f"{word(cut.method)}, {working_word(cut.working)}"


def pricing(value: Pricing | None) -> str:
    return word(value) if value is not None else NOT_DECIDED


def term(contract: Contract) -> str:
    """How long a contract runs, with its extensions."""
    if contract.term_months is None:
        return NOT_DECIDED
    more = f" +\u00a0{contract.extension_months}" if contract.extension_months else ""
    return months(contract.term_months) + more
