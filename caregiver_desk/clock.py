"""Time and ids enter the program here and nowhere else.

Context. Laptops meet rarely, their clocks lie, and a reader may hold only part of what was written. Whether a line may
count must still be decided alike by everyone, from what she holds, without asking anybody.

Decision. *Ids remember.* A laptop's id carries a check that only its owner's key fits; a scope's id one that only its
founder's key fits; a record's id one that only the scope fits in which it was born. Anyone who holds both ids can
check; nobody can make one fit afterwards (60 bits for a record, 66 for a scope, 108 for a laptop). What must be named
before people who may not know it is named by a *mark*, a blind hash of ids that only their holder can recompute.

Ids are 22 letters of an alphabet that sorts as its bytes do. A record's begins with its time in milliseconds, so new
rows land beside each other on the disk; the time decides nothing. Wall time is whole seconds since 1970, UTC.

A clock that nobody can believe writes no time. While it is in doubt, `now` is 0, which wins over nothing and is shown
as “date uncertain”, and `today` is the last day that could be believed. Whether it can be believed is judged where a
book remembers something (see store/watch).
"""

from __future__ import annotations

import base64
import os
import time
from datetime import UTC, date, datetime, timedelta

_OURS = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz~"
_BASE64 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_LETTERS, _BACK = bytes.maketrans(_BASE64, _OURS), bytes.maketrans(_OURS, _BASE64)

LETTER = "[0-9A-Za-z_~]"
LATEST = 2**37  # seconds: the year 6325
ID_LENGTH, MARK_LENGTH = 22, 16
_LAPTOP_NONCE, _SCOPE_NONCE, _RECORD_NONCE = 4, 11, 12
_TIME_LETTERS = 8  # of a record's id
_RANDOM_BITS = 24
_NO_DAY = "~~"  # begins a time that no line can bear

_shift = timedelta(0)
_correction = timedelta(0)
_last_sure: date | None = None
_newest = 0


def now() -> int:
    """The wall clock of this laptop, in seconds; 0 while it is in doubt. It is shown, and it decides nothing seen.

    A time that no line can bear is in doubt as well.
    """
    moment = machine() + int(_correction.total_seconds())
    return 0 if in_doubt() or not 0 <= moment <= LATEST else moment


def today() -> date:
    """The date on this laptop's wall, in its own time zone; the last sure one while its clock is in doubt."""
    return _last_sure or day_of(now())


def has_come(day: date) -> bool:
    """Whether this day can lie behind us; while nobody knows what day it is, every day can."""
    return in_doubt() or day <= today()


def machine() -> int:
    """What the machine's own clock says, right or wrong, in seconds."""
    return int(time.time() + _shift.total_seconds())  # noqa: TID251 - this is the one place


def day_of(moment: int) -> date:
    """The day of a moment, in the time zone of this laptop."""
    return datetime.fromtimestamp(moment, tz=UTC).astimezone().date()


def in_doubt() -> bool:
    """Whether nobody knows what time it is."""
    return _last_sure is not None


def doubt(last: date) -> None:
    """Believe the machine's clock no longer; `last` is the last day that could be believed."""
    global _last_sure  # noqa: PLW0603 - the one clock
    _last_sure = last


def trust(correction: timedelta = timedelta(0)) -> None:
    """Believe the machine's clock, put right by this much."""
    global _last_sure, _correction
    _last_sure, _correction = None, correction


def shift(by: timedelta) -> None:
    """Let the machine's clock seem to run ahead or behind by this much, as in a rehearsal.

    Ids that are made after it went back tell the day on which they are made; what is random keeps them apart.
    """
    global _shift, _newest  # noqa: PLW0603 - the one clock
    if by < _shift:
        _newest = 0
    _shift = by


def new_laptop(key: str) -> str:
    """An id for a laptop that speaks with `key` (a public signing key)."""
    return _grow(key, _random_letters(_LAPTOP_NONCE))


def new_scope(key: str) -> str:
    """An id for a matter (a team, a pair, a concern) founded by the holder of `key`."""
    return _grow(key, _random_letters(_SCOPE_NONCE))


def new_record(scope: str) -> str:
    """An id for a record born in `scope`; later ones sort after earlier ones made on this laptop."""
    global _newest  # noqa: PLW0603 - ids of one laptop never repeat
    moment = int((time.time() + (_shift + _correction).total_seconds()) * 1000)  # noqa: TID251
    drawn = moment << _RANDOM_BITS | int.from_bytes(os.urandom(3), "big")
    _newest = max(drawn, _newest + 1)
    return _grow(scope, _letters(_newest.to_bytes(9, "big")))


def made_on(record: str) -> date | None:
    """The day on which a record was made, as the clock of its laptop had it; None where its id tells no such day."""
    try:
        moment = (
            int.from_bytes(base64.b64decode(record[:_TIME_LETTERS].encode().translate(_BACK), validate=True)) // 1000
        )
    except ValueError:
        return None
    return day_of(moment) if 0 < moment <= LATEST else None


def speaks_for(laptop: str, key: str) -> bool:
    """Whether this laptop's id was made for this key."""
    return laptop == _grow(key, laptop[:_LAPTOP_NONCE])


def founded(key: str, scope: str) -> bool:
    """Whether the holder of this key founded this scope."""
    return scope == _grow(key, scope[:_SCOPE_NONCE])


def born_in(record: str, scope: str) -> bool:
    """Whether this record came into being in this scope."""
    return record == _grow(scope, record[:_RECORD_NONCE])


def mark(*ids: str) -> str:
    """A blind name for these ids taken together (96 bits): it tells nothing to who does not hold them all."""
    return _digest_letters("mark|" + "|".join(ids))[:MARK_LENGTH]


def new_salt() -> str:
    """Sixteen random letters, so that the digest of an erased line cannot be matched by guessing its words."""
    return _random_letters(16)


def kin(record: str, scope: str) -> str:
    """The id of the one record in a scope that goes with this record: whoever makes it, makes the same one."""
    return _grow(scope, record[:_TIME_LETTERS] + _digest_letters(f"kin|{record}")[: _RECORD_NONCE - _TIME_LETTERS])


def submitted(form: str, scope: str, about: str) -> str:
    """The id of the one record in a scope that a filled-in form founds about somebody or some home.

    It tells no day: its letters of time are later than any.
    """
    told = _digest_letters(f"submitted|{form}|{about}")[: _RECORD_NONCE - len(_NO_DAY)]
    return _grow(scope, _NO_DAY + told)


def are_kin(record: str, other: str) -> bool:
    """Whether `record` is the one that goes with the other, in whatever scope it stands."""
    return record[:_RECORD_NONCE] == kin(other, "")[:_RECORD_NONCE]


def _grow(parent: str, nonce: str) -> str:
    return nonce + _digest_letters(f"{parent}|{nonce}")[: ID_LENGTH - len(nonce)]


def _digest_letters(text: str) -> str:
    import hashlib  # the first window makes no ids

    return _letters(hashlib.sha256(text.encode()).digest())


def _random_letters(count: int) -> str:
    return _letters(os.urandom(count))[:count]


def _letters(raw: bytes) -> str:
    return base64.b64encode(raw).translate(_LETTERS).rstrip(b"=").decode()
