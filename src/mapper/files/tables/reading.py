"""Tables of components and of links become a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath

from mapper.files.gathering import Gathering
from mapper.files.problem import FileProblem, Place
from mapper.files.report import Opened
from mapper.files.tables.cells import unit_of
from mapper.files.tables.components import NO_EVOLUTION, Components
from mapper.files.tables.contracts import Contracts
from mapper.files.tables.layout import Layout
from mapper.files.tables.links import put_ends, put_links, put_needs
from mapper.files.tables.names import Names
from mapper.files.tables.places import about_the_middle, down_the_chain, side_by_side
from mapper.files.tables.preview import Reading
from mapper.files.tables.rows import Row, rows_of
from mapper.model import BLANK, Id, Link, Pipeline, Stages, clean_name


def read(name: str, called: str, reading: Reading) -> Opened:
    """The map in a table of components, or of links alone, with another table of links if there is one.

    `name` is the file's, `called` its format's. Raises FileProblem if no column is known for names or ends.
    """
    gathering, document, table, links = Gathering(called, in_rows=True), BLANK, reading.table, reading.links
    is_alone = links is None or links.sheet is table.sheet
    for layout in filter(None, (table, None if is_alone else links)):
        _tell_of_sheet(gathering, layout)
    if table.is_of_components:
        sheet, links_sheet = ("", "") if is_alone or links is None else (table.sheet.name, links.sheet.name)
        contracts = _components(gathering, table, sheet, rows_of(links, links_sheet) if links else ())
        document = document.but(service=contracts.finish())
    elif table.is_of_links:
        _ends(gathering, rows_of(table))
    else:
        raise FileProblem(f"“{name}” has no column of names: say which column holds them, or name it in its first row.")
    others = [sheet.name for sheet in reading.sheets if sheet not in (table.sheet, links.sheet if links else None)]
    if others:
        gathering.notices.append(f"Sheets that were left out: {_listed(others)}.")
    return gathering.opened(document.but(title=clean_name(PurePath(name).stem) or BLANK.title))


def _tell_of_sheet(gathering: Gathering, layout: Layout) -> None:
    if layout.sheet.doubtful is not None:
        reason = "A quotation mark is missing or stands where none should."
        gathering.tell(reason, "The cells from here on may be wrong.", Place(layout.sheet.doubtful, 1, ""))
    if layout.left_out:
        gathering.notices.append(f"Columns that were left out: {_listed(layout.left_out)}.")


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"“{clean_name(name)[:60]}”" for name in names)


def _components(gathering: Gathering, table: Layout, sheet: str, links: Sequence[Row]) -> Contracts:
    rows = rows_of(table, sheet)
    found = Components(gathering, rows, unit_of(table.header_of("value")))
    put_needs(gathering, found.names, found.rows)
    put_links(gathering, found.names, links)
    _stand_down_the_chain(gathering, found.without_visibility)
    _put_pipelines(gathering, found)
    _put_at(gathering, side_by_side(gathering.components, found.in_the_middle, Stages()))
    _put_at(gathering, about_the_middle(gathering.components, found.without_evolution, Stages()))
    if found.in_the_middle:
        gathering.notices.append(
            "Where a row says no more than the stage, its component stands about the middle of it."
        )
    return found.contracts


def _put_at(gathering: Gathering, evolutions: Mapping[Id, float]) -> None:
    for id, evolution in evolutions.items():
        gathering.components[id] = gathering.components[id].but(evolution=evolution)


def _ends(gathering: Gathering, rows: Sequence[Row]) -> None:
    names = Names()
    put_ends(gathering, names, rows)
    put_links(gathering, names, rows)
    _stand_down_the_chain(gathering, list(gathering.components))
    _put_at(gathering, about_the_middle(gathering.components, gathering.components, Stages()))
    gathering.notices.append(NO_EVOLUTION)


def _stand_down_the_chain(gathering: Gathering, lost: Sequence[Id]) -> None:
    """Give those a visibility of which the table says none."""
    if not lost:
        return
    links = [link for link in gathering.tables.get("links", {}).values() if isinstance(link, Link)]
    for id, visibility in down_the_chain(gathering.components, links, lost).items():
        gathering.components[id] = gathering.components[id].but(visibility=visibility)
    how = "as far down as the links say" if links else "one below the other"
    number = "One component has" if len(lost) == 1 else f"{len(lost)} components have"
    gathering.notices.append(f"{number} no visibility in the table: put {how}.")


def _put_pipelines(gathering: Gathering, found: Components) -> None:
    """Put components into the pipelines of the components that their rows name."""
    pipelines: dict[Id, Pipeline] = {}
    for row, id in found.rows:
        owner = found.names.find(clean_name(row["pipeline"])) if row["pipeline"] else id
        component = gathering.components[id]
        if owner is None or (owner == id and row["pipeline"]) or (owner != id and component.is_anchor):
            reason = f"“{component.name[:60]}” cannot be in a pipeline of “{row['pipeline'][:60]}”."
            gathering.tell(reason, "It is left where it is.", row.at("pipeline"))
        elif owner != id:
            taken = gathering.components[owner]
            pipeline = pipelines.get(owner) or Pipeline(id=gathering.ids.take("pipeline", taken.name), component=owner)
            pipelines[owner] = pipeline
            gathering.put("pipelines", pipeline)
            gathering.components[id] = component.but(pipeline=pipeline.id, visibility=taken.visibility)
