"""The columns of the outline: what each says of a component, how it sorts, and what an edit in it does."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import isfinite

from mapper.editor.tools.naming import LOCKED
from mapper.edits import add_members, change, is_locked, leave_contract, rename, set_method
from mapper.model import KIND, KINDS, Component, Contract, Document, Id, Method, Stage, clean_name
from mapper.procurement.methods import method_of
from mapper.procurement.vocabulary import stage_name
from mapper.procurement.words import word

BY_STAGE, NO_CONTRACT = "As its stage says", "In no contract"


@dataclass(frozen=True, slots=True)
class Facts:
    """What the columns look things up in: the document, and the references of the contracts that components are in."""

    document: Document
    refs: Mapping[Id, str]


@dataclass(frozen=True, slots=True)
class Column:
    """`text` is what stands in a cell and `key` what it is sorted by. `edit` answers with the document after another text
    was written there, and raises ValueError with a sentence if that cannot be; `written` is what the writing begins
    with. With `choices` one of these is chosen instead. `suits` says to which components a column applies."""

    title: str
    widest: str
    text: Callable[[Component, Facts], str]
    key: Callable[[Component, Facts], str | float]
    edit: Callable[[Document, Component, str], Document]
    step: str
    written: Callable[[Component, Facts], str] | None = None
    choices: Callable[[Component, Document], Sequence[str]] | None = None
    suits: Callable[[Component], bool] = lambda _: True


def refs_of(document: Document) -> dict[Id, str]:
    """The references of the contracts that each component is in."""
    refs: dict[Id, str] = {}
    for contract in document.contracts.values():
        for member in contract.members:
            refs[member] = f"{refs[member]}, {contract.ref}" if member in refs else contract.ref
    return refs


# What is written.


def _stage(component: Component, facts: Facts) -> str:
    return "User" if component.is_anchor else stage_name(component, facts.document.stages).partition(" ")[0]


def _method(component: Component, facts: Facts) -> str:
    if component.is_anchor:
        return ""
    method = word(method_of(component, facts.document.stages))
    return method if component.method is not None else f"{method} (stage)"


def _full(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")


def _stages(component: Component, document: Document) -> list[str]:
    """What this component's stages are called."""
    starts = (0.0, *document.stages.lines)
    return [stage_name(component, document.stages, start) for start in starts]


def _contracts(_: Component, document: Document) -> list[str]:
    return [NO_CONTRACT, *map(_title, document.contracts.values())]


def _title(contract: Contract) -> str:
    return f"{contract.ref}  {contract.title}".strip()


def _contract_key(component: Component, facts: Facts) -> str:
    """C2 before C10, and what is in no contract last."""
    ref = facts.refs.get(component.id, "")
    digits = "".join(letter for letter in ref.partition(",")[0] if letter.isdigit())
    return f"{int(digits or 0):09}{ref}" if ref else "~"


# What is edited.


def _rename(document: Document, component: Component, text: str) -> Document:
    _unlocked(document, component)
    if not clean_name(text):
        raise ValueError("A component needs a name.")
    return rename(document, component.id, text)


def _set_kind(document: Document, component: Component, text: str) -> Document:
    _unlocked(document, component)
    kind = next((kind.id for kind in KINDS if kind.title == text), None)
    if kind is None:
        raise ValueError(f"“{text}” is no kind of component.")
    return document if kind == component.kind else change(document, "components", component.id, kind=kind)


def _set_stage(document: Document, component: Component, text: str) -> Document:
    """Into the middle of another stage; in its own stage a component stays where it is."""
    _unlocked(document, component)
    names = _stages(component, document)
    if text not in names:
        raise ValueError(f"“{text}” is no stage of this map.")
    ends = (0.0, *document.stages.lines, 1.0)
    at = names.index(text)
    if tuple(Stage)[at] is document.stages.stage(component.evolution):
        return document
    return change(document, "components", component.id, evolution=round((ends[at] + ends[at + 1]) / 2, 4))


def _set_place(axis: str, document: Document, component: Component, text: str) -> Document:
    _unlocked(document, component)
    if axis == "visibility" and component.pipeline is not None:
        raise ValueError("A choice of a pipeline is as visible as its pipeline.")
    return change(document, "components", component.id, **{axis: round(_fraction(axis.capitalize(), text), 4)})


def _fraction(what: str, text: str) -> float:
    """A number from 0 to 1, or as many per cent; with a point or a comma."""
    digits = text.strip().replace(",", ".")
    try:
        value = float(digits.removesuffix("%")) / (100 if digits.endswith("%") else 1)
    except ValueError:
        value = -1.0
    if not isfinite(value) or not 0 <= value <= 1:
        raise ValueError(f"{what} is a number from 0 to 1, such as 0.45.")
    return value


def _choose_method(document: Document, component: Component, text: str) -> Document:
    method = next((method for method in Method if word(method) == text), None)
    if method is None and text != BY_STAGE:
        raise ValueError(f"“{text}” is no method.")
    return document if method is component.method else set_method(document, [component.id], method)


def _choose_contract(document: Document, component: Component, text: str) -> Document:
    if text in ("", NO_CONTRACT):
        return leave_contract(document, [component.id])
    wanted = text.casefold()
    for contract in document.contracts.values():
        if wanted in (_title(contract).casefold(), contract.ref.casefold()):
            return add_members(document, contract.id, [component.id])
    raise ValueError(f"There is no contract “{text}” in this plan.")


def _unlocked(document: Document, component: Component) -> None:
    if is_locked(document, component.id):
        raise ValueError(LOCKED)


def _evolves(component: Component) -> bool:
    return not component.is_anchor


COLUMNS = (
    Column("Name", "", lambda c, _: c.name, lambda c, _: c.name.casefold(), _rename, "Rename"),
    Column(
        "Kind",
        "Anchor (user)",
        lambda c, _: KIND[c.kind].title,
        lambda c, _: KIND[c.kind].title,
        _set_kind,
        "Change kind",
        choices=lambda *_: [kind.title for kind in KINDS],
    ),
    Column(
        "Stage",
        "Commodity",
        _stage,
        lambda c, _: -1.0 if c.is_anchor else c.evolution,
        _set_stage,
        "Change stage",
        written=lambda c, facts: stage_name(c, facts.document.stages),
        choices=_stages,
        suits=_evolves,
    ),
    Column(
        "Evolution",
        "Evolution",
        lambda c, _: f"{c.evolution:.2f}",
        lambda c, _: c.evolution,
        partial(_set_place, "evolution"),
        "Change evolution",
        written=lambda c, _: _full(c.evolution),
    ),
    Column(
        "Visibility",
        "Visibility",
        lambda c, _: f"{c.visibility:.2f}",
        lambda c, _: c.visibility,
        partial(_set_place, "visibility"),
        "Change visibility",
        written=lambda c, _: _full(c.visibility),
    ),
    Column(
        "Method",
        "Build (stage)",
        _method,
        _method,
        _choose_method,
        "Change method",
        written=lambda c, _: BY_STAGE if c.method is None else word(c.method),
        choices=lambda *_: [BY_STAGE, *map(word, Method)],
        suits=_evolves,
    ),
    Column(
        "Contract",
        "Contract",
        lambda c, facts: facts.refs.get(c.id, ""),
        _contract_key,
        _choose_contract,
        "Change contract",
        written=lambda c, facts: _home(c, facts.document),
        choices=_contracts,
        suits=_evolves,
    ),
)
SHOWN_AT_FIRST = ("Name", "Stage", "Contract")
"""As many as there is room for beside a map."""


def _home(component: Component, document: Document) -> str:
    contracts = document.contracts.values()
    return next((_title(contract) for contract in contracts if component.id in contract.members), NO_CONTRACT)
