"""The menus, in the order of the menu bar."""

MENUS = ("File", "Edit", "Select", "View", "Map", "Arrange", "Contracts", "Help")

SWITCHES = ("Show", "Method", "Add force or area", "Rename stage")
"""Submenus whose items are on or off each by itself, or never on; in all others exactly one is on."""
