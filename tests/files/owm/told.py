"""Short ways to say what was read."""

from __future__ import annotations

from mapper.files import owm
from mapper.model import Component, Document


def read(*lines: str) -> Document:
    """The map of some lines."""
    return owm.read("".join(f"{line}\n" for line in lines)).document


def only(*lines: str) -> Component:
    """The one component of some lines."""
    (component,) = read(*lines).components.values()
    return component


def reasons(*lines: str) -> list[str]:
    """What is wrong with some lines, each as line:column and the reason."""
    problems = owm.read("".join(f"{line}\n" for line in lines)).problems
    return [f"{problem.line}:{problem.column} {problem.reason}" for problem in problems]


def place(component: Component) -> tuple[float, float]:
    """Visibility and evolution, as the language has them."""
    return component.visibility, component.evolution


def changed_lines(before: str, after: Document) -> tuple[list[str], list[str]]:
    """The lines of a text that an edit took away, and those that it brought."""
    old, new = before.splitlines(), owm.write(after).splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]
