"""Keeping a note of the program's own faults: where they happened, and never a word of the user's maps."""

from __future__ import annotations

import os
import platform
import sys
import traceback
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from mapper import __version__

LONGEST_LOG = 256 * 1024
"""Bytes after which the log begins anew."""


def record(error: BaseException) -> Path | None:
    """Note a fault in the log. Answers with the log's path, or None where none can be written.

    Maps are confidential and messages quote them: so only the kind of each error and its places in code are noted.
    """
    try:
        path = log_path()
        path.parent.mkdir(parents=True, exist_ok=True)
        is_long = path.is_file() and path.stat().st_size > LONGEST_LOG
        with path.open("w" if is_long else "a", encoding="utf-8") as log:
            log.write("\n".join(_lines(error)) + "\n\n")
    except (OSError, RuntimeError):
        return None
    return path


def log_path() -> Path:
    """The log, where the system keeps what programs note. Raises RuntimeError for a user without a home."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "Mapper" / "faults.log"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Logs" / "Mapper" / "faults.log"
    return Path(os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state") / "mapper" / "faults.log"


def place(error: BaseException) -> tuple[str, str, int]:
    """What tells a fault from others: its kind, and the file and line that it comes from."""
    frames = traceback.extract_tb(error.__traceback__)
    return (type(error).__qualname__, frames[-1].filename, frames[-1].lineno or 0) if frames else ("", "", 0)


def _lines(error: BaseException) -> Iterator[str]:
    when = datetime.now().astimezone().isoformat(timespec="seconds")
    yield f"{when}  Mapper {__version__}, Python {platform.python_version()}, {platform.platform()}"
    cause: BaseException | None = error
    while cause is not None:
        yield f"{type(cause).__module__}.{type(cause).__qualname__}"
        for frame in traceback.extract_tb(cause.__traceback__):
            yield f"  {frame.filename}:{frame.lineno} {frame.name}"
        cause = cause.__cause__ or cause.__context__
