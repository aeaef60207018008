"""The button by which something that was dropped well inside a contract joins it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from mapper.drawing.where import centre
from mapper.editor import Session
from mapper.editor.tools.offering import Offering, accept
from mapper.ui.canvas.view import View

BESIDE = QPoint(16, 20)
"""From the middle of what was dropped to the button's corner, in pixels."""
LONGEST = 44


class OfferButton(QPushButton):
    """Shown for as long as the session offers something. It never takes the focus from the map."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._canvas = session, parent
        self.setObjectName("offer")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        self.clicked.connect(lambda: accept(session))

    def follow(self, view: View) -> None:
        """Stand where the session's offer belongs, or go."""
        offer, session = self._session.tool, self._session
        if not isinstance(offer, Offering) or offer.at not in session.document.components:
            self.hide()
            return
        words = offer.words(session)
        short = words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"
        self.setText(f"{short}  (Y)".replace("&", "&&"))
        self.setAccessibleName(words)
        self.adjustSize()
        at = centre(session.document.components[offer.at], session.document, session.frame)
        corner, room = view.to_screen(*at).toPoint() + BESIDE, self._canvas.rect()
        left = min(max(4, corner.x()), room.width() - self.width() - 4)
        top = min(max(4, corner.y()), room.height() - self.height() - 4)
        self.move(left, top)
        self.show()
        self.raise_()
