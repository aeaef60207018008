"""How a map is looked at: what of it is left out, what stands out. It is no part of the document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from mapper.drawing.scene import Show
from mapper.model import Id


@dataclass(frozen=True, slots=True)
class ViewChoices:
    """What the user has chosen for one open map.

    `hidden` names layers (`LAYERS`) that are not shown. With `focuses`, all but what is selected and what that rests on
    stands back. `found` is what a search has found.
    """

    hidden: frozenset[str] = frozenset()
    focuses: bool = False
    found: frozenset[Id] = frozenset()

    def toggled(self, layer: str) -> ViewChoices:
        """With a layer hidden that was shown, or the other way round."""
        return replace(self, hidden=self.hidden ^ {layer})


LAYERS = {
    "contracts": "Contracts",
    "methods": "Methods",
    "evolve": "Evolution to come",
    "labels": "Names",
    "notes": "Notes and annotations",
    "interfaces": "Numbers of interfaces",
    "legend": "Legend",
}
"""What can be left out, each with its title. The names are those of `drawing.scene.Show`."""


def show_of(view: ViewChoices) -> Show:
    """What is to be drawn."""
    hidden = view.hidden
    return Show(
        contracts="contracts" not in hidden,
        methods="methods" not in hidden,
        evolve="evolve" not in hidden,
        labels="labels" not in hidden,
        notes="notes" not in hidden,
        interfaces="interfaces" not in hidden,
        legend="legend" not in hidden,
    )
