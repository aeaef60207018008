"""The map on paper: on one sheet, or on several that are put together."""
