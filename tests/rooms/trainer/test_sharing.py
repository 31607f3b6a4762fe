"""Three laptops that exchanged sticks: what each of them knows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from caregiver_desk.records.journal import Audience
from caregiver_desk.store import agreement, arrivals, checking, histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer.calendar import Calendar
from caregiver_desk.trainer.households import short, written
from caregiver_desk.trainer.sharing import Post
from caregiver_desk.trainer.story import Books, listed, told

MAY_RISE = frozenset({Audience.OPEN, Audience.TEAM})


def shared(book: Book) -> set[str]:
    return set(agreement.state(book, MAY_RISE))


def test_every_book_is_whole(books: Books):
    assert [checking.check(book) for book in books.each()] == [[], [], []]


def test_the_coordinator_says_all_that_the_north_may_share(books: Books):
    assert len(shared(books.north)) > 6_500
    assert shared(books.north) <= shared(books.coordinator)


def test_who_gave_a_team_up_hears_no_more_of_it(tell: Callable[..., Books], opener: Opener, tmp_path: Path):
    books = tell(weeks=9)
    left = shared(books.south)
    assert left - shared(books.coordinator)

    Post(tmp_path, opener).exchange(books.coordinator, books.south)

    assert shared(books.south) == left


def test_what_the_south_passed_on_with_their_word_is_read_by_who_came_next(books: Books):
    notes = listed(books.north, "handing_on")

    assert {each["words"] for each in notes} == {each["words"] for each in told("sharing")["passed_on"]}
    assert not any(each["words"] for each in listed(books.coordinator, "handing_on"))


def test_what_was_said_in_private_reaches_nobody_else(books: Books):
    assert listed(books.coordinator, "stressor") == listed(books.coordinator, "follow_up") == []
    theirs = {each.id for each in listed(books.south, "supervision", supervisor=books.south.person)}
    for book in (books.north, books.coordinator):
        talks = [each for each in listed(book, "check_in") if each["supervision"] in theirs]
        assert not any(each["how_are_you"] or each["the_work"] for each in talks)
    assert not {each.id for each in listed(books.south, "stressor")} & {e.id for e in listed(books.north, "stressor")}


def test_names_and_places_of_homes_do_not_rise(books: Books):
    assert not any(each["nickname"] or each["village"] for each in listed(books.coordinator, "household"))
    assert not any(each["first_name"] for each in listed(books.coordinator, "member"))


def test_from_week_19_the_south_is_kept_in_the_norths_book(books: Books, calendar: Calendar):
    monday = calendar.day([told("sharing")["take_over"]["week"], 0]).isoformat()
    last = max(each["day"] for each in listed(books.south, "visit"))

    assert last < monday < max(each["day"] for each in listed(books.north, "visit"))
    home = next(each for each in listed(books.north, "household") if each["code"] == written("HH-036"))
    assert home.scope == questions.get(books.south, "household", home.id).scope
    assert home["nickname"]


def test_the_south_knows_no_home_of_the_north(books: Books):
    codes = {short(each["code"]) for each in listed(books.south, "household")}

    assert len(codes) == 120
    assert not codes & {"HH-001", "HH-030", "HH-061", "HH-150"}


def test_one_conflict_waits_in_two_books(books: Books):
    (here,), (there,) = histories.conflicts(books.north), histories.conflicts(books.coordinator)

    assert here.record == there.record
    assert questions.get(books.north, "household", here.record)["code"] == written("HH-014")
    assert {option.fields["level"] for option in here.options} == {2, 4}
    assert histories.conflicts(books.south) == []


def test_bundles_came_on_the_days_of_the_story(books: Books):
    opened = [each.opened for each in arrivals.opened(books.coordinator)]

    assert len(opened) > 10
    assert len({moment // 86_400 for moment in opened}) == len([*told("sharing")["weeks"], "take over", "today"])
