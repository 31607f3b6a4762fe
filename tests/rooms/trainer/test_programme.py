"""The fictional programme: the same every time, this week, without harm, and only in fictional books."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.cli.commands import parser
from caregiver_desk.errors import NotFictional
from caregiver_desk.store import agreement, checking, questions, signing, vault
from caregiver_desk.store.book import begin
from caregiver_desk.store.questions import EVERY
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer import programme
from caregiver_desk.trainer.calendar import LAST, Calendar
from caregiver_desk.trainer.sharing import Post
from caregiver_desk.trainer.story import Books, Telling, listed
from caregiver_desk.wording import RESOURCES

TellIt = Callable[..., Books]
CANNOT_BE_PHONED = re.compile(r"000 555 0\d{3}")
HARD_WORDS = re.compile(
    r"\b(blood\w*|wound\w*|bruis\w*|rape\w*|knife|gun|shot|stab\w*|corpse|body|beat\w*|hanged|suicid\w*|kill\w*|HIV|AIDS"
    r"|murder\w*|scream\w*|burn\w*|abus\w*)\b",
    re.IGNORECASE,
)


def without_ids(books: Books) -> list[list[str]]:
    """What the books say, whatever their records are called."""
    return [sorted(re.sub(r"[0-9A-Za-z_~]{22}", "", line) for line in agreement.state(book)) for book in books.each()]


def story() -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in (RESOURCES / "trainer").glob("*.toml")}


def test_one_seed_is_one_programme_and_another_seed_another(tell: TellIt):
    one, same, other = tell(weeks=1), tell(weeks=1), tell(weeks=1, seed=8)

    assert without_ids(one) == without_ids(same)
    assert len(without_ids(one)[0]) != len(without_ids(other)[0])


def test_fewer_weeks_leave_out_visits_and_talks_and_nothing_else(tell: TellIt, books: Books, calendar: Calendar):
    short = tell(weeks=2)
    late = {str(each["day"]) for each in listed(short.north, "visit")}

    assert min(late) >= calendar.day([LAST - 1, 0]).isoformat()
    assert late <= {each["day"] for each in listed(books.north, "visit")}
    for kind in ("household", "person", "engagement", "assignment"):
        assert len(listed(short.north, kind)) == len(listed(books.north, kind))


def test_a_real_book_is_never_filled_with_fiction(tell: TellIt, home: Path, opener: Opener, calendar: Calendar):
    keys, fictional = vault.fleeting(home / "real"), tell(weeks=0)
    real = begin(keys, key=signing.public_key(keys.keys.signing), role="supervisor")
    mixed = Telling(Books(real, fictional.south, fictional.coordinator), calendar, 7)

    with closing(real):
        with pytest.raises(NotFictional):
            programme.tell(mixed, Post(home, opener))
        assert list(agreement.state(real)) == []


def test_the_last_week_is_this_one(home: Path, opener: Opener):
    with closing(programme.demo(home, opener, weeks=1)) as told:
        days = {date.fromisoformat(each["day"]) for each in listed(told.north, "visit")}

    assert {day.isocalendar()[:2] for day in days} <= {clock.today().isocalendar()[:2]}
    assert max(days, default=clock.today()) <= clock.today()


def test_the_clock_is_as_it_was_also_when_the_telling_fails(home: Path, opener: Opener):
    def stop(*_: int) -> None:
        raise KeyboardInterrupt

    before = clock.today()
    with pytest.raises(KeyboardInterrupt):
        programme.demo(home, opener, heard=stop)
    assert clock.today() == before


@pytest.mark.parametrize("today", [date(2026, 9, 6), date(2026, 1, 5)])
def test_it_can_be_told_on_any_day(tell: TellIt, today: date):
    told = tell(weeks=1, today=today)

    assert Calendar(today).day([LAST, 0]) <= today
    assert all(each["day"] <= today.isoformat() for each in listed(told.north, "visit"))


def test_each_of_the_three_books_can_be_opened(books: Books):
    asked = [parser().parse_args(["demo", "--as", name]).whose for name in ("north", "south", "coordinator")]

    assert [getattr(books, each) for each in asked] == list(books.each())
    assert parser().parse_args(["demo"]).whose == "north"


def test_nobody_in_the_story_can_be_phoned():
    numbers = [number for text in story().values() for number in re.findall(r"\d[\d ]{7,}\d", text)]

    assert len(numbers) > 10
    assert all(CANNOT_BE_PHONED.fullmatch(number) for number in numbers)


def test_hard_events_are_told_without_graphic_words():
    assert HARD_WORDS.search("she was shot")
    assert not HARD_WORDS.search("a child has died")
    for name, text in story().items():
        assert HARD_WORDS.findall(text) == [], name


@pytest.mark.parametrize(("week", "weekday"), [(1, 4), (20, 0)])
def test_the_programme_opens_at_any_week_also_on_its_monday_and_that_week_is_this_one(
    tmp_path: Path, week: int, weekday: int
) -> None:
    clock.shift(timedelta(weekday - clock.today().weekday()))
    today = clock.today()
    with closing(Opener()) as opener, closing(programme.demo(tmp_path, opener, weeks=2, week=week)) as books:
        days = [str(each["day"]) for each in questions.listing(books.north, "visit", limit=EVERY)]

        assert (today - timedelta(weekday)).isoformat() <= max(days) <= today.isoformat()
        assert questions.disputed(books.north) == []
        assert checking.check(books.north) == []
