"""Which lines a document's text has, and in what order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from mapper.files.owm.claims import Claim, Told
from mapper.files.owm.names import Lookup
from mapper.files.owm.settings import UNSAID
from mapper.files.owm.statement import SETTINGS, Role
from mapper.files.owm.walking import NOWHERE
from mapper.files.owm.wishes import Wishes
from mapper.model import Document, Id

_TABLES = (
    (Role.PIPELINE, "pipelines"),
    (Role.LINK, "links"),
    (Role.NOTE, "notes"),
    (Role.ANNOTATION, "annotations"),
    (Role.ACCELERATOR, "accelerators"),
    (Role.ATTITUDE, "attitudes"),
)
GROUP = {
    **dict.fromkeys(SETTINGS, 0),
    Role.COMPONENT: 1,
    Role.PIPELINE: 2,
    Role.OPEN: 2,
    Role.MEMBER: 2,
    Role.CLOSE: 2,
    Role.EVOLVE: 3,
    Role.LINK: 4,
    Role.NOTE: 5,
    Role.ANNOTATION: 6,
    Role.ACCELERATOR: 7,
    Role.ATTITUDE: 8,
    Role.ADDRESS: 9,
}
"""What stands together, in the order in which we write it."""
_GROUPS = 10
_WRITTEN = tuple(role for role in SETTINGS if role is not Role.Y_AXIS)
"""OnlineWardleyMaps no longer reads a y-axis: where the text has none, a carried line says it."""
_TOP = -1
_NO_ID = Id("")


class Item(NamedTuple):
    """A line: one that is there, by its index, or a missing one, by what it is to speak of."""

    role: Role
    id: Id = _NO_ID
    at: int = NOWHERE


class Layout:
    """Keeps the lines that are there in their order, and puts missing ones beside their like."""

    def __init__(self, document: Document, wishes: Wishes, told: Told) -> None:
        self._document = document
        self._wishes = wishes
        self._sights, self._claims = told.sights, told.claims
        self._settings = {role: at for role, (at, _) in told.settings.items()}
        self._blocks = {at: claim.id for at, each in enumerate(told.claims) for claim in each if _is_pipeline(claim)}
        self._gone = {
            at
            for role, (at, statement) in told.settings.items()
            if wishes.setting(role) is None and statement.facts != UNSAID[role]
        }
        self._home: dict[tuple[Role, Id], int] = {}
        self._there: set[tuple[Role, Id]] = set()
        self._after: dict[int, list[Item]] = {}

    def items(self, names: Lookup) -> Iterator[Item]:
        """The lines in order. `names` says whom the names mean that the text has now."""
        for at, claims in enumerate(self._claims):
            if claims and not self._stays(at, claims, names):
                self._gone.add(at)
                self._home.update({(claim.statement.role, claim.id): at for claim in claims})
            self._there.update((claim.statement.role, claim.id) for claim in claims if at not in self._gone)
        self._place()
        yield from self._after.get(_TOP, ())
        for at in range(len(self._claims)):
            if at not in self._gone:
                yield Item(Role.CARRIED, at=at)
            yield from self._after.get(at, ())

    def _stays(self, at: int, claims: tuple[Claim, ...], names: Lookup) -> bool:
        """A line stays if there is something for it to say; one that says several things, if all of it is right."""
        if not all(self._is_wanted(at, claim) for claim in claims):
            return False
        if len(claims) == 1:
            return True
        wishes = [self._wishes.of(claim.statement.role, claim.id, claim.statement) for claim in claims]
        return not any(wish and wish.wrong(claim.statement, names) for claim, wish in zip(claims, wishes, strict=True))

    def _is_wanted(self, at: int, claim: Claim) -> bool:
        if not self._wishes.wants(claim.statement.role, claim.id):
            return False
        if claim.statement.role is not Role.MEMBER:
            return True
        return self._document.components[claim.id].pipeline == self._blocks.get(self._sights[at].block)

    def _place(self) -> None:
        missing: list[list[Item]] = [[] for _ in range(_GROUPS)]
        for item in self._missing():
            home = self._home.get((item.role, item.id))
            if home is not None:
                self._after.setdefault(home, []).append(item)
            else:
                missing[GROUP[item.role]].append(item)
        for group, spot in enumerate(self._spots()):
            if missing[group]:
                self._after.setdefault(spot, []).extend(missing[group])
        self._place_members()

    def _spots(self) -> list[int]:
        """After which line the missing ones of each group go."""
        spots = [_TOP] * _GROUPS
        for at, claims in enumerate(self._claims):
            is_inside = self._sights[at].block != NOWHERE
            for claim in claims:
                group = GROUP.get(claim.statement.role)
                if group is not None and at not in self._gone and (group == 2 or not is_inside):
                    spots[group] = at
        spots[0] = max(self._settings.values(), default=_TOP)
        for group in range(1, _GROUPS):
            if spots[group] == _TOP:
                spots[group] = spots[group - 1]
        return spots

    def _missing(self) -> Iterator[Item]:
        document, there = self._document, self._there
        yield from (Item(role) for role in _WRITTEN if role not in self._settings and self._wishes.setting(role))
        for id, component in document.components.items():
            if component.pipeline is None and there.isdisjoint(((Role.COMPONENT, id), (Role.MEMBER, id))):
                yield Item(Role.COMPONENT, id)
            if component.evolve is not None and (Role.EVOLVE, id) not in there:
                yield Item(Role.EVOLVE, id)
            if (Role.ADDRESS, id) not in there and self._wishes.address_line(id):
                yield Item(Role.ADDRESS, id)
        for role, table in _TABLES:
            yield from (Item(role, id) for id in getattr(document, table) if (role, id) not in there)

    def _place_members(self) -> None:
        """Members that no line speaks of go to the end of their pipeline's braces."""
        there = {id for role, id in self._there if role is Role.MEMBER}
        lacking: dict[Id, list[Item]] = {}
        for id, component in self._document.components.items():
            if component.pipeline is not None and id not in there:
                lacking.setdefault(component.pipeline, []).append(Item(Role.MEMBER, id))
        ends = self._block_ends()
        for pipeline, members in lacking.items():
            if pipeline in ends:
                self._after.setdefault(ends[pipeline], [])[:0] = members
            else:
                self._enclose(pipeline, members)

    def _block_ends(self) -> dict[Id, int]:
        """The last line within each pipeline's braces."""
        ends: dict[Id, int] = {}
        for at, claims in enumerate(self._claims):
            for claim in claims:
                if claim.statement.role is Role.OPEN and at not in self._gone:
                    ends[claim.id] = at
                elif claim.statement.role is Role.MEMBER and at not in self._gone:
                    pipeline = self._blocks.get(self._sights[at].block, _NO_ID)
                    ends[pipeline] = max(at, ends.get(pipeline, at))
        return ends

    def _enclose(self, pipeline: Id, members: list[Item]) -> None:
        """Braces with members after the line of a pipeline that has none."""
        block = [Item(Role.OPEN, pipeline), *members, Item(Role.CLOSE, pipeline)]
        for at, id in self._blocks.items():
            if id == pipeline and at not in self._gone:
                self._after.setdefault(at, [])[:0] = block
                return
        for items in self._after.values():
            if Item(Role.PIPELINE, pipeline) in items:
                spot = items.index(Item(Role.PIPELINE, pipeline)) + 1
                items[spot:spot] = block
                return


def _is_pipeline(claim: Claim) -> bool:
    return claim.statement.role is Role.PIPELINE
