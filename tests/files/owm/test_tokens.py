"""A line in pieces, for whoever colours it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.files.owm import tokens


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
