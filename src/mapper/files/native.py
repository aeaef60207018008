"""Maps in the program's own format, `.wardley` (docs/file-format.md)."""

from __future__ import annotations

import codecs
import gc
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pydantic import ValidationError
from pydantic_core import to_json

from mapper import atomic
from mapper.atomic import shown_name
from mapper.files.content import Content
from mapper.files.diagnosis import diagnosed, plain_json, unsound
from mapper.files.importer import Importer
from mapper.files.migrations import MIGRATIONS, Migration, migrated
from mapper.files.problem import FileProblem
from mapper.files.reading import LIMIT, read, too_large
from mapper.files.report import Opened
from mapper.files.stored import DuplicateId, Stored, document_of, stored
from mapper.model import Document, broken_references

SUFFIX = ".wardley"

_FORMAT_STATED = re.compile(rb'"format"\s*:\s*"wardley"')


def load(path: Path) -> Document:
    """The document in a file. Raises FileProblem."""
    return parse(read(path), shown_name(path))


def parse(data: bytes, name: str, migrations: Sequence[Migration] = MIGRATIONS) -> Document:
    """The document in a file's bytes; `name` is what messages call the file. Raises FileProblem."""
    if len(data) > LIMIT:
        raise too_large(name)
    try:
        with _collector_resting():
            document = document_of(_validated(data.removeprefix(codecs.BOM_UTF8), name, migrations))
            broken = next(broken_references(document), None)
    except DuplicateId as error:
        raise unsound(name, str(error)) from None
    if broken is not None:
        raise unsound(name, broken)
    return document


def dump(document: Document) -> bytes:
    """The document as a file's bytes: the same for equal documents, whatever program version writes them."""
    return stored(document).model_dump_json(indent=2, exclude_defaults=True).encode() + b"\n"


def save(document: Document, path: Path, is_wanted: Callable[[], bool] = lambda: True) -> None:
    """Write the document whole or not at all. Raises FileProblem, and then the file is as it was.

    Raises `atomic.Unwanted` if it is no longer wanted when all that is left is to put it in its place.
    """
    try:
        atomic.write(path, dump(document), is_wanted)
    except (OSError, ValueError) as error:
        sentence = f"“{shown_name(path)}” was not saved: {atomic.why(error)}. Save the map somewhere else."
        raise FileProblem(sentence) from error


def _validated(data: bytes, name: str, migrations: Sequence[Migration]) -> Stored:
    """The file's content, brought up to this version if it is of an earlier one."""
    try:
        return Stored.model_validate_json(data, strict=True)
    except ValidationError as error:
        raw = plain_json(data)
        current = migrated(raw, migrations)
        if current is raw:
            raise diagnosed(error, data, name) from None
    return _validated(to_json(current), name, ())


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Thousands of new records in a row, none of them garbage: collecting in between doubles the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _is_native(content: Content) -> bool:
    return content.name.lower().endswith(SUFFIX) or _FORMAT_STATED.search(content.data[:400]) is not None


NATIVE = Importer(
    "wardley",
    "Wardley map",
    (SUFFIX,),
    _is_native,
    lambda content, _: Opened(parse(content.data, content.name)),
)
