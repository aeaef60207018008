"""Text that is edited by hand, read again after every key."""

from __future__ import annotations

from itertools import pairwise

from mapper import edits
from mapper.files import owm
from mapper.model import Document, Id, Inertia, InertiaKind

TEXT = """\
component Cup [0.7, 0.6]
component Tea [0.6, 0.7] label [10, 20]
component Water [0.4, 0.8]
evolve Tea 0.9
Cup->Tea
Tea->Water; with
note Every day [0.2, 0.2]
"""


def drawn() -> Document:
    """A map with what the language has no word for."""
    document = edits.set_inertia(owm.read(TEXT).document, [Id("tea")], Inertia(text="Habit", kind=InertiaKind.HUMAN))
    document = edits.change(document, "components", Id("tea"), description="Loose leaf")
    document, _ = edits.add_contract(document, [Id("tea"), Id("water")])
    return owm.read(owm.write(document), document).document


def typed(document: Document, *steps: tuple[str, str]) -> Document:
    """The document after the text was changed step by step, read after each."""
    for old, new in steps:
        text = owm.write(document)
        assert old in text
        document = owm.read(text.replace(old, new, 1), document).document
    return document


def test_the_same_text_is_the_same_document() -> None:
    document = drawn()
    assert owm.read(owm.write(document), document).document == document


def test_a_rename_letter_by_letter_keeps_everything_and_takes_the_links_along() -> None:
    document = drawn()
    names = ["component Tea ", "component Te ", "component T ", "component  ", "component C ", "component Chai "]
    after = typed(document, *pairwise(names))
    chai = after.components[Id("tea")]
    assert (chai.name, chai.description, chai.inertia) == ("Chai", "Loose leaf", document.components[Id("tea")].inertia)
    assert after.links == document.links
    assert next(iter(after.contracts.values())).members == (Id("tea"), Id("water"))
    text = owm.write(after)
    assert "Cup->Chai\nChai->Water; with\n" in text
    assert "evolve Chai 0.9\n" in text


def test_a_line_that_makes_no_sense_for_the_moment_leaves_its_record_as_it_was() -> None:
    document = drawn()
    for broken in ("component Tea [0.6, ", "compnent Tea [0.6, 0.7]", "component Tea [0."):
        reading = owm.read(owm.write(document).replace("component Tea [0.6, 0.7] label [10, 20]", broken), document)
        assert reading.document.components == document.components
        assert reading.document.links == document.links
        assert reading.problems
        assert broken in owm.write(reading.document)


def test_a_broken_line_that_is_mended_counts_again() -> None:
    document = typed(
        drawn(), ("component Tea [0.6, 0.7]", "component Tea [0.6, "), ("[0.6,  label", "[0.5, 0.7] label")
    )
    assert document.components[Id("tea")].visibility == 0.5
    assert document.components[Id("tea")].description == "Loose leaf"


def test_dragging_what_has_a_broken_line_writes_the_line_anew() -> None:
    document = typed(drawn(), ("component Water [0.4, 0.8]", "component Water [0.4, 0."))
    assert document.components[Id("water")].evolution == 0.8
    assert "component Water [0.40, 0.70]" in owm.write(edits.move(document, [Id("water")], evolution=-0.1))


def test_a_link_to_a_name_that_is_not_there_yet_stays_what_it_was() -> None:
    document = drawn()
    reading = owm.read(owm.write(document).replace("Cup->Tea", "Cup->Wat"), document)
    assert reading.document.links == document.links
    assert [problem.text for problem in reading.problems] == ["Wat"]
    after = typed(reading.document, ("Cup->Wat", "Cup->Water"))
    assert after.links[Id("cup-tea")].target == "water"


def test_a_line_that_is_taken_out_takes_its_record_along() -> None:
    after = typed(drawn(), ("component Water [0.4, 0.8]\n", ""))
    assert Id("water") not in after.components
    assert list(after.links) == ["cup-tea"]
    assert next(iter(after.contracts.values())).members == (Id("tea"),)


def test_a_line_that_becomes_a_comment_takes_its_record_along() -> None:
    after = typed(drawn(), ("component Water", "// component Water"))
    assert Id("water") not in after.components


def test_lines_that_are_moved_keep_what_they_speak_of() -> None:
    document = drawn()
    lines = owm.write(document).splitlines(keepends=True)
    after = owm.read("".join([lines[2], lines[1], lines[0], *lines[3:]]), document).document
    assert after.components == document.components
    assert after.links == document.links


def test_what_is_no_longer_said_of_the_map_is_as_in_a_new_one() -> None:
    document = owm.read("title Tea\nstyle wardley\nsize [800, 600]\ncomponent A [0.5, 0.5]\n").document
    after = typed(document, ("title Tea\n", ""), ("style wardley\n", ""), ("size [800, 600]\n", ""))
    assert after == owm.read("component A [0.5, 0.5]\n").document


def test_a_carried_line_that_is_edited_counts() -> None:
    after = typed(drawn(), ("Loose leaf", "Bags"))
    assert after.components[Id("tea")].description == "Bags"
    assert next(iter(after.contracts.values())).members == (Id("tea"), Id("water"))


def test_a_carried_line_that_is_taken_out_takes_along_what_it_carried() -> None:
    document = drawn()
    text = "".join(line for line in owm.write(document).splitlines(keepends=True) if "//@ contract" not in line)
    assert owm.read(text, document).document.contracts == {}


def test_a_component_that_becomes_a_user_leaves_its_contract() -> None:
    after = typed(drawn(), ("component Water", "anchor Water"))
    assert after.components[Id("water")].is_anchor
    assert next(iter(after.contracts.values())).members == (Id("tea"),)


def test_what_is_put_within_a_comment_is_gone_from_the_map_and_stays_in_the_text_as_it_is() -> None:
    document = drawn()
    text = owm.write(document)
    closed = text.replace("component Water", "*/\ncomponent Water", 1)
    reading = owm.read("/*\n" + closed, owm.read(closed, document).document)
    assert [each.name for each in reading.document.components.values()] == ["Water"]
    assert owm.write(reading.document).split("//@")[0] == "/*\n" + closed.split("//@")[0]
    first = text.index("//@")
    within = text[:first] + "/*\n" + text[first:] + "*/\n"
    reading = owm.read(within, owm.read(text + "*/\n", document).document)
    assert not next(iter(reading.document.plans.values())).contracts
    assert owm.write(reading.document) == within


def test_a_comment_that_is_not_closed_yet_ends_with_its_line() -> None:
    document = drawn()
    for begun in ("/*\n", "/* why\n", "/* why\nnobody knows\n", "Cup->Tea /* why\n"):
        text = begun + owm.write(drawn())
        reading = owm.read(text, document)
        assert "The comment is not closed: */ is missing." in [problem.reason for problem in reading.problems]
        assert owm.write(reading.document) == text
        assert len(reading.document.components) == 3
        document = reading.document
    assert owm.read("/* a\ncomponent A [0.5, 0.5]\n*/\ncomponent B [0.5, 0.5] /* b").document.components.keys() == {"b"}
