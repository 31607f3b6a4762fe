"""What is said after a change names what was changed and of whom, as far as others in the room may hear it."""

from __future__ import annotations

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.called_aloud import called_aloud
from caregiver_desk.records.journal import PRIVATE, Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


def changed(book: Book, kind: str, record: str, **fields: object) -> str:
    return ACTS[f"change_{kind}"](book, id=record, fields=fields).sentence


def test_what_was_changed_is_called_by_its_name_or_by_whose_it_is(book: Book, caregiver: str, house: str):
    visit = ACTS["record_visit"](book, caregiver=caregiver, household=house, day="2026-03-02", outcome="done").record

    assert changed(book, "person", caregiver, known_as="Sibo").startswith("Changed: person · Sibo")
    assert changed(book, "visit", visit, minutes=30).startswith("Changed: visit · Sibo")
    assert ACTS["withdraw_visit"](book, id=visit).sentence.startswith("Withdrawn: visit · Sibo")


def test_a_home_is_called_by_its_code_alone_and_nobody_who_lives_there_is_named(book: Book, house: str):
    code = questions.find_one(book, "household", house)["code"]
    child = ACTS["record_member"](book, household=house, first_name="Thabo").record
    ACTS["change_household"](book, id=house, fields={"nickname": "blue gate"})

    assert changed(book, "household", house, village="Ha-Mudau") == f"Changed: household · {code}."
    assert changed(book, "member", child, first_name="Thabo M.") == "Changed: household member."


def test_nothing_is_named_that_only_a_few_may_read(book: Book, caregiver: str):
    for kind in KINDS.values():
        told = {each: caregiver if field.shown.refers else f"<{each}>" for each, field in kind.fields.items()}
        said = called_aloud(book, kind, told)

        assert not [each for each in kind.fields if f"<{each}>" in said and kind.audience_of(each) in KEPT], kind.name
        assert not ("Sibongile" in said and kind.audience_of(kind.about) in KEPT), kind.name


KEPT = PRIVATE | {Audience.WORDS, Audience.CONTACT}
