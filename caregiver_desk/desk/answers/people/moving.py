"""What may become of a caregiver's work: her homes, who could take them, the teams, and who could take over hers."""

from __future__ import annotations

from dataclasses import dataclass

from caregiver_desk import clock
from caregiver_desk.acts.people.coming_back import why_not_back
from caregiver_desk.acts.sharing.sharing import standing_of
from caregiver_desk.acts.visits.households import standing
from caregiver_desk.practice.due import GONE
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import partners, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY

Options = list[tuple[str, str]]  # an id, and what it is called


@dataclass(frozen=True)
class Moving:
    """Whom it is about, as what its reader may do it, and everything that can be chosen."""

    caregiver: str
    name: str
    role: str
    team: str
    gone: str  # in which state they left, if they did
    not_back: str  # why that is not taken back by one act any more; empty where it is
    homes: Options
    others: Options
    teams: Options
    supervisors: Options


def moving(book: Book, caregiver: str) -> Moving:
    works = questions.listing(book, "engagement", {"person": caregiver, "role": Role.CAREGIVER}, limit=EVERY)
    team = next((str(each["team"]) for each in works if each["state"] not in GONE), "")
    name = questions.names_of(book, [caregiver]).get(caregiver, "")
    gone = str(works[0]["state"]) if works and not team else ""
    return Moving(
        caregiver,
        name,
        book.role,
        team,
        gone,
        why_not_back(book, caregiver) if gone else "",
        _called(book, [str(each["household"]) for each in standing(book, caregiver, clock.today())]),
        _called(book, _beside(book, team, caregiver)),
        [each for each in _called(book, [leaf.id for leaf in questions.listing(book, "team")]) if each[0] != team],
        _supervisors(book),
    )


def _supervisors(book: Book) -> Options:
    """With whom bundles are exchanged still."""
    heard, known = standing_of(book), partners.known(book)
    hers = [each for each in known if each.role == Role.SUPERVISOR and not each.parted]
    return [(each.laptop, each.name) for each in hers if not heard.is_out(each.key)]


def _beside(book: Book, team: str, caregiver: str) -> list[str]:
    """Who else works in a team."""
    works = questions.listing(book, "engagement", {"team": team, "role": Role.CAREGIVER}, limit=EVERY)
    people = (str(each["person"]) for each in works if each["state"] not in GONE)
    return [each for each in dict.fromkeys(people) if each != caregiver]


def _called(book: Book, ids: list[str]) -> Options:
    return sorted(questions.names_of(book, ids).items(), key=lambda each: each[1])
