"""The text as it is shown: lines and their changes, colours, folds, margin. What hands do to it is in `field.py`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontDatabase, QPainter, QPaintEvent, QResizeEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from mapper.editor.splices import Splice
from mapper.ui.style.tones import Tones
from mapper.ui.text import linework
from mapper.ui.text.colours import colours_for
from mapper.ui.text.extras import extras
from mapper.ui.text.folding import Folding
from mapper.ui.text.highlighter import Highlighter, Span
from mapper.ui.text.margin import Margin
from mapper.ui.text.places import characters, units


class Sheet(QPlainTextEdit):
    """`spliced(splice)` tells of every change by the user. Lines and columns count from 0, columns in characters."""

    spliced = Signal(object)

    def __init__(self, tones: Tones, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("script")
        self.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._tones = tones
        self._lines: list[str] = [""]
        self._is_making = False
        self._selected: frozenset[int] = frozenset()
        self.folding = Folding(self)
        self.margin = Margin(self, tones)
        self.highlighter = Highlighter(self.document(), colours_for(tones), tones.wrong)
        self.document().contentsChange.connect(self._contents_changed)
        self.blockCountChanged.connect(self.fit_margin)
        self.updateRequest.connect(self._update_margin)
        self.verticalScrollBar().valueChanged.connect(self._look)
        self.cursorPositionChanged.connect(self._caret_moved)
        self.fit_margin()

    @property
    def lines(self) -> Sequence[str]:
        return self._lines

    @property
    def place(self) -> tuple[int, int]:
        """The caret's line and column."""
        cursor = self.textCursor()
        return cursor.blockNumber(), characters(cursor.block().text(), cursor.positionInBlock())

    def set_tones(self, tones: Tones) -> None:
        """Use other colours."""
        self._tones = self.margin.tones = tones
        self.highlighter.set_colours(colours_for(tones), tones.wrong)
        self._look()
        self.margin.update()
        self.mark()

    # The lines.

    def show_text(self, lines: Sequence[str]) -> None:
        """Show another text, from its beginning."""
        self._is_making = True
        self.highlighter.mark({})
        self.folding.forget()
        self.setPlainText("\n".join(lines))
        self._is_making = False
        self._lines = list(lines)
        self._selected = frozenset()
        self.folding.refresh(self._lines)
        self._look()

    def make(self, splices: Iterable[Splice], *, takes_caret: bool = False) -> None:
        """Change lines, from the last to the first. Caret, selection and scroll stay, or the caret goes there."""
        cursor: QTextCursor | None = None
        top, across = self.firstVisibleBlock(), self.horizontalScrollBar().value()
        self._is_making = True
        whole = QTextCursor(self.document())
        whole.beginEditBlock()
        for splice in splices:
            cursor = linework.make(self.document(), splice)
            self._lines[splice.first : splice.first + splice.removed] = splice.added
        whole.endEditBlock()
        self._is_making = False
        if cursor is None:
            return
        self.folding.refresh(self._lines)
        if takes_caret:
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
        else:
            self._scroll_back(top, across)
        self._look()

    def _scroll_back(self, top: QTextBlock, across: int) -> None:
        if top.isValid():
            self.verticalScrollBar().setValue(top.firstLineNumber())
        self.horizontalScrollBar().setValue(across)

    def _contents_changed(self, position: int, removed: int, added: int) -> None:
        """Tell which lines the user changed. New colours come here too, but change none."""
        if self._is_making:
            return
        document = self.document()
        first = document.findBlock(position).blockNumber()
        end = document.findBlock(position + added)
        last = end.blockNumber() if end.isValid() else document.blockCount() - 1
        block, lines = document.findBlockByNumber(first), []
        for _ in range(first, last + 1):
            lines.append(block.text())
            block = block.next()
        count = len(lines) - (document.blockCount() - len(self._lines))
        if lines == self._lines[first : first + count]:
            return
        self._lines[first : first + count] = lines
        self.spliced.emit(Splice(first, count, tuple(lines)))

    # What is seen.

    def seen_lines(self) -> Iterator[tuple[int, QRectF]]:
        """The lines in sight and where they are in the viewport."""
        block, line = self.firstVisibleBlock(), self.firstVisibleBlock().blockNumber()
        down, bottom = self.contentOffset(), self.viewport().height()
        while block.isValid():
            place = self.blockBoundingGeometry(block).translated(down)
            if place.top() > bottom:
                return
            if block.isVisible():
                yield line, place
            block, line = block.next(), line + 1

    def go_to(self, line: int, column: int = 0) -> None:
        """Put the caret there, in the middle of what is seen if it was out of sight."""
        self.folding.reveal(line)
        block = self.document().findBlockByNumber(min(line, self.blockCount() - 1))
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + min(units(block.text(), column), block.length() - 1))
        self.setTextCursor(cursor)
        self.scroll_to(block.blockNumber())
        self.ensureCursorVisible()

    def scroll_to(self, line: int) -> None:
        """Bring a line into the middle if it is out of sight; the caret stays where it is."""
        block = self.document().findBlockByNumber(line)
        fold = self.folding.fold_at(line)
        if not block.isVisible() and fold is not None:
            block = self.document().findBlockByNumber(fold.head)
        seen = [each for each, place in self.seen_lines() if place.bottom() <= self.viewport().height()]
        if block.blockNumber() not in seen:
            rows = self.viewport().height() // max(1, self.fontMetrics().lineSpacing())
            self.verticalScrollBar().setValue(block.firstLineNumber() - rows // 2)

    def mark_problems(self, wrong: Mapping[int, list[Span]]) -> None:
        """Waves under these spans, by line, and a mark in the margin."""
        self.highlighter.mark(wrong)
        self.margin.wrong = frozenset(wrong)
        self.margin.update()

    def turn_fold(self, line: int) -> None:
        """Fold or unfold the part under this line, or round it. A caret that would be hidden goes to its head."""
        fold = self.folding.fold_at(line)
        if fold is None:
            return
        self.folding.turn(fold.head)
        if not self.textCursor().block().isVisible():
            self.setTextCursor(QTextCursor(self.document().findBlockByNumber(fold.head)))
        self._look()
        self.margin.update()

    def mark(self, selected: Iterable[int] | None = None) -> None:
        """Mark the line of the caret, the brackets beside it, and the lines of what is selected on the map."""
        if selected is not None:
            self._selected = frozenset(selected)
        self.setExtraSelections(extras(self, self._tones, self._selected))
        self.margin.update()

    def _caret_moved(self) -> None:
        if not self.textCursor().block().isVisible():
            self.folding.reveal(self.textCursor().blockNumber())
        self.mark()

    def _look(self) -> None:
        seen = [line for line, _ in self.seen_lines()]
        if seen:
            self.highlighter.look_at(seen[0], seen[-1])

    # The margin.

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_margin()
        self._look()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self.viewport()) as painter:
            painter.setPen(QColor(self._tones.quiet))
            for line, place in self.seen_lines():
                fold = self.folding.folds.get(line)
                if fold is not None and self.folding.is_folded(fold):
                    self._paint_folded(painter, place, fold.last - fold.head)

    def _paint_folded(self, painter: QPainter, place: QRectF, count: int) -> None:
        """Say after a head how much lies under it; at the right end where the head is too long."""
        words = f" ⋯ {count} {'line' if count == 1 else 'lines'} "
        width = self.fontMetrics().horizontalAdvance(words)
        left = min(place.right() + 8, self.viewport().width() - width - 4)
        chip = QRectF(left, place.top(), width, self.fontMetrics().height())
        painter.fillRect(chip.adjusted(0, 0, self.viewport().width(), 0), QColor(self._tones.field))
        painter.fillRect(chip, QColor(self._tones.hover))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)

    def fit_margin(self) -> None:
        """Make the margin as broad as its numbers are."""
        breadth = self.margin.breadth
        self.setViewportMargins(breadth, 0, 0, 0)
        inside = self.contentsRect()
        self.margin.setGeometry(QRect(inside.left(), inside.top(), breadth, self.viewport().height()))

    def _update_margin(self, seen: QRect, down: int) -> None:
        if down:
            self.margin.scroll(0, down)
        else:
            self.margin.update(0, seen.y(), self.margin.width(), seen.height())
