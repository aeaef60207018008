"""The names of places in the pack that several parts of it lead to."""

from __future__ import annotations

from mapper.model import Id


def contract_anchor(contract: Id) -> str:
    """A contract's page."""
    return f"contract-{contract}"


def interface_anchor(number: int) -> str:
    """Where the register of interfaces describes one."""
    return f"interface-{number}"
