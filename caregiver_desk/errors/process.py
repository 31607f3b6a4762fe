"""Refused in fair process: what would make a process less than fair."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class LookFurther(Refused):
    code = "look-further"
    sentence = later(
        "Look first at what the organisation does and how much work there is. Nothing was saved. Write under one of "
        "the two what you checked; what was looked at needs a word on what you found."
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
        "{name} is not their line manager today, so this is not handed over to {name}. Nothing was changed. Say first "
        "who is their line manager, and from which day; then hand it over."
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
        "{name} does not take part in this process, so it is not given to {name}. Nothing was changed. It is read by "
        "the line manager, the named adviser and the caregiver. Name the adviser first, or print a copy for the "
        "caregiver."
    )


class AboutThem(Refused):
    code = "about-them"
    sentence = later(
        "This is about {name}, so it does not go to {name} and is not kept by {name}. Nothing was saved. The caregiver "
        "chooses somebody else, or writes it on paper."
    )


class NotHelpedYet(Refused):
    code = "not-helped-yet"
    sentence = later(
        "Nobody is parted from before they were helped and heard. Nothing was saved. Say what they answer and how they "
        "were helped; a process also needs a step that was held, with their answer."
    )


class AlreadyDecided(Refused):
    code = "already-decided"
    sentence = later("How this ended is said already. Nothing was saved. What stands there is in its history.")


class NotForAChronology(Refused):
    code = "not-for-a-chronology"
    sentence = later(
        "This does not belong in a chronology: {what}. Nothing was saved. What was said to help somebody is never held "
        "against them."
    )
