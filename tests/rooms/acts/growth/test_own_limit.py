"""How many somebody supervises on the way to manage a team is agreed with them, and not by them alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NotYours
from caregiver_desk.store.book import Book


def test_sys_43_whoever_has_a_coordinator_does_not_raise_their_own_limit_or_end_it(
    pair: tuple[Book, Book], send: Callable[..., object]
):
    nomvula, fhatuwani = pair
    named("open_road")(fhatuwani, road="aspiring managers")
    send(nomvula, fhatuwani)
    team = own_team(nomvula)
    told = {"person": nomvula.person, "team": team, "since": clock.today().isoformat(), "most": 2}
    record = named("record_aspiring")(fhatuwani, **told).record
    send(fhatuwani, nomvula)

    for fields in ({"most": 9}, {"until": clock.today().isoformat()}):
        with pytest.raises(NotYours):
            named("change_aspiring")(nomvula, id=record, fields=fields)
    with pytest.raises(NotYours):
        named("withdraw_aspiring")(nomvula, id=record)
    named("change_aspiring")(fhatuwani, id=record, fields={"most": 3})
