"""An organisation's own word for who coordinates: its list and its root."""

from __future__ import annotations

from caregiver_desk.errors.blocked import Blocked
from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class NotACoordinator(Refused):
    code = "not-a-coordinator"
    sentence = later(
        "The card of {name} says {role}, and only who keeps a coordinator’s book can coordinate. Nothing was changed. "
        "Ask for the card of that book."
    )


class OrganisationBegun(Refused):
    code = "organisation-begun"
    sentence = later(
        "This book has the list of {organisation} already. Nothing was changed. Only if its root is lost, begin anew:"
        " `organisation --begin NAME --anew`."
    )


class NoSuchCoordinator(Refused):
    code = "no-such-coordinator"
    sentence = later("The list names no one coordinator “{name}”. Known: {known}. Nothing was changed.")


class ListNotBundle(Blocked):
    code = "list-not-bundle"
    sentence = later(
        "This is the list of an organisation, not a bundle. Nothing was changed. Open it with “Open a card” or `pair`."
    )


class NotAList(Blocked):
    code = "not-a-list"
    sentence = later("This file is not the list of an organisation, or it was altered. Nothing was changed.")


class ListNewer(Blocked):
    code = "list-newer"
    sentence = later("This list was made by a newer Caregiver Desk. Nothing was changed. Update the program first.")


class NotARoot(Blocked):
    code = "not-a-root"
    sentence = later(
        "This file is not the root of an organisation, or it was altered. Nothing was changed. "
        "Take the copy in the safe."
    )


class RootStaysShut(Blocked):
    code = "root-stays-shut"
    exit_status = 4
    sentence = later(
        "This passphrase does not open the root of the organisation. Nothing was changed. "
        "The root has a passphrase of its own."
    )


class OlderRoot(Blocked):
    code = "older-root"
    sentence = later(
        "This root signed list {theirs} last, and list {ours} is out. Nothing was changed. Take the copy that signed "
        "list {ours}."
    )
