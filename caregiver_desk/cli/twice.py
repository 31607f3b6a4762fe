"""Entered twice: whom a book may know under two names. To decide, `do same` or `do not_same`."""

from __future__ import annotations

import argparse

from caregiver_desk import acts
from caregiver_desk.acts.sharing.sameness import JOINABLE, perhaps_the_same
from caregiver_desk.cli.session import open_book, tell, tell_none
from caregiver_desk.store import looks, questions
from caregiver_desk.store.access import What
from caregiver_desk.wording import say

acts.load()


def twice(arguments: argparse.Namespace) -> int:
    """One line a pair, the likeliest first; where two people said different things, those come before."""
    with open_book(arguments) as book:
        found = [each for kind in JOINABLE for each in perhaps_the_same(book, kind)]
        looks.looked(book, What.LISTED, {leaf.id for each in found for leaf in (each.one, each.other)})
        names = questions.names_of(book, [leaf.id for each in found for leaf in (each.one, each.other)])
    for each in found:
        ids, why = (each.one.id, each.other.id), ", ".join(each.reasons)
        facts = {"kind": each.kind, "one": ids[0], "other": ids[1], "reasons": each.reasons, "at_odds": each.at_odds}
        one, other = (f"{record} {names.get(record, '')}" for record in ids)
        tell(arguments, facts, say("{one}  and  {other}: {why}", one=one, other=other, why=why))
    tell_none(arguments, say("Nobody here seems to have been entered twice."), told=len(found))
    return 0
