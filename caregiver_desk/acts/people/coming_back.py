"""Somebody was marked as gone who is not: what that closed stands as before, whatever was saved since.

Undo takes back the last save, and nobody notices a wrong name at once. So for thirty days one act takes back what the
mark itself did and nothing else: what somebody changed since stays as it is now, and a home that somebody else visits
by now stays with them. It is done on the laptop that marked it, for only that one knows what it closed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import tell
from caregiver_desk.acts.undoing import inverse, stays_there, with_somebody_else
from caregiver_desk.errors import ChangedSince, NoSuchRecord, NotUnderstood, NoWritePath
from caregiver_desk.practice.due import GONE
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import ENGAGEMENT
from caregiver_desk.records.visits.households import ASSIGNMENT
from caregiver_desk.store import ledger, questions, undoing
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY
from caregiver_desk.store.undoing import SavedAct, SavedRecord
from caregiver_desk.wording import count, say

REVERSIBLE = timedelta(30)
MARKED = "caregiver_leaves"


@act("A caregiver did not leave", subject="people")
def caregiver_came_back(book: Book, *, caregiver: str) -> Outcome:
    """They were marked as gone by mistake: for 30 days one act opens again what that closed, whatever was saved since.

    A home that somebody else visits by now stays with them. Raises NotUnderstood where nothing here marked them.
    """
    person = questions.get(book, "person", caregiver)
    marked = _marked(book, person.id)
    taken = with_somebody_else(book, marked)
    changes = [change for each in marked.records if each.record not in taken for change in _before(book, each)]
    if not any(change.kind == ENGAGEMENT.name for change in changes):
        raise ChangedSince
    saved = ledger.append(book, "caregiver_came_back", changes)
    undoing.mark_undone(book, marked.number)
    name = questions.call(KINDS["person"], person.values)
    homes = len({change.record for change in changes if change.kind == ASSIGNMENT.name})
    back = count("{number} home is theirs again.", "{number} homes are theirs again.", homes) if homes else ""
    said = say("{name} works here as before.", name=name)
    return tell(saved, " ".join(filter(None, (said, back, stays_there(marked, taken)))), person.id)


def why_not_back(book: Book, caregiver: str) -> str:
    """Why somebody is not put back by one act, where they are not; empty where they can be."""
    try:
        _marked(book, caregiver)
    except NotUnderstood as refused:
        return str(refused.facts["reason"])
    return ""


def _marked(book: Book, person: str) -> SavedAct:
    """The save that marked them as gone. Raises NotUnderstood where there is none, or it is too long ago."""
    since = clock.now() - int(REVERSIBLE.total_seconds())
    works = questions.listing(book, ENGAGEMENT.name, {"person": person}, limit=EVERY)
    gone = {each.id for each in works if each["state"] in GONE}
    for marked in undoing.done_since(book, MARKED, since):
        if gone & {each.record for each in marked.records}:
            return marked
    reason = (
        say("nobody marked them as gone on this laptop in the last 30 days") if gone else say("they work here already")
    )
    raise NotUnderstood(field=say(ENGAGEMENT.fields["state"].label), reason=reason)


def _before(book: Book, saved: SavedRecord) -> Iterator[Change]:
    """What one record said before; nothing where it was changed or taken out since, or stands elsewhere now."""
    try:
        yield from [change for change in inverse(book, saved) if change.fields]
    except (ChangedSince, NoSuchRecord, NoWritePath):
        return
