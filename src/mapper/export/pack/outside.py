"""What no contract holds: components that are kept inside, and those for which nobody has decided."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.pack.blocks import Block, Column, Heading, NewPage, Paragraph, Row, Table
from mapper.export.pack.phrases import known, method_word, name_of, stage_of
from mapper.export.pack.subject import Subject
from mapper.model import Component

_COLUMNS = (Column("Component", 22), Column("Stage", 14), Column("Method", 15), Column("Description", 49))


def outside(subject: Subject) -> Iterator[Block]:
    """Two short tables."""
    whole = subject.breakdown
    yield NewPage()
    yield Heading("Components in no contract", level=1, anchor="outside")
    yield Heading("Kept in-house", level=2)
    if whole.in_house:
        yield Paragraph("The internal team owns and runs these.", introduces=True)
        yield _table(subject, whole.in_house, "One row for each component that is kept in-house")
    else:
        yield Paragraph("No component is marked as kept in-house.")
    yield Heading("Not yet in a contract", level=2)
    if whole.uncontracted:
        yield Paragraph("These are in no contract and not marked as in-house: nobody is responsible for them yet.")
        yield _table(subject, whole.uncontracted, "One row for each component for which nobody has decided")
    else:
        yield Paragraph("Every component is in a contract or kept in-house.")


def _table(subject: Subject, components: tuple[Component, ...], summary: str) -> Table:
    document = subject.document
    rows = tuple(
        Row((name_of(c), stage_of(document, c), method_word(document, c), known(c.description, "No description")))
        for c in components
    )
    return Table(_COLUMNS, rows, summary)
