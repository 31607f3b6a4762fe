"""The homes that are visited: their numbers, and what they agreed to."""

from __future__ import annotations

from caregiver_desk.errors.refused import Refused
from caregiver_desk.wording import later


class NotAgreedTo(Refused):
    code = "not-agreed-to"
    sentence = later(
        "This household did not agree to more than the minimum. Leave this out: {fields}. What harms a child may always"
        " be reported. {kept}"
    )


class MembersNotAgreedTo(NotAgreedTo):
    code = "members-not-agreed-to"
    sentence = later(
        "This household did not agree that it is kept who lives there. What harms a child may always be reported. "
        "{kept}"
    )


class ReferralNotAgreedTo(NotAgreedTo):
    code = "referral-not-agreed-to"
    sentence = later(
        "This household did not agree to be referred. If the law asks for this referral, choose “{duty}” under "
        "“{ground}”: then nobody has to agree. {kept}"
    )


class NumberTaken(Refused):
    code = "number-taken"
    sentence = later(
        "Number {number} stands for another home on their list, now or within a year; {free} is free. "
        "Nothing was saved."
    )
