"""What the program is, whose work it stands on, and under which licences."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from mapper import __version__

CREDITS = (
    "Wardley mapping is Simon Wardley’s, published under CC BY-SA\u00a04.0.",
    "The samples “Communications platform” and “High-speed rail” are redrawn from figures in his book "
    "“Wardley Maps” and are under CC BY-SA\u00a04.0. “Childcare licensing” is fictional.",
    "The typeface is Inter, © The Inter Project Authors, SIL Open Font License\u00a01.1.",
    "The window is made with Qt, © The Qt Company and others, LGPL\u00a03.",
)


class About(QDialog):
    """Name, version, licence and credits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("About Mapper")
        self.setFixedWidth(480)
        name = QLabel("Mapper")
        name.setObjectName("display")
        self.version = version = QLabel(f"Version {__version__} · Apache License 2.0 · Qt {qVersion()}")
        version.setObjectName("quiet")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(10)
        column.addWidget(name)
        column.addWidget(version)
        for credit in CREDITS:
            label = QLabel(credit)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setWordWrap(True)
            column.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addSpacing(6)
        column.addWidget(buttons)
