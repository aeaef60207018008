"""A document becomes text in the language of OnlineWardleyMaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import is_
from typing import NamedTuple

from mapper.drawing.belonging import Remembered
from mapper.files.owm.claims import Claim, Told, is_component, names_in, told
from mapper.files.owm.layout import Item, Layout
from mapper.files.owm.rewriting import line_of, rewritten
from mapper.files.owm.statement import SETTINGS, Role, Statement
from mapper.files.owm.walking import NOWHERE
from mapper.files.owm.wishes import Wishes
from mapper.model import Document, Id
from mapper.model.source import SourceLine

_BRACES = {Role.OPEN: "{", Role.CLOSE: "}"}
_COMPONENTS = (Role.COMPONENT, Role.MEMBER)


def write(document: Document) -> str:
    """The map as text. What has not changed since it was read from a text stands there as it stood."""
    return "".join(line.text for line in lines_of(document))


def lines_of(document: Document) -> tuple[SourceLine, ...]:
    """The lines of `write`, each with the id of the record that it speaks of."""
    return written(document).lines


class Written(NamedTuple):
    """The lines of a document's text, and what they say."""

    lines: tuple[SourceLine, ...]
    told: Told


def _written(document: Document) -> Written:
    there = document.source.lines if document.source is not None else ()
    said = told(document, there)
    lines = tuple(_Writer(document, there, said).lines())
    is_same = len(lines) == len(there) and all(map(is_, lines, there))
    return Written(there, said) if is_same else Written(lines, told(document, lines))


written = Remembered(_written)
"""Worked out once for a document: whoever shows its text asks again and again."""


class _Writer:
    """Writes one document, given what the lines say that are there."""

    def __init__(self, document: Document, lines: tuple[SourceLine, ...], said: Told) -> None:
        self._lines = lines
        self._told = said
        self._wishes = Wishes(document, _beside(chain(*said.claims)))
        self._items = list(Layout(document, self._wishes, said).items(said.names))
        self._names = names_in(document, self._order())

    def lines(self) -> Iterator[SourceLine]:
        """With line ends where the source's last line has none and others follow."""
        end = self._line_end()
        lines = [line for item in self._items if (line := self._line(item, end)) is not None]
        if not self._lines:
            lines = list(_spaced(lines, self._items))
        for line in lines[:-1]:
            yield line if line.text.endswith(("\n", "\r")) else line.model_copy(update={"text": line.text + end})
        yield from lines[-1:]

    def _order(self) -> Iterator[tuple[Id, Statement | None]]:
        """The components in the order of their lines."""
        for item in self._items:
            if item.at == NOWHERE:
                if item.role in _COMPONENTS:
                    yield item.id, None
            else:
                yield from ((claim.id, claim.statement) for claim in self._told.claims[item.at] if is_component(claim))

    def _line_end(self) -> str:
        first = self._lines[0].text if self._lines else "\n"
        return "\r\n" if first.endswith("\r\n") else "\r" if first.endswith("\r") else "\n"

    def _line(self, item: Item, end: str) -> SourceLine | None:
        if item.at != NOWHERE:
            return self._kept(item.at)
        if item.role in _BRACES:
            return SourceLine(text=_BRACES[item.role] + end, id=item.id)
        wish = self._wishes.setting(item.role) if item.role in SETTINGS else self._wishes.of(item.role, item.id)
        if wish is None:
            return None
        return SourceLine(text=line_of(item.role, wish.facts) + end, id=item.id)

    def _kept(self, at: int) -> SourceLine:
        """A line that is there, with what is wrong in it put right."""
        line, claims = self._lines[at], self._told.claims[at]
        statement, wish = None, None
        if len(claims) == 1:
            statement = claims[0].statement
            wish = self._wishes.of(statement.role, claims[0].id, statement)
        else:
            for said in self._told.sights[at].line.statements:
                if self._told.settings.get(said.role, (NOWHERE,))[0] == at:
                    statement, wish = said, self._wishes.setting(said.role)
        wrong = wish.wrong(statement, self._names) if wish is not None and statement is not None else []
        if statement is None or wish is None or not wrong:
            return line
        text = rewritten(line.good or line.text, statement, wish.facts, wrong)
        return SourceLine(text=text, id=line.id, also=line.also)


def _beside(claims: Iterable[Claim]) -> dict[Id, frozenset[Role]]:
    """The lines that components have beside their own."""
    found: dict[Id, frozenset[Role]] = {}
    for claim in claims:
        if claim.statement.role in {Role.EVOLVE, Role.METHOD} and claim.id:
            found[claim.id] = found.get(claim.id, frozenset()) | {claim.statement.role}
    return found


def _spaced(lines: list[SourceLine], items: list[Item]) -> Iterator[SourceLine]:
    """A text that is new, with a blank line between its groups."""
    yield from lines
