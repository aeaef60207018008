"""Files that hold maps in the language of OnlineWardleyMaps: text, or Markdown with such text in fenced blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mapper.files.content import Content
from mapper.files.fences import Block, blocks
from mapper.files.importer import Answers, Importer, Question
from mapper.files.owm.reading import Reading, read
from mapper.files.owm.statement import Part, Role, words
from mapper.files.owm.walking import lines_in, walk
from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.model import BLANK
from mapper.procurement.words import counted

BLOCK = "block"
TITLE = "OnlineWardleyMaps text"
_LANGUAGES = frozenset(("wardley", "owm", "wardley-map", "wardleymap", "wardleymaps", "wmap", "onlinewardleymaps"))
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1a]")
_LOOKS_LIKE_MAP = re.compile(r"^[ \t]*(?:component|anchor)[ \t][^\[\n]*\[[ \t]*[\d.]+[ \t]*,", re.MULTILINE)
_MOST = 100
"""So many maps of one file are offered to choose from."""


def _maps(content: Content) -> tuple[Block, ...]:
    """The maps in a file's fenced blocks: those that say so, else those that look like it."""
    found = blocks(content.text)
    return tuple(block for block in found if block.language in _LANGUAGES) or tuple(
        block for block in found if not block.language and _LOOKS_LIKE_MAP.search(block.text)
    )


def _questions(content: Content) -> tuple[Question, ...]:
    found = _maps(content)[:_MOST]
    if len(found) < 2:
        return ()
    choices = tuple(
        (str(number), f"{number}. {_title(block.text)}, line {block.first}") for number, block in enumerate(found, 1)
    )
    return (Question(BLOCK, f"“{content.name}” holds {len(found)} maps. Which one?", choices, "1"),)


def _title(text: str) -> str:
    """What a map is called, for choosing it: its title, or what stands on it first."""
    said = [statement for sight in walk(lines_in(text), is_at_hand=False).sights for statement in sight.line.statements]
    names = {one.role: words(one.facts, Part.NAME) or words(one.facts, Part.TEXT) for one in reversed(said)}
    for role in (Role.TITLE, Role.COMPONENT):
        if names.get(role):
            return names[role][:80]
    return "Untitled map"


def _open(content: Content, answers: Answers) -> Opened:
    """The map in a file, or the one of its blocks that the user chose. Raises FileProblem if there is none."""
    found = _maps(content)
    if not found:
        whole = read(content.text, encoding=content.encoding)
        _expect_map(whole, content)
        return _told(whole)
    block = _chosen(found, answers)
    reading = read(block.text, encoding=content.encoding)
    problems = tuple(replace(each, line=each.line and each.line + block.first - 1) for each in reading.problems)
    others = counted(len(found) - 1, "other map")
    notices = (f"The file holds {others}: open it again to choose another.",) if len(found) > 1 else ()
    return replace(_told(reading), problems=problems, notices=notices)


def _told(reading: Reading) -> Opened:
    return Opened(reading.document, TITLE, reading.problems, unresolved_links=reading.unresolved_links)


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


def _chosen(found: Sequence[Block], answers: Answers) -> Block:
    answer = answers.get(BLOCK, "1")
    number = int(answer) if answer.isascii() and answer.isdigit() and len(answer) < 6 else 1
    return found[min(max(number, 1), len(found)) - 1]


def _anything(_: Content) -> bool:
    """Whatever no stricter format claims."""
    return True


OWM = Importer("owm", TITLE, (".owm", ".wm", ".wmap", ".md", ".txt"), _anything, _open, _questions)
