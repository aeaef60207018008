"""A text that was edited, held against what it was before: which line is which."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from mapper.files.owm.binding import TABLES
from mapper.files.owm.claims import Claim
from mapper.files.owm.hints import Before, Hint
from mapper.files.owm.statement import Part, Role, Statement
from mapper.files.owm.walking import Sight
from mapper.files.owm.writing import Written, written
from mapper.model import Document, Id

_STRETCH = 50
"""How far to look for what a line was."""
_SAYS_WHICH = (Part.NAME, Part.SOURCE, Part.TARGET, Part.TEXT, Part.NUMBER)


def before(document: Document, texts: Sequence[str], sights: Sequence[Sight]) -> Before:
    """What the text of a document tells about the lines of the one that follows it.

    Where a carried line has changed, lines tell no more than ids: all that is carried is read anew.
    """
    old = written(document)
    pairs = _paired(old, texts, sights)
    lines = {new: old.lines[there] for new, there in pairs.items()}
    is_carried_on = _carried((line.text for line in old.lines), old.told.sights) == _carried(texts, sights)
    hints: dict[int, Hint] = {}
    for new, there in pairs.items():
        if claims := old.told.claims[there]:
            line = old.lines[there]
            stands = line.text == texts[new] and not line.good and _is_same(claims, sights[new])
            before = tuple((claim.statement, claim.id) for claim in claims)
            hints[new] = Hint(before, stands and is_carried_on, line.good or line.text)
    if not is_carried_on:
        return Before(hints=hints, lines=lines)
    settings = {role: said.facts for role, (_, said) in old.told.settings.items()}
    return Before(document, hints, lines, frozenset(_had(old.told.claims)), settings, is_carried_on=True)


def _carried(texts: Iterable[str], sights: Iterable[Sight]) -> list[str]:
    return [text.strip() for text, sight in zip(texts, sights, strict=True) if sight.is_carried]


def _is_same(claims: tuple[Claim, ...], sight: Sight) -> bool:
    """Whether a line still says it in the same surroundings: braces make another thing of a component."""
    role = claims[0].statement.role
    return any(each.role is role for each in _readings(sight))


def _readings(sight: Sight) -> Iterator[Statement]:
    for statement in sight.line.statements:
        yield statement
        if statement.otherwise is not None:
            yield statement.otherwise


def _had(claims: Sequence[tuple[Claim, ...]]) -> Iterator[tuple[Role, Id]]:
    for each in claims:
        for statement, id in each:
            yield statement.role, id
            if statement.role is Role.COMPONENT and Part.NUMBER in statement.facts:
                yield Role.EVOLVE, id


def _paired(old: Written, texts: Sequence[str], sights: Sequence[Sight]) -> dict[int, int]:
    """For each new line the old one that it was: the same text, the same thing, or the same place."""
    before = [line.text for line in old.lines]
    shared = min(len(before), len(texts))
    head = next((at for at in range(shared) if before[at] != texts[at]), shared)
    tail = next((at for at in range(shared - head) if before[-1 - at] != texts[-1 - at]), shared - head)
    pairs = {at: at for at in range(head)}
    pairs.update((len(texts) - 1 - at, len(before) - 1 - at) for at in range(tail))
    fresh = range(head, len(texts) - tail)
    gone = range(head, len(before) - tail)
    if fresh and gone:
        _pair_changed(_Changed(old, texts, sights, list(fresh), list(gone), pairs))
    return pairs


@dataclass
class _Changed:
    """The lines between the first and the last that differ: those not yet paired, and the pairs."""

    old: Written
    texts: Sequence[str]
    sights: Sequence[Sight]
    fresh: list[int]
    gone: list[int]
    pairs: dict[int, int]

    def take(self, pairs: Mapping[int, int]) -> None:
        used = set(pairs.values())
        self.pairs.update(pairs)
        self.fresh = [at for at in self.fresh if at not in pairs]
        self.gone = [at for at in self.gone if at not in used]


def _pair_changed(changed: _Changed) -> None:
    old, sights, texts = changed.old, changed.sights, changed.texts
    changed.take(_by_key([(at, texts[at]) for at in changed.fresh], [(at, old.lines[at].text) for at in changed.gone]))
    changed.take(
        _by_key(
            [(at, _key(said)) for at in changed.fresh for said in sights[at].line.statements[:1]],
            [(at, _key(claim.statement)) for at in changed.gone for claim in old.told.claims[at][:1]],
        )
    )
    changed.take(_by_place(changed))


def _by_key(fresh: Iterable[tuple[int, Hashable]], gone: Iterable[tuple[int, Hashable]]) -> dict[int, int]:
    """Lines with the same key, in their order."""
    there: dict[Hashable, deque[int]] = defaultdict(deque)
    for at, key in gone:
        there[key].append(at)
    return {at: there[key].popleft() for at, key in fresh if there.get(key)}


def _key(statement: Statement) -> Hashable:
    return (_table(statement), *(statement.facts.get(part) for part in _SAYS_WHICH))


def _by_place(changed: _Changed) -> dict[int, int]:
    """Lines that stand where others stood that are gone: in each stretch one after the other."""
    gone, fresh = set(changed.gone), set(changed.fresh)
    pairs: dict[int, int] = {}
    spot = 0
    for at in changed.fresh:
        if at - 1 not in fresh:
            spot = changed.pairs.get(at - 1, -1) + 1
        for there in range(spot, spot + _STRETCH):
            if there not in gone:
                break
            if _fits(changed, at, there):
                pairs[at] = there
                spot = there + 1
                break
    return pairs


def _fits(changed: _Changed, new: int, old: int) -> bool:
    """Whether a new line can be what has become of an old one: about the same kind of thing, or not yet about any."""
    claims, line = changed.old.told.claims[old], changed.sights[new].line
    if not claims or not line.statements:
        return bool(claims and line.faults)
    table = _table(claims[0].statement)
    return any(_table(each) == table for each in _readings(changed.sights[new]))


def _table(statement: Statement) -> str:
    return TABLES.get(statement.role, statement.role)
