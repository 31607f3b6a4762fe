"""What a burden leads on to where the organisation may know of it, or could mend it: the theme of a wish, and no word.

Nothing goes anywhere by it. Whoever wrote the burden down is offered to ask, in words of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from caregiver_desk.practice.supervision.requests import theme_of
from caregiver_desk.practice.wellbeing.taxonomy import asks
from caregiver_desk.records.wellbeing.wellbeing import FollowUpCode, MayKnow, StressorCode


def theme_in(told: Mapping[str, Any]) -> str:
    """What a burden suggests to ask about; empty where it is none of the organisation's, and not theirs to know."""
    codes = [StressorCode(each) for each in told.get("codes") or ()]
    theirs = asks(codes) if codes and lets_organisation_know(told) else ""
    return str(theme_of(codes) or theirs)


def lets_organisation_know(told: Mapping[str, Any]) -> bool:
    return told.get("may_know") == MayKnow.ORGANISATION


def is_to_ask(told: Mapping[str, Any]) -> bool:
    """Whether what was just saved leads on to asking: a burden for the organisation, or an offer to ask it."""
    return bool(theme_in(told)) or told.get("code") == FollowUpCode.ORGANISATION
