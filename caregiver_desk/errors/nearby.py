"""Two laptops in one room: the address, the number, and the line between them."""

from __future__ import annotations

from caregiver_desk.errors.blocked import Blocked
from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class NotAnAddress(Refused):
    code = "not-an-address"
    sentence = later(
        "“{text}” is no address. Nothing was sent. Type it as the other laptop shows it, such as 192.168.1.7."
    )


class NotNear(Refused):
    code = "not-near"
    sentence = later(
        "{address} is not in this room: it belongs to the wide network. Nothing was sent. Type the address that the "
        "other laptop shows."
    )


class NoRoom(Blocked):
    code = "no-room"
    sentence = later(
        "This laptop is on no local network. Nothing was sent. Plug in the cable or join the same Wi-Fi, then start "
        "once more."
    )


class NobodyCame(Blocked):
    code = "nobody-came"
    sentence = later("Nobody came in time, so the waiting has ended. Nothing was sent. Start once more, both of you.")


class NobodyThere(Blocked):
    code = "nobody-there"
    sentence = later(
        "No laptop waits at {address}. Nothing was sent. Look whether it waits for you, and at its address once more."
    )


class NotRecognised(Blocked):
    code = "not-recognised"
    sentence = later(
        "The laptop there did not prove to be {name}’s with this number. Nothing was sent. Look at the number on both"
        " screens."
    )


class TooManyKnocks(Blocked):
    code = "too-many-knocks"
    sentence = later(
        "Somebody came several times and did not prove to be {name}, so the waiting has ended. Nothing was sent. "
        "Start once more, with another number."
    )


class CableBroke(Blocked):
    code = "cable-broke"
    sentence = later(
        "The line to the other laptop broke. Nothing was changed, nothing is lost. Start once more: all of it goes "
        "again."
    )
