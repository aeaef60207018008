"""A line in pieces, for whoever colours it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.files.owm import tokens, within_after


def pieces(line: str) -> list[tuple[str, str]]:
    return [(token.kind, line[token.start : token.start + token.length]) for token in tokens(line)]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "component Tea [0.5, 0.6] label [1, 2] (buy) // hm",
            [
                ("keyword", "component"),
                ("name", "Tea"),
                ("number", "[0.5, 0.6]"),
                ("label", "label [1, 2]"),
                ("decorator", "(buy)"),
                ("comment", "// hm"),
            ],
        ),
        ("A->B; uses", [("name", "A"), ("operator", "->"), ("name", "B"), ("label", "; uses")]),
        ("//@ map {}", [("carried", "//@ map {}")]),
        ("what is this", [("unknown", "what is this")]),
        ("pipeline K {", [("keyword", "pipeline"), ("name", "K"), ("operator", "{")]),
        (
            "evolve A->B 0.5",
            [("keyword", "evolve"), ("name", "A"), ("operator", "->"), ("name", "B"), ("number", "0.5")],
        ),
    ],
)
def test_every_piece_is_named(line: str, expected: list[tuple[str, str]]) -> None:
    assert pieces(line) == expected


@given(st.text(st.sampled_from("component anchor->[]0.5,\"'(){}/*#; \n"), max_size=40) | st.text(max_size=40))
def test_pieces_lie_within_the_line_and_apart(line: str) -> None:
    end = 0
    for token in tokens(line):
        assert token.start >= end
        assert token.length > 0
        end = token.start + token.length
    assert end <= len(line)


def test_what_a_line_begins_within_goes_by_the_lines_before() -> None:
    lines = ["A->B /* why", "pipeline C", "{", "*/ pipeline C", "{ // {", "component D [0.3]", "}", "url x [a/*b]", "A"]
    inside = in_comment = False
    begun = []
    for line in lines:
        begun.append((inside, in_comment))
        inside, in_comment = within_after(line, inside=inside, in_comment=in_comment)
    within = [(False, True)] * 3
    assert begun == [(False, False), *within, (False, False), *[(True, False)] * 2, *[(False, False)] * 2]
