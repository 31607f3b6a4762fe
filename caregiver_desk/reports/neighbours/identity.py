"""The names under which other programs know our records: always the same for the same record, and ours told to nobody.

Decision. An id of ours remembers when and in whose matter a record was made. A program elsewhere is given a name that
follows from it and leads back to none: a UUID of version 5, or eleven letters where DHIS2 wants those. What is written
again tomorrow, or by another laptop of the same book, bears the same names, so that it is put right and not doubled.
"""

from __future__ import annotations

import hashlib
import string
import uuid
from functools import lru_cache

OURS = uuid.UUID("6d0f2a54-5b0c-5c3e-9b52-6b1f4be0a7c1")  # the root of all names that are given here
SYSTEM = f"urn:uuid:{OURS}"  # whose names they are, for whoever asks for a system
_LETTERS = string.ascii_letters
_SIGNS = _LETTERS + string.digits
UID_LENGTH = 11
AT_HAND = 4096  # names that are asked for again and again: of homes and people


@lru_cache(AT_HAND)
def uuid_of(record: str, role: str = "") -> str:
    """The name of a record; with a role, of something else that follows from the same record."""
    return str(uuid.uuid5(OURS, f"{record}|{role}"))


@lru_cache(AT_HAND)
def uid_of(record: str, role: str = "") -> str:
    """The same in eleven letters and figures, the first a letter."""
    number = int.from_bytes(hashlib.sha256(f"{OURS}|{record}|{role}".encode()).digest())
    number, first = divmod(number, len(_LETTERS))
    signs = [_LETTERS[first]]
    while len(signs) < UID_LENGTH:
        number, sign = divmod(number, len(_SIGNS))
        signs.append(_SIGNS[sign])
    return "".join(signs)
