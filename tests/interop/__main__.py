"""Holds our exports against the engines that they are for: `make interop`.

OnlineWardleyMaps must read in every text of ours what we do; Mermaid must draw every diagram with all that is in it.
Needs Node and Chromium, and a network the first time: where they are missing it says so and is content, whatever else goes
wrong is a failure. It is no part of the program.
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
NO_NETWORK = ("ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH", "ECONNREFUSED", "ETIMEDOUT", "ENOTCACHED")
"""What npm calls a registry that cannot be reached."""
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


def main() -> int:
    node, npm = shutil.which("node"), shutil.which("npm")
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not (node and npm and chromium):
        print("Skipped: to hold exports against other programs needs Node, npm and Chromium.")
        return 0
    if not _is_installed():
        installing = subprocess.run(
            [npm, "ci", "--loglevel=error"], cwd=HERE, check=False, text=True, stderr=subprocess.PIPE
        )
        if installing.returncode:
            return _not_installed(installing.stderr)
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


def _not_installed(said: str) -> int:
    """Tell why the other programs are not there, and whether that fails the run: a network that is missing does not."""
    if any(f"code {code}" in said for code in NO_NETWORK):
        print("Skipped: the programs to hold exports against could not be fetched, because there is no network.")
        return 0
    print(f"Failed: the programs to hold exports against could not be installed.\n{said.strip()}")
    return 1


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
