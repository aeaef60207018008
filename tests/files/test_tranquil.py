"""Maps of tranquil.systems, whose heights are counted from the top."""

from __future__ import annotations

import pytest

from mapper.files.content import Content
from mapper.files.opening import importer_of
from mapper.files.report import Opened
from mapper.files.tranquil import TRANQUIL
from mapper.model import Id

MAP = """Tea (90, 50)
Kettle (30, 70) [Square]
Hot water (95, 80)
Tea -> Kettle
Kettle -- Hot water
[Group] Tea, Kettle
[Inertia] Kettle
[Evolution] Kettle +25
[Note] (10, 10) first \\n second
// remark
"""


def opened(text: str, **answers: str) -> Opened:
    content = Content(text.encode(), "map.wmap")
    assert importer_of(content) is TRANQUIL
    return TRANQUIL.read(content, {"stages": "position", **answers})


@pytest.mark.parametrize("text", [MAP, "Tea (0.9, 0.5)\nKettle (0.3, 0.7)\n"])
def test_numbers_go_to_a_hundred_or_to_one_and_down_from_the_top(text: str) -> None:
    tea, kettle, *_ = opened(text).document.components.values()
    assert (tea.name, tea.evolution, tea.visibility) == ("Tea", 0.9, 0.5)
    assert (kettle.name, kettle.evolution, kettle.visibility) == ("Kettle", 0.3, 0.3)


def test_everything_else_of_the_language_is_kept() -> None:
    result = opened(MAP)
    kettle = result.document.components[Id("kettle")]
    assert kettle.inertia is not None
    assert kettle.evolve is not None
    assert kettle.evolve.evolution == 0.55
    assert kettle.description == "Shape: square"
    (note,) = result.document.notes.values()
    assert (note.text, note.evolution, note.visibility) == ("first\nsecond", 0.1, 0.9)
    assert [(one.source, one.target) for one in result.document.links.values()] == [
        ("tea", "kettle"),
        ("kettle", "hot-water"),
    ]
    assert any("without a direction" in notice for notice in result.notices)
    assert result.problems == ()


def test_a_group_becomes_a_contract_if_the_user_agrees() -> None:
    (contract,) = opened(MAP).document.contracts.values()
    assert (contract.ref, contract.members) == ("C1", ("tea", "kettle"))
    without = opened(MAP, groups="none").document
    assert without.contracts == {}
    assert without.components[Id("tea")].description == "Group: Tea, Kettle"
    assert [question.id for question in TRANQUIL.questions(Content(MAP.encode(), "a"))] == ["stages", "groups"]


def test_stage_widths_are_the_maps_own() -> None:
    text = f"{MAP}[I] 20\n[III] 80\n"
    assert opened(text).document.stages.lines == (0.2, 0.5, 0.8)
    assert [question.id for question in TRANQUIL.questions(Content(text.encode(), "a"))] == ["groups"]


@pytest.mark.parametrize("line", ["what is this", "[Cloud] Tea", "[Inertia] Nobody", "Tea -> Nobody", "Far (200, 10)"])
def test_what_is_not_understood_is_told_with_its_line(line: str) -> None:
    assert 2 in [problem.line for problem in opened(f"Tea (90, 50)\n{line}\n").problems]


def test_the_text_of_onlinewardleymaps_in_a_wmap_is_not_taken() -> None:
    content = Content(b"component Tea (hot) [0.5, 0.5]\nnote see (1, 2)\nTea (1, 2)->Cup [3, 4]\n", "map.wmap")
    assert importer_of(content).id == "owm"
