"""How a cost is measured: as CPU time, in turn with its floor, by the median."""

from __future__ import annotations

import gc
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass

REPEATS = 9
FEWEST = 7
PATIENCE = 20.0
"""After so many seconds the fewest repeats will do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One measure: its cost, the cost of its floor (both in ms of CPU, or counts) and the ratio that it should keep."""

    id: str
    measure: str
    floor: str
    cost: float
    floor_cost: float
    target: float

    @property
    def ratio(self) -> float:
        """How many times the floor. Where the floor is nothing at all, the cost itself."""
        return self.cost / self.floor_cost if self.floor_cost else self.cost

    @property
    def verdict(self) -> str:
        return "ok" if self.ratio <= self.target else "over"

    def as_json(self) -> dict[str, str | float]:
        return {**asdict(self), "ratio": self.ratio, "verdict": self.verdict}


def in_turn(cases: Mapping[str, Callable[[], object]], repeats: int = REPEATS) -> dict[str, float]:
    """The median CPU time of each case in ms. They take turns, so that a slow moment of the machine meets them all."""
    for case in cases.values():
        case()
    times: dict[str, list[float]] = {name: [] for name in cases}
    gc.collect()
    gc.disable()
    begun = time.monotonic()
    for turn in range(repeats):
        if turn >= FEWEST and time.monotonic() - begun > PATIENCE:
            break
        for name, case in cases.items():
            begin = time.process_time()
            case()
            times[name].append((time.process_time() - begin) * 1000)
    gc.enable()
    return {name: statistics.median(values) for name, values in times.items()}


def often(times: int, act: Callable[[], object]) -> Callable[[], None]:
    """A case that is too short for the clock, done so many times."""

    def case() -> None:
        for _ in range(times):
            act()

    return case


def processes_in_turn(codes: Mapping[str, str], repeats: int = REPEATS) -> dict[str, float]:
    """The median CPU time in ms of a fresh Python that runs each piece of code."""
    times: dict[str, list[float]] = {name: [] for name in codes}
    for turn in range(repeats + 1):
        for name, code in codes.items():
            spent = _cpu_of_process(code)
            if turn:
                times[name].append(spent)
    return {name: statistics.median(values) for name, values in times.items()}


def _cpu_of_process(code: str) -> float:
    # The first turn compiles, as a user's first start does; every later one finds the bytecode, as theirs do.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime) * 1000
