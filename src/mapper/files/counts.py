"""How much there is of everything in a document."""

from __future__ import annotations

from mapper.model import Document

COUNTED = (
    "components",
    "anchors",
    "links",
    "unresolved_links",
    "pipelines",
    "pipeline_members",
    "evolves",
    "notes",
    "annotations",
    "accelerators",
    "attitudes",
    "plans",
    "contracts",
)
"""What is counted, in the order in which it is told."""


def counts(document: Document, unresolved_links: int = 0) -> dict[str, int]:
    """The numbers of COUNTED, in that order.

    `components` are those that are neither anchors nor members of a pipeline; `contracts` are those of all plans;
    `unresolved_links` lead to nothing, which a document never holds: whoever read the file has counted them.
    """
    components = document.components.values()
    numbers = {
        "components": sum(not each.is_anchor and each.pipeline is None for each in components),
        "anchors": sum(each.is_anchor for each in components),
        "links": len(document.links),
        "unresolved_links": unresolved_links,
        "pipelines": len(document.pipelines),
        "pipeline_members": sum(each.pipeline is not None for each in components),
        "evolves": sum(each.evolve is not None for each in components),
        "notes": len(document.notes),
        "annotations": len(document.annotations),
        "accelerators": len(document.accelerators),
        "attitudes": len(document.attitudes),
        "plans": len(document.plans),
        "contracts": sum(len(plan.contracts) for plan in document.plans.values()),
    }
    return {name: numbers[name] for name in COUNTED}
