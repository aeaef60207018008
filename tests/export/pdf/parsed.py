"""Reads a pack back, as a reader would meet it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from functools import cached_property

import pikepdf
from pypdf import PdfReader

from mapper.export.exporter import ExportOptions
from mapper.export.pdf import PDF
from mapper.model import Document


class Pages(Sequence[str]):
    """The words of each page, blanks squeezed. Pages are read as they are asked for: that takes longer than making them."""

    def __init__(self, data: bytes) -> None:
        self._pages = PdfReader(io.BytesIO(data)).pages
        self._read: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._pages)

    def __getitem__(self, which: int | slice) -> str | list[str]:
        numbers = range(len(self))[which]
        return self._text(numbers) if isinstance(numbers, int) else [self._text(number) for number in numbers]

    def _text(self, number: int) -> str:
        if number not in self._read:
            self._read[number] = re.sub(r"\s+", " ", self._pages[number].extract_text())
        return self._read[number]


class Parsed:
    """A PDF file's pages, links, bookmarks, fonts and structure."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf = pikepdf.open(io.BytesIO(data))

    @classmethod
    def of(cls, document: Document, options: ExportOptions | None = None) -> Parsed:
        return cls(PDF.make(document, options or ExportOptions()))

    @cached_property
    def pages(self) -> Pages:
        return Pages(self.data)

    @property
    def text(self) -> str:
        return " ".join(self.pages)

    def pages_with(self, words: str) -> list[str]:
        return [page for page in self.pages if words in page]

    @cached_property
    def bookmarks(self) -> dict[str, int]:
        """The page that each bookmark leads to, from 0."""
        found: dict[str, int] = {}

        def collect(items: list[pikepdf.OutlineItem]) -> None:
            for item in items:
                found[item.title] = self._page_of(item.destination[0])
                collect(item.children)

        with self.pdf.open_outline() as outline:
            collect(outline.root)
        return found

    def links(self) -> Iterator[tuple[int, str, int]]:
        """Each link within the pack: its page, its words, and the page that it leads to."""
        for number, page in enumerate(self.pdf.pages):
            for annotation in page.obj.get("/Annots", []):
                if "/Dest" in annotation:
                    yield number, str(annotation.Contents), self._page_of(annotation.Dest[0])

    def fonts(self) -> dict[str, pikepdf.Object]:
        """The descriptor of each font that a page or form names."""
        found = {}
        for page in self.pdf.pages:
            for font in page.obj.Resources.Font.values():
                found[str(font.BaseFont)] = font.get("/FontDescriptor")
        return found

    def elements(self) -> Iterator[pikepdf.Object]:
        """Every element of the structure tree, in reading order."""
        yield from self._below(self.pdf.Root.StructTreeRoot.K[0])

    def tags(self) -> list[str]:
        return [str(element.S)[1:] for element in self.elements()]

    def _below(self, element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        yield element
        for kid in element.get("/K", []):
            if "/S" in kid:
                yield from self._below(kid)

    def _page_of(self, page: pikepdf.Object) -> int:
        return next(n for n, each in enumerate(self.pdf.pages) if each.obj.objgen == page.objgen)
