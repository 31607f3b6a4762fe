"""The numbers of this practice: what counts as much, as late, as soon.

Decision. They are data (`resources/practice/norms.toml`), each a sentence round it, with its bounds and its source, for
hardly one is a law and sites differ. Rules take a `Norms`, so that whoever reads a rule sees which number it needs;
which of them a site has said otherwise is known to its book (`acts/norms.py`). The points of the rule that suggests
support (`practice/wellbeing/strain.py`) are among them, for they say what counts; what they add up to for somebody is
seen by nobody.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, NamedTuple

from caregiver_desk.wording import RESOURCES, count, digits, say


@dataclass(frozen=True)
class Norms:
    """Each number in the unit that stands with it in the data."""

    heavy_day: int
    heavy_day_rural: int
    heavy_days: int
    load_recent: int
    usual_day: int
    usual_day_rural: int
    load_usual: int
    frequent_homes: int
    few_visits: int
    few_visits_rural: int
    hard_things: int
    span_noted: int
    span_warned: int
    span_aspiring: int
    talk: int
    talk_new: int
    talk_plan: int
    new_for: int
    talk_late: int
    meet_again: int
    agenda_days: int
    goal_soon: int
    promises_talk: int
    together: int
    together_new: int
    word_late: int
    promises_visit: int
    group: int
    own_supervision: int
    heard_by_nobody: int
    agreement: int
    agreement_first: int
    agreement_next: int
    plan_look: int
    part_lasts: int
    after_event_offer: int
    after_event_seen: int
    after_event_again: int
    after_event_later: int
    organisation_reply: int
    referral_answer: int
    offer_talk: int
    offer_phone: int
    offer_rest: int
    offer_fewer: int
    offer_practical: int
    offer_buddy: int
    offer_boundaries: int
    offer_care: int
    offer_legal: int
    offer_ask: int
    phone_again: int
    phone_referral: int
    strain_now: int
    strain_watch: int
    strain_days: int
    strain_usual_of: int
    strain_worse_by: int
    strain_event_days: int
    strain_late_days: int
    strain_own_much: int
    strain_own_too_much: int
    strain_burden_much: int
    strain_burdens_much: int
    strain_burden_too_much: int
    strain_event: int
    strain_load: int
    strain_worse: int
    strain_unheard: int
    goal_looks: int
    practical_task: int
    mentor_months: int


_SEVERAL = 2  # as which a number is spoken of that is not known
NAMES = tuple(each.name for each in fields(Norms))


class Norm(NamedTuple):
    """One of the numbers as it is shown: a sentence round it, what may be said, and where it comes from."""

    name: str
    one: str
    many: str
    value: int
    least: int
    most: int
    source: str

    def sentence(self, number: int) -> str:
        """The whole of it, with this number in it."""
        return self._round(number, digits(number))

    def asked(self) -> str:
        """The whole of it, with a gap where the number is missing."""
        return self._round(_SEVERAL, "…")

    def _round(self, number: int, shown: str) -> str:
        return count(self.one, self.many, number, number=shown) if self.one else say(self.many, number=shown)


def known() -> tuple[Norm, ...]:
    """Every number as the program ships it, in the order of the data."""
    return tuple(_norm(name) for name in NAMES)


def norms(said: Mapping[str, int]) -> Norms:
    """The numbers in force where these were said otherwise."""
    return Norms(**{name: said.get(name, _told()[name]["value"]) for name in NAMES})


def may_be(name: str, value: int | None) -> bool:
    """Whether a site may say this number under this name."""
    return value is not None and name in NAMES and _told()[name]["least"] <= value <= _told()[name]["most"]


def version() -> str:
    return str(_told()["version"])


def _norm(name: str) -> Norm:
    told = _told()[name]
    bounds = told["value"], told["least"], told["most"]
    return Norm(name, told.get("one", ""), told["words"], *bounds, say(told["source"]))


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((RESOURCES / "practice" / "norms.toml").read_text(encoding="utf-8"))
