"""Writing an export to a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapper.export import EXPORTERS
from mapper.export.exporter import ExportCancelled, Exporter, ExportFailed, ExportOptions, export_to
from mapper.model import Document

PLAIN = Exporter("plain", "Plain", ".txt", lambda document, options: document.title.encode())


def test_an_export_is_written_to_its_path(tmp_path: Path) -> None:
    out = tmp_path / "map.txt"
    export_to(out, PLAIN, Document(title="Tea"), ExportOptions())
    assert out.read_bytes() == b"Tea"


def test_an_export_that_cannot_be_written_says_so_in_a_sentence(tmp_path: Path) -> None:
    out = tmp_path / "gone" / "map.txt"
    with pytest.raises(ExportFailed, match=r"“map\.txt” could not be written: no such file or directory\. Choose"):
        export_to(out, PLAIN, Document(), ExportOptions())


def test_a_cancelled_export_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    out = tmp_path / "map.txt"
    out.write_bytes(b"before")
    with pytest.raises(ExportCancelled):
        export_to(out, PLAIN, Document(title="Tea"), ExportOptions(cancelled=lambda: True))
    assert out.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.id)
def test_every_format_writes_an_empty_map(exporter: Exporter, tmp_path: Path) -> None:
    out = tmp_path / f"map{exporter.suffix}"
    export_to(out, exporter, Document(), ExportOptions())
    assert out.stat().st_size > 500
