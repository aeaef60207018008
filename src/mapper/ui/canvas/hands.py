"""What mice, touchpads and keys say, in the terms of the map."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QInputDevice, QMouseEvent, QWheelEvent

from mapper.editor import Pointer
from mapper.editor.hit import REACH
from mapper.ui.canvas.view import View

NOTCH = 120.0
"""One notch of a wheel, in Qt's eighths of a degree."""
ZOOM_A_NOTCH = 1.2
PAN_A_NOTCH = 80.0
CURSORS = {
    "arrow": Qt.CursorShape.ArrowCursor,
    "cross": Qt.CursorShape.CrossCursor,
    "move": Qt.CursorShape.SizeAllCursor,
    "hand": Qt.CursorShape.PointingHandCursor,
    "pen": Qt.CursorShape.CrossCursor,
    "across": Qt.CursorShape.SizeHorCursor,
    "upright": Qt.CursorShape.SizeVerCursor,
    "falling": Qt.CursorShape.SizeFDiagCursor,
    "rising": Qt.CursorShape.SizeBDiagCursor,
}


@dataclass(frozen=True, slots=True)
class Turn:
    """What a wheel asks for: a zoom by a factor, or a pan in logical pixels."""

    factor: float = 1.0
    pan: QPointF | None = None


def turn_of(event: QWheelEvent) -> Turn:
    """A wheel zooms, with Shift it pans sideways; two fingers on a touchpad pan, with Ctrl they zoom."""
    notches = event.angleDelta()
    keys = event.modifiers()
    is_touchpad = event.pointingDevice().type() == QInputDevice.DeviceType.TouchPad
    is_smooth = is_touchpad or event.phase() != Qt.ScrollPhase.NoScrollPhase
    if is_smooth and not keys & Qt.KeyboardModifier.ControlModifier:
        pixels = event.pixelDelta()
        return Turn(pan=QPointF(pixels) if not pixels.isNull() else QPointF(notches) * PAN_A_NOTCH / NOTCH)
    if keys & Qt.KeyboardModifier.ShiftModifier or notches.y() == 0:
        return Turn(pan=QPointF((notches.x() or notches.y()) * PAN_A_NOTCH / NOTCH, 0))
    return Turn(factor=ZOOM_A_NOTCH ** (notches.y() / NOTCH))


def pointer_of(event: QMouseEvent, view: View, *, double: bool = False) -> Pointer:
    """A mouse event in page units."""
    at, keys = view.to_page(event.position()), event.modifiers()
    return Pointer(
        at.x(),
        at.y(),
        reach=REACH / view.scale,
        adding=bool(keys & Qt.KeyboardModifier.ShiftModifier),
        free=bool(keys & Qt.KeyboardModifier.AltModifier),
        double=double,
    )
