"""Packs of maps that are empty, large, unfinished, or full of what strangers type."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pikepdf
import pytest

from mapper.data import SAMPLES
from mapper.export.exporter import ExportOptions
from mapper.files.native import load
from mapper.model import FIRST_PLAN, Component, Contract, Document, Id, Kpi, Link, Plan, Service
from tests.export.pdf.parsed import Parsed

ENDLESS = "x" * 500
HOSTILE = '</para><b>&amp;<a href="javascript:alert(1)">=1+1 \\( ) %PDF'


def component(number: int, name: str, description: str = "") -> Component:
    evolution, visibility = (number * 37 % 100) / 100, 0.05 + (number * 53 % 90) / 100
    return Component(
        id=Id(f"c{number}"), name=name, evolution=evolution, visibility=visibility, description=description
    )


def document(components: Iterable[Component], contracts: Iterable[Contract] = (), **fields: object) -> Document:
    plan = Plan(id=FIRST_PLAN, contracts={contract.id: contract for contract in contracts})
    return Document(components={c.id: c for c in components}, plans={plan.id: plan}, **fields)


def outside_the_page(pack: Parsed) -> list[tuple[int, float, float]]:
    """Where text of a page starts outside of it. Text on the map is placed within another matrix and left out."""
    found = []
    for number, page in enumerate(pack.pdf.pages):
        width, height = float(page.mediabox[2]), float(page.mediabox[3])
        nested = 0
        for operands, operator in pikepdf.parse_content_stream(page):
            nested += (str(operator) == "q") - (str(operator) == "Q")
            if str(operator) == "Tm" and not nested:
                x, y = float(operands[4]), float(operands[5])
                if not (0 < x < width - 10 and 0 < y < height):
                    found.append((number, x, y))
    return found


def test_an_empty_map_makes_a_short_pack_that_says_so() -> None:
    pack = Parsed.of(Document())
    assert 5 <= len(pack.pages) <= 10
    for words in ("No contracts have been drawn", "The map has no components yet", "This map has no user yet"):
        assert words in pack.text
    assert "Interfaces between contracts" not in pack.bookmarks
    assert "Page 1 of" in pack.pages[0]


def test_a_short_pack_has_no_table_of_contents_and_a_long_one_does() -> None:
    few = Parsed.of(document([component(1, "Kettle")]))
    many = Parsed.of(document(component(n, f"Component {n}", "Described. " * 30) for n in range(60)))
    assert ("Contents How to read" in few.text) == (len(few.pages) > 6)
    assert "Contents How to read" in many.text


def test_markup_in_a_map_stays_text() -> None:
    contract = Contract(ref="<i>", title=HOSTILE, members=(Id("c1"),), scope=HOSTILE, kpis=(Kpi(name=HOSTILE),))
    pack = Parsed.of(document([component(1, HOSTILE, HOSTILE)], [contract], title=HOSTILE))
    assert pack.text.count(HOSTILE) > 8
    assert not any(
        "/URI" in annotation.get("/A", {}) for page in pack.pdf.pages for annotation in page.obj.get("/Annots", [])
    )
    assert "/OpenAction" not in pack.pdf.Root


def test_only_what_looks_like_an_address_can_be_followed(pack: Parsed) -> None:
    actions = {str(a.A.URI) for page in pack.pdf.pages for a in page.obj.get("/Annots", []) if "/A" in a}
    assert "mailto:ruth.okonjo-hale@earlyyears.example" in actions
    assert all(re.fullmatch(r"mailto:[\w.+-]+@[\w.-]+", action) for action in actions)


def test_endless_words_are_broken_and_stay_on_the_page() -> None:
    contract = Contract(ref=ENDLESS, title=ENDLESS, members=(Id("c1"),), scope=ENDLESS, outcome=ENDLESS * 40)
    service = Service(title=ENDLESS, reference=ENDLESS, classification=ENDLESS, department=ENDLESS, version=ENDLESS)
    pack = Parsed.of(document([component(1, ENDLESS, ENDLESS * 40)], [contract], service=service))
    assert outside_the_page(pack) == []
    long_texts = (ENDLESS * 40, ENDLESS * 40, ENDLESS, ENDLESS)
    assert pack.text.count("x") > sum(len(text) for text in long_texts)


def test_a_description_longer_than_a_page_runs_on_over_pages() -> None:
    words = [f"word{number}" for number in range(2500)]
    pack = Parsed.of(document([component(1, "Kettle", " ".join(words)[:20_000])]))
    told = set(re.findall(r"word\d+", pack.text))
    assert len(told) >= 2200
    assert outside_the_page(pack) == []


@pytest.mark.parametrize(
    "name", ["许可申请系统", "Ωμέγα Ж", "Iechyd a diogelwch: ŵŷ", "a\u200bb\u00adc", "naïve — “quoted” … £€"]
)
def test_names_in_other_scripts_do_not_stop_a_pack(name: str) -> None:
    pack = Parsed.of(document([component(1, name)]))
    fonts = pack.fonts()
    assert all("/FontFile2" in descriptor for descriptor in fonts.values())


def test_letters_that_inter_has_are_shown_as_they_are() -> None:
    pack = Parsed.of(document([component(1, "Ŵythnos Ωμέγα Жук — £€…")]))
    assert "Ŵythnos Ωμέγα Жук — £€…" in pack.text
    assert "are shown as" not in pack.pages[-1]


def test_a_character_that_no_font_has_is_a_box_and_is_named_on_the_last_page() -> None:
    pack = Parsed.of(document([component(1, "Deep \U0001fae8 thought")]))
    assert "Deep □ thought" in pack.text
    assert "U+1FAE8" in pack.pages[-1]


def irregular(pack: Parsed) -> list[list[int]]:
    """The columns of each row of tables whose rows have not all the same."""
    found = []
    for table in (element for element in pack.elements() if str(element.S) == "/Table"):
        rows = [[int(cell.A.get("/ColSpan", 1)) if "/A" in cell else 1 for cell in row.K] for row in table.K]
        if len({sum(row) for row in rows}) > 1:
            found.append([sum(row) for row in rows])
    return found


def test_sixty_contracts_run_over_pages_with_their_header_again() -> None:
    components = [component(n, f"Component {n}") for n in range(60)]
    contracts = [
        Contract(id=Id(f"k{n}"), ref=f"C{n + 1}", title=f"Contract {n + 1}", members=(Id(f"c{n}"),)) for n in range(60)
    ]
    links = {Id(f"l{n}"): Link(id=Id(f"l{n}"), source=Id(f"c{n}"), target=Id(f"c{n + 1}")) for n in range(59)}
    pack = Parsed.of(document(components, contracts, links=links))
    glance = pack.pages_with("With extensions Share")
    assert len(glance) >= 3
    assert "60 contracts" in glance[-1]
    assert len({pack.bookmarks[f"C{n} Contract {n}"] for n in range(1, 61)}) == 60
    assert "Which contract needs which" not in pack.text
    assert "Not decided for any of these links: what passes, standard, owner" in pack.text


def test_a_contract_without_anything_still_has_its_page() -> None:
    pack = Parsed.of(document([], [Contract(ref="")]))
    page = pack.pages[pack.bookmarks["? Untitled contract"]]
    assert "The contract holds no components yet." in page


@pytest.mark.parametrize("name", ["communications-platform", "high-speed-rail", "tea-shop"])
def test_the_other_samples_make_packs_in_which_nothing_leaves_the_page(name: str) -> None:
    pack = Parsed.of(load(SAMPLES / f"{name}.wardley"), ExportOptions())
    assert outside_the_page(pack) == []
    assert irregular(pack) == []
