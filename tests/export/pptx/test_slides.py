"""The slides as someone finds them who opens them in PowerPoint."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from pptx import Presentation
from pptx.enum.shapes import MSO_AUTO_SHAPE_TYPE, MSO_SHAPE_TYPE
from pptx.presentation import Presentation as Deck
from pptx.shapes.base import BaseShape
from pptx.slide import Slide

from mapper.data import SAMPLES
from mapper.export.exporter import ExportCancelled, ExportOptions
from mapper.export.pptx import PPTX
from mapper.files.native import load
from mapper.model import (
    Accelerator,
    Annotation,
    Component,
    Document,
    Evolve,
    Flow,
    Id,
    Inertia,
    Link,
    Method,
    Note,
    Position,
)
from strategies import documents

EVIL = "<a:t>alert(\"1\")</a:t> & 'quoted' ]]> _x0041_ 🚀"
HEBREW = "שלום עולם!"
NAMES = ("childcare-licensing", "communications-platform", "high-speed-rail", "tea-shop")


def opened(document: Document, **options: object) -> Deck:
    return Presentation(io.BytesIO(PPTX.make(document, ExportOptions(**options))))


def sample(name: str) -> Document:
    return load(SAMPLES / f"{name}.wardley")


@pytest.fixture(scope="module")
def flagship() -> Document:
    return sample("childcare-licensing")


@pytest.fixture(scope="module")
def slides(flagship: Document) -> list[Slide]:
    return list(opened(flagship).slides)


def every_shape(shapes: object) -> Iterator[BaseShape]:
    """Those in groups as well."""
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from every_shape(shape.shapes)


def named(slide: Slide, name: str) -> BaseShape:
    (found,) = (shape for shape in slide.shapes if shape.name == name)
    return found


def words_of(shape: BaseShape) -> str:
    return " ".join(shape.text_frame.text.split()) if shape.has_text_frame else ""


def alt_of(shape: BaseShape) -> str:
    return shape._element._nvXxPr.cNvPr.get("descr", "")


# What slides there are.


def test_each_plan_with_contracts_has_a_slide_that_names_it(flagship: Document, slides: list[Slide]) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles == [f"{flagship.title}   {plan.title}" for plan in flagship.plans.values()]


def test_a_map_without_contracts_is_one_slide() -> None:
    (slide,) = opened(Document(title="Tea")).slides
    assert slide.shapes.title.text_frame.text == "Tea"


def test_a_slide_is_for_a_wide_screen_and_holds_all_of_the_map() -> None:
    for name in NAMES:
        deck = opened(sample(name))
        assert deck.slide_width * 9 == deck.slide_height * 16
        for shape in deck.slides[0].shapes:
            assert 0 <= shape.left <= shape.left + shape.width <= deck.slide_width, shape.name
            assert 0 <= shape.top <= shape.top + shape.height <= deck.slide_height, shape.name


def test_a_slide_comes_in_the_colours_that_were_asked_for() -> None:
    (slide,) = opened(sample("tea-shop"), theme="dark").slides
    assert str(slide.background.fill.fore_color.rgb) == "11151B"


# What can be moved, coloured and read.


def test_every_component_is_a_group_of_its_symbol_and_its_name(flagship: Document, slides: list[Slide]) -> None:
    for component in flagship.components.values():
        group = named(slides[0], f"{'User' if component.is_anchor else 'Component'} {component.name}")
        parts = list(group.shapes)
        assert component.name in [words_of(part) for part in parts]
        assert any(part.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE for part in parts)
        assert component.name in alt_of(group)


def test_the_symbol_of_a_component_is_an_oval(slides: list[Slide]) -> None:
    symbol = next(part for part in named(slides[0], "Component Case management").shapes if "Symbol" in part.name)
    assert symbol.auto_shape_type == MSO_AUTO_SHAPE_TYPE.OVAL
    assert symbol.width == symbol.height


def test_every_link_is_glued_to_the_symbols_of_both_its_ends(flagship: Document, slides: list[Slide]) -> None:
    slide = slides[0]
    owners = {
        part.shape_id: group.name
        for group in slide.shapes
        if group.shape_type == MSO_SHAPE_TYPE.GROUP
        for part in group.shapes
    }
    links = [shape for shape in slide.shapes if shape.name.startswith("Link: ")]
    glued = []
    for link in links:
        glue = link._element.nvCxnSpPr.cNvCxnSpPr
        ends = [owners[end.id].split(" ", 1)[1] for end in (glue.stCxn, glue.endCxn)]
        assert link.name == f"Link: {ends[0]} needs {ends[1]}"
        glued.append(tuple(ends))
    components = flagship.components
    drawn = [(components[one.source].name, components[one.target].name) for one in flagship.links.values()]
    assert sorted(glued) == sorted(drawn)


def test_a_glued_end_is_where_the_symbol_can_be_glued_to(slides: list[Slide]) -> None:
    """PowerPoint would move the line there as soon as anything is touched."""
    slide = slides[0]
    by_id = {shape.shape_id: shape for shape in every_shape(slide.shapes)}
    for link in (shape for shape in slide.shapes if shape.name.startswith("Link: ")):
        symbol = by_id[link._element.nvCxnSpPr.cNvCxnSpPr.stCxn.id]
        middle = symbol.left + symbol.width / 2, symbol.top + symbol.height / 2
        reach = symbol.width / 2
        away = ((link.begin_x - middle[0]) ** 2 + (link.begin_y - middle[1]) ** 2) ** 0.5
        assert away == pytest.approx(reach, rel=0.02)


def test_every_contract_is_one_freeform_with_curves_a_fill_and_a_line(flagship: Document, slides: list[Slide]) -> None:
    for contract in flagship.contracts.values():
        shape = named(slides[0], f"Contract {contract.ref} {contract.title}")
        assert shape.shape_type == MSO_SHAPE_TYPE.FREEFORM
        drawing = shape._element.xml
        assert "<a:quadBezTo>" in drawing
        assert "<a:solidFill>" in drawing.split("<a:ln ")[0] or "<a:pattFill" in drawing
        assert shape.line.width > 0
        assert contract.title in alt_of(shape)


def test_where_contracts_overlap_both_outlines_are_seen() -> None:
    tea = sample("tea-shop")
    (plan,) = tea.plans.values()
    kettle, power = plan.contracts.values()
    round_both = kettle.but(
        id=Id("C3"), ref="C3", title="Both", members=(*kettle.members, *power.members), method=Method.RENT
    )
    inside = kettle.but(id=Id("C4"), ref="C4", title="Inside", method=Method.RENT)
    contracts = {each.id: each for each in (kettle, power, round_both, inside)}
    shared = (*kettle.members, *power.members)
    (slide,) = opened(tea.but(plans={plan.id: plan.but(contracts=contracts, shared=shared)})).slides
    order = [shape.name for shape in slide.shapes if shape.name.startswith("Contract ")]
    assert order[0] == "Contract C3 Both"
    fills = {name: named(slide, name)._element.xml.split("<a:ln ")[0] for name in order}
    assert "<a:pattFill" in fills[order[0]] and "<a:alpha" not in fills[order[0]]
    for name in order[1:]:
        # Not every program sees through a pattern, so what lies upon another contract has none.
        assert "<a:solidFill>" in fills[name] and '<a:alpha val="' in fills[name], name
    (alone,) = (shape for shape in opened(tea).slides[0].shapes if shape.name == "Contract C1 Kettle")
    assert "<a:alpha" not in alone._element.xml


def test_ways_of_paying_are_told_apart_by_the_line(slides: list[Slide]) -> None:
    dashes = {
        ref: named(slides[0], name)._element.xml.count("<a:ds ")
        for ref, name in (("FIX", "Contract C2 Inspection companion"), ("OUT", "Contract C4 Suitable person record"))
    }
    assert dashes == {"FIX": 0, "OUT": 2}


def test_an_evolving_component_has_an_arrow_glued_to_it_and_to_what_it_becomes() -> None:
    (slide,) = opened(sample("tea-shop")).slides
    arrow, later = named(slide, "Evolution of Kettle"), named(slide, "Kettle, evolved")
    assert 'type="triangle"' in arrow._element.xml
    assert "Electric kettle" in [words_of(part) for part in later.shapes]
    glue = arrow._element.nvCxnSpPr.cNvCxnSpPr
    assert glue.endCxn.id in [part.shape_id for part in later.shapes]
    assert named(slide, "Inertia of Kettle").height > named(slide, "Inertia of Kettle").width


def test_the_legend_the_axes_and_the_stages_are_shapes_with_words(flagship: Document, slides: list[Slide]) -> None:
    legend, axes = named(slides[0], "Legend"), named(slides[0], "Axes and stages")
    assert {"Fixed price", "Subscription", "Pipeline of choices"} <= {words_of(part) for part in legend.shapes}
    assert {*flagship.stages.names, "Evolution", "Value chain"} <= {words_of(part) for part in axes.shapes}


def test_every_shape_has_a_name(slides: list[Slide]) -> None:
    assert all(shape.name.strip() for slide in slides for shape in every_shape(slide.shapes))


def test_no_two_shapes_of_a_slide_share_a_number(slides: list[Slide]) -> None:
    for slide in slides:
        numbers = [shape.shape_id for shape in every_shape(slide.shapes)]
        assert len(numbers) == len(set(numbers))


def test_texts_are_neither_wrapped_nor_shrunk(slides: list[Slide]) -> None:
    for shape in every_shape(slides[0].shapes):
        if shape.has_text_frame and shape.text_frame.text and not shape.is_placeholder:
            assert shape.text_frame.word_wrap is False
            assert shape.text_frame.auto_size == 0


def test_an_interface_is_a_circle_with_its_number_in_it(slides: list[Slide]) -> None:
    assert words_of(named(slides[0], "Interface 7")) == "7"


def test_annotations_are_moved_one_by_one() -> None:
    places = (Position(evolution=0.2, visibility=0.2), Position(evolution=0.7, visibility=0.7))
    remark = Annotation(id=Id("one"), number=1, text="Mind the gap", positions=places)
    (slide,) = opened(Document(annotations={remark.id: remark})).slides
    found = [shape for shape in slide.shapes if shape.name == "Annotation 1"]
    assert len(found) == 2
    assert {alt_of(shape) for shape in found} == {"Annotation 1: Mind the gap"}


def test_what_flows_over_a_link_is_an_arrow_head_of_its_connector() -> None:
    parts = [Component(id=Id(name), name=name, evolution=at, visibility=at) for name, at in (("a", 0.2), ("b", 0.8))]
    link = Link(id=Id("link"), source=parts[0].id, target=parts[1].id, flow=Flow.BACKWARD)
    (slide,) = opened(Document(components={part.id: part for part in parts}, links={link.id: link})).slides
    drawing = named(slide, "Link: a needs b")._element.xml
    assert "<a:headEnd" in drawing
    assert "<a:tailEnd" not in drawing


def test_an_accelerator_is_a_group_with_its_name() -> None:
    force = Accelerator(id=Id("f"), name="Open data", evolution=0.5, visibility=0.5)
    (slide,) = opened(Document(accelerators={force.id: force})).slides
    group = named(slide, "Accelerator Open data")
    assert "Open data" in [words_of(part) for part in group.shapes]


# What is told besides.


def test_the_notes_tell_the_contracts_and_the_credit() -> None:
    document = sample("high-speed-rail")
    (slide,) = opened(document).slides
    notes = slide.notes_slide.notes_text_frame.text
    assert document.about.credit in notes
    assert all(f"Contract {each.ref} {each.title}" in notes for each in document.contracts.values())


def test_the_file_says_what_it_is(flagship: Document) -> None:
    core = opened(flagship).core_properties
    assert (core.title, core.author) == (flagship.title, flagship.service.department)
    assert core.modified.date() == core.created.date() == flagship.service.on


def test_the_same_map_gives_the_same_bytes_whatever_the_order_of_sets() -> None:
    code = (
        "import sys; from mapper.data import SAMPLES; from mapper.files.native import load;"
        "from mapper.export.exporter import ExportOptions; from mapper.export.pptx import PPTX;"
        "sys.stdout.buffer.write(PPTX.make(load(SAMPLES / 'tea-shop.wardley'), ExportOptions()))"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True)
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout
    with zipfile.ZipFile(io.BytesIO(runs[0].stdout)) as archive:
        assert {datetime(*entry.date_time) for entry in archive.infolist()} == {datetime(1980, 1, 1)}


def test_what_slides_cannot_hold_is_told_before(flagship: Document) -> None:
    told = " ".join(PPTX.losses(flagship))
    assert "9 contracts" in told
    assert "cannot be opened here again" in told


# What a stranger may have written.


def test_a_strangers_text_stays_text() -> None:
    part = Component(id=Id(EVIL), name=EVIL, evolution=0.5, visibility=0.5)
    note = Note(id=Id("note"), text=EVIL, evolution=0.1, visibility=0.1)
    document = Document(title=EVIL, components={part.id: part}, notes={note.id: note})
    (slide,) = opened(document).slides
    assert slide.shapes.title.text_frame.text == EVIL
    said = " ".join(words_of(shape) for shape in every_shape(slide.shapes))
    assert said.count("<a:t>alert") == 3
    assert EVIL in slide.notes_slide.notes_text_frame.text


def test_text_from_right_to_left_is_set_so() -> None:
    part = Component(id=Id("a"), name=HEBREW, evolution=0.5, visibility=0.5)
    (slide,) = opened(Document(components={part.id: part})).slides
    (text,) = (shape for shape in every_shape(slide.shapes) if words_of(shape) == HEBREW)
    assert text._element.txBody.p_lst[0].pPr.get("rtl") == "1"


def test_a_text_without_end_is_cut_short_on_the_slide() -> None:
    note = Note(id=Id("note"), text="x" * 20_000, evolution=0.1, visibility=0.1)
    part = Component(id=Id("a"), name="y" * 500, evolution=0.5, visibility=0.5, description="z" * 20_000)
    document = Document(title="t" * 500, notes={note.id: note}, components={part.id: part})
    (slide,) = opened(document).slides
    assert all(len(words_of(shape)) < 1000 for shape in every_shape(slide.shapes))
    assert all(len(shape.name) <= 120 for shape in every_shape(slide.shapes))
    assert slide.shapes.title.text_frame.text.endswith("…")


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_any_document_becomes_slides_that_open(document: Document) -> None:
    deck = opened(document)
    assert len(deck.slides) == max(1, sum(bool(plan.contracts) for plan in document.plans.values()))
    shown = [shape for shape in deck.slides[0].shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    assert len([shape for shape in shown if "Symbol of" in shape._element.xml]) == len(document.components)


def test_slides_that_are_no_longer_wanted_are_not_made(flagship: Document) -> None:
    with pytest.raises(ExportCancelled):
        opened(flagship, cancelled=lambda: True)


def test_one_hears_how_far_it_has_come(flagship: Document) -> None:
    heard: list[float] = []
    opened(flagship, progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


# What a real program makes of it.


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_a_page_for_each_slide(tmp_path: Path) -> None:
    from pypdf import PdfReader

    parts = [
        Component(id=Id("tea"), name="Tea", evolution=0.3, visibility=0.8, evolve=Evolve(evolution=0.7)),
        Component(id=Id("leaf"), name="Leaf", evolution=0.6, visibility=0.4, inertia=Inertia()),
    ]
    link = Link(id=Id("link"), source=parts[0].id, target=parts[1].id)
    made = tmp_path / "map.pptx"
    whole = Document(title="Tea", components={part.id: part for part in parts}, links={link.id: link})
    made.write_bytes(PPTX.make(whole, ExportOptions()))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(made)]
    subprocess.run(command, check=True, capture_output=True, timeout=100)
    (page,) = PdfReader(tmp_path / "map.pdf").pages
    assert {"Tea", "Leaf", "Evolution"} <= set(page.extract_text().split())
