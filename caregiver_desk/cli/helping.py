"""What each refusal means, from the command line: it needs no book and no network."""

from __future__ import annotations

import argparse
from textwrap import fill

from caregiver_desk.cli import streams
from caregiver_desk.cli.session import tell, tell_none
from caregiver_desk.reports.document import WIDE
from caregiver_desk.reports.refusals import Paragraph, every_paragraph
from caregiver_desk.wording import say


def more(arguments: argparse.Namespace) -> int:
    """The paragraph of a code; of words, each that has them; without either, every code and what it is called."""
    every, words = every_paragraph(), " ".join(arguments.words)
    found = [each for each in every if each.code == words] or [each for each in every if each.has(words)]
    for each in found:
        tell(arguments, each._asdict(), _whole(each) if words else f"{each.code:24}{each.title}")
    nothing = say(
        "Nothing is refused with these words. Try one of them alone, or `{program} help` for all codes.",
        program=streams.started_as(),
    )
    tell_none(arguments, nothing, told=len(found))
    return 0


def _whole(told: Paragraph) -> str:
    return "\n".join([f"{told.title} ({told.code})", *(fill(each, WIDE) for each in (told.means, told.next)), ""])
