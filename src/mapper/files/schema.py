"""The JSON Schema of the native format: `python -m mapper.files.schema > docs/wardley-3.schema.json`."""

from __future__ import annotations

import json

from mapper.files.stored import VERSION, Stored


def schema() -> str:
    """The schema that a file of this version fulfils, as indented JSON. It cannot say that references lead somewhere."""
    head = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Wardley map with contracts, version {VERSION}",
    }
    body = {name: value for name, value in Stored.model_json_schema().items() if name != "title"}
    return json.dumps({**head, **body}, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(schema(), end="")
