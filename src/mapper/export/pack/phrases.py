"""Turns of phrase that several sections share. No phrase is ever empty: what is not known is said to be so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from mapper.drawing.payment import payment
from mapper.drawing.themes import WARDLEY
from mapper.export.pack.anchors import contract_anchor, interface_anchor
from mapper.export.pack.blocks import MAILTO, Span, Words
from mapper.export.pack.styles import LINK
from mapper.export.pack.subject import Subject
from mapper.model import Component, Contract, Document, Id, Service, Stage
from mapper.procurement.methods import method_of
from mapper.procurement.money import money
from mapper.procurement.words import NOT_DECIDED, day, word

FactList = tuple[tuple[str, Words], ...]
NONE = "None"
NO_MARKING = "No protective marking"
_LONGEST_REFERENCE = 12
_ADDRESS = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9.-]+")


def title_of(document: Document) -> str:
    """What the pack is about: the service, or else the map."""
    return document.service.title or document.title


def edition(service: Service) -> str:
    """Version, status and date, as far as they are known."""
    version = f"Version {service.version}" if service.version else ""
    parts = (version, service.status, day(service.on) if service.on else "")
    return ", ".join(part for part in parts if part) or "Draft"


def known(text: str | None, otherwise: str = NOT_DECIDED) -> str:
    """The text, or what is said where there is none."""
    return text.strip() if text and text.strip() else otherwise


def undecided(facts: FactList) -> FactList:
    """One fact that names all of these that nobody has settled; none if there are none."""
    names = [name for name, told in facts if told == NOT_DECIDED]
    first, rest = names[:1], (f"{name[0].lower()}{name[1:]}" for name in names[1:])
    return ((NOT_DECIDED, listed((*first, *rest))),) if names else ()


def decided(facts: FactList) -> FactList:
    return tuple((name, told) for name, told in facts if told != NOT_DECIDED)


def sentence(text: str) -> str:
    """The text with a full stop, unless it ends in a mark of its own."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def on(value: date | None) -> str:
    return day(value) if value is not None else NOT_DECIDED


def amount(subject: Subject, value: Decimal | None) -> str:
    """An amount in full."""
    return money(value, subject.document.service.currency) if value is not None else NOT_DECIDED


def vat(subject: Subject) -> str:
    """What amounts include: it is said beside every sum."""
    return word(subject.document.service.vat_basis)


def share(subject: Subject, contract: Contract) -> str:
    """A contract's part of the value with extensions of all; the shares that a pack shows add up to 100%."""
    percentage = subject.breakdown.percentages.get(contract.id)
    return f"{percentage}%" if percentage is not None else NOT_DECIDED


def name_of_person(document: Document, id: Id | None) -> str:
    return known(document.people[id].name, "No name") if id is not None else NOT_DECIDED


def person(document: Document, id: Id | None) -> Words:
    """Who someone is, with an address that can be followed."""
    if id is None:
        return NOT_DECIDED
    who = document.people[id]
    told = known(", ".join(part for part in (who.name, who.role, who.organisation) if part), "No name")
    if who.is_contractor:
        told += " (contractor)"
    if not who.email:
        return told
    link = f"{MAILTO}{who.email}" if _ADDRESS.fullmatch(who.email) else None
    return Span(f"{told}, "), Span(who.email, link=link)


def stage_of(document: Document, component: Component) -> str:
    return word(document.stages.stage(component.evolution))


def mix(stages: Mapping[Stage, int]) -> str:
    """A stage mix, such as “3 product, 2 commodity”."""
    return ", ".join(f"{count}\u00a0{word(stage).lower()}" for stage, count in stages.items()) or "No components"


def method_word(document: Document, component: Component) -> str:
    """A component's method, with the strategist's reason where the stage alone would say otherwise."""
    said = word(method_of(component, document.stages))
    return f"{said} (by choice)" if component.method is not None else said


def name_of(component: Component) -> str:
    return known(component.name, "Unnamed component")


def title_of_contract(contract: Contract) -> str:
    return f"{contract.ref} {contract.title}".strip() or "Unnamed contract"


def to_contract(contract: Contract, *, short: bool = False) -> Span:
    """A link to a contract's page."""
    text = short_reference(contract) if short else title_of_contract(contract)
    return Span(text, link=contract_anchor(contract.id), colour=LINK)


def to_interface(number: int) -> Span:
    """A link to where the register describes an interface."""
    return Span(str(number), link=interface_anchor(number), colour=LINK)


def short_reference(contract: Contract) -> str:
    """A contract's reference for a narrow place."""
    reference = known(contract.ref, "?")
    return reference if len(reference) <= _LONGEST_REFERENCE else f"{reference[: _LONGEST_REFERENCE - 1]}…"


def badge(contract: Contract) -> tuple[str, str]:
    """The reference and the colour of how the contract is paid for, as on the map."""
    return short_reference(contract), WARDLEY.payments[payment(contract.pricing)]


def homes(subject: Subject, component: Component) -> Words:
    """Links to the contracts that a component is in; else where it is instead."""
    found = [subject.document.contracts[id] for id in subject.breakdown.homes.get(component.id, ())]
    if found:
        return joined([to_contract(contract) for contract in found])
    if component.is_anchor:
        return "A user: not bought"
    return "Kept in-house" if component in subject.breakdown.in_house else "In no contract"


def joined(spans: Sequence[Span], separator: str = ", ") -> tuple[Span, ...]:
    """Spans with a separator between them."""
    parts: list[Span] = []
    for span in spans:
        parts += [Span(separator), span] if parts else [span]
    return tuple(parts)


def listed(names: Iterable[str]) -> str:
    """Names as a sentence lists them: “a, b and c”."""
    found = list(names)
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} and {found[-1]}" if found else NONE.lower()
