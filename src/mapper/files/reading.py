"""Reading a file's bytes without trusting that it is one, or that it is small."""

from __future__ import annotations

import codecs
import stat
from pathlib import Path
from typing import BinaryIO

from mapper.atomic import shown_name
from mapper.files.problem import FileProblem
from mapper.files.strangers import binary_kind

LIMIT = 100 * 1024 * 1024
"""A map of 100,000 components takes some 30 MB; what is larger was not meant for us and would only fill the memory."""

_BEGINNING = 4096
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_HAVE_ZEROS = (b"\x89PNG\r\n\x1a\n", b"%PDF-", *_WORKBOOKS, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
"""How files begin that have zero bytes by right: pictures, packs and workbooks, and text of two bytes a letter."""


def read(path: Path) -> bytes:
    """All of a regular file of at most LIMIT bytes. Raises FileProblem; never waits for a pipe or a device."""
    name = shown_name(path)
    try:
        _expect_regular_file(path, name)
        with path.open("rb") as file:
            data = _content_of(file, name)
    except FileNotFoundError:
        raise FileProblem(f"“{name}” is not there: it may have been moved, renamed or deleted.") from None
    except PermissionError:
        raise FileProblem(f"You are not allowed to read “{name}”: ask its owner for permission.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise FileProblem(f"“{name}” could not be read ({reason or 'it has no usable name'}).") from error
    if len(data) > LIMIT:
        raise too_large(name)
    return data


def too_large(name: str) -> FileProblem:
    return FileProblem(f"“{name}” is larger than {LIMIT // 2**20} MB, so it is not a map that this program can open.")


def _content_of(file: BinaryIO, name: str) -> bytes:
    """The rest of a file, read only if it begins like one that can hold a map."""
    beginning = file.read(_BEGINNING)
    has_zeros = beginning.startswith(_HAVE_ZEROS)
    if not has_zeros and b"\0" in beginning:
        raise _no_text(name, beginning)
    data = beginning + file.read(LIMIT + 1 - len(beginning))
    if not has_zeros and b"\0" in data:
        raise _no_text(name, beginning)
    return data


def _no_text(name: str, beginning: bytes) -> FileProblem:
    kind = binary_kind(beginning)
    return kind.refusal(name) if kind else FileProblem(f"“{name}” is not a map: it is not even text.")


def _expect_regular_file(path: Path, name: str) -> None:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise FileProblem(f"“{name}” is a folder: choose a file in it.")
    if not stat.S_ISREG(status.st_mode):
        raise FileProblem(f"“{name}” is a device or a pipe: choose a file.")
    if status.st_size > LIMIT:
        raise too_large(name)
