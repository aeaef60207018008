"""The rows of a table become components, in contracts where they say so."""

from __future__ import annotations

from collections.abc import Sequence

from mapper.files.gathering import Gathering
from mapper.files.methods import method_of
from mapper.files.tables import cells
from mapper.files.tables.contracts import Contracts
from mapper.files.tables.fields import FIELD
from mapper.files.tables.names import Names
from mapper.files.tables.places import middles
from mapper.files.tables.rows import Row, cells_of
from mapper.files.tables.scales import Axis, Scale, axis_of
from mapper.model import COMPONENT, Component, Evolve, Id, Method, Position, Stage, Stages

_MIDDLE = 0.5
NO_EVOLUTION = "The table does not say how evolved anything is: every component is put about the middle."


class Components:
    """Puts rows on the map. `rows` are those that became a component, and `names` finds these again; `without_visibility`,
    `without_evolution` and `in_the_middle` of their stage are those whose place is not said exactly. `unit` is what the column of
    values counts in."""

    def __init__(self, gathering: Gathering, rows: Sequence[Row], unit: str = "") -> None:
        self._gathering = gathering
        self.names = Names()
        self.contracts = Contracts(gathering, unit)
        self.without_visibility: list[Id] = []
        self.without_evolution: list[Id] = []
        self.in_the_middle: dict[Id, Stage] = {}
        self.rows: list[tuple[Row, Id]] = []
        self._stages = Stages()
        self._middles = middles(self._stages)
        self._evolution = axis_of(cells_of(rows, "evolution", "evolve"), may_count_stages=True)
        self._stage = axis_of(cells_of(rows, "stage"), may_count_stages=True)
        self._visibility = axis_of(cells_of(rows, "visibility"))
        self._says_evolution = any(cells_of(rows, "evolution", "stage"))
        if rows and not self._says_evolution:
            gathering.notices.append(NO_EVOLUTION)
        self._tell_scales(rows)
        for row in rows:
            self._put(row)

    def _tell_scales(self, rows: Sequence[Row]) -> None:
        for field, axis in (("evolution", self._evolution), ("visibility", self._visibility)):
            if axis.scale is not Scale.ONE and any(row[field] for row in rows):
                self._gathering.notices.append(f"The column of {field} was read {axis.scale.value}.")

    def _put(self, row: Row) -> None:
        gathering, name = self._gathering, self._gathering.name(row["name"], row.at("name"))
        if not name:
            gathering.tell("A row has no name.", at=row.at("name"))
            return
        id = gathering.rows[row.key] = gathering.ids.take(name)
        if self.names.add(name, id):
            gathering.tell(f"Two rows are called “{name[:60]}”.", "Links lead to the first of them.", row.at("name"))
        evolution, stage = self._place(row, name)
        if stage is not None:
            self.in_the_middle[id] = stage
        if evolution is None:
            self.without_evolution.append(id)
        visibility = self._height(row)
        if visibility is None:
            self.without_visibility.append(id)
        component = self._component(
            row, id, name, Position(evolution=_MIDDLE if evolution is None else evolution, visibility=visibility or 0)
        )
        homeless = self.contracts.put(component, row)
        if homeless:
            component = component.but(description=gathering.text(f"{component.description}\n{homeless}".strip()))
        gathering.components[id] = component
        self.rows.append((row, id))

    def _component(self, row: Row, id: Id, name: str, place: Position) -> Component:
        gathering = self._gathering
        return Component(
            id=id,
            name=name,
            evolution=place.evolution,
            visibility=place.visibility,
            kind=self._kind(row),
            method=self._method(row),
            evolve=self._evolve(row),
            inertia=cells.inertia(row["inertia"]),
            description=gathering.text(row["description"], row.at("description")),
            address=gathering.name(row["address"], row.at("address")),
        )

    def _place(self, row: Row, name: str) -> tuple[float | None, Stage | None]:
        """Where it stands along evolution, and its stage if no more than that is said."""
        evolution, stage = self._along(self._evolution, row, "evolution"), self._along(self._stage, row, "stage")
        found = stage if evolution is None else evolution
        if found is None:
            if self._says_evolution:
                reason = f"“{name[:60]}” has no evolution."
                self._gathering.tell(reason, "It is put about the middle.", row.at("name"))
            return None, None
        if isinstance(found, Stage):
            return self._middles[found], found
        if isinstance(stage, Stage) and stage is not self._stages.stage(found):
            reason = f"“{name[:60]}” is said to be in another stage than its evolution, {found:g}, is in here."
            self._gathering.tell(reason, "The number is taken.", row.at("stage"))
        return found, None

    def _evolve(self, row: Row) -> Evolve | None:
        """A movement to a place, to a stage, or to a place and a new name: `0.8`, `product`, `Cloud 0.8`."""
        words, _, last = row["evolve"].rpartition(" ")
        is_named = bool(words) and self._evolution.read(row["evolve"]) is None and last != "%"
        found = self._along(self._evolution, row, "evolve", last if is_named else row["evolve"])
        if found is None:
            return None
        place = self._middles[found] if isinstance(found, Stage) else found
        return Evolve(evolution=place, name=self._gathering.name(words, row.at("evolve")) if is_named else "")

    def _along(self, axis: Axis, row: Row, field: str, cell: str | None = None) -> float | Stage | None:
        """What a cell says of a place along an axis, brought onto the map; what says nothing of it is reported."""
        text = row[field] if cell is None else cell
        found = axis.read(text) if text else None
        if found is None and text:
            self._gathering.tell(f"“{row[field][:60]}” is no place along evolution or visibility.", at=row.at(field))
        if isinstance(found, float):
            return self._gathering.fraction(found, FIELD[field].title.lower(), row["name"][:60], row.at(field))
        return found

    def _height(self, row: Row) -> float | None:
        found = self._along(self._visibility, row, "visibility")
        if isinstance(found, Stage):
            self._gathering.tell(f"“{row['visibility'][:60]}” is no visibility.", at=row.at("visibility"))
            return None
        return found

    def _kind(self, row: Row) -> str:
        kind = cells.kind(row["kind"]) if row["kind"] else COMPONENT
        if kind is None:
            reason = f"“{row['kind'][:60]}” is no kind of component."
            self._gathering.tell(reason, "It is taken as a component.", row.at("kind"))
        return kind or COMPONENT

    def _method(self, row: Row) -> Method | None:
        method = method_of(row["method"])
        if method is None and row["method"]:
            self._gathering.tell(f"“{row['method'][:60]}” is no method: build, rent or use.", at=row.at("method"))
        return method
