from __future__ import annotations

import subprocess
import sys
from itertools import combinations

import pytest
from maps import EVERY_PLAN, a_map, component, contract, link, sample, scattered, scene, spot, table

from mapper.drawing.frame import Frame
from mapper.drawing.layout import Box, Layout, ghost_label
from mapper.drawing.place import first_layout, lay_out
from mapper.drawing.scene import Show
from mapper.drawing.where import pipeline_box
from mapper.edits import delete
from mapper.model import Document, Evolve, Id, LabelOffset, Note, Pipeline
from mapper.procurement.interfaces import interfaces

SAMPLES = pytest.mark.parametrize(("name", "plan"), EVERY_PLAN)


def _layout(document: Document, show: Show | None = None) -> Layout:
    return lay_out(document, Frame.of(document), show or Show())


def _texts(layout: Layout) -> dict[str, Box]:
    labels = {f"name of {id}": place.box for id, place in layout.labels.items()}
    return labels | {f"title of {id}": place.box for id, place in layout.titles.items()}


def _symbol(document: Document, id: Id) -> Box:
    x, y = spot(document, id)
    return Box(x - 5, y - 5, x + 5, y + 5)


@SAMPLES
def test_no_text_of_a_sample_stands_on_another(name: str, plan: str) -> None:
    texts = _texts(_layout(sample(name, plan)))
    assert [pair for pair in combinations(texts, 2) if texts[pair[0]].meets(texts[pair[1]])] == []


@SAMPLES
def test_no_text_of_a_sample_covers_a_symbol_or_the_legend(name: str, plan: str) -> None:
    document = sample(name, plan)
    layout = _layout(document)
    for text, box in _texts(layout).items():
        assert [id for id in document.components if box.meets(_symbol(document, id))] == [], text
        assert not any(box.meets(card.box) for card in layout.legend), text


@SAMPLES
def test_every_component_of_a_sample_has_its_name_and_every_contract_its_title(name: str, plan: str) -> None:
    document = sample(name, plan)
    layout = _layout(document)
    for id, each in document.components.items():
        assert " ".join(layout.labels[id].lines) == each.name
    for id, each in document.contracts.items():
        assert " ".join(layout.titles[id].lines) == each.title


@SAMPLES
def test_the_numbers_on_a_sample_are_those_of_the_register_and_stand_on_one_of_their_links(
    name: str, plan: str
) -> None:
    document = sample(name, plan)
    register = {each.number: each for each in interfaces(document)}
    marks = _layout(document).interfaces
    assert sorted(mark.number for mark in marks) == sorted(register)
    for mark in marks:
        lines = [document.links[id] for id in register[mark.number].links]
        ends = [(spot(document, line.source), spot(document, line.target)) for line in lines]
        assert min(_distance((mark.x, mark.y), *pair) for pair in ends) < 1


def _distance(at: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    (x, y), (x1, y1), (x2, y2) = at, start, end
    length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


def test_the_choices_of_a_pipeline_are_named_below_its_box_and_within_the_outline_of_their_contract() -> None:
    power = component("Power", 0.5, 0.6)
    choices = [component(f"Choice {at}", at / 10, 0.6, pipeline="choices") for at in (3, 5, 7)]
    pipeline = Pipeline(id=Id("choices"), component=power.id)
    document = a_map([power, *choices], contracts=[contract("C1", "Power")], pipelines=table(pipeline))
    layout = _layout(document)
    box = pipeline_box(pipeline, document, Frame.of(document))
    for choice in choices:
        name = layout.labels[choice.id].box
        assert box.bottom < name.top < box.bottom + 10
        corners = [(x, y) for x in (name.left, name.right) for y in (name.top, name.bottom)]
        assert all(layout.outlines[Id("C1")].holds(*corner) for corner in corners)
    assert layout.labels[power.id].box.bottom < box.top


def test_a_label_that_the_user_put_somewhere_stays_there_and_others_keep_clear_of_it() -> None:
    own = component("placed by hand", 0.5, 0.5, label=LabelOffset(right=70, down=0))
    document = a_map([own, component("a neighbour", 0.54, 0.52), component("another", 0.54, 0.48)])
    layout = _layout(document)
    x, y = spot(document, "placed by hand")
    assert layout.labels[own.id].box.middle == (pytest.approx(x + 70), pytest.approx(y))
    others = [place.box for id, place in layout.labels.items() if id != own.id]
    assert not any(layout.labels[own.id].box.meets(box) for box in others)


def test_names_keep_clear_of_notes() -> None:
    note = Note(id=Id("note"), text="Keep clear of this", evolution=0.505, visibility=0.5)
    free = _layout(a_map([component("Kettle", 0.5, 0.5)])).labels[Id("Kettle")].box
    moved = _layout(a_map([component("Kettle", 0.5, 0.5)], notes=table(note))).labels[Id("Kettle")].box
    assert moved != free


def test_what_a_component_will_be_called_stands_beside_its_ghost() -> None:
    kettle = component("Kettle", 0.3, 0.5, evolve=Evolve(evolution=0.7, name="Electric kettle"))
    document = a_map([kettle])
    place = _layout(document).labels[ghost_label(kettle.id)]
    assert " ".join(place.lines) == "Electric kettle"
    assert place.box.meets(Box(*(value + pad for value, pad in zip(_ghost(document), (-40, -40, 40, 40), strict=True))))


def _ghost(document: Document) -> tuple[float, float, float, float]:
    frame = Frame.of(document)
    return frame.x(0.7), frame.y(0.5), frame.x(0.7), frame.y(0.5)


def test_a_links_text_stands_on_the_link() -> None:
    line = link("a", "b", label="orders")
    document = a_map([component("a", 0.2, 0.8), component("b", 0.8, 0.2)], [line])
    assert _distance(_layout(document).labels[line.id].box.middle, spot(document, "a"), spot(document, "b")) < 1


def test_only_what_is_near_to_a_move_is_placed_again() -> None:
    document = sample("communications-platform", "ten-contracts")
    frame = Frame.of(document)
    before = _layout(document)
    moved = document.components[Id("device_enhancements")]
    after_move = document.put("components", [moved.but(evolution=moved.evolution + 0.02)])
    after = lay_out(after_move, frame, previous=before, near=[moved.id])
    changed = {id for id, place in after.labels.items() if before.labels[id] != place}
    assert moved.id in changed
    assert len(changed) <= 3
    assert after.legend == before.legend
    assert {id for id, shape in after.outlines.items() if shape != before.outlines[id]} == {"C1"}


def test_nothing_moves_when_nothing_has_moved() -> None:
    document = scattered(5, members=5, others=20)
    before = _layout(document)
    assert lay_out(document, Frame.of(document), previous=before, near=[]) == before


def test_a_layout_is_the_same_each_time_whatever_the_order_of_sets() -> None:
    code = (
        "from mapper.files import native; from mapper.data import SAMPLES; from mapper.drawing.place import lay_out;"
        "from mapper.drawing.frame import Frame;"
        "d = native.load(SAMPLES / 'communications-platform.wardley'); print(lay_out(d, Frame.of(d)))"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_a_legend_that_finds_no_room_on_the_map_stands_below_it() -> None:
    document = scattered(1, members=3, others=77, apart=0.02)
    document = document.put("links", [link(f"part {at}", f"part {at + 1}") for at in range(79)])
    layout = _layout(document)
    assert layout.page_height is not None
    assert layout.page_height > Frame.of(document).height
    assert all(card.box.bottom <= layout.page_height for card in layout.legend)


def test_parts_that_are_not_shown_have_no_place() -> None:
    document = sample("communications-platform", "ten-contracts")
    layout = _layout(document, Show(contracts=False, labels=False, legend=False))
    assert layout == Layout()


def test_components_all_on_one_point_are_placed_all_the_same() -> None:
    document = a_map([component(f"component {at}", 0.5, 0.5) for at in range(60)])
    assert len(_layout(document).labels) == 60


def test_a_thousand_components_are_placed() -> None:
    document = scattered(2, members=3, others=970, apart=0.001, contracts=10)
    layout = _layout(document)
    assert len(layout.labels) == 1000
    assert len(layout.titles) == 10


def test_an_empty_map_has_an_empty_layout() -> None:
    assert _layout(Document()) == Layout()
    assert first_layout(Document(), Frame()) == Layout()


@SAMPLES
def test_at_the_first_paint_every_name_has_a_place_in_the_plot_and_few_meet(name: str, plan: str) -> None:
    document = sample(name, plan)
    frame = Frame.of(document)
    places = first_layout(document, frame).labels
    assert set(places) == set(document.components)
    meeting = [pair for pair in combinations(places, 2) if places[pair[0]].box.meets(places[pair[1]].box)]
    assert len(meeting) <= len(places) / 10


def test_drawing_and_placing_for_the_first_paint_load_nothing_heavy() -> None:
    code = (
        "import sys, mapper.drawing.draw, mapper.drawing.outline, mapper.export.svg;"
        "from mapper.drawing.place import first_layout; from mapper.drawing.frame import Frame;"
        "from mapper.model import Document; first_layout(Document(), Frame());"
        "print([name for name in ('numpy', 'PIL', 'contourpy', 'networkx', 'reportlab') if name in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_a_title_stands_outside_its_own_outline() -> None:
    document = a_map(
        [component("a", 0.4, 0.5), component("b", 0.5, 0.5)], contracts=[contract("C1", "a", "b", title="Tea")]
    )
    drawn = scene(document).layout
    assert not drawn.outlines[Id("C1")].holds(*drawn.titles[Id("C1")].box.middle)


@pytest.mark.parametrize("is_known", [True, False], ids=["after a drag", "from scratch"])
def test_the_legend_makes_way_for_a_name_that_the_user_put_there(is_known: bool) -> None:
    document = sample(*next(each for each in EVERY_PLAN if each[0] == "communications-platform"))
    before = _layout(document)
    box = before.legend[0].box
    (device,) = (each for each in document.components.values() if each.name == "Device")
    x, y = spot(document, device.id)
    offset = LabelOffset(right=(box.left + box.right) / 2 - x, down=(box.top + box.bottom) / 2 - y)
    put = document.put("components", [device.but(label=offset)])
    known = {"previous": before, "near": [device.id]} if is_known else {}
    after = lay_out(put, Frame.of(put), Show(), **known)
    assert not any(after.labels[device.id].box.meets(card.box) for card in after.legend)


def test_texts_make_way_for_a_legend_that_has_more_to_say() -> None:
    """As when a map is presented: a payment comes with its contract, and the legend grows over names that stood there."""
    whole = sample("communications-platform", "ten-contracts")
    outreach = next(each for each in whole.contracts.values() if each.ref == "C2")
    come = {outreach.id, *outreach.members}
    before = _layout(delete(whole, come))
    after = lay_out(whole, Frame.of(whole), Show(), before, come)
    assert after.legend != before.legend
    assert [text for text, box in _texts(after).items() if any(box.meets(card.box) for card in after.legend)] == []
