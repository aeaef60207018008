"""The other ways of cutting the map into contracts that were considered."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.pack.blocks import Block, Column, Heading, Paragraph, Row, Side, Table
from mapper.export.pack.phrases import amount, known, vat
from mapper.export.pack.subject import Subject
from mapper.model import Plan
from mapper.procurement.breakdown import breakdown

_COLUMNS = (
    Column("Plan", 16),
    Column("Contracts", 9, Side.RIGHT),
    Column("Value", 13, Side.RIGHT),
    Column("With extensions", 14, Side.RIGHT),
    Column("Summary", 48),
)


def plans(subject: Subject) -> Iterator[Block]:
    """A row for each plan, where there are several."""
    document = subject.document
    if len(document.plans) < 2:
        return
    yield Heading("Plans considered", level=1, anchor="plans")
    yield Paragraph(f"This pack describes the plan “{document.plan.title}”. Amounts are {vat(subject)}.")
    rows = tuple(_row(subject, plan) for plan in document.plans.values())
    yield Table(_COLUMNS, rows, "One row for each plan")


def _row(subject: Subject, plan: Plan) -> Row:
    whole = breakdown(subject.document.but(active_plan=plan.id))
    chosen = " (this pack)" if plan.id == subject.document.active_plan else ""
    return Row(
        (
            f"{known(plan.title, 'Untitled')}{chosen}",
            str(len(plan.contracts)),
            amount(subject, whole.value) if whole.value else "Not decided",
            amount(subject, whole.life_value) if whole.life_value else "Not decided",
            known(plan.summary, "No summary"),
        )
    )
