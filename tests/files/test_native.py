"""The native format: what goes in comes out, byte for byte, and a save never harms what was there."""

from __future__ import annotations

import json
import os
import stat
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from mapper.files.migrations import MIGRATIONS, Migration
from mapper.files.native import dump, load, parse, save
from mapper.files.problem import FileProblem
from mapper.model import Component, Contract, Document, Id, Link, Plan
from strategies import documents

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def tea_shop() -> Document:
    tea = Component(id="tea", name="Cup of tea ☕", evolution=0.58, visibility=0.8)
    water = Component(id="water", name="Water", evolution=0.92, visibility=0.24)
    contract = Contract(id="C1", ref="C1", members=("water",), value=Decimal("1250.50"), start=date(2027, 4, 30))
    return Document(
        title="Tea shop",
        components={"tea": tea, "water": water},
        links={"L1": Link(id="L1", source="tea", target="water")},
        plans={"plan-1": Plan(id="plan-1", contracts={"C1": contract})},
    )


@given(documents())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_a_document_that_was_written_and_read_again_is_the_same(document: Document) -> None:
    written = dump(document)
    read = parse(written, "map.wardley")
    assert read == document
    assert [list(table) for table in (read.components, read.links, read.plans)] == [
        list(table) for table in (document.components, document.links, document.plans)
    ]
    assert dump(read) == written


def test_the_file_begins_with_what_it_is_and_ends_with_a_newline() -> None:
    text = dump(tea_shop()).decode()
    assert list(json.loads(text))[:4] == ["format", "version", "program", "title"]
    assert text.startswith('{\n  "format": "wardley",\n  "version": 3,\n')
    assert text.endswith("}\n")


def test_text_in_any_script_stays_readable_in_the_file() -> None:
    assert "Cup of tea ☕" in dump(tea_shop()).decode()


def test_money_is_written_as_text_so_that_no_reader_rounds_it() -> None:
    assert '"value": "1250.50"' in dump(tea_shop()).decode()
    assert load_text(dump(tea_shop()).decode()).contracts[Id("C1")].value == Decimal("1250.50")


def test_what_was_never_set_is_not_in_the_file() -> None:
    assert json.loads(dump(Document())) == {"format": "wardley", "version": 3, "program": "0.3.0"}


def test_moving_one_component_changes_one_line_of_the_file() -> None:
    before = tea_shop()
    after = before.put("components", [before.components[Id("tea")].but(evolution=0.6)])
    lines = list(zip(dump(before).splitlines(), dump(after).splitlines(), strict=True))
    assert [pair for pair in lines if pair[0] != pair[1]] == [(b'      "evolution": 0.58,', b'      "evolution": 0.6,')]


def test_a_file_that_a_text_editor_gave_a_byte_order_mark_still_opens() -> None:
    assert parse(b"\xef\xbb\xbf" + dump(tea_shop()), "map.wardley") == tea_shop()


def test_amounts_and_ids_may_be_left_to_the_program_by_who_generates_a_file() -> None:
    tea = {"name": "Tea", "evolution": 1, "visibility": 0.5}
    plan = {"id": "p", "contracts": [{"ref": "C1", "value": 12.5}]}
    document = load_text(written(components=[tea, tea], plans=[plan], active_plan="p"))
    assert [component.name for component in document.components.values()] == ["Tea", "Tea"]
    assert [contract.value for contract in document.contracts.values()] == [Decimal("12.5")]


def written(**fields: object) -> str:
    return json.dumps({"format": "wardley", "version": 1, **fields})


def load_text(text: str) -> Document:
    return parse(text.encode(), "map.wardley")


# Versions.


def test_a_file_of_an_earlier_version_goes_through_every_step_from_there() -> None:
    def to_zero(raw: dict[str, object]) -> dict[str, object]:
        return {**raw, "title": f"{raw['name']}!"}

    def to_one(raw: dict[str, object]) -> dict[str, object]:
        return {key: value for key, value in raw.items() if key != "name"}

    steps = (Migration(date(2026, 1, 1), -1, to_zero), Migration(date(2026, 2, 1), 0, to_one))
    old = b'{"format": "wardley", "version": -1, "name": "Tea"}'
    assert parse(old, "old.wardley", (*steps, *MIGRATIONS)) == Document(title="Tea!")
    with pytest.raises(FileProblem, match="does not say which version"):
        parse(old, "old.wardley", steps[1:])


def test_what_is_wrong_with_an_earlier_file_is_told_too() -> None:
    step = Migration(date(2026, 2, 1), 0, lambda raw: raw)
    old = b'{"format": "wardley", "version": 0, "title": 5}'
    with pytest.raises(FileProblem, match="title should be text"):
        parse(old, "old.wardley", (step, *MIGRATIONS))


@pytest.mark.parametrize(
    ("program", "wanted"),
    [
        ("2.3.0", "version 2.3.0 or later"),
        ("<b>9.9</b>", "a version later than"),
        ("0.0.1", "a version later than"),
        (7, "a version later than"),
    ],
)
def test_a_file_of_a_newer_version_says_which_program_opens_it(program: object, wanted: str) -> None:
    newer = json.dumps({"format": "wardley", "version": 99, "program": program, "hexagons": []})
    with pytest.raises(FileProblem, match="made by a newer program") as refusal:
        load_text(newer)
    assert wanted in refusal.value.message


# Saving.


def test_saving_over_a_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "map.wardley"
    save(Document(), path)
    path.chmod(0o640)
    save(tea_shop(), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert load(path) == tea_shop()
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not IS_ROOT, reason="only root may give a file to somebody else")
def test_saving_over_somebody_elses_file_leaves_it_theirs(tmp_path: Path) -> None:
    path = tmp_path / "map.wardley"
    save(Document(), path)
    os.chown(path, 65534, 65533)
    save(tea_shop(), path)
    assert (path.stat().st_uid, path.stat().st_gid) == (65534, 65533)


def test_saving_into_a_folder_that_has_vanished_says_so(tmp_path: Path) -> None:
    with pytest.raises(
        FileProblem, match=r"“map[.]wardley” was not saved: the folder is no longer there[.] Save the map"
    ):
        save(tea_shop(), tmp_path / "gone" / "map.wardley")


def test_saving_over_a_folder_says_so_and_leaves_it_alone(tmp_path: Path) -> None:
    (tmp_path / "map.wardley").mkdir()
    with pytest.raises(FileProblem, match="was not saved: there is a folder of that name"):
        save(tea_shop(), tmp_path / "map.wardley")
    assert [path.name for path in tmp_path.iterdir()] == ["map.wardley"]


@pytest.mark.skipif(os.name != "posix", reason="pipes in folders are POSIX's")
def test_saving_never_puts_a_file_in_the_place_of_a_pipe_or_a_device(tmp_path: Path) -> None:
    pipe, link = tmp_path / "pipe.wardley", tmp_path / "link.wardley"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    with pytest.raises(FileProblem, match="it is a device or a pipe, not a file"):
        save(tea_shop(), link)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert link.is_symlink()


def test_saving_through_a_link_writes_what_it_leads_to(tmp_path: Path) -> None:
    real, link = tmp_path / "real.wardley", tmp_path / "link.wardley"
    save(Document(), real)
    link.symlink_to(real)
    save(tea_shop(), link)
    assert link.is_symlink()
    assert load(real) == tea_shop()


@pytest.mark.skipif(IS_ROOT, reason="root may write everywhere")
def test_saving_where_one_may_not_write_says_so_and_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "map.wardley"
    save(Document(), path)
    path.chmod(0o444)
    with pytest.raises(FileProblem, match="you are not allowed to write there"):
        save(tea_shop(), path)
    assert load(path) == Document()


def test_a_save_that_breaks_off_half_way_leaves_the_old_file(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="this system cannot limit the size of files")
    path = tmp_path / "map.wardley"
    save(Document(), path)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16, before[1]))
    try:
        with pytest.raises(FileProblem, match=r"“map[.]wardley” was not saved"):
            save(tea_shop(), path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert load(path) == Document()
    assert list(tmp_path.iterdir()) == [path]
