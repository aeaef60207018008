"""Writing a file whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_ENDING = ".part"
_LONG_AGO = 24 * 60 * 60
"""Seconds after which nobody can still be writing: a shared folder's clock may be hours away from ours."""

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is full",
    errno.EFBIG: "it is larger than this disk takes",
    errno.EROFS: "the disk is read-only",
    errno.EACCES: "you are not allowed to write there",
    errno.EPERM: "you are not allowed to write there",
    errno.ENOENT: "the folder is no longer there",
    errno.ENOTDIR: "the folder is no longer there",
    errno.EISDIR: "there is a folder of that name",
    errno.ENAMETOOLONG: "the name is too long",
}


class Unwanted(Exception):
    """While the file was being written, it was said that nobody wants it any more."""


def write(path: Path, data: bytes, is_wanted: Callable[[], bool] = lambda: True) -> None:
    """Put `data` at `path`: written beside it, flushed to the disk, then moved over it in one step.

    The permissions of a file that was there are kept, and its owner and group as far as the system allows. A link is
    followed, so that what it points to is replaced; a folder, a device or a pipe is never replaced. `is_wanted` is
    asked last of all: a disk may take minutes to answer, and what was given up must not come back over what is newer.
    Raises OSError or Unwanted, and then `path` is as it was and nothing is left beside it.
    """
    target = Path(os.path.realpath(path))
    before = _status_of_file(target) if target.exists() else None
    handle, beside = tempfile.mkstemp(prefix=_beginning(target), suffix=_ENDING, dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _take_after(before, beside)
        if not is_wanted():
            raise Unwanted(str(path))
        os.replace(beside, target)
    except BaseException:
        with contextlib.suppress(FileNotFoundError):
            os.unlink(beside)
        raise
    _flush_folder(target.parent)
    _clear_away(target)


def why(error: OSError | ValueError) -> str:
    """Why a file could not be written, as the end of a sentence."""
    if isinstance(error, ValueError):
        return "it has no usable name"
    return _REASONS.get(error.errno or 0) or error.strerror or "the system gave no reason"


def shown_name(path: Path) -> str:
    """What to call a file in a sentence: its last part, on one line, fit to print on any terminal."""
    return printable(path.name or str(path))


def printable(text: str) -> str:
    """A stranger's text on one line, without what could command a terminal."""
    return "".join(letter if letter.isprintable() else "�" for letter in text)


def _status_of_file(path: Path) -> os.stat_result:
    """What is known about a file that may be replaced. Raises OSError for what may not."""
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.EINVAL, "it is a device or a pipe, not a file", str(path))
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "the file is read-only", str(path))
    return status


def _take_after(before: os.stat_result | None, path: str) -> None:
    """Give a new file the permissions, group and owner of the one whose place it takes."""
    if before is None:
        os.chmod(path, _new_file_mode())
        return
    if hasattr(os, "chown"):
        # One by one: many may give a file to a group of theirs, only root to another user.
        for owner, group in ((-1, before.st_gid), (before.st_uid, -1)):
            with contextlib.suppress(OSError):
                os.chown(path, owner, group)
    os.chmod(path, stat.S_IMODE(before.st_mode))


def _new_file_mode() -> int:
    """What the system gives a new file: mkstemp is stricter, and a team's shared folder would be shut out."""
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask


def _clear_away(target: Path) -> None:
    """Remove what programs that were killed while they wrote this file have left beside it."""
    long_ago = time.time() - _LONG_AGO
    with contextlib.suppress(OSError), os.scandir(target.parent) as files:
        for file in files:
            is_ours = file.name.startswith(_beginning(target)) and file.name.endswith(_ENDING)
            if is_ours and file.stat(follow_symlinks=False).st_mtime < long_ago:
                os.unlink(file.path)


def _beginning(target: Path) -> str:
    """How the name begins under which a file is written. Short, and whole letters: systems count bytes."""
    return f".{target.name.encode(errors='surrogateescape')[:80].decode(errors='ignore')}."


def _flush_folder(folder: Path) -> None:
    """Make the move itself survive a power cut, where the system lets a folder be flushed."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
