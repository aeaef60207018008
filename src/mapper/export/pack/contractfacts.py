"""Everything that is known of a contract, group by group; what is not known is said to be undecided."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.export.pack.blocks import Block, Facts, Heading
from mapper.export.pack.glance import pricing
from mapper.export.pack.phrases import (
    FactList,
    amount,
    decided,
    known,
    on,
    person,
    sentence,
    share,
    undecided,
    vat,
)
from mapper.export.pack.subject import Subject
from mapper.model import Contract, Document, ExtensionMode
from mapper.procurement.breakdown import ContractBreakdown
from mapper.procurement.words import NOT_DECIDED, counted, months, word


def contract_facts(subject: Subject, cut: ContractBreakdown) -> Iterator[Block]:
    """Every field of the contract. Those that nobody has settled are named together, so that they are seen at once."""
    short, long = _short(subject, cut), _long(subject, cut)
    scope: FactList = (("Scope", known(cut.contract.scope)),)
    open_questions = undecided((*scope, *short, *long))
    yield Heading("Key facts", level=2)
    if decided(scope):
        yield Facts(scope, "What the contract covers", columns=1)
    yield Facts(decided(short), "Facts in pairs of name and value, two to a row")
    yield Facts((*decided(long), *open_questions), "Value, people, supplier and codes of the contract", columns=1)


def _short(subject: Subject, cut: ContractBreakdown) -> FactList:
    contract = cut.contract
    return (
        ("Method", word(cut.method) if cut.method else NOT_DECIDED),
        ("Route", word(contract.route)),
        ("Way of working", word(cut.working) if cut.working else NOT_DECIDED),
        ("Framework and lot", _framework(contract)),
        ("Pricing", pricing(contract.pricing)),
        ("Governance area", known(contract.governance_area)),
        ("Value", _with_vat(subject, amount(subject, contract.value))),
        ("Tender", on(contract.tender_on)),
        ("Ceiling", _with_vat(subject, amount(subject, contract.ceiling))),
        ("Award", on(contract.award_on)),
        ("Value with extensions", _with_vat(subject, amount(subject, cut.life_value))),
        ("Start", on(contract.start)),
        ("Share of all contracts", share(subject, contract)),
        ("End", on(contract.end)),
        ("Term", months(contract.term_months) if contract.term_months is not None else NOT_DECIDED),
        ("First break", _after(contract.break_after_months)),
        ("Extension", _extension(contract)),
        ("Notice", counted(contract.notice_days, "day") if contract.notice_days is not None else NOT_DECIDED),
        ("Role", word(contract.role)),
        ("Category", word(contract.category)),
        ("Done in-house", "Yes" if contract.in_house else "No"),
        ("Hosting", "Yes" if contract.is_hosting else "No"),
        ("Who owns the code", word(contract.code_ownership)),
        ("Who owns the data", word(contract.data_ownership)),
    )


def _long(subject: Subject, cut: ContractBreakdown) -> FactList:
    contract, document = cut.contract, subject.document
    codes = [" ".join(part for part in (code.scheme, code.id, code.label) if part) for code in contract.codes]
    return (
        ("Basis of the value", known(contract.value_basis)),
        ("Owner", person(document, contract.owner)),
        ("Technical lead", person(document, contract.technical_lead)),
        ("Supplier", _supplier(document, contract)),
        ("Depends on", known(contract.depends_on_note, "Nothing noted")),
        ("Exit plan", known(contract.exit_plan, "No exit plan yet")),
        ("Classification codes", "; ".join(codes) or NOT_DECIDED),
        *(() if contract.kpis else (("Success", "No measures of success yet"),)),
        *(() if contract.risks else (("Risks", "No risks recorded yet"),)),
    )


def _supplier(document: Document, contract: Contract) -> str:
    if contract.supplier is None:
        return known(contract.supplier_note)
    supplier = document.suppliers[contract.supplier]
    register = " ".join(part for part in (supplier.scheme, supplier.identifier) if part)
    size = {True: "Small or medium-sized", False: "Not small or medium-sized", None: ""}[supplier.is_sme]
    told = [known(supplier.name, "No name"), register, size, supplier.note, contract.supplier_note]
    return " ".join(sentence(part.strip()) for part in told if part.strip())


def _framework(contract: Contract) -> str:
    parts = (contract.framework, f"lot: {contract.lot}" if contract.lot else "")
    return ", ".join(part for part in parts if part) or "None named"


def _extension(contract: Contract) -> str:
    if contract.extension_mode is ExtensionMode.NONE and not contract.extension_months:
        return "None"
    return f"{months(contract.extension_months)}, {word(contract.extension_mode).lower()}"


def _after(count: int | None) -> str:
    return f"After {months(count)}" if count is not None else NOT_DECIDED


def _with_vat(subject: Subject, told: str) -> str:
    return told if told == NOT_DECIDED else f"{told} {vat(subject)}"
