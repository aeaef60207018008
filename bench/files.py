"""M: opening, saving and editing a large document."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import orjson

from bench.maps import hub, synthetic
from bench.measure import Row, in_turn, often
from mapper.editor.history import History
from mapper.edits import move
from mapper.files import native

SIZES = (5_000, 10_000)


def rows() -> Iterator[Row]:
    for size in SIZES:
        yield from _open_and_save(size)
    yield _edit(5_000)


def _open_and_save(size: int) -> Iterator[Row]:
    document = synthetic(size)
    data = native.dump(document)
    plain = orjson.loads(data)
    cost = in_turn(
        {
            "open": lambda: native.parse(data, "map.wardley"),
            "loads": lambda: orjson.loads(data),
            "save": lambda: native.dump(document),
            "dumps": lambda: orjson.dumps(plain, option=orjson.OPT_INDENT_2),
        }
    )
    yield Row("M1", f"open {size:,} components, validated", "orjson.loads", cost["open"], cost["loads"], 4)
    yield Row("M2", f"save {size:,} components, indented", "orjson.dumps", cost["save"], cost["dumps"], 10)


def _edit(size: int) -> Row:
    document = synthetic(size)
    history = History(document)
    one = [hub(document)]
    step = itertools.cycle((0.001, -0.001))

    def edit() -> None:
        history.push("Move", move(history.document, one, evolution=next(step), visibility=0.0))

    cost = in_turn({"edit": often(50, edit), "copy": often(50, lambda: dict(document.components))})
    return Row("M3", f"50 edits with their undo steps at {size:,}", "dict copies", cost["edit"], cost["copy"], 2)
