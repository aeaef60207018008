"""What lines say of the map as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from mapper.files.owm.binding import Bound
from mapper.files.owm.grammar.settings import ARROW
from mapper.files.owm.statement import Part, Role, numbers, words
from mapper.model import Document, MapStyle, Position


def with_settings(document: Document, settings: Mapping[Role, Bound]) -> Document:
    """The document with what these lines say of it."""
    said = {role: bound.statement.facts for role, bound in settings.items()}
    changes: dict[str, object] = {}
    if Role.TITLE in said:
        changes["title"] = words(said[Role.TITLE], Part.TEXT)
    if Role.EVOLUTION in said:
        changes["stages"] = document.stages.but(names=tuple(words(said[Role.EVOLUTION], Part.TEXT).split(ARROW)))
    if Role.ANNOTATIONS_AT in said:
        visibility, evolution = numbers(said[Role.ANNOTATIONS_AT], Part.PLACE)
        changes["annotations_at"] = Position(evolution=evolution, visibility=visibility)
    look: dict[str, object] = {}
    if Role.STYLE in said:
        look["style"] = MapStyle(words(said[Role.STYLE], Part.TEXT))
    if Role.SIZE in said:
        width, height = numbers(said[Role.SIZE], Part.PLACE)
        look.update(width=int(width) or None, height=int(height) or None)
    if Role.HIDE_EVOLUTION in said:
        look["hides_evolution"] = True
    if Role.HIDE_VALUE_CHAIN in said:
        look["hides_value_chain"] = True
    if Role.Y_AXIS in said:
        look["value_chain"], look["bottom"], look["top"] = words(said[Role.Y_AXIS], Part.TEXT).split(ARROW)
    if look:
        changes["look"] = document.look.but(**look)
    return document.model_copy(update=changes) if changes else document
