"""Whatever a file holds, the answer is a map or one clear sentence; nothing hangs, and nothing on disk changes."""

from __future__ import annotations

import json
import os
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.data import SAMPLES
from mapper.files.native import dump, load, parse
from mapper.files.problem import FileProblem
from mapper.model import Document

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
TEA = {"id": "tea", "name": "Tea", "evolution": 0.5, "visibility": 0.5}


def problem_of(data: bytes) -> FileProblem:
    with pytest.raises(FileProblem) as refusal:
        parse(data, "map.wardley")
    assert "\n" not in refusal.value.message
    return refusal.value


def reason_of(**fields: object) -> str:
    """What is wrong with a file of the right format that holds these fields."""
    return problem_of(json.dumps({"format": "wardley", "version": 1, **fields}).encode()).message


def contract(**fields: object) -> list[object]:
    return [{"id": "p", "title": "Small", "contracts": [{"id": "C1", "ref": "C1", **fields}]}]


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"components": [{**TEA, "evolution": "far"}]}, "component “Tea”: evolution should be a number from 0 to 1"),
        ({"components": [{**TEA, "visibility": 1.5}]}, "component “Tea”: visibility should be a number from 0 to 1"),
        ({"components": [{**TEA, "evolution": float("nan")}]}, "“Tea”: evolution should be a number from 0 to 1"),
        ({"components": [{"id": "tea", "name": "Tea", "visibility": 1}]}, "component “Tea”: evolution is missing"),
        ({"components": [{**TEA, "kind": "teapot"}]}, "component “Tea”: kind should be one of component, anchor"),
        ({"components": [{**TEA, "colour": "red"}]}, "“Tea” has a field “colour” that this program does not know"),
        ({"components": [{**TEA, "name": "a\u0000b"}]}, "name has control characters or more than one line"),
        ({"components": [{**TEA, "name": "a" * 501}]}, "name is longer than 500 characters"),
        ({"components": [TEA, 5]}, "component 2 should be a group of fields in braces"),
        ({"components": TEA}, "components should be a list"),
        ({"title": None}, "title should be text"),
        ({"pages": 3}, "the file has a field “pages” that this program does not know"),
        ({"stages": {"lines": [0.5, 0.2, 0.7]}}, "the stage lines must ascend between 0 and 1"),
        ({"service": {"currency": "pounds"}}, "service: currency should be three capital letters such as “GBP”"),
        ({"plans": contract(value="lots")}, "plan “Small”, contract “C1”: value should be an amount such as"),
        ({"plans": contract(start="30/4/27")}, "contract “C1”: start should be a date such as “2027-04-30”"),
        ({"plans": contract(route="by boat")}, "contract “C1”: route should be “undecided”, “in_house”"),
        ({"plans": contract(colour="red")}, "contract “C1”: colour should be a colour such as “#3366CC”"),
        ({"plans": contract(in_house="yes")}, "contract “C1”: in house should be true or false"),
        ({"plans": contract(kpis=[{"name": 5}])}, "contract “C1”, performance measure 1: name should be text"),
        ({"plans": contract(members=[7])}, "contract “C1”: member 1 should be text"),
    ],
)
def test_a_wrong_value_is_named_in_the_words_of_the_field(fields: dict[str, object], reason: str) -> None:
    message = reason_of(**fields)
    assert reason in message
    assert message.startswith("“map.wardley” cannot be opened: ")
    assert message.endswith("Mend it in a text editor, or open an earlier copy.")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"components": [TEA, TEA]}, "two components have the id “tea”"),
        (
            {"components": [TEA], "notes": [{"id": "tea", "text": "x", "evolution": 0, "visibility": 0}]},
            "“tea” is the id of two different things on the map",
        ),
        ({"components": [TEA], "links": [{"id": "L1", "source": "tea", "target": "milk"}]}, "link “L1” joins “milk”"),
        ({"components": [TEA], "links": [{"id": "L1", "source": "tea", "target": "tea"}]}, "joins “tea” to itself"),
        ({"plans": contract(members=["milk"]), "active_plan": "p"}, "contract “C1” has the member “milk”"),
        ({"plans": contract(owner="nobody"), "active_plan": "p"}, "contract “C1” names “nobody”"),
        ({"plans": [{"id": "p"}, {"id": "p"}], "active_plan": "p"}, "two plans have the id “p”"),
        (
            {"plans": [{"id": "p", "title": "P", "contracts": [{"id": "C1", "ref": "1"}, {"id": "C1", "ref": "2"}]}]},
            "two contracts of the plan “P” have the id “C1”",
        ),
        ({"plans": [{"id": "p", "title": "P", "interfaces": [{"link": "L1"}] * 2}]}, "of the link “L1” twice"),
        ({"plans": []}, "the plan in hand, “plan-1”, is not among the plans"),
        ({"active_plan": "elsewhere"}, "the plan in hand, “elsewhere”, is not among the plans"),
    ],
)
def test_records_that_do_not_fit_together_are_named(fields: dict[str, object], reason: str) -> None:
    assert reason in reason_of(**fields)


def test_a_file_that_was_cut_short_says_where_it_ends() -> None:
    whole = dump(Document(title="Tea ☕ shop"))
    cut = whole[: whole.index(b"shop")]
    problem = problem_of(cut)
    assert "is cut short: it ends at line 5, column 18, before the map does" in problem.message
    assert problem.place is not None
    assert (problem.place.line, problem.place.text) == (5, '  "title": "Tea ☕ ')


def test_a_slip_of_the_text_editor_is_found_by_line_and_column() -> None:
    problem = problem_of(b'{\n  "format": "wardley"\n  "version": 1\n}\n')
    assert "is not valid JSON at line 3, column 3" in problem.message
    assert problem.place is not None
    assert (problem.place.line, problem.place.column, problem.place.text) == (3, 3, '  "version": 1')


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "“map.wardley” is empty"),
        (b" \n", "“map.wardley” is empty"),
        (b"[1, 2]", "is not a map of this program"),
        (b"title Tea shop\ncomponent Tea [0.5, 0.5]\n", "is not a map of this program"),
        (b"%PDF-1.7", "is not a map of this program"),
        ('{"format": "wardley"}'.encode("utf-16"), "is not a map of this program"),
        (b"[" * 100_000, "is not a map of this program"),
        (b'{"a":' * 100_000, "it is nested too deeply"),
        (b'{"format": "excalidraw"}', "is JSON, but not a map of this program"),
        (b'{"type": "FeatureCollection"}', "is JSON, but not a map of this program"),
        (b'{"format": "wardley"}', "does not say which version"),
        (b'{"format": "wardley", "version": "1"}', "does not say which version"),
        (b'{"format": "wardley", "version": 1, "title": "caf\xe9"}', "is not UTF-8 text at line 1, column 50"),
        (b'{"format": "wardley", "version": 1, "title": "\\ud800"}', "is not valid JSON at line 1"),
        (b'{"format": "wardley", "version": 1' + b"0" * 5000 + b"}", "is not valid JSON at line 1"),
    ],
)
def test_what_is_no_map_is_refused_in_one_sentence(data: bytes, reason: str) -> None:
    assert reason in problem_of(data).message


def test_a_strangers_text_cannot_break_out_of_the_sentence() -> None:
    message = reason_of(components=[{**TEA, "name": "Tea\nrm -rf\x1b[2J" + "a" * 300, "evolution": 7}])
    assert "component “Tea rm -rf [2J" in message
    assert len(message) < 250


@given(st.binary(max_size=200) | st.text().map(str.encode))
def test_no_bytes_at_all_bring_more_than_a_sentence(data: bytes) -> None:
    try:
        parse(data, "map.wardley")
    except FileProblem as problem:
        assert problem.message.startswith("“map.wardley” ")


@given(st.data())
def test_a_map_with_any_one_value_replaced_opens_or_is_refused_in_a_sentence(data: st.DataObject) -> None:
    raw = json.loads((SAMPLES / "tea-shop.wardley").read_bytes())
    where = raw
    while isinstance(where, dict | list) and where:
        inside, where = where, None
        key = data.draw(
            st.sampled_from(sorted(inside)) if isinstance(inside, dict) else st.integers(0, len(inside) - 1)
        )
        if isinstance(inside[key], dict | list) and data.draw(st.booleans()):
            where = inside[key]
        else:
            odd = [None, True, -1, 1.5, 10**30, "", "x", "C1", "\u0000", [], {}, [[]], {"": {}}, float("inf")]
            inside[key] = data.draw(st.sampled_from(odd))
    try:
        parse(json.dumps(raw).encode(), "map.wardley")
    except FileProblem as problem:
        assert problem.message.startswith("“map.wardley” ")


# Things that are no files, and files that are not to be had.


def refusal_of(path: Path) -> str:
    with pytest.raises(FileProblem) as refusal:
        load(path)
    return refusal.value.message


def test_a_file_that_is_all_mistakes_is_refused_at_the_first_and_does_not_fill_the_memory() -> None:
    data = b'{"format":"wardley","version":2,"components":[' + b"1," * 50_000 + b"1]}"
    tracemalloc.start()
    message = problem_of(data).message
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "component 1 should be a group of fields" in message
    assert most < 5_000_000


def test_a_huge_file_of_zeros_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "zeros.wardley"
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    tracemalloc.start()
    message = refusal_of(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert message.startswith("“zeros.wardley” is larger than 100 MB")
    assert most < 1_000_000


def test_a_large_file_of_zeros_is_refused_by_its_beginning(tmp_path: Path) -> None:
    path = tmp_path / "zeros.wardley"
    with path.open("wb") as file:
        file.truncate(90 * 1024 * 1024)
    tracemalloc.start()
    message = refusal_of(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert message == "“zeros.wardley” is not a map: it is not even text."
    assert most < 1_000_000


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _loop(path: Path) -> None:
    path.symlink_to(path)


@pytest.mark.skipif(os.name != "posix", reason="pipes and links in folders are POSIX's")
@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (Path.mkdir, "“it.wardley” is a folder: choose a file in it."),
        (_pipe, "“it.wardley” is a device or a pipe: choose a file."),
        (_loop, "“it.wardley” could not be read"),
        (lambda path: path.symlink_to("/dev/zero"), "“it.wardley” is a device or a pipe"),
        (lambda path: path.symlink_to(path.with_name("gone")), "“it.wardley” is not there"),
        (lambda path: None, "“it.wardley” is not there: it may have been moved, renamed or deleted."),
    ],
)
def test_what_is_no_file_is_refused_without_waiting(make: Callable[[Path], None], reason: str, tmp_path: Path) -> None:
    path = tmp_path / "it.wardley"
    make(path)
    assert refusal_of(path).startswith(reason)


@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_a_file_that_one_may_not_read_says_so(tmp_path: Path) -> None:
    path = tmp_path / "secret.wardley"
    path.write_bytes(dump(Document()))
    path.chmod(0)
    assert refusal_of(path) == "You are not allowed to read “secret.wardley”: ask its owner for permission."


def test_a_file_with_an_odd_name_is_refused_by_a_name_that_can_be_shown(tmp_path: Path) -> None:
    message = refusal_of(tmp_path / "two\nlines\udcff.wardley")
    assert message.startswith("“two�lines�.wardley” is not there")


@pytest.mark.parametrize("place", ["one component", "the file"])
def test_a_flood_of_unknown_fields_is_told_in_one_sentence_and_does_not_fill_the_memory(place: str) -> None:
    unknown: dict[str, object] = {f"x{number}": 1 for number in range(20_000)}
    fields = unknown if place == "the file" else {"components": [TEA | unknown]}
    tracemalloc.start()
    sentence = reason_of(**fields)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "more than 1,000 of its fields are none that this program knows" in sentence
    assert most < 8_000_000
