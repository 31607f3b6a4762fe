"""Agreements about supervision: with everyone, again at their review, and anew with whoever takes a team over."""

from __future__ import annotations

from datetime import date

from caregiver_desk.acts.act import named
from caregiver_desk.store.book import Book
from caregiver_desk.trainer.story import AT_WORK, TEAMS, Telling, caregivers, listed, told


def tell_week(telling: Telling, week: int) -> None:
    """Whoever has none yet, or one that is to be looked at again."""
    day = telling.calendar.end_of(week)
    for team in TEAMS:
        book = telling.desk(team, week)
        working = {each["person"] for each in listed(book, "engagement", role="caregiver") if each["state"] in AT_WORK}
        for each in caregivers():
            who = telling.people[each["given_names"]]
            if each["team"] == team and who in working and _is_due(book, who, day):
                terms = told("supervision")["agreement"]
                named("write_agreement")(book, caregiver=who, day=day, agreed_on=day, state="agreed", **terms)


def _is_due(book: Book, caregiver: str, day: date) -> bool:
    links = {each.id for each in listed(book, "supervision", caregiver=caregiver, supervisor=book.person)}
    standing = [each for each in listed(book, "agreement", caregiver=caregiver) if each["supervision"] in links]
    return all(each["state"] != "agreed" or each["review_on"] <= day.isoformat() for each in standing)
