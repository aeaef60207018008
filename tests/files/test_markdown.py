"""Markdown files with several maps, in whichever language."""

from __future__ import annotations

import pytest

from mapper.files.content import Content
from mapper.files.markdown import MARKDOWN
from mapper.files.opening import importer_of
from mapper.files.owm import write

TEXT = """# Ours

```mermaid
graph TD
```

```mermaid
wardley-beta
title First
component A [0.5, 0.5]
```

```wardley
title Tea
component Tea [0.5, 0.5]
Tea->Milk
```

> ~~~mermaid
%%{init: {}}%%
wardley-beta
title Third
what is this
~~~

~~~owm
component Cup [0.5, 0.5]
~~~

```python
component = [0.5, 0.5]
```
"""
CONTENT = Content(TEXT.encode(), "README.md")


def test_the_maps_of_every_language_are_offered_in_one_question() -> None:
    assert importer_of(CONTENT) is MARKDOWN
    question, stages = MARKDOWN.questions(CONTENT)
    assert (question.id, stages.id) == ("block", "stages")
    assert question.text == "“README.md” holds 4 maps. Which one?"
    assert [told for _, told in question.choices] == [
        "1. First, line 8",
        "2. Tea, line 14",
        "3. Third, line 21",
        "4. Cup, line 27",
    ]


def test_where_stages_end_is_not_asked_of_a_map_that_says_so() -> None:
    assert [question.id for question in MARKDOWN.questions(CONTENT, {"block": "1"})] == ["block", "stages"]
    assert [question.id for question in MARKDOWN.questions(CONTENT, {"block": "2"})] == ["block"]


@pytest.mark.parametrize(
    ("number", "title", "called", "lines"),
    [
        ("1", "First", "Mermaid", []),
        ("2", "Tea", "OnlineWardleyMaps text", [16]),
        ("3", "Third", "Mermaid", [23]),
        ("4", "Untitled map", "OnlineWardleyMaps text", []),
    ],
)
def test_the_chosen_map_opens_and_lines_are_those_of_the_file(
    number: str, title: str, called: str, lines: list[int]
) -> None:
    found = MARKDOWN.read(CONTENT, {"block": number})
    assert (found.document.title, found.format) == (title, called)
    assert [problem.line for problem in found.problems] == lines
    assert "3 other maps" in found.notices[-1]


def test_a_map_from_a_block_goes_out_again_as_it_came() -> None:
    found = MARKDOWN.read(CONTENT, {"block": "2"})
    assert write(found.document) == "title Tea\ncomponent Tea [0.5, 0.5]\nTea->Milk\n"


def test_a_block_that_names_no_language_counts_if_it_holds_a_map() -> None:
    content = Content(b"Look:\n```\ncomponent Tea [0.5, 0.5]\n```\n", "a.md")
    assert importer_of(content) is MARKDOWN
    assert MARKDOWN.questions(content) == ()
    assert list(MARKDOWN.read(content, {}).document.components) == ["tea"]
