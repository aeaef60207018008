"""Everything that is known of a contract, group by group; what is not known is said to be undecided."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.pdf.blocks import Block, Facts, Heading, Words
from mapper.export.pdf.contents.glance import pricing
from mapper.export.pdf.contents.phrases import amount, known, on, person, share, vat
from mapper.export.pdf.subject import Subject
from mapper.model import Contract, Document, ExtensionMode
from mapper.procurement.breakdown import ContractBreakdown
from mapper.procurement.words import NOT_DECIDED, counted, months, word

FactList = tuple[tuple[str, Words], ...]


def contract_facts(subject: Subject, cut: ContractBreakdown) -> Iterator[Block]:
    """Every field of the contract."""
    contract, document = cut.contract, subject.document
    yield Heading("Key facts", level=2)
    yield Facts((("Scope", known(contract.scope)),), "What the contract covers", columns=1)
    yield Facts(_short(subject, cut), "Facts in pairs of name and value, two to a row")
    yield Facts(_people(document, contract), "People and suppliers of the contract", columns=1)


def _short(subject: Subject, cut: ContractBreakdown) -> FactList:
    contract = cut.contract
    return (
        ("Method", word(cut.method) if cut.method else NOT_DECIDED),
        ("Way of working", word(cut.working) if cut.working else NOT_DECIDED),
        ("Pricing", pricing(contract.pricing)),
        ("Route", word(contract.route)),
        ("Value", _with_vat(subject, amount(subject, contract.value))),
        ("Framework", known(contract.framework, "None named")),
        ("Ceiling", _with_vat(subject, amount(subject, contract.ceiling))),
        ("Lot", known(contract.lot, "None named")),
        ("Value with extensions", _with_vat(subject, amount(subject, cut.life_value))),
        ("Tender", on(contract.tender_on)),
        ("Share of all contracts", share(cut.share)),
        ("Award", on(contract.award_on)),
        ("Basis of the value", known(contract.value_basis)),
        ("Start", on(contract.start)),
        ("Term", months(contract.term_months) if contract.term_months is not None else NOT_DECIDED),
        ("End", on(contract.end)),
        ("Extension", _extension(contract)),
        ("First break", _after(contract.break_after_months)),
        ("Role", word(contract.role)),
        ("Notice", counted(contract.notice_days, "day") if contract.notice_days is not None else NOT_DECIDED),
        ("Category", word(contract.category)),
        ("Hosting", "Yes" if contract.is_hosting else "No"),
        ("Done in-house", "Yes" if contract.in_house else "No"),
        ("Governance area", known(contract.governance_area)),
        ("Who owns the code", word(contract.code_ownership)),
        ("Who owns the data", word(contract.data_ownership)),
    )


def _people(document: Document, contract: Contract) -> FactList:
    codes = [" ".join(part for part in (code.scheme, code.id, code.label) if part) for code in contract.codes]
    return (
        ("Owner", person(document, contract.owner)),
        ("Technical lead", person(document, contract.technical_lead)),
        ("Supplier", _supplier(document, contract)),
        ("Classification codes", "; ".join(codes) or NOT_DECIDED),
    )


def _supplier(document: Document, contract: Contract) -> str:
    if contract.supplier is None:
        return known(contract.supplier_note)
    supplier = document.suppliers[contract.supplier]
    register = " ".join(part for part in (supplier.scheme, supplier.identifier) if part)
    size = {True: "small or medium-sized", False: "large", None: ""}[supplier.is_sme]
    told = [known(supplier.name, "No name"), register, size, supplier.note, contract.supplier_note]
    return ". ".join(part.rstrip(".") for part in told if part)


def _extension(contract: Contract) -> str:
    if contract.extension_mode is ExtensionMode.NONE and not contract.extension_months:
        return "None"
    return f"{months(contract.extension_months)}, {word(contract.extension_mode).lower()}"


def _after(count: int | None) -> str:
    return f"After {months(count)}" if count is not None else NOT_DECIDED


def _with_vat(subject: Subject, told: str) -> str:
    return told if told == NOT_DECIDED else f"{told} {vat(subject)}"
