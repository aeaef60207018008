"""O1: reading the text of OnlineWardleyMaps."""

from __future__ import annotations

from collections.abc import Iterator

from bench.maps import synthetic
from bench.measure import REPEATS, Row, in_turn, often
from mapper.files import owm
from mapper.model import BLANK


def rows() -> Iterator[Row]:
    unread, known, large = _unread(1_000), _text(1_000, seed=7), _text(5_000, seed=7)
    cost = in_turn(
        {
            "first": lambda: owm.read(next(unread)),
            "again": lambda: owm.read(known),
            "split": often(20, lambda: known.split()),
            "more": lambda: owm.read(large),
        }
    )
    words = cost["split"] / 20
    yield Row("O1", "import an OWM text of 1,000 components", "its words", cost["first"], words, 60)
    yield Row("O1", "read it again, as after each letter that is typed", "its words", cost["again"], words, 60)
    yield Row("O1", "read one of 5,000 components again", "one of 1,000", cost["more"], cost["again"], 6)


def _unread(size: int) -> Iterator[str]:
    """A different text for each turn: lines that were read before are remembered, and an import knows none."""
    return iter([_text(size, seed) for seed in range(REPEATS + 1)])


def _text(size: int, seed: int) -> str:
    """A map of so many components with its links, as anybody might have typed it."""
    document = synthetic(size, seed=seed)
    return owm.write(BLANK.but(components=document.components, links=document.links))
