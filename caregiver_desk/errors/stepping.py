"""Refused where somebody stands in another's place for a time, or gives advice from outside a team."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class TimeIsOver(Refused):
    code = "time-is-over"
    sentence = later(
        "By the clock of this laptop ({day}) your time in this team is over. Nothing was changed, and what you wrote "
        "counts. If the clock is wrong, put it right; if you are to go on, ask your coordinator for a new date."
    )


class ThereForGood(Refused):
    code = "there-for-good"
    sentence = later(
        "{name} may write in this team without an end, so there is nothing to lend. Nothing was changed. To take the "
        "team over or give it up, hand it over."
    )


class NoLaptopOfTheirs(Refused):
    code = "no-laptop-of-theirs"
    sentence = later(
        "No laptop of {name} exchanges bundles with this book, so nothing could be lent to them. Nothing was changed. "
        "Accept their card first; if they were entered as a caregiver too, say that both are one person."
    )


class NoKeyOfTheirs(Refused):
    code = "no-key-of-theirs"
    sentence = later(
        "This book was never told which laptop {name} writes with, so it cannot say until when they may write there. "
        "Nothing was changed. Take in a bundle of theirs, or ask the coordinator who had them stand in."
    )


class NotHeardOf(Refused):
    code = "not-heard-of"
    sentence = later(
        "No bundle of {name} was opened in this book yet, so it is not known who they are. Nothing was changed. Open "
        "one of theirs first."
    )


class DaysAreStated(Refused):
    code = "days-are-stated"
    sentence = later(
        "Who stands in, where and until when is said by the coordinator, by “Give a new day for the end” or “End it "
        "now”. Nothing was changed. The words for the time can be changed here."
    )


class NamesTheHome(Refused):
    code = "names-the-home"
    sentence = later(
        "Whoever is asked works outside this team, and “{field}” names the home or somebody in it. Nothing was saved. "
        "Say it without names, codes and places."
    )
