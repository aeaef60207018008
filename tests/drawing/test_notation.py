"""Accelerators, attitudes, flows, and axes that the author of a map names or hides."""

from __future__ import annotations

import pytest
from maps import a_map, component, link, scene, table

from mapper.drawing.draw import LAYERS, Scene, draw, page, picture
from mapper.drawing.layout import ghost_label
from mapper.drawing.legend import blocks
from mapper.drawing.legend_marks import draw_legend
from mapper.drawing.marks import Line, Move, Path, Rectangle, Straight, Text
from mapper.drawing.where import arrow_box
from mapper.model import Accelerator, Attitude, Document, Evolve, Flow, Id, LabelOffset, Look, People, Stages


def _force(name: str, evolution: float = 0.5, *, slows: bool = False) -> Accelerator:
    return Accelerator(id=Id(name), name=name, evolution=evolution, visibility=0.5, slows=slows)


def _area(people: People, evolution: float = 0.3) -> Attitude:
    return Attitude(id=Id(people), people=people, evolution=evolution, visibility=0.8, width=0.3, height=0.4)


def _texts(shown: Scene) -> set[str]:
    return {mark.text for mark in picture(shown).marks() if isinstance(mark, Text)}


@pytest.mark.parametrize("slows", [False, True])
def test_an_accelerator_points_to_where_evolution_leads_and_a_decelerator_back(slows: bool) -> None:
    shown = scene(a_map([], accelerators=table(_force("law", slows=slows))))
    (arrow,) = draw(Id("law"), shown)["components"].marks
    assert isinstance(arrow, Path)
    tip = next(step for step in arrow.steps if isinstance(step, Straight) and step.y == shown.frame.y(0.5))
    assert tip.x == shown.frame.x(0.5) + (-23 if slows else 23)


def test_an_accelerators_name_stands_clear_of_it_and_others_stand_clear_of_both() -> None:
    around = [component(f"part {at}", 0.45 + 0.02 * at, 0.5 + 0.03 * (at % 3 - 1)) for at in range(6) if at % 3 != 1]
    shown = scene(a_map(around, accelerators=table(_force("Open standards"))))
    arrow = arrow_box(shown.document.accelerators[Id("Open standards")], shown.frame)
    boxes = [place.box for place in shown.layout.labels.values()]
    assert len(boxes) == len(around) + 1
    assert not any(box.meets(arrow) for box in boxes)
    assert not any(one.meets(other) for at, one in enumerate(boxes) for other in boxes[:at])


def test_an_attitude_lies_below_everything_with_its_word_inside_at_the_top() -> None:
    shown = scene(a_map([], attitudes=table(_area(People.TOWN_PLANNERS))))
    share = draw(Id("town_planners"), shown)
    (area,) = share["areas"].marks
    assert isinstance(area, Rectangle)
    assert LAYERS.index("areas") == LAYERS.index("ground") + 1
    (word,) = share["labels"].marks
    assert isinstance(word, Text)
    assert word.text == "Town planners"
    assert area.x < word.x < area.x + area.width
    assert area.y < word.y < area.y + 40


def test_attitudes_differ_without_colour_by_their_edges() -> None:
    shown = scene(a_map([], attitudes=table(*(_area(people) for people in People))))
    areas = [draw(Id(people), shown)["areas"].marks[0] for people in People]
    assert len({area.stroke.dash for area in areas if isinstance(area, Rectangle) and area.stroke}) == 3


def test_an_attitude_that_would_reach_beyond_the_map_ends_at_its_edge_and_a_flat_one_can_still_be_seen() -> None:
    beyond = Attitude(id=Id("a"), people=People.SETTLERS, evolution=0.9, visibility=0.1, width=1, height=1)
    flat = Attitude(id=Id("b"), people=People.SETTLERS, evolution=1, visibility=0, width=0, height=0)
    shown = scene(a_map([], attitudes=table(beyond, flat)))
    for id in ("a", "b"):
        (area,) = draw(Id(id), shown)["areas"].marks
        assert isinstance(area, Rectangle)
        assert area.x + area.width <= shown.frame.right
        assert area.y + area.height <= shown.frame.bottom
        assert min(area.width, area.height) > 20


def test_a_name_in_an_area_has_a_halo_in_its_colour() -> None:
    plain = scene(a_map([component("tea", 0.45, 0.6)]))
    within = scene(a_map([component("tea", 0.45, 0.6)], attitudes=table(_area(People.PIONEERS))))
    assert len(draw(Id("tea"), within)["halos"].marks) == len(draw(Id("tea"), plain)["halos"].marks) + 1


@pytest.mark.parametrize(("flow", "heads"), [(None, 0), (Flow.FORWARD, 1), (Flow.BACKWARD, 1), (Flow.BOTH, 2)])
def test_a_flow_is_a_thicker_line_with_a_head_where_it_arrives(flow: Flow | None, heads: int) -> None:
    parts = [component("tea", 0.5, 0.8), component("water", 0.5, 0.2)]
    shown = scene(a_map(parts, [link("tea", "water", flow=flow)]))
    line, *found = draw(Id("tea→water"), shown)["links"].marks
    assert isinstance(line, Line)
    assert len(found) == heads
    assert (line.stroke.width > 2) is (flow is not None)
    tips = {head.steps[0].y for head in found if isinstance(head, Path) and isinstance(head.steps[0], Move)}
    near_water, near_tea = shown.frame.y(0.2) - 12, shown.frame.y(0.8) + 12
    assert any(tip > near_water for tip in tips) is (flow in (Flow.FORWARD, Flow.BOTH))
    assert any(tip < near_tea for tip in tips) is (flow in (Flow.BACKWARD, Flow.BOTH))


@pytest.mark.parametrize(
    ("label", "value", "words"), [("hot", "", "hot"), ("", "2 l", "2 l"), ("hot", "2 l", "hot · 2 l"), ("", "", None)]
)
def test_a_links_label_and_the_value_of_its_flow_are_written_on_it(label: str, value: str, words: str | None) -> None:
    user, tea = component("user", 0.5, 0.9, kind="anchor"), component("tea", 0.5, 0.5)
    texts = _texts(scene(a_map([user, tea], [link("user", "tea", label=label, value=value)])))
    assert texts & {"hot", "2 l", "hot · 2 l"} == ({words} if words else set())


def test_what_a_component_will_be_called_stands_where_the_user_put_it() -> None:
    evolve = Evolve(evolution=0.8, name="Instant tea", label=LabelOffset(right=60, down=-50))
    shown = scene(a_map([component("tea", 0.5, 0.5, evolve=evolve)]))
    middle = shown.layout.labels[ghost_label(Id("tea"))].box.middle
    assert middle == pytest.approx((shown.frame.x(0.8) + 60, shown.frame.y(0.5) - 50))


def test_the_author_names_the_value_chain_and_its_ends() -> None:
    shown = scene(a_map([], look=Look(value_chain="Reach", top="Near", bottom="Far " * 100)))
    words = [mark for mark in page(shown)["axes"].marks if isinstance(mark, Text) and mark.rotation]
    assert {"Reach", "Near"} < {mark.text for mark in words}
    assert not {"Value chain", "Visible", "Invisible"} & {mark.text for mark in words}
    (long,) = (mark for mark in words if mark.text.startswith("Far"))
    assert long.text.endswith("…")


def test_a_hidden_axis_has_neither_line_nor_words() -> None:
    names = {*Stages().names, "Evolution", "Uncharted", "Industrialised"}
    chain = {"Value chain", "Visible", "Invisible"}
    assert _texts(scene(Document())) == names | chain
    without_evolution = scene(Document(look=Look(hides_evolution=True)))
    assert _texts(without_evolution) == chain
    assert page(without_evolution)["stages"].marks == ()
    assert _texts(scene(Document(look=Look(hides_value_chain=True)))) == names
    assert page(scene(Document(look=Look(hides_evolution=True, hides_value_chain=True))))["axes"].marks == ()


def test_the_legend_explains_flows_forces_and_people_that_the_map_shows() -> None:
    parts = [component("tea", 0.5, 0.8), component("water", 0.5, 0.2)]
    document = a_map(
        parts,
        [link("tea", "water", flow=Flow.BOTH)],
        accelerators=table(_force("law", slows=True)),
        attitudes=table(_area(People.PIONEERS)),
    )
    shown = scene(document)
    said = {(row.kind, row.key) for block in blocks(shown) for row in block.rows}
    assert said == {("flow", ""), ("decelerator", ""), ("people", "pioneers")}
    assert {key for card in shown.layout.legend for key in card.blocks} == {"marks", "people"}
    swatches = draw_legend(shown)
    assert swatches is not None
    assert {mark.text for mark in swatches.marks if isinstance(mark, Text)} >= {"Pioneers", "Slows evolution down"}
