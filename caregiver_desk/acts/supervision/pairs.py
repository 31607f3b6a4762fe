"""Pairs: who supports whom, from when to when, and what is kept between two people.

A pair is founded with the first thing that is kept in it: nobody sets it up beforehand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, understood
from caregiver_desk.acts.growth.beside import ends_with_it, listens
from caregiver_desk.acts.growth.lent import is_aspiring, lent_until, still_in_time
from caregiver_desk.acts.growth.span import span_of_link
from caregiver_desk.acts.keeping import Wish, in_order, keep, new, new_in, period, scope_to_write, tell
from caregiver_desk.acts.worded import words_of, written_in
from caregiver_desk.errors import LinkedAlready, NotUnderstood, NotYourPair, TwoLines, UnknownField
from caregiver_desk.practice.periods import Period
from caregiver_desk.practice.site_words import Spoken
from caregiver_desk.practice.supervision.lines import Linked, is_again, is_second
from caregiver_desk.records.record import Draft, Kind
from caregiver_desk.records.supervision.supervision import SUPERVISION, LinkPurpose, SupervisionDraft
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


def one_line(wish: Wish) -> None:
    """Nobody has two line supervisors on one day, nor is linked twice with one of them for one matter.

    To end a link is never refused.
    """
    ends = wish.changed == {"until"} and wish["until"] is not None
    links = [] if ends else links_of(wish.book, str(wish["caregiver"]))
    held = Period(wish.day("since"), wish.day("until"))
    wanted = Linked(wish.record, wish["caregiver"], wish["purpose"], held, wish["supervisor"])
    if is_again(links, wanted):
        raise LinkedAlready
    if is_second(links, wanted):
        raise TwoLines(fields=say(SUPERVISION.fields["purpose"].label))


def links_of(book: Book, caregiver: str) -> list[Linked]:
    """Who supports a caregiver, and did."""
    return [linked(each) for each in questions.listing(book, "supervision", {"caregiver": caregiver}, limit=EVERY)]


def linked(leaf: Leaf) -> Linked:
    purpose = LinkPurpose(leaf["purpose"] or LinkPurpose.PRACTICE)
    return Linked(leaf.id, str(leaf["caregiver"]), purpose, period(leaf), str(leaf["supervisor"]))


def lasts(leaf: Leaf, today: date) -> bool:
    """Whether a link holds on, be it until a day that was named: one that begins later is there already."""
    until = period(leaf).until
    return until is None or today < until


def two_people(wish: Wish) -> None:
    """Nobody supervises herself, and a link stays between its two: what they said belongs to no third."""
    if wish["caregiver"] == wish["supervisor"]:
        raise NotUnderstood(field=_label("supervisor"), reason=say("nobody is their own supervisor"))
    if wish.record and (moved := wish.changed & {"caregiver", "supervisor"}):
        reason = say("a link stays between two people; end it, and begin another")
        raise NotUnderstood(field=_label(min(moved)), reason=reason)


def _label(name: str) -> str:
    return say(SUPERVISION.fields[name].label)


def in_the_pair(wish: Wish) -> None:
    """What two people agreed on is theirs: whoever else hears of it may read what was shared, and no more."""
    need_pair(wish.book, str(wish["supervision"]))


def need_pair(book: Book, supervision: str) -> None:
    """Raises NotYourPair where this book's owner is neither of the two."""
    link = questions.find_one(book, "supervision", supervision)
    if link and book.person not in {link["supervisor"], link["caregiver"]}:
        raise NotYourPair


keep(SUPERVISION, "supervision", in_order(), two_people, one_line, heed=span_of_link, follows=ends_with_it)


class Pair(NamedTuple):
    """The supervision link between this book's owner and a caregiver: its id, its scope, and what founds it if new.

    `spoken` are the words of the site, in which what is kept of the two is written.
    """

    link: str
    caregiver: str
    scope: str
    founding: list[Change]
    spoken: Spoken

    def draft(self, kind: Kind, fields: Mapping[str, Any]) -> Draft:
        """What a new record of this pair will say. Raises NotFilledIn, NotUnderstood or UnknownField."""
        ours = {"supervision": self.link, "caregiver": self.caregiver}
        if given := ours.keys() & fields.keys():
            raise UnknownField(field=", ".join(sorted(given)), kind=say(kind.label), known=_known_beside(kind, ours))
        return written_in(self.spoken, kind, understood(kind.draft, {**ours, **fields}))

    def new(self, kind: Kind, fields: Mapping[str, Any]) -> Change:
        """A new record of this pair."""
        return new_in(self.scope, kind, self.draft(kind, fields))

    def save(self, book: Book, act: str, changes: Sequence[Change], sentence: str) -> Outcome:
        """Save these together with what founds the pair. The first of them is what the act was about."""
        return tell(ledger.append(book, act, [*self.founding, *changes]), sentence, changes[0].record)


def _known_beside(kind: Kind, given: Mapping[str, str]) -> str:
    """What can be said of a record of two people, beside who they are."""
    return ", ".join(name for name in kind.fields if name not in given)


def pair_with(book: Book, caregiver: str, day: date | None = None) -> Pair:
    """The pair in which this book's owner listens to a caregiver; what they mentor in is another, kept beside it.

    Writes nothing: what founds it is saved with its first record. Two who meet on this `day` for the first time began
    on it at the latest.
    """
    if link := _listening(book, caregiver):
        return Pair(link.id, caregiver, scope_to_write(book, link), [], words_of(book))
    still_in_time(book, caregiver)
    founded = founded_link(book, caregiver, min(day or clock.today(), clock.today()))
    return Pair(founded.record, caregiver, founded.scope, [founded], words_of(book))


def _listening(book: Book, caregiver: str) -> Leaf | None:
    """Of the links that last the one of the line, else of practice, and so on; of two alike the first."""
    where, order = {"caregiver": caregiver, "supervisor": book.person}, list(LinkPurpose)
    found = questions.listing(book, "supervision", where, limit=EVERY)
    lasting = [each for each in found if listens(each) and lasts(each, clock.today())]
    return min(lasting, key=lambda each: (order.index(linked(each).purpose), each.id), default=None)


def pair_of(book: Book, leaf: Leaf, caregiver: str) -> Pair:
    """The pair in which something of this caregiver stands, also where the two have other links by now.

    Raises NotYourPair where this book's owner is neither of the two, and NotUnderstood where it is of somebody else.
    """
    need_pair(book, str(leaf["supervision"]))
    if leaf["caregiver"] != book.shown(caregiver):
        label = questions.kind_named(leaf.kind).fields["caregiver"].label
        raise NotUnderstood(field=say(label), reason=say("this is of somebody else"))
    link = questions.get(book, "supervision", str(leaf["supervision"]))
    return Pair(link.id, str(leaf["caregiver"]), scope_to_write(book, link), [], words_of(book))


def founded_link(book: Book, caregiver: str, since: date | None) -> Change:
    """The change that founds the link by which this book's owner supports a caregiver.

    Whoever listens to somebody that has a line supervisor supports her practice. So does who stands in for a time, with
    a link that ends with it, and who is only on the way to manage a team.
    """
    lent = lent_until(book, caregiver)
    wanted = Linked("", caregiver, LinkPurpose.LINE, Period(since, lent))
    beside = lent or is_aspiring(book, book.person, clock.today()) or is_second(links_of(book, caregiver), wanted)
    purpose = LinkPurpose.PRACTICE if beside else LinkPurpose.LINE
    draft = SupervisionDraft(caregiver=caregiver, supervisor=book.person, purpose=purpose, since=since, until=lent)
    return new(book, SUPERVISION, draft)
