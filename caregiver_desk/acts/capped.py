"""A reminder for whoever gives out homes: a plan may say that somebody has fewer for a while. It refuses nothing."""

from __future__ import annotations

from caregiver_desk import clock
from caregiver_desk.acts.keeping import Wish
from caregiver_desk.store import questions
from caregiver_desk.store.arranged import cap_of
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import count


def fewer_homes_said(wish: Wish) -> str:
    """That with this home they have more than their plan arranges. Nothing where the plan is unknown here."""
    caregiver, day = str(wish["caregiver"]), wish.day("since") or clock.today()
    cap = cap_of(wish.book, caregiver, day)
    if cap is None or "caregiver" not in wish.changed:
        return ""
    listed = questions.listing(wish.book, "assignment", {"caregiver": caregiver}, limit=EVERY)
    homes = {str(each["household"]) for each in listed if not each["until"] or str(each["until"]) > day.isoformat()}
    many = len(homes | {str(wish["household"])})
    if many <= cap:
        return ""
    one = "You agreed on at most {number} home for a while; this makes {now}."
    return count(one, "You agreed on at most {number} homes for a while; this makes {now}.", cap, now=many)
