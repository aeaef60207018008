"""Whatever else stands on Miragon's maps: notes, annotations, accelerators, attitudes, drawings."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mapper.files.gathering import Gathering
from mapper.files.jsonmaps.miragon.elements import At, Element
from mapper.files.problem import Place
from mapper.model import Accelerator, Annotation, Attitude, Note, People, Position, clean_text

_PEOPLE = {
    "pioneers": People.PIONEERS,
    "explorers": People.PIONEERS,
    "settlers": People.SETTLERS,
    "villagers": People.SETTLERS,
    "townplanners": People.TOWN_PLANNERS,
}


def put_remark(gathering: Gathering, element: Element, at: Place | None) -> None:
    """Put an element that is no component on the map; one that has no place there is reported."""
    put = _PUT.get(element.element_type)
    if put is None:
        gathering.tell(f"There is no place for “{element.element_type[:60]}” on a map.", at=at)
        return
    if element.color and put is not _drawing:
        gathering.tell(f"The {element.element_type} “{_said(element)[:60]}” has a colour: it has none here.", at=at)
    put(gathering, element, at)


def _said(element: Element) -> str:
    return clean_text((element.text or element.label).replace("\\n", "\n"))


def _position(gathering: Gathering, place: At, whose: str, at: Place | None) -> Position:
    return Position(
        evolution=gathering.fraction(place.evolution, "evolution", whose, at),
        visibility=gathering.fraction(place.visibility, "visibility", whose, at),
    )


def _note(gathering: Gathering, element: Element, at: Place | None) -> None:
    text = _said(element)
    place = _position(gathering, element.position, text[:40] or "note", at)
    if element.pattern_type:
        text = clean_text(f"{text}\n({element.pattern_type})")
    gathering.put("notes", Note(id=gathering.ids.take("note", text), text=text, **dict(place)))


def _annotation(gathering: Gathering, element: Element, at: Place | None) -> None:
    number = element.number or 0
    if not 1 <= number <= 999:
        free = min(999, len(gathering.tables.get("annotations", ())) + 1)
        gathering.tell(f"An annotation has no number from 1 to 999: “{_said(element)[:60]}”.", f"It gets {free}.", at)
        number = free
    places = element.positions or ((element.position,) if element.position.evolution is not None else ())
    annotation = Annotation(
        id=gathering.ids.take("annotation", str(number)),
        number=number,
        text=_said(element),
        positions=tuple(_position(gathering, place, f"annotation {number}", at) for place in places),
    )
    gathering.put("annotations", annotation)


def _accelerator(gathering: Gathering, element: Element, at: Place | None) -> None:
    name = gathering.name(_said(element), at)
    place = _position(gathering, element.position, name or "accelerator", at)
    word = element.direction.casefold()
    slows = word.startswith(("de", "slow", "left", "back")) or word == "-1"
    gathering.put("accelerators", Accelerator(id=gathering.ids.take(name), name=name, slows=slows, **dict(place)))


def _attitude(gathering: Gathering, element: Element, at: Place | None) -> None:
    people = _PEOPLE.get(element.kind.casefold().replace("_", "").replace("-", "").replace(" ", ""))
    if people is None:
        gathering.tell(f"“{element.kind[:60]}” are none of pioneers, settlers and town planners.", at=at)
        return
    one = _position(gathering, element.position, people.value, at)
    other = _position(gathering, element.corner2, people.value, at)
    attitude = Attitude(
        id=gathering.ids.take(people.value),
        people=people,
        evolution=min(one.evolution, other.evolution),
        visibility=max(one.visibility, other.visibility),
        width=round(abs(one.evolution - other.evolution), 6),
        height=round(abs(one.visibility - other.visibility), 6),
    )
    gathering.put("attitudes", attitude)


def _drawing(gathering: Gathering, element: Element, at: Place | None) -> None:
    shape = "closed shape" if element.closed else "line"
    gathering.tell(f"A {shape} of {len(element.points)} points is drawn on the map: there are no drawings here.", at=at)


_PUT: Mapping[str, Callable[[Gathering, Element, Place | None], None]] = {
    "note": _note,
    "annotation": _annotation,
    "accelerator": _accelerator,
    "attitude": _attitude,
    "drawing": _drawing,
}
