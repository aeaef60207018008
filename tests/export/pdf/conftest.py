"""The flagship map and its pack, made once for all that is held against them."""

from __future__ import annotations

import pytest

from mapper.data import SAMPLES
from mapper.files.native import load
from mapper.model import Document
from tests.export.pdf.parsed import Parsed


@pytest.fixture(scope="session")
def flagship() -> Document:
    return load(SAMPLES / "childcare-licensing.wardley")


@pytest.fixture(scope="session")
def pack(flagship: Document) -> Parsed:
    return Parsed.of(flagship)
