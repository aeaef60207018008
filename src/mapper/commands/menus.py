"""The menus, in the order of the menu bar."""

MENUS = ("File", "Edit", "Select", "View", "Map", "Arrange", "Contracts", "Help")

SWITCHES = ("Show",)
"""Submenus whose items are on or off each by itself; in all others exactly one is on."""
