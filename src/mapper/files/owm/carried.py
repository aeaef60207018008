"""Comment lines that carry what the language has no word for (docs/owm.md): `//@ KIND {JSON}`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import NamedTuple

from mapper.files.owm.walking import CARRIED
from mapper.model import Id

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
Payload = Mapping[str, Json]

KINDS = (
    "person",
    "supplier",
    "map",
    "component",
    "link",
    "pipeline",
    "note",
    "annotation",
    "accelerator",
    "attitude",
    "plan",
    "contract",
    "interface",
    "step",
)
"""In the order in which they are written and read: each speaks only of what comes before it."""
OF = "of"
"""The key that says of which record on the map a line speaks."""
_LONGEST = 2_000_000
_OPENING, _CLOSING = r"/\u002a", r"\u002a/"
"""What would open and close a comment, as JSON can say it, too."""


class Entry(NamedTuple):
    """What one line carries. `id` is the record that it belongs to."""

    kind: str
    payload: Payload
    id: Id = Id("")


class Unreadable(Exception):
    """A carried line is not written as it should be; the message is a sentence."""


class Misfit(Exception):
    """What a line carries does not fit the map; the message is a sentence."""


def told(ref: Json) -> str:
    """What a line calls a record, for the user."""
    return f"“{json.dumps(ref, ensure_ascii=False)[:80]}”"


def is_carried(text: str) -> bool:
    return CARRIED in text and text.lstrip().startswith(CARRIED)


def spelled_entry(entry: Entry) -> str:
    """The line, without its end. Nothing in it opens or closes a comment."""
    text = json.dumps(entry.payload, ensure_ascii=False, allow_nan=False)
    return f"{CARRIED}{entry.kind} {text.replace('/*', _OPENING).replace('*/', _CLOSING)}"


def entry_in(text: str) -> Entry:
    """What a carried line says. Raises Unreadable."""
    kind, _, rest = text.strip().removeprefix(CARRIED).strip().partition(" ")
    if kind not in KINDS:
        raise Unreadable(f"A carried line says {', '.join(KINDS[:-1])} or {KINDS[-1]} after {CARRIED.strip()}.")
    try:
        payload = json.loads(rest[:_LONGEST])
    except (ValueError, RecursionError):
        raise Unreadable(f"After “{kind}” there should be one JSON object.") from None
    if not isinstance(payload, dict):
        raise Unreadable(f"After “{kind}” there should be one JSON object.")
    return Entry(kind, payload)


def dicts(value: Json) -> list[dict[str, Json]]:
    """The objects in a list, if it is one."""
    return [each for each in listed(value) if isinstance(each, dict)]


def listed(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []
