"""What can be said of a person and of a supplier."""

from __future__ import annotations

from mapper.ui.panels.forms.field import Field, Kind

PERSON = (
    Field("Name", "name"),
    Field("Role", "role"),
    Field("Organisation", "organisation"),
    Field("Email", "email"),
    Field("Works for a supplier", "is_contractor", Kind.FLAG),
)

SUPPLIER = (
    Field("Name", "name"),
    Field("Register", "scheme", hint="The public register that lists it, such as GB-COH for Companies House"),
    Field("Number there", "identifier"),
    Field("Small or medium", "is_sme", Kind.YES_NO, hint="Whether it counts as a small or medium enterprise"),
    Field("Note", "note", Kind.TEXT),
)
