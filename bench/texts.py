"""O1: reading the text of OnlineWardleyMaps."""

from __future__ import annotations

from collections.abc import Iterator

from bench.maps import synthetic
from bench.measure import REPEATS, Row, in_turn, often
from mapper.files import owm


def rows() -> Iterator[Row]:
    unread, unread_large, known = _unread(1_000), _unread(5_000), _text(1_000, seed=7)
    shown = owm.read(known).document
    letters = iter([known.replace("component ", f"component {'x' * turn}", 1) for turn in range(1, REPEATS + 2)])
    cost = in_turn(
        {
            "first": lambda: owm.read(next(unread)),
            "more": lambda: owm.read(next(unread_large)),
            "typed": lambda: owm.read(next(letters), shown),
            "split": often(20, lambda: known.split()),
        }
    )
    words = cost["split"] / 20
    yield Row("O1", "import an OWM text of 1,000 components", "its words", cost["first"], words, 60)
    yield Row("O1", "import one of 5,000 components", "one of 1,000", cost["more"], cost["first"], 6)
    yield Row("O1", "read it again after a letter was typed", "its words", cost["typed"], words, 60)


def _unread(size: int) -> Iterator[str]:
    """A different text for each turn: lines that were read before are remembered, and an import knows none."""
    return iter([_text(size, seed) for seed in range(REPEATS + 1)])


def _text(size: int, seed: int) -> str:
    """A map of so many components with two links each, as anybody might have typed it."""
    document = synthetic(size, seed=seed)
    names = {id: component.name for id, component in document.components.items()}
    lines = [f"component {names[c.id]} [{c.visibility}, {c.evolution}]" for c in document.components.values()]
    lines += [f"{names[link.source]}->{names[link.target]}" for link in document.links.values()]
    return "\n".join(lines) + "\n"
