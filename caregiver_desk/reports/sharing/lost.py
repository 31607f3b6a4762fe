"""A laptop is lost or stolen: what was on it, about whom, and what stands between a finder and that.

Context. Whoever is responsible tells the regulator and the people concerned as soon as she can, and must say what was
on it. Nobody can look any more.

Decision. Of a partner's laptop it is told what it wrote, what it said it holds, and apart from that what was sealed for
it and never acknowledged: that may be on it, or on a stick beside it. Of one's own laptop it is told what this book
holds. Names are given where this book knows them; a laptop that held only numbers is said to have held no names. What
only somebody who was there can say is left to be filled in on the paper.

Consequences. It is as this book knows: what a laptop took in from others since is not in it. Whether the passphrase was
with the laptop decides how bad it is, so that question stands first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from caregiver_desk import clock
from caregiver_desk.practice.readers import PARTS
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import ANSWERS, Role
from caregiver_desk.records.record import Kind
from caregiver_desk.records.sharing.standing import Standing
from caregiver_desk.reports.document import ROOM, Document, Line, Section
from caregiver_desk.store import arrivals, circles, holding, partners, questions, upkeep
from caregiver_desk.store.book import Book
from caregiver_desk.store.holding import Held
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import trust
from caregiver_desk.sync.profiles import profile_for
from caregiver_desk.wording import capital, count, digits, full_day, later, say

ME = "me"
NAMING = frozenset({Audience.TEAM, Audience.CONTACT})
TO_FILL_IN = (
    later("When and where it was lost, and who noticed"),
    later("Was the book open, or the passphrase or recovery sheet with it?"),
    later("Sticks or papers that were with it"),
    later("Told to the police, and the reference"),
)
FINDER = (
    later("The book on it is encrypted. Without its passphrase or its recovery sheet nobody reads it."),
    later("Bundles are sealed for one reader each. A finder of a stick cannot read them."),
)
LOCK_OUT = {
    True: later("Lock the laptop out. What it writes from then on counts nowhere."),
    False: later("Ask a coordinator to lock the laptop out. What it writes from then on counts nowhere."),
}
NEXT = (
    later("Tell the regulator and the people concerned as soon as you can."),
    later("If the passphrase was with it, take all of it as read."),
)


class Part(NamedTuple):
    """What somebody may read: in words, and how many records of each kind."""

    what: str
    kinds: tuple[tuple[str, int], ...]

    @property
    def title(self) -> str:
        return capital(self.what)


class Figure(NamedTuple):
    """How many records of a kind: apart for a row of figures, and in words."""

    kind: str
    number: str
    words: str


class Whom(NamedTuple):
    """People or homes, those by name that this book can name, and how many others."""

    names: tuple[str, ...]
    unnamed: int

    @property
    def number(self) -> int:
        return len(self.names) + self.unnamed


@dataclass(frozen=True)
class Lost:
    """What this book knows of one laptop. Moments are in seconds; None is never."""

    whose: str
    role: str
    laptop: str
    own: bool
    fictional: bool
    responsible: str
    held: tuple[Part, ...]
    may_hold: tuple[Part, ...]
    bundles: int  # that were made for it and, as far as is known, never acknowledged
    people: Whom
    members: Whom
    homes: Whom
    names_on_it: bool
    sent: int | None
    came: int | None
    backed_up: date | None
    locked_out: bool
    may_lock_out: bool  # who asks


def whose(book: Book, asked: str) -> Partner | None:
    """The partner of this name or laptop; None for one's own. Raises NoSuchPartner or SeveralPartners."""
    return None if asked in {ME, book.laptop} else trust.partner_named(book, asked)


def lost(book: Book, partner: Partner | None) -> Lost:
    """A partner's laptop, or this one."""
    held = holding.held(book, partner.key) if partner else holding.here(book)
    may = _may_hold(book, partner) - held if partner else set[Held]()
    concerned = holding.concerned(book, held | may)
    site = questions.own_site(book)
    return Lost(
        whose=partner.name if partner else questions.names_of(book, [book.person]).get(book.person, ""),
        role=partner.role if partner else book.role,
        laptop=partner.laptop if partner else book.laptop,
        own=partner is None,
        fictional=book.fictional,
        responsible=str(site[ANSWERS[0]] or "") if site else "",
        held=_parts(held),
        may_hold=_parts(may),
        bundles=max(1, holding.bundles_since(book, partner)) if partner and may else 0,
        people=_whom(book, concerned.people),
        members=_whom(book, concerned.members),
        homes=_whom(book, concerned.homes),
        names_on_it=any(each.audience in NAMING for each in held | may),
        sent=partners.last_sent(book, partner) if partner else None,
        came=arrivals.came(book, partner.key) if partner else None,
        backed_up=upkeep.backed_up_on(book, clock.today()),
        locked_out=_is_out(book, partner.key) if partner else False,
        may_lock_out=partner is not None and book.role == Role.COORDINATOR,
    )


def _may_hold(book: Book, partner: Partner) -> set[Held]:
    may, standing = profile_for(partner, book.key), _standing(book)
    with book.reading() as cursor:
        about_her, sets = partners.supervised_in(cursor, partner), circles.sets(cursor)
    return holding.may_hold(book, partner, lambda stream: may.admits(stream, partner, standing, about_her, sets=sets))


def _standing(book: Book) -> Standing:
    with book.reading() as cursor:
        return book.hearing(cursor).standing


def _is_out(book: Book, key: str) -> bool:
    return _standing(book).is_out(key)


def _parts(held: Iterable[Held]) -> tuple[Part, ...]:
    counted = Counter((each.audience, each.kind) for each in held)
    kinds = {audience: [(kind, n) for (of, kind), n in counted.items() if of == audience] for audience in Audience}
    return tuple(
        Part(say(PARTS[audience]), tuple(sorted(found, key=lambda each: (-each[1], each[0]))))
        for audience, found in kinds.items()
        if found
    )


def _whom(book: Book, records: Iterable[str]) -> Whom:
    ids = sorted(records)
    called = questions.names_of(book, ids)
    names = sorted((called[each] for each in ids if called.get(each)), key=str.casefold)
    return Whom(tuple(names), len(ids) - len(names))


def facts(told: Lost) -> dict[str, Any]:
    """For programs."""
    parts = {"held": told.held, "may_hold": told.may_hold}
    return (
        vars(told)
        | {name: {each.what: dict(each.kinds) for each in found} for name, found in parts.items()}
        | {name: whom._asdict() for name, whom in vars(told).items() if isinstance(whom, Whom)}
    )


def as_document(told: Lost) -> Document:
    """For people: one or two pages, and the names."""
    today = full_day(clock.today())
    sections = (
        Section(say("To fill in"), tuple(Line(say(each), ROOM) for each in TO_FILL_IN)),
        Section(say("About how many people"), tuple(Line(*each) for each in how_many(told))),
        Section(say("What is on it"), tuple(_on_paper(told.held))),
        *([Section(say("What may be on it"), tuple(_on_the_way(told)))] if told.bundles else []),
        Section(say("When"), tuple(Line(*each) for each in when(told))),
        Section(say("What protects it"), tuple(Line("", each) for each in protects(told))),
        Section(say("What to do now"), tuple(Line("", each) for each in next_steps(told))),
        Section(say("Whom to tell"), tuple(_to_tell(told))),
    )
    under = (
        say("{day} · made-up people", day=today) if told.fictional else today,
        say("The laptop of {name}, {role}", name=told.whose, role=told.role),
        *([say("Responsible: {who}", who=told.responsible)] if told.responsible else []),
        say("This is what this book knows. What the laptop took in from others since is not in it."),
    )
    return Document(say("A laptop is lost"), under, sections)


def how_many(told: Lost) -> Iterator[tuple[str, str]]:
    yield say("Workers"), digits(told.people.number)
    yield say("Members of households"), digits(told.members.number)
    yield say("Households"), digits(told.homes.number)
    yield say("Names"), say("some names were on it") if told.names_on_it else say("no names, only numbers and codes")


def what(parts: Iterable[Part]) -> list[tuple[str, list[Figure]]]:
    """By who may read it, the most of each first, for the screen as for paper; or that nothing is known, of no kind."""
    found = [(part.title, [_figure(*each) for each in part.kinds]) for part in parts]
    return found or [(say("Nothing that this book knows of."), [])]


def _figure(name: str, number: int) -> Figure:
    kind = KINDS.get(name)
    called = say(kind.plural) if kind else say("records of a newer program")
    return Figure(capital(called), digits(number), _counted(kind, number))


def _counted(kind: Kind | None, number: int) -> str:
    if kind is None:
        return count("{number} record of a newer program", "{number} records of a newer program", number)
    return say("{number} {what}", number=digits(number), what=say(kind.label if number == 1 else kind.plural))


def _on_paper(parts: Iterable[Part]) -> Iterator[Line]:
    for title, figures in what(parts):
        words = say(", ").join(each.words for each in figures)
        yield Line(title, words) if figures else Line("", title)


def _on_the_way(told: Lost) -> Iterator[Line]:
    one = "{number} bundle was made for it, and nobody said that it came. In it was at most:"
    many = "{number} bundles were made for it, and nobody said that they came. In them was at most:"
    yield Line("", count(one, many, told.bundles))
    yield from _on_paper(told.may_hold)


def when(told: Lost) -> Iterator[tuple[str, str]]:
    if not told.own:
        yield say("Last bundle made for it"), _day(told.sent)
        yield say("Last bundle that came from it"), _day(told.came)
    yield say("Last backup of this book"), full_day(told.backed_up) if told.backed_up else say("never")


def _day(moment: int | None) -> str:
    if moment is None:
        return say("never")
    return full_day(clock.day_of(moment)) if moment else say("date uncertain")


def protects(told: Lost) -> Iterator[str]:
    yield from map(say, FINDER)
    if told.locked_out:
        yield say("It is locked out: what it writes counts nowhere.")
    elif not told.own:
        yield say("It is not locked out yet.")


def next_steps(told: Lost) -> Iterator[str]:
    if not told.locked_out:
        yield say(LOCK_OUT[told.may_lock_out])
    yield from map(say, NEXT)


def _to_tell(told: Lost) -> Iterator[Line]:
    labels = {say("Workers"): told.people, say("Members of households"): told.members, say("Households"): told.homes}
    for label, whom in labels.items():
        one, many = "{number} that this book cannot name", "{number} that this book cannot name"
        others = [count(one, many, whom.unnamed)] if whom.unnamed else []
        if whom.number:
            yield Line(label, say(", ").join([*whom.names, *others]))
