"""JSON that others wrote, read field by field: one that is wrong costs itself, not the map."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from pydantic.alias_generators import to_camel

Number = Annotated[float, Field(allow_inf_nan=False)]

_EXPECTED = {
    "float": "a number",
    "int": "a whole number",
    "finite": "a number",
    "bool": "true or false",
    "string": "text",
    "list": "a list",
    "tuple": "a list",
    "too": "a list of that length",
}
_LONGEST = 60


class Loose(BaseModel):
    """A group of fields, each of which may be missing. What it does not know it keeps as extra."""

    model_config = ConfigDict(
        frozen=True, extra="allow", defer_build=True, alias_generator=to_camel, coerce_numbers_to_str=True
    )

    @model_validator(mode="before")
    @classmethod
    def _null_is_missing(cls, raw: object) -> object:
        return {name: value for name, value in raw.items() if value is not None} if isinstance(raw, Mapping) else raw


M = TypeVar("M", bound=Loose)


def loosely(model: type[M], raw: object, tell: Callable[[str], None]) -> M:
    """What `raw` holds of the model; `tell` gets a sentence for each field that is not what it should be."""
    try:
        return model.model_validate(raw)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False)
    for fault in faults:
        field = ".".join(map(str, fault["loc"])) or "it"
        expected = _EXPECTED.get(fault["type"].partition("_")[0], "a group of fields")
        tell(f"“{field}” is {shown(fault['input'])}, where {expected} is expected.")
    try:
        return model.model_validate(_without(raw, [fault["loc"] for fault in faults]))
    except ValidationError:
        return model()  # what is wrong goes by another name in the file, so it cannot be taken out alone


def objects(raw: Mapping[str, object], field: str, tell: Callable[[str], None]) -> Iterator[Mapping[str, object]]:
    """The groups of fields in a list, which may be missing; `tell` gets a sentence for whatever else is there."""
    listed = raw.get(field)
    if listed is None:
        return
    if not isinstance(listed, list):
        tell(f"“{field}” is {shown(listed)}, where a list is expected.")
        return
    for number, each in enumerate(listed, start=1):
        if isinstance(each, Mapping):
            yield each
        else:
            tell(f"Entry {number} of “{field}” is {shown(each)}, where a group of fields is expected.")


def unknown_fields(found: Loose) -> Iterator[str]:
    """The names of all fields that the models have no place for, as often as they come."""
    yield from found.model_extra or ()
    for value in found.__dict__.values():
        for part in value if isinstance(value, tuple) else (value,):
            if isinstance(part, Loose):
                yield from unknown_fields(part)


def shown(value: object) -> str:
    """A value of a stranger's JSON, short enough for a sentence."""
    if isinstance(value, Mapping):
        return "a group of fields"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "a list"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    text = " ".join(str(value).split())
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return f"“{short}”" if isinstance(value, str) else short


def _without(raw: object, places: Sequence[tuple[int | str, ...]]) -> object:
    """A copy without what stands at these places; a group that is no group, or has no such place, is an empty one."""
    inside: dict[int | str, list[tuple[int | str, ...]]] = {}
    for step, *rest in filter(None, places):
        inside.setdefault(step, []).append(tuple(rest))
    if () in places:
        return {}
    if isinstance(raw, Mapping):
        return dict(_kept(raw.items(), inside))
    if isinstance(raw, list) and all(isinstance(step, int) for step in inside):
        return [value for _, value in _kept(enumerate(raw), inside)]
    return {}


def _kept(
    parts: Iterable[tuple[int | str, object]], inside: Mapping[int | str, list[tuple[int | str, ...]]]
) -> Iterator[tuple[int | str, object]]:
    """The parts of a group less those that go, and less what goes inside of them."""
    for step, value in parts:
        if () not in inside.get(step, ()):
            yield step, (_without(value, inside[step]) if step in inside else value)
