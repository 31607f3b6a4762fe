"""Sheets of their own over the window: those that begin an act, and what can be looked at from anywhere by its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from caregiver_desk.desk.keys import OPEN_STICK
from caregiver_desk.desk.sheets.fairness.worry_sheet import show_worry
from caregiver_desk.desk.sheets.growth.own_year import show_own_year
from caregiver_desk.desk.sheets.helping import HelpSheet
from caregiver_desk.desk.sheets.made_of_sheet import show_made_of
from caregiver_desk.desk.sheets.new_version import show_new_version
from caregiver_desk.desk.sheets.people.placing import show_placing
from caregiver_desk.desk.sheets.problem import show_problem
from caregiver_desk.desk.sheets.reading import Reading, in_parts
from caregiver_desk.desk.sheets.sharing.mailbox import show_mailbox
from caregiver_desk.desk.sheets.sharing.neighbours import show_neighbours
from caregiver_desk.desk.sheets.sharing.spreadsheet import show_spreadsheet
from caregiver_desk.desk.sheets.visits.load import show_load
from caregiver_desk.desk.sheets.visits.phone_form import show_phone_form
from caregiver_desk.desk.sheets.ways import LOAD, WORRY
from caregiver_desk.desk.sheets.wellbeing.event import show_event
from caregiver_desk.desk.sheets.wellbeing.questionnaires import show_questionnaires
from caregiver_desk.wording import later, say

if TYPE_CHECKING:
    from caregiver_desk.desk.frame.window import Window

LOOK_ROUND = later("Look round in fifteen minutes")


def _hard_event(window: Window) -> None:
    show_event(window, window.hands)


def _load(window: Window) -> None:
    show_load(window, window.hands, window.go)


def _worry(window: Window) -> None:
    show_worry(window, window.hands)


def ways_to_help(window: Window) -> dict[str, Callable[[], object]]:
    """What somebody may need first, and only the desk can show."""
    return {
        say("Whom to ring"): partial(window.begin, "note_concern"),
        say(LOOK_ROUND): partial(look_round, window),
    }


def look_round(window: Window) -> None:
    """In a rehearsal its first exercise; from a real book it is told where that is: nothing made up comes into it."""
    if rehearsing := window.hands.rehearsing:
        window.go("rehearsal")
        rehearsing.begin(rehearsing.exercises[0])
        return
    told = say("A walk round the desk in seven small steps, in a made-up book where nothing can be broken.")
    there = say(
        "Lock your book (Ctrl L), and press “{look_round}” below the line for your passphrase.",
        look_round=say(LOOK_ROUND),
    )
    parts = {say("What it is"): told, say("Where it begins"): there}
    window.hands.dialogs.show(Reading(window, say(LOOK_ROUND), "", in_parts(parts)))


def _help(window: Window) -> None:
    window.hands.dialogs.show(HelpSheet(window, window.hands, ways_to_help(window)))


class Look(NamedTuple):
    icon: str
    label: str
    shows: Callable[[Window], object]
    keys: str = ""


def _own_year(window: Window) -> None:
    """Of whoever's book this is, until somebody else is named."""
    show_own_year(window, window.hands, "")


def _placing(window: Window) -> None:
    show_placing(window, window.hands, window.go, partial(window.begin, LOAD))


def _questionnaires(window: Window) -> None:
    show_questionnaires(window, window.hands)


def _spreadsheet(window: Window) -> None:
    show_spreadsheet(window, window.hands)


def _neighbours(window: Window) -> None:
    show_neighbours(window, window.hands)


def _mailbox(window: Window) -> None:
    show_mailbox(window, window.hands)


def _made_of(window: Window) -> None:
    show_made_of(window, window.hands)


def _new_version(window: Window) -> None:
    show_new_version(window, window.hands)


def _phone_form(window: Window) -> None:
    show_phone_form(window, window.hands)


def _problem(window: Window) -> None:
    show_problem(window, window.hands)


def open_stick(window: Window) -> None:
    window.go("sharing", {"stick": True})


LOOKS: Mapping[str, Look] = {
    "help": Look("help", later("Help"), _help),
    "look_round": Look("rehearsal", LOOK_ROUND, look_round),
    "own_year": Look("growth", later("The record of a year…"), _own_year),
    "placing": Look("home", later("To be placed"), _placing),
    "questionnaires": Look("wellbeing", later("Questionnaires"), _questionnaires),
    "neighbours": Look("table", later("Files for neighbours"), _neighbours),
    "open_stick": Look("stick", later("Open a stick"), open_stick, OPEN_STICK),
    "mailbox": Look("bundle", later("A mailbox for bundles"), _mailbox),
    "spreadsheet": Look("table", later("Take out as a spreadsheet"), _spreadsheet),
    "problem": Look("eye", later("Problem report"), _problem),
    "phone_form": Look("table", later("A form for phones"), _phone_form),
    "made_of": Look("eye", later("What this program is made of"), _made_of),
    "new_version": Look("bundle", later("A new version of this program"), _new_version),
}
OVER: Mapping[str, Callable[[Window], object]] = {
    "hard_event": _hard_event,
    LOAD: _load,
    WORRY: _worry,
    **{name: look.shows for name, look in LOOKS.items()},
}
