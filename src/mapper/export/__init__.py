"""The formats that maps go out in. The picture as PNG is made with Qt and listed in `ui`."""

from __future__ import annotations

from mapper.export.dot import DOT
from mapper.export.drawio import DRAWIO
from mapper.export.graphml import GRAPHML
from mapper.export.mermaid import MERMAID
from mapper.export.owm import OWM
from mapper.export.pdf import PDF
from mapper.export.pictures import SVG
from mapper.export.pptx import PPTX
from mapper.export.tables import CSV, XLSX

EXPORTERS = (PDF, SVG, OWM, MERMAID, DRAWIO, PPTX, XLSX, CSV, DOT, GRAPHML)
