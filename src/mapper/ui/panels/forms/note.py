"""What can be said of a note."""

from __future__ import annotations

from mapper.ui.panels.forms.field import LOCKED, Field, Kind

FIELDS = (
    Field("Text", "text", Kind.TEXT),
    Field("Evolution", "evolution", Kind.FRACTION),
    Field("Visibility", "visibility", Kind.FRACTION),
    Field("Points at", "component", Kind.COMPONENT, undecided="Nothing"),
    LOCKED,
)
