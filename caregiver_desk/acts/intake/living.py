"""Rows that tell who lives in a home: children, and the adults who care for them.

A list of children comes from a system that counted one child twice where it was known in two homes. So the same name
with the same year of birth in another home is asked about, never joined. Only a first name is kept of anybody, and none
where the home did not agree that it is written down who lives there: a sheet cannot agree in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caregiver_desk.acts.act import understood
from caregiver_desk.acts.intake.acquaintance import Acquaintances, Verdict, entry
from caregiver_desk.acts.intake.cells import Reader, Told
from caregiver_desk.acts.intake.columns import Matching
from caregiver_desk.acts.intake.doors import Doors
from caregiver_desk.acts.intake.forms import ANSWER
from caregiver_desk.acts.intake.headings import Sheet
from caregiver_desk.acts.intake.planning import Planned
from caregiver_desk.acts.intake.table import Row
from caregiver_desk.acts.keeping import new_in, scope_to_write, wished
from caregiver_desk.acts.visits.households import agreed_to_members
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.practice.people import names
from caregiver_desk.records.visits.households import MEMBER, MemberDraft
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.wording import say


class MemberJudge:
    """Judges row after row, and remembers the new ones for those below."""

    def __init__(self, book: Book, sheet: Sheet, matching: Matching) -> None:
        self._book = book
        self.reader = Reader(sheet, matching)
        self._doors, self._known = Doors(book), Acquaintances(book, MEMBER)

    def judge(self, row: Row) -> list[Planned]:
        told = self.reader.read(row)
        another = names.folded(str(told.pop(ANSWER, ""))) == names.folded(say("new"))
        said = self._said(told)
        new = entry(MEMBER, said, row.number)
        verdict, why, beside = self._known.meet(new)
        if verdict is Verdict.PERHAPS and another:
            verdict, why, beside = Verdict.NEW, "", None
        if verdict is Verdict.NEW:
            self._known.remember(new)
        return [Planned(row, verdict, why, "", said, beside)]

    def afterwards(self) -> Iterable[Planned]:
        return ()

    def _said(self, told: Told) -> Told:
        """The fields of one member. Raises Refused."""
        _first_name(told)
        for name in ("household", "first_name"):
            if not told.get(name):
                raise NotFilledIn(fields=_label(name))
        try:
            told["household"] = self._doors.named(told["household"])
        except ValueError as trouble:
            raise NotUnderstood(field=_label("household"), reason=str(trouble)) from None
        draft = understood(MemberDraft, told)
        agreed_to_members(wished(self._book, draft))
        return {name: getattr(draft, name) for name in told}


class MemberFounder:
    """Makes the changes that write down who lives in a home."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._scopes: dict[str, str] = {}

    def changes(self, planned: Planned) -> Iterator[Change]:
        draft = understood(MemberDraft, planned.told)
        yield new_in(self._scope(draft.household), MEMBER, draft)

    def _scope(self, household: str) -> str:
        if household not in self._scopes:
            self._scopes[household] = scope_to_write(self._book, questions.get(self._book, "household", household))
        return self._scopes[household]


def _first_name(told: Told) -> None:
    """Of a whole name only what somebody is called by at home."""
    for column in ("name", "surname_first"):
        if column in told:
            written = names.split(told.pop(column), surname_first=column == "surname_first")
            if first := (written.known_as or written.given).partition(" ")[0]:
                told.setdefault("first_name", first)


def _label(name: str) -> str:
    return say(MEMBER.fields[name].label)
