"""One door for every format: each file is recognised as what it is, and whatever it holds, the answer is a map or one
clear sentence."""

from __future__ import annotations

import io
import json
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

import mapper.files
from mapper.cli import main
from mapper.data import SAMPLES
from mapper.export.exporter import ExportOptions
from mapper.export.pictures import SVG
from mapper.files.content import Content
from mapper.files.importer import Importer
from mapper.files.importers import IMPORTERS
from mapper.files.keeping import fetch, find, keep
from mapper.files.native import load
from mapper.files.opening import importer_of, open_map
from mapper.files.owm import OWM
from mapper.files.problem import FileProblem
from mapper.model import Document, broken_references

CORPUS = Path(__file__).parent.parent.parent.parent / "shared" / "corpus"
IMPORTER = {importer.id: importer for importer in IMPORTERS}

MIRAGON = {"config": {"style": "wardley"}, "elements": [], "edges": []}
ATLAS2 = {"elements": [{"id": "1", "name": "Tea", "visibility": 0.5, "maturity": 0.5}]}
ATLAS1 = {"history": [{"nodes": [{"id": "1", "name": "Tea", "positionX": 0.5, "positionY": 0.5}]}]}
FORMICOIDEA = {"components": [{"id": "1", "label": {"name": "Tea"}, "position": {}}], "relations": []}


def a_workbook() -> bytes:
    book, data = Workbook(), io.BytesIO()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Name", "Stage"])
    sheet.append(["Tea", "II"])
    book.save(data)
    return data.getvalue()


FILES: dict[str, bytes] = {
    "wardley": (SAMPLES / "tea-shop.wardley").read_bytes(),
    "miragon": json.dumps(MIRAGON).encode(),
    "atlas2": json.dumps(ATLAS2).encode(),
    "atlas1": json.dumps(ATLAS1).encode(),
    "formicoidea": json.dumps(FORMICOIDEA).encode(),
    "csv": b"Name,Stage\nTea,II\nCup,III\n",
    "xlsx": a_workbook(),
    "mermaid": b'wardley-beta\ntitle Tea\ncomponent "Tea" [0.5, 0.5]\n',
    "markdown": b"# Tea\n```wardley\ncomponent Tea [0.5, 0.5]\n```\n",
    "wtg2": b"title: Tea\nanchor Public : IV\nTea : II.5 >> III\nPublic -> Tea\n",
    "wtg": b"Public - Tea\nTea: |...|..x..|.....|.....|\n",
    "tranquil": b"Public (50, 10)\nTea (40, 50)\nPublic -> Tea\n",
    "owm": b"title Tea\ncomponent Tea [0.5, 0.5]\n",
    "pictures": SVG.make(Document(title="Tea"), ExportOptions()),
}


def test_there_is_a_file_of_every_format_here() -> None:
    missing = sorted(IMPORTER.keys() - FILES.keys())
    assert not missing, f"FILES lacks a small file of: {', '.join(missing)}"


def test_every_importer_is_listed() -> None:
    """An importer that another one stands for, such as a language of two versions, is found by what lists it."""
    found = {
        id(item): f"{module.name}.{name}"
        for module in pkgutil.walk_packages(mapper.files.__path__, "mapper.files.")
        for name, value in vars(import_module(module.name)).items()
        for item in (value if isinstance(value, tuple) else (value,))
        if isinstance(item, Importer)
    }
    missing = sorted(name for key, name in found.items() if key not in set(map(id, IMPORTERS)))
    assert not missing, f"IMPORTERS in mapper/files/importers.py lacks: {', '.join(missing)}"


def test_no_two_importers_share_an_id_or_a_title() -> None:
    assert len({importer.id for importer in IMPORTERS}) == len(IMPORTERS)
    assert len({importer.title for importer in IMPORTERS}) == len(IMPORTERS)


@pytest.mark.parametrize("format_id", FILES)
@pytest.mark.parametrize("name", ["map", "map.txt", "map.json", "map.owm", "map.md"])
def test_a_file_is_recognised_as_what_it_is_whatever_it_is_called(format_id: str, name: str) -> None:
    content = Content(FILES[format_id], name)
    # The text of OnlineWardleyMaps is whatever nothing else claims.
    claiming = [importer.id for importer in IMPORTERS if importer.recognises(content) and importer is not OWM]
    assert claiming == ([] if format_id == "owm" else [format_id])
    assert importer_of(content).id == format_id
    assert importer_of(Content(FILES[format_id], "map.csv")).id == format_id


@pytest.mark.skipif(not CORPUS.is_dir(), reason="no folder `shared` with maps by others beside the project")
@pytest.mark.parametrize(("folder", "format_id"), [("maps", "owm"), ("mermaid", "mermaid")])
def test_no_map_made_by_others_is_taken_for_something_else(folder: str, format_id: str) -> None:
    paths = [path for path in (CORPUS / folder).rglob("*") if path.is_file()]
    taken = {path.name: importer_of(Content(path.read_bytes(), path.name)).id for path in paths}
    assert taken and {name: id for name, id in taken.items() if id not in (format_id, "markdown")} == {}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'{"a": 1}', "is JSON, but not a map"),
        (b'{"elements": [', "is cut short"),
        (b'{"elements" 5}', "is not valid JSON at line 1, column 13"),
        (b'[{"a": 1}]', "is not a map of this program"),
        (b'{"elements": ' + b"[" * 100_000, "nested too deeply"),
        (b'{"elements": [{"elementType": "note", "number": ' + b"9" * 5000 + b"}]}", "is not valid JSON"),
    ],
)
def test_json_that_is_no_map_is_refused_in_a_sentence(data: bytes, reason: str) -> None:
    content = Content(data, "map.json")
    with pytest.raises(FileProblem, match=reason):
        importer_of(content).read(content, {})


@pytest.mark.parametrize("name", ["tea.bin", "tea.owm"])
def test_what_is_not_even_text_is_refused(name: str, tmp_path: Path) -> None:
    for data in (b"\x7ftea\0\0\0", b"component Tea [0.5, 0.5]\n" * 500 + b"\0"):
        (tmp_path / name).write_bytes(data)
        with pytest.raises(FileProblem, match="it is not even text"):
            open_map(tmp_path / name)


def test_a_workbook_of_an_old_kind_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "shop.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(FileProblem, match=r"save it as \.xlsx"):
        open_map(tmp_path / "shop.xls")


def test_text_of_two_bytes_a_letter_is_text(tmp_path: Path) -> None:
    (tmp_path / "tea.csv").write_bytes("Name,Stage\nTea,II\n".encode("utf-16"))
    assert [each.name for each in open_map(tmp_path / "tea.csv").document.components.values()] == ["Tea"]


def test_a_map_of_another_format_is_a_copy_and_one_of_ours_is_not(tmp_path: Path) -> None:
    table, own = tmp_path / "tea.csv", tmp_path / "tea.wardley"
    table.write_bytes(FILES["csv"])
    own.write_bytes(FILES["wardley"])
    kept = fetch(table)
    assert kept.is_copy and not kept.is_sample
    assert kept.opened.format == "CSV table" and kept.opened.notices
    assert not fetch(own).is_copy
    sample = fetch(SAMPLES / "tea-shop.wardley")
    assert sample.is_copy and sample.is_sample
    assert not keep(sample.document, own, None, lambda: True).is_copy


def test_a_file_that_is_found_can_be_asked_and_then_read(tmp_path: Path) -> None:
    path = tmp_path / "atlas.json"
    path.write_bytes(FILES["atlas2"])
    found = find(path)
    assert [question.id for question in found.questions] == ["stages"]
    assert found.read({"stages": "position"}).document.components["tea"].evolution == 0.5
    assert found.read({}).document.components["tea"].evolution == 0.4


PIECES = [
    *(data.decode() for key, data in FILES.items() if key not in ("xlsx", "wardley")),
    *("\n", ",", ";", '"', "{", "]", "title ", "component ", " [0.5, 0.6]", "->", "name,stage", "(90, 50)"),
    *("wardley-beta", "1e999", "\ufeff", "null"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
ANY_BYTES = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=200).map(str.encode),
    TEXTS.map(str.encode),
    st.tuples(st.sampled_from(sorted(FILES)), st.integers(0, 400), st.binary(max_size=6)).map(
        lambda cut: FILES[cut[0]][: cut[1]] + cut[2] + FILES[cut[0]][cut[1] + 3 :]
    ),
)
NAMES = st.sampled_from(["map", *(f"map{suffix}" for importer in IMPORTERS for suffix in importer.suffixes)])


@settings(max_examples=300, deadline=None)
@given(data=ANY_BYTES, name=NAMES)
@example(data=b"PK\x03\x04", name="map.csv")
@example(data=b"\x81\xff,\n", name="map.csv")
@example(data=b"\xff\xfea", name="map.csv")
def test_any_bytes_open_as_a_sound_map_or_are_refused_in_a_sentence(data: bytes, name: str) -> None:
    content = Content(data, name)
    assert all(importer.recognises(content) in (True, False) for importer in IMPORTERS)
    try:
        importer = importer_of(content)
        importer.questions(content)
        opened = importer.read(content, {})
    except FileProblem as problem:
        assert "\n" not in problem.message and problem.message.endswith(".")
        return
    assert list(broken_references(opened.document)) == []
    assert all(each.reason and "\n" not in each.reason for each in opened.problems)


@settings(max_examples=100, deadline=None)
@given(values=st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5), st.lists, max_leaves=5))
def test_json_of_whatever_types_is_read_as_far_as_it_makes_sense(values: object) -> None:
    fields = ("elementType", "id", "label", "position", "decorators", "movement", "childIds", "positions", "pipelineId")
    element = dict.fromkeys(fields, values)
    node = {"id": values, "name": values, "visibility": values, "maturity": values, "position": values, "label": values}
    for raw in (
        {"config": dict.fromkeys(("title", "size", "style", "stageBoundaries"), values), "elements": [element]},
        {"config": {}, "elements": [{**element, "elementType": "pipeline"}], "edges": [node, values]},
        {"title": values, "elements": [node, values], "links": [{"start": values, "end": values}]},
        {"history": [{"nodes": [node, values], "connections": values}]},
        {"components": [node, values], "relations": [values, {"consumer": values}]},
    ):
        content = Content(json.dumps(raw).encode(), "map.json")
        importer = importer_of(content)
        if importer.id != "wardley":
            assert list(broken_references(importer.read(content, {}).document)) == []


@settings(max_examples=40, deadline=None)
@given(data=ANY_BYTES)
def test_info_on_any_bytes_never_shows_a_fault_of_the_program(
    data: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "map.txt"
    path.write_bytes(data)
    assert main(["info", str(path), "--json"]) in (0, 2)
    assert main(["info", str(path)]) in (0, 2)


@pytest.mark.parametrize(
    "data",
    [
        b'{"links":[],"elements":[' + b"1," * 25_000 + b"1]}",
        b"A (50, 50)\n" + b"A -- " * 25_001 + b"A",
        b"A : II\n" + b"}\n" * 25_001,
        b"name,evolution,needs\nA,0.5," + b"x;" * 25_001,
    ],
    ids=["json", "tranquil", "wtg2", "csv"],
)
def test_of_a_file_that_is_all_mistakes_the_first_are_told_and_the_others_counted(data: bytes) -> None:
    content = Content(data, "wrong")
    *told, last = importer_of(content).read(content, {}).problems
    assert len(told) == 10_000
    assert last.reason == "Something is wrong in 15,001 more places."


def test_ours_opens_through_the_same_door() -> None:
    opened = open_map(SAMPLES / "tea-shop.wardley")
    assert (opened.document, opened.format) == (load(SAMPLES / "tea-shop.wardley"), "")
