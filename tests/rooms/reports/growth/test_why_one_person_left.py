"""Why people left is told of five or more: and by no figure of one who did not let it be known."""

from __future__ import annotations

from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.practice.growth.own_year import Days
from caregiver_desk.reports.growth.oversight import oversight
from caregiver_desk.store.book import Book

TITLE = "Why people left"


def leaver(book: Book, name: str, day: str, why: str, *, known: bool) -> None:
    who = ACTS["add_caregiver"](book, given_names=name, since="2026-01-05").record
    ACTS["caregiver_leaves"](book, caregiver=who, day=day, leaving=why, known=known)


def why(book: Book, last: date) -> list[tuple[str, str]]:
    parts = dict(oversight(book, Days(date(2026, 1, 1), last)).parts)
    return [(each.label, each.words) for each in parts[TITLE] if each.label]


def test_sys_58_a_reason_that_was_not_let_known_does_not_follow_from_those_that_were(book: Book):
    for number in range(4):
        leaver(book, f"Known{number}", "2026-03-02", "unsafe", known=True)
    leaver(book, "Otherwise", "2026-03-02", "studies", known=True)
    leaver(book, "Secret", "2026-03-02", "unsafe", known=False)

    assert why(book, clock.today()) == []
    once_the_year_is_over()
    assert why(book, clock.today()) == []


def test_sys_58_reasons_are_told_once_the_year_is_over_and_those_that_were_let_known_apart(book: Book):
    for number in range(6):
        leaver(book, f"Known{number}", "2026-03-02", "unsafe" if number else "studies", known=True)
        leaver(book, f"Secret{number}", "2026-09-02", "stipend or late pay" if number else "studies", known=False)
    assert why(book, clock.today()) == []
    once_the_year_is_over()

    told = [("2026: stipend or late pay", "5 or more"), ("2026: unsafe", "5 or more, who let it be known")]
    assert why(book, clock.today()) == why(book, date(2026, 9, 1)) == told


def test_sys_58_what_is_written_down_after_a_year_was_told_of_changes_nothing_in_it(book: Book):
    for number in range(5):
        leaver(book, f"Secret{number}", "2026-03-02", "unsafe" if number else "studies", known=False)
    late = ACTS["add_caregiver"](book, given_names="Late", since="2026-01-05").record
    ACTS["caregiver_leaves"](book, caregiver=late, day="2026-03-02")
    once_the_year_is_over()
    before = why(book, clock.today())
    ACTS["hold_exit_talk"](book, person=late, reasons=["unsafe"], day=date(2026, 3, 2))

    assert why(book, clock.today()) == before == []


def once_the_year_is_over() -> None:
    clock.shift(date(2027, 2, 2) - clock.today())


def test_sys_58_a_reason_does_not_follow_from_two_papers_of_days_that_differ_by_one_leaver(book: Book):
    leaver(book, "Otherwise", "2026-03-02", "studies", known=False)
    for number in range(4):
        leaver(book, f"Early{number}", "2026-03-02", "unsafe", known=False)
    leaver(book, "Last", "2026-05-04", "unsafe", known=False)

    assert why(book, date(2026, 5, 3)) == why(book, date(2026, 5, 4))
    once_the_year_is_over()
    assert why(book, date(2026, 5, 3)) == why(book, date(2026, 5, 4))
