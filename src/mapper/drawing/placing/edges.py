"""The lines of all outlines, as points along them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from mapper.drawing.frame import Frame
from mapper.drawing.outlining.rings import even
from mapper.drawing.placing.count import Count
from mapper.drawing.placing.rating import Floats
from mapper.model import Id

EDGE_STEP = 4.0
_BIN = 2.0
_SOME = 4


@dataclass(frozen=True, eq=False)
class Edges:
    """`count` tells how many points lie in a rectangle; some of them are kept one by one, as boxes of no size."""

    count: Count
    some: Floats
    rows: Mapping[Id, tuple[int, int]]

    @classmethod
    def of(cls, rings: Mapping[Id, tuple[Floats, ...]], frame: Frame) -> Edges:
        points = [np.vstack([even(ring, EDGE_STEP) for ring in parts]) for parts in rings.values()]
        some = [np.hstack([line, line])[::_SOME] for line in points]
        return cls(
            count=Count(frame, np.vstack([np.zeros((0, 2)), *points]), _BIN),
            some=np.vstack([np.zeros((0, 4)), *some]),
            rows=dict(zip(rings, pairwise(accumulate(map(len, some), initial=0)), strict=True)),
        )

    def of_others(self, contract: Id) -> Floats:
        """Some points of all outlines but one."""
        return np.delete(self.some, slice(*self.rows[contract]), 0)
