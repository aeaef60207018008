"""The words for stages, for users and for yes and no that people write into tables."""

from __future__ import annotations

from mapper.model import Stage

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

STAGE_WORDS = {word: stage for stage, words in _STAGES for word in words.split(", ")}
"""Activities, knowledge, practices and data have words of their own for the four stages."""

ANCHOR_WORDS = {"anchor", "user", "user need", "need", "actor", "customer"}
YES = {"yes", "y", "true", "x", "✓", "✔", "inertia"}
NO = {"", "no", "n", "false", "none", "-", "–", "0"}
