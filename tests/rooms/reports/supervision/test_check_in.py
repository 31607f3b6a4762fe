"""A talk for two names holds what the two said to each other, and neither a danger nor anybody else by name."""

from __future__ import annotations

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.reports.document import ROOM, as_text
from caregiver_desk.reports.supervision.check_in import check_in_on_paper
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


def test_others_are_masked_a_danger_is_left_out_and_there_is_room_for_two_names(book: Book):
    her = ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record
    ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena")
    words = {"the_work": "Grace Mokoena took two homes.", "danger": ["was attacked"], "only_told": "my sister Zodwa"}
    promised = [{"owner": "caregiver", "what": "thank Grace", "due": clock.today()}]
    ACTS["hold_check_in"](book, caregiver=her, day=clock.today(), words=words, promises=promised)
    (talk,) = questions.listing(book, "check_in")

    told = as_text(check_in_on_paper(book, talk.id))

    assert "another caregiver took two homes." in told
    assert "thank another caregiver" in told
    assert not [each for each in ("Grace", "Mokoena", "attacked", "Zodwa") if each in told]
    assert all(f"{name}: {ROOM}" in told for name in ("Sibongile Ndaba", "Nomvula Shezi"))


def test_a_talk_of_which_only_the_day_is_here_has_no_words_and_no_empty_part(book: Book):
    her = ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record
    ACTS["hold_check_in"](book, caregiver=her, day=clock.today())
    (talk,) = questions.listing(book, "check_in")

    titles = [each.title for each in check_in_on_paper(book, talk.id).sections]

    assert "What we spoke of" not in titles
    assert titles[-1] == "Name and day"
