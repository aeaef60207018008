"""Where the files that come with the program are: beside the sources in a checkout, in the package when installed."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent
_INSTALLED = _HERE / "_data"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _HERE.parent.parent

RESOURCES = _ROOT / "resources"
SAMPLES = _ROOT / "samples"
TEMPLATES = SAMPLES / "templates"
