"""Texts with one very long line, or with very many short ones: all are read in time that grows with their length alone.

Whatever took the square of it would take minutes or hours here, and the run would end with a stack that shows where.
"""

from __future__ import annotations

import pytest

from mapper.files.content import Content
from mapper.files.opening import importer_of
from mapper.files.problem import FileProblem

MANY = 200_000
OWM = "component A [0.5, 0.5]\n"
MERMAID = "wardley-beta\ncomponent A [0.5, 0.5]\n"
WTG2 = "P : II.5\n"
WTG = "P: |...|..x..|.....|.....|\n"
TRANQUIL = "P (40, 50)\n"
TABLE = "Name,Stage,Needs\nA,II,B\nB,II,"

LONG = {
    "blanks alone": " " * MANY + "x",
    "blanks in a name": f"component A{' ' * MANY}[0.5, 0.5]",
    "blanks in a place": f"component A [0.5,{' ' * MANY}x",
    "digits": f"component A [0.{'5' * MANY}x, 0.5]",
    "arrows": OWM + "->" * (MANY // 10),
    "brackets": OWM + "component B " + "[" * MANY,
    "brackets in round ones": OWM + "component B [0.5, 0.5] " + "(" * MANY,
    "labels": OWM + "component B [0.5, 0.5]" + " label [" * (MANY // 8),
    "beginnings of comments": OWM + "/*" * MANY,
    "braces": OWM + "pipeline A " + "{" * MANY,
    "flows": OWM + "A " + "+'" * MANY,
    "fences": OWM + "`" * MANY,
    "blanks between fences": f"```\n{' ' * MANY}\n```\n{OWM}",
    "blanks in Mermaid": f"{MERMAID}component B{' ' * MANY}[",
    "brackets in Mermaid": MERMAID + "component B " + "[a" * MANY,
    "numbers in Mermaid": MERMAID + "evolve A " + "1." * MANY + "x",
    "blanks in Mermaid's title": f"---\ntitle: a{' ' * MANY}b\n---\n{MERMAID}",
    "blanks in wtg2": f"{WTG2}signal x{' ' * MANY}y",
    "digits in wtg2": f"{WTG2}A : II @{'5' * MANY}x",
    "dashes in wtg": f"{WTG}A {'-' * MANY} B",
    "digits in wmap": f"{TRANQUIL}Q ({'1' * MANY}",
    "digits in wmap's movement": f"{TRANQUIL}[evolution] P +{'1' * MANY}x",
    "digits in wmap's stages": f"{TRANQUIL}[I] {'1' * MANY}x",
    "names in a cell": f'{TABLE}"{"A; " * 10_000}"\n',
    "quotation marks in a table": TABLE + '"' * MANY,
    "JSON in JSON": '{"elements": ' + "[" * MANY,
    "tags": "<!--" * MANY,
    "groups in SVG": '<svg xmlns="http://www.w3.org/2000/svg">' + "<g>" * MANY,
    "streams in PDF": "%PDF-1.4\n" + "1 0 obj <</Type /WardleyMap" * 10_000,
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_very_long_line_opens_or_is_refused(text: str) -> None:
    content = Content(text.encode(), "long")
    try:
        importer = importer_of(content)
        importer.questions(content)
        opened = importer.read(content, {})
    except FileProblem as problem:
        assert len(problem.message) < 500
        return
    assert opened.format
    assert all(len(problem.reason) < 1000 and len(problem.text) <= 200 for problem in opened.problems)
