"""The stages of a contract's members, as the contracts panel shows them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

from mapper.model import Stage
from mapper.ui.style.tones import Tones


def key_to_stages(names: Mapping[Stage, str], tones: Tones) -> str:
    """What the colours of the bars stand for, as rich text that wraps between stages."""
    colours = _colours(tones)
    return " &nbsp; ".join(
        f'<span style="color: {colours[stage]}">■</span>&nbsp;{escape(name).replace(" ", "&nbsp;")}'
        for stage, name in names.items()
    )


def paint_mix(painter: QPainter, box: QRectF, mix: Mapping[Stage, int], tones: Tones) -> None:
    """A bar of up to four parts, one for each stage, as wide as its share of the members."""
    colours = _colours(tones)
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


def _colours(tones: Tones) -> Mapping[Stage, str]:
    return {
        Stage.GENESIS: tones.genesis,
        Stage.CUSTOM: tones.custom,
        Stage.PRODUCT: tones.product,
        Stage.COMMODITY: tones.commodity,
    }
