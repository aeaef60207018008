"""The procurement pack of the flagship map, read back."""

from __future__ import annotations

import re
from itertools import pairwise

import pikepdf
import pytest

from mapper import __version__
from mapper.drawing.frame import Frame
from mapper.export.exporter import ExportCancelled, ExportOptions, PageSize
from mapper.export.pdf import PDF
from mapper.model import Contract, Document
from mapper.procurement.breakdown import breakdown
from tests.export.pdf.parsed import Parsed


def title(contract: Contract) -> str:
    return f"{contract.ref} {contract.title}"


# What it holds.


def test_every_contract_has_a_page_of_its_own(flagship: Document, pack: Parsed) -> None:
    pages = [pack.bookmarks[title(contract)] for contract in flagship.contracts.values()]
    assert len(set(pages)) == len(flagship.contracts) == 9
    for contract, page in zip(flagship.contracts.values(), pages, strict=True):
        assert contract.title in pack.pages[page]
        assert "Key facts" in pack.pages[page]


def test_a_contracts_pages_tell_all_that_is_known_of_it(flagship: Document, pack: Parsed) -> None:
    contract = next(c for c in flagship.contracts.values() if c.ref == "C3")
    start = pack.bookmarks[title(contract)]
    text = " ".join(pack.pages[start : start + 2])
    told = (
        contract.scope, contract.outcome, contract.rationale, contract.exit_plan, contract.value_basis, contract.framework,
        contract.lot, contract.depends_on_note, contract.supplier_note, "£390,000 excluding VAT", "£490,000 excluding VAT",
        "17 May 2027", "16 May 2028", "8 February 2027", "19 April 2027", "12 months", "6 months, by decision",
        "After 4 months", "10 days", "Dynamic market", "Time and materials, capped", "Open source", "The authority",
        "Linnea Osgathorpe-Bell", "Tobias Amankwah-Grey", "CPV 72244000 Prototyping services", "1 genesis",
        *(kpi.name for kpi in contract.kpis), *(kpi.target for kpi in contract.kpis), *(risk.text for risk in contract.risks),
        *(risk.response for risk in contract.risks),
    )  # fmt: skip
    without_breaks = text.replace("- ", "-")
    missing = [fact for fact in told if fact not in text and fact not in without_breaks]
    assert missing == ["1 genesis"]


def test_every_component_and_every_user_is_in_the_register(flagship: Document, pack: Parsed) -> None:
    start = pack.bookmarks["Component register, A to Z"]
    end = pack.bookmarks["Glossary and sources"]
    register = " ".join(pack.pages[start:end])
    assert [c.name for c in flagship.components.values() if c.name not in register] == []
    names = sorted((c.name for c in flagship.components.values()), key=str.casefold)
    places = [register.find(f" {name} ") for name in names]
    assert all(place > 0 for place in places)


def test_every_link_that_crosses_is_in_the_interface_register_under_its_number(
    flagship: Document, pack: Parsed
) -> None:
    start, end = pack.bookmarks["Interfaces between contracts"], pack.bookmarks["C1 Licence application"]
    register = " ".join(pack.pages[start:end])
    for crossing in breakdown(flagship).interfaces:
        source, target = flagship.contracts[crossing.source], flagship.contracts[crossing.target]
        assert re.search(
            rf"\b{crossing.number}\s*{re.escape(title(source))} needs {re.escape(title(target))}", register
        )
        for link in crossing.links:
            assert flagship.plan.interfaces[link].what in register


def test_the_contracts_at_a_glance_are_summed_with_their_vat_basis(pack: Parsed) -> None:
    (glance,) = pack.pages_with("Shares are of the value")
    assert "£9,350,000" in glance
    assert "£12,260,000" in glance
    assert "excluding VAT" in glance


def test_users_needs_come_with_their_evidence(flagship: Document, pack: Parsed) -> None:
    text = " ".join(pack.pages[pack.bookmarks["Users and their needs"] :])
    for anchor in (c for c in flagship.components.values() if c.is_anchor):
        for need in anchor.needs:
            assert need.need in text
            assert all(evidence.found in text for evidence in need.evidence)


def test_what_is_kept_in_house_is_listed(flagship: Document, pack: Parsed) -> None:
    page = pack.pages[pack.bookmarks["Components in no contract"]]
    assert all(component.name in page for component in breakdown(flagship).in_house)


def test_all_plans_are_summed_up_and_the_packs_own_is_named(pack: Parsed) -> None:
    (page,) = pack.pages_with("Plans considered 1") or pack.pages_with("This pack describes the plan")
    assert "Small contracts (this pack)" in page
    assert "£28,670,000" in page


def test_the_pack_can_be_traced_to_the_map_and_the_program(pack: Parsed) -> None:
    last = pack.pages[-1]
    assert re.search(r"SHA-256 [0-9a-f]{64}", last)
    assert f"Mapper {__version__}" in last


# How it is found and followed.


def test_every_page_carries_reference_marking_and_its_number(pack: Parsed) -> None:
    for number, page in enumerate(pack.pages, start=1):
        assert "DEY-LIC-2027" in page
        assert len(re.findall(r"\bOFFICIAL\b(?!-)", page)) >= 2
        assert f"Page {number} of {len(pack.pages)}" in page


def test_the_table_of_contents_leads_to_every_section_with_its_page(pack: Parsed) -> None:
    contents = next(n for n, page in enumerate(pack.pages) if "Contents How to read" in page)
    led = {words: target for page, words, target in pack.links() if page == contents}
    assert led.pop("Contracts, one by one") == pack.bookmarks["C1 Licence application"]
    assert len(led) >= 16
    for words, target in led.items():
        assert pack.bookmarks[re.sub(r"\s+", " ", words)] == target
        assert re.search(rf"{re.escape(words)}\s+{target + 1}\b", pack.pages[contents])


def test_contracts_are_linked_wherever_they_are_named(flagship: Document, pack: Parsed) -> None:
    for contract in flagship.contracts.values():
        page = pack.bookmarks[title(contract)]
        from_pages = {start for start, words, target in pack.links() if target == page and contract.ref in words}
        assert {pack.bookmarks["The map"], pack.bookmarks["Contracts at a glance"]} <= from_pages


def test_numbers_on_the_map_and_on_contracts_pages_lead_to_the_register(flagship: Document, pack: Parsed) -> None:
    start, end = pack.bookmarks["Interfaces between contracts"], pack.bookmarks["C1 Licence application"]
    links = list(pack.links())
    for crossing in breakdown(flagship).interfaces:
        from_map = [to for page, words, to in links if words == f"Interface {crossing.number}"]
        from_contracts = [to for page, words, to in links if words == str(crossing.number) and page >= end]
        assert len(from_map) == 1
        assert len(from_contracts) == 2 * len(crossing.links)
        for to in (*from_map, *from_contracts):
            assert start <= to < end
            assert re.search(rf"\b{crossing.number}\s+C\d \D", pack.pages[to])


def test_the_map_fills_its_page_and_has_its_legend_with_it(flagship: Document, pack: Parsed) -> None:
    map_page = pack.pdf.pages[pack.bookmarks["The map"]]
    scales = [float(o[0]) for o, name in pikepdf.parse_content_stream(map_page) if str(name) == "cm"]
    assert max(scales) * Frame.of(flagship).height > 0.75 * float(map_page.mediabox[3])
    words = pack.pages[pack.bookmarks["The map"]]
    for entry in ("Build", "By outcome", "Interface, as in the register", "Expected to evolve", "Pipeline of choices"):
        assert entry in words


def test_a_contracts_small_map_names_its_members_and_no_others(flagship: Document, pack: Parsed) -> None:
    contract = next(c for c in flagship.contracts.values() if c.ref == "C8")
    page = pack.pages[pack.bookmarks[title(contract)]].partition("Key facts")[0]
    named = {c.name for c in flagship.components.values() if c.name in page}
    assert named == {flagship.components[member].name for member in contract.members}


def test_the_few_components_of_a_contract_stand_in_one_table_on_one_page(flagship: Document, pack: Parsed) -> None:
    for contract in flagship.contracts.values():
        start = pack.bookmarks[title(contract)]
        headers = [page.count("Component Stage Evolution Visibility") for page in pack.pages[start : start + 2]]
        assert sum(headers) == 1


def test_the_file_says_what_it_is(pack: Parsed) -> None:
    info, root = pack.pdf.docinfo, pack.pdf.Root
    assert str(info.Title) == "Childcare licensing: contract breakdown"
    assert str(info.Author) == "Department for Early Years"
    assert str(info.Creator) == f"Mapper {__version__}"
    assert "DEY-LIC-2027" in str(info.Keywords)
    assert str(root.Lang) == "en-GB"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    with pack.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        assert metadata["dc:title"] == "Childcare licensing: contract breakdown"


def test_every_font_is_embedded(pack: Parsed) -> None:
    fonts = pack.fonts()
    assert fonts
    assert [name for name, descriptor in fonts.items() if descriptor is None or "/FontFile2" not in descriptor] == []


def test_nothing_is_left_empty(pack: Parsed) -> None:
    cells = [element for element in pack.elements() if str(element.S) in ("/TD", "/TH")]
    assert len(cells) > 1000
    assert [cell for cell in cells if "/K" not in cell] == []


# For those who hear it.


def test_headings_descend_one_level_at_a_time_from_one_title(pack: Parsed) -> None:
    levels = [int(tag[1]) for tag in pack.tags() if re.fullmatch(r"H\d", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_figures_have_words_and_header_cells_say_what_they_head(pack: Parsed) -> None:
    figures = [element for element in pack.elements() if str(element.S) == "/Figure"]
    assert len(figures) == 11
    assert all(str(figure.Alt) for figure in figures)
    assert all("/Scope" in element.A for element in pack.elements() if str(element.S) == "/TH")


def test_everything_drawn_is_either_marked_or_decoration(pack: Parsed) -> None:
    for page in pack.pdf.pages:
        depth = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            depth += (name in ("BDC", "BMC")) - (name == "EMC")
            if name in ("Tj", "S", "f", "f*", "B*", "sh", "Do"):
                assert depth > 0, f"{operands} {name} is unmarked"
        assert depth == 0


def test_every_link_has_words_and_stands_in_the_structure(pack: Parsed) -> None:
    annotations = [annotation for page in pack.pdf.pages for annotation in page.obj.get("/Annots", [])]
    assert annotations
    assert all(str(annotation.Contents).strip() for annotation in annotations)
    assert len({int(annotation.StructParent) for annotation in annotations}) == len(annotations)


# How it is made.


def test_the_same_map_gives_the_same_bytes(flagship: Document, pack: Parsed) -> None:
    assert PDF.make(flagship, ExportOptions()) == pack.data


def test_no_date_is_written_that_the_map_does_not_hold(flagship: Document, pack: Parsed) -> None:
    assert str(pack.pdf.docinfo.CreationDate) == "D:20261120000000Z"
    undated = Parsed.of(flagship.but(service=flagship.service.but(on=None)), ExportOptions(map_only=True))
    assert "/CreationDate" not in undated.pdf.docinfo


@pytest.mark.parametrize(
    ("page", "size"), [(PageSize.A4, (595, 842)), (PageSize.A3, (842, 1191)), (PageSize.LETTER, (612, 792))]
)
def test_pages_have_the_size_that_was_asked_for(flagship: Document, page: PageSize, size: tuple[int, int]) -> None:
    pack = Parsed.of(flagship, ExportOptions(page=page))
    assert {tuple(sorted(round(float(v)) for v in each.mediabox[2:])) for each in pack.pdf.pages} == {size}


def test_the_map_alone_is_one_landscape_page_with_its_names(flagship: Document) -> None:
    alone = Parsed.of(flagship, ExportOptions(map_only=True, page=PageSize.A3))
    (page,) = alone.pdf.pages
    assert page.mediabox[2] > page.mediabox[3]
    words = alone.pages[0].replace(" ", "")
    hidden = [c.name for c in flagship.components.values() if c.name.replace(" ", "") not in words]
    assert hidden == []


def test_the_dark_theme_is_for_the_maps_page(flagship: Document) -> None:
    light, dark = (Parsed.of(flagship, ExportOptions(map_only=True, theme=theme)) for theme in ("wardley", "dark"))
    assert light.data != dark.data


def test_progress_grows_to_the_end(flagship: Document) -> None:
    seen: list[float] = []
    PDF.make(flagship, ExportOptions(progress=seen.append))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert len(seen) > 50


def test_an_export_stops_when_the_user_says_so(flagship: Document) -> None:
    seen: list[float] = []
    with pytest.raises(ExportCancelled):
        PDF.make(flagship, ExportOptions(progress=seen.append, cancelled=lambda: len(seen) > 20))
    assert len(seen) == 21
