"""The words of the language, and what is meant where a line leaves something out."""

from __future__ import annotations

from mapper.model import MapStyle, Method, People

COMPONENT_WORDS = ("component", "anchor", "market", "ecosystem", "submap")
METHODS = {"build": Method.BUILD, "buy": Method.RENT, "outsource": Method.USE}
"""In the order in which OnlineWardleyMaps looks for them: where a line says two, the first counts."""
METHOD_WORDS = {method: word for word, method in METHODS.items()}
KIND_WORDS = ("market", "ecosystem")
MARK_WORDS = (*METHODS, *KIND_WORDS, "inertia")
PEOPLE = {
    "pioneers": People.PIONEERS,
    "settlers": People.SETTLERS,
    "townplanners": People.TOWN_PLANNERS,
}
PEOPLE_WORDS = {people: word for word, people in PEOPLE.items()}
_NOT_THEIRS = (MapStyle.HIGH_CONTRAST, MapStyle.PRINT)
STYLES = {**{style.value: style for style in MapStyle if style not in _NOT_THEIRS}, "color": MapStyle.COLOUR}
"""Other styles than these travel in a carried line."""

KEYWORDS = (
    *COMPONENT_WORDS,
    "evolve",
    "pipeline",
    "note",
    "annotation",
    "annotations",
    *PEOPLE,
    "accelerator",
    "deaccelerator",
    "title",
    "style",
    "size",
    "evolution",
    "valuechain",
    "y-axis",
    "url",
    *METHODS,
)
"""What a line can begin with."""

LINK_ENDS_AT = tuple(word for word in KEYWORDS if word not in {"market", "ecosystem", "y-axis"})
"""A line that begins so is never a link for OnlineWardleyMaps, whatever follows."""

PLACE = (0.9, 0.1)
"""Visibility and evolution of what has no position of its own."""
MEMBER_EVOLUTION = (0.2,)
EVOLVE_TO = (0.85,)
FAR_LABEL = 300.0
"""Labels further away than so many pixels are so because their author wanted them out of sight."""


def is_address(ref: str) -> bool:
    """Whether what stands in `url(…)` is an address itself, not the name of a line that has it."""
    return any(sign in ref for sign in ":/.")
