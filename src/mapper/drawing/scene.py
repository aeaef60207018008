"""What is drawn, where it was put, and how."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from mapper.drawing.belonging import homes_of
from mapper.drawing.frame import Frame
from mapper.drawing.layout import Layout
from mapper.drawing.theme import Theme
from mapper.model import Contract, Document, Id, Method
from mapper.procurement.methods import contract_method


@dataclass(frozen=True, slots=True)
class Show:
    """Which parts of a map are drawn. With `only_contract` that contract is lit and all else stands back in grey;
    so does all that is not among the records that are `lit`, unless that is None. Where the document is a part of a map,
    `registered` tells the numbers of the whole map's interfaces: source, target, number."""

    contracts: bool = True
    interfaces: bool = True
    legend: bool = True
    methods: bool = True
    labels: bool = True
    notes: bool = True
    evolve: bool = True
    headline: bool = True
    only_contract: Id | None = None
    lit: frozenset[Id] | None = None
    registered: tuple[tuple[Id, Id, int], ...] = ()


ALL = Show()


@dataclass(frozen=True, slots=True)
class Scene:
    """One map as a surface shows it."""

    document: Document
    frame: Frame
    theme: Theme
    layout: Layout
    show: Show = ALL

    def homes(self, component: Id) -> tuple[Id, ...]:
        """The contracts in whose outline a component is seen; none where contracts are not shown."""
        return homes_of(component, self.document) if self.show.contracts else ()

    def fill_method(self, contract: Contract) -> Method | None:
        """The method that a contract's fill shows, if methods are shown."""
        return contract_method(contract, self.document) if self.show.methods else None

    def is_lit(self, *components: Id) -> bool:
        """Whether what joins these stands out: where one contract is lit, if one of them is in it; where some records are,
        if all of them are."""
        if self.show.lit is not None and not self.show.lit.issuperset(components):
            return False
        lit = self.show.only_contract
        return lit is None or any(lit in homes_of(component, self.document) for component in components)

    def is_contract_lit(self, contract: Id) -> bool:
        """Whether a contract stands out."""
        return self.show.only_contract in (None, contract) and (self.show.lit is None or contract in self.show.lit)

    def is_remark_lit(self, remark: Id) -> bool:
        """Whether what stands on the map by itself does: not where a contract is lit."""
        return self.show.only_contract is None and (self.show.lit is None or remark in self.show.lit)

    def standing_back(self) -> Scene:
        """The same scene for a record that is not lit."""
        return replace(self, theme=faint(self.theme), show=replace(self.show, labels=False, methods=False))


@lru_cache(maxsize=8)
def faint(theme: Theme) -> Theme:
    """A theme in which everything that could catch the eye is grey."""
    grey = theme.faint
    return replace(
        theme,
        ink=grey,
        soft=grey,
        ring=grey,
        node=theme.plot,
        link=grey,
        crossing=grey,
        anchor_link=grey,
        evolve=grey,
        disc_rim=grey,
        remark=grey,
        grounds=dict.fromkeys(theme.grounds, theme.plot),
        letters=False,
        hatches={},
        payments=dict.fromkeys(theme.payments, grey),
    )
