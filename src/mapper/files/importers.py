"""The formats that maps come in, in the order in which a file is held against them."""

from __future__ import annotations

from mapper.files.importer import Importer
from mapper.files.jsonmaps import JSON_MAPS
from mapper.files.markdown import MARKDOWN
from mapper.files.mermaid import MERMAID
from mapper.files.native import NATIVE
from mapper.files.owm import OWM
from mapper.files.pictures import PICTURES
from mapper.files.tables import CSV, XLSX
from mapper.files.tranquil import TRANQUIL
from mapper.files.wtg import WTG
from mapper.files.wtg2 import WTG2

STRICT: tuple[Importer, ...] = (PICTURES, NATIVE, *JSON_MAPS, XLSX)
"""Formats that say what they are."""

TEXTS: tuple[Importer, ...] = (MERMAID, MARKDOWN, WTG2, WTG, TRANQUIL, CSV, OWM)
"""Texts, which are known by a few lines of theirs; that of OnlineWardleyMaps is whatever no other format claims."""

IMPORTERS: tuple[Importer, ...] = (*STRICT, *TEXTS)
