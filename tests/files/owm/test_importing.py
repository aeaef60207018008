"""Files that hold such text, alone or in Markdown."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapper.files.content import Content, encoded
from mapper.files.fences import blocks
from mapper.files.owm import OWM, read, write
from mapper.files.problem import FileProblem


def test_blocks_are_found_with_their_first_line() -> None:
    found = blocks("a\n~~~ owm\nx\n```\n~~~\n> ```mermaid\n> y\n> ```\n````\nz")
    assert [(block.language, block.first, block.text) for block in found] == [
        ("owm", 3, "x\n```\n"),
        ("mermaid", 7, "> y\n"),
        ("", 10, "z"),
    ]


@pytest.mark.parametrize("data", [b"Dear all,\nsee you.\n", b"\x01\x02PNG component A", b" \n"])
def test_what_plainly_is_no_map_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises(FileProblem, match=r"“letter\.txt”"):
        OWM.read(Content(data, "letter.txt"), {})


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
def test_a_byte_order_mark_stays(mark: bytes, tmp_path: Path) -> None:
    content = Content(mark + "component Tée [0.5, 0.5]\r\n".encode(), "tea.owm")
    document = OWM.read(content, {}).document
    assert document.source is not None
    assert encoded(write(document), document.source.encoding) == content.data


def test_of_a_text_that_is_wrong_throughout_the_first_problems_are_told_and_the_rest_is_counted() -> None:
    problems = read("wat\n" * 12_000).problems
    assert len(problems) == 10_001
    assert problems[-1].reason == "Something is wrong in 2,000 more places."
