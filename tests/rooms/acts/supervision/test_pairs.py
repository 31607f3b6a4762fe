"""What is saved for a supervisor and her caregiver, and how their link comes to be."""

from __future__ import annotations

from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import LinkedAlready, NotFilledIn, NotUnderstood, UnknownField
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.supervision.supervision import CHECK_IN, SUPERVISION
from caregiver_desk.store import checking, questions
from caregiver_desk.store.book import Book

DAY = "2026-03-02"


@pytest.fixture
def caregiver(book: Book) -> str:
    """Somebody whom nobody supervises yet."""
    return ACTS["record_person"](book, given_names="Sibongile").record


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("hold_check_in", {"day": DAY, "words": {"minutes": 1}}),
        ("hold_check_in", {"day": DAY, "words": {"colour": "red"}}),
        ("hold_check_in", {"day": DAY, "promises": [{"owner": "supervisor", "what": "x" * 141}]}),
        ("record_burden", {"codes": ["W1"], "severity": 5}),
    ],
)
def test_a_refused_act_leaves_no_link_behind(book: Book, caregiver: str, act: str, given: dict[str, Any]):
    with pytest.raises((NotUnderstood, UnknownField)):
        ACTS[act](book, caregiver=caregiver, **given)

    assert questions.count(book, SUPERVISION.name) == 0


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("hold_check_in", {"day": DAY, "promises": [{"owner": "supervisor", "what": "Ask about the stipend"}]}),
        ("record_burden", {"codes": ["W1"], "severity": 3}),
        ("offer_support", {"code": "F2"}),
    ],
)
def test_a_first_record_founds_the_link_in_its_own_save(book: Book, caregiver: str, act: str, given: dict[str, Any]):
    ACTS[act](book, caregiver=caregiver, **given)

    (link,) = questions.listing(book, SUPERVISION.name)
    assert (link["caregiver"], link["supervisor"]) == (caregiver, book.person)
    assert checking.check(book) == []
    ACTS["undo"](book)
    assert questions.count(book, SUPERVISION.name) == 0


def test_a_second_record_goes_into_the_link_there_is(book: Book, caregiver: str):
    for day in (DAY, "2026-03-16"):
        ACTS["hold_check_in"](book, caregiver=caregiver, day=day)

    (link,) = questions.listing(book, SUPERVISION.name)
    held = questions.listing(book, CHECK_IN.name)
    assert [(each["supervision"], each.scope) for each in held] == [(link.id, link.scope)] * 2


@pytest.mark.parametrize(("role", "links"), [("caregiver", 1), ("trainer", 0)])
def test_whoever_comes_with_a_sheet_is_supported_as_if_she_were_added_by_hand(book: Book, role: str, links: int):
    sheet = book.vault.folder / "people.csv"
    sheet.write_text(f"Given names;Surname;Role\nSibongile;Ndaba;{role}\nThandeka;Ndaba;{role}\n")

    ACTS["bring_in_people"](book, path=str(sheet))

    assert questions.count(book, SUPERVISION.name) == 2 * links
    assert questions.count(book, "engagement") == 1 + 2


def held(book: Book, caregiver: str, **words: Any) -> str:
    return ACTS["hold_check_in"](book, caregiver=caregiver, day=DAY, words=words).record


@pytest.mark.parametrize(
    ("state", "lacking"),
    [("missed", "Next check-in"), ("moved", "Next check-in"), ("cancelled", ""), ("missed", "Why it was not held")],
)
def test_a_talk_that_came_to_nothing_says_why_and_one_put_off_until_when(
    book: Book, caregiver: str, state: str, lacking: str
):
    whole = {"state": state, "not_held": "transport", "next_day": "2026-03-09"}
    short = {name: each for name, each in whole.items() if CHECK_IN.fields[name].label != lacking}
    made = held(book, caregiver)

    if lacking:
        with pytest.raises(NotFilledIn, match=lacking):
            held(book, caregiver, **short)
        with pytest.raises(NotFilledIn, match=lacking):
            ACTS["change_check_in"](book, id=made, fields=short)
    else:
        whole.pop("next_day")
    held(book, caregiver, **whole)
    ACTS["change_check_in"](book, id=made, fields=whole)
    assert questions.count(book, "check_in", {"state": state, "not_held": "transport"}) == 2


def test_what_was_looked_at_in_depth_and_her_own_words_stay_between_the_two(book: Book, caregiver: str):
    words = {
        "situation": "s", "boundaries": "b", "her_words": "h", "mode": "by phone", "private": True, "agreed_on": DAY,
        "how_agreed": "at this laptop", "not_held": "other",
    }  # fmt: skip
    kept = questions.get(book, "check_in", held(book, caregiver, **words)).values

    assert words.items() <= kept.items()
    assert {CHECK_IN.fields[name].audience for name in words} == {Audience.PAIR}


def test_a_promise_that_is_dropped_says_why_and_one_is_kept_once(book: Book, caregiver: str):
    promises = [{"owner": "supervisor", "what": what} for what in ("ask", "phone")]
    ACTS["hold_check_in"](book, caregiver=caregiver, day=DAY, promises=promises)
    asked, phoned = (each.id for each in questions.listing(book, "promise"))

    with pytest.raises(NotFilledIn, match="Why it was dropped"):
        ACTS["change_promise"](book, id=asked, fields={"state": "dropped"})
    ACTS["change_promise"](book, id=asked, fields={"state": "dropped", "why_dropped": "she moved", "reviewed": DAY})
    assert ACTS["keep_promise"](book, id=phoned).sentence == "Promise kept."
    again = ACTS["keep_promise"](book, id=phoned)
    assert (again.sentence, again.undo) == ("It was kept already.", 0)


def test_of_one_talk_at_most_five_promises_are_kept(book: Book, caregiver: str):
    promises = [{"owner": "caregiver", "what": str(number)} for number in range(6)]

    with pytest.raises(NotUnderstood, match="at most 5"):
        ACTS["hold_check_in"](book, caregiver=caregiver, day=DAY, promises=promises)
    ACTS["hold_check_in"](book, caregiver=caregiver, day=DAY, promises=promises[:5])


def test_nobody_supervises_herself_and_a_link_stays_between_its_two(book: Book, caregiver: str):
    with pytest.raises(NotUnderstood, match="nobody is their own supervisor"):
        ACTS["record_supervision"](book, caregiver=caregiver, supervisor=caregiver, purpose="peer")
    link = ACTS["record_supervision"](book, caregiver=caregiver, supervisor=book.person).record
    other = ACTS["record_person"](book, given_names="Mpho").record

    for name in ("caregiver", "supervisor"):
        with pytest.raises(NotUnderstood, match="stays between two people"):
            ACTS["change_supervision"](book, id=link, fields={name: other})
    ACTS["change_supervision"](book, id=link, fields={"until": DAY})


def test_supervision_and_mentoring_of_the_same_two_stand_beside_each_other_and_each_keeps_its_own(
    book: Book, caregiver: str
):
    told = {"caregiver": caregiver, "supervisor": book.person}
    ours = ACTS["record_supervision"](book, **told, since=DAY).record
    beside = ACTS["record_supervision"](book, **told, purpose="mentor", since=DAY).record

    goal = ACTS["set_goal"](
        book, caregiver=caregiver, goal="say no kindly", area="boundaries and safety", day=DAY
    ).record
    ACTS["review_goal"](book, goal=goal, course="moved on")
    held(book, caregiver)

    kinds = ("check_in", "learning_goal", "goal_review")
    assert {each["supervision"] for kind in kinds for each in questions.listing(book, kind)} == {ours}
    assert questions.get(book, "supervision", beside)["until"] is None


def test_what_stands_in_another_link_of_the_same_two_is_gone_on_with_there(book: Book, caregiver: str):
    told = {"caregiver": caregiver, "supervisor": book.person}
    goal = ACTS["set_goal"](book, caregiver=caregiver, goal="rest", area="boundaries and safety", day=DAY).record
    (before,) = questions.listing(book, "supervision")
    ACTS["change_supervision"](book, id=before.id, fields={"until": clock.today()})
    ACTS["record_supervision"](book, **told, since=clock.today())

    look = ACTS["review_goal"](book, goal=goal, course="met").record

    assert questions.get(book, "goal_review", look)["supervision"] == before.id
    assert questions.get(book, "learning_goal", goal)["state"] == "met"


def test_two_are_not_linked_twice_for_one_thing_and_it_is_said_truly(book: Book, caregiver: str):
    told = {"caregiver": caregiver, "supervisor": book.person, "since": DAY}
    ACTS["record_supervision"](book, **told)

    for purpose in ("line", "practice"):
        with pytest.raises(LinkedAlready, match="These two are linked for this in these days already"):
            ACTS["record_supervision"](book, **told, purpose=purpose)
    beside = ACTS["record_supervision"](book, **told, purpose="mentor").record
    with pytest.raises(LinkedAlready):
        ACTS["change_supervision"](book, id=beside, fields={"purpose": "practice"})
    assert questions.count(book, "supervision") == 2


def test_whoever_only_mentors_somebody_holds_no_check_in_as_their_mentor(book: Book, caregiver: str):
    other = ACTS["record_person"](book, given_names="Mpho").record
    ACTS["record_supervision"](book, caregiver=caregiver, supervisor=other, since=DAY)
    ACTS["record_supervision"](book, caregiver=caregiver, supervisor=book.person, purpose="mentor", since=DAY)

    held(book, caregiver)

    (talk,) = questions.listing(book, "check_in")
    assert questions.get(book, "supervision", str(talk["supervision"]))["purpose"] == "practice"
