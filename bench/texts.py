"""O1: reading the text of OnlineWardleyMaps."""

from __future__ import annotations

from collections.abc import Iterator

from bench.maps import synthetic
from bench.measure import Row, in_turn, often
from mapper.files import owm
from mapper.model import BLANK


def rows() -> Iterator[Row]:
    small, large = _text(1_000), _text(5_000)
    cost = in_turn(
        {"read": lambda: owm.read(small), "split": often(20, lambda: small.split()), "more": lambda: owm.read(large)}
    )
    yield Row("O1", "import an OWM text of 1,000 components", "its words", cost["read"], cost["split"] / 20, 60)
    yield Row("O1", "import one of 5,000 components", "one of 1,000", cost["more"], cost["read"], 6)


def _text(size: int) -> str:
    """A map of so many components with its links, as anybody might have typed it."""
    document = synthetic(size)
    return owm.write(BLANK.but(components=document.components, links=document.links))
