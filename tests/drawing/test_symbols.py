"""The signs that symbols bear, lines that lead both ways, notes that point, what stands above the map."""

from __future__ import annotations

import math
from datetime import date

import pytest
from maps import a_map, component, contract, link, scene, spot, table
from symbols import every_symbol

from mapper.drawing.draw import Scene, Show, draw, page, picture
from mapper.drawing.frame import Frame
from mapper.drawing.glyphs import glyph
from mapper.drawing.legend import blocks
from mapper.drawing.links import link_line
from mapper.drawing.marks import Circle, Hatch, Line, Mark, Path, Text
from mapper.drawing.place import lay_out
from mapper.drawing.theme import Theme
from mapper.drawing.themes import PRINT, THEMES, WARDLEY
from mapper.model import About, ComponentType, Document, Evolve, Flow, Id, Method, Note, Pipeline

EVERY_THEME = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())


def _marks(id: str, shown: Scene, layer: str) -> tuple[Mark, ...]:
    share = draw(Id(id), shown)
    return share[layer].marks if layer in share else ()


def _texts(marks: tuple[Mark, ...]) -> list[str]:
    return [mark.text for mark in marks if isinstance(mark, Text)]


def _explained(shown: Scene) -> set[str]:
    return {row.words for block in blocks(shown) for row in block.rows}


def in_theme(document: Document, theme: Theme) -> Scene:
    frame = Frame.of(document)
    return Scene(document, frame, theme, lay_out(document, frame, typeface=theme.typeface))


@EVERY_THEME
def test_every_symbol_is_drawn_in_every_theme_and_explained_if_it_is_used(theme: Theme) -> None:
    shown = in_theme(every_symbol(), theme)
    drawn = picture(shown)
    roles = {one.role for layer in drawn.layers for one in layer.drawn}
    assert roles >= {
        "component", "anchor", "market", "ecosystem", "submap", "pipeline", "movement", "inertia", "method",
        "accelerator", "decelerator", "attitude", "note", "leader", "annotation", "annotation list", "headline",
        "outline", "title", "interface", "legend",
    }  # fmt: skip
    assert _explained(shown) >= {
        "Expected to evolve", "Inertia: resists evolving", "Constraint: holds back the rest", "Pipeline of choices",
        "Market", "Ecosystem", "Has a map of its own", "Speeds evolution up", "Slows evolution down",
        "Each needs the other", "Flow and its direction", "Activity", "Practice", "Data", "Knowledge", "Human",
    }  # fmt: skip
    families = {mark.family for mark in drawn.marks() if isinstance(mark, Text)}
    assert families == {theme.typeface.family}


@EVERY_THEME
def test_links_that_cross_between_contracts_are_thicker_and_numbered_in_every_theme(theme: Theme) -> None:
    shown = in_theme(every_symbol(), theme)
    crossing = _marks("Case records→Own data centre", shown, "crossings")
    inner = _marks("Case handling→Case records", shown, "links")
    assert isinstance(crossing[0], Line) and isinstance(inner[0], Line)
    assert crossing[0].stroke.width >= 1.5 * inner[0].stroke.width
    numbers = [text for id in shown.document.contracts for text in _texts(_marks(id, shown, "interfaces"))]
    assert sorted(numbers) == ["1", "2", "3"]


@pytest.mark.parametrize("what", ComponentType)
def test_a_symbol_says_by_a_letter_what_it_is_that_evolves(what: ComponentType) -> None:
    shown = scene(a_map([component("tea", 0.5, 0.5, type=what), component("water", 0.7, 0.3)]))
    assert _texts(_marks("tea", shown, "components")) == [what[0].upper()]
    assert _texts(_marks("water", shown, "components")) == []
    assert what.capitalize() in _explained(shown)


def test_a_choice_of_a_pipeline_says_it_too_and_its_letter_stays_within_the_box() -> None:
    parts = [component("power", 0.5, 0.5), component("coal", 0.3, 0.5, pipeline="choices", type=ComponentType.DATA)]
    document = a_map(parts, pipelines=table(Pipeline(id=Id("choices"), component=Id("power"))))
    circle, letter = _marks("coal", scene(document), "components")
    assert isinstance(circle, Circle) and isinstance(letter, Text)
    assert circle.radius < 10 and letter.text == "D"


@pytest.mark.parametrize("method", [None, Method.USE])
def test_a_constraint_is_pinched_from_above_and_below_beyond_its_disc(method: Method | None) -> None:
    shown = scene(a_map([component("tea", 0.5, 0.5, constraint=True, method=method)]))
    x, y = spot(shown.document, "tea")
    pinches = [mark for mark in _marks("tea", shown, "components") if isinstance(mark, Path)]
    tips = sorted(mark.steps[0].y - y for mark in pinches if hasattr(mark.steps[0], "y"))
    least = 7 if method is None else 15
    assert len(tips) == 2 and tips[0] < -least and tips[1] > least
    name = shown.layout.labels[Id("tea")].box
    assert not name.holds(x, y + tips[0]) and not name.holds(x, y + tips[1])


def test_what_a_component_will_be_obtained_by_is_a_disc_round_its_ghost() -> None:
    evolve = Evolve(evolution=0.8, method=Method.RENT)
    shown = scene(a_map([component("tea", 0.4, 0.5, evolve=evolve)]))
    discs = [mark for mark in _marks("tea", shown, "movements") if isinstance(mark, Circle)]
    assert any(isinstance(disc.fill, Hatch) and disc.radius > 10 for disc in discs)
    bare = Scene(shown.document, shown.frame, WARDLEY, shown.layout, Show(methods=False))
    assert not any(
        isinstance(mark, Circle) and isinstance(mark.fill, Hatch) for mark in _marks("tea", bare, "movements")
    )


@pytest.mark.parametrize(("start", "end"), [(0.3, 0.7), (0.7, 0.3)])
def test_an_arrow_of_evolution_points_where_the_component_goes(start: float, end: float) -> None:
    shown = scene(a_map([component("tea", start, 0.5, evolve=Evolve(evolution=end))]))
    head = next(mark for mark in _marks("tea", shown, "movements") if isinstance(mark, Path))
    tip, back = head.steps[0], head.steps[1]
    assert hasattr(tip, "x") and hasattr(back, "x")
    assert (tip.x - back.x) * (end - start) > 0
    assert abs(tip.x - shown.frame.x(end)) < 12


def test_two_that_need_each_other_are_joined_by_two_lines_apart_each_with_a_head() -> None:
    parts = [component("tea", 0.3, 0.8), component("water", 0.6, 0.2)]
    there, back = link("tea", "water"), link("water", "tea")
    both = scene(a_map(parts, [there, back]))
    one_way, other_way = link_line(there, both), link_line(back, both)
    assert one_way is not None and other_way is not None
    (x1, y1, x2, y2), (_, _, x4, y4) = one_way, other_way
    apart = abs((x2 - x1) * (y1 - y4) - (x1 - x4) * (y2 - y1)) / math.hypot(x2 - x1, y2 - y1)
    assert apart == pytest.approx(8)
    for one in (there, back):
        assert any(isinstance(mark, Path) for mark in _marks(one.id, both, "links"))
    alone = scene(a_map(parts, [there]))
    assert not any(isinstance(mark, Path) for mark in _marks(there.id, alone, "links"))


def test_lines_that_lead_both_ways_still_end_at_the_rims() -> None:
    parts = [component("tea", 0.3, 0.8), component("water", 0.6, 0.2, kind="market")]
    there, back = link("tea", "water"), link("water", "tea", flow=Flow.FORWARD)
    shown = scene(a_map(parts, [there, back]))
    ends = link_line(there, shown)
    assert ends is not None
    for name, (x, y) in (("tea", ends[:2]), ("water", ends[2:])):
        radius = glyph(shown.document.components[Id(name)], shown.document).radius
        assert math.dist(spot(shown.document, name), (x, y)) == pytest.approx(radius)


def test_a_note_points_at_its_component_by_a_thin_line_that_ends_at_the_rim() -> None:
    note = Note(id=Id("note"), text="Ends soon", evolution=0.2, visibility=0.3, component=Id("tea"))
    shown = scene(a_map([component("tea", 0.5, 0.7)], notes=table(note)))
    dot = next(mark for mark in _marks("note", shown, "leaders") if isinstance(mark, Circle))
    assert 7 < math.dist((dot.x, dot.y), spot(shown.document, "tea")) < 16
    free = scene(a_map([component("tea", 0.5, 0.7)], notes=table(note.but(component=None))))
    assert _marks("note", free, "leaders") == ()


def test_a_note_on_its_component_needs_no_line() -> None:
    note = Note(id=Id("note"), text="Ends soon", evolution=0.5, visibility=0.5, component=Id("tea"))
    assert _marks("note", scene(a_map([component("tea", 0.5, 0.5)], notes=table(note))), "leaders") == ()


def test_title_author_day_and_scope_stand_in_a_line_above_the_map() -> None:
    about = About(author="Maya Lind", on=date(2026, 3, 4), scope="As bought today")
    shown = scene(a_map([], title="A benefits service", about=about))
    assert _texts(page(shown)["headline"].marks) == ["A benefits service", "Maya Lind · 4 March 2026 · As bought today"]
    assert all(mark.y < shown.frame.top for mark in page(shown)["headline"].marks if isinstance(mark, Text))


def test_a_map_without_a_title_of_its_own_or_an_author_has_no_line_above_it() -> None:
    assert "headline" not in page(scene(Document()))


def test_a_long_headline_is_cut_short_and_keeps_off_the_words_in_the_corners() -> None:
    corner = [component("new", 0.02, 0.99), component("old", 0.98, 0.99)]
    about = About(author="The office for long names " * 19, scope="x" * 300)
    shown = scene(a_map(corner, title="A title that goes on and on " * 9, about=about))
    texts = [mark for mark in page(shown)["headline"].marks if isinstance(mark, Text)]
    words = {mark.text: mark for mark in page(shown)["axes"].marks if isinstance(mark, Text)}
    assert texts and texts[0].text.endswith("…")
    assert words["Uncharted"].y < shown.frame.top
    assert texts[0].x > words["Uncharted"].x + 60


@pytest.mark.parametrize("id", ["high_contrast", "print"])
def test_where_hatching_must_tell_methods_apart_a_letter_does_too(id: str) -> None:
    parts = [component("tea", 0.3, 0.5), component("cup", 0.35, 0.6), component("odd", 0.7, 0.5, method=Method.USE)]
    document = a_map(parts, contracts=[contract("C1", "tea", "cup", method=Method.RENT)])
    shown = in_theme(document, THEMES[id])
    assert _texts(_marks("C1", shown, "letters")) == ["R"]
    assert _texts(_marks("odd", shown, "letters")) == ["U"]
    assert _marks("C1", in_theme(document, WARDLEY), "letters") == ()


def test_the_letter_of_a_contract_keeps_clear_of_names_and_symbols() -> None:
    shown = in_theme(every_symbol(), PRINT)
    for id in shown.document.contracts:
        disc = _marks(id, shown, "letters")[0]
        assert isinstance(disc, Circle)
        assert not any(place.box.holds(disc.x, disc.y) for place in shown.layout.labels.values())


def test_the_head_of_a_flow_is_not_hidden_by_the_disc_of_what_it_leads_to() -> None:
    parts = [component("tea", 0.3, 0.8), component("water", 0.6, 0.2, method=Method.USE)]
    flow = link("tea", "water", flow=Flow.FORWARD)
    ends = link_line(flow, scene(a_map(parts, [flow])))
    assert ends is not None
    assert math.dist(ends[2:], spot(a_map(parts), "water")) == pytest.approx(15)
