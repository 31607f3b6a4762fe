"""What a hub has to say to whoever opens it."""

from __future__ import annotations

from caregiver_desk.errors.blocked import Blocked
from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class HubAway(Blocked):
    code = "hub-away"
    sentence = later(
        "The hub does not answer. What was saved is safe there; this was not saved. Look at the network and the "
        "address."
    )


class HubRefused(Blocked):
    code = "hub-refused"
    sentence = later(
        "The hub lets nobody in with this name and password, or not for this. Nothing was changed. Ask whoever runs it."
    )


class HubNotProved(Blocked):
    code = "hub-not-proved"
    sentence = later(
        "What answers there did not prove to be this hub. Nothing was said to it, not even your password. Ask whoever"
        " runs it."
    )


class HubInTheOpen(Blocked):
    code = "hub-in-the-open"
    sentence = later(
        "The hub speaks without encryption, so others could read along. Nothing was said to it, not even your "
        "password. Ask for TLS."
    )


class HubOlder(Blocked):
    code = "hub-older"
    sentence = later(
        "This program is newer than the hub. Nothing was changed. Ask its owner to open it with this program; use the"
        " earlier one until then."
    )


class HubChanging(Blocked):
    code = "hub-changing"
    sentence = later(
        "The hub is being changed by its owner. What was saved is safe; this was not saved. Try again in some minutes."
    )


class NoSuchReader(Refused):
    code = "no-such-reader"
    sentence = later(
        "There is no login “{name}” that may read for a dashboard. Nothing was changed. Whoever runs the server makes"
        " one."
    )


class ReadsNothing(Refused):
    code = "reads-nothing"
    sentence = later("“{name}” was let in to read nothing here. Nothing was changed.")


class NoHubHere(Blocked):
    code = "no-hub-here"
    sentence = later(
        "This laptop has never been at that hub. Nothing was made. Come in with `new --book postgresql://…` first."
    )


class NotInAHub(Refused):
    code = "not-in-a-hub"
    sentence = later("This book stands on this laptop, and in no hub. Nothing was changed.")


class NoHubDriver(Blocked):
    code = "no-hub-driver"
    sentence = later(
        "This program was installed without what speaks to a hub. Nothing was changed. Install it with its extra `hub`."
    )


class KeptByTheHub(Blocked):
    code = "kept-by-the-hub"
    sentence = later(
        "The records of this book stand in a hub, and whoever runs it backs it up (pg_dump). Nothing was written here."
    )


class NotOnAHub(Refused):
    code = "not-on-a-hub"
    sentence = later(
        "What two people keep between them stands in no hub, and nothing was saved. Write it in your own book, which "
        "stays on your laptop."
    )
