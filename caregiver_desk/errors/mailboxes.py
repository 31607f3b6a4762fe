"""What stands in the way of a mailbox."""

from __future__ import annotations

from caregiver_desk.errors.blocked import Blocked
from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class MailboxAway(Blocked):
    code = "mailbox-away"
    sentence = later(
        "The mailbox does not answer ({reason}). What came whole is kept, what was cut goes on from there, and nothing "
        "is lost. It is tried again later."
    )


class MailboxRefused(Blocked):
    code = "mailbox-refused"
    sentence = later(
        "The mailbox lets nobody in with this name and password, or not for this. Nothing was changed. Ask whoever "
        "runs it, and set it up again."
    )


class NotAMailbox(Blocked):
    code = "not-a-mailbox"
    sentence = later(
        "What answers at this address is no mailbox ({reason}). Nothing was taken from it and nothing put."
    )


class NoMailbox(Refused):
    code = "no-mailbox"
    sentence = later("This book has no mailbox. Nothing was sent. Set one up first: mailbox --at ADDRESS.")


class MailboxSleeps(Refused):
    code = "mailbox-sleeps"
    sentence = later(
        "The mailbox did not answer the last time, and is left alone until {when}. Nothing was sent. Say --now to try "
        "it all the same."
    )
