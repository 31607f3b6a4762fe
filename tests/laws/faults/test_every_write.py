"""A kill, a failing drive, a full disk at each write of what a person does, and again while the book recovers."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import cache

import pytest

from faults.crew import Crew
from faults.jobs import JOBS
from faults.walk import Walk

Walks = Callable[[str], Walk]
TWICE = ("save", "bring in", "restore", "passphrase", "rekey", "update")


@pytest.fixture(scope="module")
def walks(crew: Crew) -> Walks:
    """The walk of a job, made once."""
    return cache(lambda job: Walk(crew, job))


@pytest.mark.in_turns(4)
@pytest.mark.parametrize("job", JOBS)
def test_who_is_killed_at_any_write_loses_nothing_that_was_saved_and_finds_nothing_half_done(walks: Walks, job: str):
    walk = walks(job)
    assert walk.through(walk.faults("KILL")) == {}


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("job", JOBS)
def test_a_drive_that_fails_once_is_told_in_a_sentence_and_the_book_is_whole(walks: Walks, job: str):
    walk = walks(job)
    assert walk.through(walk.faults("EIO", some=1)) == {}


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("job", JOBS)
def test_a_disk_that_is_full_from_then_on_is_told_in_a_sentence_and_the_book_is_whole(walks: Walks, job: str):
    walk = walks(job)
    assert walk.through(walk.faults("ENOSPC", ever=True, some=1)) == {}


@pytest.mark.in_turns(3)
@pytest.mark.parametrize("job", TWICE)
def test_who_is_killed_again_while_the_book_recovers_loses_nothing_either(walks: Walks, job: str):
    walk = walks(job)
    assert walk.through(walk.faults("KILL", some=1), again=True) == {}


def test_where_no_process_may_hold_another_the_faults_come_from_within(crew: Crew):
    walk = Walk(crew, "save", within=True)
    assert walk.through(walk.faults("KILL")) == {}
    assert walk.through(walk.faults("EIO")) == {}
    assert walk.through(walk.faults("ENOSPC")) == {}


# --- without what protects the book, each of these finds what is wrong


WITHOUT = {
    "transactions": ("bring in", "fsync", "it says what it never said"),
    "commits": ("save", "", "what was said to be saved is lost"),
    "temporary names": ("export", "write", "half of"),
    "finishing": ("restore", "fsync", "the book does not open"),
    "one exchange": ("rekey", "rename", "the book does not open"),
}


@pytest.mark.in_turns(5)
@pytest.mark.parametrize("without", WITHOUT)
@pytest.mark.parametrize("within", [False, True], ids=["held", "within"])
def test_without_what_protects_the_book_the_kills_find_it_out(crew: Crew, without: str, *, within: bool):
    job, call, sign = WITHOUT[without]
    walk = Walk(crew, job, within=within, without=without)
    kills = walk.kills_at(call) or walk.faults("KILL", some=1000)  # from within they are of no sort: all of them
    random.shuffle(kills)  # what is sought may lie at the end
    assert any(sign in words for kill in kills for said in walk.through([kill]).values() for words in said)
