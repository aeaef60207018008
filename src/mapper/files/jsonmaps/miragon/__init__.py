"""Miragon's maps: JSON with `config`, `elements` and `edges`."""

from __future__ import annotations

from mapper.files.content import Content
from mapper.files.importer import Importer
from mapper.files.jsonmaps.miragon.reading import FORMAT, read


def _is_miragon(content: Content) -> bool:
    raw = content.json
    elements = raw.get("elements")
    if not isinstance(elements, list):
        return False
    is_typed = any(isinstance(each, dict) and "elementType" in each for each in elements[:20])
    return is_typed or (isinstance(raw.get("config"), dict) and isinstance(raw.get("edges"), list))


MIRAGON = Importer("miragon", FORMAT, (".json",), _is_miragon, lambda content, _: read(content))
