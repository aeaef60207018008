"""Elements of office files (ECMA-376), and text that is fit for XML."""

from __future__ import annotations

import re
import unicodedata
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
}
_ONE = {prefix: {prefix: space} for prefix, space in NAMESPACES.items()}
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element such as `a:ln`. WordprocessingML has its attributes in its own namespace, the others have not."""
    prefix, _, name = tag.partition(":")
    space = NAMESPACES[prefix]
    within = f"{{{space}}}" if prefix == "w" else ""
    said = {within + key: str(value) for key, value in attributes.items()}
    made: Element = etree.Element(f"{{{space}}}{name}", said, nsmap=_ONE[prefix])
    made.extend(children)
    return made


def qualified(tag: str) -> str:
    """A name such as `a:ln` with its namespace in full."""
    prefix, _, name = tag.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{name}"


def written(tag: str, text: str) -> Element:
    """An element that holds a text, blanks at its ends included."""
    made = element(tag)
    made.text = fit(text)
    if tag.startswith("w:"):
        made.set(_PRESERVE, "preserve")
    return made


def fit(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NO_XML.sub("", text)


def fit_line(text: str, most: int) -> str:
    """The text in one line of at most so many letters."""
    line = " ".join(fit(text[: 4 * most]).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def reads_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction has this one."""
    for character in text[:200]:
        direction = unicodedata.bidirectional(character)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False
