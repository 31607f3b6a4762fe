"""Forms for phones from the command line. Without lists of names a form needs no book."""

from __future__ import annotations

import argparse

from caregiver_desk.acts.intake.phones import phone_forms
from caregiver_desk.cli.session import open_book, progress, tell
from caregiver_desk.reports.neighbours import xlsform
from caregiver_desk.reports.neighbours.xlsform import NO_LISTS, Lists
from caregiver_desk.store import safely
from caregiver_desk.wording import count, say

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
    if not arguments.lists:
        return NO_LISTS
    with open_book(arguments) as book:
        lists = xlsform.lists_of(book)
    one, many = "The form names {number} caregiver", "The form names {number} caregivers"
    named = count(one, many, len(lists["person"]))
    homes = count("the code of {number} home", "the codes of {number} homes", len(lists["household"]))
    progress(say("{caregivers}, and holds {homes}. Whoever has the form can read them.", caregivers=named, homes=homes))
    return lists
