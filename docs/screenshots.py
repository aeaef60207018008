"""Takes every picture of the window that the documents show: `make screenshots` writes docs/pictures/*.png.

Each is of the real window with a real map, worked by the events of a mouse and a keyboard, and kept as it was seen.
Names of pictures as arguments take only those: `python docs/screenshots.py find minimap`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from studio import LONGEST, REST, USUAL, Place, studio, wait

from mapper.ui.application import application
from mapper.ui.presenting import Presentation

FLAGSHIP, PLATFORM, TEA = "childcare-licensing", "communications-platform", "tea-shop"
LARGE, SMALL = (1600, 1000), (1024, 700)


# The pictures, a function each; its name is the file's.


def flagship() -> None:
    with studio(FLAGSHIP, LARGE) as at:
        contracts = at.front.session.document.contracts
        at.front.session.select(id for id, contract in contracts.items() if contract.ref == "C7")
        at.settle()
        at.keep("flagship")


def themes() -> None:
    """One map in each of the themes; the dark one in a dark window."""
    with studio(PLATFORM, SMALL, alone=True) as at:
        for theme in ("wardley", "plain", "colour", "handwritten", "high-contrast", "print", "dark"):
            at.do(f"theme-{theme}")
            if theme == "dark":
                at.do("toggle-dark")
            at.settle()
            at.keep(f"theme-{theme}")
        at.do("toggle-dark")


def presenting() -> None:
    """The contracts come one by one; six are there."""
    with studio(PLATFORM) as at:
        for contract in list(at.front.session.document.contracts):
            at.front.session.select([contract])
            at.do("add-step")
        at.do("present")
        wait(REST)
        (shown,) = at.window.findChildren(Presentation)
        shown.resize(*USUAL)
        for _ in range(6):
            QTest.keyClick(shown, Qt.Key.Key_Right)
        for _ in range(LONGEST * 1000 // REST):
            wait(REST)
            if shown.map.is_laid_out:
                break
        at.keep("presenting", shown)
        shown.close()


def palette() -> None:
    with studio(TEA, SMALL) as at:
        at.click("Kettle")
        at.do("palette")
        at.type("contr")
        wait(REST)
        at.keep("palette")


def guides() -> None:
    """Something is dragged into the column of one thing and the row of another."""
    with studio(TEA, SMALL, alone=True) as at:
        at.press("Cup")
        at.draw("Cup", (0.72, 0.62), (0.741, 0.582))
        wait(REST)
        at.keep("guides")


def contract() -> None:
    """A line is drawn round three components; then the contract asks for its title."""
    ring: tuple[Place, ...] = ((0.76, 0.57), (0.66, 0.66), (0.56, 0.72), (0.51, 0.78), (0.50, 0.83), (0.55, 0.90))
    ring += ((0.66, 0.86), (0.78, 0.74), (0.88, 0.66), (0.90, 0.56), (0.84, 0.51))
    with studio(TEA, SMALL, alone=True) as at:
        at.type("k")
        at.press(ring[0])
        at.draw(*ring)
        wait(REST)
        at.keep("contract-being-drawn")
        at.release(ring[-1])
        at.settle()
        at.type("Crockery and tea")
        wait(REST)
        at.keep("contract-title")


def offer() -> None:
    """Something is dropped well inside an outline."""
    with studio(TEA, SMALL, alone=True) as at:
        at.press("Cup")
        at.draw("Cup", (0.83, 0.40), (0.90, 0.18))
        at.release((0.90, 0.18))
        wait(REST)
        at.keep("offer")


def text() -> None:
    with studio(TEA) as at:
        at.toggle("Inspector")
        at.toggle("Contracts panel")
        at.click("Hot water")
        at.do("go-to-text")
        at.settle()
        at.keep("text")


def outline() -> None:
    with studio(FLAGSHIP, alone=True) as at:
        at.click("Case management")
        if not at.window.bench.outline.isVisible():
            at.toggle("Outline")
        at.settle()
        at.keep("outline")


def find() -> None:
    with studio(FLAGSHIP) as at:
        at.do("find")
        at.type("data")
        wait(REST)
        at.enter()
        at.settle()
        at.keep("find")


def minimap() -> None:
    with studio(FLAGSHIP) as at:
        at.turn_wheel("Sign-in", 5)
        at.settle()
        at.keep("minimap")


def export() -> None:
    """What a format has no place for is told before anything is written."""
    with studio(FLAGSHIP) as at:

        def take() -> None:
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QDialog)
            wait(3 * REST)
            at.keep("export", dialog)
            dialog.reject()

        QTimer.singleShot(REST, take)
        at.do("export-to-program")


def focus() -> None:
    """All but one component and what it rests on stands back."""
    with studio(FLAGSHIP) as at:
        at.click("Case management")
        at.do("focus")
        at.settle()
        at.keep("focus")


def history() -> None:
    """Every step that was done, to go back to."""
    with studio(TEA) as at:
        at.press("Kettle")
        at.draw("Kettle", (0.45, 0.40))
        at.release((0.45, 0.40))
        at.click("Water")
        at.do("toggle-inertia")
        at.do("duplicate")
        at.toggle("History")
        at.settle()
        at.keep("history")


ALL: tuple[Callable[[], None], ...] = (
    *(flagship, themes, presenting, palette, guides, contract, offer),
    *(text, outline, find, minimap, export, focus, history),
)


def main() -> None:
    application()
    QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Light)
    QGuiApplication.styleHints().setCursorFlashTime(0)
    wanted = sys.argv[1:] or [each.__name__ for each in ALL]
    for each in ALL:
        if each.__name__ in wanted:
            each()


if __name__ == "__main__":
    main()
