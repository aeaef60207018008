"""Ids of records as names that other formats allow."""

from __future__ import annotations


def plain_id(id: str) -> str:
    """A stranger's id as an XML name; two different ids never become the same."""
    return "".join(
        character if character.isascii() and (character.isalnum() or character == "-") else f"_{ord(character):x}_"
        for character in id
    )
