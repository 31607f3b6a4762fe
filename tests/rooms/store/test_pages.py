"""Records of a kind, page after page: none is lost, none comes twice."""

from __future__ import annotations

import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts.keeping import scope_to_write
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import ledger, pages, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

VISIT, ENGAGEMENT = KINDS["visit"], KINDS["engagement"]
FEBRUARY = "2026-02-01", "2026-02-28"

acts.load()


def put(book: Book, kind: str, *told: dict[str, str]) -> list[str]:
    scope = scope_to_write(book, questions.get(book, "team", own_team(book)))
    changes = [Change(kind, clock.new_record(scope), scope, each) for each in told]
    ledger.append(book, "fill", changes)
    return [each.record for each in changes]


def test_a_record_without_a_day_is_on_a_page_wherever_pages_end(book: Book, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pages, "AT_ONCE", 2)
    made = put(book, "visit", *({"outcome": "done"} | ({"day": "2026-02-02"} if each % 2 else {}) for each in range(7)))

    read = list(pages.pages(book, VISIT, (VISIT.fields["day"],)))

    assert [len(page) for page in read] == [2, 2, 2, 1]
    assert sorted(told.id for page in read for told in page) == sorted(made)
    assert (pages.how_many(book, VISIT), pages.without_a_day(book, VISIT)) == (7, 4)


def test_days_narrow_what_stands_under_a_day(book: Book):
    _, within, _ = put(book, "visit", {"day": "2026-01-31"}, {"day": "2026-02-28"}, {"day": "2026-03-01"})

    assert pages.ids(book, VISIT, FEBRUARY) == [within]


def test_what_lasts_is_within_the_days_on_some_of_which_it_held(book: Book):
    over, began, long, ever, _ = put(
        book,
        "engagement",
        {"since": "2025-01-01", "until": "2026-02-01"},
        {"since": "2026-02-28"},
        {"since": "2025-01-01", "until": "2027-01-01"},
        {"state": "active"},
        {"since": "2026-03-01"},
    )

    found = pages.ids(book, ENGAGEMENT, FEBRUARY)

    assert sorted(found) == sorted([over, began, long, ever]), "and not hers, which begins today"
    assert pages.how_many(book, ENGAGEMENT, FEBRUARY) == len(found)
    assert pages.without_a_day(book, ENGAGEMENT) == 0
    assert {over, began, long} & {*pages.ids(book, ENGAGEMENT, ("2024-01-01", "2024-12-31"))} == set()


def test_what_was_withdrawn_is_on_no_page(book: Book):
    gone, stays = put(book, "visit", {"day": "2026-02-02"}, {"day": "2026-02-02"})
    leaf = questions.get(book, "visit", gone)
    ledger.append(book, "withdraw", [Change("visit", gone, leaf.scope, {"withdrawn": True})])

    assert pages.ids(book, VISIT) == [stays]
    assert [told.id for told in pages.some(book, VISIT, (), [gone, stays])] == [stays]
