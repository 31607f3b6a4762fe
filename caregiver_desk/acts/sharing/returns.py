"""Monthly returns: made of what a book holds, once a team and month, and read again by whoever received them.

What is counted and what is kept back is said in `practice/sharing/returns.py`. Here is what it is counted from: the
talks and the burdens of the pairs whose words this book may read. A burden counts in the month in which it was written
down, by whatever clock wrote it; one that was written while nobody knew the time counts since it began.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.keeping import new_in, scope_to_write, tell
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.sharing import returns
from caregiver_desk.practice.sharing.returns import FIGURES, Spoken, field_of, is_over, month_before, month_of
from caregiver_desk.practice.wellbeing.taxonomy import group_of
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.sharing.returns import MONTHLY_RETURN, MonthlyReturnDraft
from caregiver_desk.records.supervision.supervision import CheckInState
from caregiver_desk.records.wellbeing.wellbeing import StressorCode, StressorGroup, StressorState
from caregiver_desk.store import histories, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.histories import Entry
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import month_and_year, say

COUNTED = tuple(
    name for figure in FIGURES for group in StressorGroup if (name := field_of(figure, group)) in MONTHLY_RETURN.fields
)
Works = Mapping[str, Sequence[tuple[Period, str]]]  # when somebody was a caregiver, and in which team


class Month(NamedTuple):
    """What is known of a team's month: how many were heard in it, and the steps that were reached."""

    team: Leaf
    first: date
    heard: int
    figures: Mapping[str, int]
    made: date | None = None


@act("Make a monthly return", subject="sharing")
def make_monthly_return(book: Book, *, month: date, team: str = "") -> Outcome:
    """Counts of what weighed in a team in a month that is over; any day of it names it. Made once, it stands.

    Raises NotUnderstood for a month that is not over or in which you heard nobody of the team, and NoWritePath for a
    team that is not yours.
    """
    hers = questions.get(book, "team", team or own_team(book))
    scope = scope_to_write(book, hers)
    words = {"month": month_and_year(month), "team": hers["name"]}
    if made := known(book, hers, month.replace(day=1)):
        said = say("The return of {month} for {team} is made already. It stays as it is.", **words)
        return Outcome(said, record=made[0].id)
    counted = count_month(book, hers, month)
    draft = MonthlyReturnDraft(
        team=hers.id,
        month=counted.first,
        made=clock.today(),
        height=_height(book),
        heard=counted.heard,
        **counted.figures,
    )
    change = new_in(scope, MONTHLY_RETURN, draft)
    saved = ledger.append(book, "make_monthly_return", [change], undoable=False)
    return tell(saved, say("Return made: {month}, {team}. It goes with the next bundle.", **words), change.record)


def count_month(book: Book, team: Leaf, day: date) -> Month:
    """What a return of this month would say. Raises NotUnderstood where there can be none."""
    month = month_of(day)
    if not is_over(month, clock.today()):
        raise _refusal(say("this month is not over yet; its return is made once, when nothing more can be added"))
    heard = _heard(book, team, month)
    spoken = [each for each in _spoken(book, team) if each.caregiver in heard]  # of whom else a reader knows nothing
    if not heard:
        raise _refusal(say("you heard nobody of this team in this month, so nothing can be said of it"))
    first = day.replace(day=1)
    return Month(team, first, len(heard), returns.figures(spoken, len(heard), month))


def _refusal(reason: str) -> NotUnderstood:
    return NotUnderstood(field=say(MONTHLY_RETURN.fields["month"].label), reason=reason)


def _height(book: Book) -> int:
    with book.reading() as cursor:
        return book.height(cursor)


def known(book: Book, team: Leaf, first: date) -> list[Leaf]:
    """The returns of a team's month that are here, by whatever laptop."""
    return questions.listing(book, "monthly_return", {"team": team.id, "month": first}, limit=EVERY)


def missing(book: Book) -> list[Month]:
    """What returns of last month would say that this book could make and nobody made, by the names of the teams."""
    first = month_before(clock.today())
    return [found for team in _teams(book) if (found := _could_be_made(book, team, first))]


def _could_be_made(book: Book, team: Leaf, first: date) -> Month | None:
    with book.reading() as cursor:
        hers = book.hearing(cursor).standing.may_write(book.laptop, team.scope, clock.today())
    if not hers or known(book, team, first) or not _heard(book, team, month_of(first)):
        return None
    return count_month(book, team, first)


def told(book: Book) -> dict[str, list[Month]]:
    """Every month of which there is a return, newest first, by the ids of teams in the order of their names."""
    made: dict[tuple[str, str], list[Leaf]] = {}
    for leaf in questions.listing(book, "monthly_return", limit=EVERY):
        if leaf["month"] and leaf["team"]:
            made.setdefault((book.shown(leaf["team"]), leaf["month"]), []).append(leaf)
    months = sorted(made, key=lambda each: each[1], reverse=True)
    return {
        team.id: [_month(team, month, made[one, month]) for one, month in months if one == team.id]
        for team in _teams(book)
    }


def _teams(book: Book) -> list[Leaf]:
    return questions.in_order(book, "team", limit=EVERY)


def _month(team: Leaf, first: str, those: Sequence[Leaf]) -> Month:
    """What several laptops say of one month is said once."""
    figures = returns.together({name: each[name] for name in COUNTED if each[name]} for each in those)
    made = min((date.fromisoformat(each["made"]) for each in those if each["made"]), default=None)
    return Month(team, date.fromisoformat(first), max(each["heard"] or 0 for each in those), figures, made)


# -- what is counted


def _heard(book: Book, team: Leaf, month: Period) -> set[str]:
    """The caregivers of a team with whom a talk was held in a month, by this book's owner."""
    links = {link for link, *_ in questions.facts(book, "supervision", (), {"supervisor": book.person})}
    days = (month.since or date.min).isoformat(), (month.until or date.max).isoformat()
    where = {"state": CheckInState.HELD, "supervision": links}
    talks = questions.facts(book, "check_in", ("caregiver", "day"), where, days=days)
    works = _where_they_work(book)
    held = ((book.shown(caregiver or ""), date.fromisoformat(day)) for _, caregiver, day in talks)
    return {who for who, day in held if month.holds(day) and _team_on(works, who, day) == team.id}


def _spoken(book: Book, team: Leaf) -> Iterator[Spoken]:
    """What weighs, or weighed, on those who were in the team on the day on which it was written down."""
    works = _where_they_work(book)
    for leaf in questions.listing(book, "stressor", limit=EVERY):
        caregiver, lines = book.shown(leaf["caregiver"] or ""), histories.history(book, "stressor", leaf.id)
        day = _first_day(lines, leaf["since"])
        if day and _team_on(works, caregiver, day) == team.id:
            groups = frozenset(group_of(StressorCode(code)) for code in leaf["codes"] or ())
            yield Spoken(caregiver, groups, day, _eased(lines) if leaf["state"] == StressorState.EASED else None)


def _first_day(lines: Iterable[Entry], since: str | None) -> date | None:
    moments = [moment for each in lines if (moment := _moment(each))]
    return clock.day_of(min(moments)) if moments else date.fromisoformat(since) if since else None


def _eased(lines: Iterable[Entry]) -> date | None:
    said = [_moment(each) for each in lines if each.counts and each.fields.get("state") == StressorState.EASED]
    return clock.day_of(max(said)) if any(said) else None


def _moment(entry: Entry) -> int:
    return entry.origin.at if entry.origin else entry.at


def _team_on(works: Works, caregiver: str, day: date) -> str:
    """One team, the latest that took them on: nobody is counted in two."""
    held = [(period.since or date.min, team) for period, team in works.get(caregiver, ()) if period.holds(day)]
    return max(held, default=(date.min, ""))[1]


def _where_they_work(book: Book) -> Works:
    found: dict[str, list[tuple[Period, str]]] = {}
    where = {"role": Role.CAREGIVER}
    for _, person, team, *days in questions.facts(book, "engagement", ("person", "team", "since", "until"), where):
        since, until = (date.fromisoformat(day) if day else None for day in days)
        found.setdefault(book.shown(person or ""), []).append((Period(since, until), book.shown(team or "")))
    return found
