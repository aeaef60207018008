"""The select tool."""

from __future__ import annotations

from dataclasses import dataclass

from mapper.editor.tools.base import State


@dataclass(frozen=True, slots=True)
class Idle(State):
    pass
