"""Maps that other programs keep as JSON: one module a format."""

from __future__ import annotations

from mapper.files.jsonmaps.atlas import ATLAS1, ATLAS2
from mapper.files.jsonmaps.formicoidea import FORMICOIDEA
from mapper.files.jsonmaps.miragon import MIRAGON

JSON_MAPS = (MIRAGON, ATLAS2, ATLAS1, FORMICOIDEA)
