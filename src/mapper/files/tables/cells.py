"""What people write into the cells of a table, in all the ways in which they write it."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from mapper.files.tables.words import ANCHOR_WORDS, NO, STAGE_WORDS, YES, plain
from mapper.model import ANCHOR, KINDS, Inertia, Stage, clean_text

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)")
_THOUSANDS = re.compile(r"\d{1,3}([,. ’']\d{3})+")
_SYMBOLS = {"£": "GBP", "€": "EUR", "$": "USD"}
_STAGE_BEFORE = re.compile(r"^(stage|phase|stufe|stade|fase) ")
_POWER = re.compile(r"(?i)(?<![a-z])(k|m|bn|mio)\.?$")
_MANY = defaultdict(int, {"k": 3, "000": 3, "m": 6, "mio": 6, "bn": 9})
_LEVELS = {
    "low": 1,
    "slight": 1,
    "medium": 2,
    "high": 3,
    "strong": 3,
    "!": 1,
    "!!": 2,
    "!!!": 3,
    "1": 1,
    "2": 2,
    "3": 3,
}


@dataclass(frozen=True, slots=True)
class Share:
    """A number as it stands; `is_percent` says that it does so with a percent sign."""

    number: float
    is_percent: bool = False


def fraction(cell: str) -> Share | None:
    """`0.72`, `0,72`, `72` or `72 %`; None if it is none of these."""
    plain = cell.replace("\u00a0", "").replace(" ", "").replace("\u202f", "")
    is_percent = plain.endswith("%")
    plain = plain.removesuffix("%").replace(",", ".")
    if len(plain) > 30 or not _NUMBER.fullmatch(plain):
        return None
    return Share(float(plain) / 100 if is_percent else float(plain), is_percent)


def stage(cell: str) -> Stage | None:
    """The stage of a word of any of the vocabularies, or of a Roman numeral; None if it is none."""
    words = plain(cell[:80])
    return STAGE_WORDS.get(words) or STAGE_WORDS.get(_STAGE_BEFORE.sub("", words))


def kind(cell: str) -> str | None:
    """The id of a kind of component; None if the cell names none."""
    word = " ".join(cell.split()).casefold()
    if plain(word) in ANCHOR_WORDS:
        return ANCHOR
    return next((kind.id for kind in KINDS if word in (kind.id, kind.title.casefold())), None)


def inertia(cell: str) -> Inertia | None:
    """None if the cell says that there is none; a text that is neither yes nor no says what it is."""
    word = cell.casefold()
    if word in NO:
        return None
    if word in _LEVELS:
        return Inertia(level=_LEVELS[word])
    return Inertia() if word in YES else Inertia(text=clean_text(cell))


def money(cell: str, unit: str = "") -> Decimal | None:
    """An amount such as `1250.50`, `£1,250.50`, `1.250,50 €` or `1.2m`; None if it is none, or below zero.

    `unit` is what the column counts in, such as `£k`, for amounts that do not say so themselves.
    """
    plain = re.sub(r"^[A-Z]{3}\b|\b[A-Z]{3}$|[£€$\s\u00a0\u202f]", "", cell[:60])
    ending = _POWER.search(plain)
    power = _MANY[ending[1].casefold() if ending else unit.rpartition(" ")[2]]
    plain = _POWER.sub("", plain)
    try:
        amount = Decimal(_with_point(plain)).scaleb(power).quantize(Decimal("0.01"))
    except InvalidOperation:
        return None
    return amount if amount.is_finite() and 0 <= amount < 10**13 else None


def currency(cell: str) -> str:
    """The currency that an amount names, as three letters; empty if it names none."""
    letters = re.search(r"^[A-Z]{3}\b|\b[A-Z]{3}$", cell.strip())
    return letters[0] if letters else next((code for symbol, code in _SYMBOLS.items() if symbol in cell), "")


def unit_of(header: str) -> str:
    """What a column of amounts counts in by its header, such as `£k` of `Value (£k)` or `EUR` of `Cost in EUR`."""
    bracketed = re.search(r"[(\[]([^)\]]{1,20})[)\]]", header[:200])
    words = bracketed[1] if bracketed else header[:200]
    found = re.search(r"\b(?:GBP|EUR|USD|CHF|PLN|SEK|NOK|DKK)\b|[£€$]", words)
    power = re.search(r"(?i)(?<![^\W\d_])(k|m|bn|mio|000)s?\b", words)
    sign = currency(found[0]) if found else ""
    return f"{sign} {power[1].casefold()}" if power else sign


def _with_point(plain: str) -> str:
    """A number of any country with a point before its decimals and nothing between its thousands."""
    last = max(plain.rfind(","), plain.rfind("."))
    if last < 0 or _THOUSANDS.fullmatch(plain):
        return re.sub(r"[,.’']", "", plain)
    return re.sub(r"[,.’']", "", plain[:last]) + "." + plain[last + 1 :]
