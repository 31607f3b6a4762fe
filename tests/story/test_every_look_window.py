"""Whatever shows what is kept about somebody is a look, and stands in the log: every page and its sheets are walked.

The two tables below are by hand: a new page is in one of them, or a test here fails. Commands are walked in
`rooms/cli/test_every_look.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from driver import Desk, Programme
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.frame.palette import Palette
from caregiver_desk.desk.page import Hands
from caregiver_desk.desk.pages import all_pages
from caregiver_desk.desk.pages.insight import InsightPage
from caregiver_desk.reports.looked import who_looked
from caregiver_desk.store import access, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book

HER = "Sibongile Ndaba"
Do = Callable[[Desk], Desk]


def chosen(desk: Desk) -> Desk:
    return desk.open("people").choose_person(HER)


def at_home(desk: Desk) -> Desk:
    """The home that she visits."""
    (visit,) = questions.listing(desk.book, "visit")
    desk.window.go("households", {"household": visit["household"]})
    return desk.rest()


def palette(desk: Desk) -> Desk:
    """Every letter of her name, one after the other."""
    desk.keys(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (line,) = desk.window.findChildren(Palette)[-1].findChildren(QLineEdit)
    for end in range(1, len(HER)):
        line.setText(HER[:end])
        desk.rest()
    assert HER in [each.words for each in desk.window.findChildren(Palette)[-1].list.rows.rows()]
    return desk


def filtered(desk: Desk) -> Desk:
    desk.open("visits")
    desk.window.pages["visits"].form.rows["caregiver"].editor.setText("Sib")
    return desk.rest()


def taken_out(desk: Desk) -> Desk:
    desk.answers.folder = desk.book.vault.folder
    return desk.do_from_palette("take out").press("visits").press("all days").press("Choose where it goes")


def at_talks(desk: Desk) -> Desk:
    """Figures of this month, in which she was heard."""
    page = desk.open("insight").page()
    assert isinstance(page, InsightPage)
    page._ask_for(code="V01", chosen="volumes", period=f"{clock.today():%Y-%m}")
    return desk.rest()


SHOWS: dict[str, tuple[Do, set[What]]] = {  # what on the page or sheet tells of her, and how the log calls it
    "today": (lambda desk: desk.open("today"), {What.LISTED}),
    "people": (lambda desk: desk.open("people").choose_person(HER), {What.OPENED}),
    "households": (at_home, {What.LISTED}),
    "supervision": (lambda desk: desk.open("supervision").fill(caregiver=HER), {What.OPENED}),
    "growth": (lambda desk: desk.open("growth").press("Thanks"), {What.LISTED}),
    "wellbeing": (lambda desk: desk.open("wellbeing"), {What.LISTED}),
    "wellbeing, asked": (lambda desk: desk.open("wellbeing").press("Show what for"), {What.LISTED, What.OPENED}),
    "turned round": (lambda desk: chosen(desk).press("Show them their record"), {What.OPENED, What.TURNED}),
    "an entry": (lambda desk: chosen(desk).open_entry("Check-in"), {What.OPENED}),
    "history": (lambda desk: chosen(desk).open_entry("Check-in").press("History"), {What.OPENED, What.HISTORY}),
    "numbers": (lambda desk: chosen(desk).press("List of numbers"), {What.OPENED, What.LISTED}),
    "load": (lambda desk: desk.open("people").press("Workload"), {What.OPENED, What.LISTED}),
    "taken out": (taken_out, {What.EXPORTED}),
    "decided": (lambda desk: desk.open("sharing").press("Look it up"), {What.LISTED}),
    "counted from": (lambda desk: at_talks(desk).press("What it was counted from"), {What.LISTED}),
    "one month": (lambda desk: desk.open("insight").press("One caregiver"), {What.OPENED}),
    "kept long enough": (lambda desk: desk.open("settings").press("Look at what is due"), {What.LISTED}),
}
SAYS_NOTHING_OF_HER: dict[str, Do] = {  # days, codes and outcomes of the team's work, names, and what is about laptops
    "visits": lambda desk: desk.open("visits"),
    "week": lambda desk: desk.open("week"),
    "team": lambda desk: desk.open("team"),
    "concerns": lambda desk: desk.open("concerns"),
    "sharing": lambda desk: desk.open("sharing"),
    "settings": lambda desk: desk.open("settings"),
    "insight": lambda desk: desk.open("insight"),
    "report": lambda desk: desk.open("insight").press("Report"),
    "palette": palette,
    "filtered": filtered,
}


@pytest.fixture
def told_of(cleared: Programme) -> Programme:
    """Something of every sort is kept about her."""
    book, her, day = cleared.book, {"caregiver": cleared.caregiver}, clock.today()
    promises = [{"owner": "supervisor", "what": "ask about the stipend", "due": day}]
    ACTS["assign_household"](book, **her, household=cleared.household, since=day)
    ACTS["hold_check_in"](book, **her, day=day, promises=promises)
    team = questions.listing(book, "team")[0].id
    ACTS["record_thanks"](book, person=cleared.caregiver, team=team, what_for="staying the night", day=day)
    ACTS["record_burden"](book, **her, codes=["W3"], severity=2, since=day)
    ACTS["offer_support"](book, **her, code="F3", due=day)
    ACTS["record_visit"](book, **her, household=cleared.household, day=day, outcome="nobody home", note="the dog")
    return cleared


def gone_long_ago(programme: Programme) -> None:
    (work,) = questions.listing(programme.book, "engagement", {"person": programme.caregiver})
    ACTS["change_engagement"](programme.book, id=work.id, fields={"state": "left", "until": clock.today().isoformat()})
    clock.shift(timedelta(days=1200))


def written(book: Book, before: int = 0) -> list[access.Entry]:
    """What stands in the log after so many entries, without what is said of the book itself."""
    return [each for each in access.entries(book) if each.number > before and each.about]


def last(book: Book) -> int:
    return max(each.number for each in access.entries(book))


def afresh(desk: Desk) -> int:
    """As on a new day: whatever is looked at is written. The number of the last entry."""
    desk.book.looks.clear()
    return last(desk.book)


@pytest.mark.in_turns(2)
@pytest.mark.parametrize("place", SHOWS)
def test_what_shows_something_of_her_is_a_look_at_her(
    place: str, told_of: Programme, open_window: Callable[[Book], Desk]
) -> None:
    if place == "kept long enough":
        gone_long_ago(told_of)
    if place == "decided":
        other = ACTS["add_caregiver"](told_of.book, given_names="Grace").record
        ACTS["not_same"](told_of.book, one=told_of.caregiver, other=other)
    do, wanted = SHOWS[place]
    desk = open_window(told_of.book)
    before = 0 if place == "today" else afresh(desk)  # the window begins with Today

    do(desk).rest()

    assert {each.what for each in written(told_of.book, before) if each.about == told_of.caregiver} == wanted
    assert {each.what for each in who_looked(told_of.book, told_of.caregiver)} >= wanted


@pytest.mark.parametrize("place", SAYS_NOTHING_OF_HER)
def test_names_and_the_teams_own_days_are_no_look(
    place: str, told_of: Programme, open_window: Callable[[Book], Desk]
) -> None:
    desk = open_window(told_of.book)
    before = afresh(desk)

    SAYS_NOTHING_OF_HER[place](desk).rest()

    assert written(told_of.book, before) == []


def test_a_home_that_is_opened_is_written_under_its_own_id(
    told_of: Programme, open_window: Callable[[Book], Desk]
) -> None:
    desk = open_window(told_of.book)
    before = afresh(desk)
    desk.open("households")

    assert (What.OPENED, desk.window.pages["households"].found.wanted) in [
        (each.what, each.about) for each in written(told_of.book, before)
    ]


def test_two_who_said_otherwise_of_her_are_a_list_in_which_she_stands(
    pair: tuple[Book, Book], send: Callable[..., object], open_window: Callable[[Book], Desk]
) -> None:
    nomvula, fhatuwani = pair
    her = ACTS["add_caregiver"](nomvula, given_names="Grace").record
    send(nomvula, fhatuwani)
    for book, language in ((nomvula, "isiZulu"), (fhatuwani, "Sesotho")):
        ACTS["change_person"](book, id=her, fields={"language": language})
    send(fhatuwani, nomvula)
    desk = open_window(nomvula)
    before = afresh(desk)
    desk.open("sharing")

    assert [(each.what, each.about) for each in written(nomvula, before)] == [(What.LISTED, her)]


def test_two_who_may_be_one_are_looked_at_beside_each_other(
    told_of: Programme, open_window: Callable[[Book], Desk]
) -> None:
    again = ACTS["add_caregiver"](told_of.book, given_names="Sibongile", surname="Ndaba").record
    desk = open_window(told_of.book).open("sharing")
    before = afresh(desk)
    desk.press("Look for them")

    assert {each.about for each in written(told_of.book, before)} == {told_of.caregiver, again}


def test_every_page_is_in_one_of_the_tables() -> None:
    assert {page.subject for page in all_pages()} <= {*SHOWS, *SAYS_NOTHING_OF_HER}


def test_the_walk_finds_nothing_where_the_pages_write_no_look(
    told_of: Programme, open_window: Callable[[Book], Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: without the protection the same walk comes back with nothing."""
    monkeypatch.setattr(Hands, "looked", lambda *_: None)
    desk = open_window(told_of.book)
    for subject in desk.window.pages:
        desk.open(subject)

    assert written(told_of.book) == []
