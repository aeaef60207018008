"""Every format that maps go out in: those of `export`, and those that need Qt to turn marks into pixels."""

from __future__ import annotations

from mapper.export import EXPORTERS
from mapper.export.exporter import Exporter
from mapper.ui.docx import EXPORTER as DOCX
from mapper.ui.png import EXPORTER as PNG

_ALL = (*EXPORTERS, PNG, DOCX)


def exporters(kind: str) -> list[Exporter]:
    """The formats of one dialog: "pack", "picture" or "program"."""
    return [each for each in _ALL if each.kind == kind]


def exporter(id: str) -> Exporter:
    return next(each for each in _ALL if each.id == id)
