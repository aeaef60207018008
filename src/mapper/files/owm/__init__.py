"""Maps as text in the language of OnlineWardleyMaps."""

from mapper.files.owm.importing import OWM
from mapper.files.owm.reading import Reading, read
from mapper.files.owm.tokens import Token, tokens, within_after
from mapper.files.owm.words import KEYWORDS
from mapper.files.owm.writing import lines_of, write

__all__ = ["KEYWORDS", "OWM", "Reading", "Token", "lines_of", "read", "tokens", "within_after", "write"]
