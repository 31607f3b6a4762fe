"""Concerns: who is told, how they may close, and that they stay in sight."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class StaysInSight(Refused):
    code = "stays-in-sight"
    sentence = later(
        "A concern is not erased, undone or set aside. Nothing was changed. If it was a mistake, two people mark it as "
        "recorded in error."
    )


class NotReportedYet(Refused):
    code = "not-reported-yet"
    sentence = later(
        "This is closed once it was reported: note who was told. A sexual offence that somebody knows of goes to the "
        "police; any other that was not reported needs two named people and a reason. Nothing was changed."
    )


class TwoPeople(Refused):
    code = "two-people"
    sentence = later("This needs the names of two people and a reason. Nothing was changed.")


class AlreadyOver(Refused):
    code = "already-over"
    sentence = later("This concern is closed. Nothing was changed. If there is news, note a new concern.")


class LeadOnly(Refused):
    code = "lead-only"
    sentence = later("A concern is given to a protection lead and to nobody else. Nothing was changed.")


class TwoToErase(Refused):
    code = "two-to-erase"
    sentence = later(
        "No one alone erases a concern for good. Nothing was changed. Name the two who decided it, and keep their "
        "letter on paper."
    )


class LeadIsMeant(Refused):
    code = "lead-is-meant"
    sentence = later(
        "This concern is about {name}, so it is not given to {name}. Nothing was changed. Ring whoever the site names "
        "instead, a social worker or the police, 10111: nobody has to agree first."
    )


class LeadReadsIt(Refused):
    code = "lead-reads-it"
    sentence = later(
        "{name} was given this concern and reads what is added. Nothing was changed. Note a new one, and ring whoever"
        " the site names instead."
    )


class NotTheNamedLead(Refused):
    code = "not-the-named-lead"
    sentence = later(
        "A concern about a worker goes to whom the site names: {name}. Nothing was changed. If the name is wrong, put "
        "it right in Settings."
    )


class NotToBeLeft(Refused):
    code = "not-to-be-left"
    sentence = later(
        "To leave this unreported needs two named people, a reason, no danger and no sexual offence. Nothing was "
        "changed. Anyone may report it."
    )


class NotMadeLess(Refused):
    code = "not-made-less"
    sentence = later(
        "What was noted as a sexual offence stays so. Nothing was changed. If it was a mistake, two people mark it as "
        "recorded in error."
    )
