"""An exchange in one room: what came is looked at, taken in, and told. No widget."""

from __future__ import annotations

from pathlib import Path

from caregiver_desk.acts.act import Outcome
from caregiver_desk.desk.answers.sharing import stick
from caregiver_desk.desk.answers.sharing.stick import Told
from caregiver_desk.store.arrivals import IMPORTS
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import PARTNERS, Partner
from caregiver_desk.sync import room
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.receipts import heard, not_heard
from caregiver_desk.sync.stick import Hears
from caregiver_desk.wording import say


def take_in(book: Book, seen: Told, partner: Partner, opener: Opener, hears: Hears) -> Outcome:
    """Take in what was looked at; whether all of it was is told in `facts`."""
    told, outcome = stick.take_in(book, seen, opener, hears)
    words = say("Taken in from {name}.", name=partner.name)
    return Outcome(told.trouble or words, outcome.touched | {PARTNERS}, facts={"whole": not told.trouble})


def hear(book: Book, receipt: Path, partner: Partner, opener: Opener) -> Outcome:
    """Take in what the partner says has arrived there."""
    looked = room.hear(book, receipt, partner, opener)
    told = heard(book, looked) if looked else not_heard(partner.name)
    return Outcome(told, frozenset({IMPORTS, PARTNERS}), facts={"heard": looked is not None})
