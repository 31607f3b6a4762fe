"""Words for the codes of records, as a supervisor would say them."""

from __future__ import annotations

from enum import StrEnum

from caregiver_desk.practice import taxonomy
from caregiver_desk.records.wellbeing import FollowUpCode, StressorCode
from caregiver_desk.wording import later, say

_WORDS = {
    "PromiseOwner": {
        "supervisor": later("You"),
        "caregiver": later("Caregiver"),
        "coordinator": later("Coordinator"),
        "organisation": later("Organisation"),
    },
    "Purpose": {"exit": later("last visit")},
    "SaidBy": {"herself": later("the caregiver")},
}
SEVERITY = (
    later("0 not a problem"),
    later("1 noticeable, I manage"),
    later("2 weighs on me some days"),
    later("3 sleep, health, home or work suffer"),
    later("4 I cannot carry on"),
)


def words(code: StrEnum) -> str:
    """What a code is called; a code without words of its own says its value."""
    if isinstance(code, StressorCode | FollowUpCode):
        return taxonomy.words(code)
    return say(_WORDS.get(type(code).__name__, {}).get(str(code), str(code)))
