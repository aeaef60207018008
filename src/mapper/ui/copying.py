"""The whole map on the clipboard, for other programs: as a picture, or as text. It is made beside the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from mapper.export.exporter import ExportOptions
from mapper.model import Document
from mapper.ui.status import Status
from mapper.ui.task import Task
from mapper.ui.waits import Waits

HURRY = 0.25
SVG_TYPE = "image/svg+xml"
_OPTIONS = ExportOptions(carries_map=False)
"""What is pasted is seen by others at once: the contracts' values do not travel unseen behind the picture."""


@dataclass(frozen=True, slots=True)
class Copied:
    """A map for the clipboard. `words` say as what; `losses` what was left out, a sentence each."""

    words: str
    losses: tuple[str, ...]
    text: str = ""
    png: bytes = b""
    svg: bytes = b""


class Copying(QObject):
    """Fills the clipboard and says in the status bar with what. Of two copies the later one counts."""

    def __init__(self, waits: Waits, status: Status, window: QWidget) -> None:
        super().__init__(window)
        self._waits, self._status = waits, status
        self._give_up: Callable[[], None] = lambda: None

    def start(self, make: Callable[[Document], Copied], document: Document) -> None:
        """Copy a document as `make` makes it."""
        self._give_up()
        wait = self._waits.add("Copying the map…")

        def take(copied: Copied) -> None:
            wait.end()
            QGuiApplication.clipboard().setMimeData(_data(copied))
            self._status.tell(" ".join([f"Copied {copied.words}.", *copied.losses]))

        def fail(error: BaseException) -> None:
            wait.end()
            raise error

        task = Task(self, lambda: make(document), take, fail)
        wait.cancelled.connect(task.drop)
        self._give_up = wait.cancel
        task.hurry(HURRY)


def copied_picture(document: Document) -> Copied:
    """As pixels, and as lines for programs that take them."""
    from mapper.ui.exporters import exporter

    png, svg = exporter("png"), exporter("svg")
    drawn = png.make(document, _OPTIONS)
    return Copied("the map as a picture", png.losses(document), png=drawn, svg=svg.make(document, _OPTIONS))


def copied_owm(document: Document) -> Copied:
    """As text in the language of OnlineWardleyMaps."""
    from mapper.files.owm import write
    from mapper.ui.exporters import exporter

    return Copied("the map as OnlineWardleyMaps text", exporter("owm").losses(document), write(document))


def copied_mermaid(document: Document) -> Copied:
    """As a block of Mermaid that can stand in Markdown."""
    from mapper.ui.exporters import exporter

    mermaid = exporter("mermaid")
    text = mermaid.make(document, _OPTIONS).decode()
    return Copied("the map as a Mermaid block", mermaid.losses(document), f"```mermaid\n{text.rstrip()}\n```\n")


def _data(copied: Copied) -> QMimeData:
    data = QMimeData()
    if copied.text:
        data.setText(copied.text)
    if copied.png:
        data.setImageData(QImage.fromData(copied.png))
        data.setData(SVG_TYPE, copied.svg)
    return data
