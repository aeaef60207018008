"""An editor for a date that may not be decided yet."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QMouseEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QPushButton, QStackedWidget, QToolButton, QWidget

from mapper.model import Document
from mapper.ui.icons import icon
from mapper.ui.panels.combo import calm
from mapper.ui.panels.editors.editor import SEVERAL, Editor
from mapper.ui.panels.forms.field import MIXED, Field, Mixed, Value


class DateBox(QDateEdit):
    """A date with a calendar in which weekends are days like others: red is for what is wrong."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("d MMM yyyy")
        self.setCalendarPopup(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # The calendar is a large widget, made when it is first asked for.
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendarWidget().setWeekdayTextFormat(day, QTextCharFormat())
        self.calendarWidget().setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        super().mousePressEvent(event)


class DateEditor(Editor):
    """A date, or a button that says that none is decided and starts with today's."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(field, parent)
        self.unset = QPushButton(field.undecided)
        self.unset.setObjectName("unset")
        self.unset.setAccessibleName(f"{field.label}: {field.undecided}. Set a date")
        self.unset.clicked.connect(self._start)
        self.date = DateBox()
        self.date.setAccessibleName(field.label)
        self.date.dateChanged.connect(lambda chosen: self.tell(date(chosen.year(), chosen.month(), chosen.day())))
        self.date.editingFinished.connect(self.finished)
        calm(self.date)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.unset)
        self.pages.addWidget(self.date)
        self.clear = QToolButton()
        self.clear.setIcon(icon("close"))
        self.clear.setToolTip("Not decided")
        self.clear.setAccessibleName(f"{field.label}: not decided")
        self.clear.clicked.connect(self._clear)
        self.row.addWidget(self.pages, 1)
        self.row.addWidget(self.clear)
        self.main = self.date
        self.setFocusProxy(self.pages)

    def show_value(self, value: Value | Mixed, document: Document) -> None:
        self.unset.setText(SEVERAL if value is MIXED else self.field.undecided)
        if isinstance(value, date):
            self.date.blockSignals(True)
            self.date.setDate(QDate(value.year, value.month, value.day))
            self.date.blockSignals(False)
        self._turn(isinstance(value, date))

    def _turn(self, is_set: bool) -> None:
        self.pages.setCurrentWidget(self.date if is_set else self.unset)
        self.clear.setVisible(is_set)

    def _start(self) -> None:
        today = date.today()
        self.date.blockSignals(True)
        self.date.setDate(QDate(today.year, today.month, today.day))
        self.date.blockSignals(False)
        self._turn(True)
        self.date.setFocus()
        self.tell(today)

    def _clear(self) -> None:
        self._turn(False)
        self.unset.setFocus()
        self.settle(None)
