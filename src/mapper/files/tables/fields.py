"""What a column of a table can mean, and the words by which its header says so."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mapper.files.tables.languages import HEADERS
from mapper.files.tables.words import listed, plain


@dataclass(frozen=True, slots=True)
class Field:
    """What a column can hold; `words` are what people call it, the title apart."""

    id: str
    title: str
    words: tuple[str, ...] = ()


COMPONENT_FIELDS = (
    Field("name", "Name", ("component", "component name", "components", "item", "capability", "element", "node")),
    Field("evolution", "Evolution", ("maturity", "evolution value", "evo", "x")),
    Field("stage", "Stage", ("evolution stage", "stage of evolution", "phase", "evolutionary stage", "maturity stage")),
    Field("visibility", "Visibility", ("visibility value", "value chain", "value chain position", "y")),
    Field("kind", "Kind", ("type", "component type", "kind of component")),
    Field("pipeline", "Pipeline", ("in pipeline", "member of")),
    Field("method", "Method", ("sourcing", "build or buy", "make or buy", "procurement method", "how obtained")),
    Field("contract", "Contract", ("contracts", "contract ref", "contract reference", "contract title", "lot")),
    Field("value", "Value of the contract", ("value", "contract value", "cost", "price", "amount", "budget")),
    Field("owner", "Owner of the contract", ("owner", "contract owner", "responsible", "responsible person")),
    Field("supplier", "Supplier", ("vendor", "provider", "contractor", "supplier name")),
    Field("inertia", "Inertia", ("resistance",)),
    Field(
        "evolve", "Evolves to", ("evolve", "evolve to", "evolving to", "future", "future evolution", "later evolution")
    ),
    Field("description", "Description", ("notes", "note", "comment", "comments", "details", "remarks")),
    Field("address", "Web address", ("address", "url", "link to more", "web page")),
    Field("needs", "Needs", ("depends on", "dependencies", "dependency", "requires", "needed components")),
)
LINK_FIELDS = (
    Field("source", "From", ("source", "consumer", "needing")),
    Field("target", "To", ("target", "needed", "needs component")),
    Field("label", "Label of the link", ("label", "link", "relation", "relationship", "what")),
    Field("flow", "Flow", ("flow direction", "direction", "which way")),
    Field("flow_value", "What flows", ("flow value", "flowing")),
)
FIELDS = (*COMPONENT_FIELDS, *LINK_FIELDS)
"""What the user can choose from for a column."""

FIELD = {field.id: field for field in FIELDS}

_WORDS = {plain(word): field.id for field in FIELDS for word in (field.title, field.id, *field.words)}
_WORDS = {word: id for id, words in HEADERS.items() for word in listed(words)} | _WORDS
_UNIT = re.compile(r"[(\[].*?[)\]]")
_BESIDES = re.compile(r"\b(component|in|percent|pct|gbp|eur|euro|usd|chf|k|m|bn|\d+)\b")
"""What may stand in a header beside the word that counts: `From component`, `Stage 1-4`, `Value in EUR`."""


def field_of(header: str) -> str:
    """The field that a header names, such as `Evolution (0–1)`; empty if it names none."""
    words = plain(_UNIT.sub(" ", header[:200]))
    return _WORDS.get(words) or _WORDS.get(" ".join(_BESIDES.sub(" ", words).split()), "")


def fields_of(headers: tuple[str, ...]) -> tuple[str, ...]:
    """The field that each header names, no field twice: the first column that names it has it."""
    seen: set[str] = set()
    fields = []
    for header in headers:
        field = field_of(header)
        fields.append("" if field in seen else field)
        seen.add(field)
    return tuple(fields)
