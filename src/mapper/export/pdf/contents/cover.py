"""The cover: what the pack is about, who stands behind it, and what it says in a paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.pdf.blocks import Block, Facts, Gap, Heading, Paragraph, Words
from mapper.export.pdf.contents.phrases import amount, known, listed, on, person, vat
from mapper.export.pdf.paper import title_of
from mapper.export.pdf.styles import BODY, LEAD, SMALL, SOFT, Style
from mapper.export.pdf.subject import Subject
from mapper.procurement.words import NOT_DECIDED, counted, word

_KIND = Style(11, 15, weight=600, colour=SOFT, after=4)


def cover(subject: Subject) -> Iterator[Block]:
    """The pack's first page."""
    document = subject.document
    yield Gap(1)
    yield Paragraph("Contract breakdown", _KIND)
    yield Heading(title_of(document), level=0, listed=False)
    yield Paragraph(known(document.service.summary or document.about.summary, "No summary yet."), LEAD)
    yield Gap(4)
    yield Paragraph(in_a_paragraph(subject), BODY.but(size=10.5, leading=16))
    yield Gap(10)
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


def _facts(subject: Subject) -> tuple[tuple[str, Words], ...]:
    document, service = subject.document, subject.document.service
    rate = f", rate {service.vat_rate.normalize():f}%" if service.vat_rate is not None else ""
    budget = amount(subject, service.budget)
    if service.budget is not None:
        budget = f"{budget} {vat(subject)}"
    return (
        ("Reference", known(service.reference)),
        ("Department", known(service.department)),
        ("Version", known(service.version)),
        ("Status", known(service.status)),
        ("Date", on(service.on)),
        ("Protective marking", known(service.classification)),
        ("Phase", known(service.phase).capitalize()),
        ("Senior responsible owner", person(document, service.sro)),
        ("Product owner", person(document, service.product_owner)),
        ("Governance area", known(service.governance_area)),
        ("Plan", f"{known(document.plan.title, 'Untitled')}. Integrator: {word(document.plan.integrator).lower()}"),
        ("Policy profile", known(service.policy_profile)),
        ("Budget", f"{budget}. {service.budget_note}" if service.budget_note else budget),
        ("Amounts", f"In {service.currency}, {vat(subject)}{rate}"),
        ("Internal team", _team(subject)),
    )


def _team(subject: Subject) -> str:
    team = subject.document.service.internal_team
    if not team.people and not team.covers:
        return NOT_DECIDED
    covers = f": {', '.join(cover for cover in team.covers)}" if team.covers else ""
    return f"{counted(team.people, 'post')}{covers}"
