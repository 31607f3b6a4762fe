"""Refused in fair process: what would make a process less than fair."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class LookFurther(Refused):
    code = "look-further"
    sentence = later(
        "Look first at what the organisation does and how much work there is. Nothing was saved. Write down what you "
        "looked at and found."
    )


class LineManagerOnly(Refused):
    code = "line-manager-only"
    sentence = later(
        "Only the line manager opens this: {name}. Nothing was saved. Tell {name} what you saw; help can begin today."
    )


class NotYourProcess(Refused):
    code = "not-your-process"
    sentence = later(
        "Somebody else leads this process. Nothing was saved. Tell them what you would add, or add it at their laptop."
    )


class NotTheLineManager(Refused):
    code = "not-their-line-manager"
    sentence = later(
        "{name} is not their line manager today. Nothing was changed. Say first who is, and from which day; then hand"
        " it over."
    )


class OpenerGives(Refused):
    code = "opener-gives"
    sentence = later(
        "Only {name}, who opened this, or somebody who coordinates can let a further reader in. Nothing was changed. "
        "Ask them, or print a copy."
    )


class NotAReader(Refused):
    code = "not-a-reader"
    sentence = later(
        "{name} takes no part in this process, so it is not given. Nothing was changed. Name an adviser first, or "
        "print a copy."
    )


class AboutThem(Refused):
    code = "about-them"
    sentence = later(
        "This is about {name}, so it neither goes to them nor is kept by them. Nothing was saved. The caregiver "
        "chooses somebody else."
    )


class NotHelpedYet(Refused):
    code = "not-helped-yet"
    sentence = later(
        "Nobody is parted from before they were helped and heard. Nothing was saved. Say how they were helped, and "
        "what they answer."
    )


class AlreadyDecided(Refused):
    code = "already-decided"
    sentence = later("How this ended is said already. Nothing was saved. What stands there is in its history.")


class TheirWords(Refused):
    code = "their-words"
    sentence = later(
        "They wrote this answer themselves, so it stays. Nothing was saved. What you heard goes beside it, as a note "
        "for the review."
    )


class NotForAChronology(Refused):
    code = "not-for-a-chronology"
    sentence = later(
        "This does not belong in a chronology: {what}. Nothing was saved. What was said to help somebody is never held "
        "against them."
    )


class KeptBack(Refused):
    code = "kept-back"
    sentence = later(
        "This may not stand where it came, so it is shown to nobody. Nothing is lost. Whoever leads it takes it out."
    )
