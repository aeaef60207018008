from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from maps import EVERY_PLAN, a_map, component, contract, link, sample, scene, spot, table

from mapper.drawing.draw import LAYERS, Scene, Show, draw, page, picture
from mapper.drawing.legend import blocks
from mapper.drawing.marks import Circle, Clipped, Hatch, Line, Mark, Path, Rectangle, Text
from mapper.drawing.themes import DARK, WARDLEY
from mapper.model import (
    Annotation,
    Document,
    Evolve,
    Id,
    Inertia,
    InertiaKind,
    Method,
    Note,
    Pipeline,
    Position,
    Pricing,
)
from mapper.procurement.words import word
from strategies import documents


def _flat(marks: tuple[Mark, ...]) -> Iterator[Mark]:
    for mark in marks:
        yield from _flat(mark.marks) if isinstance(mark, Clipped) else (mark,)


def _marks(id: str, shown: Scene, *layers: str) -> list[Mark]:
    share = draw(Id(id), shown)
    return [mark for name in layers or share for mark in _flat(share[name].marks) if name in share]


def _words(shown: Scene) -> set[str]:
    return {mark.text for mark in _flat(tuple(picture(shown).marks())) if isinstance(mark, Text)}


@pytest.mark.parametrize(("name", "plan"), EVERY_PLAN)
def test_a_picture_is_the_page_and_the_share_of_every_record(name: str, plan: str) -> None:
    shown = scene(sample(name, plan))
    whole = picture(shown)
    assert tuple(layer.name for layer in whole.layers) == LAYERS
    document = shown.document
    records = [
        *document.contracts, *document.pipelines, *document.links, *document.components, *document.notes,
        *document.annotations, *document.accelerators, *document.attitudes,
    ]  # fmt: skip
    shares = [page(shown), *(draw(id, shown) for id in records)]
    for layer in whole.layers:
        expected = [share[layer.name] for share in shares if layer.name in share]
        assert sorted(layer.drawn, key=repr) == sorted(expected, key=repr)


@settings(max_examples=40)
@given(document=documents())
def test_any_document_can_be_drawn_in_any_theme(document: Document) -> None:
    first = picture(scene(document))
    assert first == picture(scene(document))
    assert len(list(picture(scene(document, theme=DARK)).marks())) == len(list(first.marks()))


def test_an_id_that_the_map_lacks_draws_nothing() -> None:
    assert draw(Id("nobody"), scene(Document())) == {}


def test_a_component_is_a_ring_and_a_user_a_person_with_a_bold_name() -> None:
    shown = scene(a_map([component("tea", 0.5, 0.5), component("guest", 0.5, 0.9, kind="anchor")]))
    ring = _marks("tea", shown, "components")[0]
    assert isinstance(ring, Circle)
    assert (ring.x, ring.y, ring.radius) == (*spot(shown.document, "tea"), 7)
    name = _marks("guest", shown, "labels")[0]
    assert isinstance(name, Text)
    assert name.weight == 700
    assert any(isinstance(mark, Path) for mark in _marks("guest", shown, "components"))


def test_each_kind_looks_different() -> None:
    kinds = ("component", "anchor", "market", "ecosystem", "submap")
    shown = scene(a_map([component(kind, 0.5, 0.5, kind=kind) for kind in kinds]))
    assert len({repr(_marks(kind, shown, "components")) for kind in kinds}) == len(kinds)


def test_an_evolving_component_has_a_dashed_red_arrow_to_a_hollow_ghost() -> None:
    document = a_map([component("kettle", 0.3, 0.5, evolve=Evolve(evolution=0.7, name="Electric kettle"))])
    shown = scene(document)
    marks = _marks("kettle", shown, "movements")
    dashed = [mark for mark in marks if isinstance(mark, Line) and mark.stroke.dash]
    ghosts = [mark for mark in marks if isinstance(mark, Circle) and mark.stroke]
    assert [mark.stroke.colour for mark in dashed] == [WARDLEY.evolve]
    assert [(mark.x, mark.y) for mark in ghosts] == [(shown.frame.x(0.7), shown.frame.y(0.5))]
    assert dashed[0].x1 < dashed[0].x2
    assert "Electric kettle" in _words(shown)
    assert "movements" not in draw(Id("kettle"), scene(document, Show(evolve=False)))


def test_an_arrow_can_point_back() -> None:
    shown = scene(a_map([component("kettle", 0.7, 0.5, evolve=Evolve(evolution=0.3))]))
    line = next(mark for mark in _marks("kettle", shown, "movements") if isinstance(mark, Line) and mark.stroke.dash)
    assert line.x2 < line.x1


def _bar(document: Document) -> Rectangle:
    """The bar of inertia of the map's only component, before the casing behind it."""
    (id,) = document.components
    bar = _marks(id, scene(document), "inertia")[1]
    assert isinstance(bar, Rectangle)
    return bar


@pytest.mark.parametrize(("start", "end"), [(0.3, 0.7), (0.7, 0.3)])
def test_inertia_is_a_bar_before_the_stage_line_that_is_resisted_thicker_the_stronger(start: float, end: float) -> None:
    bars = [
        _bar(a_map([component("kettle", start, 0.5, evolve=Evolve(evolution=end), inertia=Inertia(level=level))]))
        for level in (1, 2, 3)
    ]
    line = scene(Document()).frame.x(0.40)
    assert [bar.width for bar in bars] == sorted({bar.width for bar in bars})
    for bar in bars:
        assert line - 30 < bar.x < line - 5 if end > start else line + 5 < bar.x < line + 30


@pytest.mark.parametrize("evolve", [None, Evolve(evolution=0.9), Evolve(evolution=0.1)])
def test_inertia_keeps_clear_of_the_component_and_stands_on_its_way(evolve: Evolve | None) -> None:
    document = a_map([component("kettle", 0.5, 0.5, method=Method.USE, evolve=evolve, inertia=Inertia(level=3))])
    x, _ = spot(document, "kettle")
    backward = evolve is not None and evolve.evolution < 0.5
    bar = _bar(document)
    assert bar.x + bar.width < x - 15 if backward else bar.x > x + 15
    assert evolve is not None or bar.x < x + 45


@pytest.mark.parametrize("kind", InertiaKind)
def test_the_kind_of_inertia_is_a_letter_on_its_bar_and_words_in_the_legend(kind: InertiaKind) -> None:
    shown = scene(a_map([component("kettle", 0.5, 0.5, inertia=Inertia(kind=kind))]))
    letters = [mark.text for mark in _marks("kettle", shown, "inertia") if isinstance(mark, Text)]
    assert letters == [word(kind)[0]]
    assert {row.words for block in blocks(shown) for row in block.rows if row.kind == "kind"} == {word(kind)}
    assert len({word(kind)[0] for kind in InertiaKind}) == len(InertiaKind)


def test_a_pipeline_is_a_box_under_its_component_with_small_members_inside() -> None:
    parts = [component("power", 0.5, 0.5), component("coal", 0.3, 0.9, pipeline="choices")]
    pipelines = {"choices": Pipeline(id=Id("choices"), component=Id("power"), title="Ways to make power")}
    shown = scene(a_map([*parts, component("wind", 0.8, 0.1, pipeline="choices")], pipelines=pipelines))
    box = _marks("choices", shown, "pipelines")[0]
    assert isinstance(box, Rectangle)
    for member in ("coal", "wind"):
        circle = _marks(member, shown, "components")[0]
        assert isinstance(circle, Circle)
        assert circle.radius < 7
        assert box.x < circle.x < box.x + box.width
        assert box.y < circle.y < box.y + box.height
    assert isinstance(_marks("power", shown, "components")[0], Rectangle)


def test_a_disc_shows_a_method_only_where_no_contract_says_the_same() -> None:
    parts = [component(name, 0.2 * at, 0.5, method=Method.RENT) for at, name in enumerate(("in", "odd", "free"), 1)]
    made = [contract("C1", "in", method=Method.RENT), contract("C2", "odd", method=Method.USE)]
    shown = scene(a_map([*parts, component("undecided", 0.9, 0.5)], contracts=made))
    assert {id for id in shown.document.components if "discs" in draw(id, shown)} == {"odd", "free"}
    assert isinstance(_marks("odd", shown, "discs")[0].fill, Hatch)


def test_a_link_over_a_boundary_is_stronger_than_one_within() -> None:
    parts = [component(name, 0.2 * at, 0.5) for at, name in enumerate("abc", 1)]
    shown = scene(a_map(parts, [link("a", "b"), link("b", "c")], [contract("C1", "a", "b")]))
    inner, crossing = (_marks(id, shown)[0] for id in ("a→b", "b→c"))
    assert crossing.stroke.width > inner.stroke.width
    assert "crossings" in draw(Id("b→c"), shown)


def test_a_link_ends_at_the_rims_and_is_not_drawn_between_symbols_that_touch() -> None:
    parts = [component("a", 0.2, 0.5), component("b", 0.4, 0.5), component("c", 0.2, 0.5)]
    shown = scene(a_map(parts, [link("a", "b"), link("a", "c")]))
    line = _marks("a→b", shown)[0]
    assert (line.x1, line.x2) == (spot(shown.document, "a")[0] + 7, spot(shown.document, "b")[0] - 7)
    assert draw(Id("a→c"), shown) == {}


def test_a_contract_is_filled_by_method_outlined_by_payment_and_named_by_badge_and_title() -> None:
    made = [contract("C7", "a", title="Hosting & power", method=Method.USE, pricing=Pricing.PAY_PER_USE)]
    shown = scene(a_map([component("a", 0.5, 0.5)], contracts=made))
    assert _marks("C7", shown, "fills")[0].fill == WARDLEY.grounds[Method.USE]
    outline = _marks("C7", shown, "outlines")[0]
    assert outline.stroke.dash
    assert {"C7", "UNIT", "Hosting & power"} <= {
        mark.text for mark in _marks("C7", shown, "titles") if isinstance(mark, Text)
    }


def test_a_contract_that_has_decided_nothing_has_a_plain_grey_outline_and_no_code() -> None:
    shown = scene(a_map([component("a", 0.5, 0.5)], contracts=[contract("C1", "a", pricing=Pricing.NOT_APPLICABLE)]))
    assert _marks("C1", shown, "outlines")[0].stroke.dash == ()
    assert [mark.text for mark in _marks("C1", shown, "titles") if isinstance(mark, Text)] == ["C1"]


def test_with_one_contract_lit_all_else_is_grey_and_nameless() -> None:
    document = sample("communications-platform", "ten-contracts")
    lit, *others = document.contracts
    shown = scene(document, Show(only_contract=lit))
    plain = scene(document)
    assert _marks(lit, shown, "outlines") == _marks(lit, plain, "outlines")
    assert {_marks(id, shown, "outlines")[0].stroke.colour for id in others} == {WARDLEY.faint}
    stranger = next(id for id in document.components if id not in document.contracts[lit].members)
    assert "labels" not in draw(stranger, shown)
    assert "labels" in draw(document.contracts[lit].members[0], shown)
    assert "legend" not in page(shown)


def test_without_contracts_there_is_no_outline_no_number_and_no_strong_link() -> None:
    shown = scene(sample("communications-platform", "ten-contracts"), Show(contracts=False))
    used = {layer.name for layer in picture(shown).layers if layer.drawn}
    assert used.isdisjoint({"fills", "gaps", "outlines", "titles", "interfaces", "crossings"})


def test_notes_and_annotations_are_written_out_and_can_be_hidden() -> None:
    here = Position(evolution=0.2, visibility=0.3)
    document = a_map(
        [component("a", 0.5, 0.5)],
        notes=table(Note(id=Id("n"), text="First line\nSecond line", evolution=0.1, visibility=0.9)),
        annotations=table(Annotation(id=Id("r"), number=12, text="A remark", positions=(here, here))),
        annotations_at=Position(evolution=0.9, visibility=0.1),
    )
    assert {"First line", "Second line", "12", "A remark"} <= _words(scene(document))
    assert len([mark for mark in _marks("r", scene(document)) if isinstance(mark, Circle)]) == 2
    assert _words(scene(document, Show(notes=False))).isdisjoint({"First line", "12", "A remark"})


def test_a_name_on_a_contracts_fill_has_a_halo_in_its_colour_clipped_to_it() -> None:
    parts = [component("left", 0.44, 0.5), component("in", 0.5, 0.5), component("right", 0.56, 0.5)]
    made = [contract("C1", "left", "in", "right", method=Method.USE)]
    shown = scene(a_map(parts, contracts=made))
    box = dataclasses.replace(shown.layout.labels[Id("in")], box=shown.layout.outlines[Id("C1")].bounds)
    inside = dataclasses.replace(shown, layout=dataclasses.replace(shown.layout, labels={Id("in"): box}))
    clipped = [mark for mark in draw(Id("in"), inside)["halos"].marks if isinstance(mark, Clipped)]
    assert [mark.halo for clip in clipped for mark in clip.marks] == [WARDLEY.grounds[Method.USE]]


def test_a_word_in_the_corner_gives_way_to_a_component_there() -> None:
    def height(document: Document) -> float:
        axes = page(scene(document))["axes"].marks
        return next(mark.y for mark in axes if isinstance(mark, Text) and mark.text == "Uncharted")

    assert height(a_map([component("a", 0.5, 0.5)])) > 40 > height(a_map([component("a", 0.03, 0.98)]))


def test_a_long_stage_name_is_set_smaller_rather_than_over_its_neighbour() -> None:
    document = Document()
    names = ("A very long name for a very early stage", *document.stages.names[1:])
    shown = scene(document.but(stages=document.stages.but(names=names)))
    sizes = {mark.text: mark.size for mark in page(shown)["axes"].marks if isinstance(mark, Text)}
    assert sizes[names[0]] < sizes["Custom Built"]
