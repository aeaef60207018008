"""The cover: what the pack is about, who stands behind it, and what it says in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mapper.export.pack.blocks import Block, Facts, Gap, Heading, Paragraph, Rule
from mapper.export.pack.phrases import (
    NO_MARKING,
    FactList,
    amount,
    decided,
    edition,
    known,
    listed,
    person,
    sentence,
    title_of,
    undecided,
    vat,
)
from mapper.export.pack.styles import BODY, LEAD, SMALL, SOFT, Style
from mapper.export.pack.subject import Subject
from mapper.procurement.words import NOT_DECIDED, counted, months, word

_MARKING = Style(13, 18, weight=700, after=6)
_KIND = Style(11, 15, weight=600, colour=SOFT, after=4)
_EDITION = Style(11, 16, weight=600, after=14)
_SUMMARY = BODY.but(size=10.5, leading=16)
_DIGIT = re.compile(r"(?<=\d) (?=\w)")


def cover(subject: Subject) -> Iterator[Block]:
    """The pack's first page."""
    document, service = subject.document, subject.document.service
    yield Paragraph(known(service.classification, NO_MARKING), _MARKING)
    yield Rule()
    yield Gap(64)
    yield Paragraph("Contract breakdown", _KIND)
    yield Heading(title_of(document), level=0, listed=False)
    yield Paragraph(known(service.summary or document.about.summary, "No summary yet."), LEAD)
    yield Paragraph(edition(service), _EDITION)
    yield Paragraph(_DIGIT.sub("\u00a0", in_a_paragraph(subject)), _SUMMARY)
    yield Gap(14)
    yield Facts(_facts(subject), "One row for each fact about the service and this pack", columns=1)
    yield Gap(4)
    if document.contracts:
        yield Paragraph(
            "Prepared as evidence for point 11 of the Technology Code of Practice: define your purchasing strategy.",
            SMALL,
        )
    if document.about.notice:
        yield Paragraph(document.about.notice, SMALL)


def in_a_paragraph(subject: Subject) -> str:
    """What the plan does, in two or three sentences."""
    whole = subject.breakdown
    if not whole.contracts:
        return "No contracts have been drawn on this map yet. The pack lists its components and its users' needs."
    empty = sum(not cut.members for cut in whole.contracts)
    mixed = sum(cut.is_mixed for cut in whole.contracts)
    new = sum(cut.holds_new for cut in whole.contracts) - mixed
    groups = [
        (len(whole.contracts) - new - mixed - empty, "for mature components"),
        (new, "for components that are still being worked out"),
        (mixed, "that mix mature components with ones still being worked out"),
        (empty, "without components yet"),
    ]
    told = listed(f"{count} {words}" for count, words in groups if count)
    sentences = [f"{counted(len(whole.contracts), 'contract')}: {told}.", _worth(subject)]
    if whole.interfaces:
        links = sum(len(crossing.links) for crossing in whole.interfaces)
        sentences.append(
            f"{counted(links, 'link crosses', 'links cross')} from one contract to another, "
            f"at {counted(len(whole.interfaces), 'interface')}."
        )
    if whole.in_house:
        sentences.append(f"{counted(len(whole.in_house), 'component is', 'components are')} kept in-house.")
    if whole.uncontracted:
        sentences.append(f"{counted(len(whole.uncontracted), 'component is', 'components are')} in no contract.")
    return " ".join(sentences)


def _worth(subject: Subject) -> str:
    whole = subject.breakdown
    if len(whole.unvalued) == len(whole.contracts):
        return "No contract has a value yet."
    total = f"Together they are worth {amount(subject, whole.value)}"
    if whole.life_value != whole.value:
        total += f", or {amount(subject, whole.life_value)} with all extensions"
    missing = f", without {counted(len(whole.unvalued), 'contract')} not valued yet" if whole.unvalued else ""
    return f"{total}{missing} ({vat(subject)})."


def _facts(subject: Subject) -> FactList:
    """What is known of the service; what is not is named in one row."""
    document, service = subject.document, subject.document.service
    budget = amount(subject, service.budget)
    if service.budget is not None:
        budget = f"{budget} {vat(subject)}. {service.budget_note}".strip()
    facts: FactList = (
        ("Reference", known(service.reference)),
        ("Department", known(service.department)),
        ("Senior responsible owner", person(document, service.sro)),
        ("Product owner", person(document, service.product_owner)),
        ("Phase", known(service.phase).capitalize()),
        ("Used by the public", "Yes" if service.citizen_facing else "No"),
        ("Governance area", known(service.governance_area)),
        (
            "Plan",
            known(" ".join(sentence(part) for part in (document.plan.title, document.plan.summary) if part.strip())),
        ),
        ("Integrator", word(document.plan.integrator)),
        ("Internal team", _team(subject)),
        ("Budget", budget),
        ("Amounts", _amounts(subject)),
        ("Policy profile", _policy(subject)),
    )
    return (*decided(facts), *undecided(facts))


def _amounts(subject: Subject) -> str:
    service = subject.document.service
    rate = f"; the rate is {service.vat_rate.normalize():f}%" if service.vat_rate is not None else ""
    return f"In {service.currency}, {vat(subject)}{rate}"


def _policy(subject: Subject) -> str:
    """The rules that the plan is held against, with the limits that were set for it."""
    service, limits = subject.document.service, subject.document.service.policy_settings
    told = [
        (f"value of a contract {amount(subject, limits.contract_lifetime)}", limits.contract_lifetime),
        (f"new work {amount(subject, limits.new_work_per_year)} a year", limits.new_work_per_year),
        (f"new work {months(limits.new_work_months or 0)}", limits.new_work_months),
        (f"hosting {months(limits.hosting_months or 0)}", limits.hosting_months),
    ]
    upper = [words for words, limit in told if limit is not None]
    return f"{known(service.policy_profile)}. Limits: {listed(upper)}" if upper else known(service.policy_profile)


def _team(subject: Subject) -> str:
    team = subject.document.service.internal_team
    if not team.people and not team.covers:
        return NOT_DECIDED
    covers = f": {', '.join(cover for cover in team.covers)}" if team.covers else ""
    return f"{counted(team.people, 'post')}{covers}"
