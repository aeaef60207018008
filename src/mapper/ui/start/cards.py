"""What the start page offers: a map with its picture, or a file in one line."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPaintEvent, QPen, QPixmap, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from mapper.ui.icons import icon
from mapper.ui.start.thumbnails import rounded
from mapper.ui.style.appearance import Appearance

MARGIN = 10


class Card(QAbstractButton):
    """A sample map: its picture over its title and one line about it."""

    kind = "Sample map"
    picture = QSize(244, 153)

    def __init__(self, path: Path, title: str, summary: str, appearance: Appearance) -> None:
        super().__init__()
        self.path, self._title, self._summary = path, title, summary
        self._appearance = appearance
        self._picture = QPixmap()
        self.setAccessibleName(f"{self.kind}: {title}")
        self.setAccessibleDescription(summary)
        self.setToolTip(f"<span>{escape(title)}</span>")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        text = 4 * self.fontMetrics().lineSpacing() + 14
        return QSize(self.picture.width() + 2 * MARGIN, self.picture.height() + text + 2 * MARGIN)

    @property
    def words(self) -> QRect:
        """Where title and summary stand."""
        top = MARGIN + self.picture.height() + 7
        return QRect(MARGIN + 2, top, self.picture.width() - 4, self.height() - top)

    def show_picture(self, image: QImage) -> None:
        self._picture = QPixmap.fromImage(rounded(image, 6))
        self._picture.setDevicePixelRatio(image.width() / self.picture.width())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = self._appearance.tones
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = tones.accent if self.hasFocus() or self.underMouse() else tones.rule
        painter.setPen(QPen(QColor(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(QColor(tones.field))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)
        place = QRect(MARGIN, MARGIN, self.picture.width(), self.picture.height())
        if self._picture.isNull():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.ground))
            painter.drawRoundedRect(place, 6, 6)
            icon("map").paint(painter, QRect(place.center().x() - 14, place.center().y() - 14, 28, 28))
        else:
            painter.drawPixmap(place, self._picture)
        self._paint_words(painter, self.words)

    def _paint_words(self, painter: QPainter, room: QRect) -> None:
        tones, line = self._appearance.tones, self.fontMetrics().lineSpacing()
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tones.text))
        title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(QRect(room.left(), room.top(), room.width(), line), Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(self.font())
        painter.setPen(QColor(tones.quiet))
        wrapped = QTextOption(Qt.AlignmentFlag.AlignLeft)
        wrapped.setWrapMode(QTextOption.WrapMode.WordWrap)
        painter.drawText(QRectF(room.left(), room.top() + line + 2, room.width(), 3 * line), self._summary, wrapped)


class TemplateCard(Card):
    """A map to begin with: lower than a sample, its words beside the picture."""

    kind = "Template"
    picture = QSize(130, 82)

    def sizeHint(self) -> QSize:
        return QSize(346, max(self.picture.height(), 4 * self.fontMetrics().lineSpacing() + 4) + 2 * MARGIN)

    @property
    def words(self) -> QRect:
        left = self.picture.width() + 2 * MARGIN + 2
        return QRect(left, MARGIN, self.width() - left - MARGIN, self.height() - 2 * MARGIN)


class FileLine(QAbstractButton):
    """A file in one row: its name, and where it is or what it is about."""

    def __init__(
        self, path: Path, title: str, about: str, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.path, self._title, self._about = path, title, about
        self._appearance = appearance
        self._is_missing = False
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(260, 2 * self.fontMetrics().lineSpacing() + 14)

    def mark_missing(self, is_missing: bool) -> None:
        """Grey it and say that the file is not there."""
        self._is_missing = is_missing
        self.setAccessibleDescription(f"not found, {self._about}" if is_missing else self._about)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        tones = self._appearance.tones
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(QColor(tones.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tones.hover))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        line = self.fontMetrics().lineSpacing()
        icon("map").paint(painter, QRect(10, self.height() // 2 - 11, 22, 22))
        room = self.width() - 54
        font = QFont(self.font())
        font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(QColor(tones.quiet if self._is_missing else tones.text))
        title = f"{self._title} — not found" if self._is_missing else self._title
        title = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(44, 6, room, line), Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(self.font())
        painter.setPen(QColor(tones.quiet))
        # Of a path both ends matter, of a sentence its beginning.
        is_path = self._about == str(self.path.parent)
        elide = Qt.TextElideMode.ElideMiddle if is_path else Qt.TextElideMode.ElideRight
        about = self.fontMetrics().elidedText(self._about, elide, room)
        painter.drawText(QRect(44, 7 + line, room, line), Qt.AlignmentFlag.AlignLeft, about)
