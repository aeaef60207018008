"""What can be said of an annotation."""

from __future__ import annotations

from mapper.ui.panels.forms.field import LOCKED, Field, Kind

FIELDS = (
    Field("Number", "number", Kind.WHOLE, low=1, high=999, undecided=""),
    Field("Text", "text", Kind.TEXT),
    LOCKED,
)
