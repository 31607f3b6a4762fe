"""Who stands in, and who is on the way to manage a team, is nobody's line manager: also where a link says so."""

from __future__ import annotations

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS, named
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing import together
from caregiver_desk.errors import LineManagerOnly
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


def test_sys_28_somebody_on_the_way_to_manage_a_team_opens_no_process(book: Book):
    caregiver = ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena", since="2026-01-05").record
    (link,) = questions.listing(book, "supervision")
    assert link["purpose"] in {None, "line"}
    named("open_road")(book, road="aspiring managers")
    told = {"person": book.person, "team": own_team(book), "since": clock.today().isoformat()}
    named("record_aspiring")(book, **told)

    with pytest.raises(LineManagerOnly):
        ACTS["open_conduct"](book, caregiver=caregiver, said="airtime was sold on")
    assert together.found(book) != []
