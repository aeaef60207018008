from __future__ import annotations

import pytest

from mapper.model import Component, ComponentType, Id, Stages
from mapper.procurement.vocabulary import stage_name

_PLACES = (0.1, 0.3, 0.5, 0.9)


def _stages_of(what: ComponentType | None, stages: Stages) -> list[str]:
    part = Component(id=Id("p"), name="p", evolution=0.1, visibility=0.5, type=what)
    return [stage_name(part, stages, at) for at in _PLACES]


@pytest.mark.parametrize(
    ("what", "words"),
    [
        (None, ["Genesis", "Custom Built", "Product (+ rental)", "Commodity (+ utility)"]),
        (ComponentType.ACTIVITY, ["Genesis", "Custom Built", "Product (+ rental)", "Commodity (+ utility)"]),
        (ComponentType.PRACTICE, ["Novel", "Emerging", "Good", "Best"]),
        (ComponentType.DATA, ["Unmodelled", "Divergent", "Convergent", "Modelled"]),
        (ComponentType.KNOWLEDGE, ["Concept", "Hypothesis", "Theory", "Accepted"]),
    ],
)
def test_what_evolves_has_words_of_its_own_for_the_stages(what: ComponentType | None, words: list[str]) -> None:
    assert _stages_of(what, Stages()) == words


def test_activities_go_by_what_the_map_calls_its_stages_and_by_where_it_draws_the_lines() -> None:
    own = Stages(lines=(0.2, 0.4, 0.6), names=("New", "Made", "Sold", "Piped"))
    assert _stages_of(ComponentType.ACTIVITY, own) == ["New", "Made", "Sold", "Piped"]
    assert _stages_of(ComponentType.PRACTICE, own) == ["Novel", "Emerging", "Good", "Best"]
    assert stage_name(Component(id=Id("p"), name="p", evolution=0.19, visibility=0.5), own) == "New"
