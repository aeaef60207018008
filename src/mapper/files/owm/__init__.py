"""Maps as text in the language of OnlineWardleyMaps."""

from mapper.files.owm.importing import OWM, looks_like_map, names_language, opened, title_of
from mapper.files.owm.reading import Reading, read
from mapper.files.owm.tokens import Token, tokens, within_after
from mapper.files.owm.words import KEYWORDS
from mapper.files.owm.writing import lines_of, write

__all__ = [
    "KEYWORDS",
    "OWM",
    "Reading",
    "Token",
    "lines_of",
    "looks_like_map",
    "names_language",
    "opened",
    "read",
    "title_of",
    "tokens",
    "within_after",
    "write",
]
