"""Writing an export to a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapper.export import EXPORTERS
from mapper.export.exporter import ExportCancelled, Exporter, ExportFailed, ExportOptions, export_to
from mapper.files.native import dump
from mapper.model import Document

PLAIN = Exporter("plain", "Plain", ".txt", lambda document, options: document.title.encode())


def test_an_export_is_written_to_its_path(tmp_path: Path) -> None:
    out = tmp_path / "map.txt"
    export_to(out, PLAIN, Document(title="Tea"), ExportOptions())
    assert out.read_bytes() == b"Tea"


def test_an_export_that_cannot_be_written_says_so_in_a_sentence(tmp_path: Path) -> None:
    out = tmp_path / "gone" / "map.txt"
    with pytest.raises(ExportFailed, match=r"The folder “gone” for “map\.txt” is not there: choose another\."):
        export_to(out, PLAIN, Document(), ExportOptions())


def test_an_export_never_replaces_a_map(tmp_path: Path) -> None:
    out = tmp_path / "map.txt"
    before = b"\xef\xbb\xbf\n" + dump(Document(title="Tea"))
    out.write_bytes(before)
    with pytest.raises(ExportFailed, match=r"“map\.txt” is a map, which an export must not replace"):
        export_to(out, PLAIN, Document(), ExportOptions())
    assert out.read_bytes() == before


@pytest.mark.parametrize("name", ["map.wardley", "map", "map.pdf"])
def test_an_export_goes_to_a_name_of_its_format(name: str, tmp_path: Path) -> None:
    with pytest.raises(ExportFailed, match=r"does not end in \.txt: choose a name that does"):
        export_to(tmp_path / name, PLAIN, Document(), ExportOptions())
    assert list(tmp_path.iterdir()) == []


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
    assert out.is_file()
