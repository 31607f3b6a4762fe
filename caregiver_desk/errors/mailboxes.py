"""What stands in the way of a mailbox."""

from __future__ import annotations

from caregiver_desk.errors.blocked import Blocked
from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class MailboxAway(Blocked):
    code = "mailbox-away"
    sentence = later(
        "The mailbox does not answer ({reason}). What came is kept, and nothing is lost. It is tried again later."
    )


class MailboxRefused(Blocked):
    code = "mailbox-refused"
    sentence = later(
        "The mailbox lets nobody in with this name and password. Nothing was changed. Ask whoever runs it, and set it"
        " up again."
    )


class NotAMailbox(Blocked):
    code = "not-a-mailbox"
    sentence = later(
        "What answers at this address is no mailbox ({reason}). Nothing was taken from it and nothing put."
    )


class MailboxHost(Blocked):
    code = "mailbox-host"
    sentence = later(
        "The server there shows the key {host_key}. Nothing was said to it. If whoever runs it says that is its key, "
        "give --host-key {host_key}"
    )


class OtherMailboxHost(Blocked):
    code = "other-mailbox-host"
    sentence = later(
        "The server there shows another key than before: {host_key}. Somebody may stand in between. Nothing was said "
        "to it. Ask whoever runs it."
    )


class MailboxKey(Refused):
    code = "mailbox-key"
    sentence = later(
        "The private key cannot be read ({reason}). Nothing was changed. Give the file that ssh-keygen wrote with "
        "--key-file, and its password with --password-file."
    )


class NoSftp(Blocked):
    code = "no-sftp"
    sentence = later(
        "This program was installed without what speaks SFTP. Nothing was changed. Install it with its extra `sftp`."
    )


class NoMailbox(Refused):
    code = "no-mailbox"
    sentence = later("This book has no mailbox. Nothing was sent. Set one up first: mailbox --at ADDRESS.")


class MailboxSleeps(Refused):
    code = "mailbox-sleeps"
    sentence = later(
        "The mailbox could not be used last time, and is left alone until {when}. Nothing was sent. --now tries it "
        "all the same."
    )
