"""Finding what stands on a map by what is written of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mapper.drawing.belonging import pipeline_under
from mapper.editor.describing import describe
from mapper.model import Component, Contract, Document, Id
from mapper.procurement.words import word

BEFORE, AROUND = 18, 60
"""How many letters of a longer text are shown before what was found, and in all."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something on the map. `name` is what it is called and `rest` what else is said of it: the words round what was
    found, if those are not in its name."""

    id: Id
    name: str
    rest: str


def find(document: Document, wanted: str) -> tuple[Found, ...]:
    """All in whose names, labels, texts or descriptions every wanted word is found, in any case; nothing for no words.

    Those whose name begins with what is wanted come first, then those in whose name it is.
    """
    words = wanted.casefold().split()
    if not words:
        return ()
    found: list[tuple[int, str, Found]] = []
    for id, name, texts in _written(document):
        folded = name.casefold()
        if not all(each in folded or any(each in text.casefold() for text in texts) for each in words):
            continue
        is_named = all(each in folded for each in words)
        rank = 0 if folded.startswith(words[0]) and is_named else 1 if is_named else 2
        found.append((rank, folded, _found(document, id, name, "" if is_named else _excerpt(texts, words))))
    return tuple(each for _, _, each in sorted(found, key=lambda each: each[:2]))


def _found(document: Document, id: Id, name: str, excerpt: str) -> Found:
    said = describe(document, id)
    return Found(id, said.name if said else name, excerpt or (said.rest if said else ""))


def _written(document: Document) -> Iterator[tuple[Id, str, tuple[str, ...]]]:
    """Everything that can be found: its id, its name, and the other texts that speak of it."""
    for component in document.components.values():
        yield component.id, component.name, _of_component(component, document)
    for contract in document.contracts.values():
        yield contract.id, f"{contract.ref} {contract.title}", _of_contract(contract)
    for note in document.notes.values():
        yield note.id, note.text, ()
    for annotation in document.annotations.values():
        yield annotation.id, f"{annotation.number} {annotation.text}", ()
    for link in document.links.values():
        yield link.id, link.label, (link.value,)
    for accelerator in document.accelerators.values():
        yield accelerator.id, accelerator.name, ()
    for attitude in document.attitudes.values():
        yield attitude.id, word(attitude.people), ()


def _of_component(component: Component, document: Document) -> tuple[str, ...]:
    texts = [component.description, component.address, component.method_reason]
    if component.evolve is not None:
        texts.append(component.evolve.name)
    if component.inertia is not None:
        texts += [component.inertia.text, component.inertia.response]
    under = pipeline_under(component.id, document)
    if under is not None:
        pipeline = document.pipelines[under]
        texts += [pipeline.title, pipeline.description]
    return tuple(texts) + tuple(need.need for need in component.needs)


def _of_contract(contract: Contract) -> tuple[str, ...]:
    return (contract.scope, contract.outcome, contract.rationale, contract.framework, contract.lot)


def _excerpt(texts: tuple[str, ...], words: list[str]) -> str:
    """Some letters round the first place where one of the words is."""
    for text in texts:
        line = " ".join(text.split())
        places = [at for each in words if (at := line.casefold().find(each)) >= 0]
        if places:
            start = max(0, min(places) - BEFORE)
            shown = line[start : start + AROUND]
            return ("…" if start else "") + shown + ("…" if start + AROUND < len(line) else "")
    return ""
