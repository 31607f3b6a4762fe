"""Heard: what they asked to bring, what both agreed to, where they see it otherwise, what was moved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.desk.answers.duties import day as today_of
from caregiver_desk.desk.answers.past import past
from caregiver_desk.desk.answers.people.her_record import her_record
from caregiver_desk.desk.answers.supervision.came_between import came_between
from caregiver_desk.desk.answers.supervision.talks import own_talk, talk_with
from caregiver_desk.desk.answers.supervision.to_bring import agenda
from caregiver_desk.desk.answers.telling import tell
from caregiver_desk.errors import NoSuchRecord, NotFilledIn, NotUnderstood, NotYourPair, Problem
from caregiver_desk.records.people.people import Role
from caregiver_desk.reports.people.pack import pack
from caregiver_desk.store import partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf

WORDS = "the queue at the rank was three hours"


def on(days: int) -> str:
    return (clock.today() + timedelta(days)).isoformat()


@pytest.fixture
def her(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record


@pytest.fixture
def held(book: Book, her: str) -> str:
    return ACTS["hold_check_in"](book, caregiver=her, day=on(-3), words={"how_are_you": "tired"}).record


def talk(book: Book, record: str) -> Leaf:
    return questions.get(book, "check_in", record)


def asked(book: Book) -> list[tuple[str, str | None]]:
    return sorted((each["what"], each["spoken_on"]) for each in questions.listing(book, "to_bring"))


def states(book: Book) -> list[tuple[str, str]]:
    return sorted((each["state"], each["day"]) for each in questions.listing(book, "check_in"))


def test_what_they_asked_to_bring_stands_on_the_agenda_until_it_was_spoken_of(book: Book, her: str):
    told = [ACTS["ask_to_bring"](book, caregiver=her, what=each).record for each in ("the taxi", "the course")]
    assert [each.title for each in agenda(book, her).items] == ["the taxi", "the course"]
    assert all("asked to bring it" in each.why for each in agenda(book, her).items)

    save = ACTS["hold_check_in"](book, caregiver=her, day=on(0), not_yet=[told[1]]).undo
    assert asked(book) == [("the course", None), ("the taxi", on(0))]
    assert [each.title for each in agenda(book, her).items] == ["the course"]

    ACTS["undo"](book, save=save)
    assert asked(book) == [("the course", None), ("the taxi", None)]
    assert questions.count(book, "check_in") == 0


def test_what_shall_wait_is_waiting(book: Book, her: str):
    with pytest.raises(NoSuchRecord):
        ACTS["hold_check_in"](book, caregiver=her, day=on(0), not_yet=[her])

    assert questions.count(book, "check_in") == 0


def test_what_was_asked_after_a_talk_is_not_done_with_by_it(book: Book, her: str):
    ACTS["ask_to_bring"](book, caregiver=her, what="the taxi")

    ACTS["hold_check_in"](book, caregiver=her, day=on(-2))

    assert asked(book) == [("the taxi", None)]


@pytest.mark.parametrize("how", ["at this laptop", "signed on paper"])
def test_both_agree_on_a_day_and_it_is_said_how(book: Book, held: str, how: str):
    ACTS["agree_check_in"](book, id=held, how_agreed=how)

    assert (talk(book, held)["agreed_on"], talk(book, held)["how_agreed"]) == (on(0), how)
    assert ("agreed by both", "leaf") in tell(talk(book, held), {}).tags
    told = ACTS["change_check_in"](book, id=held, fields={"the_work": "more homes"}).sentence
    assert "let them read it again" in told


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"agreed_on": on(0)}, NotFilledIn),
        ({"how_agreed": "at this laptop"}, NotFilledIn),
        ({"agreed_on": on(-4), "how_agreed": "at this laptop"}, NotUnderstood),
        ({"agreed_on": on(1), "how_agreed": "a signature"}, NotUnderstood),
    ],
)
def test_what_is_half_agreed_or_agreed_before_it_was_held_is_refused(
    book: Book, held: str, fields: dict[str, Any], refused: type[Problem]
):
    with pytest.raises(refused):
        ACTS["change_check_in"](book, id=held, fields=fields)

    assert talk(book, held)["agreed_on"] is None


def test_nobody_agrees_to_a_talk_that_lies_ahead(book: Book, her: str):
    planned = ACTS["plan_check_in"](book, caregiver=her, day=on(2)).record

    with pytest.raises(NotUnderstood, match="not held yet"):
        ACTS["agree_check_in"](book, id=planned, how_agreed="at this laptop")


def test_where_they_see_it_otherwise_is_read_wherever_the_entry_is(book: Book, her: str, held: str):
    with pytest.raises(NotFilledIn):
        ACTS["see_otherwise"](book, id=held, sees_otherwise="  ")
    ACTS["see_otherwise"](book, id=held, sees_otherwise=WORDS)
    ACTS["agree_check_in"](book, id=held, how_agreed="at this laptop")

    assert WORDS in tell(talk(book, held), {}).detail
    assert [words for each in her_record(book, her) for label, words in each.lines if label == "You see it otherwise"]
    assert WORDS in [change.now for change in past(book, "check_in", held)[0]]
    assert WORDS in repr(pack(book, her).sorts)


def test_what_was_taken_out_does_not_come_back_by_what_is_said_to_it(book: Book, held: str):
    ACTS["withdraw_check_in"](book, id=held)

    for name, given in (
        ("see_otherwise", {"sees_otherwise": WORDS}),
        ("agree_check_in", {"how_agreed": "at this laptop"}),
    ):
        with pytest.raises(NotUnderstood, match="taken out"):
            ACTS[name](book, id=held, **given)
    assert talk(book, held).gone


@pytest.mark.parametrize(("number", "act"), [("promises_talk", "hold_check_in"), ("promises_visit", "visit_together")])
def test_a_site_says_how_many_promises_are_kept_of_one_talk_or_visit(book: Book, her: str, number: str, act: str):
    told = {"caregiver": her, "day": on(0), "promises": [{"owner": "supervisor", "what": f"{n}"} for n in range(2)]}
    told |= {"words": {"asked": "said yes beforehand"}} if act == "visit_together" else {}
    ACTS["set_norms"](book, values={number: 1})
    with pytest.raises(NotUnderstood, match="at most 1"):
        ACTS[act](book, **told)

    ACTS["set_norms"](book, values={number: 2})
    ACTS[act](book, **told)
    assert questions.count(book, "promise") == 2


def test_one_that_is_moved_has_its_new_day_at_once_and_says_why(book: Book, her: str):
    ACTS["plan_check_in"](book, caregiver=her, day=on(2), type="review")
    told = ACTS["move_check_in"](book, caregiver=her, not_held="no private place", next_day=on(4))

    assert states(book) == [("moved", on(2)), ("planned", on(4))]
    assert {each["type"] for each in questions.listing(book, "check_in")} == {"review"}
    talk_now = talk_with(book, her)
    assert talk_now is not None
    assert str(talk_now.due) == on(4)
    ACTS["undo"](book, save=told.undo)
    assert states(book) == [("planned", on(2))]


@pytest.mark.parametrize("next_day", [on(2), None])
def test_a_move_without_another_day_is_refused(book: Book, her: str, next_day: str | None):
    ACTS["plan_check_in"](book, caregiver=her, day=on(2))

    with pytest.raises((NotUnderstood, NotFilledIn)):
        ACTS["move_check_in"](book, caregiver=her, not_held="transport", next_day=next_day)

    assert states(book) == [("planned", on(2))]


def test_what_was_never_planned_is_not_moved(book: Book, her: str):
    with pytest.raises(NotUnderstood, match="plan a check-in"):
        ACTS["move_check_in"](book, caregiver=her, not_held="transport", next_day=on(4))


@pytest.mark.parametrize(("why", "later", "said"), [
    ("caregiver absent", 20, True), ("caregiver absent", 3, False), ("transport", 20, False),
])  # fmt: skip
def test_who_was_away_is_met_soon_and_a_later_day_is_said_and_kept(
    book: Book, her: str, why: str, later: int, said: bool
):
    told = ACTS["miss_check_in"](book, caregiver=her, day=on(-1), not_held=why, next_day=on(later))

    assert ("5 working days" in told.sentence) is said
    assert questions.count(book, "check_in") == 1


def test_what_came_between_counts_against_nobody(book: Book, her: str):
    clock.shift(date(2026, 3, 20) - clock.today())
    other = ACTS["add_caregiver"](book, given_names="Grace").record
    for who, day, why in ((her, 3, "no private place"), (other, 4, "no private place"), (her, 10, "transport")):
        miss = {"caregiver": who, "day": date(2026, 3, day), "not_held": why, "next_day": date(2026, 3, day + 1)}
        ACTS["miss_check_in"](book, **miss)
    links = {each.id for each in questions.listing(book, "supervision")}

    told = came_between(book, links, clock.today())

    assert told == "What came between check-ins this month: no private place (2), transport."
    assert today_of(book).between == told
    assert came_between(book, links, date(2026, 4, 1)) == ""


def test_days_with_few_visits_are_asked_about_and_never_called_a_fault(book: Book, her: str, house: str):
    for day in (-2, -3):
        ACTS["record_visit"](book, caregiver=her, household=house, day=on(day))

    (few,) = agenda(book, her).items

    assert (few.title, few.why) == ("What got in the way?", "2 days with fewer than 4 visits")


def test_a_supervisor_knows_when_she_is_to_be_heard_and_nobody_else_is_told(
    pair: tuple[Book, Book], make_book: Callable[..., Book], introduced: Any, send: Any
):
    nomvula, fhatuwani = pair
    mpho = make_book("Mpho Lekalakala")
    introduced(mpho, fhatuwani)
    send(nomvula, fhatuwani)
    words = {"type": "own supervision", "carried": WORDS}
    ACTS["hold_check_in"](fhatuwani, caregiver=nomvula.person, day=on(-25), words=words)
    for each in (nomvula, mpho):
        send(fhatuwani, each)

    own = own_talk(nomvula, clock.today())
    assert own is not None
    assert (str(own.told.heard), str(own.told.due), own.by) == (on(-25), on(5), fhatuwani.person)
    (shown,) = [each for each in today_of(nomvula).waiting if each.own]
    assert (shown.name, shown.last) == ("You (with Fhatuwani)", "own supervision · heard 25 days ago")
    (told,) = questions.listing(nomvula, "check_in")
    assert (told["type"], told["carried"]) == ("own supervision", None)
    assert questions.count(mpho, "check_in") == questions.count(mpho, "supervision") == 0
    with pytest.raises(Problem):
        ACTS["see_otherwise"](nomvula, id=told.id, sees_otherwise=WORDS)
    assert partners.known(mpho)


def test_a_coordinator_neither_agrees_nor_disagrees_for_the_two(pair: tuple[Book, Book], send: Any):
    nomvula, fhatuwani = pair
    her = ACTS["add_caregiver"](nomvula, given_names="Sibongile").record
    held = ACTS["hold_check_in"](nomvula, caregiver=her, day=on(-1)).record
    send(nomvula, fhatuwani)

    for act, told in (
        ("agree_check_in", {"how_agreed": "at this laptop"}),
        ("see_otherwise", {"sees_otherwise": "no"}),
    ):
        with pytest.raises(Problem):
            ACTS[act](fhatuwani, id=held, **told)
    with pytest.raises(NotYourPair):
        ACTS["record_to_bring"](
            fhatuwani,
            supervision=talk(fhatuwani, held)["supervision"],
            caregiver=her,
            what="the taxi",
            day=on(0),
        )


def test_sys_31_a_peer_hears_a_supervisor_by_the_same_rules(book: Book):
    peer = ACTS["record_person"](book, given_names="Mpho").record
    team = questions.listing(book, "team")[0].id
    ACTS["record_engagement"](book, person=peer, role=Role.SUPERVISOR, team=team, since="2020-01-06")
    ACTS["record_supervision"](book, caregiver=peer, supervisor=book.person, purpose="peer", since=on(-90))
    ACTS["hold_check_in"](book, caregiver=peer, day=on(-40), words={"type": "own supervision"})

    told = talk_with(book, peer)

    assert told is not None
    assert str(told.due) == on(-10)
    assert [each.name for each in today_of(book).waiting] == ["Mpho"]
