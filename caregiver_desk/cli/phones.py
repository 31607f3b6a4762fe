"""Forms for phones from the command line. Without lists a form needs no book."""

from __future__ import annotations

import argparse

from caregiver_desk.acts.intake.phones import PhoneForm, phone_forms
from caregiver_desk.cli.session import open_book, progress, tell
from caregiver_desk.reports.neighbours import xlsform
from caregiver_desk.reports.neighbours.xlsform import NO_LISTS, Lists
from caregiver_desk.wording import say

FORMS = {"visits": "caregiver_desk_visits", "check-ins": "caregiver_desk_check_ins"}


def write_form(arguments: argparse.Namespace) -> int:
    """Our visit form, or that of a check-in, as an XLSForm; with lists, it is said what then stands in it."""
    form = phone_forms()[FORMS[arguments.form]]
    asked = {"household": arguments.homes, "person": arguments.names}
    if not any(asked.values()):
        xlsform.write(form, arguments.out)
        return _told(arguments, form, NO_LISTS)
    with open_book(arguments) as book:
        lists = xlsform.taken(book, form, {kind for kind, wanted in asked.items() if wanted})
        xlsform.write(form, arguments.out, lists, book)
    for sentence in xlsform.said_of(lists):
        progress(sentence)
    return _told(arguments, form, lists)


def _told(arguments: argparse.Namespace, form: PhoneForm, lists: Lists) -> int:
    (settings,) = xlsform.sheets(form, lists).settings
    words = say("The form “{title}” is in “{file}”.", title=settings["form_title"], file=arguments.out.name)
    tell(arguments, {**settings, "file": arguments.out.name}, words)
    return 0
