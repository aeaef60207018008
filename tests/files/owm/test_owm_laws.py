"""What holds of every map and of every text."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.files import owm
from mapper.model import Document, broken_references
from sameness import differences
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
def test_what_was_read_is_written_with_the_same_bytes(document: Document) -> None:
    text = owm.write(document)
    reading = owm.read(text)
    assert owm.write(reading.document) == text
    assert owm.read(text).document == reading.document
    assert list(broken_references(reading.document)) == []
