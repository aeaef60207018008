"""Lists whose lines say a thing, something about it, and perhaps a key: how they are kept, and how they look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from mapper.ui.style.appearance import Appearance

LINE = Qt.ItemDataRole.UserRole
PADDING, GAP = 8, 14
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """`title` with some letters that are `meant` in bold, or all of it if it `is_current`; `aside` is quieter, `end`
    stands at the right. `spoken` is all of it for a screen reader."""

    title: str
    aside: str = ""
    end: str = ""
    meant: tuple[int, ...] = ()
    is_faint: bool = False
    is_current: bool = False
    spoken: str = ""


class LineList(QAbstractListModel):
    """The lines, in order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show(self, lines: Sequence[Line]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return line.spoken or ", ".join(part for part in (line.title, line.aside, line.end) if part)
        return line.title if role == Qt.ItemDataRole.DisplayRole else None


def list_of(lines: LineList, name: str, appearance: Appearance) -> QListView:
    """A list of lines, called so for screen readers."""
    made = QListView()
    made.setModel(lines)
    made.setItemDelegate(LinePainting(appearance, made))
    made.setUniformItemSizes(True)
    made.setMouseTracking(True)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setAccessibleName(name)
    return made


class LinePainting(QStyledItemDelegate):
    """Paints a line."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: Line = index.data(LINE)
        tones = self._appearance.tones
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        box = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        painter.setFont(option.font)
        painter.setPen(QColor(tones.quiet))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.end)
        end = option.fontMetrics.horizontalAdvance(line.end)
        room = box.adjusted(0, 0, -end - GAP if line.end else 0, 0)
        painter.setPen(QColor(tones.faint if line.is_faint else tones.text))
        written = _write(painter, room, line, option.font)
        painter.setFont(option.font)
        painter.setPen(QColor(tones.quiet))
        rest = room.adjusted(written + GAP, 0, 0, 0)
        if line.aside and rest.width() > 3 * GAP:
            words = option.fontMetrics.elidedText(line.aside, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            tones = self._appearance.tones
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.chosen if is_chosen else tones.hover))
            painter.drawRoundedRect(option.rect, 5, 5)


def _write(painter: QPainter, room: QRect, line: Line, font: QFont) -> int:
    """Write a line's title, as much of it as there is room for; answers with its width."""
    bold = QFont(font)
    bold.setWeight(QFont.Weight.Bold)
    plain = bold if line.is_current else font
    title = QFontMetrics(plain).elidedText(line.title, Qt.TextElideMode.ElideRight, room.width())
    left = room.left()
    for is_meant, run in _runs(title, frozenset(line.meant)):
        used = bold if is_meant else plain
        painter.setFont(used)
        painter.drawText(
            QRect(left, room.top(), room.right() - left + 1, room.height()), Qt.AlignmentFlag.AlignVCenter, run
        )
        left += QFontMetrics(used).horizontalAdvance(run)
    return left - room.left()


def _runs(title: str, meant: frozenset[int]) -> list[tuple[bool, str]]:
    """The title in pieces that are all meant or all not."""
    runs: list[tuple[bool, str]] = []
    for at, letter in enumerate(title):
        is_meant = at in meant
        if runs and runs[-1][0] is is_meant:
            runs[-1] = (is_meant, runs[-1][1] + letter)
        else:
            runs.append((is_meant, letter))
    return runs
