"""Text that a spreadsheet would run: in a table as text only an apostrophe before it says that it is none of its own."""

from __future__ import annotations

import re

_RUNS = re.compile(r"['\s]*[=+\-@＝＋－＠]")


def guarded(text: str) -> str:
    """The text with an apostrophe before it, if a spreadsheet could take it for a formula."""
    return f"'{text}" if _RUNS.match(text) else text


def unguarded(cell: str) -> str:
    """What was guarded, as it was; everything else as it stands."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell[1:]) else cell
