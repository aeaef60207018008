"""Which line of a map's text speaks of what."""

from __future__ import annotations

from collections.abc import Iterable

from mapper.files import owm
from mapper.model import Component, Document, Id
from mapper.model.source import SourceLine

FAR = 40
"""Lines further apart than this have little to do with each other."""


class Said:
    """The lines of a document's text, as `owm.lines_of` gives them. They count from 0."""

    def __init__(self, document: Document, lines: tuple[SourceLine, ...]) -> None:
        self._document = document
        self.lines = lines

    def line_of(self, id: Id) -> int | None:
        """The line that says what a record is; its `evolve` is another."""
        found = self.lines_of([id])
        named = [place for place in found if not self.lines[place].text.lstrip().startswith("evolve ")]
        return next(iter(named + found), None)

    def lines_of(self, ids: Iterable[Id]) -> list[int]:
        """Every line that speaks of one of these."""
        wanted = set(ids)
        if not wanted:
            return []
        lines = enumerate(self.lines)
        return [place for place, line in lines if line.id in wanted or not wanted.isdisjoint(line.also)]

    def id_at(self, line: int) -> Id:
        """The record that a line speaks of, or ""."""
        return self.lines[line].id if 0 <= line < len(self.lines) else Id("")

    def named_at(self, line: int, column: int) -> Id:
        """The component whose name stands there, else the record that the line speaks of, or ""."""
        text = self.lines[line].text if 0 <= line < len(self.lines) else ""
        for token in owm.tokens(text):
            if token.kind == "name" and token.start <= column <= token.start + token.length:
                name = text[token.start : token.start + token.length]
                return self._component(name) or self.id_at(line)
        return self.id_at(line)

    def component_above(self, line: int) -> Component | None:
        """The last component that is said before a line and not far from it."""
        components = self._document.components
        ids = (self.id_at(place) for place in range(line - 1, max(-1, line - FAR), -1))
        return next((components[id] for id in ids if id in components), None)

    def _component(self, name: str) -> Id:
        """The first component of this name; if none is, the first whose name differs in case and blanks alone."""
        components = self._document.components.values()
        exact = (component.id for component in components if component.name == name)
        folded = (component.id for component in components if _folded(component.name) == _folded(name))
        return next(exact, None) or next(folded, Id(""))


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
