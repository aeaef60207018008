"""Whether a window can open here at all, asked before Qt is: Qt itself would abort the process."""

from __future__ import annotations

import ctypes
import os
import sys

# What Qt's xcb plugin and its OpenGL need from the system, and Debian's packages that bring it.
_X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}


def why_no_window() -> str | None:
    """A sentence that says why no window can open on this machine and what to do, or None if one can."""
    if not sys.platform.startswith("linux"):
        return None
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    on_x11 = platform == "xcb" or (not platform and bool(os.environ.get("DISPLAY")))
    missing = _missing({**_LIBRARIES, **_X11_LIBRARIES} if on_x11 else _LIBRARIES)
    if missing:
        return (
            f"The window needs system libraries that are missing: type “apt-get install {' '.join(missing)}” as root."
        )
    if platform in ("", "xcb", "wayland") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return (
            "There is no screen here for a window to open on (neither DISPLAY nor WAYLAND_DISPLAY is set); "
            "“mapper export” and “mapper info” work without one."
        )
    if on_x11 and not _x11_answers():
        return f"The screen “{os.environ.get('DISPLAY', '')}” that DISPLAY names does not answer."
    return None


def _missing(libraries: dict[str, str]) -> list[str]:
    return sorted(package for library, package in libraries.items() if not _loads(library))


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _x11_answers() -> bool:
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not refused
