"""The map as text in the language of OnlineWardleyMaps: what it has no word for travels in comment lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mapper.export.exporter import Exporter, ExportOptions
from mapper.export.losses import facts_of_components, facts_of_contracts, facts_of_marks, facts_of_procurement, told
from mapper.files.content import encoded
from mapper.files.owm import write
from mapper.model import Document, Stages, clean_name
from mapper.procurement.words import counted

_CARRIED = "in comment lines, which OnlineWardleyMaps does not draw"


def _make(document: Document, _: ExportOptions) -> bytes:
    """The text in the encoding that it was read in. Of a blank map its title: an empty file would not open again."""
    text = write(document) or f"title {clean_name(document.title)}\n"
    return encoded(text, document.source.encoding if document.source else "utf-8")


def _losses(document: Document) -> tuple[str, ...]:
    """What stays in the text but not in the picture, and what the picture shows otherwise. Nothing is left out."""
    return (*_carried(document), *_drawn_otherwise(document))


def _carried(document: Document) -> Iterator[str]:
    facts = [of(document) for of in (facts_of_contracts, facts_of_procurement, facts_of_components)]
    for counts in (*facts, tuple(facts_of_marks(document).values())):
        if what := told(*counts):
            verb = "travels" if sum(count for count, _ in counts) == 1 else "travel"
            yield f"{what} {verb} {_CARRIED}."


def _drawn_otherwise(document: Document) -> Iterator[str]:
    components = tuple(document.components.values())
    if document.stages.lines != Stages().lines:
        yield "OnlineWardleyMaps draws the lines between stages where it always does, not where this map has them."
    times = Counter(clean_name(one.name).casefold() for one in components)
    alike = sum(count for count in times.values() if count > 1)
    if alike:
        yield f"OnlineWardleyMaps joins links to the first of those with the same name: {alike} components share theirs."
    members = [one for one in components if one.pipeline is not None]
    bare = sum(bool(one.evolve or one.inertia or one.method) for one in members)
    if bare:
        what = counted(bare, "member")
        yield f"OnlineWardleyMaps draws members of pipelines without method, inertia and movement: {what} had one."
    sizes = Counter(one.pipeline for one in members)
    short = sum(sizes[id] < 2 for id in document.pipelines)
    if short:
        unseen = counted(short, "pipeline stays", "pipelines stay")
        yield f"OnlineWardleyMaps draws no pipeline of fewer than two members: {unseen} unseen."
    flows = sum(link.flow is not None for link in document.links.values())
    if flows:
        yield f"OnlineWardleyMaps draws flows without their direction: {counted(flows, 'flow')}."
    if document.accelerators:
        many = counted(len(document.accelerators), "accelerator")
        yield f"OnlineWardleyMaps draws accelerators without their names: {many}."


OWM = Exporter(
    "owm",
    "OnlineWardleyMaps text",
    ".owm",
    _make,
    losses=_losses,
    purpose="Text that onlinewardleymaps.com and most map editors read; opened here again, nothing is lost.",
)
