"""What is asked of an organisation: which are open, which wait too long, and what a burden suggests to ask about."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from caregiver_desk.records.supervision.requests import RequestState, Theme
from caregiver_desk.records.wellbeing.wellbeing import StressorCode

OPEN = frozenset({RequestState.ASKED, RequestState.UNDER_WAY})
ANSWERED = frozenset({RequestState.YES, RequestState.NO})
REPLIES = (RequestState.YES, RequestState.NO, RequestState.UNDER_WAY)  # in the order in which they are offered

_ABOUT = {
    "O1": Theme.STIPEND,
    "O2": Theme.ROLE,
    "O3": Theme.TRANSPORT,
    "O4": Theme.SUPPLIES,
    "O5": Theme.OTHER,
    "O6": Theme.OTHER,
    "O7": Theme.STIPEND,
    "O8": Theme.PARTNERS,
    "O9": Theme.PLACE,
}


def is_late(state: RequestState, reply_by: date | None, today: date) -> bool:
    """Whether somebody waits for an answer longer than was said."""
    return state in OPEN and reply_by is not None and reply_by < today


def theme_of(codes: Collection[StressorCode]) -> Theme | None:
    """What to ask the organisation about where these weigh; nothing where none of them is its own to mend."""
    themes = [_about(each) for each in sorted(codes)]
    return next((each for each in themes if each), None)


def _about(code: StressorCode) -> Theme | None:
    return _ABOUT.get(str(code)) or (Theme.OTHER if str(code).startswith("O") else None)
