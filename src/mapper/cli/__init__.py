"""The command line: `mapper [FILE…]` opens the editor; `mapper export` and `mapper info` work without a screen."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from mapper import __version__, faults
from mapper.cli.exporting import export
from mapper.cli.informing import info
from mapper.cli.words import Parser, Refused, complain
from mapper.export.exporter import ExportFailed
from mapper.files.problem import FileProblem

REFUSED, INTERRUPTED = 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says. Answers with the exit status: 0 for success, 2 for a refusal."""
    words = list(sys.argv[1:] if argv is None else argv)
    jobs = {"export": export, "info": info}
    try:
        return jobs[words[0]](words[1:]) if words and words[0] in jobs else _edit(words)
    except (Refused, FileProblem, ExportFailed) as refusal:
        complain(str(refusal))
    except KeyboardInterrupt:
        return INTERRUPTED
    except MemoryError:
        complain("There is not enough memory for this: close other programs, or try with a smaller map.")
    except SystemExit:
        raise
    except BaseException as error:  # the last door: a user is owed a sentence even for our own faults
        log = faults.record(error)
        complain(f"This is a fault of Mapper, not of yours{f': it is noted in “{log}”' if log else ''}.")
    return REFUSED


def _edit(words: Sequence[str]) -> int:
    parser = Parser(
        prog="mapper",
        description="Open maps in the editor.",
        epilog="Without a screen: “mapper export --help” and “mapper info --help”. "
        "A map that is called “export” or “info” opens as “./export”.",
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="a map to open")
    parser.add_argument("--version", action="version", version=f"mapper {__version__}")
    paths: list[Path] = parser.parse_args(words).files

    from mapper.ui.app import run

    return run(paths)
