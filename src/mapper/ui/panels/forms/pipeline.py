"""What can be said of a pipeline."""

from __future__ import annotations

from mapper.ui.panels.forms.field import Field, Kind

FIELDS = (
    Field("Title", "title"),
    Field("Starts at", "start", Kind.MAYBE_FRACTION, undecided="With its first member"),
    Field("Ends at", "end", Kind.MAYBE_FRACTION, undecided="With its last member"),
    Field("Description", "description", Kind.TEXT),
)
