"""The map that a picture or a pack holds unseen, so that the file opens as the map that it was made from.

A module for each format puts a map's bytes in and takes them out again. All of it is quick to load: no library that
draws or writes such files is needed to find the map in one.
"""

from __future__ import annotations
