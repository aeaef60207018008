"""Diagrams that others have made, counted anew with plain patterns."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mapper.files.counts import counts
from mapper.files.opening import content_of, importer_of, open_map

CORPUS = Path(__file__).parents[4] / "shared" / "corpus"
FILES = sorted(CORPUS.rglob("*.mmd"))
needs_corpus = pytest.mark.skipif(not FILES, reason="no folder `shared` with maps of others beside the project")

_LINK = re.compile(r"^\s*(?!note\b).+?\s*(?:\+'[^']*'<?>?|\+<>|\+>|\+<|-->|->)\s*[^\s>]", re.MULTILINE)


def counted(text: str) -> dict[str, int]:
    """How many there are of everything, without reading any of it closely."""

    def lines(pattern: str) -> int:
        return len(re.findall(rf"^\s*{pattern}", text, re.MULTILINE))

    members = lines(r"component [^\[\n]*\[[^,\]\n]*\]")
    links = [line for line in text.splitlines() if not line.strip().startswith("evolution") and _LINK.match(line)]
    return {
        "components": lines("component .*") - members,
        "anchors": lines("anchor "),
        "links": len(links),
        "unresolved_links": 0,
        "pipelines": lines("pipeline "),
        "pipeline_members": members,
        "evolves": lines("evolve "),
        "notes": lines('note "'),
        "annotations": lines(r"annotation \d"),
        "accelerators": lines("(?:de)?accelerator "),
    }


@needs_corpus
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem[-40:])
def test_a_diagram_of_others_opens_with_all_that_is_in_it(path: Path) -> None:
    opened = open_map(path)
    assert opened.format == "Mermaid"
    found = {**counts(opened.document), "unresolved_links": opened.unresolved_links}
    expected = counted(path.read_text("utf-8"))
    assert {name: found[name] for name in expected} == expected


@needs_corpus
def test_no_map_of_another_language_is_taken_for_mermaid_or_a_dialect() -> None:
    taken = {importer_of(content_of(path)).id for path in CORPUS.rglob("*.owm")}
    assert taken == {"owm", "markdown"}
