"""What every exporter is: listed data."""

from __future__ import annotations

import codecs
import os
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from mapper.atomic import shown_name, why, write
from mapper.drawing.theme import Theme
from mapper.drawing.themes import THEMES, theme_of
from mapper.model import Document


def keeps_all(_: Document) -> tuple[str, ...]:
    return ()


class PageSize(StrEnum):
    A4 = "A4"
    A3 = "A3"
    LETTER = "Letter"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What a user can ask of an export. `scale` is pixels to a page unit; with `carries_map` the file holds the whole map,
    so that it can be opened again here. `theme` is one for this file alone; None is as the map's author wants it. `cancelled` and `progress` let a long one be watched and stopped; `note` takes
    a sentence where the result is not all that was asked for."""

    page: PageSize = PageSize.A4
    map_only: bool = False
    theme: str | None = None
    scale: float = 2.0
    transparent: bool = False
    carries_map: bool = True
    progress: Callable[[float], None] = lambda _: None
    cancelled: Callable[[], bool] = lambda: False
    note: Callable[[str], None] = lambda _: None


def theme_for(document: Document, options: ExportOptions) -> Theme:
    """What a map goes out in: the theme asked for, else its own."""
    return theme_of(document) if options.theme is None else THEMES[options.theme]


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format that maps go out in. `make` answers with the file's bytes and imports what it needs when called.

    `losses` tells before the export what the format has no place for, a sentence each: "Mermaid has no contracts: 9
    contracts and 14 interfaces are left out." `kind` is the dialog that it is offered in: "pack", "picture" or "program".
    `purpose` says in a few words what the format is for, where its title does not; `is_on_paper` that its pages have a
    size, `is_drawn` that it shows the map in a theme.
    """

    id: str
    title: str
    suffix: str
    make: Callable[[Document, ExportOptions], bytes]
    kind: str = "program"
    losses: Callable[[Document], tuple[str, ...]] = keeps_all
    purpose: str = ""
    is_on_paper: bool = False
    is_drawn: bool = False


class ExportCancelled(Exception):
    """The user stopped an export."""


class ExportFailed(Exception):
    """An export could not be written; the message is a sentence for the user."""


def export_to(path: Path, exporter: Exporter, document: Document, options: ExportOptions) -> None:
    """Write an export whole or not at all. Raises ExportFailed or ExportCancelled."""
    expect_target(path, exporter)
    data = exporter.make(document, options)
    if options.cancelled():
        raise ExportCancelled
    try:
        write(path, data)
    except (OSError, ValueError) as error:
        raise ExportFailed(
            f"“{shown_name(path)}” could not be written: {why(error)}. "
            "Choose another folder or name, or close the file if another program has it open."
        ) from error


def expect_target(path: Path, exporter: Exporter) -> None:
    """Raises ExportFailed for a place where an export cannot or must not go; asked before the work is done."""
    name = shown_name(path)
    try:
        if path.suffix.lower() != exporter.suffix:
            raise ExportFailed(f"“{name}” does not end in {exporter.suffix}: choose a name that does.")
        if path.is_dir():
            raise ExportFailed(f"“{name}” is a folder: choose another name.")
        if not path.parent.is_dir():
            raise ExportFailed(f"The folder “{shown_name(path.parent)}” for “{name}” is not there: choose another.")
        if _is_map(path):
            raise ExportFailed(f"“{name}” is a map, which an export must not replace: choose another name.")
    except OSError as error:
        raise ExportFailed(f"“{name}” could not be written: {why(error)}. Choose another folder or name.") from error


def _is_map(path: Path) -> bool:
    """Whether a file begins as a map does, and as no export ever would."""
    if not path.is_file() or not os.access(path, os.R_OK):
        return False
    with path.open("rb") as file:
        return file.read(64).removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"{")
