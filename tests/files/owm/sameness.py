"""Whether two documents say the same, whatever ids their records have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import zip_longest

from mapper.files.native import dump
from mapper.model import Document

Json = object

_ID_FIELDS = {
    "id",
    "source",
    "target",
    "component",
    "pipeline",
    "link",
    "met_by",
    "members",
    "shared",
    "subjects",
    "shows",
}
_NOT_SAID_OF = {"people", "suppliers", "plans", "contracts", "needs", "codes", "steps"}
"""What keeps the ids that it has."""
SLACK = 0.3
"""Places of labels are told in tenths of a pixel, others to four decimals."""


def differences(here: Document, there: Document, ids: Mapping[str, str]) -> list[str]:
    """What is not the same in two documents, given which of their records are the same."""
    return list(_unlike(_told(here, ids), _told(there, {}), ""))


def _told(document: Document, ids: Mapping[str, str]) -> Json:
    told = json.loads(dump(document.model_copy(update={"source": None})))
    return _renamed(told, ids, "")


def _renamed(value: Json, ids: Mapping[str, str], field: str) -> Json:
    """With other ids, and records in the order of their ids."""
    if isinstance(value, dict):
        own = {"id"} if field in _NOT_SAID_OF else set()
        return {name: each if name in own else _renamed(each, ids, name) for name, each in value.items()}
    if isinstance(value, list):
        found = [_renamed(each, ids, field) for each in value]
        if found and isinstance(found[0], dict) and ("id" in found[0] or "link" in found[0]):
            found.sort(key=lambda each: str(each.get("id", each.get("link"))))
        return found
    return ids.get(value, value) if field in _ID_FIELDS and isinstance(value, str) else value


def _unlike(here: Json, there: Json, path: str):
    if isinstance(here, dict) and isinstance(there, dict):
        for name in here.keys() | there.keys():
            yield from _unlike(here.get(name), there.get(name), f"{path}.{name}")
    elif isinstance(here, list) and isinstance(there, list):
        for number, (one, other) in enumerate(zip_longest(here, there)):
            yield from _unlike(one, other, f"{path}[{number}]")
    elif isinstance(here, float | int) and isinstance(there, float | int):
        slack = SLACK if path.endswith((".right", ".down")) else 0.00012
        if abs(here - there) > slack:
            yield f"{path}: {here} is {there}"
    elif isinstance(here, float | int | None) and isinstance(there, float | int | None):
        # What is very near to a default may have become it, and then it is left out.
        if abs((here or 0) - (there or 0)) > 0.00012:
            yield f"{path}: {here} is {there}"
    elif here != there:
        yield f"{path}: {here!r} is {there!r}"
