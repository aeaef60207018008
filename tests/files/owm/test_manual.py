"""What the manual says about the text is so."""

from __future__ import annotations

import re
from pathlib import Path

from mapper.files import owm
from mapper.files.fences import blocks
from mapper.files.owm.carried import KINDS

MANUAL = (Path(__file__).parents[3] / "docs" / "owm.md").read_text(encoding="utf-8")


def test_the_example_is_read_as_it_is_told() -> None:
    (example,) = (block for block in blocks(MANUAL) if block.language == "wardley")
    reading = owm.read(example.text)
    document = reading.document
    assert reading.problems == ()
    (contract,) = document.contracts.values()
    assert (contract.members, contract.owner) == (("kettle",), "P1")
    assert document.plan.interfaces["tea-kettle"].what == "Boiling water"
    inertia = document.components["kettle"].inertia
    assert inertia is not None
    assert inertia.text == "It whistles so well."
    assert owm.write(document) == example.text


def test_every_kind_of_carried_line_is_told_of() -> None:
    table = "".join(line for line in MANUAL.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`([a-z]+)`", "".join(cell for cell in re.findall(r"\| ([^|]*) \|", table)))) >= set(KINDS)
