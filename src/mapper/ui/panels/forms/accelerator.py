"""What can be said of an accelerator or a decelerator."""

from __future__ import annotations

from mapper.ui.panels.forms.field import LOCKED, Field, Kind

FIELDS = (
    Field("Name", "name"),
    Field("Slows evolution down", "slows", Kind.FLAG),
    Field("Evolution", "evolution", Kind.FRACTION),
    Field("Visibility", "visibility", Kind.FRACTION),
    LOCKED,
)
