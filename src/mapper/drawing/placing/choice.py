"""One candidate for each text, so that few meet: best answers in turn, then texts ill placed ask others to give way."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mapper.drawing.placing.rating import Floats, Rows, in_reach

CLASH = 14.0
"""What it costs that two texts meet."""
APART = 4.0
_SWEEPS = 14
_ROUNDS = 3
_UNEASY = 0.8
"""A text that pays so much more than it would alone asks others to give way; on a crowded map only one in a clash."""
_CROWD = 150
_TRIED = 40
_MOST_ASKED = 3
_EFFORT = 2500
"""So many answers are asked for while texts give way: a hopeless crowd must not hold the others up."""


class Choice:
    """`rects[i]` (n, 4) and `costs[i]` (n,) are the candidates of text i."""

    def __init__(self, rects: Sequence[Floats], costs: Sequence[Floats]) -> None:
        self._rects, self._costs = rects, costs
        self.picked = [int(cost.argmin()) for cost in costs]
        self._least = np.array([float(cost[at]) for cost, at in zip(costs, self.picked, strict=True)])
        self._boxes = np.array([rect[at] for rect, at in zip(rects, self.picked, strict=True)]).reshape(-1, 4)
        reach = np.array([(*rect[:, :2].min(0), *rect[:, 2:].max(0)) for rect in rects]).reshape(-1, 4)
        self._one, self._other = in_reach(reach, APART)
        starts = np.searchsorted(self._one, np.arange(1, len(rects)))
        self._near: list[Rows] = np.split(self._other, starts) if len(rects) else []
        self._effort = _EFFORT

    def settle(self) -> list[int]:
        """The index of the candidate that each text takes."""
        self._sweep()
        for _ in range(_ROUNDS):
            # A list, not any() of a generator: all of them are to be tried.
            if not any([self._give_way(text) for text in self._uneasy()]):
                break
        return self.picked

    def _clashes(self) -> Rows:
        """How many others each text meets."""
        mine, theirs = self._boxes[self._one], self._boxes[self._other]
        meet = (mine[:, :2] < theirs[:, 2:] + APART).all(1) & (theirs[:, :2] - APART < mine[:, 2:]).all(1)
        return np.bincount(self._one[meet], minlength=len(self._rects))

    def _sweep(self) -> None:
        # Who has the best place and meets nobody there stays anyway.
        stale = set(np.flatnonzero(self._clashes()).tolist())
        order = sorted(range(len(self._rects)), key=lambda text: -len(self._near[text]))
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

    def _uneasy(self) -> list[int]:
        """The texts that might win most if others gave way, worst off first."""
        own = np.array([cost[at] for cost, at in zip(self._costs, self.picked, strict=True)])
        unease = own + CLASH * self._clashes() - self._least
        least = _UNEASY if len(own) <= _CROWD else CLASH / 2
        return [text for text in np.argsort(-unease, kind="stable").tolist() if unease[text] > least]

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

    def _give_way(self, text: int) -> bool:
        """Take the candidate that is best for all when those in its way answer. Whether there was a better one."""
        near, costs = self._near[text], self._costs[text]
        bearable = float(self._burdens(text)[self.picked[text]]) - 1e-6
        blocked = _meet(self._rects[text], self._boxes[near])
        likely = [at for at in np.argsort(costs, kind="stable")[:_TRIED].tolist() if costs[at] < bearable]
        most, best = 1e-6, None
        for candidate in likely:
            asked = near[blocked[candidate]].tolist()
            if self._effort <= 0 or len(asked) > _MOST_ASKED:
                continue
            involved = [text, *asked]
            before, start = self._total(involved), [self.picked[one] for one in involved]
            self._take(text, candidate)
            for other in asked:
                self._take(other, int(self._burdens(other).argmin()))
            self._effort -= len(involved)
            gain = before - self._total(involved)
            if gain > most:
                most, best = gain, (involved, [self.picked[one] for one in involved])
            self._restore(involved, start)
        if best is not None:
            self._restore(*best)
        return best is not None

    def _restore(self, texts: list[int], picked: list[int]) -> None:
        for text, candidate in zip(texts, picked, strict=True):
            self._take(text, candidate)

    def _total(self, texts: list[int]) -> float:
        """What these texts cost, each clash among them and with others once."""
        own = sum(float(self._costs[text][self.picked[text]]) for text in texts)
        clashes = 0.0
        for text in texts:
            near = self._near[text]
            meet = _meet(self._boxes[text][None], self._boxes[near])[0]
            clashes += sum(0.5 if other in texts else 1.0 for other in near[meet].tolist())
        return own + CLASH * clashes


def _meet(rects: Floats, others: Floats) -> NDArray[np.bool_]:
    meet: NDArray[np.bool_] = rects[:, None, 0] < others[None, :, 2] + APART
    meet &= others[None, :, 0] - APART < rects[:, None, 2]
    meet &= rects[:, None, 1] < others[None, :, 3] + APART
    meet &= others[None, :, 1] - APART < rects[:, None, 3]
    return meet
