"""Maps counted line by line, by rules of their own that are as plain as they can be: what a reader is held against."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

_BOTH = "title size evolution anchor component evolve pipeline note annotations annotation accelerator deaccelerator"
_OWM_ALONE = "market ecosystem submap pioneers settlers townplanners style valuechain y-axis url build buy outsource"
_OWM_KEYWORDS = frozenset(f"{_BOTH} {_OWM_ALONE}".split())
_MERMAID_KEYWORDS = frozenset(f"{_BOTH} wardley-beta accTitle accDescr".split())
_OWM_ARROW = re.compile(r"->|\+'[^']*'(?:<>|>|<)|\+(?:<>|>|<)|-[a-zA-Z]+>|(?<=\w)>(?=\w)")
_MERMAID_ARROW = re.compile(r"\s(?:-->|-\.->|->|>|\+'[^']*'(?:<>|>|<)|\+(?:<>|>|<))\s|->")
_MARK = re.compile(r"\((?:build|buy|outsource|market|ecosystem|inertia)\)")


@dataclass
class LineCounts:
    """How much a text has of everything. Ends of links and what evolves are settled once all names are known."""

    components: int = 0
    members: int = 0
    anchors: int = 0
    notes: int = 0
    annotations: int = 0
    names: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    evolving: list[str] = field(default_factory=list)
    owners: list[str] = field(default_factory=list)

    def as_told(self) -> dict[str, int]:
        """The numbers under the names that `mapper info` tells them by."""
        known = {_folded(name) for name in self.names}
        resolved = sum(
            {_folded(source), _folded(target)} <= known and _folded(source) != _folded(target)
            for source, target in self.links
        )
        return {
            "components": self.components,
            "anchors": self.anchors,
            "links": resolved,
            "unresolved_links": len(self.links) - resolved,
            "pipelines": sum(_folded(name) in known for name in self.owners),
            "pipeline_members": self.members,
            "evolves": len({_folded(name) for name in self.evolving} & known),
            "notes": self.notes,
            "annotations": self.annotations,
        }


def count_owm(text: str) -> LineCounts:
    """OnlineWardleyMaps: one statement a line, `//` begins a comment, members stand between braces."""
    return _counted(_stripped(text, re.compile(r"(?<!:)//.*")), _OWM_KEYWORDS, _OWM_ARROW)


def count_mermaid(text: str) -> LineCounts:
    """Mermaid: the same but for its comments; a brace opens at the end of the line of its pipeline."""
    return _counted(_stripped(text, re.compile(r"%%.*|\s#\s.*")), _MERMAID_KEYWORDS, _MERMAID_ARROW)


def _stripped(text: str, comment: re.Pattern[str]) -> Iterator[str]:
    for line in text.splitlines():
        if stripped := comment.sub("", line).strip():
            yield stripped


def _counted(lines: Iterable[str], keywords: Collection[str], arrow: re.Pattern[str]) -> LineCounts:
    counts = LineCounts()
    inside = False
    for line in lines:
        word, _, rest = line.partition(" ")
        if word in keywords:
            inside = line.endswith("{") if word == "pipeline" else inside
            _count(counts, word, rest, inside=inside)
        elif line in {"{", "}"}:
            inside = line == "{"
        else:
            _count_links(counts, line, arrow)
    return counts


def _count(counts: LineCounts, word: str, rest: str, *, inside: bool) -> None:
    match word:
        case "component" | "market" | "ecosystem" | "submap" | "anchor":
            counts.anchors += word == "anchor"
            counts.members += inside
            counts.components += word != "anchor" and not inside
            counts.names.append(_name(rest))
            if inline := re.search(r"\] evolve [\d.]", rest):
                counts.evolving.append(_name(rest[: inline.end()]))
        case "evolve":
            counts.evolving.append(_name(re.split(r"->|\s[\d.]+(?:\s|$)|\slabel\b", rest)[0]))
        case "pipeline":
            counts.owners.append(_name(rest.rstrip("{")))
        case "note":
            counts.notes += 1
        case "annotation":
            counts.annotations += 1


def _count_links(counts: LineCounts, line: str, arrow: re.Pattern[str]) -> None:
    names = [_name(piece) for piece in arrow.split(line.split(";")[0])]
    counts.links.extend(pairwise(names))


def _name(text: str) -> str:
    """What stands before a place and before marks, without its quotation marks."""
    name = _MARK.split(text.split("[")[0])[0].strip()
    return name[1:-1] if len(name) > 1 and name[0] == name[-1] == '"' else name


def _folded(name: str) -> str:
    """Names are the same but for case, blanks and line breaks, which some maps spell with two backslashes."""
    return " ".join(re.sub(r"\\+n", " ", name).lower().split())


COUNTERS: dict[str, Callable[[str], LineCounts]] = {"owm": count_owm, "mermaid": count_mermaid}
