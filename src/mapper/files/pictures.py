"""Pictures and packs that hold the map that they were made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from mapper.files.carried import pdf, png, svg
from mapper.files.carried.cargo import Cargo, Damaged
from mapper.files.content import Content
from mapper.files.importer import Answers, Importer
from mapper.files.native import parse
from mapper.files.owm import OWM
from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.files.strangers import expect_size_of_a_map


@dataclass(frozen=True, slots=True)
class _Format:
    """A kind of file that can carry a map; `article` and `name` are what users call one of it."""

    article: str
    name: str
    recognises: Callable[[bytes], bool]
    carried: Callable[[bytes], Cargo | None]


_FORMATS = (
    _Format("a", "PNG picture", lambda data: data.startswith(png.SIGNATURE), png.carried),
    _Format("a", "PDF", pdf.is_pdf, pdf.carried),
    _Format("an", "SVG picture", svg.is_svg, svg.carried),
)


def _read(content: Content, answers: Answers) -> Opened:
    """The map that the file carries. Raises FileProblem for one that carries none."""
    name, found = content.name, next(one for one in _FORMATS if one.recognises(content.data))
    try:
        cargo = found.carried(content.data)
    except Damaged:
        raise FileProblem(
            f"“{name}” is damaged or was changed by another program, so the map in it cannot be read: "
            "open the map that it was made from."
        ) from None
    if cargo is None:
        what = f"{found.article} {found.name}"
        raise FileProblem(f"“{name}” is {what} that carries no map: open the map that it was made from.")
    if not cargo.is_text:
        return Opened(parse(cargo.data, name), found.name)
    text = Content(cargo.data, name)
    expect_size_of_a_map(text)
    opened = OWM.read(text, answers)
    return replace(opened, format=f"{found.name} with {opened.format}")


PICTURES = Importer(
    "pictures",
    "Picture or pack that carries its map",
    (".svg", ".png", ".pdf"),
    lambda content: any(one.recognises(content.data) for one in _FORMATS),
    _read,
)
