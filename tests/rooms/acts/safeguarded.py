"""Concerns as they are noted, and what was noted of a worker: for the lead, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.concerns import how_it_stands
from caregiver_desk.records.concerns.concerns import ConcernState
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

LEAD = "Boitumelo Kekana"
WORDS = {
    "seen": "he asked her to come alone to the shed",
    "about": "Lerato Qwabe",
    "worker": "Vusi, our driver",
    "noticed_by": "Sibongile Ndaba",
    "place": "behind the blue tank",
}
TWO = {"done_by": "Nomvula Shezi", "second": "Naledi Khoza", "reason": "the aunt has them now"}
Send = Callable[..., object]


def noted(book: Book, **fields: Any) -> str:
    told = {
        "danger": "no",
        "sort": "deliberate neglect",
        "whom": "a child",
        "noticed": clock.today(),
        "seen": "no food",
    }
    return ACTS["note_concern"](book, **{**told, **fields}).record


def about_a_worker(book: Book, **fields: Any) -> str:
    return noted(book, **{**WORDS, "sort": "exploitation or child labour", **fields})


def step(book: Book, concern: str, sort: str, **fields: Any) -> None:
    ACTS["add_concern_step"](book, **{"concern": concern, "sort": sort, "day": clock.today(), **fields})


def name_lead(book: Book, **fields: Any) -> None:
    site = questions.own_site(book)
    assert site is not None
    told = {"name": LEAD, "phone": "000 555 0140", "instead": "Adv. Mabena", "instead_phone": "000 555 0141"}
    ACTS["record_safeguarding_lead"](book, **{**told, "site": site.id, "day": clock.today(), **fields})


def state(book: Book, record: str) -> ConcernState:
    return how_it_stands.state_of(book, how_it_stands.concern_of(book, record))


def everything_in(book: Book) -> str:
    with book.reading() as cursor:
        cursor.execute("SELECT record || ' ' || body FROM line WHERE body IS NOT NULL")
        return "\n".join(body for (body,) in cursor.fetchall())


def ends(book: Book, record: str, how: str) -> None:
    if how == "closed":
        ACTS["close_concern"](book, concern=record, **TWO)
    else:
        ACTS["record_concern_in_error"](book, concern=record, **TWO)
