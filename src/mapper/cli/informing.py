"""`mapper info`: how much is in a map, and what of its file was not understood."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from mapper.atomic import printable
from mapper.cli.choosing import add_choose, opened
from mapper.cli.words import Parser, say
from mapper.files.counts import COUNTED, counts
from mapper.files.native import NATIVE
from mapper.files.problem import FileProblem
from mapper.files.report import Opened, Problem

_LONGEST_LINE = 120


def info(words: Sequence[str]) -> int:
    """Do what the words after `info` say. Answers with the exit status; raises Refused or FileProblem."""
    parser = Parser(prog="mapper info", description="Count what is in a map, and tell what of it was not understood.")
    parser.add_argument("file", type=Path, metavar="FILE", help="the map, of whatever format")
    parser.add_argument("--json", action="store_true", help="as one JSON object")
    add_choose(parser)
    arguments = parser.parse_args(words)
    try:
        found = opened(arguments.file, arguments.choose)
    except FileProblem as problem:
        if arguments.json:
            say(_as_json("", dict.fromkeys(COUNTED, 0), [_refused(problem)], ()))
        raise
    numbers = counts(found.document, found.unresolved_links)
    if arguments.json:
        say(_as_json(found.format or NATIVE.title, numbers, map(_told, found.problems), found.notices))
    else:
        say("\n".join(_for_people(found, numbers)))
    return 0


Told = Mapping[str, str | int | None]
"""A problem as `mapper info --json` tells it; line and column are null where no place is to blame."""


def _as_json(called: str, numbers: Mapping[str, int], problems: Iterable[Told], notices: Sequence[str]) -> str:
    told = {"format": called, **numbers, "notices": list(notices), "problems": list(problems)}
    return json.dumps(told, indent=2)


def _for_people(opened: Opened, numbers: Mapping[str, int]) -> Iterator[str]:
    """Each number on a line; for what was made elsewhere, a line for everything worth knowing about how it was read."""
    yield from (f"{name.replace('_', ' '):<17}{number:>6}" for name, number in numbers.items())
    if opened.format:
        yield f"\nRead as {opened.format}."
    yield from (printable(notice) for notice in opened.notices)
    if opened.problems:
        yield f"\nNot taken as it stands ({len(opened.problems)}):"
    for problem in opened.problems:
        place = opened.place_of(problem)
        yield printable(f"- {place}{': ' if place else ''}{problem.reason} {problem.done}".rstrip())
        if problem.text.strip():
            yield f"      {printable(problem.text.strip()[:_LONGEST_LINE])}"


def _told(problem: Problem) -> Told:
    sheet = {"sheet": problem.sheet} if problem.sheet else {}
    return {
        **sheet,
        "line": problem.line,
        "column": problem.column,
        "text": problem.text,
        "reason": problem.reason,
        "done": problem.done,
    }


def _refused(problem: FileProblem) -> Told:
    place = problem.place
    return {
        "line": place.line if place else None,
        "column": place.column if place else None,
        "text": place.text if place else None,
        "reason": problem.message,
        "done": "The file was not opened.",
    }
