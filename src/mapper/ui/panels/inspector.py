"""The inspector: all that can be said of what is selected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from mapper.editor import Session
from mapper.model import Component, Document, Id
from mapper.procurement.methods import method_of
from mapper.procurement.vocabulary import stage_name
from mapper.procurement.words import word
from mapper.ui.panels.elided import Elided
from mapper.ui.panels.soon import Soon

if TYPE_CHECKING:
    from mapper.ui.panels.binding import Binding
    from mapper.ui.panels.editors import Editor
    from mapper.ui.panels.form_view import FormView
    from mapper.ui.panels.forms.form import Form

FIRST_FORM = 30
"""Milliseconds after a map has come to the front, when its form is made."""


class Inspector(QWidget):
    """Shows the form of a session's selection and follows every change of the document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session: Session | None = None
        self._binding: Binding | None = None
        # Making a form's widgets takes longer than filling them: each shape of form is made once.
        self._views: dict[tuple[str, ...], FormView] = {}
        self._view: FormView | None = None
        # A drag changes the document many times a second, and the fields follow when there is time.
        self._soon = Soon(self.refresh, 15, self)
        self.kind = QLabel(self)
        self.kind.setObjectName("quiet")
        self.title = Elided("", self)
        self.title.setObjectName("title")
        self.facts = Elided("", self)
        self.facts.setObjectName("quiet")
        self.pages = QStackedWidget(self)
        head = QVBoxLayout()
        head.setContentsMargins(18, 12, 14, 8)
        head.setSpacing(1)
        for label in (self.kind, self.title, self.facts):
            head.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.pages, 1)

    def show_session(self, session: Session | None) -> None:
        """Follow another session, or none. The map is shown first; its form a moment later."""
        self.settle()
        if self._session is not None:
            self._session.document_changed.disconnect(self._follow)
            self._session.selection_changed.disconnect(self._turn)
        self._session = session
        self._binding = None
        if session is not None:
            session.document_changed.connect(self._follow)
            session.selection_changed.connect(self._turn)
            self._soon.start(FIRST_FORM)

    def settle(self) -> None:
        """Keep what is being typed as a step, as if the field had been left."""
        if self._binding is not None:
            self._binding.commit()

    def take_focus(self) -> None:
        """Put the cursor into the first field."""
        self.refresh()
        if self._view is not None:
            self._view.take_focus()

    def field(self, label: str) -> Editor:
        """The editor of the field with this label, in a section that is unfolded. Raises StopIteration."""
        assert self._view is not None
        return next(row.editor for part in self._view.sections for row in part.rows if row.field.label == label)

    def refresh(self) -> None:
        """Show what is selected now."""
        if self._session is None:
            return
        # Forms and their editors are a good part of the window's code, and its first picture needs none of them.
        from mapper.ui.panels.binding import Binding
        from mapper.ui.panels.form_view import FormView
        from mapper.ui.panels.forms.form import form_for

        if self._binding is None:
            self._binding = Binding(self._session)
        form = form_for(self._session.document, self._session.selection)
        self._show_head(form, self._session.document)
        view = self._views.get(form.shape)
        if view is None:
            view = self._views[form.shape] = FormView(form, self._binding)
            self.pages.addWidget(view)
        view.show_form(form, self._binding)
        self._view = view
        self.pages.setCurrentWidget(view)

    def _follow(self, before: Document, after: Document) -> None:
        self._soon.ask()

    def _turn(self, before: frozenset[Id], after: frozenset[Id]) -> None:
        self.settle()
        self._soon.start(0)

    def _show_head(self, form: Form, document: Document) -> None:
        self.kind.setText(form.kind)
        self.title.setText(form.title)
        facts = _facts(document, self._session.selection if self._session else frozenset())
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))


def _facts(document: Document, selection: frozenset[Id]) -> str:
    """What follows from where a component stands."""
    component = document.components.get(next(iter(selection))) if len(selection) == 1 else None
    if not isinstance(component, Component) or component.is_anchor:
        return ""
    stages = document.stages
    return " · ".join(filter(None, (stage_name(component, stages), word(method_of(component, stages)))))
