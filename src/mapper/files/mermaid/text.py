"""Text as Mermaid writes it: in quotation marks with backslashes, or bare up to the end of a line."""

from __future__ import annotations

import re
from html.entities import html5

_ENTITY = re.compile(r"#(\w+);")
_ESCAPE_OR_ENTITY = re.compile(r"#(\w+);|\\(.)", re.DOTALL)
_MEANT = {"n": "\n", "r": "\n", "t": "\t", "b": "", "f": "", "v": "", "0": ""}


def unquoted(inside: str) -> str:
    """What stands between quotation marks, without its backslashes and entities."""
    # In one go: what a backslash breaks up is no entity, and what an entity names is no backslash.
    return _ESCAPE_OR_ENTITY.sub(lambda one: _MEANT.get(one[2], one[2]) if one[2] else _letter(one), inside)


def bare(text: str) -> str:
    """What a text that runs to the end of its line says."""
    return _entities(text.strip())


def quote(text: str) -> str:
    """A text in quotation marks, so that Mermaid takes every letter of it as it is.

    Broken up by backslashes is what it would take for a comment or for an entity. Letter by letter, wherever it stands,
    so that what Mermaid calls a member of a pipeline is what is written for it.
    """
    text = re.sub(r"[\\\"]", r"\\\g<0>", text)
    text = text.replace("\n", "\\n").replace("\t", "\\t").replace("%%", "%\\%").replace("%%", "%\\%")
    text = re.sub(r"(#\w+);", r"\1\\;", text)
    if "#" in text:
        text = text.replace("style", "styl\\e").replace("classDef", "class\\Def")
    return f'"{_spelled(text)}"'


def run(text: str) -> str:
    """A text of one line, without blanks at its ends, as it can stand bare to the end of a line."""
    text = re.sub(r"#(?=\w+;)", "#35;", text).replace("%%", "#37;#37;")
    return _spelled(re.sub("^[\"':]", lambda mark: f"#{ord(mark[0])};", text))


def _spelled(text: str) -> str:
    """With entities for what Mermaid rewrites before it reads a diagram: markup, and a mark that no one sees."""
    return text.replace("<", "#lt;").replace("\ufeff", "#65279;")


def _entities(text: str) -> str:
    """Letters that stand as `#35;` or `#quot;`; what names no letter stays as it is."""

    return _ENTITY.sub(_letter, text) if "#" in text else text


def _letter(entity: re.Match[str]) -> str:
    name = entity[1]
    if not re.fullmatch("[0-9]{1,7}", name):
        return html5.get(f"{name};", entity[0])
    number = int(name)
    is_letter = 0x20 <= number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
    return chr(number) if is_letter else entity[0]
