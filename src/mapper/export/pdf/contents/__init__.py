"""The sections of the pack, one file each: functions from the pack's subject to blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mapper.export.pdf.blocks import Block
from mapper.export.pdf.contents.contract import contract_pages
from mapper.export.pdf.contents.cover import cover
from mapper.export.pdf.contents.glance import glance
from mapper.export.pdf.contents.glossary import glossary
from mapper.export.pdf.contents.interfaceregister import interface_register
from mapper.export.pdf.contents.outside import outside
from mapper.export.pdf.contents.plans import plans
from mapper.export.pdf.contents.reading import reading
from mapper.export.pdf.contents.register import register
from mapper.export.pdf.contents.users import users
from mapper.export.pdf.contents.wholemap import whole_map
from mapper.export.pdf.subject import Subject

Section = Callable[[Subject], Iterator[Block]]

SECTIONS: tuple[Section, ...] = (
    cover,
    reading,
    whole_map,
    glance,
    interface_register,
    contract_pages,
    outside,
    users,
    register,
    plans,
    glossary,
)
"""In the order of the pages. The table of contents follows the first."""
