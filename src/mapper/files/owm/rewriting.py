"""Lines written anew, whole or in part."""

from __future__ import annotations

from collections.abc import Collection

from mapper.files.owm.parts import ORDER, UNSPACED, WORD, Facts, spelled
from mapper.files.owm.statement import Mark, Part, Role, Statement, words
from mapper.files.owm.words import MARK_WORDS

Edit = tuple[int, int, str]
_AFTER_PLACE = frozenset((Part.NUMBER, Part.LABEL, Part.MARKS, Part.REF))


def line_of(role: Role, facts: Facts) -> str:
    """A whole line, without its end."""
    line = WORD.get(role, "")
    for part in ORDER[role]:
        if part not in facts and part is not Part.FLOW:
            continue
        if part is Part.MARKS:
            line += f" {spelled_marks(words(facts, part).split(','))}"
        elif text := "->" if part not in facts else spelled(role, part, facts):
            line += text if part in UNSPACED or not line else f" {text}"
    return line


def spelled_marks(marks: Collection[str]) -> str:
    """In parentheses but for inertia, after them: OnlineWardleyMaps looks into the first parentheses only."""
    listed = [mark for mark in marks if mark != "inertia"]
    group = [f"({', '.join(listed)})"] if listed else []
    return " ".join([*group, *(["inertia"] if "inertia" in marks else [])])


def rewritten(text: str, statement: Statement, facts: Facts, wrong: Collection[Part]) -> str:
    """A line in which the parts that are wrong say what they should, and all else stands as it stood."""
    edits: list[Edit] = []
    for part in [*wrong, *_place_before(statement, facts, wrong)]:
        if part is Part.MARKS:
            edits += _marked(text, statement, words(facts, part))
        else:
            edits.append(_edit(text, statement, facts, part))
    for start, end, new in sorted(edits, key=lambda edit: (edit[0], edit[1]), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _place_before(statement: Statement, facts: Facts, wrong: Collection[Part]) -> list[Part]:
    """The place of a component where something is to follow it and it is missing or broken.

    What follows would be part of the name without, or would be taken for the place.
    """
    place = Part.EVOLUTION if statement.role is Role.MEMBER else Part.PLACE
    if place not in facts or place in wrong or _AFTER_PLACE.isdisjoint({*wrong} & facts.keys()):
        return []
    span = statement.spans.get(place)
    is_sound = span is not None and not any(fault.broken and fault.start == span[0] for fault in statement.faults)
    return [] if is_sound else [place]


def _edit(text: str, statement: Statement, facts: Facts, part: Part) -> Edit:
    role, span = statement.role, statement.spans.get(part)
    if part not in facts and part is not Part.FLOW:
        start, end = span or (statement.end, statement.end)
        return (start - 1 if start and text[start - 1] == " " else start, end, "")
    new = "->" if part not in facts else spelled(role, part, facts)
    if span is not None:
        return (*span, _lead(text, span) + new)
    at = _after(statement, part)
    return (at, at, new if part in UNSPACED else f" {new}")


def _lead(text: str, span: tuple[int, int]) -> str:
    """A blank where an empty part stands close to the word before it."""
    start, end = span
    return " " if start == end and start and not text[start - 1].isspace() else ""


def _after(statement: Statement, part: Part) -> int:
    """Where a part goes in that the line lacks: after the last part there is that comes before it."""
    order = ORDER[statement.role]
    spans = [statement.spans[each][1] for each in order[: order.index(part)] if each in statement.spans]
    spans += [mark.end for mark in statement.marks] if part is Part.REF else []
    return max(spans, default=statement.end)


def _marked(text: str, statement: Statement, marks: str) -> list[Edit]:
    """Edits after which a line has these marks and no others that exclude them."""
    wanted = [mark for mark in marks.split(",") if mark]
    edits: list[Edit] = []
    left = list(wanted)
    target: Mark | None = None
    for mark in statement.marks:
        kept = [word for word in mark.words if word in left or word not in MARK_WORDS]
        left = [word for word in left if word not in kept]
        target = target or (mark if not mark.bare and kept and "inertia" not in kept else None)
        if kept != list(mark.words):
            edits.append(_narrowed(text, mark, kept))
    if target is not None and (more := [word for word in left if word != "inertia"]):
        kept = [word for word in target.words if word in wanted or word not in MARK_WORDS]
        edits = [edit for edit in edits if edit[0] != target.start]
        edits.append((target.start, target.end, f"({', '.join([*kept, *more])})"))
        left = [word for word in left if word == "inertia"]
    if left:
        edits.append(_added(statement, left))
    return edits


def _narrowed(text: str, mark: Mark, kept: list[str]) -> Edit:
    if kept:
        return (mark.start, mark.end, f"({', '.join(kept)})")
    start = mark.start
    return (start - 1 if text[start - 1] == " " else start, mark.end, "")


def _added(statement: Statement, marks: list[str]) -> Edit:
    """Before what marks there are: OnlineWardleyMaps looks into the first parentheses only."""
    order = ORDER[statement.role]
    spans = [statement.spans[part][1] for part in order if part in statement.spans and part is not Part.REF]
    at = max(spans, default=statement.end)
    if marks == ["inertia"] and statement.marks:
        at = statement.marks[-1].end
    return (at, at, f" {spelled_marks(marks)}")
