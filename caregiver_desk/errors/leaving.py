"""Files for other programs: what does not go into them, and what cannot."""

from __future__ import annotations

from caregiver_desk.errors.blocked import Blocked
from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later, say


class NothingLeaves(Refused):
    code = "nothing-leaves"
    sentence = later("Of {kind} nothing goes into a file for other programs, whoever asks. Nothing was written.")


class WishesApart(Refused):
    code = "wishes-apart"
    sentence = later("{option}: {reason}. Nothing was written.")


class NeedsAsking(Refused):
    code = "needs-asking"
    sentence = later("Of {kind} nothing goes into a file unless you ask for {what}. Nothing was written.")
    typed = later("{told} Ask for it by --with {audience}.")

    def at_a_prompt(self) -> str:
        return say(self.typed, told=str(self), **self.facts)


class OneTable(Refused):
    code = "one-table"
    sentence = later(
        "A CSV file holds one table, and you asked for {tables}. Nothing was written. "
        "Name a folder, a .zip or an .xlsx instead."
    )


class NoSuchTable(Refused):
    code = "no-such-table"
    sentence = later(
        "“{name}” does not say what to write. Nothing was written. Name an .xlsx, a .csv or a .zip, or a new folder."
    )


class TooMuchForASheet(Blocked):
    code = "too-much-for-a-sheet"
    sentence = later("{what}. A workbook cannot hold that. Nothing was written. Take out fewer days, or a CSV file.")


class NoPurpose(Refused):
    code = "no-purpose"
    sentence = later(
        "An extract is made only for a purpose. Nothing was written. Say what it is for, in at most {longest} letters."
    )


class NotWhole(Refused):
    code = "not-whole"
    sentence = later(
        "An extract tells of whole {what}, so that no single day can be known; {days} are not. Nothing was written."
    )


class TooFewForAnExtract(Refused):
    code = "too-few-for-an-extract"
    sentence = later(
        "An extract tells of {least} people or homes or more; this one would tell of {number}. Nothing was written. "
        "Take more days."
    )
