"""What maps say about themselves, read without opening them: for the start page, recent files and libraries."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from mapper.data import SAMPLES, TEMPLATES
from mapper.files.native import SUFFIX
from mapper.files.problem import FileProblem
from mapper.files.reading import read
from mapper.model import About
from mapper.model.values import Name


@dataclass(frozen=True, slots=True)
class MapSummary:
    """A map's title and its one line about itself, which may be empty."""

    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A map that comes with the program."""

    path: Path
    title: str
    summary: str


class _Head(BaseModel):
    """The part of a file that says what it is."""

    model_config = ConfigDict(extra="ignore", defer_build=True)

    format: Literal["wardley"]
    title: Name = "Untitled map"
    about: About = About.model_construct()


def samples() -> tuple[Sample, ...]:
    """The maps that come with the program, by file name; none of them is opened."""
    return _in(SAMPLES)


def templates() -> tuple[Sample, ...]:
    """Maps to begin with, in the order in which they are offered."""
    return _in(TEMPLATES)


def _in(folder: Path) -> tuple[Sample, ...]:
    described = ((path, describe(path)) for path in sorted(folder.glob(f"*{SUFFIX}")))
    return tuple(Sample(path, found.title, found.summary) for path, found in described if found is not None)


def describe(path: Path) -> MapSummary | None:
    """What a file says about itself; None if it cannot be read or is no map of ours."""
    try:
        head = _Head.model_validate_json(read(path).removeprefix(codecs.BOM_UTF8))
    except (FileProblem, ValidationError):
        return None
    return MapSummary(head.title, head.about.summary)
