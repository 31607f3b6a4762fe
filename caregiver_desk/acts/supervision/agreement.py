"""The agreement about supervision: written, agreed by both, looked at again, replaced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.asking import Holds, partly
from caregiver_desk.acts.customs import policy_called, policy_on
from caregiver_desk.acts.keeping import Wish, changed, edit, in_order, keep, new_in, wished
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.acts.supervision.pairs import in_the_pair, pair_with
from caregiver_desk.errors import LimitsUnsaid, NotFilledIn, NothingToRenew
from caregiver_desk.practice.due import review_of_agreement
from caregiver_desk.records.record import gather, spread
from caregiver_desk.records.supervision.agreement import AGREEMENT, AgreementState, AgreementTerms, Limit
from caregiver_desk.records.supervision.supervision import HowAgreed
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


def every_limit_said(wish: Wish) -> None:
    """Nobody agrees to what was not said aloud: each limit is acknowledged before it counts as agreed."""
    if wish["state"] == AgreementState.AGREED and frozenset(wish["limits"] or ()) != frozenset(Limit):
        raise LimitsUnsaid(fields=_label("limits"))


def agreed_by_both(wish: Wish) -> None:
    """When it was agreed and how; of a paper, who keeps it."""
    if wish["state"] != AgreementState.AGREED:
        return
    needed = ("agreed_on", "how_agreed", *(["copy_with"] if wish["how_agreed"] == HowAgreed.PAPER else []))
    if lacking := [_label(name) for name in needed if not wish[name]]:
        raise NotFilledIn(fields=", ".join(lacking))


def _label(name: str) -> str:
    return say(AGREEMENT.fields[name].label)


_LASTING = (
    "they_want", "they_bring", "you_want", "you_bring", "how_often", "length", "place", "written", "disagree",
    "cancelling",
)  # fmt: skip
_RULES = (in_the_pair, every_limit_said, agreed_by_both, in_order("agreed_on", "review_on"))

keep(AGREEMENT, "supervision", verbs=("withdraw",))
keep(AGREEMENT, "supervision", *_RULES, verbs=("record",))


@act("Write an agreement", subject="supervision")
def write_agreement(book: Book, *, caregiver: str, terms: AgreementTerms) -> Outcome:
    """What the two want of their talks. Agreed, it takes the place of the one before."""
    pair = pair_with(book, caregiver)
    told = _with_policy(book, _with_review(book, pair.link, gather(spread(terms))))
    wish = wished(book, pair.draft(AGREEMENT, told))
    for rule in _RULES:
        rule(wish)
    new = new_in(pair.scope, AGREEMENT, wish.draft)
    return pair.save(book, "write_agreement", [new, *_replaced(book, pair.link, wish, new.record)], _said(wish))


@act("Change supervision agreement", subject="supervision")
def change_agreement(
    book: Book,
    *,
    id: str,  # noqa: A002 - it is the record's id
    fields: Annotated[dict[str, Any], Holds(lambda: partly(AGREEMENT.draft))],
) -> Outcome:
    """What became of it. Once it is agreed, the one before is superseded."""
    before = questions.get(book, "agreement", id)
    if fields.get("state") == AgreementState.AGREED:
        known = {name: before[name] for name in ("agreed_on", "policy", "review_on") if before[name]} | fields
        fields = _with_policy(book, _with_review(book, str(before["supervision"]), known, beside=id))
    link = str(before["supervision"])
    return changed(
        book, AGREEMENT, id, fields, rules=_RULES, heed=_said, follows=lambda wish: _replaced(book, link, wish, id)
    )


def _with_review(book: Book, link: str, told: Mapping[str, Any], beside: str = "") -> dict[str, Any]:
    """With the day on which it is looked at again, unless somebody named one."""
    agreed = told.get("agreed_on")
    if told.get("state") != AgreementState.AGREED or not agreed or told.get("review_on"):
        return dict(told)
    first = not [each for each in _of_link(book, link) if each["agreed_on"] and each.id != beside]
    return {**told, "review_on": review_of_agreement(date.fromisoformat(str(agreed)), norms_of(book), first=first)}


def _with_policy(book: Book, told: Mapping[str, Any]) -> dict[str, Any]:
    """With the policy that was in force when it was agreed, unless somebody named one."""
    agreed = told.get("agreed_on")
    if told.get("state") != AgreementState.AGREED or not agreed or told.get("policy"):
        return dict(told)
    policy = policy_on(book, date.fromisoformat(str(agreed)))
    return {**told, "policy": policy_called(policy)} if policy else dict(told)


@act("Renew an agreement", subject="supervision")
def renew_agreement(book: Book, *, caregiver: str) -> Outcome:
    """A draft that begins with the words of the agreement that holds; what was said aloud is said aloud again.

    The policy that it names is that of the day on which it is agreed. Raises NothingToRenew.
    """
    pair = pair_with(book, caregiver)
    stand = [each for each in _of_link(book, pair.link) if each["state"] == AgreementState.AGREED.value]
    if not stand:
        raise NothingToRenew
    last = max(stand, key=lambda each: (str(each["agreed_on"] or ""), each.id))
    told = {name: last[name] for name in _LASTING if last[name] is not None}
    change = pair.new(AGREEMENT, {**told, "day": clock.today()})
    return pair.save(
        book, "renew_agreement", [change], say("A draft with the words of the last one. Go through it together.")
    )


def _replaced(book: Book, link: str, wish: Wish, new: str) -> Iterator[Change]:
    """The one that held before, which holds no more."""
    if wish["state"] == AgreementState.AGREED and "state" in wish.changed:
        for each in _of_link(book, link):
            if each["state"] == AgreementState.AGREED.value and each.id != new:
                yield edit(book, each, {"state": AgreementState.SUPERSEDED})


def _of_link(book: Book, link: str) -> list[Leaf]:
    return questions.listing(book, "agreement", {"supervision": link}, limit=EVERY)


def _said(wish: Wish) -> str:
    if wish["state"] == AgreementState.AGREED:
        return say("It holds from now on. Give them a copy, or turn the screen round.")
    return say("Saved as a draft. It holds once each limit was said and both agreed.")
