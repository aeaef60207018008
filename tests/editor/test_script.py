"""The text beside the map and the session, in step with each other."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from mapper.editor import Pointer, Session
from mapper.editor.script import TYPING, Script
from mapper.editor.splices import Splice, differences
from mapper.edits import add_contract, delete, move, rename
from mapper.files import owm
from mapper.model import BLANK, Component, Document, Id
from mapper.model.document import MAP_TABLES

TEA = """title Tea shop
// who drinks it
component Cup of tea [0.85, 0.55]
component Tea [0.55, 0.60] label [10, -20]
component Kettle [0.25, 0.30] // old
Cup of tea->Tea
evolve Kettle 0.60
"""


def session_of(text: str = TEA) -> Session:
    return Session(owm.read(text).document)


def named(session: Session, name: str) -> Component:
    return next(each for each in session.document.components.values() if each.name == name)


class Typist:
    """Somebody at the text, with a clock of their own. `shown` is what they see."""

    def __init__(self, session: Session) -> None:
        self.script = Script(session)
        self.shown = list(self.script.lines)
        self.now = 100.0

    @property
    def text(self) -> str:
        return "\n".join(self.shown)

    def type(self, first: int, removed: int, *added: str, after: float = 0.2, reads: bool = True) -> None:
        self.now += after
        self.shown[first : first + removed] = added
        self.script.type(Splice(first, removed, added), self.now)
        if reads:
            self.script.read()

    def rewrite(self, text: str) -> None:
        for splice in differences(self.shown, text.split("\n")):
            self.type(splice.first, splice.removed, *splice.added, after=10)

    def look(self) -> list[Splice]:
        splices = self.script.catch_up()
        for splice in splices:
            self.shown[splice.first : splice.first + splice.removed] = splice.added
        assert tuple(self.shown) == self.script.lines
        return splices


def line(typist: Typist, start: str) -> int:
    return next(place for place, text in enumerate(typist.shown) if text.startswith(start))


# From the text to the map.


def test_typing_a_position_moves_the_component_and_nothing_else() -> None:
    session = session_of()
    typist = Typist(session)
    before = session.document
    typist.type(2, 1, "component Cup of tea [0.85, 0.75]")
    assert named(session, "Cup of tea").evolution == 0.75
    others = [id for id, each in before.components.items() if each.name != "Cup of tea"]
    assert all(session.document.components[id] is before.components[id] for id in others)
    assert session.document.links == before.links


def test_typing_another_name_letter_by_letter_keeps_the_component_and_its_contract() -> None:
    session = session_of()
    tea = named(session, "Tea").id
    session.apply("New contract", lambda document: add_contract(document, [tea])[0])
    typist = Typist(session)
    for name in ("Te", "T", "Th", "The", "Thé"):
        typist.type(3, 1, f"component {name} [0.55, 0.60] label [10, -20]")
    assert session.document.components[tea].name == "Thé"
    assert next(iter(session.document.contracts.values())).members == (tea,)


def test_a_line_that_makes_no_sense_for_the_moment_leaves_its_component_where_it_was() -> None:
    session = session_of()
    typist = Typist(session)
    kettle = named(session, "Kettle")
    typist.type(4, 1, "component Kettle [0.25, 0.")
    typist.type(4, 1, "component Kettle [")
    assert session.document.components[kettle.id].visibility == kettle.visibility
    typist.type(4, 1, "component Kettle [0.20, 0.35]")
    assert session.document.components[kettle.id].evolution == 0.35
    assert typist.script.problems == ()


def test_the_problem_of_a_line_whose_record_stays_as_it_was_says_so() -> None:
    session = session_of()
    typist = Typist(session)
    typist.type(3, 1, "component Tea [0.55, x")
    assert named(session, "Tea").evolution == 0.6
    assert [problem.done for problem in typist.script.problems] == ["What the line said before still holds."]
    typist.type(3, 1, "component Tea [0.55, 0.60] label [10, -20]")
    typist.type(0, 0, "component Milk [1.7, 0.6]")
    assert [problem.done for problem in typist.script.problems] == ["Taken as [1.00, 0.60]."]


def test_a_problem_says_its_line_and_goes_when_it_is_mended() -> None:
    typist = Typist(session_of())
    typist.type(5, 1, "Cup of tea->Coffee")
    assert [problem.line for problem in typist.script.problems] == [6]
    typist.type(5, 1, "Cup of tea->Tea")
    assert typist.script.problems == ()


def test_a_new_line_adds_a_component_and_taking_it_away_removes_it() -> None:
    session = session_of()
    typist = Typist(session)
    typist.type(5, 0, "component Milk [0.40, 0.70]")
    assert named(session, "Milk").evolution == 0.70
    typist.type(5, 1)
    assert "Milk" not in {each.name for each in session.document.components.values()}


def test_a_map_without_a_text_shows_what_would_be_written_and_gets_one_when_somebody_types() -> None:
    session = Session(BLANK.put("components", [Component(name="Tea", evolution=0.5, visibility=0.5)]))
    typist = Typist(session)
    assert typist.text == owm.write(session.document)
    assert session.document.source is None
    typist.type(line(typist, "component Tea"), 1, "component Tea [0.50, 0.60]")
    assert session.document.source is not None
    assert named(session, "Tea").evolution == 0.6
    session.undo()
    assert session.document.source is None


def test_line_ends_and_characters_that_no_field_can_hold_are_kept() -> None:
    text = "title Tea\r\ncomponent Tea\u2028 [0.5, 0.5]\r\n// a\rb\r\n"
    session = session_of(text)
    typist = Typist(session)
    assert not any(character in typist.text for character in "\r\u2028")
    typist.type(0, 1, "title Tea shop")
    typist.type(2, 1, typist.shown[2] + "!")
    typist.type(3, 0, "component Cup [0.6, 0.5]")
    expected = "title Tea shop\r\ncomponent Tea\u2028 [0.5, 0.5]\r\n// a\rb!\r\ncomponent Cup [0.6, 0.5]\r\n"
    assert owm.write(session.document) == expected


# From the map to the text.


def test_a_drag_changes_one_line_and_tells_of_no_other() -> None:
    session = session_of()
    typist = Typist(session)
    kettle = named(session, "Kettle").id
    session.apply("Move", move, [kettle], evolution=0.10, visibility=0.0)
    (splice,) = typist.look()
    assert (splice.first, splice.removed) == (4, 1)
    assert splice.added[0].startswith("component Kettle [0.25, 0.4")
    assert splice.added[0].endswith("] // old")


def test_what_is_deleted_on_the_map_loses_its_lines() -> None:
    session = session_of()
    typist = Typist(session)
    session.apply("Delete", delete, {named(session, "Kettle").id})
    typist.look()
    assert "Kettle" not in typist.text
    assert "// who drinks it" in typist.text


def test_the_map_tells_of_a_change_only_when_it_did_not_come_from_the_text() -> None:
    session = session_of()
    typist = Typist(session)
    told: list[bool] = []
    typist.script.changed.connect(lambda: told.append(True))
    typist.type(2, 1, "component Cup of tea [0.85, 0.75]")
    assert not told
    session.undo()
    assert told


def test_typing_before_the_text_has_caught_up_loses_nothing_of_what_was_done_to_the_map() -> None:
    session = session_of()
    typist = Typist(session)
    kettle = named(session, "Kettle").id
    session.apply("Move", move, [kettle], evolution=0.10, visibility=0.0)
    typist.type(2, 1, "component Cup of tea [0.85, 0.75]")
    assert named(session, "Cup of tea").evolution == 0.75
    assert session.document.components[kettle].evolution == 0.4
    typist.look()
    assert typist.text == owm.write(session.document)


# One history.


def test_a_burst_in_one_line_is_one_step_and_a_pause_or_another_line_begins_a_new_one() -> None:
    session = session_of()
    typist = Typist(session)
    start = session.document
    for number in ("0.7", "0.75"):
        typist.type(2, 1, f"component Cup of tea [0.85, {number}]")
    typist.type(4, 1, "component Kettle [0.25, 0.5] // old")
    typist.type(4, 1, "component Kettle [0.25, 0.55] // old", after=5)
    assert session.history.undo_label == TYPING
    session.undo()
    assert named(session, "Kettle").evolution == 0.5
    session.undo()
    assert named(session, "Kettle").evolution == 0.30
    session.undo()
    assert session.document is start


def test_undo_takes_back_the_last_thing_done_whichever_side_did_it() -> None:
    session = session_of()
    typist = Typist(session)
    kettle = named(session, "Kettle").id
    typist.type(2, 1, "component Cup of tea [0.85, 0.75]")
    session.apply("Move", move, [kettle], evolution=0.10, visibility=0.0)
    typist.look()
    typist.type(2, 1, "component Cup of tea [0.85, 0.80]")
    session.undo()
    typist.look()
    assert typist.shown[2] == "component Cup of tea [0.85, 0.75]"
    session.undo()
    typist.look()
    assert typist.shown[4] == "component Kettle [0.25, 0.30] // old"
    session.undo()
    typist.look()
    assert typist.text == TEA


def test_what_has_been_saved_stays_a_step_amid_a_burst() -> None:
    session = session_of()
    typist = Typist(session)
    typist.type(2, 1, "component Cup of tea [0.85, 0.7]")
    session.saved(session.document)
    typist.type(2, 1, "component Cup of tea [0.85, 0.75]")
    assert session.history.is_modified
    session.undo()
    assert not session.history.is_modified


def test_what_is_typed_and_not_read_yet_is_read_before_anything_else_happens() -> None:
    session = session_of()
    typist = Typist(session)
    typist.type(2, 1, "component Cup of tea [0.85, 0.75]", reads=False)
    assert named(session, "Cup of tea").evolution == 0.55
    session.apply("Rename", rename, named(session, "Kettle").id, "Pot")
    assert named(session, "Cup of tea").evolution == 0.75
    session.undo()
    assert session.history.undo_label == TYPING


def test_a_press_on_the_map_or_escape_there_keeps_what_is_typed() -> None:
    for gesture in (lambda session: session.press(Pointer(5, 5)), Session.cancel):
        session = session_of()
        typist = Typist(session)
        typist.type(2, 1, "component Cup of tea [0.85, 0.75]", reads=False)
        gesture(session)
        assert named(session, "Cup of tea").evolution == 0.75
        assert session.history.undo_label == TYPING


def test_a_text_that_is_put_away_keeps_what_is_typed_and_hears_no_more() -> None:
    session = session_of()
    typist = Typist(session)
    told: list[bool] = []
    typist.script.changed.connect(lambda: told.append(True))
    typist.type(2, 1, "component Cup of tea [0.85, 0.75]", reads=False)
    typist.script.close()
    assert named(session, "Cup of tea").evolution == 0.75
    session.undo()
    assert not told


# Which line speaks of what.


def test_a_record_is_found_by_its_line_and_a_line_by_its_record() -> None:
    session = session_of("evolve Kettle 0.60\n" + TEA)
    script = Script(session)
    kettle = named(session, "Kettle").id
    assert script.said.line_of(kettle) == 5
    assert script.said.id_at(5) == kettle
    assert script.said.id_at(2) == ""
    assert script.said.line_of(Id("nothing")) is None


def test_a_name_leads_to_its_component_wherever_it_stands() -> None:
    session = session_of(TEA + "tea->kettle\n")
    script = Script(session)
    cup, tea, kettle = (named(session, name).id for name in ("Cup of tea", "Tea", "Kettle"))
    assert script.said.named_at(5, 2) == cup
    assert script.said.named_at(5, 13) == tea
    assert script.said.named_at(6, 9) == kettle
    assert script.said.named_at(7, 1) == tea
    assert script.said.named_at(2, 0) == cup


# Laws.

few = settings(max_examples=25)
statements = st.sampled_from(
    [
        "component Tea [0.5, 0.5]",
        "component Tea [0.5, 0.7]",
        "component Tea [0.5, ",
        "component Kettle [0.2, 0.3] (buy)",
        "component",
        "anchor Public [0.9, 0.5]",
        "Public->Tea",
        "Tea->Kettle",
        "Tea->Nothing",
        "evolve Tea 0.8",
        "// a comment",
        "note Hot [0.3, 0.3]",
        "pipeline Kettle",
        "{",
        "  component Old [0.3]",
        "}",
        "title Tea shop",
        "style wardley",
        "what is this",
        "",
    ]
)
texts = st.lists(statements, max_size=8).map("\n".join)


def _edit(data: DataObject, document: Document) -> Document:
    ids = sorted(document.components)
    if not ids:
        return document.put("components", [Component(id=Id("new"), name="New", evolution=0.1, visibility=0.2)])
    id = data.draw(st.sampled_from(ids))
    how = data.draw(st.sampled_from(["move", "delete", "rename", "contract"]))
    if how == "move":
        return move(document, [id], evolution=0.05, visibility=-0.05)
    if how == "delete":
        return delete(document, {id})
    if how == "rename":
        return rename(document, id, data.draw(st.sampled_from(["Cup", "Tea", "Old water"])))
    return add_contract(document, [id], shared=True)[0]


@few
@given(texts, st.data())
def test_after_edits_on_either_side_the_text_is_what_would_be_written(text: str, data: DataObject) -> None:
    session = session_of(text)
    typist = Typist(session)
    for _ in range(data.draw(st.integers(1, 4))):
        if data.draw(st.booleans()):
            typist.rewrite(data.draw(texts))
        else:
            session.apply("Edit", lambda document: _edit(data, document))
            typist.look()
        assert typist.text == owm.write(session.document)


@few
@given(texts, texts)
def test_undo_after_typing_gives_the_earlier_text_and_document(text: str, other: str) -> None:
    session = session_of(text)
    typist = Typist(session)
    start = session.document
    typist.type(0, len(typist.shown), *other.split("\n"))
    session.undo()
    typist.look()
    assert session.document is start
    assert typist.text == text


@few
@given(texts, st.data())
def test_typing_never_changes_a_record_whose_lines_did_not_change(text: str, data: DataObject) -> None:
    session = session_of(text)
    typist = Typist(session)
    before = session.document
    place = data.draw(st.integers(0, len(typist.shown)))
    typist.type(place, 0, data.draw(st.sampled_from(["// nothing", "note Cold [0.1, 0.1]", "", "component Other"])))
    for table in MAP_TABLES:
        now = getattr(session.document, table)
        assert all(now[id] is record for id, record in getattr(before, table).items())


# At the pace of a drag.


def glimpsed(typist: Typist) -> list[Splice]:
    splices = typist.script.glimpse()
    for splice in splices:
        typist.shown[splice.first : splice.first + splice.removed] = splice.added
    return splices


def test_a_glimpse_amid_a_drag_shows_what_the_text_will_be() -> None:
    session = session_of()
    typist = Typist(session)
    moved = [named(session, name).id for name in ("Tea", "Kettle")]
    session.preview(move(session.document, moved, evolution=0.10, visibility=0.0))
    assert len(glimpsed(typist)) == 2
    assert typist.text == owm.write(session.document)
    session.commit("Move")
    assert typist.look() == []


def test_a_glimpse_after_the_drag_was_given_up_shows_the_text_as_it_was() -> None:
    session = session_of()
    typist = Typist(session)
    session.preview(move(session.document, [named(session, "Tea").id], evolution=0.10, visibility=0.0))
    glimpsed(typist)
    session.revert()
    glimpsed(typist)
    assert typist.text == TEA


# Beside the window.


def test_an_answer_from_beside_the_window_counts_only_if_nothing_happened_since() -> None:
    session = session_of()
    typist = Typist(session)
    typist.type(2, 1, "component Cup of tea [0.85, 0.75]", reads=False)
    question = typist.script.question()
    reading = question.reading
    session.apply("Move", move, [named(session, "Kettle").id], evolution=0.1, visibility=0.0)
    typist.script.take(question, reading)
    assert named(session, "Kettle").evolution == 0.4
    typist.look()
    typist.type(2, 1, "component Cup of tea [0.85, 0.80]", reads=False)
    question = typist.script.question()
    typist.script.take(question, question.reading)
    assert named(session, "Cup of tea").evolution == 0.8
    assert typist.text == owm.write(session.document)


def test_what_is_typed_while_an_answer_is_worked_out_waits_for_its_own() -> None:
    session = session_of()
    typist = Typist(session)
    typist.type(2, 1, "component Cup of tea [0.85, 0.7]", reads=False)
    question = typist.script.question()
    reading = question.reading
    typist.type(2, 1, "component Cup of tea [0.85, 0.75]", reads=False)
    typist.script.take(question, reading)
    assert named(session, "Cup of tea").evolution == 0.75
