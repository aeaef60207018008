"""The words at the edges of each page of a pack."""

from __future__ import annotations

from dataclasses import dataclass

from mapper.export.pack.phrases import NO_MARKING, edition, title_of
from mapper.model import Document


@dataclass(frozen=True, slots=True)
class Furniture:
    """The words of header and footer, left, middle and right; the page's number is the last of the footer."""

    header: tuple[str, str, str]
    footer: tuple[str, str]

    @classmethod
    def of(cls, document: Document) -> Furniture:
        service = document.service
        marking = service.classification or NO_MARKING
        return cls(
            header=(service.reference or service.department or "Contract breakdown", marking, title_of(document)),
            footer=(edition(service), marking),
        )
