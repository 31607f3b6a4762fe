"""People and homes move: a team changes hands, a caregiver changes teams, a home changes teams. A coordinator's acts.

Context. Who may write follows the scope, and so does who may read. Words that two people said in a room belong to them
and to no successor.

Decision. A *team* keeps its scope, and all ordinary records in it; whoever takes it over is let in, and whoever gives
it up is heard there as far as is known. A single record that moves is *stated* to live in another scope, and what may
travel of it is said again there, with where it came from. Visits stay where they happened.

Consequences. What somebody wrote before she knew is not lost: of a record that moved it counts and is flagged; of a
team that she gave up it is set aside until the coordinator lets it count. Of one record that moves a coordinator can
say again only what he holds; names and places of a home never rose to him, so the next caregiver hears those at the
first visit, which two of them make together.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.concerns.how_it_stands import state_of
from caregiver_desk.acts.growth.beside import ended as links_end
from caregiver_desk.acts.keeping import Wish, edit, keep, new_in, tell
from caregiver_desk.acts.sharing.sameness import said
from caregiver_desk.acts.sharing.sharing import ended, enrolled, standing_of, still_heard
from caregiver_desk.acts.visits.households import standing
from caregiver_desk.errors import LeadOnly, NobodyLeadsIt, NotUnderstood, NotYourProcess
from caregiver_desk.practice.concerns.concerns import OVER
from caregiver_desk.records.concerns.concerns import CONCERN
from caregiver_desk.records.folding import TRAVELS
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import ENGAGEMENT, EngagementDraft, EngagementState, Role
from caregiver_desk.records.sharing.sameness import Verdict, pair
from caregiver_desk.records.sharing.standing import Statement
from caregiver_desk.records.supervision.supervision import HANDING_ON
from caregiver_desk.records.visits.households import HOUSEHOLD, Ended
from caregiver_desk.store import access, histories, ledger, partners, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.sync import trust
from caregiver_desk.wording import count, say

STAYS = frozenset({"visit"})  # where it happened, whatever becomes of the home
CARRIED = ("field_days", "hours", "sort", "travel", "area")  # of somebody's work, from one team to the next


def with_her_word(wish: Wish) -> None:
    """Nothing is passed on of a caregiver that she did not agree to."""
    if wish["words"] and not wish["agreed"]:
        label = say(HANDING_ON.fields["agreed"].label)
        raise NotUnderstood(field=label, reason=say("ask them first; without their word nothing is passed on"))


keep(HANDING_ON, "people", with_her_word)


# --- a record


@act("Hand a record over", subject="sharing", role=Role.COORDINATOR)
def hand_over(book: Book, *, kind: str, id: str, scope: str) -> Outcome:  # noqa: A002 - it is the record's id
    """From now on this record lives in another scope; what may travel is restated there, with where it came from.

    A concern stays in the scope that it founded: raises LeadOnly. So does a process: raises NotYourProcess.
    """
    leaf = questions.get(book, kind, id)
    if questions.kind_named(kind).widest is Audience.PROCESS:
        raise NotYourProcess
    if questions.kind_named(kind).stays:
        raise LeadOnly
    with book.reading() as cursor:
        if scope not in book.hearing(cursor).scopes():
            raise NotUnderstood(field="scope", reason=say("this book knows no such scope"))
    restated = list(_restated(book, leaf, scope))
    saved = ledger.append(book, "hand_over", [*_lives(book, leaf, scope), *restated], undoable=False)
    one, many = "Handed over, {number} value restated.", "Handed over, {number} values restated."
    return tell(saved, count(one, many, len(restated)), leaf.id)


def _lives(book: Book, leaf: Leaf, scope: str) -> Iterator[Change]:
    """The statements that a record lives in this scope from now on, and that what stands with it is one with it."""
    of_one = _of_one(book, leaf)
    for each in of_one:
        yield Change(Statement.HANDOVER, Statement.HANDOVER.about(each), "", {"to": clock.mark(each, scope)})
    yield from (said(*pair(leaf.id, each), Verdict.SAME) for each in of_one if each != leaf.id)


def lives_again(book: Book, record: str, scope: str, but: Collection[str]) -> Iterator[Change]:
    """The statement that a record lives again where it did, and what was said of it elsewhere but in these lines."""
    kind = questions.kind_of(book, record)
    yield Change(Statement.HANDOVER, Statement.HANDOVER.about(record), "", {"to": clock.mark(record, scope)})
    yield from _said_again(book, kind.name, record, scope, but)


def _of_one(book: Book, leaf: Leaf) -> tuple[str, ...]:
    """The record, and those that stand with it."""
    with book.reading() as cursor:
        return book.hearing(cursor).joined.all_of(leaf.id)


def _restated(book: Book, leaf: Leaf, scope: str) -> Iterator[Change]:
    """Each value is said again of the record of which it was said: what stands together may be parted there."""
    for each in _of_one(book, leaf):
        yield from _said_again(book, leaf.kind, each, scope)


def _said_again(book: Book, kind: str, record: str, scope: str, but: Collection[str] = ()) -> Iterator[Change]:
    for name, entry in histories.current(book, kind, record):
        if entry.audience in TRAVELS and entry.scope != scope and entry.tag not in but:
            yield Change(kind, record, scope, {name: entry.fields[name]}, restates=entry.tag)


def _moved(book: Book, leaves: Collection[Leaf], scope: str) -> list[Change]:
    """Records that live elsewhere from now on, with those that stand with them; then what may travel of them."""
    away = [leaf for leaf in leaves if leaf.scope != scope]
    statements = [each for leaf in away for each in _lives(book, leaf, scope)]
    return [*statements, *(each for leaf in away for each in _restated(book, leaf, scope))]


# --- a team


@act("Hand a team over", subject="people", role=Role.COORDINATOR)
def hand_over_team(book: Book, *, team: str, to: str, day: date | None = None, leaves: bool = False) -> Outcome:
    """A whole team changes hands in one act; `to` is a partner. What two people said in confidence does not move.

    Who gives it up is heard there as far as is known here: take in her last bundle first. With `leaves` she goes for
    good, and the same holds of the people she entered. A site that serves this team alone is opened to the next one; of
    people who are written of elsewhere only what the coordinator holds goes along. Raises NoSuchPartner, LockedOut,
    Parted or NobodyLeadsIt.
    """
    hers, next_one = questions.get(book, "team", team), trust.partner_named(book, to)
    still_heard(book, next_one)
    began, before = day or clock.today(), supervisors_of(book, team)
    gone = [each for each in before if each["person"] != book.shown(next_one.person)]
    people = people_of(book, team)
    sites = sites_of_their_own(book, people, gone)
    keys = _keys(book, hers.scope, gone) - {next_one.key, book.key}
    rights = _rights(book, next_one.key, keys, {hers.scope, *sites}, {hers.scope, *(sites if leaves else ())})
    along = [each for each in open_concerns(book, _with_no_other_team(book, gone)) if next_one.key != book.key]
    rights += [enrolled(next_one.key, each.scope) for each in along]
    moves = _people_moved(book, [each for each in people if each.scope not in sites], next_one)
    changes = [*_given_up(book, gone, began, leaves=leaves)]
    changes += _taken_over(before, hers, book.shown(next_one.person), began)
    changes += _links_ended(book, {str(each["person"]) for each in gone}, {leaf.id for leaf in people}, began)
    saved = ledger.append(book, "hand_over_team", [*rights, *_in_order(moves), *changes], undoable=False)
    access.note(book, What.ENROLLED, partner=next_one.key)
    for key in sorted(keys):
        access.note(book, What.DISMISSED, partner=key)
    one = "{team}: {name} has it now, with {number} caregiver."
    many = "{team}: {name} has it now, with {number} caregivers."
    told = count(one, many, len(people), team=hers["name"], name=next_one.name)
    told = say("{told} What was said in confidence stays with those two.", told=told)
    return tell(saved, f"{told} {_go_along(len(along))}".strip(), team)


def _go_along(number: int) -> str:
    """Open concerns: whoever wrote their words, or the protection lead, sends them with the next bundle."""
    one = "{number} open concern goes along; its words come from who wrote them."
    many = "{number} open concerns go along; their words come from who wrote them."
    return count(one, many, number) if number else ""


def _with_no_other_team(book: Book, gone: Iterable[Leaf]) -> set[str]:
    """The keys of those who give up their last team: who has another one follows her concerns herself."""
    given_up = {each.id: str(each["person"]) for each in gone}
    works = questions.listing(book, "engagement", {"role": Role.SUPERVISOR}, limit=EVERY)
    stays = {str(each["person"]) for each in works if each["until"] is None and each.id not in given_up}
    people = {book.shown(each) for each in given_up.values() if each not in stays}
    return {each.key for each in partners.known(book) if book.shown(each.person) in people}


def open_concerns(book: Book, keys: Iterable[str]) -> list[Leaf]:
    """The concerns that these noted and that are not over; those about workers are not even known here."""
    noted = questions.listing(book, CONCERN.name, limit=EVERY)
    founders = [*keys]
    hers = [each for each in noted if any(clock.founded(key, each.scope) for key in founders)]
    return [each for each in hers if state_of(book, each) not in OVER]


def _rights(book: Book, to: str, keys: Iterable[str], opened: Iterable[str], closed: Iterable[str]) -> list[Change]:
    """The statements by which one key may write in some scopes from now on, and others no longer."""
    shut = sorted(closed)
    return [
        *(enrolled(to, scope) for scope in sorted(opened)),
        *(ended(book, key, scope) for key in sorted(keys) for scope in shut),
    ]


def sites_of_their_own(book: Book, people: Iterable[Leaf], gone: Iterable[Leaf]) -> set[str]:
    """The sites in which only these people are written of, and who gives them up."""
    sites = {person.scope for person in people} - {book.site}
    known = {person.id for person in people} | {str(each["person"]) for each in gone}
    others = {each.scope for each in questions.listing(book, "person", limit=EVERY) if each.id not in known}
    return sites - others


def _people_moved(book: Book, people: Collection[Leaf], to: Partner) -> list[Change]:
    """People who are written of where others are too: they move one by one. Raises NobodyLeadsIt."""
    if not people:
        return []
    leader = questions.find_one(book, "person", to.person)
    if leader is None:
        raise NobodyLeadsIt
    about = [each for person in people for each in _told_of(book, person.id)]
    return _moved(book, [*people, *about], leader.scope)


def people_of(book: Book, team: str) -> list[Leaf]:
    """The caregivers who work in a team now, as far as it is known here who they are."""
    return [questions.get(book, "person", str(each["person"])) for each in _at_work(book, team)]


def supervisors_of(book: Book, team: str) -> list[Leaf]:
    held = questions.listing(book, "engagement", {"team": team, "role": Role.SUPERVISOR}, limit=EVERY)
    return [each for each in held if each["until"] is None]


def _at_work(book: Book, team: str) -> list[Leaf]:
    held = questions.listing(book, "engagement", {"team": team, "role": Role.CAREGIVER}, limit=EVERY)
    return [each for each in held if each["until"] is None and questions.find_one(book, "person", str(each["person"]))]


def _keys(book: Book, scope: str, gone: Iterable[Leaf]) -> set[str]:
    """The keys of those who give a team up, and of whoever founded it; coordinators keep theirs."""
    people = {book.shown(str(each["person"])) for each in gone}
    standing = standing_of(book)
    hers = {each.key for each in partners.known(book) if book.shown(each.person) in people}
    founders = {key for key in standing.known.keys.values() if clock.founded(key, scope)}
    return {key for key in hers | founders if standing.may_be_ended(key, scope, by=book.key)}


def _given_up(book: Book, gone: Iterable[Leaf], day: date, *, leaves: bool) -> list[Change]:
    state = EngagementState.LEFT if leaves else EngagementState.TRANSFERRED
    return [edit(book, each, {"state": state, "until": day}) for each in gone]


def _taken_over(before: Iterable[Leaf], team: Leaf, person: str, day: date) -> list[Change]:
    if any(each["person"] == person for each in before):
        return []
    work = EngagementDraft(person=person, team=team.id, role=Role.SUPERVISOR, since=day)
    return [new_in(team.scope, ENGAGEMENT, work)]


def _links_ended(book: Book, supervisors: set[str], caregivers: set[str], day: date) -> list[Change]:
    """Nobody supports them from both sides: who comes next begins with each of them anew."""
    links = questions.listing(book, "supervision", {"supervisor": supervisors, "caregiver": caregivers}, limit=EVERY)
    return list(links_end(book, (each for each in links if each["until"] is None), day))


# --- a caregiver


class Moving(NamedTuple):
    """What moves somebody, to be saved together, and what is said of it."""

    person: str
    changes: list[Change]
    sentence: str


@act("Move a caregiver to another team", subject="people", role=Role.COORDINATOR)
def move_caregiver(book: Book, *, caregiver: str, team: str, day: date | None = None, homes: bool = False) -> Outcome:
    """She works in another team from this day on; nothing of her talks and of her support moves.

    Who she is, her notices and her vettings go along, and with `homes` her homes; else these stay with their team and
    wait for somebody. Raises NobodyLeadsIt for a team without a supervisor who could read of her, and NotUnderstood
    for the team where she works already.
    """
    moved = moving(book, caregiver, team, day, homes=homes)
    saved = ledger.append(book, "move_caregiver", moved.changes, undoable=False)
    return tell(saved, moved.sentence, moved.person)


def moving(book: Book, caregiver: str, team: str, day: date | None = None, *, homes: bool = False) -> Moving:
    """All that moves a caregiver to another team; nothing is saved. Raises what the act raises."""
    person, there, began = (
        questions.get(book, "person", caregiver),
        questions.get(book, "team", team),
        day or clock.today(),
    )
    if any(each["person"] == person.id for each in _at_work(book, there.id)):
        raise NotUnderstood(field=say(ENGAGEMENT.fields["team"].label), reason=say("this is the present team"))
    hers = standing(book, person.id, clock.today())
    moves = _moved(book, [person, *_told_of(book, person.id)], _site_of(book, there.id))
    moves += _homes_moved(book, [str(each["household"]) for each in hers], there) if homes else []
    changes = [*_in_order(moves), *_engaged_there(book, person.id, there, began)]
    changes += [] if homes else [edit(book, each, {"until": began, "ended": Ended.HANDOVER}) for each in hers]
    changes += _links_ended(book, _listening(book, person.id), {person.id}, began)
    name = questions.call(KINDS["person"], person.values)
    told = say("{name} works in {team} from now on.", name=name, team=there["name"])
    one, many = "{number} home needs somebody.", "{number} homes need somebody."
    waiting = count(one, many, len(hers)) if hers and not homes else ""
    return Moving(person.id, changes, f"{told} {waiting}".strip())


def _told_of(book: Book, person: str) -> list[Leaf]:
    """What they were told of their rights, how their vetting stands, what they learned and are on the way with."""
    return [leaf for kind in _goes_along() for leaf in questions.listing(book, kind, {"person": person}, limit=EVERY)]


def _goes_along() -> list[str]:
    """The kinds that live where the person does, and what lives with those; what is only its author's stays."""
    first = [kind.name for kind in KINDS.values() if kind.home == "person" and kind.widest != Audience.SELF]
    homes = ((kind, kind.fields.get(kind.home)) for kind in KINDS.values() if "person" in kind.fields)
    return [*first, *(kind.name for kind, home in homes if home and home.shown.refers in first)]


def _engaged_there(book: Book, person: str, team: Leaf, day: date) -> Iterator[Change]:
    """Her work elsewhere ends, and begins anew in this team as it was."""
    works = questions.listing(book, "engagement", {"person": person, "role": Role.CAREGIVER}, limit=EVERY)
    left = [each for each in works if each["until"] is None and each["team"] != team.id]
    carried = {name: left[0][name] for name in CARRIED if left and left[0][name] is not None}
    work = EngagementDraft.model_validate({**carried, "person": person, "team": team.id, "since": day})
    yield new_in(team.scope, ENGAGEMENT, work)
    yield from (edit(book, each, {"state": EngagementState.TRANSFERRED, "until": day}) for each in left)


def _listening(book: Book, caregiver: str) -> set[str]:
    links = questions.listing(book, "supervision", {"caregiver": caregiver}, limit=EVERY)
    return {str(each["supervisor"]) for each in links}


def _site_of(book: Book, team: str) -> str:
    """Where the people of a team are written of: with its supervisor. Raises NobodyLeadsIt."""
    for each in supervisors_of(book, team):
        if person := questions.find_one(book, "person", str(each["person"])):
            return person.scope
    raise NobodyLeadsIt


def _in_order(changes: Iterable[Change]) -> list[Change]:
    """Statements first: what is said again in a new scope counts there only once the record lives there."""
    return sorted(changes, key=lambda change: change.kind in KINDS)


# --- homes


@act("Move homes to another team", subject="households", role=Role.COORDINATOR)
def move_homes(book: Book, *, households: list[str], team: str) -> Outcome:
    """These homes belong to another team from now on, with all that may travel of them; they wait for somebody there.

    Visits stay where they happened.
    """
    there = questions.get(book, "team", team)
    homes = {leaf.id: leaf for leaf in (questions.get(book, "household", each) for each in households)}
    away = [each for each, leaf in homes.items() if leaf["team"] != there.id]
    if not away:
        raise NotUnderstood(field=say(HOUSEHOLD.fields["team"].label), reason=say("this is the present team"))
    moves = _homes_moved(book, away, there)
    open_ones = [each for each in questions.pointing_at(book, "assignment", "household", away) if each["until"] is None]
    ended_today = {"until": clock.today().isoformat(), "ended": Ended.HANDOVER}
    changes = [Change("assignment", each.id, there.scope, ended_today) for each in open_ones]
    saved = ledger.append(book, "move_homes", [*_in_order(moves), *changes], undoable=False)
    one, many = "{number} home belongs to {team} now.", "{number} homes belong to {team} now."
    return tell(saved, count(one, many, len(away), team=there["name"]), "")


def _homes_moved(book: Book, households: Collection[str], team: Leaf) -> list[Change]:
    kinds = [kind.name for kind in KINDS.values() if kind.home == "household" and kind.name not in STAYS]
    homes = [questions.get(book, "household", each) for each in households]
    inside = [leaf for kind in kinds for leaf in questions.pointing_at(book, kind, "household", list(households))]
    belongs = [Change("household", leaf.id, team.scope, {"team": team.id}) for leaf in homes if leaf["team"] != team.id]
    return [*_moved(book, [*homes, *inside], team.scope), *belongs]
