"""After an edit of a map that others made, its text differs only in the lines of what was edited."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from random import Random

import pytest
from made_by_others import OWM_FILES, document_of, needs_corpus, short
from record_facts import facts, lost

from mapper import edits
from mapper.files import owm
from mapper.model import MAP_TABLES, Component, Document, Evolve, Id, Inertia, LabelOffset, Method, Note, Position
from mapper.model.source import SourceLine

pytestmark = needs_corpus

Edit = Callable[[Document, Id, Random], Document]


def _move(document: Document, id: Id, random: Random) -> Document:
    return edits.move(document, [id], evolution=random.uniform(-0.2, 0.2), visibility=random.uniform(-0.2, 0.2))


def _rename(document: Document, id: Id, random: Random) -> Document:
    words = (
        "Coffee",
        "Ünïcode ☕",
        "build server",
        "note taker",
        "Tea (new)",
        "R & D",
        "Windows 11",
        "évolve 0.5",
        '"Q"',
    )
    return edits.rename(document, id, f"{random.choice(words)} {random.randrange(1000)}")


def _delete(document: Document, id: Id, _: Random) -> Document:
    return edits.delete(document, [id])


def _link(document: Document, id: Id, random: Random) -> Document:
    return edits.add_link(document, id, random.choice(list(document.components)))


def _head_for(document: Document, id: Id, random: Random) -> Document:
    return edits.set_evolve(
        document, id, Evolve(evolution=random.random(), name=random.choice(("", "Next", "New tea")))
    )


def _stay(document: Document, id: Id, _: Random) -> Document:
    return edits.forget_evolve(document, [id])


def _get(document: Document, id: Id, random: Random) -> Document:
    return edits.set_method(document, [id], random.choice([None, *Method]))


def _resist(document: Document, id: Id, _: Random) -> Document:
    return edits.set_inertia(document, [id], None if document.components[id].inertia else Inertia())


def _label(document: Document, id: Id, random: Random) -> Document:
    return edits.place_label(document, id, LabelOffset(right=random.randrange(-90, 90), down=random.randrange(-60, 60)))


def _add(document: Document, _: Id, random: Random) -> Document:
    component = Component(name="Brand new", evolution=random.random(), visibility=random.random())
    return edits.add_component(document, component)


def _remark(document: Document, _: Id, random: Random) -> Document:
    return edits.add_note(document, Note(text="Mind this", evolution=random.random(), visibility=random.random()))


def _number(document: Document, _: Id, random: Random) -> Document:
    place = Position(evolution=round(random.random(), 2), visibility=round(random.random(), 2))
    return edits.add_annotation(document, "Look here", place)


def _turn(document: Document, id: Id, _: Random) -> Document:
    return edits.reverse_links(document, [id])


_EDITS: dict[str, tuple[str, Edit, str]] = {
    "move a component": ("components", _move, "rewrites"),
    "rename a component": ("components", _rename, "rewrites"),
    "delete a component": ("components", _delete, "removes"),
    "say where a component is heading": ("components", _head_for, "rewrites or adds"),
    "forget where a component is heading": ("components", _stay, "removes"),
    "say how a component is got": ("components", _get, "rewrites"),
    "mark a component with inertia": ("components", _resist, "rewrites"),
    "put a label elsewhere": ("components", _label, "rewrites"),
    "link two components": ("components", _link, "adds"),
    "turn a link round": ("links", _turn, "rewrites"),
    "delete a link": ("links", _delete, "removes"),
    "delete a pipeline": ("pipelines", _delete, "any"),
    "move a note": ("notes", _move, "rewrites"),
    "rename a note": ("notes", _rename, "rewrites"),
    "delete a note": ("notes", _delete, "removes"),
    "move an annotation": ("annotations", _move, "rewrites"),
    "delete an annotation": ("annotations", _delete, "removes"),
    "move an accelerator": ("accelerators", _move, "rewrites"),
    "move an area": ("attitudes", _move, "rewrites"),
    "add a component": ("components", _add, "adds"),
    "add a note": ("components", _remark, "adds"),
    "add an annotation": ("components", _number, "adds"),
}
"""The edit of one record of a table, and what it does to the lines of a text."""


@pytest.mark.parametrize("name", OWM_FILES, ids=short)
def test_an_edit_changes_the_lines_of_what_was_edited_and_no_others(name: str) -> None:
    document = document_of(name)
    for kind, (table, edit, does) in _EDITS.items():
        ids = list(getattr(document, table))
        if not ids:
            continue
        random = Random(f"{name}: {kind}")
        after = edit(document, random.choice(ids), random)
        if after is not document:
            expect_only_its_lines(document, after, does, kind)


def expect_only_its_lines(document: Document, after: Document, does: str, kind: str) -> None:
    """Where a name is one that a text cannot say, a carried line tells what the line itself cannot."""
    old = document.source.lines if document.source is not None else ()
    gone, come = changed_lines(old, owm.lines_of(after))
    touched = frozenset(spoken_of(document, after))
    for line in gone:
        assert touched & {line.id, *line.also}, f"{kind}: {line.text!r} has gone"
    carried = [line for line in come if line.text.startswith("//@")]
    come = tuple(line for line in come if line.text.strip())
    said = len(come) - len(carried)
    shape = {
        "rewrites": said <= len(gone) <= len(come) > 0,
        "adds": said <= 1 <= len(come) and not gone,
        "removes": gone and not come,
        "any": True,
    }
    assert any(shape[word] for word in does.split(" or ")), f"{kind}: {gone} have become {come}"
    assert {line.id for line in carried} <= touched, kind
    assert lost(facts(after), facts(owm.read(owm.write(after)).document)) == set(), kind


def changed_lines(
    old: Sequence[SourceLine], new: Sequence[SourceLine]
) -> tuple[tuple[SourceLine, ...], tuple[SourceLine, ...]]:
    """The lines that are there no more, and those that have come."""
    texts = [line.text for line in old], [line.text for line in new]
    steps = [step for step in SequenceMatcher(None, *texts, autojunk=False).get_opcodes() if step[0] != "equal"]
    gone = tuple(line for _, first, last, _, _ in steps for line in old[first:last])
    come = tuple(line for _, _, _, first, last in steps for line in new[first:last])
    return gone, come


def spoken_of(before: Document, after: Document) -> Iterator[Id]:
    """The records that an edit changed, and those whose lines name a component that it changed."""
    for table in MAP_TABLES:
        old, new = getattr(before, table), getattr(after, table)
        yield from (id for id in old.keys() | new.keys() if old.get(id) != new.get(id))
    renamed = {
        id for id, one in before.components.items() if id in after.components and after.components[id].name != one.name
    }
    yield from (link.id for link in before.links.values() if {link.source, link.target} & renamed)
    yield from (pipeline.id for pipeline in before.pipelines.values() if pipeline.component in renamed)
