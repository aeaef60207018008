"""A document becomes text in the language of OnlineWardleyMaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from mapper.files.owm.claims import Claim, claims_of, is_component, meant, names_in
from mapper.files.owm.layout import Item, Layout
from mapper.files.owm.rewriting import line_of, rewritten
from mapper.files.owm.statement import Role, Statement
from mapper.files.owm.walking import NOWHERE, walk
from mapper.files.owm.wishes import SETTINGS, Wishes
from mapper.model import Document, Id
from mapper.model.source import SourceLine

_BRACES = {Role.OPEN: "{", Role.CLOSE: "}"}
_COMPONENTS = (Role.COMPONENT, Role.MEMBER)


def write(document: Document) -> str:
    """The map as text. What has not changed since it was read from a text stands there as it stood."""
    return "".join(line.text for line in lines_of(document))


def lines_of(document: Document) -> tuple[SourceLine, ...]:
    """The lines of `write`, each with the id of the record that it speaks of."""
    return tuple(_Writer(document).lines())


class _Writer:
    """Writes one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = document.source.lines if document.source is not None else ()
        self._sights = walk(line.good or line.text for line in self._lines).sights
        claims = [claims_of(line, sight) for line, sight in zip(self._lines, self._sights, strict=True)]
        names = names_in(document, [(claim.id, claim.statement) for claim in chain(*claims) if is_component(claim)])
        self._claims = [tuple([meant(claim, document, names) for claim in each]) for each in claims]
        self._wishes = Wishes(document, _beside(chain(*self._claims)))
        self._layout = Layout(document, self._wishes, self._sights, self._claims)
        self._items = list(self._layout.items(names))
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
                yield from ((claim.id, claim.statement) for claim in self._claims[item.at] if is_component(claim))

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
        line, claims = self._lines[at], self._claims[at]
        statement, wish = None, None
        if len(claims) == 1:
            statement = claims[0].statement
            wish = self._wishes.of(statement.role, claims[0].id, statement)
        else:
            for said in self._sights[at].line.statements:
                if self._layout.settings.get(said.role) == at:
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
