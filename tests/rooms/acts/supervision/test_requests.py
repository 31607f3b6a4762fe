"""What is asked of the organisation: nothing goes up that was not released, and the answer comes back to who asked."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import HasGoneUp, NotFilledIn, NotUnderstood, NotYours
from caregiver_desk.records import journal
from caregiver_desk.records.sharing.standing import Ground
from caregiver_desk.store import agreement, histories, partners, questions, rising, vault
from caregiver_desk.store import book as books
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.sync import making

Send = Callable[..., Any]
WORDS = "Five weeks without a stipend. When does it come?"
DAY = "2026-03-02"  # a Monday
Pair = tuple[Book, Book]


def ask(book: Book, **told: Any) -> str:
    return ACTS["ask_organisation"](book, **{"words": WORDS, "theme": "stipend", "day": DAY, **told}).record


def of_grace(book: Book, **told: Any) -> str:
    grace = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena").record
    return ask(book, caregiver=grace, **told)


def only(book: Book) -> Leaf:
    (request,) = questions.listing(book, "request")
    return request


def bodies(book: Book) -> str:
    with book.reading() as cursor:
        cursor.execute("SELECT body FROM line WHERE body IS NOT NULL")
        return "\n".join(body for (body,) in cursor.fetchall())


def to(book: Book, other: Book) -> partners.Partner:
    return next(each for each in partners.known(book) if each.key == other.key)


def test_an_answer_is_asked_for_within_ten_working_days_unless_a_day_is_said(book: Book):
    usual, own = of_grace(book), ask(book, reply_by="2026-03-06")

    assert questions.get(book, "asking", usual)["reply_by"] == "2026-03-16"
    assert questions.get(book, "asking", own)["reply_by"] == "2026-03-06"


def test_what_was_not_released_never_leaves(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    of_grace(nomvula)
    send(nomvula, fhatuwani)

    assert questions.listing(fhatuwani, "request") == questions.listing(nomvula, "request") == []
    assert WORDS not in bodies(fhatuwani)
    assert "asking" not in bodies(fhatuwani)


def test_a_release_that_is_taken_back_before_the_bundle_leaves_no_trace_in_it(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    wish = of_grace(nomvula, released=True, named=True)
    ACTS["take_back_request"](nomvula, id=wish)
    send(nomvula, fhatuwani)

    assert WORDS not in bodies(fhatuwani)
    assert questions.listing(nomvula, "request") == []


def test_the_search_finds_the_words_that_were_released(pair: Pair, send: Send):
    """The control of the two above: looked for in the same way, what was released has come."""
    nomvula, fhatuwani = pair
    of_grace(nomvula, released=True)
    send(nomvula, fhatuwani)

    assert WORDS in bodies(fhatuwani)


@pytest.mark.parametrize("named", [False, True])
def test_who_asked_is_named_only_with_their_yes_and_no_pair_is_told(pair: Pair, send: Send, named: bool):
    nomvula, fhatuwani = pair
    wish = of_grace(nomvula, released=True, named=named)
    send(nomvula, fhatuwani)
    request, hers = only(fhatuwani), questions.get(nomvula, "asking", wish)["caregiver"]

    assert request["named"] == (hers if named else None)
    assert request["asked_by"] == nomvula.person
    assert request.scope == questions.get(nomvula, "team", str(request["team"])).scope


def test_the_answer_comes_back_and_stands_where_the_wish_stood(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    wish = of_grace(nomvula, released=True)
    send(nomvula, fhatuwani)
    ACTS["answer_request"](fhatuwani, id=only(fhatuwani).id, state="answered yes", answer="It is paid on Friday.")
    send(fhatuwani, nomvula)

    told = questions.get(nomvula, "asking", wish)
    (shown,) = [each for each in rising.seen_as_one(nomvula, [told]) if each.kind == "request"]
    assert (shown["state"], shown["answer"]) == ("answered yes", "It is paid on Friday.")
    assert (shown["replied_by"], shown["words"]) == (fhatuwani.person, WORDS)
    public = frozenset({journal.Audience.OPEN, journal.Audience.TEAM})
    assert [line for line in agreement.state(nomvula, public) if '"request"' in line] == [
        line for line in agreement.state(fhatuwani, public) if '"request"' in line
    ]


def test_answering_and_taking_back_at_once_is_a_conflict_that_a_person_settles(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    wish = of_grace(nomvula, released=True)
    send(nomvula, fhatuwani)
    ACTS["take_back_request"](nomvula, id=wish)
    ACTS["answer_request"](fhatuwani, id=only(fhatuwani).id, state="under way")
    send(nomvula, fhatuwani)
    send(fhatuwani, nomvula)

    assert [only(each).quarrels for each in pair] == [("state",), ("state",)]
    assert only(nomvula)["state"] == only(fhatuwani)["state"]


def test_one_undo_takes_an_answer_and_a_taking_back_back(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    wish = of_grace(nomvula, released=True)
    send(nomvula, fhatuwani)
    for book, act, told in (
        (fhatuwani, "answer_request", {"id": only(fhatuwani).id, "state": "answered no", "answer": "No money."}),
        (nomvula, "take_back_request", {"id": wish}),
    ):
        ACTS["undo"](book, save=ACTS[act](book, **told).undo)

        assert (only(book)["state"], only(book)["answer"]) == ("asked", None)
    assert len(histories.history(fhatuwani, "request", only(fhatuwani).id)) > 2


def test_what_went_up_stands_as_it_was_said(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    wish = of_grace(nomvula, released=True)
    ACTS["change_asking"](nomvula, id=wish, fields={"theme": "other"})
    send(nomvula, fhatuwani)

    for act, told in (("change_asking", {"fields": {"words": "other"}}), ("release_request", {})):
        with pytest.raises(HasGoneUp):
            ACTS[act](nomvula, id=wish, **told)
    assert only(fhatuwani)["theme"] == "other"


def test_it_goes_up_once_however_many_bundles_are_made(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    of_grace(nomvula, released=True)
    assert dict(making.look(nomvula, to(nomvula, fhatuwani)).kinds)["request"] == 1
    before = making.undelivered(nomvula, to(nomvula, fhatuwani))
    for _ in range(2):
        send(nomvula, fhatuwani)
    ACTS["undo"](nomvula)

    assert before > making.lines_of({"request": 1})
    assert len(questions.listing(fhatuwani, "request")) == 1


def test_two_laptops_of_one_person_send_up_one_request(pair: Pair, send: Send, home: Path):
    nomvula, fhatuwani = pair
    of_grace(nomvula, released=True)
    nomvula.seal()
    shutil.copytree(nomvula.vault.folder, home / "other")
    send(nomvula, fhatuwani)
    with closing(books.resume(vault.reopen(home / "other", nomvula.vault.keys))) as other:
        assert other.laptop != nomvula.laptop
        send(other, fhatuwani)

        assert only(other).id == only(fhatuwani).id
    assert only(fhatuwani).quarrels == ()


def test_an_idea_of_ones_own_goes_up_and_one_of_a_coordinator_is_there_at_once(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    ask(nomvula, sort="improvement idea", theme="place", words="A key box at the clinic.")
    ask(fhatuwani, sort="improvement idea", theme="role", words="One page a role.")
    send(nomvula, fhatuwani)

    assert {each["words"] for each in questions.listing(fhatuwani, "request")} == {
        "A key box at the clinic.",
        "One page a role.",
    }


def test_only_a_coordinator_answers_a_no_says_why_and_a_request_that_is_over_is_over(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    wish = of_grace(nomvula, released=True)
    send(nomvula, fhatuwani)
    request = only(fhatuwani).id

    with pytest.raises(NotYours):
        ACTS["answer_request"](nomvula, id=request, state="answered yes")
    with pytest.raises(NotFilledIn, match="Answer"):
        ACTS["answer_request"](fhatuwani, id=request, state="answered no", answer=" ")
    with pytest.raises(NotUnderstood, match="yes, no or under way"):
        ACTS["answer_request"](fhatuwani, id=request, state="taken back")
    ACTS["take_back_request"](nomvula, id=wish)
    with pytest.raises(NotUnderstood, match="is over"):
        ACTS["take_back_request"](nomvula, id=wish)
    send(nomvula, fhatuwani)
    with pytest.raises(NotUnderstood, match="was taken back"):
        ACTS["answer_request"](fhatuwani, id=request, state="answered yes")


def test_nobody_is_named_who_did_not_ask(book: Book):
    with pytest.raises(NotFilledIn, match="From"):
        ask(book, named=True)

    assert questions.count(book, "asking") == 0


# --- what went up, and what never does


def test_after_a_request_was_erased_bundles_are_made_and_it_is_not_asked_again(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    wish = of_grace(nomvula, released=True)
    send(nomvula, fhatuwani)
    ACTS["erase"](fhatuwani, id=only(fhatuwani).id, ground=Ground.ASKED)
    send(fhatuwani, nomvula)
    of_grace(nomvula, released=True, words="A bag for the wet months.")
    send(nomvula, fhatuwani)

    assert [each["words"] for each in questions.listing(fhatuwani, "request")] == ["A bag for the wet months."]
    assert WORDS not in bodies(fhatuwani)
    with pytest.raises(NotUnderstood, match="is over"):
        ACTS["take_back_request"](nomvula, id=wish)


def test_after_somebody_was_erased_whose_name_was_to_go_up_bundles_are_made_and_nothing_names_them(
    pair: Pair, send: Send
):
    nomvula, fhatuwani = pair
    send(nomvula, fhatuwani)
    wish = of_grace(nomvula)
    send(nomvula, fhatuwani)
    ACTS["release_request"](nomvula, id=wish, named=True)
    ACTS["erase"](fhatuwani, id=str(questions.get(nomvula, "asking", wish)["caregiver"]), ground=Ground.ASKED)
    send(fhatuwani, nomvula)
    send(nomvula, fhatuwani)

    assert questions.listing(fhatuwani, "request") == []


def test_what_went_up_is_taken_back_in_one_way_only_and_the_coordinator_hears_of_it(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    wish = of_grace(nomvula)
    released = ACTS["release_request"](nomvula, id=wish).undo
    send(nomvula, fhatuwani)

    for act, told in (("withdraw_asking", {"id": wish}), ("undo", {"save": released})):
        with pytest.raises(HasGoneUp):
            ACTS[act](nomvula, **told)
    ACTS["take_back_request"](nomvula, id=wish)
    send(nomvula, fhatuwani)
    assert only(fhatuwani)["state"] == "taken back"


def test_a_wish_that_has_not_gone_up_is_withdrawn_and_its_release_undone(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    ACTS["withdraw_asking"](nomvula, id=of_grace(nomvula, released=True))
    wish = ask(nomvula, caregiver=questions.find(nomvula, "Grace")[0].id)
    ACTS["undo"](nomvula, save=ACTS["release_request"](nomvula, id=wish).undo)
    send(nomvula, fhatuwani)

    assert WORDS not in bodies(fhatuwani)


def test_other_words_wait_for_a_yes_of_their_own(pair: Pair, send: Send):
    nomvula, fhatuwani = pair
    wish = of_grace(nomvula, released=True)
    told = ACTS["change_asking"](nomvula, id=wish, fields={"words": "She owes me."})
    send(nomvula, fhatuwani)
    assert "until they agree" in told.sentence
    assert questions.listing(fhatuwani, "request") == []

    ACTS["change_asking"](nomvula, id=wish, fields={"released": True})
    send(nomvula, fhatuwani)
    assert only(fhatuwani)["words"] == "She owes me."


@pytest.mark.parametrize("how", ["release_request", "change_asking"])
def test_words_that_another_laptop_wrote_meanwhile_do_not_go_up_by_a_release_of_others(
    pair: Pair, send: Send, introduced: Callable[[Book, Book], None], home: Path, how: str
):
    nomvula, fhatuwani = pair
    introduced(nomvula, nomvula)
    wish = of_grace(nomvula)
    nomvula.seal()
    shutil.copytree(nomvula.vault.folder, home / "other")
    ACTS["record_team"](nomvula, name="written after the copy")
    nomvula.seal()
    with closing(books.resume(vault.reopen(home / "other", nomvula.vault.keys))) as other:
        agree = {"release_request": {}, "change_asking": {"fields": {"released": True}}}[how]
        ACTS[how](nomvula, id=wish, **agree)
        ACTS["change_asking"](other, id=wish, fields={"words": "She owes me."})
        send(other, nomvula)
    send(nomvula, fhatuwani)

    assert questions.get(nomvula, "asking", wish).quarrels == ("words",)
    assert questions.listing(fhatuwani, "request") == []
