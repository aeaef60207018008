"""What stands out while the user looks at a part of the map."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mapper.drawing.belonging import pipeline_members, pipeline_under
from mapper.editor.describing import chain_of
from mapper.model import Document, Id

if TYPE_CHECKING:
    from mapper.editor.session import Session


def lit(session: Session) -> frozenset[Id] | None:
    """What is selected and all that it rests on; None, if the user does not focus or nothing is selected: then
    everything is as usual."""
    if not session.view.focuses or not session.selection:
        return None
    return session.selection | _rested_on(session.document, _components(session))


def _components(session: Session) -> set[Id]:
    """The components that are selected, by themselves or as members of a contract or ends of a link."""
    document, found = session.document, set[Id]()
    for id in session.selection:
        if contract := document.contracts.get(id):
            found.update(contract.members)
        elif link := document.links.get(id):
            found |= {link.source, link.target}
        elif id in document.components:
            found.add(id)
    return found


def _rested_on(document: Document, components: set[Id]) -> set[Id]:
    """These, what they need, what that needs and so on; with a pipeline, its choices."""
    needs, found, next_ones = chain_of(document).needs, set(components), list(components)
    while next_ones:
        id = next_ones.pop()
        pipeline = pipeline_under(id, document)
        choices = pipeline_members(pipeline, document) if pipeline is not None else ()
        fresh = {*needs.get(id, ()), *choices} - found
        found |= fresh
        next_ones += fresh
    return found
