"""Forms for phones from the command line. Without lists of names a form needs no book."""

from __future__ import annotations

import argparse

from caregiver_desk.acts.intake.phones import phone_forms
from caregiver_desk.cli.session import open_book, progress, tell
from caregiver_desk.records.journal import Audience
from caregiver_desk.reports.leaving import NOTHING_MORE
from caregiver_desk.reports.neighbours import xlsform
from caregiver_desk.reports.neighbours.xlsform import NO_LISTS, Lists
from caregiver_desk.store import safely
from caregiver_desk.wording import count, later, say

BY_NAMES = frozenset({Audience.TEAM})
SAID_OF = {
    "household": (
        later("The code of {number} home stands in the form, for whoever has it."),
        later("The codes of {number} homes stand in the form, for whoever has it."),
    ),
    "person": (
        later("The name of {number} caregiver stands in the form, for whoever has it."),
        later("The names of {number} caregivers stand in the form, for whoever has it."),
    ),
}
FORMS = {"visits": "caregiver_desk_visits", "check-ins": "caregiver_desk_check_ins"}


def write_form(arguments: argparse.Namespace) -> int:
    """Our visit form, or that of a check-in, as an XLSForm."""
    form = phone_forms()[FORMS[arguments.form]]
    lists = _lists(arguments)
    safely.write(arguments.out, xlsform.workbook(form, lists))
    (settings,) = xlsform.sheets(form, lists).settings
    words = say("The form “{title}” is in “{file}”.", title=settings["form_title"], file=arguments.out.name)
    tell(arguments, {**settings, "file": arguments.out.name}, words)
    return 0


def _lists(arguments: argparse.Namespace) -> Lists:
    """What can be chosen from, as far as it was asked for; it is said what then stands in the form."""
    if not (arguments.homes or arguments.names):
        return NO_LISTS
    with open_book(arguments) as book:
        found = xlsform.lists_of(book, BY_NAMES if arguments.names else NOTHING_MORE)
    lists = {kind: found[kind] for kind in found if kind == "person" or arguments.homes}
    for kind, (one, many) in SAID_OF.items():
        if kind in lists:
            progress(count(one, many, len(lists[kind])))
    return lists
