"""Light or dark: what the system says, unless the user says otherwise."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from mapper.drawing.themes import DARK as DARK_MAP
from mapper.drawing.themes import WARDLEY
from mapper.ui.settings import Settings
from mapper.ui.style.stylesheet import stylesheet
from mapper.ui.style.tones import DARK, LIGHT, Tones


class Choice(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Appearance(QObject):
    """The tones in use. `changed` is emitted when light becomes dark or the other way round."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.tones = LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.apply)
        self.apply()

    @property
    def choice(self) -> Choice:
        return Choice(self._settings.appearance) if self._settings.appearance in set(Choice) else Choice.SYSTEM

    def choose(self, choice: Choice) -> None:
        """Keep the user's choice and show it."""
        self._settings.appearance = choice.value
        self.apply()

    def toggle(self) -> None:
        """The other of light and dark, kept as the user's choice."""
        self.choose(Choice.LIGHT if self.tones.is_dark else Choice.DARK)

    @property
    def theme(self) -> str:
        """The name of the map's theme that goes with these tones."""
        return (DARK_MAP if self.tones.is_dark else WARDLEY).id

    def apply(self) -> None:
        """Give the application its palette and stylesheet. Asking again for the same tones costs nothing."""
        tones = DARK if self._wants_dark() else LIGHT
        application = QApplication.instance()
        if not isinstance(application, QApplication) or (tones is self.tones and application.styleSheet()):
            return
        self.tones = tones
        application.setPalette(palette(tones))
        application.setStyleSheet(stylesheet(tones, application.font().pointSizeF()))
        self.changed.emit()

    def _wants_dark(self) -> bool:
        if self.choice is Choice.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.choice is Choice.DARK


def palette(tones: Tones) -> QPalette:
    """Qt's own roles in these tones, for what a stylesheet does not reach."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: tones.ground,
        QPalette.ColorRole.WindowText: tones.text,
        QPalette.ColorRole.Base: tones.field,
        QPalette.ColorRole.AlternateBase: tones.panel,
        QPalette.ColorRole.Text: tones.text,
        QPalette.ColorRole.PlaceholderText: tones.faint,
        QPalette.ColorRole.Button: tones.panel,
        QPalette.ColorRole.ButtonText: tones.text,
        QPalette.ColorRole.ToolTipBase: tones.text,
        QPalette.ColorRole.ToolTipText: tones.panel,
        QPalette.ColorRole.Highlight: tones.accent,
        QPalette.ColorRole.HighlightedText: tones.on_accent,
        QPalette.ColorRole.Link: tones.accent,
        QPalette.ColorRole.Mid: tones.edge,
        QPalette.ColorRole.Dark: tones.edge,
        QPalette.ColorRole.Light: tones.panel,
        QPalette.ColorRole.Accent: tones.accent,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tones.faint))
    return made
