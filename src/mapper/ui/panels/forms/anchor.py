"""What can be said of an anchor: who the users are, what they need, and how we know."""

from __future__ import annotations

from mapper.model import Component, Evidence, Need, new_id
from mapper.model.values import Frozen
from mapper.procurement.words import counted
from mapper.ui.panels.forms.field import LOCKED, Field, Kind


def _evidence_summary(record: Frozen) -> tuple[str, str]:
    assert isinstance(record, Evidence)
    people = "" if record.participants is None else counted(record.participants, "participant")
    return record.found, " · ".join(part for part in (record.method, people) if part)


def _need_summary(record: Frozen) -> tuple[str, str]:
    assert isinstance(record, Need)
    met = f"met by {counted(len(record.met_by), 'component')}" if record.met_by else "met by nothing yet"
    return record.need, f"{met} · {counted(len(record.evidence), 'finding')}"


def _is_no_anchor(component: Component) -> bool:
    return not component.is_anchor


EVIDENCE = (
    Field("What was found", "found", Kind.TEXT),
    Field("How", "method", Kind.TEXT, hint="Interviews, a survey, a test of a prototype…"),
    Field("Participants", "participants", Kind.WHOLE, high=1_000_000),
    Field("On", "on", Kind.DATE),
)

NEED = (
    Field("Need", "need", Kind.TEXT),
    Field("Met by", "met_by", Kind.COMPONENTS, fits=_is_no_anchor),
    Field(
        "Evidence",
        "evidence",
        Kind.ROWS,
        row=lambda: Evidence(found=""),
        fields=EVIDENCE,
        summary=_evidence_summary,
    ),
)

BASICS = (
    Field("Name", "name"),
    Field("Evolution", "evolution", Kind.FRACTION),
    Field("Visibility", "visibility", Kind.FRACTION),
    Field("Description", "description", Kind.TEXT),
    LOCKED,
)

NEEDS = (
    Field(
        "What they need",
        "needs",
        Kind.ROWS,
        row=lambda: Need(id=new_id(), need=""),
        fields=NEED,
        summary=_need_summary,
    ),
)
