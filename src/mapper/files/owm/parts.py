"""How each part of a statement is written, and whether a line says it already."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mapper.files.owm.names import plain, said, spelled_end, spelled_name
from mapper.files.owm.spelling import bracket, fraction, pixels, quoted
from mapper.files.owm.statement import Part, Role, Value, numbers, words
from mapper.model import clean_name

ORDER = {
    Role.COMPONENT: (Part.KEYWORD, Part.NAME, Part.PLACE, Part.NUMBER, Part.LABEL, Part.MARKS, Part.REF),
    Role.MEMBER: (Part.KEYWORD, Part.NAME, Part.EVOLUTION, Part.LABEL, Part.MARKS),
    Role.EVOLVE: (Part.NAME, Part.NEW_NAME, Part.NUMBER, Part.LABEL, Part.MARKS),
    Role.METHOD: (Part.KEYWORD, Part.NAME),
    Role.ADDRESS: (Part.NAME, Part.TEXT),
    Role.PIPELINE: (Part.NAME, Part.PLACE),
    Role.LINK: (Part.SOURCE, Part.FLOW, Part.TARGET, Part.CONTEXT),
    Role.NOTE: (Part.TEXT, Part.PLACE),
    Role.ANNOTATION: (Part.NUMBER, Part.PLACES, Part.TEXT),
    Role.ACCELERATOR: (Part.KEYWORD, Part.NAME, Part.PLACE),
    Role.ATTITUDE: (Part.KEYWORD, Part.CORNERS),
    Role.TITLE: (Part.TEXT,),
    Role.STYLE: (Part.TEXT,),
    Role.SIZE: (Part.PLACE,),
    Role.EVOLUTION: (Part.TEXT,),
    Role.HIDE_EVOLUTION: (),
    Role.HIDE_VALUE_CHAIN: (),
    Role.Y_AXIS: (Part.TEXT,),
    Role.ANNOTATIONS_AT: (Part.PLACE,),
}
"""The parts of a line in the order in which we write them."""
WORD = {
    Role.EVOLVE: "evolve",
    Role.ADDRESS: "url",
    Role.PIPELINE: "pipeline",
    Role.NOTE: "note",
    Role.ANNOTATION: "annotation",
    Role.TITLE: "title",
    Role.STYLE: "style",
    Role.SIZE: "size",
    Role.EVOLUTION: "evolution",
    Role.HIDE_EVOLUTION: "evolution --hide",
    Role.HIDE_VALUE_CHAIN: "valuechain --hide",
    Role.Y_AXIS: "y-axis",
    Role.ANNOTATIONS_AT: "annotations",
}
"""What a line begins with where that never changes."""
_NAMES = frozenset((Part.NAME, Part.NEW_NAME, Part.SOURCE, Part.TARGET))
_EXACT = frozenset((Part.KEYWORD, Part.FLOW, Part.REF, Part.MARKS))
UNSPACED = frozenset((Part.NEW_NAME, Part.FLOW, Part.TARGET, Part.CONTEXT))
_CLOSE_ENOUGH = 0.06
"""Pixels: less than a label's place can be off by having been rounded."""

_SPELLED: dict[Part, Callable[[str], str]] = {
    Part.NAME: spelled_name,
    Part.NEW_NAME: lambda name: f"->{spelled_name(name)}",
    Part.SOURCE: spelled_end,
    Part.TARGET: spelled_name,
    Part.CONTEXT: lambda text: f"; {text}",
    Part.REF: lambda ref: f"url({ref})",
}

Facts = Mapping[Part, Value]


def spelled(role: Role, part: Part, facts: Facts) -> str:
    """One part of a line, as OnlineWardleyMaps reads it."""
    value = facts[part]
    if isinstance(value, tuple):
        return _spelled_numbers(role, part, value)
    if part is Part.NAME and role is Role.EVOLVE:
        return _spelled_evolving(facts)
    text = safe(role, part, value)
    if role is Role.NOTE and (text.startswith('"') or "\n" in text):
        return quoted(text)
    if role is Role.ADDRESS and part is Part.TEXT:
        return f"[{text}]"
    return _SPELLED[part](text) if part in _SPELLED else text


def _spelled_numbers(role: Role, part: Part, values: tuple[float, ...]) -> str:
    if part is Part.LABEL:
        return f"label [{', '.join(map(pixels, values))}]"
    if role is Role.SIZE:
        return f"[{', '.join(str(round(value)) for value in values)}]"
    if part is Part.NUMBER:
        number = str(round(values[0])) if role is Role.ANNOTATION else fraction(values[0])
        return f"evolve {number}" if role is Role.COMPONENT else number
    if part is Part.PLACES and len(values) != 2:
        places = [bracket(pair) for pair in zip(values[::2], values[1::2], strict=True)]
        return f"[{', '.join(places)}]" if places else ""
    return bracket(values)


def _spelled_evolving(facts: Facts) -> str:
    """The name before `->` or a number. OnlineWardleyMaps cuts a name where the number comes in it, unless quoted."""
    name = said(words(facts, Part.NAME))
    number = f"{round(numbers(facts, Part.NUMBER)[0], 4):g}"
    if number not in name + said(words(facts, Part.NEW_NAME)):
        return spelled_name(name)
    if Part.LABEL in facts and Part.NEW_NAME not in facts:
        return f"{quoted(name)}->{quoted(name)}"
    return quoted(name)


def safe(role: Role, part: Part, text: str) -> str:
    """A text as its line will be understood: what `said` and `plain` leave of it."""
    if part in _EXACT or role in {Role.ADDRESS, Role.STYLE}:
        return text
    if part in _NAMES:
        return said(text)
    if role is Role.NOTE:
        return plain(text.strip())
    if role in {Role.EVOLUTION, Role.Y_AXIS}:
        return text.replace("//", "/∕").replace("/*", "∕*")
    line = plain(clean_name(text))
    return line.lstrip(", ") if role is Role.ANNOTATION else line  # a comma may follow the number


def says(role: Role, part: Part, fact: Value | None, wanted: Value | None) -> bool:
    """Whether a part of a line means what it should."""
    if fact is None or wanted is None:
        return fact is wanted
    if isinstance(fact, str) or isinstance(wanted, str):
        return fact == wanted or (isinstance(wanted, str) and fact in (clean_name(wanted), safe(role, part, wanted)))
    if part is Part.LABEL:
        return all(abs(one - other) < _CLOSE_ENOUGH for one, other in zip(fact, wanted, strict=True))
    return len(fact) == len(wanted) and all(
        round(one, 4) == round(other, 4) for one, other in zip(fact, wanted, strict=True)
    )
