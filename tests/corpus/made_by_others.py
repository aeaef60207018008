"""Maps that others made, beside the project in the folder `shared`; its INDEX.tsv tells where each is from."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from mapper.files.opening import open_map
from mapper.model import Document

CORPUS = Path(__file__).parent.parent.parent.parent / "shared" / "corpus"
needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="no folder `shared` with maps made by others beside the project"
)


def _index() -> dict[str, Mapping[str, str]]:
    if not CORPUS.is_dir():
        return {}
    with (CORPUS / "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        return {row["file"]: row for row in csv.DictReader(file, delimiter="\t")}


INDEX = _index()
"""What the index says of each file."""
OWM_FILES = tuple(name for name, row in INDEX.items() if row["kind"] == "owm")
MERMAID_FILES = tuple(name for name, row in INDEX.items() if row["kind"] == "mermaid")


def short(name: str) -> str:
    """What a test calls a file."""
    return name.rpartition("/")[2]


@cache
def document_of(name: str) -> Document:
    """The map, opened once: documents do not change."""
    return open_map(CORPUS / name).document


def owm_bytes(name: str) -> bytes:
    """The text of a map: of one that stands in a block of Markdown, what is between the fences."""
    data = (CORPUS / name).read_bytes()
    block = re.search(rb"^```\n(.*?)^```", data, re.DOTALL | re.MULTILINE)
    return block[1] if block else data
