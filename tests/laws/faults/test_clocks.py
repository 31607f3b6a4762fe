"""Clocks at the ends of what they can say: what was written under them comes in, is taken back, and harms nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.store import agreement, checking, questions, watch
from caregiver_desk.store.book import Book
from caregiver_desk.sync.exchange import Looked

Send = Callable[..., Looked | None]
MOMENTS = {
    "1960, before all counting": datetime(1960, 1, 1, tzinfo=UTC),
    "1970": datetime(1970, 1, 1, tzinfo=UTC),
    "1980, where FAT begins": datetime(1980, 1, 1, tzinfo=UTC),
    "2038": datetime(2038, 1, 19, 3, 14, 8, tzinfo=UTC),
    "2106": datetime(2106, 2, 7, 6, 28, 16, tzinfo=UTC),
    "9998": datetime(9998, 12, 30, tzinfo=UTC),
}


def set_clock(moment: datetime) -> None:
    clock.shift(timedelta(0))
    clock.shift(moment - datetime.fromtimestamp(clock.machine(), tz=UTC))


@pytest.mark.in_turns(2)
@pytest.mark.parametrize("believed", [True, False], ids=["that jumps while the desk is open", "found so at opening"])
@pytest.mark.parametrize("moment", MOMENTS.values(), ids=MOMENTS)
def test_under_any_clock_work_is_saved_sent_opened_and_taken_back(
    pair: tuple[Book, Book], send: Send, moment: datetime, *, believed: bool
):
    nomvula, fhatuwani = pair
    home = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-1", level=1).record
    send(nomvula, fhatuwani)

    set_clock(moment)
    if not believed:
        watch.look(nomvula)
    ACTS["change_household"](nomvula, id=home, fields={"level": 2})
    later = ACTS["record_household"](nomvula, team=own_team(nomvula), code="HH-2").record
    send(nomvula, fhatuwani)
    assert questions.get(fhatuwani, "household", home)["level"] == 2
    ACTS["undo"](nomvula)
    send(nomvula, fhatuwani)
    send(fhatuwani, nomvula)
    clock.shift(timedelta(0))
    clock.trust()
    ACTS["change_household"](nomvula, id=home, fields={"level": 3})
    send(nomvula, fhatuwani)

    assert questions.get(fhatuwani, "household", later).gone
    assert [questions.get(book, "household", home)["level"] for book in pair] == [3, 3]
    assert [checking.check(book) for book in pair] == [[], []]
    assert {each for each in agreement.state(nomvula) if home in each}
