"""With one protection taken away, the same harness finds what gets through: else its silence would mean nothing."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hostile import archives, mutants, sayings
from hostile.case import Case, complaints
from hostile.meeting import Before, Ended, Meeting

from caregiver_desk.errors import Problem
from caregiver_desk.records import journal
from caregiver_desk.store import ledger
from caregiver_desk.store.book import Book
from caregiver_desk.store.runs import Run
from caregiver_desk.store.taking import Arrival, Received
from caregiver_desk.sync import opener

ENOUGH = 200  # mutants among which one at least must get through
WORKER = "from caregiver_desk.sync import worker; worker.main()"
NO_SEAL = f"""
from caregiver_desk.sync import seal
def believed(signature, message, *, namespace):
    return signing._key_line(signing._raw_signature(signature)[signing._KEY])
signing.verify = believed
{WORKER}"""
NO_TIP = f"""
from itertools import islice
from caregiver_desk.sync import lines
def believed(tip, texts):
    yield from map(lines._checked, islice(texts, tip.high + 1 - tip.low))
lines._lead_to = believed
{WORKER}"""


@pytest.fixture
def lenient(met: Meeting, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Let the worker be one without a protection; afterwards it is the real one again."""

    def become(code: str) -> None:
        met.opener.close()
        monkeypatch.setattr(opener, "COMMAND", (sys.executable, "-c", code))

    yield become
    met.opener.close()


def found(case: Case, met: Meeting, before: Before, honest: dict[str, Ended]) -> list[str]:
    return list(complaints(case, met.tried(case.make(met)), before, honest["later"]))


def among_mutants(alter: Callable[..., mutants.Sealed], met: Meeting, before: Before, honest: dict[str, Ended]) -> bool:
    """Whether one of many mutants of this sort gets through."""
    for number in range(ENOUGH):
        draw = random.Random(number)  # noqa: S311 -- a mutant must come again from its number
        sealed, about = alter(draw, met.hand, met.seeds["everything"])
        mutant = mutants.Mutant("everything", sealed, about)
        if any(mutants.complaints(mutant, met.tried(sealed), before, honest["everything"].state)):
            return True
    return False


def case_named(name: str) -> Case:
    return next(case for case in (*archives.cases(), *sayings.cases()) if case.name == name)


def test_a_worker_that_believes_every_signature_is_found_out(
    lenient: Callable[[str], None], met: Meeting, before: Before, honest: dict[str, Ended]
):
    case = case_named("another manifest under her signature")
    assert found(case, met, before, honest) == []

    lenient(NO_SEAL)

    assert found(case, met, before, honest)


def test_a_worker_that_holds_no_line_against_its_tip_is_found_out(
    lenient: Callable[[str], None], met: Meeting, before: Before, honest: dict[str, Ended]
):
    assert not among_mutants(mutants.in_packing, met, before, honest)

    lenient(NO_TIP)

    assert among_mutants(mutants.in_packing, met, before, honest)


@pytest.mark.parametrize("name", ["a line with blanks", "a key of a line twice", "keys in another order"])
def test_a_desk_that_reads_a_line_in_any_spelling_is_found_out(
    name: str, met: Meeting, before: Before, honest: dict[str, Ended], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journal, "write", lambda _: Anything())

    assert found(case_named(name), met, before, honest)


class Anything:
    """Equal to every text."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


def test_a_desk_that_keeps_what_came_before_a_broken_seal_is_found_out(
    met: Meeting, before: Before, honest: dict[str, Ended], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(ledger, "receive", hasty)

    assert among_mutants(mutants.in_packing, met, before, honest)


receive = ledger.receive


def hasty(book: Book, arrival: Arrival, runs: Iterator[Run], **more: Any) -> Received:
    """Apply the runs that came until something was wrong, and say only then that it was."""
    trouble: list[Problem] = []
    received = receive(book, arrival, _until(runs, trouble), **more)
    if trouble:
        raise trouble[0]
    return received


def _until(runs: Iterator[Run], trouble: list[Problem]) -> Iterator[Run]:
    try:
        for run in runs:
            yield run._replace(sent=list(run.sent))
    except Problem as problem:
        trouble.append(problem)
