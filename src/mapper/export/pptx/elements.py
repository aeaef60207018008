"""Elements of DrawingML and PresentationML (ECMA-376), and text that is fit for XML."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

_NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """An element such as `a:ln`."""
    prefix, _, name = tag.partition(":")
    said = {key: str(value) for key, value in attributes.items()}
    made: Element = etree.Element(f"{{{_NAMESPACES[prefix]}}}{name}", said, nsmap=_NAMESPACES)
    made.extend(children)
    return made


def written(tag: str, text: str) -> Element:
    """An element that holds a text."""
    made = element(tag)
    made.text = fit(text)
    return made


def fit(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _NO_XML.sub("", text)


def fit_line(text: str, most: int) -> str:
    """The text in one line of at most so many letters."""
    line = " ".join(fit(text[: 4 * most]).split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
