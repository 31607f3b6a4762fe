"""What had been expected before a process was opened: the list it was said in, and its words as they were.

Decision. Whoever reads a process may not read the list, and a list is written anew from time to time. So its words are
copied into the process when it is named, as the help given before is; nothing later changes them. What was said only
after a process was opened, or in a team of others, was never expected of them: it cannot be named.
"""

from __future__ import annotations

from datetime import date
from itertools import chain

from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.fairness.taking_part import about_of, need_to_lead, process_of
from caregiver_desk.acts.keeping import edit
from caregiver_desk.errors import AlreadyDecided, NotUnderstood
from caregiver_desk.records.fairness.processes import CAPABILITY, PROCESS
from caregiver_desk.records.supervision.groups import EXPECTATIONS
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import full_day, say

GROUPS = ("relate", "complete")


@act("Name what had been expected", subject="fairness")
def name_expectations(book: Book, *, process: str, expectations: str) -> Outcome:
    """From which list a capability process that is open takes what is not met; once, for it is copied as it stands.

    Raises NotYourProcess, AlreadyDecided and NotUnderstood.
    """
    leaf, about = process_of(book, process), about_of(book, process)
    need_to_lead(book, leaf)
    if about is None or about.kind != CAPABILITY.name:
        raise NotUnderstood(field=say(PROCESS.label), reason=say("only a capability process names what was expected"))
    if about["outcome"] or about["expectations"]:
        raise AlreadyDecided
    opened = date.fromisoformat(str(leaf["opened"]))
    told = expected_before(book, str(leaf["caregiver"]), expectations, opened)
    saved = ledger.append(book, "name_expectations", [edit(book, about, told)], undoable=False)
    return Outcome(say("Saved, in the words in which it was said."), saved.touched, record=process)


def expected_before(book: Book, caregiver: str, expectations: str | None, day: date) -> dict[str, str]:
    """The list and its words, where one is named. Raises NotUnderstood for one that did not hold for them by this day.

    Where this book knows of no team of theirs, nobody can say that it is another.
    """
    if not expectations:
        return {}
    leaf = questions.get(book, EXPECTATIONS.name, expectations)
    works = questions.listing(book, "engagement", {"person": book.shown(caregiver)}, limit=EVERY)
    teams = {each["team"] for each in works}
    if teams and leaf["team"] not in teams:
        raise _not_theirs(say("this was said in another team"))
    if str(leaf["day"]) > day.isoformat():
        raise _not_theirs(say("this was said for a later day"))
    return {"expectations": leaf.id, "expected": as_said(leaf)}


def as_said(leaf: Leaf) -> str:
    """The words of a list of expectations, with the day from which it holds."""
    fields = EXPECTATIONS.fields
    groups = ([say(fields[name].label), *_lines(str(leaf[name]))] for name in GROUPS if leaf[name])
    from_day = say("As said on {day}", day=full_day(date.fromisoformat(str(leaf["day"]))))
    return "\n".join([from_day, *chain.from_iterable(groups)])


def _lines(words: str) -> list[str]:
    return [say("· {line}", line=each.strip()) for each in words.splitlines() if each.strip()]


def _not_theirs(reason: str) -> NotUnderstood:
    return NotUnderstood(field=say(CAPABILITY.fields["expectations"].label), reason=reason)
