"""Names: how a text says them so that OnlineWardleyMaps reads them, and whom they mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import islice

from mapper.files.owm.spelling import quoted
from mapper.files.owm.words import LINK_ENDS_AT
from mapper.model import Id, clean_name

UNNAMED = "Unnamed"
_LOOK_ALIKES = (
    ("\\", "/"),
    ("[", "("),
    ("]", ")"),
    ("{", "("),
    ("}", ")"),
    ("->", "→"),
    ("+>", "+ >"),
    ("+<", "+ <"),
    ("+'", "+ '"),
    ("'>", "’>"),
    ("'<", "’<"),
    (";", ","),
    ("//", "/∕"),
    ("/*", "∕*"),
)
"""What OnlineWardleyMaps would take for something else, and what is written in its place."""
_IN_PARENTHESES = re.compile(r"\(([a-z]+)\)")
_IN_NAMES = re.compile(r"(evolve|label) ")
_UNSAFE = re.compile(r'[\\\[\]{};"]|->|\+[<>\']|\'[<>]|//|/\*|evolve|label|\(')


@lru_cache(maxsize=16384)
def said(name: str) -> str:
    """A name as a line of text can say it: nothing in it that OnlineWardleyMaps takes for something else.

    Where that is not the name itself, a carried line tells the name.
    """
    text = clean_name(name) or UNNAMED
    return _IN_NAMES.sub("\\1\u00a0", plain(text)) if _UNSAFE.search(text) else text


def plain(text: str) -> str:
    """One line of text without what OnlineWardleyMaps would take for something else."""
    for trap, instead in _LOOK_ALIKES:
        text = text.replace(trap, instead)
    return _IN_PARENTHESES.sub(_defused, text).replace("//", "/∕")


def _defused(found: re.Match[str]) -> str:
    return f"({found[1].capitalize()})" if found[1] in LINK_ENDS_AT else found[0]


def spelled_name(name: str) -> str:
    """A said name, in quotation marks if it begins with one."""
    return quoted(name) if name.startswith('"') else name


def spelled_end(name: str) -> str:
    """A said name as the end of a link: in quotation marks, too, where the line would seem to begin with a keyword."""
    return quoted(name) if name.startswith(('"', *LINK_ENDS_AT, "y-axis")) else name


def folded(name: str) -> str:
    """What names that OnlineWardleyMaps takes for the same have in common."""
    return " ".join(name.lower().split())


class Lookup:
    """Whom a name means: the first that is called so exactly, else the first that is but for case and blanks."""

    def __init__(self, names: Iterable[tuple[str, Id]] = ()) -> None:
        self._exact: dict[str, Id] = {}
        self._folded: dict[str, Id] = {}
        self._seen = 0
        for name, id in names:
            self.add(name, id)

    def add(self, name: str, id: Id) -> None:
        self._exact.setdefault(name, id)

    def find(self, name: str) -> Id | None:
        return self._exact.get(name) or self._nearly(name)

    def _nearly(self, name: str) -> Id | None:
        """Most names are said exactly: the others are looked for when one of them is asked for."""
        for exact, id in islice(self._exact.items(), self._seen, None):
            self._folded.setdefault(folded(exact), id)
        self._seen = len(self._exact)
        return self._folded.get(folded(name))
