"""Shows a map as its user has chosen to look at it: without some layers, or with a part of it standing out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from mapper.editor.choices import ViewChoices, show_of
from mapper.editor.focus import lit
from mapper.ui.canvas.follower import Follower

if TYPE_CHECKING:
    from mapper.ui.canvas.mapview import MapView


class Looking:
    """Follows a session's choices, and while the user focuses its selection and its document."""

    def __init__(self, view: MapView, follower: Follower) -> None:
        self._view, self._follower, self._session = view, follower, view.session
        self._soon = QTimer(view, singleShot=True, interval=0)
        self._soon.timeout.connect(self._light)
        self._session.view_changed.connect(self._changed)
        self._session.selection_changed.connect(self._follow)
        self._session.history_changed.connect(self._follow)

    def _changed(self, before: ViewChoices, after: ViewChoices) -> None:
        if before.hidden != after.hidden:
            self._view.set_show(show_of(after))
        if before.focuses != after.focuses:
            self._light()

    def _follow(self, *_: object) -> None:
        """Once the session has come to rest: a marquee changes the selection many times a frame."""
        if self._session.view.focuses:
            self._soon.start()

    def _light(self) -> None:
        self._follower.light(lit(self._session))
