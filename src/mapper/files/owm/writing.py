"""A document becomes text in the language of OnlineWardleyMaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from operator import is_
from typing import NamedTuple

from mapper.drawing.belonging import Remembered
from mapper.files.owm.carrying import carrying, closed, line_end
from mapper.files.owm.claims import Claim, Told, is_component, names_in, told
from mapper.files.owm.layout import GROUP, Item, Layout
from mapper.files.owm.parts import safe
from mapper.files.owm.remembering import InOrder
from mapper.files.owm.restoring import still_says
from mapper.files.owm.rewriting import line_of, rewritten
from mapper.files.owm.statement import SETTINGS, Part, Role, Statement, words
from mapper.files.owm.unsaid import unsaid
from mapper.files.owm.walking import NOWHERE
from mapper.files.owm.wishes import BESIDE, NAMING, Wish, Wishes
from mapper.files.owm.words import is_address
from mapper.model import Document, Id
from mapper.model.source import SourceLine

_BRACES = {Role.OPEN: "{", Role.CLOSE: "}"}
_COMPONENTS = (Role.COMPONENT, Role.MEMBER)
_in_order = InOrder()


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
    lines, said = _same_or(there, said, _Writer(document, there, said).lines(), document)
    rest = unsaid(document, said)
    with_carried = carrying(
        lines, said.sights, rest.entries, lambda there, wanted: still_says(document, rest.refs(), there, wanted)
    )
    return Written(*_same_or(lines, said, with_carried, document))


def _same_or(
    there: tuple[SourceLine, ...], said: Told, found: Iterable[SourceLine], document: Document
) -> tuple[tuple[SourceLine, ...], Told]:
    """The lines that are there, or those that were found, and what they say."""
    lines = tuple(found)
    is_same = len(lines) == len(there) and all(map(is_, lines, there))
    return (there, said) if is_same else (lines, told(document, lines))


written = Remembered(_written)
"""Worked out once for a document: whoever shows its text asks again and again."""


class _Writer:
    """Writes one document, given what the lines say that are there."""

    def __init__(self, document: Document, lines: tuple[SourceLine, ...], said: Told) -> None:
        self._lines = lines
        self._told = said
        self._wishes = Wishes(document, _beside(chain(*said.claims)), _direct(chain(*said.claims)))
        self._items = list(Layout(document, self._wishes, said).items(said.names))
        self._names = names_in(document, self._order())

    def lines(self) -> Iterator[SourceLine]:
        """With line ends where the source's last line has none and others follow."""
        end = line_end(self._lines)
        lines = ((item, self._line(item, end)) for item in self._items)
        there = [(item, line) for item, line in lines if line is not None]
        return closed([line for _, line in there] if self._lines else _spaced(there), end)

    def _order(self) -> Iterator[tuple[Id, Statement | None]]:
        """The components in the order of their lines."""
        for item in self._items:
            if item.at == NOWHERE:
                if item.role in _COMPONENTS:
                    yield item.id, None
            else:
                yield from ((claim.id, claim.statement) for claim in self._told.claims[item.at] if is_component(claim))

    def _line(self, item: Item, end: str) -> SourceLine | None:
        if item.at != NOWHERE:
            return self._kept(item.at)
        if item.role in _BRACES:
            return SourceLine(text=_BRACES[item.role] + end, id=item.id)
        wish = self._wishes.setting(item.role) if item.role in SETTINGS else self._wishes.of(item.role, item.id)
        if wish is None or not self._can_be_said(item.role, wish):
            return None
        return SourceLine(text=line_of(item.role, wish.facts) + end, id=item.id)

    def _can_be_said(self, role: Role, wish: Wish) -> bool:
        """Whether the names of a link or a forecast mean in the text whom they should. If not, a carried line tells."""
        if role not in {Role.LINK, Role.EVOLVE}:
            return True
        return all(self._names.find(safe(role, part, words(wish.facts, part))) == id for part, id in wish.refs.items())

    def _kept(self, at: int) -> SourceLine | None:
        """A line that is there, with what is wrong in it put right."""
        line, claims = self._lines[at], self._told.claims[at]
        if len(claims) == 1:
            return self._about(line, claims[0])
        for statement in self._told.sights[at].line.statements:
            wish = self._wishes.setting(statement.role)
            if wish is not None and self._told.settings.get(statement.role, (NOWHERE,))[0] == at:
                return self._put_right(line, statement, wish)
        return line

    def _about(self, line: SourceLine, claim: Claim) -> SourceLine | None:
        """A line about one record."""
        statement, id = claim
        key = (statement.role, id)
        named = [self._names.find(words(statement.facts, part)) for part in NAMING.get(statement.role, ())]
        looked_at = (line, statement, self._wishes.extra(id), self._wishes.record(*key), *named)
        if _in_order.still(key, *looked_at):
            return line
        wish = self._wishes.of(statement.role, id, statement)
        found = self._put_right(line, statement, wish) if wish is not None else line
        if found is line:
            _in_order.learn(key, *looked_at)
        return found

    def _put_right(self, line: SourceLine, statement: Statement, wish: Wish) -> SourceLine | None:
        wrong = wish.wrong(statement, self._names)
        if not wrong:
            return line
        if not self._can_be_said(statement.role, wish):
            return None
        text = rewritten(line.good or line.text, statement, wish.facts, wrong)
        return SourceLine(text=text, id=line.id, also=line.also)


def _beside(claims: Iterable[Claim]) -> dict[Id, frozenset[Role]]:
    """The lines that components have beside their own."""
    found: dict[Id, frozenset[Role]] = {}
    for claim in claims:
        if claim.statement.role in BESIDE and claim.id:
            found[claim.id] = found.get(claim.id, frozenset()) | {claim.statement.role}
    return found


def _direct(claims: Iterable[Claim]) -> frozenset[Id]:
    """The components whose own line says their address."""
    return frozenset(claim.id for claim in claims if is_address(words(claim.statement.facts, Part.REF)))


def _spaced(lines: Iterable[tuple[Item, SourceLine]]) -> Iterator[SourceLine]:
    """A new text, with a blank line between its groups."""
    last = -1
    for item, line in lines:
        group = GROUP[item.role]
        if last not in {-1, group}:
            yield SourceLine(text="\n")
        last = group
        yield line
