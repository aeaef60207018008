"""Stages of maps whose language draws them as quarters, where ours are not.

The same number means another stage elsewhere: 0.45 is a product here and custom built there. Where a map does not say
where its stages end, the user chooses between keeping what each thing is and keeping where it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from mapper.files.importer import Answers, Question
from mapper.model import Stages

QUARTERS = (0.25, 0.5, 0.75)
STAGES = "stages"
KEEP_STAGE, KEEP_POSITION = "stage", "position"

Move = Callable[[float], float]
"""From a place along evolution in the file to one on our map."""


def question(language: str) -> Question:
    """What a map without stage lines of its own leaves open."""
    return Question(
        STAGES,
        f"{language} draws the four stages equally wide, and this map does not say where its stages end.",
        (
            (KEEP_STAGE, "Keep the stage that each component is in, and move it to where that stage is here"),
            (KEEP_POSITION, "Keep the position of each component; some will be in another stage"),
        ),
        KEEP_STAGE,
    )


def mover(answers: Answers) -> Move:
    """How places along evolution are taken over from a map drawn in quarters."""
    return keep_position if answers.get(STAGES) == KEEP_POSITION else keep_stage


def notice(language: str, answers: Answers) -> str:
    """A sentence that says what `mover` did."""
    if answers.get(STAGES) == KEEP_POSITION:
        return (
            f"{language} draws the four stages equally wide. Every component kept its position, so some may be in "
            "another stage than there."
        )
    return (
        f"{language} draws the four stages equally wide. Every component kept its stage, so positions along evolution "
        "were moved to where the stages are here."
    )


def keep_position(evolution: float) -> float:
    return evolution


def keep_stage(evolution: float) -> float:
    """The place in the same stage, as far along it, where the stages end as ours do; to four decimals."""
    ends = (0.0, *QUARTERS, 1.0)
    ours = (0.0, *Stages().lines, 1.0)
    at = min(bisect_right(ends, evolution), 4) - 1
    share = (evolution - ends[at]) / (ends[at + 1] - ends[at])
    return round(min(1.0, max(0.0, ours[at] + share * (ours[at + 1] - ours[at]))), 4)
