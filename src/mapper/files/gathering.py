"""A map that is put together from somebody else's data, and what of that data has no place in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from mapper.files.ids import Ids
from mapper.files.problem import Place
from mapper.files.report import Opened, Problem, Problems
from mapper.model import Component, Document, Flow, Id, Link, Record, clean_name, clean_text
from mapper.model.values import LONGEST_TEXT

LEFT_OUT = "It is left out."
_MIDDLE = 0.5
_MOST_NAMED = 20
_LONGEST_QUOTED = 200


@dataclass(slots=True)
class Gathering:
    """Records by table, with fresh ids from `ids`, and what there is to report. `format` is what users call the format;
    `in_rows` says that its lines are rows of tables, and `rows` what these became, by the name of the sheet, empty if there is but one, and number."""

    format: str
    in_rows: bool = False
    ids: Ids = field(default_factory=Ids)
    problems: Problems = field(default_factory=Problems)
    notices: list[str] = field(default_factory=list)
    unresolved_links: int = 0
    components: dict[Id, Component] = field(default_factory=dict)
    tables: dict[str, dict[Id, Record]] = field(default_factory=dict)
    rows: dict[tuple[str, int], Id] = field(default_factory=dict)
    _unknown: Counter[str] = field(default_factory=Counter)

    def tell(self, reason: str, done: str = LEFT_OUT, at: Place | None = None) -> None:
        """Report something that cannot be taken as it stands; each is one sentence."""
        if at is None:
            self.problems.add(Problem(reason, done))
            return
        text, record = at.text[:_LONGEST_QUOTED], self.rows.get((at.sheet, at.line))
        self.problems.add(Problem(reason, done, at.line, at.column, text, sheet=at.sheet, record=record))

    def unknown(self, fields: Iterable[str]) -> None:
        """Fields that this program has no place for; they are told of together, by name."""
        self._unknown.update(fields)

    def put(self, table: str, record: Record) -> None:
        self.tables.setdefault(table, {})[record.id] = record

    def name(self, text: str, at: Place | None = None) -> str:
        """A text as a name: one line of at most 500 letters. What is lost is reported."""
        name = clean_name(text)
        if len(name) == 500 and len(" ".join(clean_text(text).split())) > 500:
            self.tell(f"The name “{name[:40]}…” is longer than 500 letters.", "The rest of it is left out.", at)
        return name

    def text(self, text: str, at: Place | None = None) -> str:
        """A text of at most LONGEST_TEXT letters. What is lost is reported."""
        whole = clean_text(text)
        if len(whole) == LONGEST_TEXT < len(text):
            beginning = " ".join(whole[:40].split())
            self.tell(
                f"The text “{beginning}…” is longer than {LONGEST_TEXT:,} letters.", "The rest of it is left out.", at
            )
        return whole

    def fraction(self, value: float | None, axis: str, whose: str, at: Place | None = None) -> float:
        """A place along an axis, brought onto the map if it is beyond, and to its middle if there is none."""
        if value is None:
            self.tell(f"“{whose}” has no {axis}.", f"It is put at {_MIDDLE}.", at)
            return _MIDDLE
        if 0 <= value <= 1:
            return value
        nearest = min(1.0, max(0.0, value))
        self.tell(f"The {axis} of “{whose}” is {value:g}, which is not on the map.", f"It is put at {nearest:g}.", at)
        return nearest

    def link(
        self,
        ends: tuple[Id | None, Id | None],
        said: tuple[str, str],
        at: Place | None = None,
        *,
        label: str = "",
        flow: Flow | None = None,
        value: str = "",
    ) -> None:
        """A link between two components; one that leads to none, or back to where it starts, is reported as unresolved.

        `said` is what the file calls the two ends.
        """
        source, target = ends
        if source is None or target is None or source == target:
            self.unresolved_links += 1
            lost = next((name for name, end in zip(said, ends, strict=True) if end is None), None)
            why = "joins it to itself" if lost is None else f"leads to “{clean_name(lost)}”, which is not on the map"
            self.tell(f"A link from “{clean_name(said[0])}” {why}.", LEFT_OUT, at)
            return
        id = self.ids.take(said[0], said[1])
        label, value = self.name(label, at), self.name(value, at)
        self.put("links", Link(id=id, source=source, target=target, label=label, flow=flow, value=value))

    def opened(self, document: Document) -> Opened:
        """The document with all that was gathered, and the report."""
        if self._unknown:
            self.notices.append(self._no_place())
        whole = document.but(components=self.components, **self.tables)
        return Opened(whole, self.format, self.problems.all(), tuple(self.notices), self.unresolved_links, self.in_rows)

    def _no_place(self) -> str:
        times = [f"“{clean_name(name)[:60]}”{f' ({n} times)' if n > 1 else ''}" for name, n in self._unknown.items()]
        more = f" and {len(times) - _MOST_NAMED} more" if len(times) > _MOST_NAMED else ""
        return f"Fields that have no place in a map here are left out: {', '.join(times[:_MOST_NAMED])}{more}."
