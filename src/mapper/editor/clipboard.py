"""What is copied from a map, and what becomes of what is pasted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from mapper.editor.session import Session
from mapper.editor.tools.base import settle
from mapper.edits.attitudes import far_corner
from mapper.edits.duplication import OFFSET
from mapper.edits.pasting import is_blank, loses_amounts, paste
from mapper.edits.restaging import keep_stages
from mapper.export.losses import told
from mapper.files.native import dump, parse
from mapper.files.owm import write
from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.files.snippets import NAME, Snippet, nothing_pasted, read_picture, read_snippet
from mapper.model import BLANK, Document, Look, Position, Service, Stages

_STEPS = 30
"""So often a copy looks for a place beside what lies there already, before it is put upon it."""
_CARRIED = "//@"
_STANDING = ("components", "notes", "accelerators", "attitudes")


@dataclass(frozen=True, slots=True)
class Clip:
    """What is on the clipboard, in each form that can be pasted: `own` in the program's own format, `pictures` that may
    carry a map, `text`, and `html` with the same text's tables."""

    own: bytes = b""
    pictures: tuple[bytes, ...] = ()
    text: str = ""
    html: str = ""


@dataclass(frozen=True, slots=True)
class _Found:
    """What a clip holds. Along an axis that it says places on, it stays where it says."""

    part: Document
    opened: Opened
    keeps_evolution: bool = False
    keeps_visibility: bool = False
    is_own: bool = False


def own_form(part: Document) -> bytes:
    """An excerpt as this program pastes it."""
    return dump(part)


def text_form(part: Document) -> str:
    """An excerpt as text that onlinewardleymaps.com reads: lines that can stand in the text of another map.

    It says what that language has words for, and nothing more: what is pasted into a message is seen by others at once,
    and they need not learn what contracts are worth. Settings of the map are there only if all of it is copied, as its
    title tells.
    """
    part = part.model_copy(update={"plans": BLANK.plans, "people": {}, "suppliers": {}, "service": Service()})
    if part.title == BLANK.title:
        part = part.model_copy(update={"stages": Stages(), "look": Look()})
    lines = write(part).splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(_CARRIED)).strip("\n") + "\n"


def paste_clip(session: Session, clip: Clip, at: Position | None, *, in_place: bool = False) -> str:
    """Paste a clip as one step and select what is new: about a place if one is given, else where it was, or beside that
    if something lies there; with `in_place`, exactly where it was. Answers with a sentence on what was pasted, or why
    nothing was: what is pasted may be anything."""
    settle(session)
    try:
        found = _found(clip)
    except FileProblem as problem:
        return problem.message
    part, notices = _fitted(found, session.document)
    right, up = (0.0, 0.0) if in_place else _shift(session.document, found, part, at)
    document, pasted = paste(session.document, part, evolution=right, visibility=up)
    if document is session.document:
        return "Nothing was pasted: nothing on the clipboard can stand on a map."
    before = session.document.contracts.keys()
    session.apply("Paste", lambda _: document)
    session.select(pasted or document.contracts.keys() - before)
    return " ".join([f"Pasted {sum_of(part)}.", *notices, *_not_understood(found.opened)])


def sum_of(part: Document) -> str:
    """“3 components and 2 links”."""
    remarks = len(part.notes), len(part.annotations)
    return told(
        (len(part.components), "component"),
        (len(part.links), "link"),
        (len(part.pipelines), "pipeline"),
        (remarks[0], "note"),
        (remarks[1], "annotation"),
        (len(part.accelerators), "accelerator"),
        (len(part.attitudes), "area"),
        (len(part.contracts), "contract"),
    )


def _found(clip: Clip) -> _Found:
    """What says most goes first. Raises FileProblem, whose sentence says that nothing was pasted."""
    if clip.own:
        try:
            part = parse(clip.own, NAME)
        except FileProblem as problem:
            raise nothing_pasted(problem) from problem
        return _Found(part, Opened(part), is_own=True)
    for picture in clip.pictures:
        if snippet := read_picture(picture):
            return _of(snippet)
    if clip.pictures and not clip.text.strip():
        raise FileProblem("Nothing was pasted: the picture that was copied carries no map.")
    return _of(read_snippet(clip.text, clip.html))


def _of(snippet: Snippet) -> _Found:
    opened = snippet.opened
    return _Found(opened.document, opened, snippet.says_evolution, snippet.says_visibility)


def _fitted(found: _Found, document: Document) -> tuple[Document, tuple[str, ...]]:
    """What is to be pasted as it fits into a map, and what there is to say about that."""
    part, notices = found.part, list[str]()
    if not is_blank(document) and part.stages.lines != document.stages.lines:
        part = keep_stages(part, document.stages)
        notices.append("Stages end elsewhere on this map: what was pasted kept its stage and moved.")
    if not loses_amounts(document, part):
        return part, tuple(notices)
    here, there = document.service.currency, part.service.currency
    if found.is_own or there != Service().currency:
        return part, (*notices, f"Amounts in {there} were left out: this map counts in {here}.")
    # Nobody said what they are in.
    part = part.model_copy(update={"service": part.service.but(currency=here)})
    return part, (*notices, f"Amounts were taken to be in {here}.")


def _not_understood(opened: Opened) -> Iterator[str]:
    """What was read otherwise than it stands there: in full where it is little, else the first of it."""
    yield from opened.notices
    if opened.problems:
        more = len(opened.problems) - 1
        first = opened.problems[0]
        where = "" if first.line is None else f"{'Row' if opened.in_rows else 'Line'} {first.line}: "
        yield f"{where}{first.reason}" + (f" And {more:,} more like this." if more else "")


def _shift(document: Document, found: _Found, part: Document, at: Position | None) -> tuple[float, float]:
    """How far to shift what is pasted so that it comes to stand about a place, on the map, and not upon its like."""
    places = list(_places(part))
    if not places:
        return 0.0, 0.0
    corners = [(each.evolution, each.visibility) for each in map(far_corner, part.attitudes.values())]
    axes = [sorted(axis) for axis in zip(*places, *corners, strict=True)]
    wanted = [0.0 if at is None else to - (axis[0] + axis[-1]) / 2 for axis, to in zip(axes, _pair(at), strict=True)]
    keeps = (found.keeps_evolution, found.keeps_visibility)
    there = {_spot(*at) for at in _places(document)}
    shift = (0.0, 0.0)
    for step in chain(range(_STEPS), range(-1, -_STEPS, -1)):
        tried = (wanted[0] + step * OFFSET, wanted[1] - step * OFFSET)
        shift = (
            0.0 if keeps[0] else _within(axes[0], tried[0]),
            0.0 if keeps[1] else _within(axes[1], tried[1]),
        )
        if not any(_spot(right + shift[0], up + shift[1]) in there for right, up in places):
            break
    return shift


def _pair(at: Position | None) -> tuple[float, float]:
    return (0.0, 0.0) if at is None else (at.evolution, at.visibility)


def _within(axis: Sequence[float], shift: float) -> float:
    """The shift, shortened so that no place leaves the map."""
    return max(-axis[0], min(1 - axis[-1], shift))


def _spot(evolution: float, visibility: float) -> tuple[int, int]:
    """Places that look the same are one spot."""
    return round(evolution * 400), round(visibility * 400)


def _places(document: Document) -> Iterator[tuple[float, float]]:
    """Where things stand on a map; the members of pipelines and what is shown several times included."""
    for table in _STANDING:
        yield from ((each.evolution, each.visibility) for each in getattr(document, table).values())
    for annotation in document.annotations.values():
        yield from ((at.evolution, at.visibility) for at in annotation.positions)
