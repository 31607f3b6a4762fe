"""What goes into a file for a neighbour, in a sentence: before it is written, and after."""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_desk.reports.neighbours.calendar.file import Counted
from caregiver_desk.reports.neighbours.dhis2.file import Homes
from caregiver_desk.reports.neighbours.dhis2.values import Chosen, named
from caregiver_desk.reports.neighbours.fhir.bundle import Held
from caregiver_desk.wording import count, say


def calendar_said(counted: Counted) -> str:
    """What is on, what is to be done, and what is over and is taken out of a calendar that has it."""
    return say(
        "{meetings}, {to_do}, and {over}; about {people}.",
        meetings=count("{number} meeting", "{number} meetings", counted.meetings),
        to_do=count("{number} thing to do", "{number} things to do", counted.to_do),
        over=count("{number} that is over or called off", "{number} that are over or called off", counted.over),
        people=count("{number} worker", "{number} workers", counted.people),
    )


def fhir_said(held: Held) -> str:
    """By what they are to us, not by the names that they have there."""
    return say(
        "{visits} to {homes}, {talks}, {tasks}, about {people}.",
        visits=count("{number} visit", "{number} visits", held.visits),
        homes=count("{number} home", "{number} homes", held.homes),
        talks=count("{number} check-in", "{number} check-ins", held.talks),
        tasks=count("{number} promise or referral", "{number} promises and referrals", held.tasks),
        people=count("{number} worker", "{number} workers", held.people),
    )


def figures_said(chosen: Chosen) -> str:
    held = count("{number} number goes", "{number} numbers go", len(chosen.values))
    if not chosen.left_out:
        return say("{held}.", held=held)
    left = count("{number} is left out", "{number} are left out", len(chosen.left_out))
    return say("{held}, {left}: which ones, and why, is told beside the file.", held=held, left=left)


def left_out_said(chosen: Chosen, most: int) -> Iterator[str]:
    """The first of those that are left out, each with its reason."""
    for each in chosen.left_out[:most]:
        yield say("{which}: {why}", which=named(each), why=each.why)
    if len(chosen.left_out) > most:
        yield count("and {number} more", "and {number} more", len(chosen.left_out) - most)


def homes_said(many: Homes) -> str:
    return say(
        "{homes}, {visits}.",
        homes=count("{number} home", "{number} homes", many.homes),
        visits=count("{number} visit", "{number} visits", many.visits),
    )
