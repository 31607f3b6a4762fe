"""How the three laptops meet: cards and sticks, a team that changes hands, one need that two people see differently.

Context. In week 19 the supervisor of the South goes. Her words with her people stay hers; her people, their homes and
their visits go on.

Decision. She closes what is open between her and each of them. The coordinator hands the team over in one act; only
then does the South's own bundle carry to her successor what a supervisor may read. From that Monday on the South is
kept in the successor's book, and the old one stays as it was left. With each stick to the coordinator goes the return
of the month before. In week 8 the coordinator says what is a custom of this organisation; in week 23 he confirms how
long records are kept, and removes what was kept long enough.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from caregiver_desk import clock
from caregiver_desk.acts.act import named
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.acts.retention import due
from caregiver_desk.acts.sharing.returns import missing
from caregiver_desk.acts.sharing.sharing import accept_card
from caregiver_desk.errors import Blocked
from caregiver_desk.store import partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import carriers, exchange, making, trust
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer.calendar import standing_on
from caregiver_desk.trainer.story import TEAMS, Telling, caregivers, listed, told


@dataclass(frozen=True)
class Post:
    """The stick that is carried from one laptop to another."""

    folder: Path
    opener: Opener

    def carry(self, sender: Book, reader: Book) -> None:
        for made in making.make(sender, self._partner(sender, reader)):
            exchange.open_bundle(reader, carriers.drop(self.folder, made.bundle, made.sealed), self.opener)

    def pull(self, sender: Book, reader: Book) -> None:
        """The stick is pulled while it is written: half a file, that nobody can open."""
        for made in making.make(sender, self._partner(sender, reader)):
            half = carriers.drop(self.folder, made.bundle, made.sealed[: len(made.sealed) // 2])
            with suppress(Blocked):
                exchange.open_bundle(reader, half, self.opener)

    def lose(self, sender: Book, reader: Book) -> None:
        """The stick is lost on the way: whoever finds it reads nothing, and the next one brings the same again."""
        making.make(sender, self._partner(sender, reader))

    def exchange(self, one: Book, other: Book) -> None:
        self.carry(one, other)
        self.carry(other, one)

    def _partner(self, sender: Book, reader: Book) -> Partner:
        return next(each for each in partners.known(sender) if each.key == reader.key)


def begin(telling: Telling) -> None:
    """Each supervisor and the coordinator read eight words to each other."""
    coordinator = telling.books.coordinator
    for supervisor in (telling.books.north, telling.books.south):
        _meet(supervisor, coordinator)


def _meet(one: Book, other: Book) -> None:
    for book, partner in ((one, other), (other, one)):
        card = trust.my_card(partner, questions.names_of(partner, [partner.person])[partner.person])
        accept_card(book, card, heard=" ".join(trust.read_card(card)[1]))


def tell_monday(telling: Telling, post: Post, week: int) -> None:
    if week == told("sharing")["take_over"]["week"]:
        _take_over(telling, post)
    if week == told("sharing")["customs"]["week"]:
        _say_customs(telling)


def _say_customs(telling: Telling) -> None:
    """A number, days on which the site is closed, the policy, and some words; they travel with the next sticks."""
    story, day, coordinator = told("sharing")["customs"], telling.calendar.day, telling.books.coordinator
    named("set_norm")(coordinator, **story["number"])
    closed = {name: day(story["closed"][name]) for name in ("since", "until")}
    named("close_site")(coordinator, **closed, why=story["closed"]["why"])
    named("name_policy")(coordinator, **{**story["policy"], "since": day(story["policy"]["since"])})
    for called in story["called"]:
        named("set_words")(coordinator, **called)


def tell_end(telling: Telling, post: Post, week: int) -> None:
    """The sticks of this week, from each supervisor who has a team, and back."""
    if week == told("sharing")["kept"]["week"]:
        _let_go(telling.books.coordinator)
    _mishaps(telling, post, week)
    if week in told("sharing")["weeks"]:
        desks = {book.id: book for book in (telling.desk(team, week) for team in TEAMS)}
        for desk in desks.values():
            _make_returns(desk)
            post.exchange(desk, telling.books.coordinator)


def _mishaps(telling: Telling, post: Post, week: int) -> None:
    for name, happens in (("pulled", post.pull), ("lost", post.lose)):
        each = told("sharing")["mishaps"][name]
        if week == each["week"]:
            happens(telling.desk(each["team"], week), telling.books.coordinator)


def _make_returns(desk: Book) -> None:
    """Of last month, for each team whose return nobody made."""
    for each in missing(desk):
        named("make_monthly_return")(desk, month=each.first, team=each.team.id)


def _let_go(coordinator: Book) -> None:
    """The organisation says how long it keeps what, and what is over goes; only how many there were stays."""
    story = told("sharing")["kept"]
    named("confirm_times")(coordinator, times=story["times"])
    over = [each for each in due(coordinator, clock.today()) if each.kind == story["remove"]]
    named("remove_expired")(coordinator, ids=[record for each in over for record in each.ids])


def _take_over(telling: Telling, post: Post) -> None:
    """Mpho's last morning: she closes what is hers, and Nomvula is let in."""
    north, south, coordinator = telling.books.each()
    for each in caregivers():
        if each["team"] == "south":
            _pass_on(south, telling.people[each["given_names"]])
    for each in told("sharing")["passed_on"]:
        note = {"team": own_team(south), "day": clock.today(), "agreed": True, "words": each["words"]}
        named("record_handing_on")(south, caregiver=telling.people[each["who"]], **note)
    _meet(north, south)
    post.carry(south, coordinator)
    named("hand_over_team")(coordinator, team=own_team(south), to=north.laptop, leaves=True)
    post.carry(coordinator, south)
    post.carry(south, north)
    named("part_from")(north, partner=south.laptop)
    post.exchange(coordinator, north)


def _pass_on(south: Book, caregiver: str) -> None:
    """What is open between the two is closed; who left before has nothing open."""
    if any(each["until"] is None for each in listed(south, "supervision", caregiver=caregiver)):
        named("part_with")(south, caregiver=caregiver)


def dispute(telling: Telling, post: Post) -> None:
    """Coordinator and supervisor change one home before either knows of the other; it waits to be settled."""
    story, today = told("sharing")["dispute"], telling.calendar.today
    north, coordinator = telling.books.north, telling.books.coordinator
    for book, level, day in (
        (coordinator, story["coordinator"], today - timedelta(days=1)),
        (north, story["north"], today),
    ):
        with standing_on(day):
            named("change_household")(book, id=telling.homes[story["home"]], fields={"level": level})
    with standing_on(today):
        post.exchange(north, coordinator)
