"""Recording visits: one, or a day's round."""

from __future__ import annotations

from datetime import date

from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import keep, new, tell
from caregiver_desk.records.visits import VISIT, VisitDraft
from caregiver_desk.records.visits import Outcome as VisitOutcome
from caregiver_desk.store import ledger
from caregiver_desk.store.book import Book
from caregiver_desk.wording import count

keep(VISIT, "visits")


@act("Record a round of visits", subject="visits")
def record_round(
    book: Book, *, caregiver: str, day: date, households: list[str], outcomes: dict[str, VisitOutcome] | None = None
) -> Outcome:
    """One caregiver's visits of one day; an outcome is given only for a household where it was not `done`."""
    drafts = [
        VisitDraft(
            household=household,
            caregiver=caregiver,
            day=day,
            outcome=(outcomes or {}).get(household, VisitOutcome.DONE),
        )
        for household in households
    ]
    saved = ledger.append(book, "record_round", [new(book, VISIT, draft) for draft in drafts])
    return tell(saved, count("{number} visit saved.", "{number} visits saved.", len(drafts)), "")
