"""The maps that are held against other programs: ours, those that others made, and odd ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from mapper.data import SAMPLES
from mapper.files.opening import open_map
from mapper.model import (
    About,
    Accelerator,
    Annotation,
    Component,
    Document,
    Evolve,
    Flow,
    Id,
    LabelOffset,
    Link,
    Note,
    Pipeline,
    Position,
    Stages,
)
from tests.strategies import documents

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
_ODD = 200
_TEXTS = (".owm", ".mmd")
TRAPS = (
    "100%% sure",
    "%%{init: {}}%%",
    "#35; #quot; #lt;b#gt; &amp; &#35;",
    "a#b;c",
    "style x: #fff; y",
    "classDef a: #b;",
    '<b x="1">bold</b>',
    "<b x=",
    "'single' \"double\"",
    "back\\slash\\",
    "\\n",
    "A -> B",
    "A +'x'> B; y",
    "+<>",
    "a@b/c",
    "wardley-beta",
    "component",
    "title",
    "note taker",
    "label printer",
    "size chart",
    "style guide",
    "url shortener",
    "evolve 0.5",
    "pipeline",
    "{",
    "}",
    "[0.5, 0.5]",
    "label [1, 2]",
    "(buy)",
    "(market)",
    "inertia",
    "// comment",
    "/* comment */",
    "http://example.org",
    "--- x",
    "---",
    "Windows 11",
    "R & D",
    "Café",
    "日本語",
    "🚒",
    "a;b",
    "a: b",
    "...",
    "Tea_Cup",
    "1",
    "0.5",
    "-1",
    "__proto__",
    "constructor",
    "toString",
    "${x}",
    "`x`",
    "\u2028",
    "a\u2028b",
    "\ufeffx",
    "\x85",
    "\u202eabc",
    "e\u0301",
    "x" * 480,
    "accTitle: x",
    "accDescr {",
    "graph TD",
    "%",
    "%%",
    "%%%",
    "%%%%%",
    "#",
    ";",
    "#;",
    "=",
)
"""Names that one language or another might take for something else."""

MEANT_OTHERWISE = {
    "frontend__src____tests____GoldenMasterMapText": "decorators without a position before them, which it takes for names",
    "frontend__src____tests____services__MapComponentDeleter.multiline.test_L78": "quotation marks after backslashes",
    "wardley_maps__prompt_engineering_wardley_map": "lines that begin with “market”, which it once read",
}
"""Maps of others in which we read more than OnlineWardleyMaps does today, and what that is."""


def maps() -> Iterator[tuple[str, Document]]:
    """Each with a name for it. The odd ones are the same every time.

    Maps of others are held as we write them anew; as they stand, too, where we found nothing in them to complain of.
    """
    for path in (*sorted(SAMPLES.glob("*.wardley")), *_corpus()):
        opened = open_map(path)
        if opened.document.source and not opened.problems and path.stem not in MEANT_OTHERWISE:
            yield f"{path.name} as it stands", opened.document
        yield path.name, opened.document.but(source=None)
    for text in TRAPS:
        yield f"trap {text!r}", _everywhere(text)
    for number, document in enumerate(_odd()):
        yield f"odd map {number}", document


def _everywhere(text: str) -> Document:
    """A map with this text wherever a text can stand."""
    at = {"evolution": 0.3, "visibility": 0.6}
    tea = Component(id=Id("tea"), name=text, evolve=Evolve(evolution=0.5, name=text), **at)
    cup = Component(id=Id("cup"), name=f"{text} cup", pipeline=Id("choices"), evolve=Evolve(evolution=0.7), **at)
    pot = Component(id=Id("pot"), name=text, pipeline=Id("choices"), label=LabelOffset(right=20.5, down=-3), **at)
    user = Component(id=Id("user"), name=f"user of {text}", kind="anchor", **at)
    return Document(
        title=text,
        about=About(summary=text),
        stages=Stages(names=(text, text, text, text)),
        components={one.id: one for one in (user, tea, cup, pot)},
        pipelines={Id("choices"): Pipeline(id=Id("choices"), component=tea.id, title=text)},
        links={
            Id("a"): Link(id=Id("a"), source=user.id, target=tea.id, label=text),
            Id("b"): Link(id=Id("b"), source=user.id, target=cup.id, value=text, flow=Flow.BOTH),
        },
        notes={Id("n"): Note(id=Id("n"), text=f"{text}\n{text}", **at)},
        annotations={Id("o"): Annotation(id=Id("o"), number=1, text=text, positions=(Position(**at), Position(**at)))},
        accelerators={Id("f"): Accelerator(id=Id("f"), name=text, **at)},
    )


def _corpus() -> Iterator[Path]:
    return iter(sorted(path for path in CORPUS.rglob("*") if path.suffix in _TEXTS))


def _odd() -> list[Document]:
    found: list[Document] = []

    @settings(max_examples=_ODD, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(documents(most_components=8))
    def gather(document: Document) -> None:
        found.append(document)

    gather()
    return found
