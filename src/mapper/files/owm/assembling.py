"""Records become a document."""

from __future__ import annotations

from collections.abc import Mapping

from mapper.edits.deletion import delete
from mapper.edits.membership import leave_contracts
from mapper.files.owm.building import Builder
from mapper.files.owm.hints import Before
from mapper.files.owm.settings import with_settings
from mapper.model import Component, Document, Id, Record

Tables = Mapping[str, Mapping[Id, Record]]


def assembled(builder: Builder, before: Before) -> Document:
    """The document that was there before, or a blank one, with these records and settings."""
    document = _with_tables(before.document, builder.tables())
    broken = builder.unsettled
    settings = {role: bound.statement.facts for role, bound in builder.settings.items()}
    unbroken = {role: facts for role, facts in before.settings.items() if role in settings or role not in broken}
    return with_settings(document, settings, unbroken)


def _with_tables(document: Document, tables: Tables) -> Document:
    """A document with other records, in which nothing is said any more of those that are gone."""
    changed: dict[str, dict[Id, Record]] = {}
    gone: dict[Id, Record] = {}
    for name, records in tables.items():
        old: Mapping[Id, Record] = getattr(document, name)
        lost = {id: record for id, record in old.items() if id not in records}
        if lost or len(old) != len(records) or any(old.get(id) is not record for id, record in records.items()):
            changed[name] = {**{id: records[id] for id in old if id in records}, **records}
        if lost and name != "pipelines":
            gone.update(lost)
            changed.setdefault(name, {}).update(lost)
    after = document.model_copy(update=changed)
    if users := _new_users(document, tables["components"]):
        after = leave_contracts(after, users)
    return delete(after, gone) if gone else after


def _new_users(document: Document, components: Mapping[Id, Record]) -> list[Id]:
    """Components that have become users, who are not procured."""
    old = document.components
    return [
        id
        for id, component in components.items()
        if id in old and isinstance(component, Component) and component.is_anchor and not old[id].is_anchor
    ]
