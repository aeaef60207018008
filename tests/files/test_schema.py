"""What the documentation says about the format is what the program does."""

from __future__ import annotations

import json
import re
from pathlib import Path

from mapper.files.native import dump, parse
from mapper.files.schema import schema
from mapper.files.stored import VERSION, Stored

DOCS = Path(__file__).parent.parent.parent / "docs"
FORMAT = (DOCS / "file-format.md").read_text(encoding="utf-8")


def test_the_schema_beside_the_description_is_that_of_the_model() -> None:
    path = DOCS / f"wardley-{VERSION}.schema.json"
    remedy = f"run: python -m mapper.files.schema > docs/{path.name}"
    assert path.read_text(encoding="utf-8") == schema(), remedy


def test_the_description_names_every_key_in_the_order_in_which_they_are_written() -> None:
    table = FORMAT[FORMAT.index("| key | holds |") : FORMAT.index("## Rules")]
    first_cells = [row.split("|")[1] for row in table.splitlines()[2:] if row.startswith("|")]
    assert [key for cell in first_cells for key in re.findall(r"`(\w+)`", cell)] == list(Stored.model_fields)


def test_the_smallest_map_of_the_description_opens() -> None:
    example = re.search(r"```json\n(.*?)```", FORMAT, re.DOTALL)
    assert example is not None
    document = parse(example[1].encode(), "example.wardley")
    assert [component.name for component in document.components.values()] == ["Customers", "Cup of tea"]
    assert json.loads(dump(document))["links"] == [{"id": "L1", "source": "customers", "target": "tea"}]
