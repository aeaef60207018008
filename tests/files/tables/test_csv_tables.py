"""Tables as text, as people keep them: whatever stands between the cells, and however they write a stage or an amount."""

from __future__ import annotations

from decimal import Decimal

import pytest

from mapper.files.content import Content
from mapper.files.importer import Answers
from mapper.files.opening import importer_of
from mapper.files.problem import FileProblem
from mapper.files.report import Opened
from mapper.files.tables import CSV
from mapper.model import Component, Flow, Method, Service


def opened(text: str | bytes, answers: Answers | None = None, name: str = "shop.csv") -> Opened:
    content = Content(text if isinstance(text, bytes) else text.encode(), name)
    assert importer_of(content) is CSV
    return CSV.read(content, answers or {})


def component(row: str, header: str = "Name,Evolution,Visibility", answers: Answers | None = None) -> Component:
    """The component of a table of one row."""
    [found] = opened(f"{header}\n{row}\n", answers).document.components.values()
    return found


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_opens_whatever_stands_between_its_cells_and_however_it_is_written(
    delimiter: str, encoding: str
) -> None:
    rows = (("Name", "Evolution", "Visibility"), ("Café", "0.3", "0.9"), ("Tea", "0.6", "0.5"))
    found = opened("\r\n".join(delimiter.join(row) for row in rows).encode(encoding), name="tea.txt")
    assert [(c.name, c.evolution, c.visibility) for c in found.document.components.values()] == [
        ("Café", 0.3, 0.9),
        ("Tea", 0.6, 0.5),
    ]
    assert (found.document.title, found.format, found.problems) == ("tea", "CSV table", ())


def test_decimal_commas_and_quoted_cells_are_read() -> None:
    found = opened('Name;Evolution;Visibility\n"Tea; hot";0,35;0,9\n"Say ""Cup""";"0,6";0,5\n')
    assert [(c.name, c.evolution) for c in found.document.components.values()] == [
        ("Tea; hot", 0.35),
        ('Say "Cup"', 0.6),
    ]


@pytest.mark.parametrize(
    ("cell", "evolution"),
    [
        ("0.72", 0.72),
        ("72 %", 0.72),
        ("Genesis", 0.0875),
        ("custom-built", 0.2875),
        ("Product (+ rental)", 0.55),
        ("commodity", 0.85),
        ("Concept", 0.0875),
        ("Emerging", 0.2875),
        ("Convergent", 0.55),
        ("IV", 0.85),
        ("stage iii", 0.55),
    ],
)
def test_evolution_is_a_number_or_a_stage_of_any_vocabulary(cell: str, evolution: float) -> None:
    assert component(f"Tea,{cell},0.5").evolution == evolution


def test_numbers_up_to_a_hundred_are_taken_as_such_and_that_is_told() -> None:
    found = opened("Name,Evolution,Visibility\nTea,35,90\nCup,60,1\n")
    assert [(c.evolution, c.visibility) for c in found.document.components.values()] == [(0.35, 0.9), (0.6, 0.01)]
    assert "The column of evolution was read from 0 to 100." in found.notices


def test_one_odd_number_does_not_change_what_the_others_mean() -> None:
    found = opened("Name,Evolution,Visibility\nTea,0.3,0.9\nCup,1.01,0.5\nPot,0.9,0.5\n")
    assert [c.evolution for c in found.document.components.values()] == [0.3, 1.0, 0.9]
    [problem] = found.problems
    assert (problem.line, problem.column, problem.text) == (3, 2, "1.01")
    assert problem.done == "It is put at 1."


def test_stages_may_be_counted() -> None:
    found = opened("Name,Stage,Visibility\nTea,1,0.9\nCup,4,0.5\n")
    assert [c.evolution for c in found.document.components.values()] == [0.0875, 0.85]


def test_a_stage_that_contradicts_the_number_is_told() -> None:
    found = opened("Name,Evolution,Stage,Visibility\nTea,0.45,Custom built,0.9\n")
    [tea] = found.document.components.values()
    [problem] = found.problems
    assert tea.evolution == 0.45
    assert (problem.line, problem.column, problem.text, problem.done) == (2, 3, "Custom built", "The number is taken.")


def test_components_without_a_visibility_stand_as_far_down_as_they_are_needed() -> None:
    found = opened("Name,Stage,Needs\nPublic,IV,Cup\nCup,III,Tea; Water\nTea,II,Water\nWater,IV,\n")
    heights = {c.name: c.visibility for c in found.document.components.values()}
    assert heights["Public"] > heights["Cup"] > heights["Tea"] > heights["Water"]
    assert "4 components have no visibility in the table: put as far down as the links say." in found.notices
    assert len(found.document.links) == 4


def test_components_in_a_circle_of_needs_have_a_place_too() -> None:
    found = opened("Name,Stage,Needs\nHen,II,Egg\nEgg,II,Hen\n")
    hen, egg = found.document.components.values()
    assert hen.visibility > egg.visibility


def test_without_links_components_stand_one_below_the_other() -> None:
    found = opened("Name,Stage\nTea,II\nCup,II\nPot,II\n")
    heights = [c.visibility for c in found.document.components.values()]
    assert heights == sorted(heights, reverse=True) and len(set(heights)) == 3


def test_components_that_would_stand_on_one_spot_share_the_width_of_their_stage() -> None:
    found = opened("Name,Stage,Visibility\nTea,II,0.5\nCup,II,0.5\nPot,II,0.5\n")
    places = [c.evolution for c in found.document.components.values()]
    assert len(set(places)) == 3
    assert all(found.document.stages.stage(place).value == "custom_built" for place in places)


def test_contracts_are_made_by_reference_and_by_title() -> None:
    found = opened(
        "Name,Evolution,Visibility,Contract,Value,Owner,Supplier\n"
        'Portal,0.3,0.9,C1: Front end,"£1,250.50",Ann,Acme\n'
        "Search,0.4,0.8,c1,,,\n"
        "Mail,0.8,0.4,Hosting,90k,Bob,\n"
        "Disk,0.9,0.3,hosting,,,\n"
    )
    document = found.document
    front, hosting = document.contracts.values()
    assert (front.ref, front.title, front.members) == ("C1", "Front end", ("portal", "search"))
    assert (hosting.ref, hosting.title, hosting.members) == ("C2", "Hosting", ("mail", "disk"))
    assert (front.value, hosting.value) == (Decimal("1250.50"), Decimal(90_000))
    assert front.owner is not None and document.people[front.owner].name == "Ann"
    assert front.supplier is not None and document.suppliers[front.supplier].name == "Acme"
    assert document.service.currency == "GBP"
    assert found.problems == ()


@pytest.mark.parametrize(
    ("cell", "amount"),
    [
        ("1250.50", "1250.50"),
        ("1.250,50 €", "1250.50"),
        ("1,250,000", "1250000"),
        ("1.250", "1250"),
        ("12,50", "12.50"),
        ("EUR 1 250", "1250"),
        ("1.2m", "1200000"),
        ("$3bn", "3000000000"),
    ],
)
def test_an_amount_is_read_in_the_ways_in_which_countries_write_it(cell: str, amount: str) -> None:
    found = opened(f"Name;Stage;Contract;Value\nTea;II;C1;{cell}\n")
    assert found.problems == ()
    assert [each.value for each in found.document.contracts.values()] == [Decimal(amount)]


@pytest.mark.parametrize(
    ("row", "place", "reason"),
    [
        ("Tea,far,0.5,,,,", (2, 2), "“far” is no place"),
        ("Tea,0.5,0.5,teapot,,,", (2, 4), "“teapot” is no kind of component"),
        ("Tea,0.5,0.5,,beg,,", (2, 5), "“beg” is no method"),
        ("Tea,0.5,0.5,,,C1,lots", (2, 7), "“lots” is no amount of money"),
        ("Tea,0.5,0.5,anchor,,C1,", (2, 6), "“Tea” is a user, who is in no contract"),
        (",0.5,0.5,,,,", (2, 1), "A row has no name"),
    ],
)
def test_what_is_wrong_in_a_cell_is_told_with_its_row_and_column(row: str, place: tuple[int, int], reason: str) -> None:
    found = opened(f"Name,Evolution,Visibility,Kind,Method,Contract,Value\n{row}\nCup,0.1,0.1,,,,\n")
    problem = next(each for each in found.problems if reason in each.reason)
    assert (problem.line, problem.column) == place


def test_what_contracts_would_say_stays_with_a_component_that_is_in_none() -> None:
    tea = component("Tea,II,500,Ann", "Name,Stage,Value,Owner")
    assert tea.description == "Value: 500\nOwner: Ann"


def test_rows_say_kind_method_inertia_movement_and_more() -> None:
    header = "Name,Evolution,Visibility,Type,Sourcing,Inertia,Evolves to,Description,URL"
    tea = component("Tea,0.3,0.5,market,outsource,habit,Iced tea 0.8,Hot,https://tea.example", header)
    assert (tea.kind, tea.method, tea.description, tea.address) == ("market", Method.USE, "Hot", "https://tea.example")
    assert tea.inertia is not None and tea.inertia.text == "habit"
    assert tea.evolve is not None and (tea.evolve.evolution, tea.evolve.name) == (0.8, "Iced tea")
    assert component("Tea,0.3,0.5,,,no,Product,,", header).inertia is None


def test_members_of_pipelines_stand_where_their_pipeline_is() -> None:
    found = opened("Name,Evolution,Visibility,Pipeline\nKettle,0.5,0.6,\nGas,0.7,0.2,Kettle\nOil,0.2,0.3,Gone\n")
    [pipeline] = found.document.pipelines.values()
    gas = found.document.components["gas"]
    assert (pipeline.component, gas.pipeline, gas.visibility) == ("kettle", pipeline.id, 0.6)
    assert [each.reason for each in found.problems] == ["“Oil” cannot be in a pipeline of “Gone”."]


def test_names_meet_whatever_their_capitals_and_what_meets_nothing_is_told() -> None:
    found = opened('Name,Stage,Needs\nCup,II,"tea, WATER"\nTea,II,Leaves\nWater,IV,\n')
    assert [(link.source, link.target) for link in found.document.links.values()] == [("cup", "tea"), ("cup", "water")]
    assert found.unresolved_links == 1
    [problem] = found.problems
    assert (problem.line, problem.column, problem.text) == (3, 3, "Leaves")


def test_a_table_of_links_alone_is_a_map() -> None:
    found = opened("From,To,Label\nPublic,Cup,drinks\nCup,Tea,\nCup,,\n")
    assert [c.name for c in found.document.components.values()] == ["Public", "Cup", "Tea"]
    assert [link.label for link in found.document.links.values()] == ["drinks", ""]
    heights = [c.visibility for c in found.document.components.values()]
    assert heights == sorted(heights, reverse=True)
    assert found.unresolved_links == 1


def test_a_link_says_what_flows_and_which_way() -> None:
    found = opened("From,To,Flow,What flows\nCup,Tea,Both ways,heat\nTea,Water,backward,\nTea,Leaf,up,\n")
    links = list(found.document.links.values())
    assert [(link.flow, link.value) for link in links] == [(Flow.BOTH, "heat"), (Flow.BACKWARD, ""), (None, "")]
    assert [(each.line, each.column, each.text) for each in found.problems] == [(4, 3, "up")]


def test_without_headers_columns_are_known_by_what_they_hold() -> None:
    tea, _ = opened("Tea,0.3,0.9\nCup,0.6,0.5\n").document.components.values()
    assert (tea.name, tea.evolution, tea.visibility) == ("Tea", 0.3, 0.9)
    links = opened("Cup,Tea\nTea,Water\n").document.links.values()
    assert [(link.source, link.target) for link in links] == [("cup", "tea"), ("tea", "water")]


def test_titles_above_the_headers_are_passed_over_and_rows_are_counted_from_the_top() -> None:
    found = opened("Our shop,,\n,,\nName,Evolution,Visibility\nTea,far,0.9\n")
    assert [c.name for c in found.document.components.values()] == ["Tea"]
    assert found.problems[0].line == 4


def test_the_user_can_say_what_columns_hold() -> None:
    table = "Name,A,B\nTea,0.2,0.9\nCup,0.6,0.5\n"
    tea = opened(table, {"column-1": "visibility", "column-2": "evolution"}).document.components["tea"]
    assert (tea.evolution, tea.visibility) == (0.9, 0.2)
    swapped = opened(table, {"column-0": "", "column-1": "name"})
    assert [c.name for c in swapped.document.components.values()] == ["0.2", "0.6"]
    with pytest.raises(FileProblem, match="has no column of names: say which column holds them"):
        opened(table, {"column-0": ""})


def test_columns_that_are_not_read_are_told() -> None:
    found = opened("Name,Stage,Colour,Empty,From\nTea,II,brown,,Ceylon\n")
    assert "Columns that were left out: “Colour”, “From”." in found.notices


def test_what_has_two_ends_and_no_place_is_a_link_whose_name_is_its_label() -> None:
    [link] = opened("Name,From,To\ndrinks,Public,Tea\n").document.links.values()
    assert (link.source, link.target, link.label) == ("public", "tea", "drinks")


def test_a_quotation_mark_that_is_missing_is_told_with_its_row() -> None:
    found = opened('Name,Stage\nTea,II\n"Cup,II\nPot,III\n')
    assert (found.problems[0].line, found.problems[0].done) == (3, "The cells from here on may be wrong.")


def test_a_table_without_anything_in_it_is_refused() -> None:
    with pytest.raises(FileProblem, match="is empty: there is no map in it"):
        CSV.read(Content(b"\n\n", "shop.csv"), {})


def test_a_table_of_too_many_rows_is_refused() -> None:
    with pytest.raises(FileProblem, match="has more than 50,000 rows"):
        opened("Name,Stage\n" + "Tea,II\n" * 50_001)


def test_a_table_of_too_many_columns_is_refused_and_blank_ones_do_not_count() -> None:
    with pytest.raises(FileProblem, match="has more than 200 columns"):
        opened("Name,Stage" + ",x" * 200 + "\nTea,II\n")
    found = opened("Name,Stage" + "," * 5000 + "\nTea,II" + "," * 5000 + "\n")
    assert [c.name for c in found.document.components.values()] == ["Tea"]


def test_excels_own_line_about_delimiters_is_no_row_of_names() -> None:
    found = opened("sep=;\nName;Stage\nTea;II\n")
    assert [c.name for c in found.document.components.values()] == ["Tea"]


@pytest.mark.parametrize(
    "text",
    [
        "title Tea, hot\ncomponent Tea, hot [0.5, 0.6]\ncomponent Name, evolution [0.1, 0.2]\n",
        "Tea (90, 50)\nKettle (70, 30)\nTea -> Kettle\n",
        "component Name [0.5, 0.5]\ncomponent Stage [0.4, 0.4]\nName->Stage\n",
        "title: Tea, cups\nanchor Public : IV\nTea : II\nPublic -> Tea\n",
    ],
)
def test_no_text_of_a_map_language_is_taken_for_a_table(text: str) -> None:
    assert not CSV.recognises(Content(text.encode(), "map.owm"))


GERMAN = """Beschaffungsübersicht;;;;
Stand: 12.03.2026;;;;
;;;;
Komponente;Phase;Sichtbarkeit;Vertrag;Vertragswert
Anträge prüfen;Maßgeschneidert;0,82;C1 Prüfung;1.250.000,00 €
Datenbank;Produkt;0,2;C2;80.000,50 €
"""


def test_a_table_from_a_german_excel_opens_by_its_german_headers_below_its_title() -> None:
    found = opened(GERMAN.replace("\n", "\r\n").encode("cp1252"))
    assert [(c.name, c.evolution, c.visibility) for c in found.document.components.values()] == [
        ("Anträge prüfen", 0.2875, 0.82),
        ("Datenbank", 0.55, 0.2),
    ]
    contracts = [(c.ref, c.title, c.value) for c in found.document.contracts.values()]
    assert contracts == [("C1", "Prüfung", Decimal("1250000.00")), ("C2", "", Decimal("80000.50"))]
    assert (found.document.service.currency, found.problems) == ("EUR", ())


@pytest.mark.parametrize(
    ("header", "cells", "place"),
    [
        ("Nom;Stade;Visibilité", "Thé;Genèse;90 %", (0.0875, 0.9)),
        ("Nombre;Etapa;Visibilidad", "Té;A medida;0,9", (0.2875, 0.9)),
        ("Nome;Fase;Visibilità", "Tè;Su misura;0,9", (0.2875, 0.9)),
        ("Naam;Stadium;Zichtbaarheid", "Thee;Maatwerk;0,9", (0.2875, 0.9)),
        ("Component name;Stage 1-4;Visibility %", "Tea;2;90", (0.2875, 0.9)),
    ],
)
def test_headers_and_stages_are_known_in_several_languages_and_with_what_else_stands_in_them(
    header: str, cells: str, place: tuple[float, float]
) -> None:
    found = component(cells, header)
    assert (found.evolution, found.visibility) == place


def test_a_row_of_headers_in_no_known_language_is_no_component() -> None:
    found = opened("Nr;Nimi;Kypsyys;Näkyvyys\nA1;Tee;0,6;0,9\nA2;Kuppi;0,4;0,5\n", name="suomi.csv")
    assert [(c.name, c.evolution, c.visibility) for c in found.document.components.values()] == [
        ("Tee", 0.6, 0.9),
        ("Kuppi", 0.4, 0.5),
    ]


def test_the_user_can_say_which_row_names_the_columns_or_that_none_does() -> None:
    text = "Our shop,Part,Of it,\nItem,Maturity,Visibility,Lot\nTea,0.6,0.9,C1\n"
    assert len(opened(text).document.components) == 1
    assert [c.name for c in opened(text, {"header": "none"}).document.components.values()] == [
        "Our shop",
        "Item",
        "Tea",
    ]
    asked = {each.id: each for each in CSV.questions(Content(text.encode(), "shop.csv"))}["header"]
    assert (asked.default, asked.choices[0][0], asked.choices[1]) == (
        "2",
        "none",
        ("1", "Row 1: Our shop · Part · Of it"),
    )


def test_a_header_of_links_in_other_words_is_no_link() -> None:
    found = opened("Customer of,Thing\nCup,Tea\nTea,Kettle\nKettle,Power\n")
    assert [c.name for c in found.document.components.values()] == ["Cup", "Tea", "Kettle", "Power"]
    assert len(found.document.links) == 3


@pytest.mark.parametrize(
    ("header", "cell", "value", "currency"),
    [
        ("Value (£k)", "1,250", "1250000.00", "GBP"),
        ("Value £m", "1.25", "1250000.00", "GBP"),
        ("Value (£000s)", "£300k", "300000.00", "GBP"),
        ("Cost in EUR", "1250", "1250.00", "EUR"),
        ("Contract value", "1250", "1250.00", ""),
        ("Betrag (Mio €)", "3", "3000000.00", "EUR"),
    ],
)
def test_a_header_says_what_its_amounts_are_counted_in(header: str, cell: str, value: str, currency: str) -> None:
    document = opened(f'Name,Stage,Contract,{header}\nTea,I,C1,"{cell}"\n').document
    assert [contract.value for contract in document.contracts.values()] == [Decimal(value)]
    assert document.service.currency == (currency or Service().currency)


def test_a_table_that_does_not_say_how_evolved_anything_is_hides_no_component_behind_another() -> None:
    rows = "Portal,C1,Case; Mail; Pay\nCase,C1,DB\nMail,C2,\nPay,C3,\nDB,C4,\n"
    found = opened(f"Component,Contract,Depends on\n{rows}")
    places = [(c.evolution, c.visibility) for c in found.document.components.values()]
    assert len(set(places)) == len(places) == 5
    assert all(0.4 < evolution < 0.7 for evolution, _ in places)
    assert (found.problems, sum("how evolved" in notice for notice in found.notices)) == ((), 1)
    links = opened("From,To\nPortal,Case\nPortal,Mail\n").document.components.values()
    assert len({(c.evolution, c.visibility) for c in links}) == 3


def test_far_more_needs_than_any_map_has_are_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mapper.files.tables.links._MOST_NEEDS", 3)
    found = opened("Name,Evolution,Needs\nTea,0.5,Cup;Pot\nCup,0.5,Pot;Tea\nPot,0.5,Tea\n")
    assert [(link.source, link.target) for link in found.document.links.values()] == [("tea", "cup"), ("tea", "pot")]
    (problem,) = found.problems
    assert (problem.line, problem.reason) == (3, "More than 3 needs are named.")


def test_a_long_table_between_semicolons_is_no_flood() -> None:
    row = ";".join(["Tea", "0.5", *["x"] * 38])
    assert len(opened("\n".join(["Name;Evolution", *[row] * 15_000])).document.components) == 15_000


def test_a_description_that_is_too_long_is_cut_and_told() -> None:
    found = opened(f"Name,Evolution,Description\nTea,0.5,{'hot ' * 6_000}\n")
    assert [len(one.description) for one in found.document.components.values()] == [20_000]
    (problem,) = found.problems
    assert (problem.line, problem.done) == (2, "The rest of it is left out.")
    assert "is longer than 20,000 letters" in problem.reason
