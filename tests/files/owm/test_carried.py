"""What the language has no word for travels in comment lines, and comes back."""

from __future__ import annotations

import pytest
from sameness import differences
from told import read, reasons

from mapper.data import SAMPLES
from mapper.files import owm
from mapper.files.native import load
from mapper.model import Contract, Id

TEA = ("component Tea [0.5, 0.5]", "component Cup [0.6, 0.6]", "Cup->Tea")


@pytest.mark.parametrize("name", ["childcare-licensing", "communications-platform", "high-speed-rail", "tea-shop"])
def test_a_sample_comes_back_whole(name: str) -> None:
    document = load(SAMPLES / f"{name}.wardley")
    lines = owm.lines_of(document)
    reading = owm.read(owm.write(document))
    assert reading.problems == ()
    assert reading.document.source is not None
    ids = {here.id: there.id for here, there in zip(lines, reading.document.source.lines, strict=True)}
    assert differences(document, reading.document, ids) == []


def test_the_contract_of_the_manual_is_read() -> None:
    document = read(*TEA, '//@ contract {"id": "C1", "ref": "C1", "title": "Tea supply", "members": ["Tea"]}')
    (contract,) = document.contracts.values()
    assert (contract.title, contract.members) == ("Tea supply", ("tea",))


def test_a_contract_that_comes_and_goes_leaves_the_text_as_it_was() -> None:
    text = "component Tea [0.5, 0.5]\n"
    bare = owm.read(text).document
    plan = bare.plan
    contract = Contract(id=Id("C1"), ref="C1", title="Supply", members=(Id("tea"),))
    with_it = owm.write(bare.put_plan(plan.but(contracts={contract.id: contract})))
    assert with_it.startswith(f"{text}\n//@ contract")
    again = owm.read(with_it).document
    assert owm.write(again.put_plan(again.plan.but(contracts={}))) == text


def test_what_is_carried_opens_no_comment_elsewhere() -> None:
    line = '//@ component {"of": "Tea", "description": "a /* b */ c"}'
    document = read(*TEA, line)
    assert document.components["tea"].description == "a /* b */ c"
    text = owm.write(document.model_copy(update={"source": None}))
    assert "/*" not in text
    assert "*/" not in text
    assert owm.read(text).document.components["tea"].description == "a /* b */ c"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("//@ nonsense {}", "A carried line says"),
        ("//@ contract {", "After “contract” there should be one JSON object."),
        ("//@ contract [1]", "After “contract” there should be one JSON object."),
        ('//@ component {"of": "Milk", "legacy": true}', 'There is no component “"Milk"” in the text.'),
        ('//@ component {"of": "Tea", "size": 3}', "“size” is not as it should be"),
        ('//@ component {"of": "Tea", "id": "x"}', "“id” of a component is not carried"),
        ('//@ contract {"id": "C1", "ref": "1", "owner": "P1"}', 'The contract names “"P1"”'),
        ('//@ contract {"plan": "x", "id": "C1", "ref": "1"}', 'There is no plan “"x"”.'),
        ('//@ interface {"of": ["Tea", "Cup"]}', "There is no link in the text"),
        ('//@ link {"source": "Tea", "target": "Tea"}', "A link joins two different components."),
        ('//@ map {"colour": "red"}', "“colour” is nothing that a map has."),
    ],
)
def test_what_does_not_fit_is_told_of_and_kept(line: str, reason: str) -> None:
    (told,) = reasons(*TEA, line)
    assert told.startswith(f"4:1 {reason}")
    text = "".join(f"{each}\n" for each in (*TEA, line))
    assert owm.write(owm.read(text).document) == text or "map" in line


def test_a_component_in_two_contracts_is_told_of() -> None:
    line = '//@ contract {"id": "%s", "ref": "1", "members": ["Tea"]}'
    assert len(reasons(*TEA, line % "C1", line % "C2")) == 1
    assert list(read(*TEA, line % "C1", line % "C2").contracts) == ["C1"]


def test_comments_of_people_are_never_touched() -> None:
    text = "component Tea [0.5, 0.5]\n//@home is where the tea is\n// @ contract\n//contract {}\n"
    assert owm.read(text).problems == ()
    assert owm.write(owm.read(text).document) == text


@pytest.mark.parametrize(
    "line",
    [
        '//@ contract {"id": "C1", "ref": "1", "value": "600.00", "in_house": false, "members": ["Tea"]}',
        '//@  component   {"of": "Tea", "legacy": false}',
        '//@ component {"of": ["Tea", 1], "legacy": true}',
        '//@ map {"title": "Untitled map"}',
        '//@ person {"name": "Ada", "id": "P1", "role": ""}',
        '//@ plan {"title": "Plan 1", "id": "plan-1"}',
        '//@ interface {"what": "Leaves", "of": ["Cup", "Tea"]}',
    ],
)
def test_a_line_that_says_it_in_its_own_way_stays_as_it_is(line: str) -> None:
    text = "".join(f"{each}\n" for each in (*TEA, line))
    reading = owm.read(text)
    assert reading.problems == ()
    assert owm.write(reading.document) == text
