"""What every test stands on: no screen, and settings, caches and recent files of its own."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from hypothesis import settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Before any test imports Qt, which reads these once: no test may see or change what belongs to the user.
_HOME = tempfile.TemporaryDirectory(prefix="mapper-tests-")
for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
    folder = Path(_HOME.name) / name.lower()
    folder.mkdir()
    os.environ[name] = str(folder)
os.environ.pop("MAPPER_LIBRARY", None)

# A shared machine has slow moments, and what fails in one place must fail in every other: the same examples each time,
# of which more would find no more. Set EXPLORE to look further.
settings.register_profile("steady", deadline=None, max_examples=50, derandomize=True, print_blob=True)
settings.register_profile("explore", deadline=None, max_examples=500, print_blob=True)
settings.load_profile("explore" if "EXPLORE" in os.environ else "steady")
