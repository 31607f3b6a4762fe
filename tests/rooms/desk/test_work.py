"""The one lane of work."""

import logging
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from pathlib import Path
from typing import Any, NoReturn

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from caregiver_desk.desk.work import Lane, one_thread
from caregiver_desk.errors import Broken, Problem, Stopped, WrongPassphrase
from caregiver_desk.store.book import Book


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane()
    yield made
    made.close()


def until_it_rests(qtbot: QtBot, lane: Lane) -> None:
    qtbot.waitUntil(lambda: not lane.busy)


def test_work_is_done_elsewhere_and_answered_here_in_the_order_of_asking(qtbot: QtBot, lane: Lane) -> None:
    answers: list[tuple[int, bool]] = []
    here = threading.get_ident()

    for number in range(20):
        lane.run(lambda n=number: (n, threading.get_ident() != here), then=answers.append, owner=lane)
    until_it_rests(qtbot, lane)

    assert answers == [(number, True) for number in range(20)]


class AtOnce(ThreadPoolExecutor):
    """A pool that is done before anybody could ask whether it is."""

    def submit(self, *given: Any, **named: Any) -> Future[Any]:
        future = super().submit(*given, **named)
        wait([future])
        return future


def test_an_answer_never_comes_before_the_asking_is_over(qtbot: QtBot, lane: Lane) -> None:
    lane._pool.shutdown()
    lane._pool = AtOnce(max_workers=1)
    told: list[str] = []

    lane.run(lambda: "answered", then=told.append, owner=lane)
    told.append("asked")
    until_it_rests(qtbot, lane)

    assert told == ["asked", "answered"]


def test_an_answer_for_somebody_who_is_gone_is_dropped(qtbot: QtBot, lane: Lane) -> None:
    owner, answers, go_on = QObject(), [], threading.Event()
    lane.run(go_on.wait, then=answers.append, owner=owner)

    with qtbot.waitSignal(owner.destroyed):
        owner.deleteLater()
    go_on.set()
    until_it_rests(qtbot, lane)

    assert answers == []


def refuse() -> NoReturn:
    raise WrongPassphrase


def fail() -> NoReturn:
    message = "a private word"
    raise ValueError(message)


def test_a_refusal_comes_back_to_who_asked(qtbot: QtBot, lane: Lane) -> None:
    refused: list[Problem] = []

    lane.run(refuse, then=refused.append, owner=lane, refused=refused.append)
    until_it_rests(qtbot, lane)

    assert [type(each) for each in refused] == [WrongPassphrase]


def test_a_fault_of_ours_is_said_and_logged_without_its_words(
    qtbot: QtBot,
    lane: Lane,
    caplog: pytest.LogCaptureFixture,
    home: Path,  # noqa: ARG001 - where it is remembered
) -> None:
    refused: list[Problem] = []

    with caplog.at_level(logging.ERROR):
        lane.run(fail, then=refused.append, owner=lane, refused=refused.append)
        until_it_rests(qtbot, lane)

    assert isinstance(refused[0], Broken)
    assert "ValueError test_work.py:" in caplog.text
    assert "a private word" not in caplog.text + str(refused[0])
    caplog.clear()


def test_lanes_that_share_a_thread_do_one_thing_after_another_and_each_finishes_what_it_owes(qtbot: QtBot) -> None:
    pool, done = one_thread(), []
    one, other = Lane(pool=pool), Lane(pool=pool)
    for number in range(10):
        lane = (one, other)[number % 2]
        lane.run(lambda n=number: done.append((n, threading.get_ident())), then=lambda _: None, owner=lane, owed=True)

    one.close()
    assert [number for number, _ in done][:9] == list(range(9))
    other.run(lambda: done.append((10, threading.get_ident())), then=lambda _: None, owner=other)
    until_it_rests(qtbot, other)
    other.close()
    pool.shutdown()

    assert [number for number, _ in done] == list(range(11))
    assert len({thread for _, thread in done}) == 1


def test_another_lane_has_the_book_asked_on_its_own_and_is_told_when_the_desk_has_closed(
    qtbot: QtBot, book: Book, lane: Lane
) -> None:
    owning, told, refused = Lane(book), list[int](), list[Problem]()
    where: list[int] = []
    owning.run(lambda: where.append(threading.get_ident()), then=lambda _: None, owner=owning)

    lane.run(lambda: owning.answer(lambda _: threading.get_ident()), then=told.append, owner=lane)
    until_it_rests(qtbot, lane)
    assert told == where

    owning.close()
    lane.run(lambda: owning.answer(lambda _: 0), then=told.append, owner=lane, refused=refused.append)
    until_it_rests(qtbot, lane)
    assert isinstance(refused[0], Stopped)


@pytest.mark.usefixtures("qtbot")
def test_a_lane_that_waits_for_a_network_is_left_without_waiting_for_its_end() -> None:
    lane, go_on, told = Lane(), threading.Event(), list[object]()
    ended = lane._pool.submit(go_on.wait)
    lane.run(lambda: "heard", then=told.append, owner=lane)

    lane.leave()
    assert not ended.done()
    go_on.set()
    wait([ended])

    assert told == []
