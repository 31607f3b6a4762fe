"""Monthly returns: made, looked at before they are, and shown."""

from __future__ import annotations

import argparse
from typing import Any

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.sharing.returns import Month, count_month, known, missing
from caregiver_desk.cli.meant import meant
from caregiver_desk.cli.session import open_book, progress, tell, tell_none
from caregiver_desk.records.people.people import TEAM, Role
from caregiver_desk.reports.sharing.returns import CANNOT_TELL, WHAT_IT_IS, blocks, in_a_line
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.wording import month_and_year, say

acts.load()


def make(arguments: argparse.Namespace) -> int:
    """Make the return of a month, or only say what it would hold."""
    with open_book(arguments) as book:
        team = meant(book, TEAM, arguments.team) if arguments.team else own_team(book)
        leaf, first = questions.get(book, "team", team), arguments.month
        made = known(book, leaf, first)
        if arguments.preview and not made:
            counted = count_month(book, leaf, first)
            told = say("If made, without names: {told}", told=in_a_line(counted))
            tell(arguments, _facts(str(leaf["name"]), counted), told)
            return 0
        outcome = named("make_monthly_return")(book, month=first, team=team)
    facts = {"sentence": outcome.sentence, "id": outcome.record, "new": not made}
    tell(arguments, facts, outcome.sentence)
    return 0


def returns(arguments: argparse.Namespace) -> int:
    """The last months of every team, with those of which there is no return."""
    with open_book(arguments) as book:
        found = blocks(book, clock.today())
    for block in found:
        for first, month in block.rows:
            facts = _facts(block.name, month) if month else {"team": block.name, "month": f"{first:%Y-%m}"}
            which = {"team": block.name, "month": month_and_year(first)}
            told = say("{team}  {month}  {told}", **which, told=in_a_line(month) if month else say("no return"))
            tell(arguments, {**facts, "return": month is not None}, told)
    tell_none(arguments, say("No team here has caregivers."), told=len(found))
    if found and not arguments.json:
        tell(arguments, {}, f"\n{say(WHAT_IT_IS)}\n{say(CANNOT_TELL)}")
    return 0


def say_missing(book: Book, partner: Partner) -> None:
    """Before a coordinator's bundle: which returns of last month could go with it. None is ever made unasked."""
    for each in missing(book) if partner.role == Role.COORDINATOR else ():
        told = say(
            "Not in it: the return of {month}, {team}. To make it: return --month {number} --team {team}",
            month=month_and_year(each.first),
            team=each.team["name"],
            number=f"{each.first:%Y-%m}",
        )
        progress(told)


def _facts(team: str, month: Month) -> dict[str, Any]:
    """What it says; a figure that is not there was kept back, and is not zero."""
    made = {"made": month.made.isoformat()} if month.made else {}
    figures = {"heard": month.heard, "at_least": dict(month.figures)}
    return {"team": team, "month": f"{month.first:%Y-%m}", **made, **figures}
