"""What the command line hears and says: one sentence for what it refuses, the answer for what it does."""

from __future__ import annotations

import argparse
import os
import sys
from typing import NoReturn, TextIO

from mapper.atomic import printable


class Refused(Exception):
    """What was asked for cannot be done; the message is a sentence for the user."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a command in one sentence."""

    def error(self, message: str) -> NoReturn:
        raise Refused(f"{message[:1].upper()}{message[1:]}: see “{self.prog} --help”.")


def complain(sentence: str) -> None:
    """One sentence on stderr, whatever names are in it; where nobody listens any more, that is no problem."""
    try:
        print(f"mapper: {printable(sentence)}", file=sys.stderr, flush=True)
    except OSError:
        _close(sys.stderr)


def say(text: str) -> None:
    """Print a result. A reader that has gone away, as in `mapper info map | head -1`, is no problem."""
    encoding = sys.stdout.encoding or "utf-8"
    try:
        print(text.encode(encoding, "backslashreplace").decode(encoding), flush=True)
    except OSError as error:
        _close(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            raise Refused(f"The answer could not be written: {error.strerror}.") from error


def _close(stream: TextIO) -> None:
    """Let the rest go nowhere: Python writes what is left once more when it ends, and would complain then."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
