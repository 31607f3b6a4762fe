"""Household codes that notice a slip of the pen.

Context. A household is named on paper by its code: a prefix of the site and a number. A wrong digit, or two exchanged,
names another family.

Decision. A third part is a check digit after H. Michael Damm (*Total anti-symmetrische Quasigruppen*, dissertation,
Philipps-Universität Marburg, 2004): `HH-014-5`. It needs digits only, and finds every single wrong digit and every
exchange of two neighbours; ISO 7064 MOD 11-10 misses some exchanges. Leading zeros do not count.

Consequence. Sites have codes of their own, so a code without this third part is neither right nor wrong, and a wrong
one is a reason to look at the paper again, never to refuse it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from caregiver_desk.practice.people.names import folded
from caregiver_desk.wording import fold

_QUASIGROUP = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)
_CHECKED = re.compile(r"[A-Za-z]+[- ]?([0-9]{1,9})[- ]([0-9])")
_PARTS = re.compile(r"[0-9]+|[^\W\d_]+")
_LISTED = re.compile(r"0*([0-9]{1,4})[- ]([0-9])")


def household_code(prefix: str, number: int) -> str:
    """The code of a site's household number, with its check digit."""
    return f"{prefix}-{number:03}-{check_digit(str(number))}"


def check(code: str) -> bool | None:
    """Whether the check digit of a code fits; None where the code has none."""
    found = _CHECKED.fullmatch(code.strip())
    return check_digit(found[1]) == found[2] if found else None


def doubled(codes: Iterable[tuple[str, str]]) -> set[str]:
    """Of pairs of home and code, the homes whose code another home has too, however it is written."""
    homes: dict[str, set[str]] = {}
    for home, code in codes:
        homes.setdefault(key(code), set()).add(home)
    return {home for same in homes.values() if len(same) > 1 for home in same}


def key(code: str) -> str:
    """A code without what people leave out or put in when they write it down."""
    return "".join(folded(code).split())


def sound(code: str) -> str:
    """A code without the zeros before its numbers: `HH-007` and `HH 7` sound alike, `HH-002-1` and `HH-021` do not."""
    return " ".join(part.lstrip("0") or "0" if part.isdigit() else part for part in _PARTS.findall(fold(code)))


def without_digit(code: str) -> str:
    """How it sounds when its check digit is left out: `HH-021-0` as `HH-021`."""
    found = _CHECKED.fullmatch(code.strip())
    return sound(code[: code.rindex(found[2])] if found else code)


def list_number(number: int) -> str:
    """A short number as it stands on a week sheet."""
    return f"{number}-{check_digit(str(number))}"


def is_list_number(written: str) -> bool:
    """Whether this looks like a number from a sheet, right or wrong."""
    return _LISTED.fullmatch(written.strip()) is not None


def read_list_number(written: str) -> int | None:
    """The short number that somebody copied from a sheet; None where its check digit tells of a slip."""
    found = _LISTED.fullmatch(written.strip())
    return int(found[1]) if found and check_digit(found[1]) == found[2] else None


def check_digit(digits: str) -> str:
    carried = "0"
    for digit in digits:
        carried = _QUASIGROUP[int(carried)][int(digit)]
    return carried
