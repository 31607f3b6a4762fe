"""To be placed: what was open when a caregiver went, by whose it was, with the act that goes on with it."""

from __future__ import annotations

import argparse

from caregiver_desk import acts
from caregiver_desk.acts.people.placing import placing, told
from caregiver_desk.cli.session import open_book, tell, tell_none
from caregiver_desk.store import looks, questions
from caregiver_desk.store.access import What
from caregiver_desk.wording import say

acts.load()


def to_place(arguments: argparse.Namespace) -> int:
    """One line each; a concern by its number and how far it is."""
    with open_book(arguments) as book:
        waiting = told(book, placing(book))
        whose = {each.whose for each, _ in waiting}
        names = questions.names_of(book, sorted(whose))
        looks.looked(book, What.LISTED, whose)
    for each, words in waiting:
        facts = {"sort": each.sort, "kind": each.leaf.kind, "id": each.leaf.id, "whose": each.whose, "do": each.act}
        line = say(
            "{name} · {sort} · {what}  ({id}: do {act})",
            name=names.get(each.whose, ""),
            sort=say(each.sort),
            what=words,
            id=each.leaf.id,
            act=each.act,
        )
        tell(arguments, facts | {"what": words}, line)
    tell_none(arguments, say("Nothing waits to be placed."), told=len(waiting))
    return 0
