"""The value chain for Graphviz: components joined by what they need, in a cluster for each contract."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mapper.drawing.payment import payment
from mapper.drawing.themes import WARDLEY
from mapper.export.exporter import Exporter, ExportOptions
from mapper.export.facts import Facts, Knowledge
from mapper.export.losses import of_marks
from mapper.export.partial import without_details, without_map, without_plans, without_procurement, without_terms
from mapper.export.sentences import contract_name, name_of, sentences
from mapper.model import Component, Contract, Document, Id
from mapper.procurement.methods import contract_method

_SHAPES = {
    "component": "ellipse",
    "anchor": "plaintext",
    "market": "doublecircle",
    "ecosystem": "doublecircle",
    "submap": "doubleoctagon",
}
_SHOWN = ("label", "tooltip")
_LOOK = (
    'graph [rankdir=TB, fontname="Helvetica", compound=true, splines=true]',
    'node [fontname="Helvetica", fontsize=11, style=filled, fillcolor=white]',
    'edge [fontname="Helvetica", fontsize=9, arrowsize=0.6]',
)


def _make(document: Document, _: ExportOptions) -> bytes:
    return ("\n".join(_lines(document)) + "\n").encode()


def _lines(document: Document) -> Iterator[str]:
    known, said = Knowledge(document), sentences(document)
    yield f"digraph {_quoted(document.title or 'Map')} {{"
    yield from (f"  {line};" for line in _LOOK)
    held: dict[Id, list[Component]] = {id: [] for id in document.contracts}
    free: list[Component] = []
    for component in document.components.values():
        # A component that several contracts share can be drawn in one of them alone.
        homes = known.contracts_of(component.id)
        (held[homes[0].id] if homes else free).append(component)
    for number, contract in enumerate(document.contracts.values()):
        yield from _cluster(number, contract, held[contract.id], document, known, said)
    yield from (f"  {_node(component, known, said)};" for component in free)
    for link in document.links.values():
        looks = {"label": link.label or link.value, "tooltip": said[link.id], **_more(known.link(link), "label")}
        yield f"  {_quoted(link.source)} -> {_quoted(link.target)} [{_attributes(looks)}];"
    yield "}"


def _cluster(
    number: int,
    contract: Contract,
    members: list[Component],
    document: Document,
    known: Knowledge,
    said: Mapping[Id, str],
) -> Iterator[str]:
    yield f"  subgraph cluster_{number} {{"
    looks = {
        "label": contract_name(contract),
        "style": "filled,rounded",
        "fillcolor": WARDLEY.ground(contract_method(contract, document)),
        "color": WARDLEY.payments[payment(contract.pricing)],
        "penwidth": "2",
        "tooltip": said[contract.id],
    }
    yield f"    graph [{_attributes(looks)}];"
    yield from (f"    {_node(member, known, said)};" for member in members)
    yield "  }"


def _node(component: Component, known: Knowledge, said: Mapping[Id, str]) -> str:
    looks = {"label": name_of(component), "shape": _SHAPES[component.kind], "tooltip": said[component.id]}
    facts = _more(known.component(component), "name")
    return f"{_quoted(component.id)} [{_attributes({**looks, **facts})}]"


def _more(facts: Facts, *but: str) -> Mapping[str, str]:
    """Facts as attributes, which Graphviz passes on and otherwise leaves alone."""
    return {
        f"map_{name}": f"{value:g}" if isinstance(value, float) else value
        for name, value in facts.items()
        if name not in but
    }


def _attributes(values: Mapping[str, str]) -> str:
    return ", ".join(f"{name}={_quoted(_shown(value) if name in _SHOWN else value)}" for name, value in values.items())


def _shown(text: str) -> str:
    """A text that Graphviz draws, in which it would take `&lt;` for a character."""
    return text.replace("&", "&amp;")


def _quoted(text: str) -> str:
    """A text as a string of Graphviz's, in which nothing but its end is a quotation mark."""
    letters = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{letters}"'


def _losses(document: Document) -> tuple[str, ...]:
    return (
        *without_map("Graphviz", document),
        *without_plans("Graphviz", document),
        *without_procurement("Graphviz", document),
        *without_details("Graphviz", document, "in-house", "dates"),
        *of_marks("Graphviz", document),
        *without_terms("Graphviz", document, "pricing", "value"),
    )


DOT = Exporter(
    "dot",
    "Value chain for Graphviz (DOT)",
    ".dot",
    _make,
    losses=_losses,
    purpose="Laid out anew by Graphviz, contracts as boxes round their components.",
)
