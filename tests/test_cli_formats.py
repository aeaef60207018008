"""The command line with maps made elsewhere: every format goes in, and what is lost on the way is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import Workbook

from mapper.cli import main
from mapper.data import SAMPLES
from mapper.export import EXPORTERS
from mapper.files.opening import open_map

TEA_SHOP = SAMPLES / "tea-shop.wardley"
ATLAS = {
    "title": "Simple",
    "elements": [{"id": "1", "name": "Tea", "visibility": 0.5, "maturity": 0.45}],
    "links": [{"start": "1", "end": "2"}],
}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "shop.csv"
    path.write_text("Name,Stage,Contract,Needs\nCup,II,C1,Tea\nTea,far,C2,Gone\n", encoding="utf-8")
    return path


@pytest.fixture
def atlas(tmp_path: Path) -> Path:
    path = tmp_path / "atlas.json"
    path.write_text(json.dumps(ATLAS), encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: str | Path) -> tuple[int, str, list[str]]:
    """The exit status, what is answered, and the sentences on stderr."""
    status = main([*map(str, words)])
    told = capsys.readouterr()
    assert all(line.startswith("mapper: ") for line in told.err.splitlines())
    return status, told.out, [line.removeprefix("mapper: ") for line in told.err.splitlines()]


def test_info_tells_the_format_the_counts_and_each_problem_with_its_place(
    table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "info", table, "--json")
    told = json.loads(out)
    assert (status, err) == (0, [])
    assert told["format"] == "CSV table"
    assert (told["components"], told["links"], told["unresolved_links"], told["contracts"]) == (2, 1, 1, 2)
    assert told["notices"]
    assert told["problems"][0] == {
        "line": 3,
        "column": 2,
        "text": "far",
        "reason": "“far” is no place along evolution or visibility.",
        "done": "It is left out.",
    }


def test_info_for_people_tells_the_problems_too(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "info", table)
    assert status == 0
    assert "Read as CSV table." in out
    assert "- row 3: “far” is no place along evolution or visibility. It is left out.\n      far\n" in out
    assert "leads to “Gone”, which is not on the map." in out


def test_a_strangers_text_cannot_command_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "shop.csv"
    path.write_text("Name,Stage\nTea,\x1b[2Jfar\n", encoding="utf-8")
    _, out, _ = run(capsys, "info", path)
    assert "\x1b" not in out and "�[2Jfar" in out


@pytest.mark.parametrize("suffix", [exporter.suffix for exporter in EXPORTERS])
def test_a_map_made_elsewhere_goes_out_in_every_format(
    suffix: str, table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / f"out{suffix}"
    assert run(capsys, "export", table, "-o", out)[0] == 0
    assert out.stat().st_size > 0


def test_what_a_format_cannot_hold_is_told_and_the_export_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lossy = next(exporter for exporter in EXPORTERS if exporter.losses(open_map(TEA_SHOP).document))
    status, out, err = run(capsys, "export", TEA_SHOP, "-o", tmp_path / f"tea{lossy.suffix}")
    assert (status, out) == (0, "")
    assert err == list(lossy.losses(open_map(TEA_SHOP).document))


def test_a_question_is_answered_on_the_command_line(
    atlas: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = json.loads(run(capsys, "info", atlas, "--json", "--choose", "stages=position")[1])
    assert "kept its position" in told["notices"][0]
    assert run(capsys, "export", atlas, "-o", tmp_path / "map.svg", "--choose", "stages=position")[0] == 0


def test_columns_of_a_table_can_be_chosen(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(run(capsys, "info", table, "--json", "--choose", "column-2=", "--choose", "column-3=")[1])
    assert (told["contracts"], told["links"], told["unresolved_links"]) == (0, 0, 0)


def test_the_columns_that_can_be_chosen_are_those_of_the_chosen_sheet(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = Workbook()
    del book["Sheet"]
    for name, rows in {
        "Parts": [("Name", "Stage"), ("Tea", "Genesis"), ("Cup", "Product")],
        "Other": [("What", "Stage", "Remark", "Called"), ("x", "Product", "", "Kettle")],
    }.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(tmp_path / "shop.xlsx")
    choices = ("--choose", "column-0=", "--choose", "column-3=name", "--choose", "sheet=Other")
    status, out, err = run(capsys, "info", tmp_path / "shop.xlsx", "--json", *choices)
    assert (status, err) == (0, [])
    assert json.loads(out)["components"] == 1
    _, _, err = run(capsys, "info", tmp_path / "shop.xlsx", *choices[:4])
    assert err[0].startswith("This file does not ask “column-3”")


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [
        ("stages=middle", "choose one of stage, position."),
        ("groups=none", "This file does not ask “groups”: it asks stages."),
        ("stages", "“stages” does not choose anything: write it as QUESTION=CHOICE."),
    ],
)
def test_a_wrong_choice_is_told_the_possible_ones(
    choice: str, sentence: str, atlas: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "info", atlas, "--choose", choice)
    assert (status, out, len(err)) == (2, "", 1)
    assert err[0].endswith(sentence)


def test_a_file_that_asks_nothing_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = run(capsys, "info", TEA_SHOP, "--choose", "stages=position")
    assert err == ["This file does not ask “stages”: it asks nothing."]


@pytest.mark.parametrize("scale", ["0", "-1", "nan", "inf", "1000", "large"])
def test_a_scale_that_no_picture_can_have_is_refused(
    scale: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(capsys, "export", TEA_SHOP, "-o", tmp_path / "map.svg", f"--scale={scale}")
    assert (status, len(err)) == (2, 1)
    assert f"“{scale}” is no number from 0.5 to 8" in err[0]
    assert list(tmp_path.iterdir()) == []


def test_a_table_is_never_exported_over_itself(table: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = table.with_suffix(".svg")
    table.rename(own)
    before = own.read_bytes()
    assert run(capsys, "export", own, "-o", own)[2] == ["“shop.svg” is the map itself: choose another name."]
    assert own.read_bytes() == before


def test_a_picture_opens_as_its_map_unless_that_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole, bare = tmp_path / "whole.svg", tmp_path / "bare.svg"
    assert run(capsys, "export", TEA_SHOP, "-o", whole)[0] == 0
    assert run(capsys, "export", TEA_SHOP, "-o", bare, "--without-map")[0] == 0
    assert open_map(whole).document == open_map(TEA_SHOP).document
    status, _, err = run(capsys, "info", bare)
    assert (status, len(err)) == (2, 1)
    assert "carries no map" in err[0]
