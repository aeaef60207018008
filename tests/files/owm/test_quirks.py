"""What real maps hold that no grammar foresees: all of it is read as its author meant it, or kept and told of."""

from __future__ import annotations

import pytest
from told import only, place, read, reasons

from mapper.files import owm
from mapper.model import Method


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("[0.55. 0.18]", (0.55, 0.18)),
        ("[0.05, 0.18]6]", (0.05, 0.18)),
        ("[0.72, 0.52], 0.10]", (0.72, 0.52)),
        ("[1.01, -0.01]", (1.0, 0.0)),
        ("[0,55; 0,18]", (0.55, 0.18)),
        ("[0.5]", (0.5, 0.1)),
        ("[x,y]", (0.9, 0.1)),
        ("[]", (0.9, 0.1)),
        ("[0.55, 0.18", (0.55, 0.18)),
        ("[0.55 0.18]", (0.55, 0.18)),
    ],
)
def test_broken_coordinates_are_mended_and_told_of(bracket: str, expected: tuple[float, float]) -> None:
    line = f"component Tea {bracket}"
    assert place(only(line)) == expected
    assert only(line).name == "Tea"
    assert len(reasons(line)) == 1
    assert owm.write(read(line)) == f"{line}\n"


def test_numbers_may_lack_their_zero_and_their_blanks() -> None:
    assert place(only("component Tea [.98,.34]")) == (0.98, 0.34)
    assert reasons("component Tea [.98,.34]") == []


def test_a_name_may_begin_with_a_keyword_in_a_link() -> None:
    names = ("build server", "size chart", "note taker", "style guide", "url shortener", "pipeline tool", "market")
    lines = [f"component {name} [0.5, 0.5]" for name in names]
    links = [f"{name}->B" for name in names]
    reading = owm.read("\n".join([*lines, "component B [0.3, 0.3]", *links]))
    assert len(reading.document.links) == len(names)
    assert reading.document.look.style is None
    assert reading.document.notes == {}
    assert reading.problems == ()


def test_a_link_that_begins_like_a_word_of_the_language_is_a_link() -> None:
    document = read("component market [0.5, 0.5]", "component building [0.5, 0.6]", "market->building")
    assert len(document.links) == 1


def test_a_label_needs_no_blank_before_its_bracket() -> None:
    assert only("component Tea [0.5, 0.5] label[-33, -12]").label is not None


def test_a_label_that_is_out_of_sight_is_placed_by_the_program_and_told_of() -> None:
    line = "component Tea [0.5, 0.5] label [-900, 12]"
    assert only(line).label is None
    assert reasons(line) == ["1:26 The label is so far away that its author wanted it out of sight."]
    assert owm.write(read(line)) == f"{line}\n"


def test_a_note_with_a_label_keeps_its_place() -> None:
    (note,) = read("note Watch this [0.3, 0.4] label [10, 5]").notes.values()
    assert (note.text, note.visibility, note.evolution) == ("Watch this", 0.3, 0.4)


def test_marks_may_stand_before_the_label_and_without_a_position() -> None:
    assert only("component Tea [0.5, 0.5] (build) label [1, 2]").method is Method.BUILD
    assert only("component Tea (buy)").method is Method.RENT
    assert only("component Tea (buy)").name == "Tea"
    assert only("component Tea 0.9 (market, buy)").kind == "market"


def test_a_name_in_parentheses_is_no_mark() -> None:
    component = only("component Portal (buyers) [0.5, 0.5]")
    assert (component.name, component.method) == ("Portal (buyers)", None)
    assert only("component inertial navigation [0.5, 0.5]").inertia is None


def test_a_bare_keyword_is_told_of() -> None:
    assert reasons("component") == ["1:1 The component has no name."]
    assert reasons("title") == ["1:1 The title is missing."]


def test_evolve_without_a_number_goes_where_the_language_says() -> None:
    evolve = only("component Tea [0.5, 0.5]", "evolve Tea").evolve
    assert evolve is not None
    assert evolve.evolution == 0.85


def test_evolve_reads_whole_numbers_and_brackets_too_and_says_that_others_do_not() -> None:
    lines = ("component Tea [0.5, 0.5]", "evolve Tea 1")
    assert only(*lines).evolve is not None
    assert reasons(*lines) == ["2:12 OnlineWardleyMaps wants a decimal point here, as in 0.85."]
    (tea,) = read("component Tea [0.5, 0.5]", "evolve Tea [0.4, 0.7] label [1, 2]").components.values()
    assert tea.evolve is not None
    assert tea.evolve.evolution == 0.7


def test_a_number_at_the_end_of_a_name_belongs_to_the_name() -> None:
    release = only("component Release 2 [0.5, 0.5]", "evolve Release 2")
    assert release.evolve is not None
    assert release.evolve.evolution == 0.85
    version = only("component A 2.0 [0.5, 0.5]", "evolve A 2.0 0.9")
    assert version.evolve is not None
    assert version.evolve.evolution == 0.9


def test_a_bare_arrowhead_is_a_link_where_the_names_say_so() -> None:
    lines = ("component A [0.5, 0.5]", "component B [0.4, 0.4]", "A>B", "A-uses>B")
    document = read(*lines)
    assert [link.label for link in document.links.values()] == ["", "uses"]
    assert owm.write(document) == "".join(f"{line}\n" for line in lines)


def test_prose_is_kept_and_told_of() -> None:
    text = "component Tea [0.5, 0.5]\nTea is nice.\n"
    assert reasons("component Tea [0.5, 0.5]", "Tea is nice.") == ["2:1 “Tea is nice.” is no statement that a map has."]
    assert owm.write(owm.read(text).document) == text


def test_stages_may_be_called_in_any_way() -> None:
    names = read("evolution Novel/New -> -> -> Accepted/Common").stages.names
    assert names == ("Novel/New", "", "", "Accepted/Common")


def test_the_axis_of_older_maps_is_read() -> None:
    look = read("y-axis ->Invisible->Visible").look
    assert (look.value_chain, look.bottom, look.top) == ("", "Invisible", "Visible")


def test_a_link_to_nothing_or_to_itself_is_counted_and_told_of() -> None:
    reading = owm.read("component Tea [0.5, 0.5]\nTea->Milk\nTea->Tea\n")
    assert reading.unresolved_links == 2
    assert [(each.line, each.column, each.text) for each in reading.problems] == [(2, 6, "Milk"), (3, 4, "->")]
    assert reading.document.links == {}


def test_names_alike_are_two_components_and_links_mean_the_first() -> None:
    document = read("component Tea [0.5, 0.5]", "component Tea [0.2, 0.2]", "component Cup [0.6, 0.6]", "Cup->Tea")
    assert list(document.components) == ["tea", "tea-2", "cup"]
    assert [link.target for link in document.links.values()] == ["tea"]


def test_a_link_that_is_said_twice_is_two_links() -> None:
    document = read("component Tea [0.5, 0.5]", "component Cup [0.6, 0.6]", "Cup->Tea", "Cup->Tea")
    assert list(document.links) == ["cup-tea", "cup-tea-2"]


def test_names_match_without_case_and_blanks() -> None:
    assert len(read("component Cup of Tea [0.5, 0.5]", "component Cup [0.6, 0.6]", "cup->CUP  of tea").links) == 1


@pytest.mark.parametrize(
    "name", ["R & D", "Time, place", "Owner's", 'The "new" shop', "Why?", "<5 days", "3 cups", "a/b"]
)
def test_names_hold_signs_of_any_kind(name: str) -> None:
    document = read(f"component {name} [0.5, 0.5]", "component B [0.3, 0.3]", f"{name}->B")
    assert next(iter(document.components.values())).name == name
    assert len(document.links) == 1


def test_comments_after_code_and_with_a_hash_sign_are_comments() -> None:
    assert only("component Tea [0.5, 0.5] // the good one").name == "Tea"
    assert read("# a remark", "component Tea [0.5, 0.5] # the good one").components.keys() == {"tea"}
    assert reasons("# a remark", "component Tea [0.5, 0.5] # the good one") == []


def test_a_comment_in_one_line_swallows_nothing_else() -> None:
    assert len(read("/* users */", "component A [0.5, 0.5]", "/* more", "component B [0.5, 0.5]", "*/").components) == 1


def test_two_slashes_in_an_address_are_no_comment() -> None:
    (note,) = read("note see https://example.org [0.3, 0.4]").notes.values()
    assert note.text == "see https://example.org"


def test_a_colour_is_kept_and_told_of() -> None:
    line = "component Tea [0.5, 0.5] (color #ff0000)"
    assert reasons(line) == ["1:26 “(color #ff0000)” is no mark that OnlineWardleyMaps knows."]
    assert owm.write(read(line)) == f"{line}\n"


def test_keywords_in_capitals_are_understood_and_told_of() -> None:
    assert only("Component Tea [0.5, 0.5]").name == "Tea"
    assert reasons("Component Tea [0.5, 0.5]") == ["1:1 OnlineWardleyMaps reads only “component”."]
