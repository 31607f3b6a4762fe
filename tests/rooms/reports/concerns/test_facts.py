"""The facts of a concern on paper: facts only, and without who reported it where that is wanted."""

from __future__ import annotations

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.reports.concerns.facts import facts_of
from caregiver_desk.reports.document import as_text
from caregiver_desk.store.book import Book


def noted(book: Book) -> str:
    told = {"danger": "no", "sort": "deliberate neglect", "whom": "a child", "noticed": clock.today(), "at": "09:30"}
    words = {"seen": "no food in the house", "worry": "perhaps they starve", "noticed_by": "Naledi Khoza"}
    record = ACTS["note_concern"](book, **told, **words, about="L.", others="the aunt next door").record
    step = {"concern": record, "sort": "told the police", "day": clock.today(), "reference": "CAS 7"}
    ACTS["add_concern_step"](book, **step, done_by="Nomvula Zulu", told_to="Sergeant Mokoena")
    return record


def test_facts_are_printed_and_what_somebody_thinks_is_not(book: Book):
    told = as_text(facts_of(book, noted(book), with_reporter=True))

    for words in ("no food in the house", "09:30", "L.", "CAS 7", "Sergeant Mokoena", "Naledi Khoza", "Nomvula Zulu"):
        assert words in told
    assert "starve" not in told
    assert "aunt" not in told


def test_who_noticed_and_who_reported_can_be_left_out(book: Book):
    told = as_text(facts_of(book, noted(book), with_reporter=False))

    assert "no food in the house" in told
    assert "Naledi" not in told
    assert "Zulu" not in told
