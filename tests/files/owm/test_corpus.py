"""Maps that others made."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from mapper.files import owm
from mapper.files.content import Content, encoded
from mapper.model import broken_references

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "maps"
FILES = sorted(CORPUS.glob("*/*.owm"))
needs_corpus = pytest.mark.skipif(not FILES, reason="no folder `shared` with maps of others beside the project")

_STATEMENT = re.compile(r"\s*(component|anchor|market|ecosystem|submap|note|annotation)\s")
_NEVER_A_LINK = re.compile(
    r"\s*(?:evolution|anchor|evolve|component|style|title|annotations?|pipeline|note|submap|url|size|y-axis"
    r"|(?:de)?accelerator|pioneers|settlers|townplanners|market|ecosystem)\s"
)


def independent_count(text: str) -> Counter[str]:
    """What an eye that knows nothing of our grammar counts, line by line."""
    found: Counter[str] = Counter()
    for line in re.sub(r"(?<!:)//.*|/\*[\s\S]*?\*/", "", text).splitlines():
        statement = _STATEMENT.match(line)
        if statement:
            word = statement[1]
            found["components" if word in {"component", "market", "ecosystem", "submap"} else f"{word}s"] += 1
        elif re.search(r"->|\+<?>|\+<|\+'", line) and not _NEVER_A_LINK.match(line):
            found["links"] += len(re.findall(r"->|\+<?>|\+<|\+'.*?'<?>?", line))
    return found


@needs_corpus
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_map_of_others_opens_and_keeps_its_bytes(path: Path) -> None:
    content = Content(path.read_bytes(), path.name)
    reading = owm.read(content.text, encoding=content.encoding)
    document = reading.document
    assert document.source is not None
    assert encoded(owm.write(document), document.source.encoding) == content.data
    assert list(broken_references(document)) == []
    assert owm.read(owm.write(document)).document == document.model_copy(update={"source": document.source})
    assert owm.read(content.text, document).document == document


@needs_corpus
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_all_that_stands_on_a_map_of_others_is_there(path: Path) -> None:
    text = Content(path.read_bytes(), path.name).text
    reading = owm.read(text)
    document, loose = reading.document, sum("written with ->" in problem.reason for problem in reading.problems)
    anchors = sum(component.is_anchor for component in document.components.values())
    found = {
        "components": len(document.components) - anchors,
        "anchors": anchors,
        "links": len(document.links) + reading.unresolved_links - loose,
        "notes": len(document.notes),
        "annotations": len(document.annotations),
    }
    assert Counter(found) == independent_count(text)
