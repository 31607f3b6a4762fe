"""What a process is about, and changing it while it is open: who advises, what it is called, what was looked at.

Decision. Whose it is, to whom it goes and how it ends are never said otherwise here. A probation is made longer by the
act that asks for the reason. Who advises may change: from that day whoever did is let in no longer, by a statement with
its own day, as far as this book's owner may say so; else it is said who can, and it stays a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Annotated, Any

from caregiver_desk.acts.act import Act, Outcome, add
from caregiver_desk.acts.asking import Holds, partly
from caregiver_desk.acts.fairness.inside import ENDING, process_of
from caregiver_desk.acts.fairness.taking_part import (
    adviser_of,
    by_who_leads,
    is_meant,
    name_of,
    need_open,
    unnamed_readers,
)
from caregiver_desk.acts.fairness.worry import LOOKED
from caregiver_desk.acts.keeping import Rule, Wish, changed, in_order, keep
from caregiver_desk.acts.sharing.sharing import ended, standing_of
from caregiver_desk.errors import AboutThem, LookFurther, NotUnderstood
from caregiver_desk.practice.fairness.processes import looked_further
from caregiver_desk.practice.people.meant import is_called, may_mean
from caregiver_desk.records.fairness.processes import CAPABILITY, CONDUCT, GRIEVANCE, PROBATION
from caregiver_desk.records.record import Kind, drafted
from caregiver_desk.store import access, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.questions import Leaf
from caregiver_desk.wording import say

_FROZEN = {"process", "caregiver", "goes_to", "against", "before", "reason", "expectations", "expected"}


def stays_as_it_was(wish: Wish) -> None:
    """Whose it is and to whom it goes are never said otherwise; how it ends is said by an act of its own."""
    if named := wish.changed & (_FROZEN | ENDING):
        field = drafted(type(wish.draft)).fields[min(named)]
        raise NotUnderstood(field=say(field.label), reason=say("this follows from what is done"))


def while_it_is_open(wish: Wish) -> None:
    """After its end, and after it went on as another, nothing of it is changed."""
    need_open(wish.book, process_of(wish.book, str(wish["process"])))


def looked_beyond_the_person(wish: Wish) -> None:
    if wish.changed & LOOKED and not looked_further({name: wish[name] for name in LOOKED}):
        raise LookFurther


def advised_by_another(wish: Wish) -> None:
    """Whoever advises is neither the one who leads nor the one it is about."""
    if "adviser" in wish.changed:
        need_adviser(wish.book, str(wish["caregiver"]), str(wish["adviser"] or ""))


def advised_by_none_of_whom_it_is_about(wish: Wish) -> None:
    adviser = str(wish["adviser"] or "")
    if "adviser" in wish.changed and is_meant(wish.book, adviser, str(wish["against"] or "")):
        raise AboutThem(name=adviser)


def longer_with_a_reason(wish: Wish) -> None:
    """A last day that was said is moved on by the act that asks why."""
    before = str(questions.get(wish.book, PROBATION.name, wish.record)["until"] or "")
    if "until" in wish.changed and str(wish["until"]) > before:
        reason = say("a probation is made longer by saying how it went: extended, until when, and why")
        raise NotUnderstood(field=say(PROBATION.fields["until"].label), reason=reason)


def need_adviser(book: Book, caregiver: str, adviser: str) -> None:
    """Raises NotUnderstood where this may mean the one it is about, or the one whose book it is."""
    if adviser and any(may_mean(name_of(book, each), adviser) for each in (caregiver, book.person)):
        reason = say("this is somebody who is in it already; name another")
        raise NotUnderstood(field=say(PROBATION.fields["adviser"].label), reason=reason)


def readers_no_longer(book: Book, about: Leaf, fields: Mapping[str, Any]) -> list[Partner]:
    """Who reads a process and takes no part in it any more, once another is to advise."""
    adviser = str(fields.get("adviser", about["adviser"]) or "")
    if is_called(adviser, adviser_of(about)) or adviser == adviser_of(about):
        return []
    process = process_of(book, str(about["process"]))
    return unnamed_readers(book, process, replace(about, values={**about.values, "adviser": adviser}))


def _changer(kind: Kind, rules: tuple[Rule, ...]) -> Callable[..., Outcome]:
    def change(book: Book, *, id: str, fields: dict[str, Any]) -> Outcome:  # noqa: A002 - it is the record's id
        about = questions.get(book, kind.name, id)
        left, may = readers_no_longer(book, about, fields), standing_of(book).may_let_in(book.key, about.scope)
        follows = [ended(book, each.key, about.scope) for each in left] if may else []
        said = _said_of(left, may=may)
        outcome = changed(book, kind, id, fields, rules=rules, heed=lambda _: said, follows=lambda _: follows)
        for each in left if may else []:
            access.note(book, What.DISMISSED, partner=each.key)
        return outcome

    change.__annotations__["fields"] = Annotated[dict[str, Any], Holds(lambda: partly(kind.draft))]
    return change


def _said_of(left: list[Partner], *, may: bool) -> str:
    names = say(" and ").join(each.name for each in left)
    if not left:
        return ""
    if may:
        return say("{names} is sent nothing more of it; what was sent before is theirs to keep safe.", names=names)
    return say("{names} goes on reading it until whoever opened it, or a coordinator, ends that: ask.", names=names)


def _keep(kind: Kind, *own: Rule) -> None:
    rules = (by_who_leads, while_it_is_open, stays_as_it_was, advised_by_another, *own)
    keep(kind, "fairness", *rules, verbs=())
    add(Act(f"change_{kind.name}", f"Change {kind.label}", "fairness", _changer(kind, rules)))


_keep(PROBATION, in_order(), longer_with_a_reason)
_keep(CAPABILITY, looked_beyond_the_person)
_keep(CONDUCT)
_keep(GRIEVANCE, advised_by_none_of_whom_it_is_about)
