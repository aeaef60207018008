"""One candidate for each text, so that few meet: best answers in turn, then those still in each other's way give way."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mapper.drawing.placing.rating import Floats

CLASH = 14.0
"""What it costs that two texts meet."""
APART = 4.0
_SWEEPS = 14
_ROUNDS = 3
_TRIED = 60
_EFFORT = 6000
"""So many answers are asked for while texts give way: a hopeless crowd must not hold the others up."""


class Choice:
    """`rects[i]` (n, 4) and `costs[i]` (n,) are the candidates of text i."""

    def __init__(self, rects: Sequence[Floats], costs: Sequence[Floats]) -> None:
        self._rects, self._costs = rects, costs
        self.picked = [int(cost.argmin()) for cost in costs]
        self._boxes = np.array([rect[at] for rect, at in zip(rects, self.picked, strict=True)]).reshape(-1, 4)
        self._near = _neighbours(rects)
        self._effort = _EFFORT

    def settle(self) -> list[int]:
        """The index of the candidate that each text takes."""
        self._sweep()
        for _ in range(_ROUNDS):
            stuck = [text for text in range(len(self._rects)) if self._clashes(text)]
            for text in stuck:
                self._give_way(text)
        return self.picked

    def _sweep(self) -> None:
        order = sorted(range(len(self._rects)), key=lambda text: -len(self._near[text]))
        stale = set(order)
        for _ in range(_SWEEPS):
            for text in order:
                if text not in stale:
                    continue
                stale.discard(text)
                burdens = self._burdens(text)
                best = int(burdens.argmin())
                if burdens[best] < burdens[self.picked[text]] - 1e-9:
                    self._take(text, best)
                    stale.update(self._near[text].tolist())
            if not stale:
                return

    def _take(self, text: int, candidate: int) -> None:
        self.picked[text] = candidate
        self._boxes[text] = self._rects[text][candidate]

    def _burdens(self, text: int) -> Floats:
        """What each candidate of a text costs while the others stay."""
        others = self._boxes[self._near[text]]
        if not len(others):
            return self._costs[text]
        burdens: Floats = self._costs[text] + CLASH * _meet(self._rects[text], others).sum(1)
        return burdens

    def _clashes(self, text: int) -> bool:
        return bool(_meet(self._boxes[text][None], self._boxes[self._near[text]]).any())

    def _give_way(self, text: int) -> None:
        """Try a text's better candidates with each neighbour in the way answering; keep what is best for all."""
        near = self._near[text]
        touched = [text, *near.tolist()]
        start = [self.picked[one] for one in touched]
        least, kept = self._total(touched), start
        for candidate in np.argsort(self._costs[text], kind="stable")[:_TRIED].tolist():
            if self._effort <= 0:
                break
            self._restore(touched, start)
            self._take(text, candidate)
            for other in near[_meet(self._boxes[text][None], self._boxes[near])[0]].tolist():
                self._take(other, int(self._burdens(other).argmin()))
            self._effort -= len(touched)
            total = self._total(touched)
            if total < least - 1e-9:
                least, kept = total, [self.picked[one] for one in touched]
        self._restore(touched, kept)

    def _restore(self, texts: list[int], picked: list[int]) -> None:
        for text, candidate in zip(texts, picked, strict=True):
            if self.picked[text] != candidate:
                self._take(text, candidate)

    def _total(self, texts: list[int]) -> float:
        """What these texts cost, each clash among them and with others once."""
        own = sum(float(self._costs[text][self.picked[text]]) for text in texts)
        among = set(texts)
        clashes = 0.0
        for text in texts:
            near = self._near[text]
            meet = _meet(self._boxes[text][None], self._boxes[near])[0]
            clashes += sum(0.5 if other in among else 1.0 for other in near[meet].tolist())
        return own + CLASH * clashes


def _meet(rects: Floats, others: Floats) -> np.ndarray[tuple[int, int], np.dtype[np.bool_]]:
    meet: np.ndarray[tuple[int, int], np.dtype[np.bool_]] = (
        (rects[:, None, 0] < others[None, :, 2] + APART)
        & (others[None, :, 0] - APART < rects[:, None, 2])
        & (rects[:, None, 1] < others[None, :, 3] + APART)
        & (others[None, :, 1] - APART < rects[:, None, 3])
    )
    return meet


def _neighbours(rects: Sequence[Floats]) -> list[np.ndarray[tuple[int], np.dtype[np.intp]]]:
    """For each text, the others that some candidate could meet."""
    if not rects:
        return []
    reach = np.array([(*rect[:, :2].min(0), *rect[:, 2:].max(0)) for rect in rects])
    found = []
    for text in range(len(rects)):
        meet = _meet(reach[text][None], reach)[0]
        meet[text] = False
        found.append(np.flatnonzero(meet))
    return found
