"""The parts of the window between which F6 goes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from mapper.ui.window import MainWindow


def go_to_next(window: MainWindow, *, forward: bool) -> None:
    """Put the keyboard into the next part that is in sight and takes it: where it was there last, else at its start."""
    panes = list(_panes(window))
    if not panes:
        return
    focused = QApplication.focusWidget()
    inside = [at for at, pane in enumerate(panes) if focused is not None and _holds(pane, focused)]
    step = 1 if forward else -1
    enter(panes[(inside[0] + step) % len(panes)] if inside else panes[0], forward=forward)


def enter(pane: QWidget, *, forward: bool = True) -> None:
    """Put the keyboard into a part of the window."""
    within = pane.focusWidget()
    target = within if _takes_focus(within) else _first(pane)
    if target is not None:
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)


def lead_back(window: MainWindow) -> None:
    """Let Escape in a panel go back to the map. Where a name is typed in the outline it backs out of that first."""
    bench = window.bench
    for part in (bench.inspector, bench.contracts, bench.tools, bench.outline.list, bench.outline.search):
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), part)
        is_list = part in (bench.outline.list, bench.outline.search)
        context = Qt.ShortcutContext.WidgetShortcut if is_list else Qt.ShortcutContext.WidgetWithChildrenShortcut
        back.setContext(context)
        back.activated.connect(window.desk.go_to_map)


def _panes(window: MainWindow) -> Iterator[QWidget]:
    """Map, panels, tools, tabs; the text comes last, since its own F6 leads to the map."""
    front, bench = window.maps.front, window.bench
    if front is None:
        found: list[QWidget | None] = [window.start, window.maps.bar]
    else:
        found = [
            front.canvas,
            bench.inspector,
            bench.contracts,
            bench.history,
            front.report,
            bench.tools,
            window.maps.bar,
        ]
        found += [bench.outline, bench.text]
    yield from (pane for pane in found if pane is not None and pane.isVisible() and _first(pane) is not None)


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _first(pane: QWidget) -> QWidget | None:
    """The first that takes the keyboard, in the order of Tab."""
    if _takes_focus(pane):
        return pane
    widget = pane.nextInFocusChain()
    while widget is not None and widget is not pane:
        if pane.isAncestorOf(widget) and _takes_focus(widget):
            return widget
        widget = widget.nextInFocusChain()
    return None


def _takes_focus(widget: QWidget | None) -> bool:
    if widget is None:
        return False
    by_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None
