"""Files that are no maps, opened by mistake: each is refused in one sentence that says what it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapper.data import SAMPLES
from mapper.export import EXPORTERS
from mapper.export.exporter import ExportOptions
from mapper.files.native import load
from mapper.files.opening import open_map
from mapper.files.problem import FileProblem
from mapper.ui.docx import EXPORTER as DOCX

ROOT = Path(__file__).parent.parent.parent
DOT_WITH_REMARK = b"// a remark\ndigraph tea {\n  a -> b\n}\n"
PYTHON = (
    b'"""A module."""\n\nfrom __future__ import annotations\n\nimport os\n\nfor n in range(0, 5):\n    print(n, 5)\n'
)
LATEX = b"% a paper\n\\documentclass{article}\n\\begin{document}\nA -> B (1, 2)\n\\end{document}\n"
PAGE = b"<!-- saved -->\n<!DOCTYPE html>\n<p>component Tea [0.5, 0.5]\nA (0.5, 0.5)</p>\n"

FILES: dict[str, tuple[bytes, str]] = {
    "feed.xml": (b'<?xml version="1.0"?>\n<feed><a>b -> c</a></feed>', "XML, but no map"),
    "page.html": (PAGE, "a web page"),
    "old.html": (b"<HTML>\n<body>A (0.5, 0.5)</body>", "a web page"),
    "tea.gv": (DOT_WITH_REMARK, "a Graphviz graph"),
    "paper.tex": (LATEX, "a LaTeX document"),
    "tool.py": (PYTHON, "the text of a program"),
    "tool.sh": (b"#!/bin/sh\necho a -> b\n", "the text of a program"),
    "tool.js": (b"const a = 1;\r\nfunction b(c) {\r\n  d(1, 2)\r\n}\r\n", "the text of a program"),
    "flow.mmd": (b"graph TD\nA-->B\n", "a Mermaid diagram of another kind"),
    "uml.puml": (b"@startuml\nA -> B\n@enduml\n", "a PlantUML diagram"),
    "letter.rtf": (b"{\\rtf1\\ansi A (0.5, 0.5)}", "a word processor's document"),
    "my.diff": (b"diff --git a/x b/x\n--- a/x\n+++ b/x\n-a -> b\n", "a list of changes"),
    "photo.jpg": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "a picture that can carry no map"),
    "maps.tgz": (b"\x1f\x8b\x08\x00\x00\x00\x00", "a packed file"),
    "broken.svg": (b"<svg <<", "a damaged SVG picture"),
    "empty.owm": (b"", "empty"),
    "blank.wardley": (b"\n \r\n", "empty"),
}


def refusal(path: Path) -> str:
    with pytest.raises(FileProblem) as caught:
        open_map(path)
    message = caught.value.message
    assert message.startswith(f"“{path.name}” ") and message.endswith(".") and "\n" not in message
    return message


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_map_is_told_what_it_is(name: str, tmp_path: Path) -> None:
    data, what = FILES[name]
    (tmp_path / name).write_bytes(data)
    assert refusal(tmp_path / name).startswith(f"“{name}” is {what}")


@pytest.mark.parametrize("text", ["Dear Sir,\nno reply.\nYours", "# Tea\n\nHow to -> make it\n\n- boil", "a: b\nc: d"])
def test_a_text_that_speaks_of_no_map_is_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "letter.md").write_text(text, encoding="utf-8")
    assert "holds no map" in refusal(tmp_path / "letter.md")


@pytest.mark.parametrize(
    "name", ["README.md", "Makefile", "pyproject.toml", "tests/conftest.py", "src/mapper/cli/__init__.py"]
)
def test_a_file_of_a_project_is_no_map(name: str) -> None:
    refusal(ROOT / name)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("suffix", "what"),
    [
        (".drawio", "a draw.io drawing"),
        (".dot", "a Graphviz graph"),
        (".graphml", "a GraphML graph"),
        (".pptx", "slides"),
        (".docx", "a Word document"),
    ],
)
def test_what_only_goes_out_is_told_to_be_opened_from_its_map(suffix: str, what: str, tmp_path: Path) -> None:
    path = tmp_path / f"tea{suffix}"
    exporter = next(one for one in (*EXPORTERS, DOCX) if one.suffix == suffix)
    path.write_bytes(exporter.make(load(SAMPLES / "tea-shop.wardley"), ExportOptions(map_only=True)))
    assert refusal(path) == (
        f"“tea{suffix}” is {what}, which this program writes but does not read: open the map that it was made from."
    )


@pytest.mark.parametrize(
    "text",
    [
        "// import os\n// import sys\ncomponent Tea [0.5, 0.5]",
        "component graph [0.5, 0.5]\ncomponent import [0.4, 0.5]\ngraph -> import",
        "Unknown -> Nowhere",
        "// nothing yet",
        "title Tea",
        "what is this\ncomponent Tea [0.5, 0.5]",
    ],
)
def test_a_map_that_reads_like_something_else_still_opens(text: str, tmp_path: Path) -> None:
    (tmp_path / "map.owm").write_text(text, encoding="utf-8")
    assert open_map(tmp_path / "map.owm").format == "OnlineWardleyMaps text"


@pytest.mark.parametrize(
    "data",
    [
        b"\n" * 600_000,
        b"component A [0.5, 0.5]\r\n" * 300_000,
        b"A->" * 600_000,
        b"A--" * 600_000,
        b"A - " * 600_000,
        b"A;" * 600_000,
        b"x" * (17 * 1024 * 1024),
    ],
    ids=["blank lines", "lines", "links", "dashes", "lone dashes", "semicolons", "letters"],
)
def test_a_text_larger_than_any_map_is_refused(data: bytes, tmp_path: Path) -> None:
    (tmp_path / "large.owm").write_bytes(data)
    assert refusal(tmp_path / "large.owm") == "“large.owm” has far more text than any map: choose a map."
