"""What keys do to whole lines. Each is one change of the text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QTextBlock, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from mapper.editor.splices import Splice
from mapper.ui.text.places import characters, units

INDENT = "  "
COMMENT = "// "
KEEP = QTextCursor.MoveMode.KeepAnchor


def make(document: QTextDocument, splice: Splice) -> QTextCursor:
    """Change as little of a document as makes the splice of it. Answers with a cursor at the end of what changed."""
    cursor = QTextCursor(document)
    first = document.findBlockByNumber(splice.first)
    if splice.removed and splice.added:
        last = document.findBlockByNumber(splice.first + splice.removed - 1)
        cursor.setPosition(first.position())
        cursor.setPosition(last.position() + last.length() - 1, KEEP)
        _replace(cursor, cursor.selectedText().replace("\u2029", "\n"), "\n".join(splice.added))
    elif splice.added:
        text = "\n".join(splice.added)
        cursor.setPosition(first.position() if first.isValid() else document.characterCount() - 1)
        cursor.insertText(f"{text}\n" if first.isValid() else f"\n{text}")
    else:
        after = document.findBlockByNumber(splice.first + splice.removed)
        cursor.setPosition(first.position() if after.isValid() else max(0, first.position() - 1))
        cursor.setPosition(after.position() if after.isValid() else document.characterCount() - 1, KEEP)
        cursor.removeSelectedText()
    return cursor


def _replace(cursor: QTextCursor, old: str, new: str) -> None:
    """Put `new` where `old` is selected, touching only what differs."""
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    start = cursor.selectionStart()
    cursor.setPosition(start + units(old, head))
    cursor.setPosition(start + units(old, len(old) - tail), KEEP)
    cursor.insertText(new[head : len(new) - tail])


def _alike(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def break_line(field: QPlainTextEdit) -> None:
    """A new line, indented like the one before; one step further after a brace opens, which is closed if it is not yet."""
    cursor = field.textCursor()
    text = cursor.block().text()
    before = text[: characters(text, cursor.positionInBlock())]
    indent = before[: len(before) - len(before.lstrip())]
    opens = before.rstrip().endswith("{")
    cursor.beginEditBlock()
    cursor.insertText("\n" + indent + (INDENT if opens else ""))
    if opens and not cursor.block().text().strip() and not _is_closed(cursor.block()):
        place = cursor.position()
        cursor.insertText(f"\n{indent}}}")
        cursor.setPosition(place)
    cursor.endEditBlock()
    field.setTextCursor(cursor)
    field.ensureCursorVisible()


def _is_closed(line: QTextBlock) -> bool:
    """Whether a brace that opened above a line is closed in it or below."""
    depth = 1
    while line.isValid() and depth:
        text = line.text().strip()
        depth += text.endswith("{") - text.startswith("}")
        line = line.next()
    return not depth


def type_over(field: QPlainTextEdit) -> bool:
    """Whether a closing brace that is about to be typed is there already, in the next line; then the caret goes behind it."""
    cursor = field.textCursor()
    line, below = cursor.block(), cursor.block().next()
    if cursor.hasSelection() or line.text().strip() or below.text().strip() != "}":
        return False
    cursor.setPosition(line.position())
    cursor.setPosition(below.position(), KEEP)
    cursor.removeSelectedText()
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
    field.setTextCursor(cursor)
    return True


def step_out(field: QPlainTextEdit) -> None:
    """Before a brace closes: where nothing but blanks stands in its line, one step of them less."""
    cursor = field.textCursor()
    before = cursor.block().text()[: cursor.positionInBlock()]
    if not cursor.hasSelection() and before.endswith(INDENT) and not before.strip():
        cursor.movePosition(QTextCursor.MoveOperation.Left, KEEP, len(INDENT))
        cursor.removeSelectedText()


def toggle_comment(field: QPlainTextEdit) -> None:
    """Make comments of the lines that are selected, or lines again if comments they all are."""

    def turned(lines: list[str]) -> list[str]:
        stated = [line for line in lines if line.strip()]
        if stated and all(line.lstrip().startswith("//") for line in stated):
            return [_uncommented(line) for line in lines]
        depth = min((len(line) - len(line.lstrip()) for line in stated), default=0)
        return [line[:depth] + COMMENT + line[depth:] if line.strip() else line for line in lines]

    _change(field, turned)


def indent(field: QPlainTextEdit) -> None:
    """Blanks at the caret; with several lines selected, before each of them."""
    cursor = field.textCursor()
    first, last = _selected(cursor)
    if first == last:
        cursor.insertText(INDENT)
    else:
        _change(field, lambda lines: [INDENT + line if line else line for line in lines])


def outdent(field: QPlainTextEdit) -> None:
    """Take one step of blanks away before the lines that are selected."""
    _change(field, lambda lines: [line.removeprefix(INDENT) if line[:2] == INDENT else line.lstrip() for line in lines])


def duplicate(field: QPlainTextEdit) -> None:
    """The lines that are selected once more below, where the caret goes."""
    cursor = field.textCursor()
    first, last = _selected(cursor)
    count = last - first + 1
    make(field.document(), Splice(last + 1, 0, tuple(_lines(field, first, last))))
    _select_again(field, cursor, count)


def move_up(field: QPlainTextEdit) -> None:
    """The lines that are selected change places with the line above."""
    first, last = _selected(field.textCursor())
    if first > 0:
        _swap(field, first - 1, last, lambda lines: [*lines[1:], lines[0]], -1)


def move_down(field: QPlainTextEdit) -> None:
    """The lines that are selected change places with the line below."""
    first, last = _selected(field.textCursor())
    if last < field.blockCount() - 1:
        _swap(field, first, last + 1, lambda lines: [lines[-1], *lines[:-1]], 1)


def _swap(field: QPlainTextEdit, first: int, last: int, turned: Callable[[list[str]], list[str]], way: int) -> None:
    cursor = field.textCursor()
    column = cursor.positionInBlock()
    anchor = QTextCursor(field.document())
    anchor.setPosition(cursor.anchor())
    places = [(anchor.blockNumber() + way, anchor.positionInBlock()), (cursor.blockNumber() + way, column)]
    make(field.document(), Splice(first, last - first + 1, tuple(turned(_lines(field, first, last)))))
    _put_caret(field, places)


def _select_again(field: QPlainTextEdit, cursor: QTextCursor, way: int) -> None:
    anchor = QTextCursor(field.document())
    anchor.setPosition(cursor.anchor())
    places = [(each.blockNumber() + way, each.positionInBlock()) for each in (anchor, cursor)]
    _put_caret(field, places)


def _put_caret(field: QPlainTextEdit, places: list[tuple[int, int]]) -> None:
    """Select from the first place to the second, each a line and a column."""
    cursor = field.textCursor()
    (anchor_line, anchor_column), (line, column) = places
    cursor.setPosition(field.document().findBlockByNumber(anchor_line).position() + anchor_column)
    cursor.setPosition(field.document().findBlockByNumber(line).position() + column, KEEP)
    field.setTextCursor(cursor)
    field.ensureCursorVisible()


def _selected(cursor: QTextCursor) -> tuple[int, int]:
    """The first and the last line that is selected; one in which nothing but its beginning is, is not."""
    document = cursor.document()
    first = document.findBlock(cursor.selectionStart())
    last = document.findBlock(cursor.selectionEnd())
    if last != first and cursor.selectionEnd() == last.position():
        last = last.previous()
    return first.blockNumber(), last.blockNumber()


def _lines(field: QPlainTextEdit, first: int, last: int) -> list[str]:
    document = field.document()
    return [document.findBlockByNumber(line).text() for line in range(first, last + 1)]


def _change(field: QPlainTextEdit, turned: Callable[[list[str]], list[str]]) -> None:
    """Change the lines that are selected; caret and selection stay in what they were in."""
    first, last = _selected(field.textCursor())
    lines = _lines(field, first, last)
    whole = QTextCursor(field.document())
    whole.beginEditBlock()
    for place, (old, new) in enumerate(zip(lines, turned(lines), strict=True)):
        if old != new:
            make(field.document(), Splice(first + place, 1, (new,)))
    whole.endEditBlock()


def _uncommented(line: str) -> str:
    blanks = line[: len(line) - len(line.lstrip())]
    rest = line.lstrip().removeprefix("//")
    return blanks + rest.removeprefix(" ")
