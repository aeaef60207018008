"""The statements of Mermaid's `wardley-beta`, read as people write them: more freely than Mermaid itself does."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from mapper.files.diary import Diary, Statement
from mapper.files.mermaid import said
from mapper.files.mermaid.linking import link, trend
from mapper.files.mermaid.scanner import Scanner
from mapper.files.mermaid.text import bare
from mapper.files.methods import method_of
from mapper.model import ANCHOR, COMPONENT

_WORD = re.compile(r"[A-Za-z]+(?![\w-])")
_BRACKET = re.compile(r"\[")
_BRACE = re.compile(r"\{")
_END = re.compile(r"$")
_DECORATION = re.compile(r"\(\s*([\w ,]*)\s*\)|inertia\b")
_NUMBER_AT_END = re.compile(r"[-+]?[\d.]+%?$")
_POSITION_OR_MORE = re.compile(r"\[|\blabel\s*\[|\((?:build|buy|outsource|market|ecosystem|inertia)\)\s*|$")
_PLACE = re.compile(r"(?<!label )\[[^\]]*,")
_SIZE = re.compile(r"\[\s*(\d{1,9})\s*,\s*(\d{1,9})\s*\]")
_ANNOTATION = re.compile(r"(\d{1,9})\s*,?")
_STAGE_END = re.compile(r"@\s*([\d.]+)")
_STAGE_STOP = re.compile(r"->|@|/")
_ARROW = re.compile(r"->")
_SLASH = re.compile(r"/")

_KINDS = {"market", "ecosystem"}
NOT_UNDERSTOOD = "This line was not understood."
LEFT_OUT = "It was left out."


def parse(statement: Statement, diary: Diary) -> said.Said | None:
    """What a statement says, or None if that is nothing; then it has been reported."""
    word = _WORD.match(statement.text)
    parser = _PARSERS.get(word[0]) if word else None
    if word and parser and (found := parser(Scanner(statement, diary, word.end()))):
        return found
    found = trend(Scanner(statement, diary, 0), diary) or link(Scanner(statement, diary, 0))
    if not found:
        diary.note(statement, NOT_UNDERSTOOD, LEFT_OUT)
    return found


def _component(scanner: Scanner) -> said.Component | None:
    return _node(scanner, COMPONENT)


def _anchor(scanner: Scanner) -> said.Component | None:
    return _node(scanner, ANCHOR)


def _node(scanner: Scanner, kind: str) -> said.Component | None:
    if not scanner.rest or _is_link(scanner):
        return None
    name = scanner.name(_POSITION_OR_MORE)
    place = scanner.place()
    label, words = None, list[str]()
    while True:
        if found := scanner.label():
            label = found
        elif decoration := scanner.take(_DECORATION):
            words += re.split(r"[\s,]+", decoration[1].strip()) if decoration[1] is not None else ["inertia"]
        else:
            break
    for word in words:
        if method_of(word) is None and word not in _KINDS and word != "inertia":
            scanner.complain(f"“{word[:40]}” is not a decoration of components.", LEFT_OUT)
    scanner.finish()
    return said.Component(
        scanner.statement,
        name,
        place,
        kind=next((word for word in words if word in _KINDS), kind) if kind == COMPONENT else kind,
        label=label,
        method=next(filter(None, map(method_of, words)), None),
        has_inertia="inertia" in words,
    )


def parse_member(statement: Statement, diary: Diary) -> said.Member | None:
    """What a statement within a pipeline's braces says, or None if it does not belong there."""
    word = _WORD.match(statement.text)
    if not word or word[0] != "component" or _PLACE.search(statement.text):
        return None
    scanner = Scanner(statement, diary, word.end())
    name = scanner.name(_POSITION_OR_MORE)
    evolution = scanner.evolution()
    label = scanner.label()
    scanner.finish()
    return said.Member(statement, name, evolution, label)


def _is_link(scanner: Scanner) -> bool:
    """Whether a line that begins like a component is a link between things so named: `component board -> B`."""
    return not scanner.has(_BRACKET) and not scanner.rest.startswith('"') and "->" in scanner.rest


def _pipeline(scanner: Scanner) -> said.Pipeline | None:
    if not scanner.rest or (not scanner.has(_BRACE) and "->" in scanner.rest):
        return None
    name = scanner.name(re.compile(r"\{|\[|$"))
    if scanner.take(_BRACKET):
        scanner.complain("Mermaid gives pipelines their members, not their ends.", "The ends were left out.")
        return said.Pipeline(scanner.statement, name, is_open=False)
    brace = scanner.take(_BRACE)
    scanner.finish()
    return said.Pipeline(scanner.statement, name, is_open=brace is not None)


def _evolve(scanner: Scanner) -> said.Evolve | None:
    quoted = scanner.string()
    last = len(scanner.text) - len((scanner.rest.split() or [""])[-1])
    number = _NUMBER_AT_END.match(scanner.text, last)
    names = scanner.text[scanner.at : last if number else len(scanner.text)].strip()
    name, _, new_name = (part.strip() for part in names.partition("->")) if quoted is None else (quoted, "", names)
    if not name and quoted is None:
        return None
    if not number:
        scanner.complain("It is not said how far this evolves.", "0.85 was taken.")
    new_name = new_name.removeprefix("->").strip().strip('"')
    return said.Evolve(scanner.statement, name, scanner.fraction(number) if number else 0.85, new_name)


def _note(scanner: Scanner) -> said.Note | None:
    text = scanner.string()
    if text is None:
        if not scanner.has(_BRACKET):
            return None
        scanner.complain("The text of a note belongs in quotation marks.", "It was taken as it stands.")
        text = scanner.name(_BRACKET)
    place = scanner.place()
    scanner.finish()
    return said.Note(text, place)


def _annotations(scanner: Scanner) -> said.Annotations:
    place = scanner.place()
    scanner.finish()
    return said.Annotations(place)


def _annotation(scanner: Scanner) -> said.Annotation | None:
    number = scanner.take(_ANNOTATION)
    if not number:
        return None
    place = scanner.place()
    text = scanner.string()
    if text is None:
        text = scanner.name(_END)
    scanner.finish()
    return said.Annotation(int(number[1]), text, place)


def _accelerator(slows: bool) -> Callable[[Scanner], said.Accelerator | None]:
    def accelerator(scanner: Scanner) -> said.Accelerator | None:
        if not scanner.rest or _is_link(scanner):
            return None
        name = scanner.name(_BRACKET)
        place = scanner.place()
        scanner.finish()
        return said.Accelerator(name, place, slows)

    return accelerator


def _size(scanner: Scanner) -> said.Size | None:
    found = scanner.take(_SIZE)
    return said.Size(int(found[1]), int(found[2])) if found else None


def _evolution(scanner: Scanner) -> said.Evolution | None:
    names, ends = list[str](), list[float | None]()
    while scanner.rest:
        name = scanner.name(_STAGE_STOP)
        end = scanner.take(_STAGE_END)
        if scanner.take(_SLASH):
            name = f"{name} / {scanner.name(_STAGE_STOP)}"
            end = end or scanner.take(_STAGE_END)
        names.append(name)
        ends.append(_number(end[1]) if end else None)
        if not scanner.take(_ARROW):
            break
    scanner.finish()
    return said.Evolution(scanner.statement, tuple(names), tuple(ends)) if len(names) > 1 else None


def _number(text: str) -> float | None:
    try:
        return float(text[:40])
    except ValueError:
        return None


def _title(scanner: Scanner) -> said.Title:
    return said.Title(_line(scanner.rest))


def _acc_title(scanner: Scanner) -> said.Description:
    return said.Description(_line(scanner.rest.removeprefix(":")))


def _acc_description(scanner: Scanner) -> said.Description:
    text = scanner.rest
    if text.startswith("{"):
        return said.Description(_line(text.removeprefix("{").removesuffix("}")))
    return said.Description(_line(text.removeprefix(":")))


def _line(text: str) -> str:
    """A text to the end of its line. Mermaid shows the quotation marks round it, which nobody means."""
    text = re.sub(r"[\t ]{2,}", " ", text.strip())
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = text[1:-1]
    return bare(text)


_PARSERS: Mapping[str, Callable[[Scanner], said.Said | None]] = {
    "component": _component,
    "anchor": _anchor,
    "pipeline": _pipeline,
    "evolve": _evolve,
    "note": _note,
    "annotations": _annotations,
    "annotation": _annotation,
    "accelerator": _accelerator(slows=False),
    "deaccelerator": _accelerator(slows=True),
    "size": _size,
    "evolution": _evolution,
    "title": _title,
    "accTitle": _acc_title,
    "accDescr": _acc_description,
}
