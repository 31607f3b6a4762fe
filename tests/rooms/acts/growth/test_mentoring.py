"""SYS-13 and SYS-14: who walks beside whom, what is kept of it, and who is new and has nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.growth.mentoring import without_mentor
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import BothAgreeFirst, LinkedAlready, NobodyBeside, NotUnderstood, NotYourPair, RoadClosed
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change

TODAY = clock.today()


def added(book: Book, name: str, days: int = 0) -> str:
    return str(ACTS["add_caregiver"](book, given_names=name, since=TODAY - timedelta(days)).record)


def beside(book: Book, caregiver: str, mentor: str, **more: Any) -> str:
    return str(ACTS["begin_mentoring"](book, caregiver=caregiver, mentor=mentor, **more).record)


def met(book: Book, mentoring: str, caregiver: str, **more: Any) -> str:
    told = {"mentoring": mentoring, "caregiver": caregiver, "day": TODAY, "topic": "saying no", **more}
    return str(ACTS["record_mentor_session"](book, **told).record)


@pytest.fixture
def mentors(book: Book) -> Book:
    ACTS["open_road"](book, road="mentoring and coaching")
    return book


def test_sys_13_a_link_says_who_whom_what_for_from_when_its_review_and_its_end(mentors: Book):
    new, old = added(mentors, "Lindiwe"), added(mentors, "Thandeka", 900)
    made = beside(mentors, new, old, purpose="saying no kindly", review_on=TODAY + timedelta(90))

    kept = questions.get(mentors, "mentoring", made)
    assert (kept["caregiver"], kept["mentor"], kept["sort"]) == (new, old, "mentoring")
    assert (kept["purpose"], kept["since"]) == ("saying no kindly", TODAY.isoformat())
    assert kept["review_on"] == (TODAY + timedelta(90)).isoformat()
    link = str(kept["supervision"])
    assert questions.get(mentors, "supervision", link)["purpose"] == "mentor"

    ACTS["end_mentoring"](mentors, id=made)
    ends = [questions.get(mentors, *each)["until"] for each in (("mentoring", made), ("supervision", link))]
    assert ends == [TODAY.isoformat()] * 2


def test_sys_14_coaching_of_the_same_two_shares_their_link_which_ends_with_the_last_of_it(mentors: Book):
    new, old = added(mentors, "Johanna", 900), added(mentors, "Thandeka", 900)
    one, two = beside(mentors, new, old), beside(mentors, new, old, sort="coaching")
    links = {questions.get(mentors, "mentoring", each)["supervision"] for each in (one, two)}
    assert len(links) == 1

    ACTS["end_mentoring"](mentors, id=one)
    assert questions.get(mentors, "supervision", str(links.pop()))["until"] is None
    with pytest.raises(NotUnderstood):
        beside(mentors, new, new)


def test_sys_13_of_a_session_day_and_topic_are_kept_and_more_only_where_both_agree(mentors: Book):
    new, old = added(mentors, "Lindiwe"), added(mentors, "Thandeka", 900)
    with_me, of_others = beside(mentors, new, mentors.person), beside(mentors, new, old)

    made = met(mentors, with_me, new)
    with pytest.raises(BothAgreeFirst):
        met(mentors, with_me, new, more="They cried.")
    with pytest.raises(BothAgreeFirst):
        ACTS["change_mentor_session"](mentors, id=made, fields={"more": "They cried."})
    ACTS["change_mentor_session"](mentors, id=made, fields={"more": "Try it on Friday.", "both_agree": True})
    with pytest.raises(BothAgreeFirst):
        ACTS["change_mentor_session"](mentors, id=made, fields={"both_agree": False})

    with pytest.raises(NobodyBeside):  # two are
        ACTS["note_mentor_session"](mentors, caregiver=new, topic="rest")
    ACTS["end_mentoring"](mentors, id=with_me)
    noted = ACTS["note_mentor_session"](mentors, caregiver=new, topic="rest").record
    assert questions.get(mentors, "mentor_session", noted)["mentoring"] == of_others
    assert met(mentors, of_others, new)
    with pytest.raises(NotYourPair):
        met(mentors, of_others, new, more="They cried.", both_agree=True)


def ends(book: Book, mentoring: str) -> tuple[str | None, str | None]:
    """Of what was begun, and of its link."""
    kept = questions.get(book, "mentoring", mentoring)
    return kept["until"], questions.get(book, "supervision", str(kept["supervision"]))["until"]


def test_sys_13_however_it_is_ended_its_link_ends_with_it_and_goes_on_with_it(mentors: Book):
    new, old = added(mentors, "Lindiwe"), added(mentors, "Thandeka", 900)
    made = beside(mentors, new, old)
    link = str(questions.get(mentors, "mentoring", made)["supervision"])
    today = TODAY.isoformat()

    for act, record in (("change_mentoring", made), ("change_supervision", link)):
        ACTS[act](mentors, id=record, fields={"until": TODAY})
        assert ends(mentors, made) == (today, today)
        ACTS["undo"](mentors)
        assert ends(mentors, made) == (None, None)
    ACTS["end_mentoring"](mentors, id=made)
    ACTS["change_mentoring"](mentors, id=made, fields={"until": None})
    assert ends(mentors, made) == (None, None)
    ACTS["caregiver_leaves"](mentors, caregiver=new, state="left")
    assert together.found(mentors) == []

    again = beside(mentors, old, mentors.person)
    ACTS["withdraw_mentoring"](mentors, id=again)
    assert [
        each["until"] for each in questions.listing(mentors, "supervision", {"caregiver": old, "purpose": "mentor"})
    ]


def test_sys_13_mentoring_stands_beside_the_supervision_of_the_same_two(mentors: Book):
    new = added(mentors, "Lindiwe")
    made = beside(mentors, new, mentors.person)
    assert len(questions.listing(mentors, "supervision", {"caregiver": new, "supervisor": mentors.person})) == 2

    ACTS["end_mentoring"](mentors, id=made)

    (line,) = questions.listing(mentors, "supervision", {"caregiver": new, "purpose": "line"})
    assert line["until"] is None
    once = beside(mentors, new, mentors.person)
    with pytest.raises(LinkedAlready):  # begun again meanwhile: the two are linked for it
        ACTS["change_mentoring"](mentors, id=made, fields={"until": None})
    assert ends(mentors, once) == (None, None)


@pytest.mark.parametrize("kind", ["mentoring", "supervision"])
def test_sys_13_where_a_merge_ends_only_one_of_the_two_it_is_found_and_mended(mentors: Book, kind: str):
    new, old = added(mentors, "Lindiwe"), added(mentors, "Thandeka", 900)
    made = beside(mentors, new, old)
    link = questions.get(mentors, "supervision", str(questions.get(mentors, "mentoring", made)["supervision"]))
    one, other = (made, link.id) if kind == "mentoring" else (link.id, made)
    ledger.append(mentors, "by hand", [Change(kind, one, link.scope, {"until": TODAY.isoformat()})])

    (finding,) = together.found(mentors)

    assert (finding.code, finding.record) == ("half-ended", other)
    assert together.told(mentors, [finding]) == ["what it stands with has ended, and this goes on: end it too"]
    ACTS["end_mentoring"](mentors, id=made)
    assert (together.found(mentors), ends(mentors, made)) == ([], (TODAY.isoformat(), TODAY.isoformat()))


def test_sys_14_what_two_said_beside_each_other_reaches_no_coordinator(
    pair: tuple[Book, Book], send: Callable[..., object]
):
    hers, office = pair
    send(hers, office)
    ACTS["open_road"](office, road="mentoring and coaching")
    send(office, hers)
    new = added(hers, "Lindiwe")
    met(hers, beside(hers, new, hers.person, purpose="rest"), new, more="They want to stay.", both_agree=True)
    send(hers, office)

    (there,) = questions.listing(office, "mentor_session")
    assert {name for name, value in there.values.items() if value} == {"mentoring", "caregiver", "day"}
    assert questions.listing(office, "mentoring")[0]["purpose"] is None


def test_sys_13_who_is_new_and_has_nobody_beside_them_is_on_the_list_and_nobody_else(mentors: Book):
    new, known = added(mentors, "Lindiwe", 30), added(mentors, "Thandeka", 900)
    assert [each.name for each in without_mentor(mentors)] == ["Lindiwe"]

    made = beside(mentors, new, known)
    assert without_mentor(mentors) == []
    ACTS["end_mentoring"](mentors, id=made)
    assert [each.person for each in without_mentor(mentors)] == [new]


def test_mentoring_is_begun_where_the_site_has_opened_it(book: Book, caregiver: str):
    with pytest.raises(RoadClosed):
        beside(book, caregiver, book.person)
