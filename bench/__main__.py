"""`python -m bench [GROUP…]`: a table, the same as JSON, and build/bench.json."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

GROUPS = ("start", "files", "texts", "canvas", "outlines", "labels", "pdf", "breakdown")
REPORT = Path("build/bench.json")

JsonRow = dict[str, str | float]


def main(groups: list[str]) -> int:
    """Measure these groups, each in a process of its own: what one has loaded and kept must not weigh on the next."""
    found = [row for group in groups or GROUPS for row in _measured(group)]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")
    print(f"\nCPU time in ms, medians. The same as JSON, also in {REPORT}:\n")
    print(json.dumps(found))
    return 0


def _measured(group: str) -> list[JsonRow]:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "--one", group], stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode:
        print(f"{group}: could not be measured (status {done.returncode}, see above)", flush=True)
        return []
    found: list[JsonRow] = json.loads(done.stdout)
    for row in found:
        print(_line(row), flush=True)
    return found


def _line(row: JsonRow) -> str:
    return (
        f"{row['id']:3} {row['measure']:<58} {row['cost']:10.2f}  {row['floor']:<44} {row['floor_cost']:10.2f}  "
        f"{row['ratio']:7.2f} (≤ {row['target']:g}) {row['verdict']}"
    )


def _one(group: str) -> int:
    """Measure one group in this process and print its rows as JSON."""
    rows = importlib.import_module(f"bench.{group}").rows()
    print(json.dumps([row.as_json() for row in rows]))
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    words = sys.argv[1:]
    sys.exit(_one(words[1]) if words[:1] == ["--one"] else main(words))
