"""A file's bytes and the text that they spell."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from pydantic_core import from_json

from mapper.files.problem import FileProblem
from mapper.model.source import Encoding

_MARKS: tuple[tuple[bytes, Encoding], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True)
class Content:
    """What a file holds; `name` is what messages call the file."""

    data: bytes
    name: str

    @cached_property
    def encoding(self) -> Encoding:
        """How its text is written: as its byte order mark says, else UTF-8, else what Windows programs wrote."""
        for mark, encoding in _MARKS:
            if self.data.startswith(mark):
                return encoding
        try:
            self.data.decode("utf-8")
        except UnicodeDecodeError:
            return "cp1252"
        return "utf-8"

    @cached_property
    def text(self) -> str:
        """Its text, line ends as they are and without a byte order mark. Raises FileProblem."""
        try:
            return self.data.decode(self.encoding).removeprefix("\ufeff")
        except UnicodeDecodeError:
            raise FileProblem(f"“{self.name}” is not text that this program can read: save it as UTF-8.") from None

    @property
    def legible(self) -> str:
        """Its text, or nothing if it is no text: what a format is recognised by."""
        try:
            return self.text
        except FileProblem:
            return ""

    @cached_property
    def json(self) -> Mapping[str, object]:
        """The JSON object that it spells; empty if it spells none, or one that is nested hundreds of levels deep."""
        try:
            found = from_json(self.text) if self.text.lstrip().startswith("{") else {}
        except (FileProblem, ValueError):
            return {}
        return found if isinstance(found, Mapping) else {}


def encoded(text: str, encoding: Encoding) -> bytes:
    """The bytes that spell a text, with its byte order mark; in UTF-8 if the encoding lacks a letter of it."""
    mark = codecs.BOM_UTF16_LE if encoding == "utf-16-le" else codecs.BOM_UTF16_BE if encoding == "utf-16-be" else b""
    try:
        return mark + text.encode(encoding)
    except UnicodeEncodeError:
        return text.encode()
