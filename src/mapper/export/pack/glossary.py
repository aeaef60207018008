"""Words, sources, and where this pack comes from."""

from __future__ import annotations

from collections.abc import Iterator

from mapper import __version__
from mapper.export.pack.blocks import Block, Bullets, Facts, Heading, NewPage, Paragraph
from mapper.export.pack.phrases import known
from mapper.export.pack.styles import SMALL
from mapper.export.pack.subject import Subject

_WORDS = (
    ("Agile", "Working in short steps, each of which is tried with users before the next is planned."),
    ("Anchor", "The users at the top of a map, from whom everything below follows."),
    ("Call-off", "A contract awarded under a framework that was agreed with several suppliers before."),
    ("Ceiling", "The most that may be paid under a contract, extensions included."),
    ("Commodity", "Something standard that many sell, bought by use like electricity."),
    ("CPV", "Common Procurement Vocabulary: codes for what is bought."),
    ("Custom built", "Made to measure: understood by few, and different each time."),
    ("Evolution", "How settled a thing is, from genesis to commodity."),
    ("Exit plan", "How the service carries on when a contract ends, with its data, code and knowledge."),
    ("Genesis", "Something new, of which nobody knows yet whether it works."),
    ("Inertia", "What resists a change: habit, money already spent, contracts or technology."),
    ("Interface", "A link from a component in one contract to one in another: what passes must be agreed."),
    ("Lean", "Cutting waste out of work that is understood, and improving it step by step."),
    ("Off the shelf", "Bought as it is sold, with configuration but no changes to the product."),
    ("Method", "How a component is obtained: built or commissioned, rented, or used as a utility."),
    ("Pipeline", "One component for which there are several choices, at different stages."),
    ("Product", "Something that several suppliers offer ready-made, to buy or to rent."),
    ("Product owner", "The one person who decides what the service does next."),
    ("Senior responsible owner", "The one person who answers for the whole."),
    ("Six Sigma", "Keeping a standard process within narrow limits, by measuring its deviations."),
    ("Time and materials", "Paying for the days and goods that the work takes; capped when there is a ceiling."),
    ("Visibility", "How near a component is to what users see."),
)

_SOURCES = (
    "Contracts grouped by evolution, and the three methods: the guide Delivering digital services (2015), section 3, "
    "Use the right methods at the right time.",
    "Wardley maps, outlines of contracts on them, and ways of paying for each stage: after Simon Wardley, Wardley Maps, "
    "chapters 11 and 19, CC BY-SA 4.0.",
    "Technology Code of Practice, point 11: define your purchasing strategy (GOV.UK).",
    "Service Standard, point 11: choose the right tools and technology (GOV.UK).",
)


def glossary(subject: Subject) -> Iterator[Block]:
    """The glossary, the sources and the way back to the map's file."""
    about = subject.document.about
    yield NewPage()
    yield Heading("Glossary and sources", level=1, anchor="glossary")
    yield Facts(_WORDS, "One row for each word, with its meaning", columns=1)
    yield Heading("Sources", level=2)
    yield Bullets(_SOURCES)
    yield Heading("Where this pack comes from", level=2)
    facts = (
        ("Map", known(subject.document.title, "Untitled map")),
        ("Author", known(about.author, "Not named")),
        ("Credit", known(about.credit, "None stated")),
        ("Licence", known(about.licence, "None stated")),
        ("Made with", f"Mapper {__version__}"),
        ("Content of the map", f"SHA-256 {subject.fingerprint}"),
    )
    yield Facts(facts, "Where this pack comes from", columns=1)
    yield Paragraph("Nothing in this pack is legal advice.", SMALL)
