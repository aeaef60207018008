"""What could be meant by a word that has only begun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mapper.files import owm
from mapper.model import Component, Document, MapStyle

LEAST = 2
"""So many letters bring offers up by themselves."""
MOST = 50
STEP_DOWN = 0.1
DECORATED = ("component ", "submap ", "market ", "ecosystem ")
DECORATORS = ("build", "buy", "outsource", "market", "ecosystem", "inertia")
NAMED_AFTER = ("evolve ", "pipeline ")
SNIPPETS = {
    "component": "component «Name» [{visibility:.2f}, {evolution:.2f}]",
    "anchor": "anchor «Name» [0.95, {evolution:.2f}]",
    "submap": "submap «Name» [{visibility:.2f}, {evolution:.2f}]",
    "market": "market «Name» [{visibility:.2f}, {evolution:.2f}]",
    "ecosystem": "ecosystem «Name» [{visibility:.2f}, {evolution:.2f}]",
    "note": "note «Text» [{visibility:.2f}, {evolution:.2f}]",
    "annotation": "annotation {number} [{visibility:.2f}, {evolution:.2f}] «Text»",
    "annotations": "annotations [0.20, 0.02]",
    "accelerator": "accelerator «Name» [{visibility:.2f}, {evolution:.2f}]",
    "deaccelerator": "deaccelerator «Name» [{visibility:.2f}, {evolution:.2f}]",
    "pioneers": "pioneers [0.90, 0.05, 0.60, 0.30]",
    "settlers": "settlers [0.90, 0.35, 0.60, 0.60]",
    "townplanners": "townplanners [0.90, 0.65, 0.60, 0.95]",
    "size": "size [1100, 800]",
    "evolution": "evolution «Genesis» -> Custom Built -> Product -> Commodity",
}
"""Whole lines for keywords; what stands in «» is selected, to be typed over. All others are followed by a blank."""
_ARROW = re.compile(r"->|\+<>|\+[<>]|\+'[^']*'(?:<>|[<>])")


@dataclass(frozen=True, slots=True)
class Offer:
    """`title` is shown; `text` goes in place of the last `length` characters before the caret.

    Then `chosen` characters of it from `at` on are selected; with none, the caret goes to its end.
    """

    title: str
    text: str
    length: int
    at: int = 0
    chosen: int = 0


def offers(before: str, document: Document, beside: Component | None = None) -> list[Offer]:
    """What could be meant by what stands before the caret, the likeliest first.

    What begins with the same letters goes before what only has a word that does. New things are put below `beside`.
    """
    if "//" in before:
        return []
    word, choices = _choices(before.lstrip(), document)
    begun = word.casefold()
    first = [each for each in choices if each.casefold().startswith(begun)]
    later = [each for each in choices if f" {begun}" in each.casefold() and each not in first] if begun else []
    is_start = before.lstrip() == word
    return [
        _snippet(each, len(word), document, beside)
        if is_start and each in owm.KEYWORDS
        else Offer(each, each, len(word))
        for each in (first + later)[:MOST]
    ]


def _choices(start: str, document: Document) -> tuple[str, Sequence[str]]:
    """The word that has begun in a line, and what it could become."""
    names = list(dict.fromkeys(component.name for component in document.components.values()))
    if start.startswith("style "):
        return start.removeprefix("style "), [style.value for style in MapStyle]
    if start.startswith(DECORATED) and (opened := re.search(r"\([^()]*?(\w*)$", start)):
        return opened[1], DECORATORS
    if start.startswith(NAMED_AFTER):
        rest = start.partition(" ")[2]
        return rest.lstrip(), [] if "->" in rest or "[" in rest else names
    arrows = list(_ARROW.finditer(start))
    if arrows:
        rest = start[arrows[-1].end() :]
        return rest.lstrip(), [] if ";" in rest else names
    is_stated = any(start.startswith(f"{keyword} ") for keyword in owm.KEYWORDS)
    return start, [] if is_stated else [*sorted(owm.KEYWORDS), *names]


def _snippet(keyword: str, length: int, document: Document, beside: Component | None) -> Offer:
    evolution, visibility = (beside.evolution, beside.visibility) if beside is not None else (0.5, 0.6)
    number = max((each.number for each in document.annotations.values()), default=0) + 1
    pattern = SNIPPETS.get(keyword, f"{keyword} ")
    text = pattern.format(evolution=evolution, visibility=max(0.02, visibility - STEP_DOWN), number=number)
    head, _, rest = text.partition("«")
    chosen, _, tail = rest.partition("»")
    return Offer(keyword, head + chosen + tail, length, len(head) if chosen else 0, len(chosen))
