"""Job aids from the command line: they need no book."""

from __future__ import annotations

import argparse

from caregiver_desk.cli.session import tell
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.reports import aids
from caregiver_desk.reports.document import as_text
from caregiver_desk.wording import say


def aid(arguments: argparse.Namespace) -> int:
    """One page as text, or the names of all."""
    if not arguments.page:
        for name in aids.NAMES:
            tell(arguments, {"name": name, "title": aids.called(name)}, f"{name:12}{aids.called(name)}")
        return 0
    if arguments.page not in aids.NAMES:
        raise NotUnderstood(field=say("Page"), reason=say("one of {names}", names=", ".join(aids.NAMES)))
    text = as_text(aids.aid(arguments.page)).rstrip()
    tell(arguments, {"name": arguments.page, "title": aids.called(arguments.page), "text": text}, text)
    return 0
