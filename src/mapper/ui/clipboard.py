"""The clipboard: what is selected goes there in every form that other programs take, and comes back from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QPoint
from PySide6.QtGui import QGuiApplication, QImage

from mapper.editor.clipboard import Clip, own_form, text_form
from mapper.export.exporter import ExportFailed, ExportOptions
from mapper.model import Document, Position

if TYPE_CHECKING:
    from mapper.ui.window import MainWindow

OWN = "application/x-wardley-map+json"
TEXT, SVG, PNG, IMAGE = "text/plain", "image/svg+xml", "image/png", "application/x-qt-image"
FORMS = (OWN, TEXT, SVG, IMAGE)
"""What says most stands first: programs take the first that they know."""
_DRAWN_AT_THE_END = 300
"""Of more components no picture is left behind when the program ends: drawing it would hold up the end."""
_ALONE = ("offscreen", "minimal")
"""Where there is no screen, no other program is, either, and Qt would look at what was left when Python is gone."""
_OPTIONS = ExportOptions(carries_map=False)


class CopiedPart(QMimeData):
    """An excerpt on the clipboard. Each form is made when somebody asks for it, and then kept.

    All forms tell the excerpt and nothing else: no picture carries the map that it was taken from unseen, nor the excerpt
    itself, whose contracts' values those who look at a picture need not learn.
    """

    def __init__(self, part: Document) -> None:
        super().__init__()
        self.part = part
        self._made: dict[str, object] = {}

    def formats(self) -> list[str]:
        return list(FORMS)

    def hasFormat(self, form: str) -> bool:
        return form in FORMS

    def retrieveData(self, form: str, kind: object) -> object:
        if form not in FORMS:
            return None
        if form not in self._made:
            self._made[form] = _made(self.part, form)
        return self._made[form]


def put(part: Document) -> None:
    """Put an excerpt on the clipboard of all programs."""
    QGuiApplication.clipboard().setMimeData(CopiedPart(part))


def leave_behind() -> None:
    """Put what was copied here on the clipboard for good, as far as the system keeps it: the program is about to end."""
    data = QGuiApplication.clipboard().mimeData()
    if QGuiApplication.platformName() in _ALONE:
        QGuiApplication.clipboard().clear()
        return
    if not isinstance(data, CopiedPart):
        return
    plain = QMimeData()
    plain.setData(OWN, data.data(OWN))
    plain.setText(data.text())
    if len(data.part.components) <= _DRAWN_AT_THE_END:
        plain.setData(SVG, data.data(SVG))
        plain.setImageData(data.imageData())
    QGuiApplication.clipboard().setMimeData(plain)


def clip() -> Clip:
    """What is on the clipboard. Of files there is nothing to paste: they are opened."""
    data = QGuiApplication.clipboard().mimeData()
    if any(url.isLocalFile() for url in data.urls()):
        return Clip()
    if data.hasFormat(OWN):
        return Clip(own=_bytes(data, OWN))
    pictures = tuple(_bytes(data, form) for form in (SVG, PNG) if data.hasFormat(form))
    return Clip(pictures=pictures, text=data.text(), html=data.html())


class ClipboardDesk:
    """What commands ask of the clipboard. While a menu is open that was asked for on the map, `menu_point` is where on
    the screen that was: what is pasted from it goes there."""

    window: MainWindow
    menu_point: QPoint | None = None

    def put_on_clipboard(self, part: Document) -> None:
        put(part)

    def clip(self) -> Clip:
        """What is on the clipboard."""
        return clip()

    def pointed_at(self) -> Position | None:
        """Where on the map the pointer is; None if it is elsewhere."""
        front = self.window.maps.front
        if front is None:
            return None
        canvas = front.canvas
        at = canvas.pointer if self.menu_point is None else canvas.to_page(canvas.mapFromGlobal(self.menu_point))
        return None if at is None else front.session.frame.to_map(at.x(), at.y())


def _made(part: Document, form: str) -> object:
    """None for a picture that there is no memory for."""
    from mapper.ui.exporters import exporter

    if form == OWN:
        return QByteArray(own_form(part))
    if form == TEXT:
        return text_form(part)
    try:
        if form == SVG:
            return QByteArray(exporter("svg").make(part, _OPTIONS))
        return QImage.fromData(exporter("png").make(part, _OPTIONS))
    except ExportFailed:
        return None


def _bytes(data: QMimeData, form: str) -> bytes:
    return bytes(data.data(form).data())
