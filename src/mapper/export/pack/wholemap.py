"""The map on a page of its own."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.pack.blocks import Block, FullPage, Heading
from mapper.export.pack.phrases import mix, name_of, title_of, title_of_contract
from mapper.export.pack.subject import Subject
from mapper.procurement.words import counted

_MOST_NAMED = 60


def whole_map(subject: Subject) -> Iterator[Block]:
    yield FullPage(subject.figures.whole(in_words(subject)), Heading("The map", level=1, anchor="map"))


def in_words(subject: Subject) -> str:
    """What the map shows, for those who cannot see it; the tables that follow hold the rest."""
    document = subject.document
    components = [c for c in document.components.values() if not c.is_anchor]
    users = [name_of(c) for c in document.components.values() if c.is_anchor]
    parts = [
        f"Wardley map of {title_of(document)}: {counted(len(components), 'component')} "
        f"and {counted(len(document.links), 'link')}."
    ]
    if users:
        parts.append(f"Users: {', '.join(users[:_MOST_NAMED])}.")
    for contract in subject.breakdown.contracts[:_MOST_NAMED]:
        parts.append(f"{title_of_contract(contract.contract)}: {mix(contract.stage_mix)}.")
    parts.append("The tables that follow hold all contracts, interfaces and components.")
    return " ".join(parts)
