"""Standing in: a team is somebody's for a time, and the right ends by itself. A coordinator's acts.

Context. Somebody acts up while the supervisor is away, or covers for a team beside their own. On the last day nobody
may be able to reach their laptop, and no clock can be trusted to judge what was written there.

Decision. The coordinator says the last day when it begins, in a dated statement (records/sharing/standing), and a
record tells people who, where and until when. On that day whoever stands in writes no more there, by the clock of their
own laptop; nobody sends them more of the team; and Today asks the coordinator to make the end final. That is the
ordinary end of an enrolment: what is known by then counts for good, what comes later is set aside. Until somebody
settles it, whatever was written after the day counts and is found (acts/sharing/together). Each step is one act, and a
new day takes any of them back: also after the end was made final. Which scopes a time lends is said with each of them:
two times at once have ends of their own, and what both lend is theirs until the later one.

What goes along is what a successor would read: the ordinary records of the team, and who its people are where they are
written of apart from others. What two people said in confidence never does. Open concerns go along where that is asked,
for a clock that nobody sees helps no child.

Consequences. The right begins when the statement arrives, a few days early if the stick is early; the first day is for
people. What a laptop has read it keeps, as after a hand-over: only what is newer is not sent.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import product

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.growth.roads import need_road
from caregiver_desk.acts.keeping import Wish, edit, keep, new_in, period
from caregiver_desk.acts.people.handing_over import open_concerns, people_of, sites_of_their_own, supervisors_of
from caregiver_desk.acts.sharing.sharing import ended, enrolled, standing_of, still_heard
from caregiver_desk.errors import (
    DaysAreStated,
    NoKeyOfTheirs,
    NoLaptopOfTheirs,
    NotHeardOf,
    NotUnderstood,
    ThereForGood,
)
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.growth.stepping import STEPPING_IN, StandsIn
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import access, ledger, partners, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.sync import trust
from caregiver_desk.wording import full_day, say


def only_its_words(wish: Wish) -> None:
    """The days are a statement of the coordinator; changing the record alone would change no right."""
    if wish.changed - {"words"}:
        raise DaysAreStated


keep(STEPPING_IN, "growth", only_its_words, verbs=("change",))


@act("Have somebody stand in", subject="growth", role=Role.COORDINATOR)
def step_in(
    book: Book,
    *,
    team: str,
    person: str,
    until: date,
    since: date | None = None,
    sort: StandsIn = StandsIn.ACTING_UP,
    words: str | None = None,
    concerns: bool = False,
) -> Outcome:
    """From now on somebody, or the partner of this name, has this team as well; on the day `until` that ends by itself.

    With `concerns` the team's open concerns go along. Raises RoadClosed, NoLaptopOfTheirs, NotHeardOf, LockedOut or
    Parted, NotUnderstood for a day that has come, and ThereForGood where they have the team already.
    """
    need_road(book, Road.STEPPING_IN)
    began = since or clock.today()
    _need_to_come(until, began)
    hers, partner = questions.get(book, "team", team), _partner_of(book, person)
    still_heard(book, partner)
    if not questions.knows(book, "person", partner.person):
        raise NotHeardOf(name=partner.name)
    if standing_of(book).may_be_written_by(partner.key, hers.scope) and not _lent(book, partner.key, hers.scope):
        raise ThereForGood(name=partner.name)
    told = {"person": book.shown(partner.person), "team": hers.id, "sort": sort, "since": began, "until": until}
    told |= {"words": words, "concerns": concerns}
    record = new_in(hers.scope, STEPPING_IN, understood(STEPPING_IN.draft, told))
    along = _goes_along(book, hers, partner, concerns=concerns)
    rights = [_right(book, partner.key, scope, record.record, until) for scope in along]
    saved = ledger.append(book, "step_in", [*rights, record], undoable=False)
    access.note(book, What.ENROLLED, partner=partner.key)
    sentence = "{name} has {team} as well, until {day}. Then it ends by itself. Make them a bundle now."
    return _told(saved, say(sentence, name=partner.name, team=hers["name"], day=full_day(until)), record.record)


@act("Give a new day for the end", subject="growth", role=Role.COORDINATOR)
def extend_stepping_in(book: Book, *, id: str, until: date) -> Outcome:  # noqa: A002 - it is the record's id
    """Somebody goes on standing in until another day, also where the end was made final. Raises NotUnderstood."""
    leaf = questions.get(book, STEPPING_IN.name, id)
    _need_to_come(until, clock.today())
    team, lent = questions.get(book, "team", str(leaf["team"])), _lent_by(book, leaf)
    along = {
        (partner.key, scope)
        for partner in _partners(book, leaf)
        for scope in _goes_along(book, team, partner, concerns=bool(leaf["concerns"]))
    }
    keys = _need_keys(book, leaf, {*lent, *along})
    rights = [_right(book, key, scope, leaf.id, until) for key, scope in keys]
    changes = [edit(book, leaf, {"until": until, "settled": None}), *_links_moved(book, leaf, until)]
    saved = ledger.append(book, "extend_stepping_in", [*rights, *changes], undoable=False)
    return _told(saved, say("It lasts until {day}. Then it ends by itself.", day=full_day(until)), id)


@act("End it now", subject="growth", role=Role.COORDINATOR)
def end_stepping_in(book: Book, *, id: str) -> Outcome:  # noqa: A002 - it is the record's id
    """The end is final: what is known here of what they wrote there counts, and what comes later is set aside.

    Take in their last bundle first. Raises NoKeyOfTheirs where nothing is known of their laptop.
    """
    leaf, today = questions.get(book, STEPPING_IN.name, id), clock.today()
    if leaf["settled"]:
        return Outcome(say("The end was made final before. Nothing was changed."), record=id)
    lent, standing = _need_keys(book, leaf, _lent_by(book, leaf)), standing_of(book)
    rights = [_right(book, key, scope, leaf.id) for key, scope in lent if standing.until(key, scope)]
    said = period(leaf)
    last = max(min(said.until or today, today), said.since or date.min)
    changes = [edit(book, leaf, {"until": last, "settled": today}), *_links_moved(book, leaf, last)]
    saved = ledger.append(book, "end_stepping_in", [*rights, *changes], undoable=False)
    for key in sorted({key for key, _ in lent}):
        access.note(book, What.DISMISSED, partner=key)
    return _told(saved, say("The end is final. What they wrote until now counts."), id)


def _told(saved: ledger.Saved, sentence: str, record: str) -> Outcome:
    """Without an undo of one key: a statement is taken back by the next one, a new last day or an end."""
    return Outcome(sentence, saved.touched, 0, record)


def to_make_final(book: Book, today: date) -> list[Leaf]:
    """The times in another's place that are over and whose end a coordinator has not made final."""
    over = [each for each in questions.listing(book, STEPPING_IN.name, limit=EVERY) if not each["settled"]]
    return [each for each in over if book.role == Role.COORDINATOR and str(each["until"]) <= today.isoformat()]


def _partner_of(book: Book, person: str) -> Partner:
    """Whoever speaks for somebody now, by the record of who they are or by the name of a partner."""
    if questions.find_one(book, "person", person) is None:
        return trust.partner_named(book, person)
    theirs = [each for each in partners.known(book) if book.shown(each.person) == book.shown(person)]
    heard = [each for each in theirs if not each.parted and not standing_of(book).is_out(each.key)]
    if not heard:
        raise NoLaptopOfTheirs(name=questions.names_of(book, [person])[person])
    return max(heard, key=lambda each: each.paired)


def _need_to_come(until: date, after: date) -> None:
    if until <= max(after, clock.today()):
        label = say(STEPPING_IN.fields["until"].label)
        raise NotUnderstood(field=label, reason=say("this is not after the first day, or has come already"))


def _lent(book: Book, key: str, scope: str) -> date | None:
    return standing_of(book).until(key, scope)


def _goes_along(book: Book, team: Leaf, partner: Partner, *, concerns: bool) -> Iterator[str]:
    """The scopes of a team, of its people alone, and if asked of its open concerns; but for what they have for good."""
    before = supervisors_of(book, team.id)
    yield team.scope
    keys = {each.key for each in partners.known(book) if book.shown(each.person) in {each["person"] for each in before}}
    opened = [each.scope for each in open_concerns(book, keys)] if concerns else []
    said = standing_of(book)
    for scope in sorted({*sites_of_their_own(book, people_of(book, team.id), before), *opened}):
        if not said.may_be_written_by(partner.key, scope) or said.until(partner.key, scope):
            yield scope


def _partners(book: Book, leaf: Leaf) -> list[Partner]:
    """Whoever speaks for the one who stands in."""
    return [each for each in partners.known(book) if book.shown(each.person) == leaf["person"]]


def _lent_by(book: Book, leaf: Leaf) -> list[tuple[str, str]]:
    """The keys and scopes of a time in another's place, also of somebody who is no partner of this book."""
    said, mark = standing_of(book), clock.mark(leaf.id)
    keys = {*said.known.keys.values(), *(each.key for each in partners.known(book))}
    return [each for each in sorted(product(keys, _scopes(book))) if mark in said.lent_for(*each)]


def _need_keys(book: Book, leaf: Leaf, lent: Collection[tuple[str, str]]) -> list[tuple[str, str]]:
    """Raises NoKeyOfTheirs where there is nothing of which a statement could be made."""
    if not lent:
        raise NoKeyOfTheirs(name=questions.names_of(book, [str(leaf["person"])])[str(leaf["person"])])
    return sorted(lent)


def _right(book: Book, key: str, scope: str, record: str, until: date | None = None) -> Change:
    """What is said of a scope where this time lasts until a day, or is over: other times go on to lend it."""
    days = {clock.mark(record): until} if until else {}
    days |= _others_there(book, key, scope, record)
    return enrolled(key, scope, max(days.values()), sorted(days)) if days else ended(book, key, scope)


def _others_there(book: Book, key: str, scope: str, record: str) -> dict[str, date]:
    """The other times in another's place that lend a scope and were not ended: by their marks, until when."""
    marks = standing_of(book).lent_for(key, scope) - {clock.mark(record)}
    running = questions.listing(book, STEPPING_IN.name, limit=EVERY) if marks else []
    found = {clock.mark(each.id): period(each).until for each in running if not each["settled"]}
    return {mark: day for mark, day in found.items() if day and mark in marks}


def _scopes(book: Book) -> frozenset[str]:
    with book.reading() as cursor:
        return frozenset(book.hearing(cursor).scopes())


def _links_moved(book: Book, leaf: Leaf, until: date) -> Iterable[Change]:
    """What they began with the people there ends with their time: also with one that is longer or shorter."""
    links = questions.listing(book, "supervision", {"supervisor": str(leaf["person"])}, limit=EVERY)
    there = {person.id for person in people_of(book, str(leaf["team"]))}
    for each in links:
        if each["until"] == leaf["until"] and each["caregiver"] in there:
            yield edit(book, each, {"until": until})
