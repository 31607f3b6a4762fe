"""What a round of the post did, and why a letter waits. No widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from caregiver_desk.desk.answers.sharing import stick
from caregiver_desk.desk.answers.sharing.stick import Told
from caregiver_desk.errors import Problem, Stopped
from caregiver_desk.store.arrivals import IMPORTS
from caregiver_desk.store.partners import PARTNERS
from caregiver_desk.sync.mailboxes.post import Round
from caregiver_desk.sync.mailboxes.setting import MAILBOX
from caregiver_desk.sync.stick import One
from caregiver_desk.wording import count, digits, say


class Waits(NamedTuple):
    """Whose letter it is, and why it was not opened."""

    sender: str
    why: str


@dataclass(frozen=True)
class Went:
    """What one round did, also where it broke off."""

    brought: Told
    waits: Mapping[Path, Waits] = field(default_factory=dict)
    put: tuple[str, ...] = ()
    whole: bool = True  # nothing is left that should have passed
    remains: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def in_a_line(self) -> str:
        """What is said of it in one line."""
        if self.trouble:
            return say("The round broke off.")
        opened = len(self.brought.files)
        came = count("{number} letter opened.", "{number} letters opened.", opened) if opened else say("No new letter.")
        waits = count("{number} waits for you.", "{number} wait for you.", len(self.waits)) if self.waits else ""
        return " ".join(filter(None, (came, waits, self._sent)))

    @property
    def _sent(self) -> str:
        if self.put:
            return say("Put there for {names}.", names=", ".join(self.put))
        return say("Nothing to send.") if self.whole else ""


def went(told: Round, problem: Problem | None) -> Went:
    opened = [one for one in told.opened if one.looked]
    needs = sum(one.looked.received.summary().get("needs_you", 0) for one in opened if one.looked)
    return Went(
        stick.brought(opened, needs),
        {one.path: _waits(one) for one in told.waits},
        tuple(dict.fromkeys(told.put)),
        told.whole,
        tuple(told.remains()),
        _trouble(problem),
    )


def touched(told: Round) -> frozenset[str]:
    """What pages have to ask for again after it."""
    kinds = (one.looked.received.posted.touched for one in told.opened if one.looked)
    return frozenset({MAILBOX, IMPORTS, PARTNERS}).union(*kinds)


def _trouble(problem: Problem | None) -> str:
    if isinstance(problem, Stopped):
        return say("Stopped, as you wished. What was opened stays; the rest waits for the next round.")
    return str(problem) if problem else ""


def _waits(one: One) -> Waits:
    if one.looked is None:
        return Waits(say("A letter"), str(one.refused))
    told = one.looked.received.summary()
    needs, aside = told.get("needs_you", 0), told.get("aside", 0)
    why = [count("{number} thing would need you", "{number} things would need you", needs)] if needs else []
    why += [say("{number} would be set aside", number=digits(aside))] if aside else []
    return Waits(one.looked.sender.name, say(" · ").join(why))
