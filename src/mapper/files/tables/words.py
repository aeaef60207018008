"""The words for stages, for users and for yes and no that people write into tables."""

from __future__ import annotations

import re
import unicodedata

from mapper.files.tables.languages import ANCHORS, STAGES
from mapper.model import Stage

_NOT_WORDS = re.compile(r"[\W_]+")


def plain(text: str) -> str:
    """The words of a text in small letters without accents, a blank between them: as different hands write them alike."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return _NOT_WORDS.sub(" ", "".join(letter for letter in letters if not unicodedata.combining(letter))).strip()


def listed(words: str) -> list[str]:
    """The words between commas."""
    return [plain(word) for word in words.split(",")]


_STAGES = (
    (
        Stage.GENESIS,
        "genesis, i, concept, novel, unmodelled, unmodeled, new, innovation",
    ),
    (
        Stage.CUSTOM,
        "custom built, custom, custombuilt, custom build, bespoke, ii, hypothesis, emerging, divergent",
    ),
    (
        Stage.PRODUCT,
        "product, product rental, product or rental, rental, products, iii, theory, good, convergent",
    ),
    (
        Stage.COMMODITY,
        "commodity, commodity utility, commodity or utility, utility, iv, accepted, best, modelled, modeled",
    ),
)

STAGE_WORDS = {word: stage for stage, words in (*_STAGES, *STAGES.items()) for word in listed(words)}
"""Activities, knowledge, practices and data have words of their own for the four stages."""

ANCHOR_WORDS = {"anchor", "user", "user need", "need", "actor", "customer", *listed(ANCHORS)}
YES = {"yes", "y", "true", "x", "✓", "✔", "inertia"}
NO = {"", "no", "n", "false", "none", "-", "–", "0"}
