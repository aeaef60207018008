"""`mapper export`: a map of any format goes out in any other."""

from __future__ import annotations

import argparse
import math
import os
from collections.abc import Sequence
from pathlib import Path

from mapper.atomic import shown_name
from mapper.cli.choosing import add_choose, opened
from mapper.cli.words import Parser, Refused, complain
from mapper.drawing.themes import THEMES
from mapper.export.exporter import Exporter, ExportOptions, PageSize, expect_target, export_to

_MADE_WITH_QT = (".png", ".docx")
_SCALES = (0.5, 8.0)


def export(words: Sequence[str]) -> int:
    """Do what the words after `export` say. Answers with the exit status; raises Refused, FileProblem, ExportFailed."""
    arguments = _export_parser().parse_args(words)
    exporters = [(out, _exporter_for(out)) for out in arguments.out]
    document = opened(arguments.file, arguments.choose).document
    _expect_targets(exporters, arguments.file)
    options = ExportOptions(
        page=PageSize(arguments.page),
        map_only=arguments.map_only,
        theme=arguments.theme,
        scale=arguments.scale,
        transparent=arguments.transparent,
        carries_map=not arguments.without_map,
        note=complain,
    )
    for out, exporter in exporters:
        export_to(out, exporter, document, options)
        for loss in exporter.losses(document):
            complain(loss)
    return 0


def _expect_targets(exporters: Sequence[tuple[Path, Exporter]], source: Path) -> None:
    """Refuse what cannot be done before any of it is done."""
    seen: set[str] = set()
    for out, exporter in exporters:
        expect_target(out, exporter)
        target = os.path.realpath(out)
        if target in seen:
            raise Refused(f"“{shown_name(out)}” is named twice: give each OUT a name of its own.")
        if target == os.path.realpath(source):
            raise Refused(f"“{shown_name(out)}” is the map itself: choose another name.")
        seen.add(target)


def _export_parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="mapper export",
        description="Write a map, of whatever format, as a pack, a picture or a file for another program.",
        epilog=f"OUT ends in one of {', '.join(_suffixes())}. What that format cannot hold is told on standard error.",
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the map")
    parser.add_argument(
        "-o",
        dest="out",
        type=Path,
        metavar="OUT",
        action="append",
        required=True,
        help="where to write; its suffix is the format; may be given again",
    )
    parser.add_argument("--map-only", action="store_true", help="the map's page alone, without the pack")
    pages = [page.value for page in PageSize]
    parser.add_argument("--page", choices=pages, default=PageSize.A4.value, help="size of the paper")
    parser.add_argument("--theme", choices=list(THEMES), help="how the map is drawn; usually as its author wants it")
    parser.add_argument(
        "--scale", type=_scale, default=2.0, metavar="N", help="size of a picture in pixels; 2 is usual"
    )
    parser.add_argument("--transparent", action="store_true", help="a picture without a ground of its own")
    parser.add_argument("--without-map", action="store_true", help="leave out the map by which a picture opens again")
    add_choose(parser)
    return parser


def _scale(text: str) -> float:
    least, most = _SCALES
    try:
        scale = float(text)
    except ValueError:
        scale = math.nan
    if not least <= scale <= most:
        raise argparse.ArgumentTypeError(f"“{text}” is no number from {least:g} to {most:g}")
    return scale


def _suffixes() -> list[str]:
    """The endings of everything that can be exported."""
    from mapper.export import EXPORTERS

    return [*(exporter.suffix for exporter in EXPORTERS), *_MADE_WITH_QT]


def _exporter_for(out: Path) -> Exporter:
    """The exporter whose suffix a file name has. Those that need Qt are looked for only when asked for."""
    from mapper.export import EXPORTERS

    suffix = out.suffix.lower()
    for exporter in EXPORTERS:
        if exporter.suffix == suffix:
            return exporter
    if suffix in _MADE_WITH_QT:
        from mapper.ui import docx, png

        return png.EXPORTER if suffix == ".png" else docx.EXPORTER
    known = ", ".join(_suffixes())
    raise Refused(f"“{out.name}” names no format that can be exported: end it in one of {known}.")
