"""Partners and what goes between them: who is heard, and what a bundle is."""

from __future__ import annotations

from caregiver_desk.errors.blocked import Blocked
from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class NoFork(Refused):
    code = "no-fork"
    sentence = later("This book knows of only one branch of laptop {laptop}. There is nothing to keep or to leave.")


class NotEnrolled(Refused):
    code = "not-enrolled"
    sentence = later("{name} was not let write there by an enrolment, so there is none to end. Nothing was changed.")


class NotYourBranch(Refused):
    code = "not-your-branch"
    sentence = later("Only the owner of a laptop says which branch of it is kept. Nothing was changed; ask them.")


class NotYourself(Refused):
    code = "not-yourself"
    sentence = later("Nobody locks out their own laptop. Nothing was changed. Ask another coordinator.")


class NotTheSamePerson(Refused):
    code = "not-the-same-person"
    sentence = later("These two laptops are of two people. Nothing was changed. Choose the new laptop of who lost one.")


class NoSuchPartner(Refused):
    code = "no-such-partner"
    sentence = later(
        "No partner is called “{name}”. Nothing was changed. Write the name as it stands on their card, or pair "
        "with them."
    )


class SeveralPartners(Refused):
    code = "several-partners"
    sentence = later(
        "“{name}” can be several partners: {known}. Nothing was changed. Write the whole name, or the id of the laptop."
    )


class NoSuchImport(Refused):
    code = "no-such-import"
    sentence = later("No bundle was opened under the name {bundle}. Nothing was changed.")


class NotABundle(Blocked):
    code = "not-a-bundle"
    sentence = later("This file is not a Caregiver Desk bundle. Nothing was changed.")


class StickGone(Blocked):
    code = "stick-gone"
    sentence = later(
        "The stick or folder is gone, so not all may be on it. Nothing in the book is lost: put it in again and repeat."
    )


class NoBundles(Blocked):
    code = "no-bundles"
    sentence = later(
        "There is no bundle in “{folder}”. Nothing was changed. Look whether it is the right stick or folder."
    )


class NotForYou(Blocked):
    code = "not-for-you"
    sentence = later(
        "This bundle is sealed for somebody else. Nothing was changed. If you did not make it, phone the sender: it "
        "may be urgent."
    )


class WrongWords(Blocked):
    code = "wrong-words"
    exit_status = 4
    sentence = later(
        "These are not the words this bundle was sealed with. Nothing was changed. "
        "Ask the sender to read them to you again."
    )


class Incomplete(Blocked):
    code = "incomplete"
    sentence = later(
        "This file was cut off or damaged on its way. Nothing was changed. Copy it again or ask for a new one."
    )


class SealBroken(Blocked):
    code = "seal-broken"
    sentence = later(
        "The seal of this bundle does not fit what is inside ({part}). Nothing was changed. Phone the sender."
    )


class UnknownSender(Blocked):
    code = "unknown-sender"
    sentence = later(
        "This bundle comes from a laptop you have not paired with. Nothing was changed. "
        "Phone the sender: something in it may be urgent."
    )


class Parted(Blocked):
    code = "parted"
    sentence = later(
        "You no longer exchange bundles with {name}. Nothing was changed, and nothing was made. To take it up again,"
        " accept the contact card anew."
    )


class LockedOut(Blocked):
    code = "locked-out"
    sentence = later("{name}’s laptop was locked out, so no bundle is made for it. Nothing was changed.")


class RevokedSender(Blocked):
    code = "revoked-sender"
    sentence = later("This laptop was locked out. Nothing was changed. Phone its owner.")


class TooLarge(Blocked):
    code = "too-large"
    sentence = later("This file is larger than a bundle may be ({part}). Nothing was changed.")


class BundleNewer(Blocked):
    code = "bundle-newer"
    sentence = later("This bundle was made by a newer Caregiver Desk. Nothing was changed. Update the program first.")


class TookTooLong(Blocked):
    code = "took-too-long"
    sentence = later("Opening this file took too long and was stopped. Nothing was changed.")


class OpeningFailed(Blocked):
    code = "opening-failed"
    sentence = later(
        "This file could not be opened: the part that reads files stopped. Nothing was changed. Try once more, or ask"
        " for a new one."
    )


class FictionalMixed(Blocked):
    code = "fictional-mixed"
    sentence = later("Real and fictional books do not exchange bundles. Nothing was changed.")
