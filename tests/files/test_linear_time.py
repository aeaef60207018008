"""Whatever a text holds, the time to read it grows with its length and no faster. Steps are counted, not seconds."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from types import FrameType

import pytest

from mapper.files import owm
from mapper.files.content import Content
from mapper.files.opening import importer_of
from mapper.files.problem import FileProblem

_LINES = {
    "components": "component Tea {n} [0.5, 0.5] label [1, 2] (buy)\n",
    "namesakes": "component Tea [0.5, 0.5]\n",
    "links": "component Tea {n} [0.5, 0.5]\nTea {n}->Tea 1; uses\n",
    "links that lead nowhere": "Tea {n}->Milk {n}\n",
    "pipelines": "component Tea {n} [0.5, 0.5]\npipeline Tea {n}\n{{\ncomponent Green {n} [0.3]\n}}\n",
    "braces that are never closed": "pipeline Tea {n}\n{{\n",
    "forecasts": "component Tea {n} [0.5, 0.5]\nevolve Tea {n}->Coffee 0.7\n",
    "notes": "note Mind this [0.5, 0.5]\n",
    "annotations": "annotation 1 [[0.1, 0.2], [0.3, 0.4]] Mind this\n",
    "comments that are never closed": "component Tea {n} [0.5, 0.5] /*\n",
    "carried lines": 'component Tea {n} [0.5, 0.5]\n//@ component {{"of": "Tea {n}", "description": "Hot"}}\n',
    "carried lines of nothing": '//@ component {{"of": "Tea {n}"}}\n',
    "prose": "Once upon a time, there were {n} teas: (all) of them hot.\n",
    "blank lines": "\n",
    "fences": "```\n",
    "Mermaid": '  component "Tea {n}" [0.5, 0.5]\n  "Tea {n}" -> "Tea 1"\n',
    "Mermaid that is none": "  component [[[ -> +'x'> {n}\n",
    "wtg2": "Tea {n} : II.5 ! (buy)\nTea {n} -> Tea 1\n",
    "wtg": "Tea {n} - Tea 1\nTea {n}: |....|..x.|....|....|\n",
    "tranquil": "Tea {n} (50, 50)\nTea {n} -> Tea 1\n",
    "a table": "Tea {n},0.5,0.5,C1,Tea 1\n",
    "a table with quotation marks": '"Tea ""{n}""\n",0.5,"0.5\n',
}
_BEGINNINGS = {
    "Mermaid": "wardley-beta\n",
    "Mermaid that is none": "wardley-beta\n",
    "wtg2": "stages: A, B, C, D\nanchor You\n",
    "wtg": "stage1: A\n",
    "a table": "name,evolution,visibility,contract,needs\n",
    "a table with quotation marks": "name,evolution,visibility\n",
}
_FEW = 40
_MANY = 4 * _FEW
_SLACK = 1.4
"""What grows with the square of the length takes four times as long as it may here."""


def text_of(kind: str, times: int) -> str:
    return _BEGINNINGS.get(kind, "") + "".join(_LINES[kind].format(n=number) for number in range(times))


def steps(act: Callable[[], object]) -> int:
    """How many steps Python takes: every instruction of every function that is called."""
    taken = 0

    def trace(frame: FrameType, event: str, _: object) -> Callable[..., object]:
        nonlocal taken
        if event == "call":
            frame.f_trace_opcodes, frame.f_trace_lines = True, False
        taken += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return taken


def opened(text: str) -> None:
    content = Content(text.encode(), "map.txt")
    with contextlib.suppress(FileProblem):
        importer_of(content).read(content, {})


@pytest.mark.parametrize("kind", _LINES)
def test_twice_the_lines_take_twice_the_steps_and_no_more(kind: str) -> None:
    few, many = text_of(kind, _FEW), text_of(kind, _MANY)
    opened(few)
    assert steps(lambda: opened(many)) < _SLACK * steps(lambda: opened(few)) * len(many) / len(few)


@pytest.mark.parametrize(
    "kind", ["components", "namesakes", "links", "pipelines", "forecasts", "notes", "carried lines"]
)
def test_writing_and_reading_again_what_was_edited_grow_with_the_text_and_no_faster(kind: str) -> None:
    def written_and_read(times: int) -> None:
        lines = text_of(kind, times).splitlines(keepends=True)
        document = owm.read("".join(lines)).document
        half = len(lines) // 2
        again = owm.read("".join([*lines[:half], "component Milk [0.1, 0.1]\n", *lines[half + 1 :]]), document).document
        assert owm.write(again)

    written_and_read(_FEW)
    assert steps(lambda: written_and_read(_MANY)) < _SLACK * _MANY / _FEW * steps(lambda: written_and_read(_FEW))


_MOST = 300_000
_BITS = {
    "nothing but blanks": ("", " "),
    "nothing but tabs": ("component ", "\t"),
    "opening brackets": ("component A ", "["),
    "opening brackets of a pipeline": ("pipeline A ", "{"),
    "opening parentheses": ("component A [0.5, 0.5] ", "(buy "),
    "labels that are never closed": ("component A [0.5, 0.5] ", "label ["),
    "quotation marks": ("component ", '"'),
    "quotation marks that are escaped": ('component "', '\\"'),
    "backslashes": ('component "', "\\"),
    "numbers": ("evolve A ", "0.5 "),
    "digits": ("component A [", "9"),
    "places": ("annotation 1 [", "[0.1, 0.2],"),
    "slashes": ("", "/"),
    "comments": ("component A ", "/* */"),
    "hashes": ("component A [0.5, 0.5]", " #"),
    "fences": ("", "`"),
    "quoted lines": ("", "> "),
    "arrowheads": ("A", ">"),
    "dashes": ("A", "-"),
    "braces of JSON": ("", '{"a":'),
    "brackets of JSON": ("", "["),
    "carried JSON": ('//@ component {"of": ', "["),
    "separators": ("", ",;"),
    "cells with quotation marks": ("name,stage\n", '"",'),
    "accents": ("component ", "\u0301"),
    "Mermaid": ("wardley-beta\n", "A "),
    "a name in Mermaid": ('wardley-beta\ncomponent "', "a\\"),
    "entities in Mermaid": ('wardley-beta\ntitle "', "#quot;"),
    "front matter": ("---\n", "- "),
    "wtg2": ("stages: A, B, C, D\nanchor ", "A : "),
    "wtg": ("stage1: A\nB: ", "|.x"),
    "tranquil": ("A (1, 2) ", "[Group] "),
}


@pytest.mark.parametrize("kind", _BITS)
def test_one_line_of_any_length_is_read_before_long(kind: str) -> None:
    """What grew with the square of so long a line would take so many minutes that the run stops it."""
    beginning, bit = _BITS[kind]
    opened(beginning + bit * (_MOST // len(bit)))
