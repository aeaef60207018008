"""Files that hold maps in the language of OnlineWardleyMaps."""

from __future__ import annotations

import re
from dataclasses import replace

from mapper.files.content import Content
from mapper.files.importer import Answers, Importer
from mapper.files.owm.reading import Reading, read
from mapper.files.owm.statement import Part, Role, words
from mapper.files.owm.walking import lines_in, walk
from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.model import BLANK
from mapper.model.source import Encoding

TITLE = "OnlineWardleyMaps text"
_LANGUAGES = frozenset(("wardley", "owm", "wardley-map", "wardleymap", "wardleymaps", "wmap", "onlinewardleymaps"))
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a]")
_LOOKS_LIKE_MAP = re.compile(r"^[ \t]*(?:component|anchor)[ \t][^\[\n]*\[[ \t]*[\d.]+[ \t]*,", re.MULTILINE)


def names_language(word: str) -> bool:
    """Whether a block of code that names this language holds such text."""
    return word in _LANGUAGES


def looks_like_map(text: str) -> bool:
    return _LOOKS_LIKE_MAP.search(text) is not None


def title_of(text: str) -> str:
    """What a map is called, for choosing it: its title, or what stands on it first."""
    said = [statement for sight in walk(lines_in(text), is_at_hand=False).sights for statement in sight.line.statements]
    names = {one.role: words(one.facts, Part.NAME) or words(one.facts, Part.TEXT) for one in reversed(said)}
    for role in (Role.TITLE, Role.COMPONENT):
        if names.get(role):
            return names[role][:80]
    return "Untitled map"


def opened(text: str, encoding: Encoding, first: int = 1) -> Opened:
    """The map that a text from line `first` of a file on describes. Never raises."""
    return _told(read(text, encoding=encoding), first)


def _open(content: Content, _: Answers) -> Opened:
    """The map in a file. Raises FileProblem if there is none."""
    reading = read(content.text, encoding=content.encoding)
    _expect_map(reading, content)
    return _told(reading)


def _told(reading: Reading, first: int = 1) -> Opened:
    problems = tuple(replace(each, line=each.line and each.line + first - 1) for each in reading.problems)
    return Opened(reading.document, TITLE, problems, unresolved_links=reading.unresolved_links, first=first)


def _expect_map(reading: Reading, content: Content) -> None:
    """Raises FileProblem for a text of which nothing but links to nowhere makes sense."""
    if not content.text.strip():
        raise FileProblem(f"“{content.name}” is empty: there is no map in it.")
    faulty = {problem.line for problem in reading.problems}
    is_nothing = reading.document.but(source=None) == BLANK and len(faulty) > reading.unresolved_links
    if is_nothing or _BINARY.search(content.text[:4096]):
        raise FileProblem(
            f"“{content.name}” holds no map: a map has lines such as “component Tea [0.50, 0.60]”. Choose another file."
        )


def _anything(_: Content) -> bool:
    """Whatever no stricter format claims."""
    return True


OWM = Importer("owm", TITLE, (".owm", ".wm", ".wmap", ".txt"), _anything, _open)
