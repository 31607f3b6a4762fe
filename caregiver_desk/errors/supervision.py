"""What two people, or a group, agreed on and keep between them."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class TwoLines(Refused):
    code = "two-lines"
    sentence = later(
        "They have a line supervisor in these days already. End that link first, or choose another purpose. "
        "Nothing was saved."
    )


class LinkedAlready(Refused):
    code = "linked-already"
    sentence = later(
        "These two are linked for this in these days already. {kept} Go on with that link, or end it first."
    )


class LimitsUnsaid(Refused):
    code = "limits-unsaid"
    sentence = later(
        "Some limits of what can stay between you were not acknowledged yet. Say each aloud and mark it. {kept}"
    )


class NothingToRenew(Refused):
    code = "nothing-to-renew"
    sentence = later("No agreement holds with them that could be renewed. Write the first one. {kept}")


class OnlyCounted(Refused):
    code = "only-counted"
    sentence = later(
        "In this group nobody is named: only how many came is kept. Take the names out, and say the number. {kept}"
    )


class NotOfTheSet(Refused):
    code = "not-of-the-set"
    sentence = later(
        "What is brought to this set is for its members, and somebody named here is none. {kept} Say first who "
        "belongs to it."
    )


class OnlyWhoBegan(Refused):
    code = "only-who-began"
    sentence = later("Only who began this set says who belongs to it. Nothing was changed. Ask them.")


class NotYourPair(Refused):
    code = "not-your-pair"
    sentence = later(
        "This is between two people, and you are neither. Nothing was changed. "
        "Only the two people who agreed on it keep, change or close it."
    )


class NothingBetween(Refused):
    code = "nothing-between"
    sentence = later("You do not support this person now, so there is nothing to close. Nothing was changed.")


class HasGoneUp(Refused):
    code = "has-gone-up"
    sentence = later(
        "This went up to the coordinator in these words. Nothing was changed. Take it back, and ask for something else."
    )
