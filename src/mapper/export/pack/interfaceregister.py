"""What passes between contracts: every link that crosses, under the number that the map shows."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.pack.anchors import interface_anchor
from mapper.export.pack.blocks import Block, Column, Heading, NewPage, Paragraph, Row, Side, Span, Table, Turn, Words
from mapper.export.pack.phrases import joined, known, name_of, short_reference, to_contract
from mapper.export.pack.sparse import named, shortened, silent, without
from mapper.export.pack.subject import Subject
from mapper.model import Id, Interface
from mapper.procurement.interfaces import ContractInterface
from mapper.procurement.words import NOT_DECIDED, counted

_MOST_IN_MATRIX = 15
_NOT_DESCRIBED = "Not described yet"
NOTHING_SAID = (_NOT_DESCRIBED, NOT_DECIDED)
"""What the cells say of which nothing is known."""

_COLUMNS = (
    Column("From component", 13),
    Column("Needs component", 13),
    Column("What passes", 26),
    Column("Standard", 17),
    Column("Owner", 15),
    Column("Service level", 17),
    Column("Data", 9),
)


def interface_register(subject: Subject) -> Iterator[Block]:
    """Who depends on whom as a matrix, and the register."""
    crossings = subject.breakdown.interfaces
    if not subject.breakdown.contracts:
        return
    yield NewPage(Turn.LANDSCAPE)
    yield Heading("Interfaces between contracts", level=1, anchor="interfaces")
    if not crossings:
        yield Paragraph("No link crosses from one contract to another.")
        return
    yield Paragraph(
        f"{_how_many(subject)} The numbers are those on the map: one for each pair of contracts and direction."
    )
    if len(subject.document.contracts) <= _MOST_IN_MATRIX:
        yield from _matrix(subject)
    yield Heading("What passes, link by link", level=2)
    rows = [row for crossing in crossings for row in _group(subject, crossing)]
    open_questions = silent(_COLUMNS, rows, NOTHING_SAID)
    if open_questions:
        yield Paragraph(f"Not decided for any of these links: {named(open_questions, _COLUMNS)}.", introduces=True)
    summary = "One row for each link that crosses, grouped by interface"
    yield Table(without(open_questions, _COLUMNS), shortened(rows, open_questions), summary, is_dense=True)


def _how_many(subject: Subject) -> str:
    links = [link for crossing in subject.breakdown.interfaces for link in crossing.links]
    described = sum(_is_described(subject, link) for link in links)
    told = f"{counted(len(links), 'link crosses', 'links cross')} from one contract to another"
    if described == len(links):
        return f"{told}, and what passes is described for {'all of them' if described > 1 else 'it'}."
    return f"{told}; what passes is described for {described or 'none'} of them."


def _is_described(subject: Subject, link: Id) -> bool:
    interface = subject.document.plan.interfaces.get(link)
    return interface is not None and bool(interface.what.strip())


def link_row(subject: Subject, link: Id) -> tuple[Words, ...]:
    """The cells of one link, as the register's columns head them."""
    document = subject.document
    ends = document.links[link]
    told = document.plan.interfaces.get(link, Interface(link=link))
    return (
        name_of(document.components[ends.source]),
        name_of(document.components[ends.target]),
        known(told.what, _NOT_DESCRIBED),
        known(told.standard),
        known(told.owner),
        known(told.service_level),
        known(told.data_classification),
    )


def _group(subject: Subject, crossing: ContractInterface) -> Iterator[Row]:
    contracts = subject.document.contracts
    title = joined([to_contract(contracts[crossing.source]), to_contract(contracts[crossing.target])], " needs ")
    yield Row(
        ((Span(f"{crossing.number}\u00a0\u00a0\u00a0"), *title),),
        anchor=interface_anchor(crossing.number),
        is_group=True,
    )
    for link in crossing.links:
        yield Row(link_row(subject, link))


def _matrix(subject: Subject) -> Iterator[Block]:
    contracts = tuple(subject.document.contracts.values())
    count = {(crossing.source, crossing.target): len(crossing.links) for crossing in subject.breakdown.interfaces}
    yield Heading("Which contract needs which", level=2)
    yield Paragraph("Each number is how many links lead from the contract in the row to the one in the column.")
    columns = (Column("Contract", 28), *(Column(short_reference(c), 6, Side.RIGHT) for c in contracts))
    rows = []
    for source in contracts:
        cells = [_cell(source.id, target.id, count) for target in contracts]
        rows.append(Row(((to_contract(source),), *cells)))
    summary = "One row and one column for each contract, with the number of links from the one to the other"
    yield Table(columns, tuple(rows), summary, is_whole=True)


def _cell(source: Id, target: Id, count: dict[tuple[Id, Id], int]) -> Words:
    if source == target:
        return "–"
    links = count.get((source, target), 0)
    return (Span(str(links), weight=600 if links else 400, colour=None if links else "#6F7A8A"),)
