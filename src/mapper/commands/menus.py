"""The menus, in the order of the menu bar."""

MENUS = ("File", "Edit", "View", "Map", "Contracts", "Help")
