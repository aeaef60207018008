"""The map as slides with native shapes. Its modules are imported when slides are made: python-pptx is heavy."""

from __future__ import annotations

from mapper.export.exporter import Exporter, ExportOptions
from mapper.export.losses import facts_of_procurement, left_out, of_components, of_marks
from mapper.model import Document
from mapper.procurement.words import counted


def _make(document: Document, options: ExportOptions) -> bytes:
    from mapper.export.pptx.deck import make

    return make(document, options)


def _losses(document: Document) -> tuple[str, ...]:
    told = ["Slides cannot be opened here again as a map: save the map as well."]
    if document.contracts:
        many = counted(len(document.contracts), "contract")
        told.append(
            f"Slides tell a contract in a sentence: scope, people, risks and interfaces of {many} are left out."
        )
    _, *surrounding = facts_of_procurement(document)
    told += left_out("Slides have no place for what surrounds contracts", *surrounding)
    addresses = sum(bool(component.address) for component in document.components.values())
    described = sum(bool(pipeline.description) for pipeline in document.pipelines.values())
    told += left_out(
        "Slides show what is drawn of a map",
        (addresses, "address|addresses"),
        (described, "description of a pipeline|descriptions of pipelines"),
    )
    told += of_marks("Slides", document, "type", "constraint", "pointing", has="have")
    return (*told, *of_components("Slides", document, has="have"))


PPTX = Exporter(
    "pptx",
    "Slides (PowerPoint)",
    ".pptx",
    _make,
    losses=_losses,
    purpose="A slide for each plan, drawn in shapes that can be moved and coloured: links follow their components.",
    is_drawn=True,
)
