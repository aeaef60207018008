"""What a right click, or the menu key, offers: which commands for which place. Only what can be done is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mapper.commands.command import Command, Desk, has_session, on_session
from mapper.commands.looking import LOOKING_COMMANDS
from mapper.commands.themes import THEME_COMMANDS
from mapper.editor import Session
from mapper.editor.hit import Hit
from mapper.editor.tools.naming import begin_naming
from mapper.edits import stage_id, stage_of
from mapper.model import MAP_TABLES, Stage

COMPONENT, LINK, CONTRACT, REMARK, SEVERAL, GROUND = "component", "link", "contract", "remark", "several", "ground"
TAB, START_TAB = "tab", "start tab"
CONTRACTS_GROUND = "contracts ground"


@dataclass(frozen=True, slots=True)
class Below:
    """Commands in a menu of their own below a title; one alone needs none."""

    title: str
    commands: tuple[str, ...]


Group = tuple[str | Below, ...]

_CLIPBOARD: Group = ("cut", "copy", "paste")
_THINGS: Group = ("duplicate", "delete", "toggle-lock")
_STYLE = Below("Style", ("copy-style", "paste-style"))
_CONTRACTS = Below("Contract", ("new-contract", "add-to-contract", "share-with-contract", "take-out-of-contract"))
_PIPELINE = Below("Pipeline", ("make-pipeline", "take-out-of-pipeline", "dissolve-pipeline"))
_SAID: Group = (
    Below("Method", ("method-from-stage", "method-build", "method-rent", "method-use")),
    "toggle-inertia",
    "forecast-later",
    "remove-evolve",
)
_SELECT = Below("Select", ("select-same-stage", "select-same-contract", "select-needs", "select-needed-by"))
_ARRANGE = Below(
    "Arrange",
    (
        *(f"align-{edge}" for edge in ("left", "centre", "right", "top", "middle", "bottom")),
        *(f"{how}-{way}" for how in ("distribute", "space") for way in ("horizontally", "vertically")),
        "tidy",
    ),
)
_LOOK: Group = ("zoom-to-selection", "focus", "add-step")
_ADD = Below(
    "Add force or area", ("add-accelerator", "add-decelerator", "add-pioneers", "add-settlers", "add-town-planners")
)
_SHOW = Below("Show", tuple(command.id for command in LOOKING_COMMANDS if command.submenu))
_THEME = Below("Theme", tuple(command.id for command in THEME_COMMANDS))


def _stage_name(stage: Stage) -> str:
    return stage.value.replace("_", "-")


CONTEXT: Mapping[str, tuple[Group, ...]] = {
    COMPONENT: (
        ("rename", "inspect"),
        _CLIPBOARD,
        _THINGS,
        (Below("Add component", ("add-needed", "add-beside")), "link-to"),
        (*_SAID, _PIPELINE, _CONTRACTS, _STYLE),
        (_SELECT, *_LOOK),
    ),
    LINK: (("rename", "inspect"), ("reverse-link", "flip-flow"), ("delete",), (_STYLE,), _LOOK),
    CONTRACT: (("rename", "inspect"), ("delete-contract",), _LOOK),
    REMARK: (("rename", "inspect"), _CLIPBOARD, _THINGS, ("point-at-nothing",), (_STYLE,), _LOOK),
    SEVERAL: (
        _CLIPBOARD,
        _THINGS,
        (_ARRANGE,),
        (*_SAID, _PIPELINE, _CONTRACTS, _STYLE),
        ("reverse-link", "flip-flow", "point-at-nothing"),
        (_SELECT, *_LOOK),
    ),
    GROUND: (
        ("paste", "paste-in-place"),
        ("add-something", _ADD),
        ("select-all", "find"),
        ("zoom-to-fit", "zoom-to-actual-size", _SHOW, _THEME),
        ("map-details", "steps", "present"),
        ("copy-picture",),
    ),
    **{
        stage_id(place): ((f"rename-stage-{name}",), (f"select-stage-{name}",), ("map-details",))
        for place, name in enumerate(map(_stage_name, Stage))
    },
    TAB: (
        ("save", "save-as"),
        ("export-pack", "export-picture", "export-to-program", "print"),
        ("move-to-new-window", "close-tab", "reopen-tab"),
    ),
    START_TAB: (("new", "open", "new-window"), ("reopen-tab",)),
    CONTRACTS_GROUND: (("new-contract",), ("switch-plan", "new-plan", "duplicate-plan")),
}


def place_of(session: Session, hit: Hit | None = None) -> str:
    """Which menu is about what is selected; with nothing selected, about the stage that was hit, or the ground."""
    if not session.selection:
        is_stage = hit is not None and hit.part == "stage name" and stage_of(hit.id) is not None
        return hit.id if is_stage and hit is not None else GROUND
    document, chosen = session.document, session.selection
    if len(chosen) > 1:
        return SEVERAL
    if chosen <= document.contracts.keys():
        return CONTRACT
    tables = [table for table in MAP_TABLES if chosen <= getattr(document, table).keys()]
    return {"components": COMPONENT, "links": LINK}.get(tables[0] if tables else "", REMARK)


def _rename_stage(place: int, stage: Stage) -> Command:
    return Command(
        f"rename-stage-{_stage_name(stage)}",
        "Rename stage",
        "Map",
        on_session(lambda session: begin_naming(session, stage_id(place))),
        can_run=has_session,
        label=lambda desk: _titled(desk, stage),
        hint="What the map calls this stage of evolution",
        submenu="Rename stage",
    )


def _titled(desk: Desk, stage: Stage) -> str:
    return f"Rename “{desk.session.document.stages.name(stage)}”" if desk.session is not None else "Rename stage"


CONTEXT_COMMANDS = tuple(_rename_stage(place, stage) for place, stage in enumerate(Stage))
