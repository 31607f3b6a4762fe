"""Who is the line manager of somebody: the one, beside them and the adviser, who opens their formal records.

Context. Often one person supervises and manages. Where they differ, whoever listens week by week must not be the one
who keeps formal records; and whoever asks for such a right must get the same answer everywhere.

Decision. The line manager holds the supervision link whose purpose is `line`; whoever supervises the practice beside
them holds one for practice, and does everything of the daily work with it. Two line links on one day are a finding
(two-lines); until it is mended nobody is the line manager, for a right that is in doubt is not taken. Somebody who is
on the way to manage a team is nobody's line manager, also where a link from before says so: that is a finding as well.

Consequences. The question is asked of this one function, by acts. A book that was never sent the link of the line
manager answers "nobody": who only supervises may not open such records there either.
"""

from __future__ import annotations

from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.growth.lent import is_aspiring
from caregiver_desk.acts.keeping import period
from caregiver_desk.records.supervision.supervision import LinkPurpose
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY


def line_manager_of(book: Book, caregiver: str, on: date | None = None) -> str | None:
    """The person who is the line manager of somebody on a day; nobody where there is none, or where two are named."""
    day = on or clock.today()
    asked = {"caregiver": book.shown(caregiver), "purpose": LinkPurpose.LINE}
    links = questions.listing(book, "supervision", asked, limit=EVERY)
    people = {str(each["supervisor"]) for each in links if period(each).holds(day)}
    manager = people.pop() if len(people) == 1 else None
    return None if manager and is_aspiring(book, manager, day) else manager


def is_line_manager(book: Book, caregiver: str) -> bool:
    """Whether this book's owner is the line manager of somebody today."""
    return line_manager_of(book, caregiver) == book.shown(book.person)
