"""What a user can ask of an export: the format, and what that format lets one choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from mapper.drawing.frame import Frame
from mapper.drawing.themes import THEMES, theme_of
from mapper.export.exporter import Exporter, ExportOptions, PageSize
from mapper.model import Document
from mapper.ui.dialogs.losses import Losses
from mapper.ui.panels.combo import Combo

SCALES = (1, 2, 3, 4)
USUAL_SCALE = 2
PNG = "png"


class ExportChoices(QWidget):
    """A form with a row for each choice of the format in hand; `form` takes rows more. `format_changed` comes when
    another format is chosen."""

    format_changed = Signal()

    def __init__(
        self, exporters: Sequence[Exporter], document: Document, theme: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.exporters = tuple(exporters)
        self.format = Combo()
        self.format.addItems([exporter.title for exporter in exporters])
        self.format.activated.connect(self._turn)
        self.purpose = _Quiet("")
        self.page = Combo()
        self.page.addItems([size.value for size in PageSize])
        self.scale = Combo()
        self.scale.addItems([f"{Frame.of(document).width * by:,.0f} pixels wide" for by in SCALES])
        self.scale.setCurrentIndex(SCALES.index(USUAL_SCALE))
        self.map_only = QCheckBox("Only the page with the map")
        self._own = theme_of(document, theme).id
        self.theme = Combo()
        self.theme.addItems(["As the map is", *(other.title for other in THEMES.values())])
        self.transparent = QCheckBox("With a transparent ground")
        self.carries_map = QCheckBox("Keep the map in the file, so that it can be opened again here")
        self.carries_map.setChecked(True)
        self.losses = Losses(document)
        self.losses.told.connect(self._show_losses)
        self.form = QFormLayout(self)
        self._lay_out()
        self._turn()

    @property
    def exporter(self) -> Exporter:
        return self.exporters[self.format.currentIndex()]

    @property
    def options(self) -> ExportOptions:
        """What the user asks for now."""
        is_png = self.exporter.id == PNG
        return ExportOptions(
            page=list(PageSize)[self.page.currentIndex()],
            map_only=self.map_only.isChecked(),
            theme=self._theme,
            scale=SCALES[self.scale.currentIndex()],
            transparent=is_png and self.transparent.isChecked(),
            carries_map=self.carries_map.isChecked(),
        )

    @property
    def _theme(self) -> str | None:
        """The theme that was chosen; else pictures are as the map is seen in the window, and the rest as it is on paper."""
        if self.theme.currentIndex() > 0:
            return list(THEMES)[self.theme.currentIndex() - 1]
        return self._own if self.exporter.kind == "picture" else None

    def _lay_out(self) -> None:
        form = self.form
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(10)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        form.addRow("Format", _over(self.format, self.purpose))
        form.addRow("Paper", self.page)
        form.addRow("", self.map_only)
        form.addRow("Size", self.scale)
        form.addRow("Theme", self.theme)
        form.addRow("", self.transparent)
        self.carrying = _over(
            self.carries_map,
            _Quiet("All of the map then travels with it, contract values included."),
        )
        form.addRow("", self.carrying)
        form.addRow("Limits", self.losses)

    def _turn(self) -> None:
        """Show the rows that are of use for the format in hand."""
        exporter, form = self.exporter, self.form
        is_pack, is_picture = exporter.kind == "pack", exporter.kind == "picture"
        form.setRowVisible(0, len(self.exporters) > 1)
        form.setRowVisible(self.page, exporter.is_on_paper)
        form.setRowVisible(self.map_only, is_pack)
        form.setRowVisible(self.scale, exporter.id == PNG)
        form.setRowVisible(self.theme, exporter.is_drawn)
        form.setRowVisible(self.transparent, exporter.id == PNG)
        form.setRowVisible(self.carrying, is_pack or is_picture)
        self.purpose.setText(exporter.purpose)
        self.purpose.setVisible(bool(exporter.purpose))
        self.losses.look_at(exporter)
        self.format_changed.emit()

    def _show_losses(self) -> None:
        """That nothing is lost is news only of another program's format."""
        self.form.setRowVisible(self.losses, bool(self.losses.sentences) or self.exporter.kind == "program")


class _Quiet(QLabel):
    """Words that are exactly as tall as their lines: a form gives them now the height that they have, now the one that
    they would have if they were narrower, and lets the rows below overlap."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setObjectName("quiet")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(max(0, self.heightForWidth(self.width())))


def _over(main: QWidget, words: QLabel) -> QWidget:
    """A field with a line of words under it."""
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(main)
    column.addWidget(words)
    return both
