"""What the parts of a page mean: the tree that a screen reader follows.

Drawing code opens nodes and marks content as theirs; `finish` writes the tree into the file (ISO 32000-1, 14.7 and
14.8; ISO 14289-1).
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Marked:
    """Content of a page, by the number that its marks carry. Pages count from 0."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class LinkArea:
    """The area of a page that a reader can follow, by its place in the page's list."""

    page: int
    index: int


@dataclass(slots=True)
class Node:
    """One element of the tree. `alt` is said instead of a figure; `scope` tells what a header cell heads, `span` how many columns a cell takes."""

    tag: str
    alt: str = ""
    scope: str = ""
    summary: str = ""
    span: int = 1
    box: tuple[float, float, float, float] | None = None
    kids: list[Node | Marked | LinkArea] = field(default_factory=list)

    def add(self, node: Node) -> Node:
        self.kids.append(node)
        return node

    def first_page(self) -> int | None:
        """The page that the element starts on; None if nothing of it was drawn."""
        for kid in self.kids:
            page = kid.first_page() if isinstance(kid, Node) else kid.page
            if page is not None:
                return page
        return None
