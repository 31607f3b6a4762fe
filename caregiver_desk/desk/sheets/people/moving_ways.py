"""The ways in which work goes on without somebody, each with what is asked and the acts that do it.

A supervisor shares out homes, passes somebody on, or notes that she leaves; a coordinator moves people and teams.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.desk.answers.people.moving import Moving, Options
from caregiver_desk.desk.parts.days import Looks
from caregiver_desk.desk.parts.fields import Choice, Day, Editor, Several
from caregiver_desk.desk.parts.heard import name_for_everyone
from caregiver_desk.desk.parts.long_words import LongWords
from caregiver_desk.practice.spoken import words as of_code
from caregiver_desk.records.people.people import EngagementState, Leaving, Role
from caregiver_desk.store.book import Book
from caregiver_desk.wording import later, say

Filled = Mapping[str, Any]


@dataclass(frozen=True)
class Asked:
    """One thing that is asked: by which name it is given on, its label, its editor, and whether it must be answered."""

    name: str
    label: str
    editor: Callable[[], QWidget]
    needed: bool = False

    def made(self) -> tuple[QWidget, Editor]:
        editor = self.editor()
        editor.setObjectName(self.name)
        name_for_everyone(editor, say(self.label), "")
        return editor, cast("Editor", editor)


@dataclass(frozen=True)
class Way:
    """What happens, in words; what is asked for it; and what does it."""

    label: str
    about: str
    asked: Sequence[Asked]
    does: Callable[[Book, Filled], Outcome] | None  # None where nothing is done any more, and `about` says why


def ways(told: Moving) -> list[Way]:
    """What whoever reads this may do, the commonest first; a way with nothing to choose from is left out."""
    if told.gone:
        died = told.gone == EngagementState.DECEASED and told.role == Role.SUPERVISOR
        return [*([_remembers(told)] if died else []), _came_back(told)]
    if told.role == Role.COORDINATOR:
        found = [_moves(told) if told.teams else None, _team(told) if told.supervisors and told.team else None]
    else:
        found = [_shares_out(told) if told.homes and told.others else None, _passes_on(told)]
    return [*filter(None, found), _leaves(told)]


def _chips(options: Options, *, chosen: str = "") -> Callable[[], QWidget]:
    def make() -> QWidget:
        choice = Choice(options, required=True)
        if chosen:
            choice.put(chosen)
        return choice

    return make


def _today(looks: Looks) -> QWidget:
    day = Day(looks)
    day.put(clock.today())
    return day


_YES = later("They say yes")


def _leaves(told: Moving) -> Way:
    states = {
        EngagementState.LEFT: say("They left"),
        EngagementState.TRANSFERRED: say("They work elsewhere"),
        EngagementState.DECEASED: say("They died"),
    }
    why = [(str(each), of_code(each)) for each in Leaving]
    asked = (
        Asked(
            "state",
            later("What happened"),
            _chips([(str(k), v) for k, v in states.items()], chosen="left"),
            needed=True,
        ),
        Asked("day", later("Last day"), partial(_today, Looks.BACK), needed=True),
        Asked("leaving", later("Why, if they say so"), lambda: Choice(why, required=False)),
        Asked("known", later("May it be known as theirs?"), lambda: Choice([(True, say(_YES))], required=False)),
    )
    about = later(
        "Nothing more is due of them, their homes wait for somebody, and what was open between you is closed."
    )
    return Way(
        later("They leave"),
        about,
        asked,
        lambda book, filled: named("caregiver_leaves")(book, caregiver=told.caregiver, **filled),
    )


def _remembers(told: Moving) -> Way:
    about = later("Everybody in their team whom you support is offered a moment together. Each may say no.")
    return Way(
        later("A moment of remembrance"),
        about,
        (),
        lambda book, _: named("offer_remembrance")(book, caregiver=told.caregiver),
    )


def _came_back(told: Moving) -> Way:
    if told.not_back:
        why = say(
            "This is not taken back by one step: {why}. If they work here again, add their work anew.",
            why=told.not_back,
        )
        return Way(later("Marked by mistake"), why, (), None)
    about = later(
        "For 30 days: what was closed on that day is open again, whatever was saved since. "
        "A home that somebody else visits by now stays with them."
    )
    return Way(
        later("Marked by mistake"),
        about,
        (),
        lambda book, _: named("caregiver_came_back")(book, caregiver=told.caregiver),
    )


def _shares_out(told: Moving) -> Way:
    asked = (
        Asked("to", later("To whom"), _chips(told.others), needed=True),
        Asked("households", later("Which homes"), lambda: Several(told.homes), needed=True),
        Asked("since", later("From"), partial(_today, Looks.AHEAD), needed=True),
        Asked("joint_visit", later("Visited together on"), lambda: Day(Looks.AHEAD)),
        Asked("handover", later("To hand on"), LongWords),
    )
    about = later("Each home gets the next free number on the other list. What you hand on stands with each home.")

    def share_out(book: Book, filled: Filled) -> Outcome:
        return named("share_out")(book, **{**filled, "households": sorted(filled["households"])})

    return Way(later("Share out their homes"), about, asked, share_out)


def _passes_on(told: Moving) -> Way:
    agreed = [(True, say("They agreed to this")), (False, say("Nothing is passed on"))]
    asked = (
        Asked("words", later("To pass on"), LongWords),
        Asked("agreed", later("Their word"), lambda: Choice(agreed, required=True), needed=True),
    )
    about = later("What is open between you two is closed. The next supervisor reads only what they agreed to pass on.")

    def pass_on(book: Book, filled: Filled) -> Outcome:
        words = {"words": filled.get("words", ""), "agreed": True} if filled["agreed"] else {}
        return named("part_with")(book, caregiver=told.caregiver, **words)

    return Way(later("Somebody else supports them"), about, asked, pass_on)


def _moves(told: Moving) -> Way:
    homes = [(False, say("stay with their team")), (True, say("go along"))]

    def which() -> QWidget:
        choice = Choice(homes, required=True)
        choice.put(False)
        return choice

    asked = (
        Asked("team", later("To which team"), _chips(told.teams), needed=True),
        Asked("day", later("From"), partial(_today, Looks.AHEAD), needed=True),
        Asked("homes", later("Their homes"), which, needed=True),
    )
    about = later(
        "Who they are, notices and vettings go along. What was said in their talks stays with those two. "
        "Names and places of homes never came to you, so they are heard at the first visit."
    )
    return Way(
        later("They move to another team"),
        about,
        asked,
        lambda book, filled: named("move_caregiver")(book, caregiver=told.caregiver, **filled),
    )


def _team(told: Moving) -> Way:
    stays = [(False, say("stays in the programme")), (True, say("leaves for good"))]
    asked = (
        Asked("to", later("Who takes it over"), _chips(told.supervisors), needed=True),
        Asked("day", later("From"), partial(_today, Looks.AHEAD), needed=True),
        Asked("leaves", later("Who had it"), lambda: Choice(stays, required=True), needed=True),
    )
    about = later(
        "Take in the last bundle of who had it first. All ordinary records go over; what was said in confidence stays. "
        "What is still written there afterwards is set aside, and you decide."
    )
    return Way(
        later("The whole team changes hands"),
        about,
        asked,
        lambda book, filled: named("hand_over_team")(book, team=told.team, **filled),
    )
