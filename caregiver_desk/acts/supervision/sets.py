"""Action learning sets among people who have laptops of their own: begun with a place of its own, each let in by name.

What somebody brings to it they write at their own laptop; bundles between members carry it both ways.
"""

from __future__ import annotations

from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.keeping import new_in, tell
from caregiver_desk.acts.sharing.sharing import ended, enrolled, standing_of, still_heard
from caregiver_desk.acts.supervision.groups import elsewhere, is_shared, need_member
from caregiver_desk.errors import NotEnrolled, NotUnderstood, OnlyWhoBegan
from caregiver_desk.records.supervision.groups import CIRCLE, CIRCLE_MEMBER, GroupSort
from caregiver_desk.store import access, ledger, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import Leaf
from caregiver_desk.sync import trust
from caregiver_desk.wording import say


@act("Begin a set among several laptops", subject="supervision")
def begin_shared_set(book: Book, *, team: str, name: str, since: date | None = None) -> Outcome:
    """An action learning set to which you belong, and to which others with laptops of their own can be let in."""
    began, scope = since or clock.today(), clock.new_scope(book.key)
    circle = {"team": team, "sort": GroupSort.LEARNING, "name": name, "since": began}
    founded = new_in(scope, CIRCLE, understood(CIRCLE.draft, circle))
    you = {"circle": founded.record, "person": book.person, "since": began}
    member = new_in(scope, CIRCLE_MEMBER, understood(CIRCLE_MEMBER.draft, you))
    saved = ledger.append(book, "begin_shared_set", [founded, member])
    return tell(saved, say("Begun. Say who belongs to it: somebody with a laptop is let in by name."), founded.record)


@act("Let somebody into a set", subject="supervision")
def let_into_set(book: Book, *, circle: str, partner: str) -> Outcome:
    """They belong to it from now on, with their own laptop: the next bundle for them carries all of it.

    Raises NotUnderstood for a set that lives with its team, NotOfTheSet, and OnlyWhoBegan for who did not begin it.
    """
    group, hers = _shared(book, circle), trust.partner_named(book, partner)
    _need_to_let_in(book, group)
    still_heard(book, hers)
    if book.shown(hers.person) in elsewhere(book, group):
        return Outcome(say("{name} belongs to it already. Nothing was changed.", name=hers.name), record=circle)
    saved = ledger.append(book, "let_into_set", [enrolled(hers.key, group.scope)], undoable=False)
    access.note(book, What.ENROLLED, partner=hers.key)
    said = say("{name} belongs to it: the next bundle for them carries all that was brought.", name=hers.name)
    return Outcome(said, saved.touched, record=circle)


@act("Somebody leaves a set", subject="supervision")
def leave_set(book: Book, *, circle: str, partner: str) -> Outcome:
    """Nothing more of it goes to them; what they brought stays. Raises NotEnrolled for who was not let in."""
    group, hers = _shared(book, circle), trust.partner_named(book, partner)
    _need_to_let_in(book, group)
    if book.shown(hers.person) not in elsewhere(book, group):
        raise NotEnrolled(name=hers.name)
    saved = ledger.append(book, "leave_set", [ended(book, hers.key, group.scope)], undoable=False)
    access.note(book, What.DISMISSED, partner=hers.key)
    said = say("{name} belongs to it no longer. What they brought stays.", name=hers.name)
    return Outcome(said, saved.touched, record=circle)


def may_let_in(book: Book, group: Leaf) -> bool:
    """Whether this book's owner began it among several laptops."""
    return is_shared(book, group) and clock.founded(book.key, group.scope)


def _shared(book: Book, circle: str) -> Leaf:
    group = questions.get(book, CIRCLE.name, circle)
    if not is_shared(book, group):
        reason = say("this one lives with its team; begin a set among several laptops")
        raise NotUnderstood(field=say(CIRCLE.label).capitalize(), reason=reason)
    return group


def _need_to_let_in(book: Book, group: Leaf) -> None:
    need_member(book, group, book.person)
    if not standing_of(book).may_let_in(book.key, group.scope):
        raise OnlyWhoBegan
