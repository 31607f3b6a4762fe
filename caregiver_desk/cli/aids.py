"""Job aids from the command line: they need no book; where one is named, a page stands in the words of its site."""

from __future__ import annotations

import argparse

from caregiver_desk.cli.session import named, open_book, tell
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.reports import aids
from caregiver_desk.reports.document import Document, as_text
from caregiver_desk.wording import say


def aid(arguments: argparse.Namespace) -> int:
    """One page as text, or the names of all."""
    if not arguments.page:
        for name in aids.NAMES:
            tell(arguments, {"name": name, "title": aids.called(name)}, f"{name:12}{aids.called(name)}")
        return 0
    if arguments.page not in aids.NAMES:
        raise NotUnderstood(field=say("Page"), reason=say("one of {names}", names=", ".join(aids.NAMES)))
    text = as_text(_page(arguments)).rstrip()
    tell(arguments, {"name": arguments.page, "title": aids.called(arguments.page), "text": text}, text)
    return 0


def _page(arguments: argparse.Namespace) -> Document:
    """As it is shipped; of a book that was named as its site says it, or said it on a day."""
    if named(arguments) is None and not arguments.on:
        return aids.aid(arguments.page)
    from caregiver_desk.acts.worded import versions_of

    with open_book(arguments) as book:
        if not arguments.on:
            return aids.aid(arguments.page)
        said = (
            each.name for each in reversed(versions_of(book, Catalogue.AIDS)) if each.day and each.day <= arguments.on
        )
        return aids.aid(arguments.page, next(said, ""))
