"""Refused where somebody stands in another's place for a time, or gives advice from outside a team."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class TimeIsOver(Refused):
    code = "time-is-over"
    sentence = later(
        "By this laptop’s clock ({day}) your time in this team is over. Nothing was changed. Put the clock right, or "
        "ask your coordinator."
    )


class ThereForGood(Refused):
    code = "there-for-good"
    sentence = later(
        "{name} may write in this team without an end, so nothing can be lent. Nothing was changed. Hand the team "
        "over instead."
    )


class NoLaptopOfTheirs(Refused):
    code = "no-laptop-of-theirs"
    sentence = later(
        "No laptop of {name} exchanges bundles with this book, so nothing can be lent to them. Nothing was changed. "
        "Accept their card first."
    )


class NoKeyOfTheirs(Refused):
    code = "no-key-of-theirs"
    sentence = later(
        "This book does not know which laptop {name} writes with. Nothing was changed. Take in a bundle of theirs, or"
        " ask the coordinator."
    )


class NotHeardOf(Refused):
    code = "not-heard-of"
    sentence = later(
        "No bundle of {name} was opened here yet, so nobody knows who they are. Nothing was changed. Open one first."
    )


class DaysAreStated(Refused):
    code = "days-are-stated"
    sentence = later(
        "Who stands in, where and until when, the coordinator says: “Give a new day for the end”, “End it now”. "
        "Nothing was changed."
    )


class NamesTheHome(Refused):
    code = "names-the-home"
    sentence = later(
        "Whoever is asked works outside this team, and “{field}” names the home or somebody in it. Nothing was saved."
        " Say it without names."
    )
