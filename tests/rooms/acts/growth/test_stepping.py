"""Somebody has a team for a time, and nobody need be there on the last day for it to end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest
from homes import asked, assigned, household, visited
from meeting import meet

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.growth.stepping import to_make_final
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import together
from caregiver_desk.acts.sharing.sharing import standing_of
from caregiver_desk.desk.answers.whose import mine
from caregiver_desk.errors import DaysAreStated, NotUnderstood, RoadClosed, ThereForGood, TimeIsOver
from caregiver_desk.records import understanding
from caregiver_desk.records.journal import Audience, Stream
from caregiver_desk.records.sharing import standing
from caregiver_desk.reports.decided import decided
from caregiver_desk.store import checking, ledger, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.unheard import unheard
from caregiver_desk.sync.profiles import profile_for
from caregiver_desk.wording import full_day

Send = Callable[..., Any]


class Cover(NamedTuple):
    """Nomvula covers for Mpho's South, by the word of Fhatuwani; everybody has heard of it."""

    nomvula: Book
    mpho: Book
    fhatuwani: Book
    team: str
    caregiver: str
    home: str
    until: date
    record: str

    @property
    def scope(self) -> str:
        return questions.get(self.mpho, "team", self.team).scope


@pytest.fixture
def three(pair: tuple[Book, Book], make_book: Callable[..., Book]) -> tuple[Book, Book, Book]:
    nomvula, fhatuwani = pair
    mpho = make_book("Mpho Lekalakala")
    meet(mpho, fhatuwani)
    meet(mpho, nomvula)
    named("open_road")(fhatuwani, road="acting up and cover")
    return nomvula, mpho, fhatuwani


def stand_in(book: Book, team: str, who: str, until: date, **told: Any) -> str:
    return named("step_in")(book, team=team, person=who, until=until.isoformat(), **told).record


def test_the_day_is_looked_at_before_the_laptop_so_that_one_mistake_is_not_told_as_another(
    three: tuple[Book, Book, Book],
):
    *_, fhatuwani = three
    with pytest.raises(NotUnderstood):
        stand_in(fhatuwani, own_team(fhatuwani), "nobody at all", clock.today())


@pytest.fixture
def cover(three: tuple[Book, Book, Book], send: Send) -> Cover:
    nomvula, mpho, fhatuwani = three
    caregiver, team, until = asked(mpho, "Maria"), own_team(mpho), clock.today() + timedelta(10)
    home = household(mpho)
    assigned(mpho, caregiver, home)
    for each in (mpho, nomvula):
        send(each, fhatuwani)
    record = stand_in(fhatuwani, team, nomvula.laptop, until, sort="cover", words="Maria walks far on Mondays.")
    for reader in (mpho, nomvula):
        send(fhatuwani, reader)
    send(mpho, nomvula)
    return Cover(nomvula, mpho, fhatuwani, team, caregiver, home, until, record)


def later(days: int) -> None:
    clock.shift(timedelta(days))


def visit_there(book: Book, cover: Cover, day: date) -> None:
    visited(book, cover.caregiver, cover.home, day=day.isoformat())


def codes(book: Book) -> set[str]:
    return {each.code for each in together.found(book)}


def test_sys_51_a_team_is_handed_to_another_for_a_period_and_the_access_ends_by_itself(cover: Cover, send: Send):
    nomvula, mpho, fhatuwani, *_ = cover
    assert questions.get(nomvula, "stepping_in", cover.record)["words"] == "Maria walks far on Mondays."
    visit_there(nomvula, cover, clock.today())
    send(nomvula, mpho)
    assert questions.count(mpho, "visit") == 1

    later(10)
    for act in (lambda: visit_there(nomvula, cover, clock.today()), lambda: named("hold_check_in")(
        nomvula, caregiver=cover.caregiver, day=clock.today()
    )):  # fmt: skip
        with pytest.raises(TimeIsOver):
            act()
    visit_there(mpho, cover, clock.today())
    send(mpho, nomvula)

    assert questions.count(nomvula, "visit") == 1  # nothing newer of that team goes to her
    assert questions.count(mpho, "visit") == 2
    assert codes(mpho) == codes(nomvula) == codes(fhatuwani) == set()


def test_sys_51_all_of_the_team_is_due_with_who_covers_and_with_nobody_after(cover: Cover):
    nomvula = cover.nomvula
    assert cover.caregiver in mine(nomvula, clock.today()).people
    assert cover.team in mine(nomvula, clock.today()).teams
    named("hold_check_in")(nomvula, caregiver=cover.caregiver, day=clock.today())
    (link,) = questions.listing(nomvula, "supervision", {"supervisor": nomvula.person})
    assert (link["purpose"], link["until"]) == ("practice", cover.until.isoformat())

    assert cover.caregiver not in mine(nomvula, cover.until).people
    assert cover.team not in mine(nomvula, cover.until).teams


def test_sys_28_what_is_written_after_the_last_day_counts_and_is_shown_to_both_until_it_is_settled(
    cover: Cover, send: Send
):
    nomvula, mpho, *_ = cover
    visit_there(nomvula, cover, clock.today())
    later(12)
    clock_of_hers = cover.until - timedelta(1)
    clock.doubt(clock_of_hers)  # her laptop does not know which day it is
    named("change_household")(nomvula, id=cover.home, fields={"level": 3})
    clock.trust()
    later(14)
    said = standing_of(nomvula)
    assert said.may_write(nomvula.laptop, cover.scope)
    assert not said.may_write(nomvula.laptop, cover.scope, cover.until)

    send(nomvula, mpho)

    assert questions.get(mpho, "household", cover.home)["level"] == 3
    assert codes(mpho) == set()  # a clock in doubt says nothing
    assert checking.check(mpho) == []


def test_sys_28_a_laptop_that_goes_on_is_found_by_its_own_clock_or_by_the_days_it_tells_of(
    cover: Cover, send: Send, monkeypatch: pytest.MonkeyPatch
):
    nomvula, mpho, fhatuwani, *_ = cover
    later(12)
    monkeypatch.setattr("caregiver_desk.acts.keeping.in_time", lambda *_: None)  # a program that knows of no days
    visit_there(nomvula, cover, cover.until + timedelta(1))
    monkeypatch.undo()
    for reader in (mpho, fhatuwani):
        send(nomvula, reader)

    assert questions.count(mpho, "visit") == questions.count(fhatuwani, "visit") == 1
    assert codes(nomvula) == codes(mpho) == codes(fhatuwani) == {"after-its-end"}
    (finding,) = together.found(fhatuwani)
    assert (finding.kind, finding.record) == ("stepping_in", cover.record)

    assert [each.id for each in to_make_final(fhatuwani, clock.today())] == [cover.record]
    named("end_stepping_in")(fhatuwani, id=cover.record)
    send(fhatuwani, mpho)
    assert codes(mpho) == codes(fhatuwani) == set()
    assert questions.count(mpho, "visit") == 1
    assert to_make_final(fhatuwani, clock.today()) == []


def test_sys_28_once_the_end_is_final_what_comes_later_is_set_aside_and_a_new_day_brings_it_back(
    cover: Cover, send: Send
):
    nomvula, mpho, fhatuwani, *_ = cover
    named("end_stepping_in")(fhatuwani, id=cover.record)
    visit_there(nomvula, cover, clock.today())  # she has not heard of it
    for sender, reader in ((fhatuwani, mpho), (nomvula, mpho), (nomvula, fhatuwani)):
        send(sender, reader)
    assert questions.count(mpho, "visit") == 0
    assert [each.key for each in unheard(fhatuwani)] == [nomvula.key]

    until = clock.today() + timedelta(20)
    named("extend_stepping_in")(fhatuwani, id=cover.record, until=until.isoformat())
    for reader in (mpho, nomvula):
        send(fhatuwani, reader)

    assert questions.count(mpho, "visit") == 1
    assert standing_of(mpho).until(nomvula.key, cover.scope) == until
    later(15)
    visit_there(nomvula, cover, clock.today())


def test_sys_28_a_team_that_was_hers_for_a_time_does_not_go_to_her_afterwards_and_she_hears_what_arrived(cover: Cover):
    nomvula, mpho, *_ = cover
    partner = next(each for each in partners.known(mpho) if each.key == nomvula.key)
    may, said = profile_for(partner, mpho.key), standing_of(mpho)
    stream = Stream(mpho.laptop, cover.scope, Audience.WORDS)

    assert may.admits(stream, partner, said, on=cover.until - timedelta(1))
    assert not may.admits(stream, partner, said, on=cover.until)
    assert may.admits(stream, partner, said)  # what a lost laptop may hold is asked without a day


def test_sys_28_an_older_program_hears_nothing_by_such_a_right_and_all_of_it_once_it_is_renewed(
    three: tuple[Book, Book, Book], send: Send, monkeypatch: pytest.MonkeyPatch
):
    nomvula, mpho, fhatuwani = three
    home, team = household(mpho), own_team(mpho)
    for each in (mpho, nomvula):
        send(each, fhatuwani)
    stand_in(fhatuwani, team, nomvula.laptop, clock.today() + timedelta(10))
    send(fhatuwani, nomvula)
    partner = next(each for each in partners.known(mpho) if each.key == nomvula.key)
    with monkeypatch.context() as older:
        older.setattr(standing, "LATER", {})
        without = {name: each for name, each in standing.FIELDS["enrolment"].items() if name != "until"}
        fields = {**standing.FIELDS, "enrolment": without}
        for module in (standing, understanding):
            older.setattr(module, "FIELDS", fields)
        send(fhatuwani, mpho)
        scope = questions.get(mpho, "team", team).scope
        assert not standing_of(mpho).may_be_written_by(nomvula.key, scope)  # and nothing of the team goes to her
        assert not profile_for(partner, mpho.key).admits(
            Stream(mpho.laptop, scope, Audience.OPEN), partner, standing_of(mpho)
        )
    ledger.rebuild(mpho)
    send(mpho, nomvula)
    named("change_household")(nomvula, id=home, fields={"level": 3})
    with monkeypatch.context() as older:
        older.setattr(standing, "LATER", {})
        for module in (standing, understanding):
            older.setattr(module, "FIELDS", fields)
        ledger.rebuild(mpho)
        send(nomvula, mpho)
        assert questions.get(mpho, "household", home)["level"] is None
    ledger.rebuild(mpho)
    assert questions.get(mpho, "household", home)["level"] == 3


def test_a_period_is_begun_on_an_open_road_with_a_day_to_come_and_for_who_has_not_the_team_already(cover: Cover):
    nomvula, mpho, fhatuwani, team, *_ = cover
    with pytest.raises(NotUnderstood):
        stand_in(fhatuwani, team, nomvula.laptop, clock.today())
    with pytest.raises(ThereForGood):
        stand_in(fhatuwani, team, mpho.laptop, cover.until)
    with pytest.raises(DaysAreStated):
        named("change_stepping_in")(fhatuwani, id=cover.record, fields={"until": "2030-01-01"})
    named("close_road")(fhatuwani, road="acting up and cover")
    with pytest.raises(RoadClosed):
        stand_in(fhatuwani, team, nomvula.laptop, cover.until)
    named("end_stepping_in")(fhatuwani, id=cover.record)  # what was begun may always be ended


def test_sys_28_it_is_told_among_the_decisions_until_when_a_right_was_given(cover: Cover):
    told = [each.about for each in decided(cover.fhatuwani, words="may write until")]

    assert any(full_day(cover.until) in each for each in told)
