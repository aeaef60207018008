"""What can be said of an attitude: an area of the map and the kind of people who work best there."""

from __future__ import annotations

from mapper.model import People
from mapper.ui.panels.forms.field import LOCKED, Field, Kind

FIELDS = (
    Field("People", "people", Kind.CHOICE, choices=People, undecided=""),
    Field("Left at evolution", "evolution", Kind.FRACTION),
    Field("Top at visibility", "visibility", Kind.FRACTION),
    Field("Width", "width", Kind.FRACTION),
    Field("Height", "height", Kind.FRACTION),
    LOCKED,
)
