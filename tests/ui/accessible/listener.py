"""Reads a running Mapper over AT-SPI from a process of its own, as a screen reader does; run by the system's Python.

Prints one JSON object: what the items of the map say, and what was heard while one was renamed and Tab pressed.
"""

import json
import time

import pyatspi
from gi.repository import GLib

TAB = 23
PATIENCE = 40


def find(accessible, role, name):
    if accessible is None:
        return None
    if accessible.getRoleName() == role and accessible.name == name:
        return accessible
    for child in accessible:
        found = find(child, role, name)
        if found is not None:
            return found
    return None


def waited_for(ask):
    until = time.time() + PATIENCE
    while time.time() < until:
        found = ask()
        if found:
            return found
        time.sleep(0.3)
    raise SystemExit("nothing came in time")


def the_map():
    for program in pyatspi.Registry.getDesktop(0):
        found = find(program, "list", "Map")
        if found is not None and found.childCount:
            return found
    return None


def said_of(item):
    box = item.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    states = item.getState()
    return {
        "role": item.getRoleName(),
        "description": item.description,
        "box": [box.x, box.y, box.width, box.height],
        "selected": states.contains(pyatspi.STATE_SELECTED),
        "focused": states.contains(pyatspi.STATE_FOCUSED),
    }


def act(item, name):
    actions = item.queryAction()
    names = [actions.getName(index) for index in range(actions.nActions)]
    actions.doAction(names.index(name))


heard = []


def hear(event):
    if event.type == "object:state-changed:focused" and event.detail1:
        heard.append(event.source.name)


def main():
    shown = waited_for(the_map)
    items = {item.name: item for item in shown}
    first = {name: said_of(item) for name, item in items.items()}
    act(items["Kettle"], "SetFocus")
    act(items["Kettle"], "Press")
    time.sleep(1)
    pressed = said_of(items["Kettle"])
    pyatspi.Registry.registerEventListener(hear, "object:state-changed:focused")
    time.sleep(0.5)
    pyatspi.Registry.generateKeyboardEvent(TAB, None, pyatspi.KEY_PRESSRELEASE)
    GLib.timeout_add(2500, pyatspi.Registry.stop)
    pyatspi.Registry.start()
    after = [item.name for item in shown if item.getState().contains(pyatspi.STATE_FOCUSED)]
    print(json.dumps({"items": first, "pressed": pressed, "heard": heard, "focused": after}))


main()
