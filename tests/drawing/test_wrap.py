from __future__ import annotations

from mapper.drawing.metrics import text_width
from mapper.drawing.wrap import ways_to_wrap, wrapped


def test_a_short_name_stays_on_one_line() -> None:
    assert ways_to_wrap("Tea cup", 15, 500) == (("Tea cup",),)


def test_a_long_name_breaks_where_its_lines_become_most_even() -> None:
    assert ways_to_wrap("System Support Services", 15, 500)[1] == ("System Support", "Services")
    assert ways_to_wrap("System Support Services", 15, 500)[2] == ("System", "Support", "Services")


def test_a_line_would_rather_not_end_in_a_small_word_or_between_brackets() -> None:
    assert ways_to_wrap("Registration of births", 15, 500)[1] == ("Registration", "of births")
    assert ways_to_wrap("Compliance & assurance system", 15, 500)[1] == ("Compliance", "& assurance system")
    assert ways_to_wrap("Vocab user (human being)", 15, 500)[1] == ("Vocab user", "(human being)")


def test_a_long_word_may_be_broken_after_a_stroke_or_a_hyphen_but_only_where_no_space_is_near() -> None:
    assert ways_to_wrap("Telecommunications/Infrastructure", 15, 500)[1] == ("Telecommunications/", "Infrastructure")
    assert ways_to_wrap("Business-to-business sales", 15, 500)[1] == ("Business-to-business", "sales")
    assert ways_to_wrap("GPT-4", 15, 500) == (("GPT-4",),)


def test_a_name_of_many_words_breaks_into_three_lines_without_losing_one() -> None:
    ways = ways_to_wrap(" ".join(["word"] * 20), 15, 500)
    assert " ".join(ways[1]).split() == ["word"] * 20
    assert [len(way) for way in ways] == [1, 2, 3]


def test_a_word_without_end_is_broken_and_cut_short_so_that_it_stays_beside_its_symbol() -> None:
    (way,) = ways_to_wrap("x" * 300, 15, 500)
    assert len(way) == 3
    assert way[-1].endswith("…")
    assert all(text_width(line, 15, 500) <= 21 * 15 for line in way)


def test_a_name_that_fills_half_a_page_is_cut_short_on_the_map() -> None:
    (way,) = ways_to_wrap("word " * 100, 15, 500)
    assert way[0].startswith("word word")
    assert way[-1].endswith("…")


def test_a_long_word_that_fits_in_three_lines_is_shown_whole() -> None:
    (way,) = ways_to_wrap("y" * 50, 15, 500)
    assert "".join(way) == "y" * 50


def test_wrapped_lines_keep_within_the_width_and_lose_no_word() -> None:
    text = "One small contract for each new thing.\nRules stay with the department"
    lines = wrapped(text, 120, 14)
    assert all(text_width(line, 14) <= 120 for line in lines)
    assert " ".join(lines) == text.replace("\n", " ")
