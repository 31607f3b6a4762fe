"""How things stand with every partner, and what is said of bundles that are made and opened. No widget."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, named
from caregiver_desk.acts.sharing import together
from caregiver_desk.acts.sharing.organisation import newest_list
from caregiver_desk.desk.answers.sharing import mailboxes
from caregiver_desk.desk.answers.sharing.clashes import Clash, clashes
from caregiver_desk.desk.answers.sharing.mailboxes import Mailbox
from caregiver_desk.desk.answers.sharing.quarrels import Quarrel, quarrels
from caregiver_desk.records.journal import Stream
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import access_heads, arrivals, branches, partners, questions, sending, upkeep
from caregiver_desk.store.arrivals import IMPORTS, Opened
from caregiver_desk.store.book import Book
from caregiver_desk.store.branches import Fork
from caregiver_desk.store.partners import PARTNERS, Partner
from caregiver_desk.store.unheard import given_up, unheard
from caregiver_desk.sync import carriers, exchange, making
from caregiver_desk.sync.contents import in_a_line
from caregiver_desk.sync.exchange import LISTS, Looked
from caregiver_desk.sync.making import Made
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.receipts import heard, is_receipt
from caregiver_desk.wording import count, say

SHOWN = 6  # of what came in
CLASHES = 8  # that are told at once, if not more are asked for


@dataclass(frozen=True)
class Exchanged:
    """A partner, when a bundle was last made for her and last came from her, and what she has not said she holds.

    `missing` are changes of hers that have not come although later ones have.
    """

    partner: Partner
    sent: int | None
    came: int | None
    waiting: int
    missing: int
    log_broken: int | None = None  # when it was noticed that her access log does not go on from what it was


@dataclass(frozen=True)
class CameIn:
    """A bundle that was opened here, and who had made it."""

    opened: Opened
    sender: str


@dataclass(frozen=True)
class SetAside:
    """What somebody wrote where she may not write: her laptop, the scope and what it is called, of how many records."""

    laptop: str
    scope: str
    name: str
    place: str
    records: int


@dataclass(frozen=True)
class Shared:
    """How things stand with everyone."""

    exchanged: tuple[Exchanged, ...]
    arrived: tuple[CameIn, ...]
    quarrels: tuple[Quarrel, ...]
    clashes: tuple[Clash, ...]  # the first of them
    clashing: int  # how many there are
    forks: tuple[tuple[Fork, str], ...]  # with whose book it is
    unheard: tuple[SetAside, ...] = ()
    given_up: tuple[str, ...] = ()  # teams that somebody else has now
    mailbox: Mailbox | None = None
    letters: tuple[Path, ...] = ()  # of the post, that wait for her on this laptop
    organised: bool = False  # whether there is a list of coordinators, or the reader could begin one

    @property
    def to_deliver(self) -> tuple[Exchanged, ...]:
        """The partners for whom something waits here."""
        return tuple(each for each in self.exchanged if each.waiting and not each.partner.parted)

    @property
    def needs_you(self) -> int:
        mine = sum(fork.mine for fork, _ in self.forks)
        return len(self.quarrels) + self.clashing + mine + len(self.unheard) + len(self.letters)


def shared(book: Book, told: int = CLASHES) -> Shared:
    """As many are told of what does not fit together as are `told`."""
    known = partners.known(book)
    shown, clashing = clashes(book, told)
    by_key = {partner.key: partner.name for partner in known}
    by_laptop = {partner.laptop: partner.name for partner in known}
    opened = arrivals.opened(book)
    came = {each.laptop: each.opened for each in reversed(opened)}
    holes, broken = sending.holes(book), access_heads.broken(book)
    return Shared(
        tuple(
            Exchanged(
                each,
                partners.last_sent(book, each),
                came.get(each.laptop),
                making.undelivered(book, each),
                _missing(holes, each),
                broken.get(each.key),
            )
            for each in known
        ),
        tuple(CameIn(each, by_laptop.get(each.laptop, say("another laptop"))) for each in opened[:SHOWN]),
        tuple(quarrels(book)),
        tuple(shown),
        clashing,
        tuple((fork, by_key.get(fork.key, say("somebody"))) for fork in branches.forks(book)),
        tuple(_set_aside(book, by_key)),
        tuple(str(leaf["name"]) for leaf in questions.listing(book, "team") if leaf.scope in given_up(book)),
        mailboxes.mailbox(book),
        mailboxes.letters(book),
        book.role == Role.COORDINATOR or newest_list(book) is not None,
    )


def _set_aside(book: Book, by_key: Mapping[str, str]) -> Iterator[SetAside]:
    places = questions.places(book)
    for each in unheard(book):
        place = places.get(each.scope, say("another team"))
        yield SetAside(each.laptop, each.scope, by_key.get(each.key, say("Somebody")), place, each.records)


def _missing(holes: Mapping[Stream, Sequence[tuple[int, int]]], partner: Partner) -> int:
    """From whatever laptop of hers."""
    hers = (found for stream, found in holes.items() if clock.speaks_for(stream.laptop, partner.key))
    return sum(high - low + 1 for found in hers for low, high in found)


def needs_you(book: Book) -> int:
    """How much somebody has to settle."""
    disputes = sum(len(each.quarrels) for each in questions.disputed(book))
    mine = sum(fork.mine for fork in branches.forks(book))
    return disputes + len(together.found(book)) + mine + len(unheard(book)) + len(mailboxes.letters(book))


def make_bundle(book: Book, partner: Partner, folder: Path) -> Outcome:
    """Seal what this partner lacks into a file in this folder."""
    made = making.make(book, partner)
    files = [carriers.drop(folder, each.bundle, each.sealed) for each in made]
    return Outcome(_sentence(partner, files, made), frozenset({PARTNERS}))


def _sentence(partner: Partner, files: Sequence[Path], made: Sequence[Made]) -> str:
    if len(made) > 1:
        words = "{number} bundles for {name}, because one would be too large. Give all of them."
        return say(words, number=len(made), name=partner.name)
    told = in_a_line(made[0].contents)
    return say("{file}: {told}, for {name}.", file=files[0].name, told=told, name=partner.name)


def arrived(book: Book, looked: Looked) -> str:
    if is_receipt(looked):
        return heard(book, looked)
    facts = looked.received.summary()
    words = say("Opened: {new} new, {changed} changed.", **facts)
    if looked.list in LISTS:
        words = f"{words} {say(LISTS[looked.list])}"
    needs = facts["needs_you"]
    return f"{words} {count('{number} thing needs you.', '{number} things need you.', needs)}" if needs else words


def make_receipt(book: Book, partner: Partner, folder: Path) -> Outcome:
    """Say to this partner what has arrived here, in a file in this folder."""
    made = making.receipt(book, partner)
    path = carriers.drop(folder, made.bundle, made.sealed)
    return Outcome(say("{file}: a receipt for {name}.", file=path.name, name=partner.name))


def turned(book: Book, opened: Opened) -> Outcome:
    """Set aside, or brought back."""
    outcome = named("bring_back" if opened.aside else "set_aside")(book, arrival=opened.number)
    return Outcome(outcome.sentence, outcome.touched | {arrivals.IMPORTS})


def in_short(told: Shared) -> str:
    """What needs her, or else what is still to deliver."""
    if told.needs_you:
        return count("{number} thing needs you", "{number} things need you", told.needs_you)
    return _how_much(*told.to_deliver) if told.to_deliver else say("Nothing needs you")


def what_next(told: Shared) -> tuple[str, str]:
    """Where nothing needs her: how much others lack, and the one thing that comes next; the post goes to all."""
    if told.mailbox and told.exchanged:
        words = say("Fetch and send the post. It brings what is there for you, and takes what waits here.")
        return in_short(told), words
    if told.to_deliver:
        first = told.to_deliver[0]
        words = say("Make a bundle for {name}, or exchange with them in this room.", name=first.partner.name)
        return _how_much(first), words
    words = say("Open a bundle that somebody gave you. You see what it would change before anything is changed.")
    return in_short(told), words


def _how_much(*lacking: Exchanged) -> str:
    number = sum(each.waiting for each in lacking)
    return count("{number} change to deliver", "{number} changes to deliver", number)


def take_in(book: Book, path: Path, opener: Opener) -> Outcome:
    """What a bundle brings, with a backup before it."""
    upkeep.back_up_before_import(book, clock.today())
    looked = exchange.open_bundle(book, path, opener)
    if looked is None:
        return Outcome(say("This bundle was opened before. Nothing changed."))
    return Outcome(arrived(book, looked), looked.received.posted.touched | {IMPORTS})
