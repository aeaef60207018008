"""The text that a map was read from, kept so that it can be written again as its author wrote it."""

from __future__ import annotations

from typing import Literal

from mapper.model.values import Frozen, Id, Many

Encoding = Literal["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252"]


class SourceLine(Frozen):
    """One line as it stands, its line end included.

    `id` names the record that it speaks of, `also` the further ones where it speaks of several. `id` is empty for
    comments, for what was not understood, and for what speaks of the map as a whole. While a line that has been typed
    makes no sense, `good` is what it said last when it did.
    """

    text: str
    id: Id = Id("")
    also: Many[Id] = ()
    good: str = ""


class Source(Frozen):
    """A whole text in the language of OnlineWardleyMaps, which `files.owm` reads and writes."""

    encoding: Encoding = "utf-8"
    lines: Many[SourceLine] = ()

    @property
    def text(self) -> str:
        return "".join(line.text for line in self.lines)
