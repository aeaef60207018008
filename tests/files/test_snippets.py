"""What becomes of text, cells and pictures that were copied in other programs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.export import EXPORTERS
from mapper.export.exporter import ExportOptions
from mapper.files.mermaid import write as write_mermaid
from mapper.files.names_in_lines import MOST_NAMES
from mapper.files.problem import FileProblem
from mapper.files.snippets import read_picture, read_snippet
from mapper.model import Component, Document, Id, Link
from strategies import names

SVG = next(each for each in EXPORTERS if each.id == "svg")


def document_in(text: str, html: str = "") -> Document:
    return read_snippet(text, html).opened.document


def names_in(text: str, html: str = "") -> list[str]:
    return [each.name for each in document_in(text, html).components.values()]


def links_in(document: Document) -> list[tuple[str, str, str]]:
    of = document.components
    return [(of[each.source].name, of[each.target].name, each.label) for each in document.links.values()]


def refusal_of(text: str) -> str:
    with pytest.raises(FileProblem) as refused:
        read_snippet(text)
    return refused.value.message


def tea() -> Document:
    components = [Component(id=Id(id), name=id.title(), evolution=0.5, visibility=0.5) for id in ("tea", "water")]
    link = Link(id=Id("l"), source=Id("tea"), target=Id("water"))
    return Document(title="Shop", components={each.id: each for each in components}, links={link.id: link})


def test_lines_are_names_without_their_bullets_and_numbers() -> None:
    text = "- Tea\n* Hot water\n\n3. Kettle (old)\n(4) Power\n  • [ ] Cup\r\n☐ 2 spoons\n12) Milk, cold\n"
    assert names_in(text) == ["Tea", "Hot water", "Kettle (old)", "Power", "Cup", "2 spoons", "Milk, cold"]


@pytest.mark.parametrize("number", [1, 7, 23, MOST_NAMES])
def test_names_are_laid_out_without_one_on_another_within_the_map(number: int) -> None:
    found = document_in("\n".join(f"Name {n}" for n in range(number))).components.values()
    assert len({(each.evolution, each.visibility) for each in found}) == number
    assert len({each.evolution for each in found}) == -(-number // 10)
    middle = sum(each.evolution for each in found) / number
    assert middle == pytest.approx(0.5, abs=0.07)


def test_names_are_never_markup_nor_run() -> None:
    assert names_in("<b>Tea</b>\n=1+1\n{{x}}") == ["<b>Tea</b>", "=1+1", "{{x}}"]


def test_more_lines_than_anyone_wants_are_refused_in_a_sentence() -> None:
    assert refusal_of("Tea\n" * 3412) == (
        "Nothing was pasted: 3,412 lines were copied, and no more than 200 become components at once."
    )


def test_prose_is_no_name() -> None:
    assert refusal_of("word " * 300).startswith("Nothing was pasted: no line of it")
    opened = read_snippet("Tea\n" + "word " * 300).opened
    assert [each.name for each in opened.document.components.values()] == ["Tea"]
    assert "cannot be a name" in opened.problems[0].reason


@pytest.mark.parametrize("text", ["", " \n\t\n", "- \n* "])
def test_of_nothing_nothing_is_made(text: str) -> None:
    assert refusal_of(text) == "Nothing was pasted: nothing on the clipboard can stand on a map."


def test_a_few_lines_of_a_map_are_records() -> None:
    found = document_in(
        "component Tea [0.8, 0.6]\ncomponent Water [0.4, 0.7]\nTea->Water; brewed with\nnote Hm [0.1, 0.2]"
    )
    assert [(each.name, each.evolution) for each in found.components.values()] == [("Tea", 0.6), ("Water", 0.7)]
    assert links_in(found) == [("Tea", "Water", "brewed with")]
    assert [each.text for each in found.notes.values()] == ["Hm"]


def test_what_a_piece_of_a_map_says_wrong_is_reported() -> None:
    opened = read_snippet("component Tea [0.8, 0.6]\nTea->Milk").opened
    assert "Milk" in opened.problems[0].reason
    assert opened.problems[0].line == 2


def test_lines_that_only_say_what_needs_what_make_their_ends() -> None:
    found = document_in("Tea -> Hot water -> Kettle; heats\nTea->Leaves")
    assert [each.name for each in found.components.values()] == ["Tea", "Hot water", "Kettle", "Leaves"]
    assert links_in(found) == [("Tea", "Hot water", "heats"), ("Hot water", "Kettle", "heats"), ("Tea", "Leaves", "")]
    assert found.components[next(iter(found.components))].visibility > 0.9


def test_a_block_of_mermaid_is_a_map() -> None:
    block = f"Look:\n\n```mermaid\n{write_mermaid(tea())}\n```\n"
    assert names_in(block) == ["Tea", "Water"]


def test_cells_with_headers_become_components_with_their_columns() -> None:
    rows = "Name\tStage\tMethod\tContract\tVisibility\nCase work\tcustom\tbuild\tC1: Cases\t0.8\nHosting\tcommodity\tuse\tC2\t0.1\n"
    snippet = read_snippet(rows)
    found = snippet.opened.document
    case, hosting = found.components.values()
    assert (case.name, case.method, case.visibility) == ("Case work", "build", 0.8)
    assert hosting.evolution > 0.7
    assert [(each.ref, each.title) for each in found.contracts.values()] == [("C1", "Cases"), ("C2", "")]
    assert snippet.says_evolution
    assert snippet.says_visibility


def test_cells_without_headers_are_known_by_what_they_hold() -> None:
    snippet = read_snippet("Tea\t0.62\t0.9\nWater\t0.8\t0.4")
    assert [each.evolution for each in snippet.opened.document.components.values()] == [0.62, 0.8]
    assert names_in("Tea\t0.62") == ["Tea"]


def test_a_cell_can_hold_several_lines() -> None:
    found = document_in('Name\tDescription\nTea\t"Green\nor black"\n')
    assert [each.description for each in found.components.values()] == ["Green\nor black"]


def test_a_table_in_html_is_read_where_the_text_has_lost_its_cells() -> None:
    html = "<html><style>td{}</style><table><tr><th>Name</th><th>Evolution</th></tr><tr><td>Tea &amp; <b>milk</b></td><td>0.3</td></tr></table>"
    found = document_in("Name Evolution\nTea & milk 0.3", html)
    assert [(each.name, each.evolution) for each in found.components.values()] == [("Tea & milk", 0.3)]


def test_text_in_html_without_a_table_is_lines() -> None:
    assert names_in("Tea\nWater", "<p>Tea</p><p>Water</p>") == ["Tea", "Water"]


def test_the_text_of_a_picture_that_carries_a_map_is_that_map() -> None:
    drawn = SVG.make(tea(), ExportOptions())
    assert names_in(drawn.decode()) == ["Tea", "Water"]
    picture = read_picture(drawn)
    assert picture is not None
    assert picture.opened.document == tea()


def test_a_picture_without_a_map_and_what_is_no_picture_are_no_maps() -> None:
    assert read_picture(SVG.make(tea(), ExportOptions(carries_map=False))) is None
    assert read_picture(b"Tea") is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("#include <a>\n#include <b>\n", "the text of a program"),
        ('{"a": 1}', "JSON"),
        ("<!doctype html><html><body>x", "a web page"),
        ("a\tb\n" * 30_000, "cells"),
    ],
)
def test_what_plainly_is_something_else_is_refused_by_name(text: str, what: str) -> None:
    said = refusal_of(text)
    assert said.startswith("Nothing was pasted: ")
    assert what in said


@given(st.lists(names, max_size=8), st.sampled_from(["\n", "\t", "->", " [", "component ", "|"]))
def test_whatever_was_copied_gives_a_sound_map_or_a_sentence(words: list[str], between: str) -> None:
    try:
        found = document_in(between.join(words), between.join(words))
    except FileProblem as problem:
        assert problem.message.startswith("Nothing was pasted: ")
    else:
        assert found.components or found.source is not None
