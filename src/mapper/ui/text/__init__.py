"""The map as text, in a field beside it that is made for it."""
