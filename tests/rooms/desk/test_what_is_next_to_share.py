"""What comes next on the page of sharing is one thing, and the figure beside it is about that."""

from __future__ import annotations

from dataclasses import replace

from caregiver_desk.desk.answers.sharing.mailboxes import Mailbox
from caregiver_desk.desk.answers.sharing.sharing import Exchanged, Shared, in_short, what_next
from caregiver_desk.store.partners import Partner


def lacks(name: str, number: int) -> Exchanged:
    return Exchanged(Partner(name, name, name, name, name, "supervisor", "aloud", 0), None, None, number, 0)


def test_a_bundle_is_for_one_partner_and_the_post_for_all():
    told = Shared((lacks("Grace", 0), lacks("Mpho", 3), lacks("Zanele", 4)), (), (), (), 0, ())
    assert in_short(told) == "7 changes to deliver"

    figure, words = what_next(told)
    assert (figure, "Make a bundle for Mpho" in words) == ("3 changes to deliver", True)

    figure, words = what_next(replace(told, mailbox=Mailbox("/share", "", 0, by_itself=False, secrets=frozenset())))
    assert (figure, words.startswith("Fetch and send the post.")) == ("7 changes to deliver", True)
