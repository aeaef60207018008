"""Makes the slides: one for each plan that has contracts, or a single one for a map without."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from pptx.dml.color import RGBColor
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.util import Emu, Inches, Pt

from mapper.drawing.draw import Scene, Show, picture
from mapper.drawing.frame import Frame
from mapper.drawing.marks import Line, Picture
from mapper.drawing.metrics import INTER
from mapper.drawing.place import lay_out
from mapper.drawing.theme import Theme
from mapper.export.exporter import ExportCancelled, ExportOptions, theme_for
from mapper.export.officefile import dateless, describe
from mapper.export.officexml import fit
from mapper.export.pptx.lettering import POINT, cut_to
from mapper.export.pptx.mapslide import MapSlide
from mapper.export.pptx.remarks import remarks
from mapper.export.pptx.shapes import Shapes
from mapper.export.pptx.template import HEIGHT, ONLY_TITLE, TITLE_POINTS, WIDTH, empty_deck
from mapper.export.sentences import sentences
from mapper.model import Document

_MAP_TOP, _SIDE = Inches(0.42), Inches(0.15)
"""The map's page begins beside the title: its own upper margin is empty."""
_FORM = (WIDTH - 2 * _SIDE) / (HEIGHT - _MAP_TOP)
_TITLE_TOP, _TITLE_HEIGHT = Inches(0.12), Inches(0.36)
_TITLE_WEIGHT = 700
_SHOW = Show(headline=False)
"""Slides have a title of their own."""


def make(document: Document, options: ExportOptions) -> bytes:
    """The deck of a document. Raises ExportCancelled."""
    deck = empty_deck()
    plans = [document.but(active_plan=id) for id, plan in document.plans.items() if plan.contracts] or [document]
    for number, plan in enumerate(plans, start=1):
        _expect_wanted(options)
        _add_slide(deck, plan, replace(theme_for(document, options), typeface=INTER), has_others=len(plans) > 1)
        options.progress(number / (len(plans) + 1))
    _expect_wanted(options)
    describe(deck.core_properties, document, fit(document.title))
    file = io.BytesIO()
    deck.save(file)
    options.progress(1.0)
    return dateless(file.getvalue())


def _expect_wanted(options: ExportOptions) -> None:
    if options.cancelled():
        raise ExportCancelled


def _add_slide(deck: Deck, document: Document, theme: Theme, *, has_others: bool) -> None:
    scene = _scene(document, theme)
    frame = scene.frame
    drawn, told = picture(scene), sentences(document)
    slide = deck.slides.add_slide(deck.slide_layouts[ONLY_TITLE])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = _rgb(theme.page)
    left, scale = _fitted(drawn)
    _write_title(slide, document, theme, (left + frame.left * scale, frame.plot_width * scale), has_plan=has_others)
    shapes = Shapes(left, _MAP_TOP, scale, tuple(_links(drawn)))
    tree = slide.shapes.element
    for shape in MapSlide(scene, drawn, told, shapes).shapes():
        tree.append(shape.element)
    slide.notes_slide.notes_text_frame.text = fit(remarks(document, told))


def _scene(document: Document, theme: Theme) -> Scene:
    """The map on a page of the slide's form. It is made wider, never lower: so nothing comes nearer to anything else."""
    usual = Frame.of(document)
    frame = _widened(usual, usual.height)
    layout = lay_out(document, frame, typeface=theme.typeface)
    if layout.page_height is not None:
        frame = _widened(usual, layout.page_height)
        layout = lay_out(document, frame, typeface=theme.typeface)
    return Scene(document, frame, theme, layout, _SHOW)


def _widened(frame: Frame, height: float) -> Frame:
    more = max(0.0, height * _FORM - frame.width)
    return replace(frame, width=frame.width + more, right=frame.right + more)


def _links(drawn: Picture) -> Iterator[Line]:
    layers = (layer for layer in drawn.layers if layer.name in ("links", "crossings"))
    return (mark for layer in layers for each in layer.drawn for mark in each.marks if isinstance(mark, Line))


def _fitted(drawn: Picture) -> tuple[float, float]:
    """Where the page begins from the left, and EMU to a page unit."""
    scale = min((WIDTH - 2 * _SIDE) / drawn.width, (HEIGHT - _MAP_TOP) / drawn.height)
    return (WIDTH - drawn.width * scale) / 2, scale


def _write_title(slide: Slide, document: Document, theme: Theme, place: tuple[float, float], *, has_plan: bool) -> None:
    """The map's title over the plot, and after it the plan's where there are several."""
    left, width = place
    title = slide.shapes.title
    assert title is not None, "the layout has a title"
    title.left, title.top, title.width, title.height = Emu(round(left)), _TITLE_TOP, Emu(round(width)), _TITLE_HEIGHT
    frame = title.text_frame
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    words = [(fit(document.title) or "Untitled map", theme.ink, True)]
    if has_plan:
        words.append((fit(document.plan.title), theme.soft, False))
    room = width / POINT / len(words)
    for number, (text, tint, is_bold) in enumerate(words):
        run = frame.paragraphs[0].add_run()
        run.text = ("   " if number else "") + cut_to(text, room, TITLE_POINTS, _TITLE_WEIGHT)
        run.font.bold, run.font.size = is_bold, Pt(TITLE_POINTS)
        run.font.color.rgb = _rgb(tint)


def _rgb(colour: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(colour.removeprefix("#")))  # type: ignore[no-untyped-call]
