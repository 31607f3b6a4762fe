"""What two people agreed on is taken back by one of them, and by nobody who only hears that it is there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import Problem
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book


def test_a_coordinator_withdraws_no_goal_and_no_talk_of_two_others(pair: tuple[Book, Book], send: Callable[..., Any]):
    nomvula, fhatuwani = pair
    who = ACTS["add_caregiver"](nomvula, given_names="Grace", surname="Mokoena", since="2026-01-05").record
    goal = ACTS["set_goal"](
        nomvula, caregiver=who, goal="to say no kindly", area="boundaries and safety", day=clock.today()
    ).record
    talk = ACTS["hold_check_in"](nomvula, caregiver=who, day=clock.today()).record
    send(nomvula, fhatuwani)
    assert questions.get(fhatuwani, "learning_goal", goal)
    with pytest.raises(Problem):
        ACTS["change_learning_goal"](fhatuwani, id=goal, fields={"target": clock.today().isoformat()})

    for kind, record in (("learning_goal", goal), ("check_in", talk)):
        with pytest.raises(Problem):
            ACTS[f"withdraw_{kind}"](fhatuwani, id=record)
