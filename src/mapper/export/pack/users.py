"""Who the service is for, what they need, and how we know."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.pack.blocks import Block, Column, Heading, Paragraph, Row, Table
from mapper.export.pack.phrases import known, listed, name_of
from mapper.export.pack.subject import Subject
from mapper.model import Component, Document, Evidence, Need
from mapper.procurement.words import counted, day

_COLUMNS = (Column("Need", 32), Column("Met by", 22), Column("What user research found", 46))


def users(subject: Subject) -> Iterator[Block]:
    """A table of needs for each user."""
    document = subject.document
    found = [component for component in document.components.values() if component.is_anchor]
    yield Heading("Users and their needs", level=1, anchor="users")
    if not found:
        yield Paragraph("This map has no user yet. Add those whom the service is for, and what they need.")
    for user in found:
        yield Heading(name_of(user), level=2)
        if user.description:
            yield Paragraph(user.description, introduces=True)
        if user.needs:
            rows = tuple(_row(document, need) for need in user.needs)
            yield Table(_COLUMNS, rows, f"One row for each need of {name_of(user)}")
        else:
            yield Paragraph(_needs_by_links(document, user))


def _row(document: Document, need: Need) -> Row:
    met_by = [name_of(document.components[id]) for id in need.met_by]
    evidence = " ".join(_told(evidence) for evidence in need.evidence)
    return Row((known(need.need), ", ".join(met_by) or "Not said", evidence or "No evidence recorded"))


def _told(evidence: Evidence) -> str:
    people = counted(evidence.participants, "participant") if evidence.participants is not None else ""
    source = ", ".join(part for part in (evidence.method, people, day(evidence.on) if evidence.on else "") if part)
    found = known(evidence.found, "Nothing written down")
    return f"{found} ({source})" if source else found


def _needs_by_links(document: Document, user: Component) -> str:
    names = [name_of(document.components[link.target]) for link in document.links.values() if link.source == user.id]
    return (
        f"No needs are written down. On the map, linked to {listed(names)}." if names else "No needs are written down."
    )
