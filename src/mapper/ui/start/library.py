"""The maps of a team's shared folder, looked for beside the window: a share may be slow or away."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mapper.files.mermaid import MERMAID
from mapper.files.opening import content_of, importer_of
from mapper.files.problem import FileProblem
from mapper.files.samples import describe

SUFFIX = ".wardley"
SUFFIXES = (SUFFIX, ".owm", ".wm", ".wmap", ".wtg", ".wtg2", ".mmd", ".mermaid")
"""What maps are called, and hardly anything else: of tables and pictures most are none."""
MOST_MAPS = 60
MOST_FOLDERS = 400
DEEPEST = 4


@dataclass(frozen=True, slots=True)
class Found:
    """A map's file with what it says about itself."""

    path: Path
    title: str
    summary: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """What a shared folder holds. `problem` is a sentence if it could not be looked at."""

    maps: tuple[Found, ...] = ()
    problem: str = ""
    is_cut: bool = False


def look(folder: Path) -> Shelf:
    """The maps in a folder and a few folders down, by title. Blocks for as long as the file system does."""
    if not folder.is_dir():
        return Shelf(problem=f"The shared folder “{folder}” cannot be reached now.")
    paths: list[Path] = []
    for path in _walk(folder):
        if len(paths) == MOST_MAPS:
            break
        paths.append(path)
    found = list(filter(None, map(_described, paths)))
    return Shelf(tuple(sorted(found, key=lambda each: each.title.casefold())), is_cut=len(paths) == MOST_MAPS)


def present(paths: tuple[Path, ...]) -> frozenset[Path]:
    """Those files that are there. Blocks for as long as the file system does."""
    return frozenset(path for path in paths if path.is_file())


def _described(path: Path) -> Found | None:
    """What stands in the list: of ours the title, of another program's the name of the file and its format."""
    if path.suffix.lower() == SUFFIX:
        about = describe(path)
        return Found(path, about.title, about.summary) if about is not None else None
    try:
        importer = importer_of(content_of(path))
    except FileProblem:
        return None
    # Other diagrams than maps have these endings too; what is nobody's is taken for the text of OnlineWardleyMaps.
    is_other = path.suffix.lower() in MERMAID.suffixes and importer is not MERMAID
    return None if is_other else Found(path, path.name, importer.title)


def _walk(folder: Path) -> Iterator[Path]:
    """Files that look like maps, nearest first; hidden folders and links to folders are left alone."""
    for seen, (top, folders, files) in enumerate(os.walk(folder), start=1):
        depth = len(Path(top).relative_to(folder).parts)
        folders[:] = sorted(name for name in folders if not name.startswith(".")) if depth < DEEPEST else []
        yield from (Path(top) / name for name in sorted(files) if name.lower().endswith(SUFFIXES))
        if seen == MOST_FOLDERS:
            return
