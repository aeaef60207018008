"""What differs between two texts, and the changes of two hands together."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from mapper.editor.splices import Splice, differences, merged

lines = st.lists(st.sampled_from(["a", "b", "c", ""]), max_size=12)


def make(old: Sequence[str], splices: Sequence[Splice]) -> list[str]:
    made = list(old)
    for splice in splices:
        made[splice.first : splice.first + splice.removed] = splice.added
    return made


@given(lines, lines)
def test_the_differences_between_two_texts_make_one_of_the_other(old: list[str], new: list[str]) -> None:
    assert make(old, differences(old, new)) == new


@given(lines)
def test_a_text_does_not_differ_from_itself(text: list[str]) -> None:
    assert differences(text, list(text)) == []


def test_lines_that_changed_where_they_stand_are_changed_alone() -> None:
    old = [f"line {number}" for number in range(10)]
    new = [*old]
    new[2], new[7] = "two", "seven"
    assert differences(old, new) == [Splice(7, 1, ("seven",)), Splice(2, 1, ("two",))]


def test_a_line_put_in_and_one_taken_out_leave_the_others_alone() -> None:
    old = [f"line {number}" for number in range(10)]
    new = ["first", *old[:5], *old[6:]]
    assert differences(old, new) == [Splice(5, 1, ()), Splice(0, 0, ("first",))]


def test_a_stretch_that_would_take_too_long_to_compare_is_replaced_whole() -> None:
    old, new = [f"old {number % 90}" for number in range(3000)], [f"new {number % 90}" for number in range(2500)]
    assert differences(["a", *old], ["a", *new]) == [Splice(1, 3000, tuple(new))]


@given(lines, lines)
def test_where_one_hand_rests_the_other_has_its_way(old: list[str], new: list[str]) -> None:
    assert merged(old, differences(old, new), []) == new
    assert merged(old, [], differences(old, new)) == new


@given(lines, lines, lines, lines)
def test_two_hands_at_different_places_both_have_their_way(
    head: list[str], new_head: list[str], tail: list[str], new_tail: list[str]
) -> None:
    old = [*head, "middle", *tail]
    theirs = differences(old, [*new_head, "middle", *tail])
    mine = differences(old, [*head, "middle", *new_tail])
    if not any(one.touches(other) for one in theirs for other in mine):
        assert merged(old, theirs, mine) == [*new_head, "middle", *new_tail]


def test_where_two_hands_change_one_line_mine_holds() -> None:
    old = ["a", "b", "c"]
    assert merged(old, [Splice(1, 1, ("theirs",))], [Splice(1, 1, ("mine",))]) == ["a", "mine", "c"]
