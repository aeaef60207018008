"""The command line: `mapper [FILE…]` opens the editor; `mapper export` and `mapper info` work without a screen."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from mapper import __version__, faults
from mapper.atomic import printable
from mapper.drawing.theme import THEMES
from mapper.export.exporter import Exporter, ExportFailed, ExportOptions, PageSize, expect_target, export_to
from mapper.files.counts import COUNTED, counts
from mapper.files.native import load
from mapper.files.problem import FileProblem

DONE, REFUSED, INTERRUPTED = 0, 2, 130
_PNG = ".png"


class _Refused(Exception):
    """What was asked for cannot be done; the message is a sentence for the user."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong with a command in one sentence."""

    def error(self, message: str) -> NoReturn:
        raise _Refused(f"{message[:1].upper()}{message[1:]}: see “{self.prog} --help”.")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says. Answers with the exit status: 0 for success, 2 for a refusal."""
    words = list(sys.argv[1:] if argv is None else argv)
    jobs = {"export": _export, "info": _info}
    try:
        return jobs[words[0]](words[1:]) if words and words[0] in jobs else _edit(words)
    except (_Refused, FileProblem, ExportFailed) as refusal:
        _complain(str(refusal))
    except KeyboardInterrupt:
        return INTERRUPTED
    except MemoryError:
        _complain("There is not enough memory for this: close other programs, or try with a smaller map.")
    except SystemExit:
        raise
    except BaseException as error:  # the last door: a user is owed a sentence even for our own faults
        log = faults.record(error)
        _complain(f"This is a fault of Mapper, not of yours{f': it is noted in “{log}”' if log else ''}.")
    return REFUSED


def _edit(words: Sequence[str]) -> int:
    parser = _Parser(
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


def _export(words: Sequence[str]) -> int:
    arguments = _export_parser().parse_args(words)
    exporters = [(out, _exporter_for(out)) for out in arguments.out]
    document = load(arguments.file)
    _expect_targets(exporters)
    options = ExportOptions(
        page=PageSize(arguments.page), map_only=arguments.map_only, theme=arguments.theme, note=_complain
    )
    for out, exporter in exporters:
        export_to(out, exporter, document, options)
    return DONE


def _expect_targets(exporters: Sequence[tuple[Path, Exporter]]) -> None:
    """Refuse what cannot be done before any of it is done."""
    for place, (out, exporter) in enumerate(exporters):
        expect_target(out, exporter)
        if any(os.path.realpath(out) == os.path.realpath(other) for other, _ in exporters[:place]):
            raise _Refused(f"“{out.name}” is named twice: give each OUT a name of its own.")


def _export_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="mapper export",
        description="Write the procurement pack (.pdf) or the picture of the map (.svg, .png).",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the map")
    parser.add_argument(
        "-o",
        dest="out",
        type=Path,
        metavar="OUT",
        action="append",
        required=True,
        help="where to write; its suffix is the format; may be given again",
    )
    parser.add_argument("--map-only", action="store_true", help="the map's page alone, without the pack")
    pages = [page.value for page in PageSize]
    parser.add_argument("--page", choices=pages, default=PageSize.A4.value, help="size of the paper")
    parser.add_argument("--theme", choices=list(THEMES), default="light", help="colours of the map")
    return parser


def _exporter_for(out: Path) -> Exporter:
    """The exporter whose suffix a file name has. A PNG needs Qt, so that one is looked for only when asked for."""
    from mapper.export import EXPORTERS

    suffix = out.suffix.lower()
    for exporter in EXPORTERS:
        if exporter.suffix == suffix:
            return exporter
    if suffix == _PNG:
        from mapper.ui.png import EXPORTER

        return EXPORTER
    known = ", ".join([*(exporter.suffix for exporter in EXPORTERS), _PNG])
    raise _Refused(f"“{out.name}” names no format that can be exported: end it in one of {known}.")


def _info(words: Sequence[str]) -> int:
    parser = _Parser(prog="mapper info", description="Count what is in a map.")
    parser.add_argument("file", type=Path, metavar="FILE", help="the map")
    parser.add_argument("--json", action="store_true", help="as one JSON object, with what is wrong with the file")
    arguments = parser.parse_args(words)
    try:
        numbers = counts(load(arguments.file))
    except FileProblem as problem:
        if arguments.json:
            _say(json.dumps({**dict.fromkeys(COUNTED, 0), "problems": [_told(problem)]}, indent=2))
        raise
    if arguments.json:
        _say(json.dumps({**numbers, "problems": []}, indent=2))
    else:
        _say("\n".join(f"{name.replace('_', ' '):<17}{number:>6}" for name, number in numbers.items()))
    return DONE


def _told(problem: FileProblem) -> dict[str, str | int | None]:
    """A problem as `mapper info --json` tells it; line, column and text are null where the text is not to blame."""
    place = problem.place
    return {
        "line": place.line if place else None,
        "column": place.column if place else None,
        "text": place.text if place else None,
        "reason": problem.message,
    }


def _complain(sentence: str) -> None:
    """One sentence on stderr, whatever names are in it."""
    print(f"mapper: {printable(sentence)}", file=sys.stderr)


def _say(text: str) -> None:
    """Print a result. A reader that has gone away, as in `mapper info map | head -1`, is no problem."""
    try:
        print(text, flush=True)
    except OSError as error:
        # Python writes what is left once more when it ends, and would complain then.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise _Refused(f"The answer could not be written: {error.strerror}.") from error
