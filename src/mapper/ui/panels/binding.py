"""How the inspector's fields reach the document: shown while typing, kept when done."""

from __future__ import annotations

from mapper.editor import Session
from mapper.edits import delete_person, delete_supplier
from mapper.model import Document, Person, Supplier
from mapper.model.values import Frozen
from mapper.ui.panels.forms.field import Field, Mixed, Value
from mapper.ui.panels.forms.form import Section
from mapper.ui.panels.problems import sentence


class Binding:
    """Edits through a session. What has been previewed here and not yet kept is one step, named by its field."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self._pending: Field | None = None

    @property
    def document(self) -> Document:
        return self.session.document

    def value(self, section: Section, field: Field) -> Value | Mixed:
        return section.subject.value(self.document, field.name)

    def is_shown(self, section: Section, field: Field) -> bool:
        """Whether the field applies to every record of the section."""
        return all(field.shown(record) for record in section.subject.records(self.document))

    def exists(self, section: Section) -> bool:
        """Whether the document still has what the section is about."""
        return bool(section.subject.records(self.document))

    def preview(self, section: Section, field: Field, value: Value) -> str:
        """Show the document with this value; answers with a sentence if it cannot be, and then shows the last step."""
        if self._pending is not None and self._pending is not field:
            self.commit()
        try:
            changed = section.subject.change(self.document, field.name, _part(field, value, section, self.document))
        except ValueError as error:
            self.withdraw()
            return sentence(field, error)
        self._pending = field
        self.session.preview(changed)
        return ""

    def withdraw(self) -> None:
        """Drop what has been previewed and not kept."""
        if self._pending is not None:
            self._pending = None
            self.session.revert()

    def delete(self, record: Person | Supplier) -> None:
        """Take someone out of the document, in a step of its own."""
        self.commit()
        if isinstance(record, Person):
            self.session.apply("Delete person", delete_person, record.id)
        else:
            self.session.apply("Delete supplier", delete_supplier, record.id)

    def commit(self) -> None:
        """Keep what has been previewed as one step."""
        if self._pending is not None:
            field, self._pending = self._pending, None
            self.session.commit(f"Change {_named(field)}")


def _named(field: Field) -> str:
    return field.label if field.label.isupper() else field.label[:1].lower() + field.label[1:]


def _part(field: Field, value: Value, section: Section, document: Document) -> Value:
    """What ticking a part stands for: a new one, made to fit its record."""
    if field.make is None or value is not True:
        return value
    record: Frozen = section.subject.records(document)[0]
    return field.make(record)
