"""What every exporter is: listed data."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mapper.atomic import write
from mapper.model import Document


class PageSize(StrEnum):
    A4 = "A4"
    A3 = "A3"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a user can ask of an export. `cancelled` and `progress` let a long one be watched and stopped."""

    page: PageSize = PageSize.A4
    map_only: bool = False
    theme: str = "light"
    scale: float = 2.0
    progress: Callable[[float], None] = lambda _: None
    cancelled: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that maps go out in. `make` answers with the file's bytes and imports what it needs when called."""

    id: str
    title: str
    suffix: str
    make: Callable[[Document, ExportOptions], bytes]


class ExportCancelled(Exception):
    """The user stopped an export."""


class ExportFailed(Exception):
    """An export could not be written; the message is a sentence for the user."""


def export_to(path: Path, exporter: Exporter, document: Document, options: ExportOptions) -> None:
    """Write an export whole or not at all. Raises ExportFailed or ExportCancelled."""
    data = exporter.make(document, options)
    if options.cancelled():
        raise ExportCancelled
    try:
        write(path, data)
    except OSError as error:
        reason = error.strerror or "the system gave no reason"
        raise ExportFailed(
            f"“{path.name}” could not be written: {reason[:1].lower()}{reason[1:]}. "
            "Choose another folder or name, or close the file if another program has it open."
        ) from error
