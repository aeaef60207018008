"""The editor as a program with a window."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from mapper.ui.display import why_no_window

REFUSED = 2
LAST_MOMENT = 0.5
"""Seconds that a closed window leaves to what is still worked on: a share that has gone away would take for ever."""


def run(paths: Sequence[Path]) -> int:
    """Open the editor with these maps and stay until its window is closed. Answers with the exit status.

    Where no window can open it says why on stderr and answers 2. Qt is imported only once that is known: it would
    abort the process, or fail to load at all.
    """
    refusal = why_no_window()
    if refusal:
        print(f"mapper: {refusal}", file=sys.stderr)
        return REFUSED
    # Everything made until the window is shown stays; looking for garbage in it costs a sixth of the start. After
    # that the sweeper looks.
    gc.disable()
    # Looking for plug-ins of pydantic, which nobody uses here, reads what is installed and loads an email parser.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    from mapper.ui.application import application, show
    from mapper.ui.clipboard import leave_behind
    from mapper.ui.rescue import Rescue
    from mapper.ui.sweeper import Sweeper
    from mapper.ui.task import all_rest

    program = application()
    window = show(paths)
    gc.freeze()
    Sweeper(program)
    sys.excepthook = Rescue(window.windows).take
    # Ctrl+C in the terminal ends the program, though Qt's loop never hands control back to Python.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    program.aboutToQuit.connect(leave_behind)
    status = program.exec()
    window.settings.flush()
    if not all_rest(LAST_MOMENT):
        os._exit(status)
    del window
    return int(status)
