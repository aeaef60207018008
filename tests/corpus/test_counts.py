"""Every map that others made opens, and holds as much of everything as its lines say."""

from __future__ import annotations

import pytest
from line_counts import COUNTERS
from made_by_others import CORPUS, INDEX, needs_corpus, short

from mapper.files.counts import counts
from mapper.files.opening import open_map

pytestmark = needs_corpus

_FORMATS = {"owm": "OnlineWardleyMaps text", "mermaid": "Mermaid"}

_COUNTS_KEYWORD = (
    "the index counts lines that begin with component; markets, ecosystems and submaps are components, too"
)
_COUNTS_ARROW = "the index counts lines with ->; these links are written in the other ways that the language has"
_EXCEPTIONS = {
    "wardley_maps__prompt_engineering_wardley_map.owm": ({"components": 3}, _COUNTS_KEYWORD),
    "frontend__src____tests____GoldenMasterMapText.owm": ({"components": 1}, _COUNTS_KEYWORD),
    "frontend__src____tests____integration__DecoratorMultilineIntegration.test_L119.owm": (
        {"components": 2},
        _COUNTS_KEYWORD,
    ),
    "native__Tests__WardleyParserTests__RealWorldMapTests.swift_L144.owm": ({"components": 1}, _COUNTS_KEYWORD),
    "examples__fidelity-corpus_L64.owm": ({"components": 1}, _COUNTS_KEYWORD),
    "examples__fidelity-corpus_L184.owm": ({"components": 1}, _COUNTS_KEYWORD),
    "README_L107.owm": ({"links": 5}, _COUNTS_ARROW),
    "parser__owm__parser_test.go_L32.owm": ({"links": 5}, _COUNTS_ARROW),
    "cypress__integration__rendering__wardley__wardley.spec_L98.mmd": ({"links": 1}, _COUNTS_ARROW),
    "docs__syntax__wardley_L299.mmd": ({"links": 1}, _COUNTS_ARROW),
}
"""How much more a file has than the index says, and why."""


@pytest.mark.parametrize("name", INDEX, ids=short)
def test_a_map_opens_with_as_much_of_everything_as_its_lines_say(name: str) -> None:
    kind = INDEX[name]["kind"]
    opened = open_map(CORPUS / name)
    assert opened.format == _FORMATS[kind]
    expected = COUNTERS[kind]((CORPUS / name).read_text(encoding="utf-8")).as_told()
    read = counts(opened.document, opened.unresolved_links)
    assert {what: read[what] for what in expected} == expected


def test_the_count_of_lines_agrees_with_the_index_but_for_the_exceptions() -> None:
    more: dict[str, dict[str, int]] = {}
    for name, row in INDEX.items():
        told = COUNTERS[row["kind"]]((CORPUS / name).read_text(encoding="utf-8")).as_told()
        found = {
            "components": told["components"] + told["pipeline_members"],
            "anchors": told["anchors"],
            "links": told["links"] + told["unresolved_links"],
        }
        if wrong := {what: count - int(row[what]) for what, count in found.items() if count != int(row[what])}:
            more[short(name)] = wrong
    assert more == {name: wrong for name, (wrong, _) in _EXCEPTIONS.items()}
