"""How a row of the contracts panel looks."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mapper.drawing.payment import payment
from mapper.drawing.themes import THEMES
from mapper.procurement.breakdown import ContractBreakdown
from mapper.ui.icons import paint_icon
from mapper.ui.panels.contract_list import ROW, ContractList
from mapper.ui.panels.mix import paint_mix
from mapper.ui.style.appearance import Appearance

PADDING = 14
GAP = 8


class ContractPainting(QStyledItemDelegate):
    """Two lines a contract: badge, title and value; method, stage mix and number of members.

    A third warns where a contract mixes what is new with what is mature.
    """

    def __init__(self, contracts: ContractList, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contracts = contracts
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(180, self._lines(index.data(ROW)) * option.fontMetrics.height() + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: ContractBreakdown = index.data(ROW)
        tones = self._appearance.tones
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(tones.chosen))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, QColor(tones.hover))
        box = option.rect.adjusted(PADDING, 5, -PADDING, -5)
        height = box.height() // self._lines(row)
        self._paint_title(painter, QRect(box.left(), box.top(), box.width(), height), row, option)
        below = box.adjusted(self._badge_width(row, option) + GAP, height, 0, 0)
        below.setHeight(height)
        self._paint_facts(painter, below, row, option)
        if row.is_mixed:
            self._paint_warning(painter, below.translated(0, height), row, option)
        painter.restore()

    def _lines(self, row: ContractBreakdown) -> int:
        return 3 if row.is_mixed else 2

    def _badge_width(self, row: ContractBreakdown, option: QStyleOptionViewItem) -> int:
        return max(34, round(QFontMetricsF(_bold(option.font)).horizontalAdvance(row.contract.ref)) + 14)

    def _paint_title(self, painter: QPainter, box: QRect, row: ContractBreakdown, option: QStyleOptionViewItem) -> None:
        theme, tones = THEMES[self._appearance.theme], self._appearance.tones
        width = self._badge_width(row, option)
        height = min(max(20, option.fontMetrics.height()), box.height())
        badge = QRectF(box.left(), box.center().y() - height / 2 + 0.5, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.payments[payment(row.contract.pricing)]))
        painter.drawRoundedRect(badge, 5, 5)
        painter.setPen(QColor(theme.on_badge))
        painter.setFont(_bold(option.font))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, row.contract.ref)
        value = self._contracts.value(row)
        painter.setFont(option.font)
        painter.setPen(QColor(tones.text if row.contract.value is not None else tones.quiet))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, value)
        room = box.width() - width - 2 * GAP - option.fontMetrics.horizontalAdvance(value)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(QColor(tones.text if row.contract.title else tones.quiet))
        title = painter.fontMetrics().elidedText(
            row.contract.title or "Untitled contract", Qt.TextElideMode.ElideRight, room
        )
        place = QRect(box.left() + width + GAP, box.top(), room, box.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_facts(self, painter: QPainter, box: QRect, row: ContractBreakdown, option: QStyleOptionViewItem) -> None:
        tones = self._appearance.tones
        painter.setFont(option.font)
        painter.setPen(QColor(tones.quiet))
        count = f"{len(row.members)}"
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self._contracts.method(row))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        left = box.left() + option.fontMetrics.horizontalAdvance("Not decided") // 2 + 28
        right = box.right() - option.fontMetrics.horizontalAdvance("000") - GAP
        paint_mix(painter, QRectF(left, box.center().y() - 2.5, right - left, 7), row.stage_mix, tones)

    def _paint_warning(
        self, painter: QPainter, box: QRect, row: ContractBreakdown, option: QStyleOptionViewItem
    ) -> None:
        """A sign and words, in a colour of their own: nobody should have to know what the bar's colours mean."""
        colour = QColor(self._appearance.tones.warning)
        side = min(16, box.height())
        paint_icon("mixed", colour, painter, QRect(box.left(), box.center().y() - side // 2, side, side))
        font = QFont(option.font)
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(colour)
        place = box.adjusted(side + GAP // 2 + 1, 0, 0, 0)
        words = painter.fontMetrics().elidedText(
            self._contracts.warning(row), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        line = QLineEdit(parent)
        line.setMaxLength(500)
        line.setAccessibleName("Contract title")
        return line

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        left = PADDING + self._badge_width(index.data(ROW), option) + GAP // 2
        height = editor.sizeHint().height()
        editor.setGeometry(left, option.rect.top() + 3, option.rect.width() - left - PADDING, height)


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    bold.setPointSizeF(max(1.0, font.pointSizeF() * 0.92))
    return bold
