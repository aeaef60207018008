"""Every component, A to Z: the map as a table, for those who cannot see it."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.pack.blocks import Block, Column, Heading, NewPage, Paragraph, Row, Side, Table, Turn
from mapper.export.pack.contract import inertia
from mapper.export.pack.phrases import homes, method_word, name_of, sentence, stage_of
from mapper.export.pack.subject import Subject
from mapper.model import KIND, Component, Document
from mapper.procurement.words import counted, day, word

_COLUMNS = (
    Column("Component", 16),
    Column("Stage", 10),
    Column("Evolution", 7.5, Side.RIGHT),
    Column("Visibility", 7.5, Side.RIGHT),
    Column("Method", 9),
    Column("Contract", 17),
    Column("Needs", 20),
    Column("Description", 36),
)


def register(subject: Subject) -> Iterator[Block]:
    """The component register, users and pipeline choices included."""
    document = subject.document
    components = sorted(document.components.values(), key=lambda c: (name_of(c).casefold(), c.id))
    yield NewPage(Turn.LANDSCAPE)
    yield Heading("Component register, A to Z", level=1, anchor="register")
    if not components:
        yield Paragraph("The map has no components yet.")
        return
    yield Paragraph(
        f"{counted(len(components), 'entry', 'entries')}. Evolution and visibility run from 0 to 1: "
        "0 is genesis and invisible, 1 is commodity and visible to users."
    )
    needs = _needs(document)
    rows = tuple(_row(subject, component, needs.get(component.id, [])) for component in components)
    yield Table(_COLUMNS, rows, "One row for each component, in alphabetical order")


def _needs(document: Document) -> dict[str, list[str]]:
    needs: dict[str, list[str]] = {}
    for link in document.links.values():
        needs.setdefault(link.source, []).append(name_of(document.components[link.target]))
    return needs


def _row(subject: Subject, component: Component, needs: list[str]) -> Row:
    document = subject.document
    return Row(
        (
            name_of(component),
            stage_of(document, component) if not component.is_anchor else "User",
            f"{component.evolution:.2f}",
            f"{component.visibility:.2f}",
            method_word(document, component) if not component.is_anchor else "–",
            homes(subject, component),
            ", ".join(needs) or "Nothing",
            described(document, component),
        )
    )


def described(document: Document, component: Component) -> str:
    """All that is written down about a component."""
    kind = KIND[component.kind]
    parts = [sentence(component.description)] if component.description.strip() else []
    if not component.is_anchor and kind.id != "component":
        parts.append(f"{kind.title}.")
    if component.pipeline is not None:
        owner = document.components[document.pipelines[component.pipeline].component]
        parts.append(f"A choice of {name_of(owner)}.")
    if component.legacy:
        parts.append("A legacy component.")
    if component.method_reason:
        parts.append(f"Why this method: {sentence(component.method_reason)}")
    if component.evolve is not None:
        when = f" by {day(component.evolve.by)}" if component.evolve.by else ""
        name = f" as {component.evolve.name}" if component.evolve.name else ""
        stage = word(document.stages.stage(component.evolve.evolution)).lower()
        method = f", then {word(component.evolve.method).lower()}" if component.evolve.method else ""
        parts.append(f"Expected to evolve to {component.evolve.evolution:.2f} ({stage}){name}{when}{method}.")
    if component.inertia is not None:
        told = inertia(component)
        parts.append(f"Inertia: {told[:1].lower()}{told[1:]}")
    return " ".join(parts) or "No description"
