"""The stages of a contract's members, as the contracts panel shows them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from mapper.model import Component, Stage, Stages
from mapper.ui.style.tones import Tones

NEAR = 0.02
"""So near to a stage line a component counts as either side."""

NEW = frozenset((Stage.GENESIS, Stage.CUSTOM))


def mixes_new_with_mature(members: Iterable[Component], stages: Stages) -> bool:
    """Whether some members are new (genesis, custom built) and others mature, none of them near a stage line.

    Wardley, “The trouble with contracts”: no mixing of the industrialised with the uncharted.
    """
    clear = [member for member in members if all(abs(member.evolution - line) > NEAR for line in stages.lines)]
    return len({stages.stage(member.evolution) in NEW for member in clear}) == 2


def paint_mix(painter: QPainter, box: QRectF, mix: Mapping[Stage, int], tones: Tones) -> None:
    """A bar of up to four parts, one for each stage, as wide as its share of the members."""
    colours = {
        Stage.GENESIS: tones.genesis,
        Stage.CUSTOM: tones.custom,
        Stage.PRODUCT: tones.product,
        Stage.COMMODITY: tones.commodity,
    }
    total = sum(mix.values())
    shape = QPainterPath()
    shape.addRoundedRect(box, box.height() / 2, box.height() / 2)
    painter.save()
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, QColor(tones.rule))
    left = box.left()
    for stage, count in mix.items():
        width = box.width() * count / total
        painter.fillRect(
            QRectF(left, box.top(), width - (1 if left + width < box.right() - 1 else 0), box.height()),
            QColor(colours[stage]),
        )
        left += width
    painter.restore()
