"""What lines say of the map as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from mapper.files.owm.grammar.settings import ARROW
from mapper.files.owm.statement import Part, Role, Value, numbers, words
from mapper.files.owm.words import STYLES
from mapper.model import BLANK, Document, MapStyle, Position, Stages

Facts = Mapping[Part, Value]
Settings = Mapping[Role, Facts]


def with_settings(document: Document, now: Settings, before: Settings) -> Document:
    """The document with what lines say of it; what they said before and still say is left alone.

    What they no longer speak of is as in a new map.
    """
    changed = {role: facts for role, facts in now.items() if before.get(role) != facts}
    changed.update({role: UNSAID[role] for role in before if role not in now})
    if not changed:
        return document
    changes: dict[str, object] = {}
    look: dict[str, object] = {}
    for role, facts in changed.items():
        (look if role in _OF_LOOK else changes).update(_fields(role, facts, document))
    if look:
        changes["look"] = document.look.but(**look)
    return document.model_copy(update=changes)


def map_facts(document: Document) -> dict[Role, Facts]:
    """What the lines about a map should say, of all that need be said."""
    look, at = document.look, document.annotations_at
    facts: dict[Role, Facts] = {}
    if document.title != BLANK.title and document.title.strip():
        facts[Role.TITLE] = {Part.TEXT: document.title}
    if look.style is not None and look.style in STYLES:
        facts[Role.STYLE] = {Part.TEXT: look.style.value}
    if look.width or look.height:
        facts[Role.SIZE] = {Part.PLACE: (float(look.width or 0), float(look.height or 0))}
    if document.stages.names != Stages().names:
        facts[Role.EVOLUTION] = {Part.TEXT: ARROW.join(document.stages.names)}
    if at is not None:
        facts[Role.ANNOTATIONS_AT] = {Part.PLACE: (at.visibility, at.evolution)}
    if look.hides_evolution:
        facts[Role.HIDE_EVOLUTION] = {}
    if look.hides_value_chain:
        facts[Role.HIDE_VALUE_CHAIN] = {}
    if look.value_chain or look.bottom or look.top:
        facts[Role.Y_AXIS] = {Part.TEXT: ARROW.join((look.value_chain, look.bottom, look.top))}
    return facts


def _fields(role: Role, said: Facts, document: Document) -> dict[str, object]:
    """What one line says, by field. A line without facts hides something; one that is gone has them empty."""
    text, place = words(said, Part.TEXT), numbers(said, Part.PLACE)
    fields: dict[str, object]
    match role:
        case Role.TITLE:
            fields = {"title": text}
        case Role.EVOLUTION:
            fields = {"stages": document.stages.but(names=tuple(text.split(ARROW)))}
        case Role.ANNOTATIONS_AT:
            fields = {"annotations_at": Position(visibility=place[0], evolution=place[1]) if place else None}
        case Role.STYLE:
            fields = {"style": MapStyle(text) if text else None}
        case Role.SIZE:
            fields = {"width": int(place[0]) or None, "height": int(place[1]) or None}
        case Role.Y_AXIS:
            fields = dict(zip(("value_chain", "bottom", "top"), text.split(ARROW), strict=True))
        case Role.HIDE_EVOLUTION:
            fields = {"hides_evolution": not said}
        case _:
            fields = {"hides_value_chain": not said}
    return fields


UNSAID: Settings = {
    Role.TITLE: {Part.TEXT: BLANK.title},
    Role.STYLE: {Part.TEXT: ""},
    Role.SIZE: {Part.PLACE: (0.0, 0.0)},
    Role.EVOLUTION: {Part.TEXT: ARROW.join(Stages().names)},
    Role.HIDE_EVOLUTION: {Part.TEXT: ""},
    Role.HIDE_VALUE_CHAIN: {Part.TEXT: ""},
    Role.Y_AXIS: {Part.TEXT: ARROW.join(("", "", ""))},
    Role.ANNOTATIONS_AT: {},
}
"""What a line would say that no longer is there."""
_OF_LOOK = frozenset((Role.STYLE, Role.SIZE, Role.HIDE_EVOLUTION, Role.HIDE_VALUE_CHAIN, Role.Y_AXIS))
