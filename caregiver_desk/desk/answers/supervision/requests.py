"""What was asked of the organisation: what of it stands on Today, what is brought to a talk, and one of them opened.

Decision. On Today stand never the words nor from whom they came: those are for who opens it. A supervisor sees there
what is late, by its theme, to ask again, and what was answered, until who asked was told. A coordinator sees who waits
for an answer, the longest first, and no theme: beside a name, a stipend is a private word. Nothing is counted by
person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from caregiver_desk.desk.answers.days import as_day, short_day
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.answers.whose import Mine
from caregiver_desk.practice.supervision.requests import ANSWERED, OPEN, is_late
from caregiver_desk.records.people.people import Role
from caregiver_desk.records.supervision.requests import ASKING, REQUEST, RequestSort, RequestState, Theme
from caregiver_desk.store import questions, rising
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import capital, full_day, say


@dataclass(frozen=True)
class Asked:
    """One request at a glance. `due` is the day of the answer where one is still to come."""

    id: str
    title: str
    detail: str
    due: date | None
    tag: str = ""


@dataclass(frozen=True)
class Opened:
    """One of them, whole, for whoever opened it: its wish where that is kept here, and its request where it went up."""

    wish: Leaf | None
    request: Leaf | None
    title: str
    about: str
    facts: tuple[tuple[str, str], ...]
    whom: str
    answers: bool  # whether the owner of this book is who answers

    @property
    def state(self) -> RequestState | None:
        return _state(self.request) if self.request else None


def asked(book: Book, own: Mine, today: date) -> tuple[Asked, ...]:
    """What a supervisor asks again about, and what she is to tell; nothing in the book of who answers."""
    if book.role == Role.COORDINATOR:
        return ()
    told = questions.listing(book, REQUEST.name, limit=EVERY)
    hers = [each for each in told if each["asked_by"] == book.person or each["team"] in own.teams]
    late = [_chased(each) for each in hers if is_late(_state(each), as_day(each["reply_by"]), today)]
    return (*sorted(late, key=_by_day), *(_answered(each) for each in hers if _is_to_tell(each)))


def to_answer(book: Book) -> tuple[Asked, ...]:
    """What waits for a coordinator's answer, the longest first."""
    if book.role != Role.COORDINATOR:
        return ()
    waiting = questions.listing(book, REQUEST.name, {"state": OPEN}, limit=EVERY)
    names = questions.names_of(book, [str(each["asked_by"]) for each in waiting])
    return tuple(sorted((_asked_of_us(each, names) for each in waiting), key=_by_day))


def _asked_of_us(leaf: Leaf, names: dict[str, str]) -> Asked:
    who, day = names.get(str(leaf["asked_by"]), say("somebody")), as_day(leaf["day"])
    asked_on = say("asked {day}", day=short_day(day)) if day else ""
    detail = joined(who, asked_on, say(RequestState.UNDER_WAY) if _state(leaf) == RequestState.UNDER_WAY else "")
    return Asked(leaf.id, say("A request"), detail, as_day(leaf["reply_by"]))


def _chased(leaf: Leaf) -> Asked:
    return Asked(leaf.id, joined(_theme(leaf), say("no answer yet")), say("Ask again"), as_day(leaf["reply_by"]))


def _answered(leaf: Leaf) -> Asked:
    day = as_day(leaf["replied_on"])
    tag = say("answered {day}", day=short_day(day)) if day else say("answered")
    return Asked(leaf.id, joined(_theme(leaf), say(_state(leaf))), say("Tell who asked"), None, tag)


def _by_day(told: Asked) -> tuple[date, str]:
    return told.due or date.max, told.id


def _is_to_tell(leaf: Leaf) -> bool:
    return _state(leaf) in ANSWERED and not leaf["told_on"]


def to_ask_after(book: Book, caregiver: str, today: date) -> Iterator[tuple[str, str, date | None]]:
    """What to bring to a talk with somebody: an answer that came, and one that did not."""
    wishes = questions.listing(book, ASKING.name, {"caregiver": caregiver}, limit=EVERY)
    named = questions.listing(book, REQUEST.name, {"named": caregiver}, limit=EVERY)
    for each in rising.seen_as_one(book, [*wishes, *named]):
        if each.kind == ASKING.name:
            if not each["released"]:
                yield _to_the_organisation(each), say("ask whether it may go up"), None
        elif _is_to_tell(each):
            yield joined(_theme(each), say(_state(each))), str(each["answer"] or say("tell them")), None
        elif _state(each) in OPEN:
            late = is_late(_state(each), as_day(each["reply_by"]), today)
            words = say("no answer yet: ask again") if late else say("asked, no answer yet")
            yield _to_the_organisation(each), words, as_day(each["reply_by"])


def _to_the_organisation(leaf: Leaf) -> str:
    return say("For the organisation: {what}", what=say(Theme(leaf["theme"] or Theme.OTHER)))


def opened(book: Book, record: str) -> Opened:
    """A wish or a request by its id."""
    wish = questions.find_one(book, ASKING.name, record) or rising.wishes_of(book).get(record)
    request = rising.request_of(book, wish) if wish else questions.get(book, REQUEST.name, record)
    leaf = request or wish
    if leaf is None:
        leaf = questions.get(book, REQUEST.name, record)
    whom = str((wish["caregiver"] if wish else None) or (request["named"] if request else None) or "")
    names = questions.names_of(book, _people(wish, request))
    facts = tuple((words, said) for words, said in _facts(wish, request, names) if said)
    answers = book.role == Role.COORDINATOR and request is not None
    return Opened(wish, request, _theme(leaf), _about(leaf), facts, whom, answers)


def _people(wish: Leaf | None, request: Leaf | None) -> list[str]:
    named = [request[name] for name in ("asked_by", "named", "replied_by")] if request else []
    return [str(each) for each in (*named, wish["caregiver"] if wish else None) if each]


def _about(leaf: Leaf) -> str:
    day, reply = as_day(leaf["day"]), as_day(leaf["reply_by"])
    asked_on = say("asked {day}", day=full_day(day)) if day else ""
    return joined(_sort(leaf), asked_on, say("reply by {day}", day=full_day(reply)) if reply else "")


def _facts(wish: Leaf | None, request: Leaf | None, names: dict[str, str]) -> Iterator[tuple[str, str]]:
    leaf = request or wish
    yield say("What is asked"), str(leaf["words"] or say("words not sent here")) if leaf else ""
    yield say("From"), _from(wish, request, names)
    if request is None:
        yield say("How far it is"), _on_its_way(wish)
        return
    replied = as_day(request["replied_on"])
    who = names.get(str(request["replied_by"]), "")
    yield say("How far it is"), joined(say(_state(request)), full_day(replied) if replied else "", who)
    yield say("Answer"), str(request["answer"] or "")
    told = as_day(request["told_on"])
    yield say("Who asked was told on"), full_day(told) if told else ""


def _from(wish: Leaf | None, request: Leaf | None, names: dict[str, str]) -> str:
    """Whose wish it is; of one that went up without a name, that it did."""
    if wish and wish["caregiver"]:
        who = names.get(str(wish["caregiver"]), say("somebody"))
        unnamed = not wish["named"] and (request is not None or wish["released"])
        return joined(who, say("not named to the coordinator")) if unnamed else who
    if request is None:
        return say("you")
    named = names.get(str(request["named"]), "") if request["named"] else ""
    return joined(named, say("through {who}", who=names.get(str(request["asked_by"]), say("somebody"))))


def _on_its_way(wish: Leaf | None) -> str:
    released = bool(wish and wish["released"])
    return say("goes up with the next bundle for your coordinator") if released else say("between the two of you")


def _state(leaf: Leaf) -> RequestState:
    return RequestState(leaf["state"] or RequestState.ASKED)


def _theme(leaf: Leaf) -> str:
    return capital(say(Theme(leaf["theme"] or Theme.OTHER)))


def _sort(leaf: Leaf) -> str:
    return say(RequestSort(leaf["sort"] or RequestSort.MEDIATION))
