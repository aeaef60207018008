"""The samples and the templates on the start page, each with a picture that is drawn beside the window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from mapper.files.problem import FileProblem
from mapper.files.samples import Sample, samples
from mapper.ui.start.cards import Card
from mapper.ui.start.thumbnails import thumbnail
from mapper.ui.style.appearance import Appearance
from mapper.ui.task import Task

GAP = 14


class SamplesShelf(QWidget):
    """Cards in as many columns as there is room for, for the samples or what else `offered` answers with."""

    chosen = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        offered: Callable[[], tuple[Sample, ...]] = samples,
        card: type[Card] = Card,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance, self._offered, self._card = appearance, offered, card
        self._drawing: Task[QImage] | None = None
        self.cards: list[Card] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._columns = 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """One column: in a narrow window the cards stand in more rows."""
        hint = super().minimumSizeHint()
        return QSize(self.cards[0].sizeHint().width(), hint.height()) if self.cards else hint

    def fill(self) -> None:
        """Make the cards, and begin to draw."""
        self.cards = [self._card(each.path, each.title, each.summary, self._appearance) for each in self._offered()]
        for card in self.cards:
            card.clicked.connect(lambda _=False, path=card.path: self.chosen.emit(path))
        self._arrange()
        self.draw()

    def draw(self) -> None:
        """Draw the pictures one after the other in the colours in use."""
        if self._drawing is not None:
            self._drawing.drop()
        self._draw(list(self.cards))

    def _draw(self, waiting: list[Card]) -> None:
        if not waiting:
            self._drawing = None
            return
        card, *rest = waiting
        ratio = self.devicePixelRatioF()
        size = QSize(round(card.picture.width() * ratio), round(card.picture.height() * ratio))
        path, theme = card.path, self._appearance.theme

        def show(image: QImage) -> None:
            card.show_picture(image)
            self._draw(rest)

        def skip(error: BaseException) -> None:
            # A sample that cannot be read keeps its placeholder; opening it says why.
            if not isinstance(error, FileProblem):
                raise error
            self._draw(rest)

        self._drawing = Task(self, lambda: thumbnail(path, theme, size), show, skip)

    def _arrange(self) -> None:
        """Put the cards into as many columns as there is room for."""
        if not self.cards:
            return
        columns = max(1, (self.width() + GAP) // (self.cards[0].sizeHint().width() + GAP))
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards):
            self._grid.addWidget(card, place // columns, place % columns)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._grid.setColumnStretch(columns, 1)
