"""What a diagram says of the map as a whole: its title, its size, its stages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from mapper.files.diary import Diary
from mapper.files.mermaid import said
from mapper.files.mermaid.blocks import Diagram
from mapper.model import BLANK, About, Document, Look, Stages, clean_name

_SETTING = re.compile(r"\s*(title|width|height)\s*:(.*)")
_QUOTED = re.compile(r"(['\"])(.*)\1")
_LARGEST = 100_000


def stages_of(evolutions: Iterable[said.Evolution], diary: Diary) -> tuple[Stages, bool]:
    """The stages of the last statement that has four, and whether it says where they end.

    Where it does not, their lines are ours. What does not fit is reported.
    """
    stages, has_ends = Stages(), False
    for evolution in evolutions:
        if len(evolution.names) != 4:
            reason = f"This map has {len(evolution.names)} stages; here there are always four."
            diary.note(evolution.statement, reason, "The usual stages were kept.")
            continue
        stages, has_ends = Stages(names=tuple(map(clean_name, evolution.names))), False
        lines = tuple(end for end in evolution.ends[:3] if end is not None)
        if len(lines) < 3 or evolution.ends[3] is None:
            if lines:
                diary.note(evolution.statement, "Not every stage says where it ends.", "They were read as quarters.")
        elif 0 < lines[0] < lines[1] < lines[2] < 1:
            stages, has_ends = stages.but(lines=lines), True
        else:
            diary.note(evolution.statement, "The stages do not end one after the other.", "They were read as quarters.")
    return stages, has_ends


def heading(diagram: Diagram, whole: Sequence[said.Said]) -> Document:
    """A document with nothing on it, but with title and size. A title in the map rules one before it, as in Mermaid."""
    settings = {found[1]: _unquoted(found[2]) for line in diagram.settings if (found := _SETTING.match(line))}
    titles = [clean_name(one.text) for one in whole if isinstance(one, said.Title)]
    titles.append(clean_name(settings.get("title", "")))
    summary = next((clean_name(one.text) for one in whole if isinstance(one, said.Description)), "")
    sizes = [(one.width, one.height) for one in whole if isinstance(one, said.Size)]
    width, height = sizes[-1] if sizes else (_pixels(settings.get("width")), _pixels(settings.get("height")))
    return BLANK.but(
        title=next(filter(None, titles), BLANK.title),
        about=About(summary=summary),
        look=Look(width=_within(width), height=_within(height)),
    )


def _unquoted(text: str) -> str:
    plain = text.strip()
    quoted = _QUOTED.fullmatch(plain)
    return quoted[2] if quoted else plain


def _pixels(text: str | None) -> int:
    return int(text) if text and re.fullmatch("[0-9]{1,6}", text) else 0


def _within(pixels: int) -> int | None:
    return min(pixels, _LARGEST) or None
