"""Somebody goes: her homes are free for others, and nothing stays due between her and her supervisor.

What was theirs to do is closed in words that are true for both sides: their promise is dropped, a burden is closed, no
next talk stands in the book. What others go on with waits in one tray (acts/people/placing), and so does what was
promised or offered to them: that is owed also to who left. The history keeps all of it, and one undo takes all of it
back. Of somebody who died nothing is asked any more, from the moment that it is known: also what was owed to them is
closed, and a talk, a round or a visit together that was planned is taken off.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act
from caregiver_desk.acts.fairness.exit_talks import last_work, new_talk
from caregiver_desk.acts.growth.beside import ended as links_end
from caregiver_desk.acts.keeping import edit, home_to_write, new, scope_to_write, tell, wished
from caregiver_desk.acts.people.handing_over import with_her_word
from caregiver_desk.acts.people.placing import Waits, placing
from caregiver_desk.errors import NothingBetween, NotUnderstood
from caregiver_desk.practice.due import CARRIED, GONE, UNDER_WAY
from caregiver_desk.practice.supervision import promises
from caregiver_desk.records.journal import WITHDRAWN
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import ENGAGEMENT, EngagementState, Leaving
from caregiver_desk.records.supervision.observation import ObservationState
from caregiver_desk.records.supervision.supervision import (
    HANDING_ON,
    CheckInState,
    HandingOnDraft,
    PromiseOwner,
    PromiseState,
)
from caregiver_desk.records.visits.households import Ended
from caregiver_desk.records.wellbeing.wellbeing import FollowUpState, StressorState
from caregiver_desk.store import ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import count, later, say

TOGETHER_NO_LONGER = later("The two of them work together no longer.")
_OPEN = {
    "promise": promises.CARRIED,
    "follow_up": UNDER_WAY,
    "stressor": CARRIED,
}
_OWED = frozenset({"promise", "follow_up"})  # stays open to who left: see acts/people/placing
_WHY = {
    EngagementState.DECEASED: Ended.DIED,
    EngagementState.LEFT: Ended.LEFT,
    EngagementState.TRANSFERRED: Ended.HANDOVER,
}


@act("A caregiver leaves", subject="people")
def caregiver_leaves(
    book: Book,
    *,
    caregiver: str,
    state: EngagementState = EngagementState.LEFT,
    day: date | None = None,
    leaving: Leaving | None = None,
    known: bool = False,
) -> Outcome:
    """Her work ends on this day, her homes wait for somebody, and what was open between her and you is closed.

    `state` is left, transferred or deceased. Why she leaves stays with you and is counted among five or more, unless
    she says that it may be `known` as hers, which she can take back. One undo takes all back. Raises NotUnderstood for
    any other state.
    """
    if state not in GONE:
        reason = say("say whether they left, were transferred or died")
        raise NotUnderstood(field=say(ENGAGEMENT.fields["state"].label), reason=reason)
    person, last = questions.get(book, "person", caregiver), day or clock.today()
    homes = [each for each in _open(book, "assignment", person.id) if home_to_write(book, each.id)]
    told = {"state": state, "until": last, **({"leaving": leaving} if leaving and known else {})}
    changes = [
        edit(book, each, told)
        for each in _open(book, "engagement", person.id, "person")
        if home_to_write(book, each.id)
    ]
    changes += [edit(book, each, {"until": last, "ended": _WHY[state]}) for each in homes]
    changes += [
        edit(book, each, {"until": last})
        for each in _open(book, "circle_member", person.id, "person")
        if home_to_write(book, each.id)
    ]
    changes += _closed(book, person.id, last, owed=state == EngagementState.DECEASED)
    changes += _taken_off(book, person.id, last) if state == EngagementState.DECEASED else []
    if leaving:
        why = {"reasons": frozenset({leaving}), "known": known}
        changes.append(new_talk(book, last_work(book, person.id), why, None))
    saved = ledger.append(book, "caregiver_leaves", changes)
    name = questions.call(KINDS["person"], person.values)
    said = say("Nothing more is due of {name}.", name=name)
    waiting = count("{number} home needs somebody.", "{number} homes need somebody.", len(homes)) if homes else ""
    more = _more_waits(book, person.id)
    team = say("Their team may like a moment of remembrance.") if state == EngagementState.DECEASED else ""
    return tell(saved, " ".join(filter(None, (said, waiting, more, team))), person.id)


def _more_waits(book: Book, caregiver: str) -> str:
    """That there is more in the tray than homes, where there is."""
    number = sum(each.whose == caregiver and each.sort != Waits.HOME for each in placing(book))
    one = "{number} more thing waits under “To be placed”."
    return count(one, "{number} more things wait under “To be placed”.", number) if number else ""


@act("Support somebody no longer", subject="supervision")
def part_with(book: Book, *, caregiver: str, day: date | None = None, words: str = "", agreed: bool = False) -> Outcome:
    """Another supervisor comes after you: what was open between you two is closed, and what was said stays with you.

    `words` are what the caregiver `agreed` that the next supervisor knows. Raises NothingBetween where you do not
    support her now, and NotUnderstood for words that she did not agree to.
    """
    person, last = questions.get(book, "person", caregiver), day or clock.today()
    changes = list(_closed(book, person.id, last))
    if not changes:
        raise NothingBetween
    if words:
        changes.append(_passed_on(book, person.id, last, words, agreed=agreed))
    saved = ledger.append(book, "part_with", changes)
    name = questions.call(KINDS["person"], person.values)
    return tell(saved, say("You support {name} no longer. What was open is closed.", name=name), person.id)


def _passed_on(book: Book, caregiver: str, day: date, words: str, *, agreed: bool) -> Change:
    """A note for who comes next, in the team where she works."""
    works = _open(book, "engagement", caregiver, "person")
    if not works:
        raise NothingBetween
    note = HandingOnDraft(caregiver=caregiver, team=str(works[0]["team"]), day=day, words=words, agreed=agreed)
    with_her_word(wished(book, note))
    return new(book, HANDING_ON, note)


def _open(book: Book, kind: str, caregiver: str, about: str = "caregiver") -> list[Leaf]:
    """What has no end yet."""
    return [each for each in questions.listing(book, kind, {about: caregiver}, limit=EVERY) if each["until"] is None]


def _closed(book: Book, caregiver: str, day: date, *, owed: bool = True) -> Iterator[Change]:
    """What ends between this book's owner and a caregiver; with `owed` also what others promised and offered."""
    for link in questions.listing(
        book, "supervision", {"caregiver": caregiver, "supervisor": book.person}, limit=EVERY
    ):
        if link["until"] is None:
            yield from _matters(book, link, day, owed=owed)
            yield from links_end(book, [link], day)


def _matters(book: Book, link: Leaf, day: date, *, owed: bool) -> Iterator[Change]:
    closes: dict[str, dict[str, str]] = {
        "promise": {"state": PromiseState.DROPPED, "why_dropped": say(TOGETHER_NO_LONGER)},
        "follow_up": {"state": FollowUpState.LAPSED},
        "stressor": {"state": StressorState.CLOSED},
    }
    for kind, fields in closes.items():
        for each in questions.listing(book, kind, {"supervision": link.id}, limit=EVERY):
            if each["state"] in _OPEN[kind] and (owed or kind not in _OWED or each["owner"] == PromiseOwner.CAREGIVER):
                yield edit(book, each, fields)
    for each in questions.listing(book, "check_in", {"supervision": link.id}, limit=EVERY):
        if each["next_day"] and each["next_day"] > day.isoformat():
            yield edit(book, each, {"next_day": None})


def _taken_off(book: Book, caregiver: str, day: date) -> Iterator[Change]:
    """Talks, rounds and visits together that lie ahead."""
    links = questions.listing(book, "supervision", {"caregiver": caregiver, "supervisor": book.person}, limit=EVERY)
    ours = {"supervision": [each.id for each in links]}
    rounds = [each for each in questions.listing(book, "lone_visit_plan", ours, limit=EVERY) if not each["back"]]
    ahead = [each for each in rounds if str(each["day"]) >= day.isoformat()]
    ahead += questions.listing(book, "observation", {**ours, "state": ObservationState.AGREED}, limit=EVERY)
    ahead += questions.listing(book, "check_in", {**ours, "state": CheckInState.PLANNED}, limit=EVERY)
    yield from (Change(each.kind, each.id, scope_to_write(book, each), {WITHDRAWN: True}) for each in ahead)
