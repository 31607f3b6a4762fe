"""What this book knows of its organisation: the newest list of its coordinators, and who vouches for this laptop.

The list stands in the book as the file it came in, whose seal was checked before. A newer one of the same root takes
its place; another root only where a person said so, or where the book had none. What the lines of a coordinator mean
changes with it, so everything they speak of is folded anew by whoever adopts it (see heeding).

A certificate is kept for each coordinator who gave one: the latest, by its serial number. It goes along with what this
laptop sends, for readers who never met its owner.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import Enum, auto

import msgspec
from sqlalchemy.engine.interfaces import DBAPICursor as Cursor

from caregiver_desk import clock
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.sharing.organisation import TrustList
from caregiver_desk.records.sharing.standing import Known
from caregiver_desk.store import notes

LISTED, VOUCHED = "list", "certificate"  # how a partner came to be known, where nobody compared words with her
_LIST, _CERTIFICATES = "organisation", "certificates"

_decoder = msgspec.json.Decoder(TrustList)


class Adopted(Enum):
    """What became of a list that came."""

    NEW = auto()
    SAME = auto()
    OLDER = auto()
    TWO_OF_ONE_NUMBER = auto()  # the root signed twice: an old copy of it was used, or somebody else has one
    ANOTHER_ROOT = auto()


def text(cursor: Cursor) -> str:
    """The list that holds here, as the file it came in; empty where there is none."""
    return notes.OF_THE_JOURNAL.read(cursor, _LIST)


def newest(cursor: Cursor) -> TrustList | None:
    """The list that holds here, or none."""
    line, _, _ = text(cursor).partition("\n")
    return _decoder.decode(line) if line else None


def known(cursor: Cursor, own: frozenset[str]) -> Known:
    """What is taken as given: which key speaks for which laptop, and whose are the keys of coordinators.

    They are those of partners whose words were compared, those that the list names, and `own` if it is one.
    """
    cursor.execute("SELECT laptop, key FROM laptop")
    keys = dict(cursor.fetchall())
    cursor.execute("SELECT key FROM partner WHERE role = ?", (Role.COORDINATOR,))
    compared = {row[0] for row in cursor.fetchall()}
    told = newest(cursor)
    coordinators = own.union(compared, told.keys if told else ())
    ended = {each.key: {end.mark: (end.last, end.at) for end in each.ends} for each in told.ended} if told else {}
    return Known(coordinators, keys, ended)


def adopt(cursor: Cursor, told: TrustList, data: str, *, sure: bool) -> Adopted:
    """Keep a list if it is newer. `sure`: a person, or a coordinator who is believed here, vouches for its root."""
    held = newest(cursor)
    if held is None or held.root != told.root:
        if not sure:
            return Adopted.ANOTHER_ROOT
    elif held.version > told.version:
        return Adopted.OLDER
    elif held.version == told.version:
        return Adopted.SAME if held == told else Adopted.TWO_OF_ONE_NUMBER
    notes.OF_THE_JOURNAL.write(cursor, _LIST, data.replace("\r\n", "\n"))
    _mark_partners(cursor, told)
    return Adopted.NEW


def _mark_partners(cursor: Cursor, told: TrustList) -> None:
    """Partners whom the list names are coordinators; whom only an older one named, or whom it ended, is none."""
    cursor.execute("UPDATE partner SET role = 'partner' WHERE compared = ?", (LISTED,))
    ended, named = ((each.key,) for each in told.ended), ((Role.COORDINATOR, each.key) for each in told.coordinators)
    cursor.executemany("UPDATE partner SET role = 'partner' WHERE key = ?", list(ended))
    cursor.executemany(
        f"UPDATE partner SET role = ?, compared = CASE compared WHEN 'aloud' THEN compared ELSE '{LISTED}' END"
        " WHERE key = ?",
        list(named),
    )


def certificates(cursor: Cursor) -> Mapping[str, tuple[int, str]]:
    """What coordinators said of this laptop's key, by theirs: a serial number and the certificate."""
    return {
        key: (serial, told) for key, (serial, told) in json.loads(notes.OWN.read(cursor, _CERTIFICATES) or "{}").items()
    }


def keep_certificate(cursor: Cursor, authority: str, serial: int, certificate: str) -> None:
    """Keep what a coordinator said of this laptop, if it is her latest word."""
    held = dict(certificates(cursor))
    if serial >= held.get(authority, (0, ""))[0]:
        notes.OWN.write(cursor, _CERTIFICATES, json.dumps(held | {authority: (serial, certificate)}))


def forget_certificates(cursor: Cursor) -> None:
    """They were given for a key with which this book speaks no longer."""
    notes.OWN.forget(cursor, _CERTIFICATES)


def called(told: TrustList) -> str:
    """What a list is called between those who have it: its number, and a mark of its root."""
    return f"{told.version}@{clock.mark(told.root)}"


def hear(cursor: Cursor, key: str, has: str) -> None:
    """Keep which list a partner says she has."""
    if has != notes.OF_THE_JOURNAL.read(cursor, _list_of(key)):
        notes.OF_THE_JOURNAL.write(cursor, _list_of(key), has)


def is_known_to(cursor: Cursor, key: str, told: TrustList) -> bool:
    """Whether a partner said that she has this list."""
    return notes.OF_THE_JOURNAL.read(cursor, _list_of(key)) == called(told)


def _list_of(key: str) -> str:
    return f"{_LIST} of {key}"
