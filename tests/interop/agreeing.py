"""What another program makes of an export, compared with what we make of it."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from mapper.files.mermaid.fitting import fit
from mapper.files.owm import read
from mapper.model import BLANK, Document, clean_name

Found = Mapping[str, Any]
_CARRIED = "//@"


def read_otherwise(text: str, document: Document, found: Found) -> Iterator[str]:
    """What OnlineWardleyMaps reads in a text of ours and we do not, or the other way round, a sentence each."""
    if "failure" in found:
        yield f"it fails: {found['failure']}"
        return
    plain = "".join(line for line in text.splitlines(keepends=True) if not line.lstrip().startswith(_CARRIED))
    ours = read(plain).document
    if len(ours.components) != len(document.components):
        yield f"{len(document.components)} components became {len(ours.components)} for ourselves"
    components = ours.components.values()
    owners = {id: ours.components[one.component].name for id, one in ours.pipelines.items()}
    yield from _differ(
        "components",
        [(one.name, one.visibility, one.evolution, one.is_anchor) for one in components if one.pipeline is None],
        [(one["name"], *one["at"], one["isAnchor"]) for one in found["nodes"]],
    )
    yield from _differ(
        "members",
        [(one.name, one.evolution, owners[one.pipeline]) for one in components if one.pipeline is not None],
        [(one["name"], one["evolution"], one["pipeline"]) for one in found["members"]],
    )
    names = {id: one.name for id, one in ours.components.items()}
    known = _Known(names.values())
    theirs = {(known.find(a), known.find(b)) for a, b in found["links"]}
    yield from _differ(
        "links",
        {(_comparable(names[link.source]), _comparable(names[link.target])) for link in ours.links.values()},
        {(a, b) for a, b in theirs if a is not None and b is not None and a != b},
    )
    yield from _differ(
        "notes",
        [(one.text, one.visibility, one.evolution) for one in ours.notes.values()],
        [(one["text"], *one["at"]) for one in found["notes"]],
    )
    if ours.title != BLANK.title:
        yield from _differ("title", [ours.title], [found["title"]])


class _Known:
    """Names as OnlineWardleyMaps matches them: exactly, else with case and blanks folded."""

    def __init__(self, names: Any) -> None:
        self._names = {_comparable(name) for name in names}
        self._folded = {name.lower(): name for name in map(_comparable, reversed(list(names)))}

    def find(self, name: str) -> str | None:
        plain = _comparable(name)
        return plain if plain in self._names else self._folded.get(plain.lower())


def drawn_otherwise(document: Document, found: Found) -> Iterator[str]:
    """What Mermaid does not draw of a diagram of ours, a sentence each."""
    if "failure" in found:
        yield f"it fails: {found['failure']}"
        return
    if found["type"] != "wardley":
        yield f"it draws something else: {found['type']}"
        return
    fitting = fit(document)
    inside = {(one.id, pipeline.component) for pipeline, members in fitting.pipelines for one in members}
    links = [link for link in document.links.values() if (link.source, link.target) not in inside]
    yield from _differ("title", [clean_name(document.title)], [found["title"]])
    yield from _differ("names", list(fitting.names.values()), found["names"])
    yield from _differ("stages", [clean_name(name) for name in document.stages.names], found["stages"])
    yield from _differ("links", [len(links)], [found["links"]])
    shown = [clean_name(link.value) or clean_name(link.label) for link in links]
    yield from _differ("texts of links", filter(None, shown), found["linkTexts"])
    texts = [f"{one.number}. {one.text}" for one in document.annotations.values() if one.positions and one.text]
    yield from _differ("texts of annotations", texts, found["annotationTexts"])
    yield from _differ(
        "evolved", [sum(one.evolve is not None for one in document.components.values())], [found["evolved"]]
    )
    yield from _differ("notes", [note.text for note in document.notes.values()], found["notes"])
    circles = [str(one.number) for one in document.annotations.values() for _ in one.positions]
    yield from _differ("annotations", circles, found["annotations"])
    names = [clean_name(one.name) for one in document.accelerators.values()]
    yield from _differ("accelerators", names, found["accelerators"])


def _differ(what: str, ours: Any, theirs: Any) -> Iterator[str]:
    mine, other = Counter(map(_comparable, ours)), Counter(map(_comparable, theirs))
    if mine != other:
        yield f"{what}: only ours {sorted(map(str, mine - other))[:4]}, only theirs {sorted(map(str, other - mine))[:4]}"


def _comparable(value: Any) -> Any:
    """Numbers to the sixth decimal, at which no one could tell them apart; texts without what no one can see."""
    if isinstance(value, tuple | list):
        return tuple(map(_comparable, value))
    if isinstance(value, str):
        visible = (" " if letter == "\\" else letter for letter in value if unicodedata.category(letter) != "Cf")
        return " ".join("".join(visible).split())
    return round(float(value), 6) if isinstance(value, int | float) and not isinstance(value, bool) else value
