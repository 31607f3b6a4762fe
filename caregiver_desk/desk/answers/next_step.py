"""What comes next for somebody who has only begun: one step at a time, until the main job has been done once.

Decision. The step is read from the book, never remembered: whoever brings in a sheet on the command line is not asked
for it here. After the first bundle nothing is said any more.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from caregiver_desk.records.people.people import Role
from caregiver_desk.store import partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later


@dataclass(frozen=True)
class Step:
    """What to do, why, and where: a page, or the sheet of an act."""

    label: str
    why: str
    done: Callable[[Book], bool]
    subject: str = ""
    act: str = ""


def _has(*kinds: str) -> Callable[[Book], bool]:
    return lambda book: any(questions.count(book, kind) > 0 for kind in kinds)


def _has_partner(book: Book) -> bool:
    return any(not each.parted for each in partners.known(book))


def _has_sent(book: Book) -> bool:
    return any(partners.last_sent(book, each) is not None for each in partners.known(book))


_MEET = Step(
    later("Meet a partner"),
    later("Exchange contact cards, and read the eight words to each other. Then bundles can go both ways."),
    _has_partner,
    subject="sharing",
)
HERS = (
    Step(
        later("Bring in the homes"),
        later("A spreadsheet of the households you have will do, or one by one."),
        _has("household"),
        subject="households",
    ),
    Step(
        later("Record vetting"),
        later("Whoever visits homes has had a safety check. Once its result stands here, homes can be given."),
        _has("vetting", "assignment"),
        act="record_vetting",
    ),
    Step(
        later("Give homes to caregivers"),
        later("Each home gets a number on a caregiver’s list. Then you type a visit in three keys."),
        _has("assignment"),
        subject="households",
    ),
    Step(
        later("Type a week from paper"),
        later("Numbers as they stand on the sheet. Ctrl D comes here from anywhere."),
        _has("visit"),
        subject="week",
    ),
    Step(
        later("Hold a check-in"),
        later("What you bring stands beside it, and the promises you make come back on Today."),
        _has("check_in"),
        subject="supervision",
    ),
    _MEET,
    Step(
        later("Make the first bundle"),
        later("A sealed file for your coordinator, on a stick or by mail."),
        _has_sent,
        subject="sharing",
    ),
)


def next_step(book: Book) -> Step | None:
    """The first step that is not done; a coordinator has only one."""
    steps = HERS if book.role == Role.SUPERVISOR else (_MEET,)
    return next((each for each in steps if not each.done(book)), None)
