"""What can be said of a link, and of the interface where it crosses from one contract to another."""

from __future__ import annotations

from mapper.model import Flow
from mapper.ui.panels.forms.field import Field, Kind

LINK = (
    Field("Label", "label"),
    Field("Flows", "flow", Kind.CHOICE, choices=Flow, undecided="Nothing in particular"),
    Field("What flows", "value", hint="Its name or how much of it"),
)

INTERFACE = (
    Field("What passes", "what", Kind.TEXT),
    Field("Standard", "standard", Kind.TEXT, hint="The open standard or the specification that both sides keep to"),
    Field("Owner", "owner", hint="Who answers for it"),
    Field("Service level", "service_level", Kind.TEXT),
    Field("Data class", "data_classification", hint="How sensitive what passes is"),
)
