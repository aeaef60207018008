"""The map as tables, with the headers by which such tables open here again as maps."""

from __future__ import annotations

from mapper.export.exporter import Exporter, ExportOptions
from mapper.export.losses import left_out, of_marks
from mapper.export.partial import without_details, without_map, without_plans, without_procurement, without_terms
from mapper.model import Document

_IN_WORKBOOKS = (
    *("scope", "pricing", "value", "ceiling", "term_months", "start", "end", "route", "owner", "supplier"),
    "interfaces",
)
"""What a workbook's sheets of contracts and interfaces say."""


def _csv(document: Document, _: ExportOptions) -> bytes:
    from mapper.export.tables.delimited import make

    return make(document)


def _xlsx(document: Document, _: ExportOptions) -> bytes:
    from mapper.export.tables.workbook import make

    return make(document)


def _lost_in_csv(document: Document) -> tuple[str, ...]:
    said = sum(bool(link.label or link.value) for link in document.links.values())
    return (
        *left_out("A table of components only names what each needs", (said, "label of a link|labels of links")),
        *without_map("A table of components", document),
        *without_plans("A table of components", document),
        *without_procurement("A table of components", document),
        *without_details("A table of components", document),
        *of_marks("A table of components", document),
        *without_terms("A table of components", document, "value", "owner", "supplier"),
    )


def _lost_in_xlsx(document: Document) -> tuple[str, ...]:
    return (
        *without_map("A workbook", document),
        *without_plans("A workbook", document),
        *without_procurement("A workbook", document),
        *without_details("A workbook", document),
        *of_marks("A workbook", document),
        *without_terms("A workbook", document, *_IN_WORKBOOKS),
    )


CSV = Exporter(
    "csv",
    "Table of components (CSV)",
    ".csv",
    _csv,
    losses=_lost_in_csv,
    purpose="A row for each component, with its contract and what it needs; opens here again as a map.",
)
XLSX = Exporter(
    "xlsx",
    "Workbook (Excel)",
    ".xlsx",
    _xlsx,
    losses=_lost_in_xlsx,
    purpose="Components, links, contracts and interfaces, a sheet each; opens here again as a map.",
)
