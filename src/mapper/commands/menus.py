"""The menus, in the order of the menu bar."""

MENUS = ("File", "Edit", "Select", "View", "Map", "Arrange", "Contracts", "Help")
