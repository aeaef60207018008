"""How components and contracts are obtained and worked on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from mapper.model import Component, Contract, Document, Method, Stage, Stages, Working

_DEFAULT: Mapping[Stage, Method] = {
    Stage.GENESIS: Method.BUILD,
    Stage.CUSTOM: Method.BUILD,
    Stage.PRODUCT: Method.RENT,
    Stage.COMMODITY: Method.USE,
}

_WORKING: Mapping[Method, Working] = {
    Method.BUILD: Working.AGILE,
    Method.RENT: Working.LEAN,
    Method.USE: Working.SIX_SIGMA,
}


def default_method(stage: Stage) -> Method:
    """How a component of this stage is obtained unless a strategist says otherwise (guide, section 3)."""
    return _DEFAULT[stage]


def working_of(method: Method) -> Working:
    """The way of working that suits a method (guide, section 3)."""
    return _WORKING[method]


def method_of(component: Component, stages: Stages) -> Method:
    """The component's own method, else its stage's."""
    return component.method or default_method(stages.stage(component.evolution))


def contract_method(contract: Contract, document: Document) -> Method | None:
    """The contract's own method, else that of most of its members (a tie goes to the less evolved); None if empty."""
    if contract.method is not None or not contract.members:
        return contract.method
    votes = Counter(method_of(document.components[member], document.stages) for member in contract.members)
    return max(Method, key=lambda method: votes[method])
