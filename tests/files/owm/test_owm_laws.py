"""What holds of every map and of every text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject
from sameness import differences

from mapper import edits
from mapper.files import owm
from mapper.files.owm.grammar.lines import closely
from mapper.files.owm.grammar.plain import plain
from mapper.model import Annotation, Document, Id, broken_references
from strategies import documents

law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@law
@given(documents())
def test_a_map_that_is_written_and_read_is_the_same_map(document: Document) -> None:
    document = document.model_copy(update={"source": None})
    lines = owm.lines_of(document)
    again = owm.read("".join(line.text for line in lines)).document
    assert again.source is not None
    ids = dict(zip((line.id for line in lines), (line.id for line in again.source.lines), strict=True))
    assert differences(document, again, ids) == []


@law
@given(documents())
@example(Document(annotations={Id("a"): Annotation(id=Id("a"), number=1, text="; so")}))
def test_what_was_read_is_written_with_the_same_bytes(document: Document) -> None:
    text = owm.write(document)
    reading = owm.read(text)
    assert owm.write(reading.document) == text
    assert owm.read(text).document == reading.document
    assert list(broken_references(reading.document)) == []


_words = st.sampled_from(
    [
        *("component ", "anchor ", "pipeline ", "evolve ", "note ", "annotation 1 ", "title ", "style ", "size "),
        *(
            "A",
            "B",
            "Tea",
            "->",
            "+>",
            "+'x'<",
            "; ",
            "[0.5, 0.5]",
            "[0.3]",
            "[",
            "]",
            "(buy)",
            "inertia",
            "label [1, 2]",
        ),
        *(
            "\n",
            "\n",
            "\n",
            "\r\n",
            "{",
            "}",
            "//",
            "/*",
            "*/",
            "#",
            '"',
            "\\n",
            " ",
            "\t",
            "0.7",
            "url(x)",
            "\u2028",
            "é",
        ),
        *(
            "//@ component ",
            '{"of": "A", "legacy": true}',
            '{"id": "C1", "ref": "1", "members": ["A"]}',
            "//@ contract ",
        ),
    ]
)
texts = st.lists(_words, max_size=40).map("".join) | st.text(max_size=60)


@law
@given(texts)
def test_any_text_opens_and_is_written_as_it_is(text: str) -> None:
    document = owm.read(text).document
    assert owm.write(document) == text
    assert list(broken_references(document)) == []


@law
@given(texts, texts)
def test_any_text_can_become_any_other(before: str, after: str) -> None:
    document = owm.read(after, owm.read(before).document).document
    assert document.source is not None
    assert document.source.text == after
    assert list(broken_references(document)) == []
    owm.write(document)


@law
@given(documents(), st.data())
def test_an_edit_changes_only_lines_that_name_what_was_edited(document: Document, data: DataObject) -> None:
    document = owm.read(owm.write(document)).document
    if not document.components:
        return
    id = data.draw(st.sampled_from(sorted(document.components)))
    before = owm.lines_of(document)
    after = {line.text for line in owm.lines_of(edits.move(document, [id], evolution=0.1, visibility=-0.1))}
    mates = {id, *document.pipelines, *(each.id for each in document.components.values() if each.pipeline is not None)}
    assert [line for line in before if line.text not in after and line.id not in mates] == []


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "component " + "[" * 100_000,
        "component " + "a" * 300_000 + " [0.5, 0.5]",
        "(" * 100_000 + ")" * 100_000,
        "component A " + "(buy)" * 50_000,
        "A" + "->A" * 20_000,
        "A" + " " * 200_000 + "->B",
        "\n" * 100_000,
        "/*" * 100_000,
        '"' * 100_000,
        "component " + '"' + "\\" * 100_000,
        "evolve A " + "0.5 " * 50_000,
        "annotation 1 [" + "[0.1,0.2]," * 20_000,
        "pipeline X {" + "component A [0.3] " * 10_000,
        "label " * 50_000,
        "//@ component " + "[" * 100_000,
    ],
    ids=lambda text: text[:16].replace("\n", "|"),
)
def test_no_text_however_odd_takes_long(text: str) -> None:
    """A quadratic way through any of these would take minutes: the suite's time limit would tell."""
    reading = owm.read(text)
    assert owm.write(reading.document) == text


_names = st.text(st.sampled_from("Aé1 _-'(/.,)\t\u00a0🙂+>{"), max_size=6) | st.sampled_from(
    ("Tea", "label [", "title", "a  b")
)
_blanks = st.sampled_from(("", " ", "  "))
_places = st.sampled_from(
    ("[0.5, 0.25]", "[0.5,1.0]", "[1.5, 0.5]", "[0.5 , 0.5]", "[.5, 0]", "[0.1, 0.2] inertia", "[0.5]")
)
_components = st.tuples(
    st.sampled_from(("component ", "anchor ", "Component ", " market ", "title ")), _names, _blanks, _places
).map("".join)
_links = st.tuples(_names, _blanks, st.sampled_from(("->", "+>", "->->", ">")), _blanks, _names).map("".join)


@settings(max_examples=400, deadline=None)
@given(_components | _links, st.sampled_from(("", "\n", "\r\n", "  \n")))
def test_a_plain_line_says_the_same_when_it_is_looked_at_closely(line: str, end: str) -> None:
    found = plain(line + end)
    event("plain" if found is not None else "not plain")
    assert found is None or found == closely(line + end, inside=False)


@pytest.mark.parametrize("line", ["component Hot water [0.52, 0.38]\n", "Cup of tea->Hot water\n", "Tea -> Cup\r\n"])
def test_lines_as_most_people_type_them_are_plain(line: str) -> None:
    assert plain(line) == closely(line, inside=False)
