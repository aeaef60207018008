"""View › Theme: what a map is drawn in is part of the map."""

from __future__ import annotations

import pytest
from paper_desk import PaperDesk

from mapper.commands import COMMANDS
from mapper.commands.themes import THEME_COMMANDS
from mapper.editor import Session
from mapper.model import Document, Look, MapStyle

COMMAND = {command.id: command for command in COMMANDS}


def _on(desk: PaperDesk) -> list[str]:
    return [command.id for command in THEME_COMMANDS if command.is_on is not None and command.is_on(desk)]


@pytest.mark.parametrize("style", MapStyle)
def test_a_theme_is_set_in_one_step_that_can_be_undone(style: MapStyle) -> None:
    session = Session(Document(look=Look(width=800)))
    desk = PaperDesk(session)
    assert _on(desk) == ["theme-window"]
    command = COMMAND[f"theme-{style}".replace("_", "-")]
    command.run(desk)
    assert session.document.look == Look(style=style, width=800)
    assert _on(desk) == [command.id]
    assert session.history.undo_label == "Change theme"
    session.undo()
    assert _on(desk) == ["theme-window"]


def test_choosing_the_theme_that_a_map_has_is_no_step() -> None:
    session = Session(Document(look=Look(style=MapStyle.PRINT)))
    COMMAND["theme-print"].run(PaperDesk(session))
    assert session.history.undo_label is None


def test_a_map_goes_back_to_being_as_the_window_is() -> None:
    session = Session(Document(look=Look(style=MapStyle.COLOUR)))
    COMMAND["theme-window"].run(PaperDesk(session))
    assert session.document.look.style is None


def test_themes_need_a_map() -> None:
    assert not any(command.can_run(PaperDesk()) for command in THEME_COMMANDS)
