"""Maps as Mermaid diagrams: what comes back is what went out, but for what is said to be lost."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from mapper.export.exporter import ExportOptions
from mapper.export.mermaid import MERMAID
from mapper.files.content import Content
from mapper.files.mermaid import MERMAID as IN
from mapper.files.mermaid.fitting import Fitting, fit
from mapper.files.mermaid.writing import BOX, rounded
from mapper.files.owm.labels import offset_of
from mapper.model import (
    BLANK,
    About,
    Annotation,
    Component,
    Document,
    Evolve,
    Flow,
    Id,
    Inertia,
    Link,
    Look,
    Pipeline,
    Stages,
    clean_name,
)
from tests.strategies import documents


def text_of(document: Document) -> str:
    return MERMAID.make(document, ExportOptions()).decode()


def returned(document: Document) -> Document:
    opened = IN.read(Content(text_of(document).encode(), "map.mmd"), {})
    assert opened.problems == ()
    assert opened.unresolved_links == 0
    return opened.document


def without_what_mermaid_lacks(document: Document) -> Document:
    """The document, less everything that the list of losses speaks of."""
    fitting = fit(document)
    owners = {id: document.components[pipeline.component] for id, pipeline in fitting.members.items()}
    components = [_component(one, fitting, owners.get(one.id)) for one in document.components.values()]
    look = document.look
    has_size = look.width and look.height
    return BLANK.but(
        title=clean_name(document.title) or BLANK.title,
        about=About(summary=clean_name(document.about.summary)),
        stages=Stages(lines=document.stages.lines, names=tuple(map(clean_name, document.stages.names))),
        components={one.id: one for one in components},
        links={id: _link(link) for id, link in document.links.items()},
        pipelines={each.id: Pipeline(id=each.id, component=each.component) for each, _ in fitting.pipelines},
        notes={id: one.but(component=None, locked=False) for id, one in document.notes.items()},
        annotations=_annotations(document),
        annotations_at=document.annotations_at or (BOX if document.annotations else None),
        accelerators={
            id: one.but(name=clean_name(one.name), locked=False) for id, one in document.accelerators.items()
        },
        look=Look(width=look.width, height=look.height) if has_size else Look(),
    )


def _component(one: Component, fitting: Fitting, owner: Component | None) -> Component:
    name = fitting.names[one.id]
    is_bare = one.is_anchor or owner is not None
    kind = "component" if one.kind in ("ecosystem", "submap") or (owner and one.kind == "market") else one.kind
    return Component(
        id=one.id,
        name=name,
        evolution=one.evolution,
        visibility=owner.visibility if owner else one.visibility,
        kind=kind,
        pipeline=fitting.members[one.id].id if owner else None,
        method=None if is_bare or kind == "market" else one.method,
        inertia=Inertia() if one.inertia and not is_bare else None,
        evolve=Evolve(evolution=one.evolve.evolution) if one.evolve else None,
        label=offset_of(rounded(one.label, name), name) if one.label and not one.is_anchor else None,
    )


def _link(link: Link) -> Link:
    value = clean_name(link.value)
    flow = link.flow or (Flow.FORWARD if value else None)
    return link.but(label=clean_name(link.label), value=value, flow=flow)


def _annotations(document: Document) -> dict[Id, Annotation]:
    kept: list[Annotation] = []
    for annotation in document.annotations.values():
        same = [at for at, one in enumerate(kept) if one.number == annotation.number]
        if annotation.positions and same and not annotation.text:
            kept[same[-1]] = kept[same[-1]].but(positions=(*kept[same[-1]].positions, *annotation.positions))
        elif annotation.positions:
            kept.append(annotation.but(locked=False))
    return {one.id: one for one in kept}


def renamed(document: Document, like: Document) -> Document:
    """The document with the ids that the same records have in another, by their order."""
    fitting = fit(document)
    components = document.components.values()
    order = [one.id for one in components if one.id not in fitting.members]
    order += [member.id for _, members in fitting.pipelines for member in members]
    new = dict(zip(order, like.components, strict=True))
    pipelines = dict(zip([one.id for one, _ in fitting.pipelines], like.pipelines, strict=True))
    changed = [
        one.but(id=new[one.id], pipeline=pipelines[one.pipeline] if one.pipeline is not None else None)
        for one in components
    ]
    owners = [one.but(id=pipelines[one.id], component=new[one.component]) for one in document.pipelines.values()]
    ends = [one.but(source=new[one.source], target=new[one.target]) for one in document.links.values()]
    tables: dict[str, object] = {
        "components": {one.id: one for one in changed},
        "pipelines": {one.id: one for one in owners},
    }
    for table, records in (
        ("links", ends),
        *((name, getattr(document, name).values()) for name in ("notes", "annotations", "accelerators")),
    ):
        ids = list(getattr(like, table))
        tables[table] = {id: one.but(id=id) for id, one in zip(ids, records, strict=True)}
    return document.model_copy(update=tables)


@given(documents())
def test_a_map_comes_back_from_mermaid_with_all_but_what_is_said_to_be_lost(document: Document) -> None:
    again = returned(document)
    assert renamed(without_what_mermaid_lacks(document), again) == again


@given(documents())
def test_where_no_loss_is_told_nothing_is_lost(document: Document) -> None:
    kept = without_what_mermaid_lacks(document)
    if all(told.startswith("Mermaid shows") for told in MERMAID.losses(document)):
        same = {"source": None, "plans": BLANK.plans, "active_plan": BLANK.active_plan, "title": kept.title}
        assert kept == document.but(**same)
    assert all(told.startswith("Mermaid shows") for told in MERMAID.losses(kept))


@settings(max_examples=30)
@given(documents())
def test_a_map_is_written_twice_with_the_same_letters(document: Document) -> None:
    assert text_of(returned(document)) == text_of(returned(returned(document)))


@pytest.mark.parametrize(
    "name", ["#quot;", "#35;", "a #amp; b", "\\n", "#92;n", 'say "#quot;"', "\\#lt;", "%%{init}%%"]
)
def test_a_name_that_reads_like_mermaids_own_spelling_comes_back(name: str) -> None:
    tea = Component(id=Id("tea"), name=name, evolution=0.5, visibility=0.5)
    (back,) = returned(BLANK.but(components={tea.id: tea})).components.values()
    assert back.name == name
