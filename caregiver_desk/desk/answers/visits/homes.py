"""What is known of households: a line for each, and everything about the one that is chosen.

What somebody must know before she knocks is one word, the same on the list, on the week sheet and in the form of a
visit: that a home is paused or gone, or that it refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from caregiver_desk import clock
from caregiver_desk.acts.keeping import period
from caregiver_desk.acts.visits.households import answered
from caregiver_desk.desk.answers.telling import joined, referred
from caregiver_desk.practice.visits import consent
from caregiver_desk.practice.visits.weeks import alone
from caregiver_desk.records.visits.households import Answer, HouseholdState
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import later, say

ANSWERS = {
    None: later("not asked"),
    Answer.AGREED: later("agreed"),
    Answer.REFUSED: later("refused"),
    Answer.WITHDRAWN: later("word taken back"),
}
PAGE = 200  # homes that are told at once
VISITS = 200  # that are told of one home
ABOUT_HOMES = frozenset({"household", "member", "consent", "assignment", "visit", "referral", "service", "person"})


@dataclass(frozen=True)
class Home:
    """One line of the list: how it is called, on whose list under which number, and how it stands."""

    id: str
    name: str
    whose: str
    state: HouseholdState
    answer: Answer | None

    @property
    def mark(self) -> str:
        """What to know before somebody knocks."""
        answer = say(ANSWERS[self.answer]) if self.answer in {Answer.REFUSED, Answer.WITHDRAWN} else ""
        return joined(answer, say(str(self.state)) if self.state != HouseholdState.ACTIVE else "")

    @property
    def quiet(self) -> str:
        agreed = "" if self.answer == Answer.AGREED else say(ANSWERS[self.answer])
        return joined(self.whose or say("nobody visits"), self.mark or agreed)


@dataclass(frozen=True)
class Known:
    """Everything about one home, each part newest first."""

    leaf: Leaf
    home: Home
    members: tuple[Leaf, ...]
    answers: tuple[Leaf, ...]
    visitors: tuple[Leaf, ...]
    visits: tuple[Leaf, ...]
    referrals: tuple[Leaf, ...]
    names: Mapping[str, str]

    def of(self, kind: str) -> tuple[Leaf, ...]:
        """One of its parts, by its kind."""
        return {
            "consent": self.answers, "member": self.members, "assignment": self.visitors,
            "visit": self.visits, "referral": self.referrals,
        }[kind]  # fmt: skip


@dataclass(frozen=True)
class Homes:
    """Some households by their code, of how many; `last` where more come after it, `typed` what may mean them."""

    rows: tuple[Home, ...]
    total: int
    last: Leaf | None
    typed: str


def homes(book: Book, typed: str = "", after: Leaf | None = None, *, many: int = PAGE) -> Homes:
    """So many of the households this book knows, or those that what was typed may mean.

    A household is found by its code or nickname, by whoever lives there, and by whose list it is on.
    """
    if typed.strip():
        leaves, more = _found(book, typed), False
    else:
        leaves = questions.in_order(book, "household", limit=many + 1, after=after)
        leaves, more = leaves[:many], len(leaves) > many
    total = questions.count(book, "household")
    return Homes(tuple(_told(book, leaves)), total, leaves[-1] if more else None, typed)


def _found(book: Book, typed: str) -> list[Leaf]:
    ids = dict.fromkeys(each.id for each in questions.find(book, typed, kinds=["household"], limit=PAGE))
    living = questions.find(book, typed, kinds=["member"], limit=PAGE)
    ids |= dict.fromkeys(str(each["household"]) for each in living)
    people = [each.id for each in questions.find(book, typed, kinds=["person"], limit=PAGE)]
    lists = questions.pointing_at(book, "assignment", "caregiver", people) if people else []
    ids |= dict.fromkeys(str(each["household"]) for each in lists if _stands(each))
    found = questions.pointing_at(book, "household", "id", list(ids)[:PAGE])
    return sorted(found, key=lambda each: (str(each["code"] or ""), each.id))


def _told(book: Book, leaves: Sequence[Leaf]) -> Iterator[Home]:
    """Each with whose list it is on and what it answered."""
    ids = [each.id for each in leaves]
    lists = questions.pointing_at(book, "assignment", "household", ids)
    visitors = {str(each["household"]): each for each in lists if _stands(each)}
    answers: dict[str, list[Leaf]] = {}
    for each in questions.pointing_at(book, "consent", "household", ids):
        answers.setdefault(str(each["household"]), []).append(each)
    names = questions.names_of(book, [str(each["caregiver"]) for each in visitors.values()])
    for each in leaves:
        yield _home(each, visitors.get(each.id), answers.get(each.id, ()), names)


def marks(book: Book) -> dict[str, str]:
    """What to know before somebody knocks, of the homes of which there is something to know."""
    away = [state for state in HouseholdState if state != HouseholdState.ACTIVE]
    ids = {home for (home,) in questions.facts(book, "household", [], {"state": away})}
    no = (Answer.REFUSED, Answer.WITHDRAWN)
    ids |= {str(home) for _, home in questions.facts(book, "consent", ["household"], {"answer": no})}
    return marks_of(book, questions.pointing_at(book, "household", "id", sorted(ids)))


def marks_of(book: Book, leaves: Sequence[Leaf]) -> dict[str, str]:
    """The same of these homes."""
    return {each.id: each.mark for each in _told(book, leaves) if each.mark}


def known(book: Book, household: str) -> Known | None:
    leaf = questions.find_one(book, "household", household)
    if leaf is None:
        return None
    members, answers, visitors, visits, referrals = (
        tuple(questions.listing(book, kind, {"household": household}, limit=limit))
        for kind, limit in (
            ("member", EVERY), ("consent", EVERY), ("assignment", EVERY), ("visit", VISITS), ("referral", EVERY),
        )
    )  # fmt: skip
    names = questions.names_of(book, referred((leaf, *members, *answers, *visitors, *visits, *referrals)))
    hers = next((each for each in visitors if _stands(each)), None)
    return Known(leaf, _home(leaf, hers, answers, names), members, answers, visitors, visits, referrals, names)


def _stands(assignment: Leaf) -> bool:
    return period(assignment).holds(clock.today())


def _home(leaf: Leaf, visitor: Leaf | None, answers: tuple[Leaf, ...] | list[Leaf], names: Mapping[str, str]) -> Home:
    held = consent.holding(answered(answers), clock.today())
    name = questions.call(questions.kind_named("household"), leaf.values)
    state = HouseholdState(leaf["state"] or HouseholdState.ACTIVE)
    return Home(leaf.id, name, _whose(visitor, names), state, held.answer if held else None)


def _whose(visitor: Leaf | None, names: Mapping[str, str]) -> str:
    if visitor is None:
        return ""
    number = alone(visitor["short_number"]) if visitor["short_number"] else say("no number")
    return joined(number, names.get(str(visitor["caregiver"]), say("Name not sent here")))
