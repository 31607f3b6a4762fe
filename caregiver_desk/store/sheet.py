"""The recovery sheet: a page of paper that opens the book when its passphrase is forgotten.

Decision. The key on it is an age identity. The page, saved as a file, is itself an age identity file (all else on it
is a comment), so a stock `age` can use it without this program. For a person at a keyboard the same key stands in four
numbered lines of four letters and figures a group. The last sign of each line is a check over the line and its number,
so a slip is named by its line. Spaces, line breaks, capitals and the usual confusions (O and 0, I and L) do not matter.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from pyrage import IdentityError, x25519

from caregiver_desk import clock
from caregiver_desk.errors import SheetMistyped
from caregiver_desk.wording import full_day, later, say

_PREFIX = "AGE-SECRET-KEY-1"
_SIGNS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"  # Bech32: a sign's place is its value
_CONFUSED = str.maketrans({"o": "0", "i": "l", "1": "l", "b": "8"})
_LABEL = re.compile(r"^[#\s]*\d[).:]?\s", re.MULTILINE)
_LENGTH = 58
_IN_A_LINE = 15  # and its check
_TYPED_LENGTH = 62

_TITLE = later("Recovery sheet of a Caregiver Desk book")
_ADVICE = (
    later("This key opens one book when its passphrase is forgotten. Whoever holds this page can read that book."),
    later("Lock the paper away, in another place than the laptop. A file of this page: print it, then delete it."),
    later("Your coordinator may hold it for you: without the laptop or a backup of the book it opens nothing."),
    later("To use it, choose “I have a recovery sheet” and type these lines. Capitals and spaces do not matter."),
)
_CHECKS = later("The last letter or figure of each line catches a typing slip. 0 is a zero: there is no letter O.")
_SIGN = later("Sign of the book: {sign}")
_MADE = later("Made on {day}")
_SERVES = later("This file serves `age -d -i` as it is.")
_FOR_COMPUTERS = later("The same key for a computer:")


def heading(sign: str) -> list[str]:
    """What stands at the head of the page: whose key it is, if its book has a sign, and of when."""
    return [say(_TITLE), *([say(_SIGN, sign=sign)] if sign else []), say(_MADE, day=full_day(clock.today()))]


def advice() -> list[str]:
    """What to do with the page, a sentence or two each."""
    return [say(each) for each in _ADVICE]


def checks() -> str:
    """What the last sign of each line is for."""
    return say(_CHECKS)


def for_computers() -> str:
    """What stands above the key as a computer reads it."""
    return say(_FOR_COMPUTERS)


def lines(identity: str) -> list[list[str]]:
    """The key as it is typed: four lines, each in groups of four signs. The last sign of a line is its check."""
    return [line.split() for line in _lines(identity)]


def sheet_text(identity: str, sign: str = "") -> str:
    """The page to print, which is an age identity file too."""
    remarks = [*heading(sign), *(line for each in advice() for line in ["", *textwrap.wrap(each, 76)]), ""]
    remarks += [f"    {number})  {line}" for number, line in enumerate(_lines(identity), 1)]
    remarks += ["", checks(), "", say(_SERVES), for_computers()]
    return "\n".join([*(f"# {remark}".rstrip() for remark in remarks), identity, ""])


def read_sheet(typed: str) -> str:
    """The identity from what was typed, or from the whole page."""
    plain = re.sub(r"[^a-z0-9]", "", _LABEL.sub("", typed.lower()))
    signs = plain.rpartition("agesecretkey1")[2].translate(_CONFUSED)
    if len(signs) != _LENGTH:
        signs = "".join(_checked(signs))
    try:
        return str(x25519.Identity.from_str(_PREFIX + signs.upper()))
    except IdentityError:
        raise SheetMistyped(part=say("The key")) from None


def _lines(identity: str) -> Iterator[str]:
    signs = identity.removeprefix(_PREFIX).lower()
    for number, start in enumerate(range(0, _LENGTH, _IN_A_LINE), 1):
        line = signs[start : start + _IN_A_LINE]
        yield "  ".join(textwrap.wrap((line + _check(number, line)).upper(), 4))


def _checked(signs: str) -> Iterator[str]:
    for number, start in enumerate(range(0, _TYPED_LENGTH, _IN_A_LINE + 1), 1):
        line = signs[start : start + _IN_A_LINE + 1]
        if line[-1:] != _check(number, line[:-1]):
            raise SheetMistyped(part=say("Line {number}", number=number))
        yield line[:-1]


def _check(number: int, line: Iterable[str]) -> str:
    """One sign over the line, its order and its number: any one slip, or two signs exchanged, changes it.

    The signs are the 32 elements of a field; each step multiplies by the root of x⁵ + x² + 1 and adds a sign.
    """
    total = number
    for sign in line:
        total = total << 1 ^ (0b100101 if total & 16 else 0) ^ _SIGNS.index(sign)
    return _SIGNS[total]
