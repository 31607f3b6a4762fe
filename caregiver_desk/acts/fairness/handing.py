"""Handing a process over where somebody else manages the one it is about.

Context. A line manager moves on, and the process stays in the book of whoever opened it. Were it to move by itself, by
a line about supervision, somebody would read it of whom nobody in it was told.

Decision. Nothing moves by itself. Whoever holds it hands it over, by name, to who is the line manager on that day: they
are let in, and it stands in the process, for all who read it, who goes on with it and from which day. From then on they
lead it and whoever held it before leads no more; what was written stays as it was. The link of a new line manager is
mostly said in a book of others, and need not come to this one: where no line manager is known here, it goes to whom its
holder names, and a book that knows better says so as a finding (findings.py). So it does while nobody who is the line
manager reads it. To whom it was handed over stands in it as a name, for whoever reads it may know nobody's id. A
grievance stays with whom the caregiver chose.

Consequences. Who held it before founded its scope, so they go on reading it and are named among its readers, until a
coordinator ends that; and of others only a coordinator may let in further readers. Where that book is lost before it
was handed over, nobody can: a new process is opened, and the paper of the one before is the caregiver's own.
"""

from __future__ import annotations

from collections.abc import Iterator

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.fairness.line_manager import line_manager_of
from caregiver_desk.acts.fairness.taking_part import (
    about_of,
    is_held_by,
    manages,
    need_may_read,
    need_to_give,
    need_to_let_in,
    process_of,
    sort_of,
)
from caregiver_desk.acts.keeping import edit
from caregiver_desk.acts.sharing.sharing import enrolled, standing_of, still_heard
from caregiver_desk.errors import AlreadyDecided, NotTheLineManager, NotUnderstood, Refused
from caregiver_desk.practice.fairness.processes import LED_BY_LINE, OPEN_STILL
from caregiver_desk.records.fairness.processes import PROCESS
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import access, ledger, partners
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.questions import Leaf
from caregiver_desk.sync import trust
from caregiver_desk.wording import say

LINES = frozenset({Role.SUPERVISOR, Role.COORDINATOR})  # who may manage somebody


@act("Hand a process over", subject="fairness")
def hand_process_over(book: Book, *, process: str, partner: str) -> Outcome:
    """To the line manager of today, who leads it from now on. The next bundle for them carries it.

    Whoever opened it may do so as well, for a holder who lets nobody in. Raises NotYourProcess, OpenerGives,
    AlreadyDecided, NotTheLineManager and NotAReader.
    """
    leaf, hers = process_of(book, process), trust.partner_named(book, partner)
    still_heard(book, hers)
    _need_to_hand(book, leaf, hers)
    changes = list(_handed(book, leaf, hers))
    if not changes:
        return Outcome(say("{name} leads it already. Nothing was changed.", name=hers.name), record=process)
    saved = ledger.append(book, "hand_process_over", changes, undoable=False)
    access.note(book, What.ENROLLED, partner=hers.key)
    words = "Handed over. The next bundle for {name} carries it, and {name} leads it from now on: tell both of them."
    return Outcome(say(words, name=hers.name), saved.touched, record=process)


def may_be_handed(book: Book, process: Leaf) -> list[str]:
    """The names of those to whom this book's owner may hand it over now, without who holds it."""
    known = [each for each in partners.known(book) if not each.parted and each.key != book.key]
    others = [each for each in known if not is_held_by(process, book.shown(each.person), each.name)]
    return [each.name for each in others if _may_hand(book, process, each)]


def _may_hand(book: Book, process: Leaf, partner: Partner) -> bool:
    try:
        _need_to_hand(book, process, partner)
    except Refused:
        return False
    return True


def _need_to_hand(book: Book, process: Leaf, partner: Partner) -> None:
    need_to_give(book, process)
    _need_open(book, process)
    _need_line(book, process, partner)
    need_may_read(book, process, partner)
    if not standing_of(book).is_let_in(partner.key, process.scope):
        need_to_let_in(book, process)


def _handed(book: Book, process: Leaf, partner: Partner) -> Iterator[Change]:
    if not standing_of(book).is_let_in(partner.key, process.scope):
        yield enrolled(partner.key, process.scope)
    if not is_held_by(process, book.shown(partner.person), partner.name):
        yield edit(book, process, {"handed_to": partner.name, "handed_on": clock.today()})


def _need_open(book: Book, process: Leaf) -> None:
    about = about_of(book, process.id)
    if sort_of(about) not in LED_BY_LINE:
        raise NotUnderstood(field=say(PROCESS.label), reason=say("a grievance stays with whom the caregiver chose"))
    if about is None or about["outcome"] not in OPEN_STILL:
        raise AlreadyDecided


def _need_line(book: Book, process: Leaf, partner: Partner) -> None:
    """Where no line manager is known here, whoever may manage somebody can be named."""
    caregiver = str(process["caregiver"])
    known = line_manager_of(book, caregiver) is not None
    theirs = book.shown(partner.person) == caregiver
    if theirs or partner.role not in LINES or (known and not manages(book, caregiver, partner)):
        raise NotTheLineManager(name=partner.name)
