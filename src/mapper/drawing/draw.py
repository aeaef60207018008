"""A map as marks: what each record puts on each layer, and the whole picture."""

from __future__ import annotations

from collections.abc import Callable

from mapper.drawing.accelerators import draw_accelerator
from mapper.drawing.attitudes import draw_attitude
from mapper.drawing.axes import axes, ground, stage_lines
from mapper.drawing.components import draw_component
from mapper.drawing.contracts import draw_contract
from mapper.drawing.headline import draw_headline
from mapper.drawing.legend_marks import draw_legend
from mapper.drawing.lettering import lettered
from mapper.drawing.links import draw_link
from mapper.drawing.marks import Drawn, Layer, Picture
from mapper.drawing.metrics import set_in
from mapper.drawing.pipelines import draw_pipeline
from mapper.drawing.remarks import draw_annotation, draw_list, draw_note
from mapper.drawing.scene import Scene, Show
from mapper.model import Id, Record

__all__ = ["LAYERS", "Scene", "Show", "draw", "page", "picture"]

LAYERS = (
    "ground",
    "areas",
    "fills",
    "stages",
    "gaps",
    "pipelines",
    "links",
    "crossings",
    "outlines",
    "axes",
    "leaders",
    "halos",
    "movements",
    "inertia",
    "discs",
    "components",
    "labels",
    "notes",
    "letters",
    "interfaces",
    "titles",
    "annotations",
    "headline",
    "legend",
)
"""Back to front."""

_SHARES: tuple[tuple[str, Callable[..., dict[str, Drawn]]], ...] = (
    ("components", draw_component),
    ("links", draw_link),
    ("contracts", draw_contract),
    ("notes", draw_note),
    ("annotations", draw_annotation),
    ("pipelines", draw_pipeline),
    ("accelerators", draw_accelerator),
    ("attitudes", draw_attitude),
)
"""The document's tables that stand on the map, with what draws a record of each."""


def picture(scene: Scene) -> Picture:
    """The whole page: what belongs to the page itself, then every record's share, layer by layer."""
    layers: dict[str, list[Drawn]] = {name: [] for name in LAYERS}
    for name, drawn in page(scene).items():
        layers[name].append(drawn)
    for table, share in _SHARES:
        for record in getattr(scene.document, table).values():
            for name, drawn in _lettered(share, record, scene).items():
                layers[name].append(drawn)
    return Picture(
        width=scene.frame.width,
        height=scene.layout.page_height or scene.frame.height,
        title=scene.document.title,
        layers=tuple(Layer(name, tuple(drawn)) for name, drawn in layers.items()),
    )


def page(scene: Scene) -> dict[str, Drawn]:
    """What belongs to the page itself, by layer."""
    return _lettered(_page, None, scene)


def _page(scene: Scene) -> dict[str, Drawn]:
    layers = {"ground": ground(scene), "stages": stage_lines(scene), "axes": axes(scene)}
    headline = draw_headline(scene)
    if headline is not None:
        layers["headline"] = headline
    written_out = draw_list(scene)
    if written_out is not None:
        layers["annotations"] = written_out
    legend = draw_legend(scene)
    if legend is not None:
        layers["legend"] = legend
    return layers


def draw(id: Id, scene: Scene) -> dict[str, Drawn]:
    """What one record puts on each layer; nothing for an id that the map lacks."""
    for table, share in _SHARES:
        record = getattr(scene.document, table).get(id)
        if record is not None:
            return _lettered(share, record, scene)
    return {}


def _lettered(share: Callable[..., dict[str, Drawn]], record: Record | None, scene: Scene) -> dict[str, Drawn]:
    """What a record, or the page itself, puts on each layer, measured and set in the typeface of the theme."""
    typeface = scene.theme.typeface
    with set_in(typeface):
        return lettered(share(scene) if record is None else share(record, scene), typeface)
