"""What lines say of the map as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from mapper.files.owm.grammar.settings import ARROW
from mapper.files.owm.statement import Part, Role, Value, numbers, words
from mapper.model import BLANK, Document, MapStyle, Position, Stages

Facts = Mapping[Part, Value]
Settings = Mapping[Role, Facts]


def with_settings(document: Document, now: Settings, before: Settings) -> Document:
    """The document with what lines say of it; what they said before and still say is left alone.

    What they no longer speak of is as in a new map.
    """
    changed = {role: facts for role, facts in now.items() if before.get(role) != facts}
    changed.update({role: _UNSAID[role] for role in before if role not in now})
    if not changed:
        return document
    changes: dict[str, object] = {}
    look: dict[str, object] = {}
    for role, facts in changed.items():
        (look if role in _OF_LOOK else changes).update(_fields(role, facts, document))
    if look:
        changes["look"] = document.look.but(**look)
    return document.model_copy(update=changes)


def _fields(role: Role, said: Facts, document: Document) -> dict[str, object]:
    """What one line says, by field. A line without facts hides something; one that is gone has them empty."""
    text = words(said, Part.TEXT)
    place = numbers(said, Part.PLACE)
    match role:
        case Role.TITLE:
            return {"title": text}
        case Role.EVOLUTION:
            return {"stages": document.stages.but(names=tuple(text.split(ARROW)))}
        case Role.ANNOTATIONS_AT:
            return {"annotations_at": Position(visibility=place[0], evolution=place[1]) if place else None}
        case Role.STYLE:
            return {"style": MapStyle(text) if text else None}
        case Role.SIZE:
            return {"width": int(place[0]) or None, "height": int(place[1]) or None}
        case Role.Y_AXIS:
            return dict(zip(("value_chain", "bottom", "top"), text.split(ARROW), strict=True))
        case Role.HIDE_EVOLUTION:
            return {"hides_evolution": not said}
        case _:
            return {"hides_value_chain": not said}


_UNSAID: Settings = {
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
