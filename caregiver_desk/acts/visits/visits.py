"""Recording visits: one, or a day's round."""

from __future__ import annotations

from collections.abc import Collection, Sized
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.keeping import Wish, keep, new, tell
from caregiver_desk.acts.visits.households import allowed, labels, meant
from caregiver_desk.errors import NotAgreedTo, NotUnderstood
from caregiver_desk.practice.visits import codes, consent
from caregiver_desk.records.reported import Source
from caregiver_desk.records.visits.households import Purpose
from caregiver_desk.records.visits.visits import VISIT, VisitDraft
from caregiver_desk.records.visits.visits import Outcome as VisitOutcome
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import count, later, say


def agreed_to_records(wish: Wish) -> None:
    """More than the minimum is kept of a visit only where the household had agreed to it on that day."""
    moved = wish.changed & {"household", "day"}
    more = consent.beyond(consent.LEAST_OF_A_VISIT, wish.filled if moved else wish.filled & wish.changed)
    day = wish.day("day") or clock.today()
    if more and not allowed(wish.book, str(wish["household"]), day, Purpose.RECORDS):
        raise NotAgreedTo(fields=labels(VISIT, more))


def here_already(wish: Wish) -> str:
    """What to look at, where another visit of this caregiver, home and day is kept."""
    if not wish.changed & {"caregiver", "household", "day"}:
        return ""
    found = _standing(wish.book, str(wish["caregiver"]), wish.day("day"), [str(wish["household"])])
    others = set(found) - {wish.record}
    return _said_again(others) if others else ""


def _standing(book: Book, caregiver: str, day: date | None, homes: Collection[str]) -> list[str]:
    """The visits of a caregiver at these homes on a day."""
    if day is None:
        return []
    of_that_day = {"caregiver": caregiver, "day": day.isoformat(), "household": homes}
    return [each.id for each in questions.listing(book, "visit", of_that_day, limit=EVERY)]


def _said_again(found: Sized) -> str:
    one = "A visit there on that day was kept already: if it is the same one, take this one back."
    many = "{number} visits there on that day were kept already: if they are the same, take these back."
    return count(one, many, len(found))


keep(VISIT, "visits", agreed_to_records, heed=here_already, labels={"record": later("Record a visit")})


@act("Fill in a week sheet", subject="visits", shortcut="Ctrl+D")
def record_round(
    book: Book,
    *,
    caregiver: str,
    day: date,
    households: list[str],
    outcomes: dict[str, VisitOutcome] | None = None,
    source: Source | None = None,
) -> Outcome:
    """One caregiver's visits of one day; an outcome is given only for a household where it was not `done`.

    A household is named by its id, or by its number on her list of that day with the check digit. Numbers stand on a
    paper sheet, so that is where such a round is known from unless it is said otherwise.
    """
    _each_once(households)
    listed = any(map(codes.is_list_number, households))
    said = {"caregiver": caregiver, "day": day, "source": source or (Source.PAPER if listed else None)}
    came = {home: (outcomes or {}).get(home, VisitOutcome.DONE) for home in households}
    homes = {home: _home(book, caregiver, day, home) for home in households}
    _each_once(list(homes.values()))
    standing = _standing(book, caregiver, day, list(homes.values()))
    drafts = [understood(VisitDraft, {**said, "household": homes[home], "outcome": came[home]}) for home in households]
    saved = ledger.append(book, "record_round", [new(book, VISIT, draft) for draft in drafts])
    told = count("{number} visit saved.", "{number} visits saved.", len(drafts))
    return tell(saved, f"{told} {_said_again(standing)}" if standing else told, "")


def _each_once(households: list[str]) -> None:
    """One caregiver, one home and one day are one visit."""
    if len(set(households)) < len(households):
        raise NotUnderstood(field="households", reason=say("a home stands twice in this round"))


def _home(book: Book, caregiver: str, day: date, named: str) -> str:
    """The household that was meant on that day."""
    if not codes.is_list_number(named):
        return named
    number = codes.read_list_number(named)
    if number is None:
        raise NotUnderstood(field="households", reason=say("the check digit of a number does not fit; look again"))
    found = meant(book, caregiver, number, day)
    if len(found) != 1:
        some = say("a number stands for two homes") if found else say("a number was not on the list on that day")
        raise NotUnderstood(field="households", reason=some)
    return found[0]
