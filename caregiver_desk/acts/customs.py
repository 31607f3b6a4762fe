"""What a site says for itself: another number, days on which it is closed, its policy.

Decision. A coordinator says it in each site that he knows, so that it reaches every laptop with the next bundle. Who
has no coordinator says it for her own site; once there is one, it is his. One undo takes a whole saying back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Annotated, Any

from pydantic import Field

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.keeping import new_in, scope_to_write, tell
from caregiver_desk.acts.norms import LONGEST
from caregiver_desk.errors import NotUnderstood, NotYours
from caregiver_desk.practice.norms import Norm, known, may_be
from caregiver_desk.records.customs import CLOSURE, POLICY, SITE_NORM
from caregiver_desk.records.journal import WITHDRAWN, Scalar
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.record import Kind
from caregiver_desk.store import ledger, partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, full_day, say

_DIGEST = re.compile(r"[0-9a-f]{64}")


def may_say(book: Book) -> bool:
    """Whether whose book this is speaks for its site: a coordinator, or somebody who has none."""
    others = (each for each in partners.known(book) if not each.parted)
    return book.role == Role.COORDINATOR or all(each.role != Role.COORDINATOR for each in others)


def sites_of(book: Book) -> list[Leaf]:
    """The sites for which it is said. Raises NotYours."""
    if not may_say(book):
        raise NotYours(role=Role.COORDINATOR)
    everywhere = book.role == Role.COORDINATOR
    return questions.listing(book, "site", limit=EVERY, scope="" if everywhere else book.site)


@act("Say another number", subject="customs")
def set_norm(
    book: Book, *, name: str, value: int | None = None, reason: Annotated[str, Field(max_length=280)] = ""
) -> Outcome:
    """Say one of the practice's numbers for your site; without a value the shipped one holds again.

    Where two said different numbers, this settles it. Raises NotUnderstood or NotYours.
    """
    norm = _allowed(name, value)
    said = say("From now on: {words}.", words=norm.sentence(norm.value if value is None else value))
    return _say_all(book, "set_norm", {name: value}, reason, said)


@act("Say several numbers", subject="customs")
def set_norms(
    book: Book, *, values: dict[str, int | None], reason: Annotated[str, Field(max_length=280)] = ""
) -> Outcome:
    """The same for several at once, by their names. Raises NotUnderstood or NotYours; then none is said."""
    for name, value in values.items():
        _allowed(name, value)
    one, many = "{number} number is said anew.", "{number} numbers are said anew."
    return _say_all(book, "set_norms", values, reason, count(one, many, len(values)))


def _say_all(book: Book, act: str, values: Mapping[str, int | None], reason: str, said: str) -> Outcome:
    told = {"reason": reason or None, "day": clock.today(), "said_by": book.person}
    sites = sites_of(book)
    changes = [
        change
        for name, value in values.items()
        for site in sites
        for change in _number(book, site, name, {"value": value, **told})
    ]
    if not changes:
        return Outcome(say("This is what holds already. Nothing was changed."))
    return tell(ledger.append(book, act, changes), said, "")


def _allowed(name: str, value: int | None) -> Norm:
    norm = _named(name)
    if value is not None and not may_be(name, value):
        reason = say("a whole number from {least} to {most}, please", least=norm.least, most=norm.most)
        raise NotUnderstood(field=norm.asked(), reason=reason)
    return norm


def _named(name: str) -> Norm:
    numbers = {each.name: each for each in known()}
    if name not in numbers:
        raise NotUnderstood(field="name", reason=say("one of {names}", names=", ".join(numbers)))
    return numbers[name]


def _number(book: Book, site: Leaf, name: str, told: Mapping[str, Any]) -> Iterator[Change]:
    """What has to be written in one site so that there is one number of this name there."""
    found = questions.listing(book, SITE_NORM.name, {"name": name}, limit=EVERY, scope=site.scope)
    if told["value"] is None:
        yield from (_change(book, each, {WITHDRAWN: True}) for each in found)
        return
    if not found:
        yield new_in(site.scope, SITE_NORM, understood(SITE_NORM.draft, {"site": site.id, "name": name, **told}))
    for leaf in found:
        if (
            leaf["value"] != told["value"]
            or "value" in leaf.quarrels
            or (told["reason"] or "") != (leaf["reason"] or "")
        ):
            yield _change(book, leaf, {**told, "day": told["day"].isoformat()})


def _change(book: Book, leaf: Leaf, fields: dict[str, Scalar]) -> Change:
    return Change(leaf.kind, leaf.id, scope_to_write(book, leaf), fields)


@act("Say when the site is closed", subject="customs")
def close_site(book: Book, *, since: date, until: date, why: Annotated[str, Field(max_length=80)] = "") -> Outcome:
    """Days on which your site is closed, up to the day on which it opens again. What is due meanwhile waits for it.

    The clock of a concern never waits. Raises NotUnderstood or NotYours.
    """
    if not timedelta(0) < until - since <= LONGEST:
        reason = say("it opens again after it was closed, within a year")
        raise NotUnderstood(field=say(CLOSURE.fields["until"].label), reason=reason)
    told = {"since": since, "until": until, "why": why or None}
    made = [_new(site, CLOSURE, told) for site in sites_of(book) if not _closed_so(book, site, told)]
    if not made:
        return Outcome(say("This is what holds already. Nothing was changed."))
    said = say("Closed from {since}, open again on {until}.", since=full_day(since), until=full_day(until))
    return tell(ledger.append(book, "close_site", made), said, made[0].record if len(made) == 1 else "")


@act("Take a closure back", subject="customs")
def open_site(book: Book, *, closure: str) -> Outcome:
    """The site is open on these days after all; it is taken back wherever the same days were said. Raises NotYours."""
    leaf = questions.get(book, CLOSURE.name, closure)
    told = {name: leaf[name] for name in ("since", "until")}
    found = [each for site in sites_of(book) for each in _closed_so(book, site, told)]
    if not found:
        return Outcome(say("This is what holds already. Nothing was changed."))
    saved = ledger.append(book, "open_site", [_change(book, each, {WITHDRAWN: True}) for each in found])
    return tell(saved, say("The site is open on these days."), closure)


def _closed_so(book: Book, site: Leaf, told: Mapping[str, Any]) -> list[Leaf]:
    where = {name: str(told[name]) for name in ("since", "until")}
    return questions.listing(book, CLOSURE.name, where, limit=EVERY, scope=site.scope)


def _new(site: Leaf, kind: Kind, told: Mapping[str, Any]) -> Change:
    return new_in(site.scope, kind, understood(kind.draft, {"site": site.id, **told}))


@act("Say which policy holds", subject="customs")
def name_policy(
    book: Book,
    *,
    name: str,
    version: str,
    since: date | None = None,
    kept_at: str = "",
    digest: str = "",
) -> Outcome:
    """A version of your site's policy on supervision, in force from this day; each agreement names the one of its day.

    The paper stays where it is: only its name, its version and, if you like, the SHA-256 of its file are kept.
    """
    if digest and not _DIGEST.fullmatch(digest):
        raise NotUnderstood(field=say(POLICY.fields["digest"].label), reason=say("64 signs from 0 to 9 and a to f"))
    begins = since or clock.today()
    told = {"name": name, "version": version, "since": begins, "kept_at": kept_at or None, "digest": digest or None}
    made = [_new(site, POLICY, {**told, "said_by": book.person}) for site in sites_of(book)]
    said = say("{name}, version {version}: in force from {day}.", name=name, version=version, day=full_day(begins))
    return tell(ledger.append(book, "name_policy", made), said, made[0].record if len(made) == 1 else "")


def policy_on(book: Book, day: date) -> Leaf | None:
    """The policy that is in force in this book's site on a day: the one that began last."""
    told = questions.listing(book, POLICY.name, limit=EVERY, scope=book.site)
    begun = [each for each in told if each["name"] and each["version"] and each["since"] and each["since"] <= str(day)]
    return max(begun, key=lambda each: (each["since"], each.id), default=None)


def policy_called(policy: Leaf) -> str:
    return say("{name}, version {version}", name=policy["name"], version=policy["version"])
