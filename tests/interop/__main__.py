"""Holds our exports against the engines that they are for: `make interop`.

OnlineWardleyMaps must read in every text of ours what we do; Mermaid must draw every diagram with all that is in it.
Needs Node and Chromium, says so where they are missing, and is no part of the program.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from mapper.export.exporter import ExportOptions
from mapper.export.mermaid import MERMAID
from mapper.export.owm import OWM
from mapper.files.content import Content
from mapper.model import Document
from tests.interop.agreeing import drawn_otherwise, read_otherwise
from tests.interop.maps import maps

HERE = Path(__file__).parent
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    node, npm = shutil.which("node"), shutil.which("npm")
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not (node and npm and chromium):
        print("Exports were not held against other programs: that needs Node, npm and Chromium.")
        return 0
    if not _is_installed() and subprocess.run([npm, "ci", "--silent"], cwd=HERE, check=False).returncode:
        print("Exports were not held against other programs: these could not be installed.")
        return 0
    started = monotonic()
    documents = dict(maps())
    with tempfile.TemporaryDirectory() as folder:
        written = _write(documents, Path(folder))
        _run([node, "owm.cjs", folder, f"{folder}/owm.json"])
        _run([node, "mermaid.mjs", folder, f"{folder}/mermaid.json", chromium])
        faults = [*_faults(documents, Path(folder))]
    for fault in faults:
        print(fault)
    print(f"{written} exports of {len(documents)} maps, {len(faults)} faults, {monotonic() - started:.0f} s")
    return 1 if faults else 0


def _is_installed() -> bool:
    """Whether what is installed is what the lock file says."""
    installed, wanted = HERE / "node_modules" / ".package-lock.json", HERE / "package-lock.json"
    return installed.exists() and installed.stat().st_mtime >= wanted.stat().st_mtime


def _write(documents: dict[str, Document], folder: Path) -> int:
    for number, document in enumerate(documents.values()):
        for exporter in (OWM, MERMAID):
            name = f"{number:04}{exporter.suffix}"
            text = Content(exporter.make(document, ExportOptions()), name).text
            (folder / name).write_text(text, "utf-8", newline="")
    return 2 * len(documents)


def _run(command: list[str]) -> None:
    subprocess.run(command, cwd=HERE, check=True, env={**os.environ, "NODE_NO_WARNINGS": "1"})


def _faults(documents: dict[str, Document], folder: Path) -> Iterator[str]:
    owm, mermaid = (json.loads((folder / f"{name}.json").read_text("utf-8")) for name in ("owm", "mermaid"))
    for number, (name, document) in enumerate(documents.items()):
        text = (folder / f"{number:04}.owm").read_text("utf-8")
        yield from (
            f"OnlineWardleyMaps, {name}: {fault}" for fault in read_otherwise(text, document, owm[f"{number:04}.owm"])
        )
        yield from (f"Mermaid, {name}: {fault}" for fault in drawn_otherwise(document, mermaid[f"{number:04}.mmd"]))


if __name__ == "__main__":
    sys.exit(main())
