"""S: how much work a window takes until it shows a map, and what it has loaded by then."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.maps import synthetic
from bench.measure import Row, processes_in_turn
from mapper.files import native

SIZE = 30
HEAVY = {"numpy", "networkx", "reportlab", "PIL", "openpyxl", "contourpy", "pikepdf"}

FLOOR = """
import os
import PySide6.QtWidgets
os._exit(0)
"""

WINDOW = """
import os, sys
from pathlib import Path
from mapper.ui import app
from mapper.ui.canvas.canvas import Canvas
from mapper.ui.canvas.follower import Follower

Follower.painted = lambda _: None  # a thread would start here on what may follow the first paint
paint = Canvas.paintEvent

def first_paint(canvas, event):
    paint(canvas, event)
    print(*sys.modules, flush=True)
    os._exit(0)

Canvas.paintEvent = first_paint
app.run([Path({path!r})])
os._exit(1)
"""


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CONFIG_HOME"] = folder  # a user's settings must neither weigh in nor change
        path = Path(folder) / "map.wardley"
        native.save(synthetic(SIZE), path)
        window = WINDOW.format(path=str(path))
        cost = processes_in_turn({"window": window, "floor": FLOOR})
        what = f"window with a map of {SIZE}, until its first paint"
        yield Row("S1", what, "importing PySide6.QtWidgets", cost["window"], cost["floor"], 1.9)
        done = subprocess.run([sys.executable, "-c", window], check=True, capture_output=True, text=True)
    loaded = HEAVY & set(done.stdout.split())
    measure = f"heavy libraries loaded by then: {', '.join(sorted(loaded)) or 'none'}"
    yield Row("S2", measure, "none", len(loaded), 0, 0)
