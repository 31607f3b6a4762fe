"""Rows that tell of check-ins that were held: with whom, on which day, of which kind, how long, and when the next is.

One pair and one day are one check-in. What was said in it stands in no sheet and in no form. Two who have no
supervision in this book yet begin it there first: a sheet founds no pair, so that two laptops never found two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from caregiver_desk.acts.intake import again
from caregiver_desk.acts.intake.acquaintance import Verdict, caregivers
from caregiver_desk.acts.intake.cells import Reader, Told
from caregiver_desk.acts.intake.columns import Matching
from caregiver_desk.acts.intake.forms import SUBMISSION
from caregiver_desk.acts.intake.headings import Sheet
from caregiver_desk.acts.intake.planning import Planned
from caregiver_desk.acts.intake.submissions import Met, Submissions, founded, mended
from caregiver_desk.acts.intake.table import Row
from caregiver_desk.acts.keeping import scope_to_write, wished
from caregiver_desk.acts.supervision.pairs import Pair, pair_with
from caregiver_desk.acts.supervision.supervision import TALK_RULES, planned_with
from caregiver_desk.errors import NotFilledIn, NotUnderstood
from caregiver_desk.records.journal import WITHDRAWN
from caregiver_desk.records.reported import Source
from caregiver_desk.records.supervision.supervision import CHECK_IN, CheckInDraft, CheckInState
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY
from caregiver_desk.wording import say

_OF_THE_TALK = ("type", "minutes", "next_day")

Said = Mapping[str, Any]


class CheckInJudge:
    """Judges row after row, and remembers the check-ins above."""

    def __init__(self, book: Book, sheet: Sheet, matching: Matching) -> None:
        self.reader = Reader(sheet, matching)
        self._book = book
        self._who = caregivers(book, also_gone=True)
        self._forms = Submissions(book, CHECK_IN, "caregiver", sheet, matching)
        self._asked = frozenset(matching.fields)
        self._known: dict[str, dict[str, tuple[int, Said]]] = {}

    def judge(self, row: Row) -> list[Planned]:
        told = self.reader.read(row)
        if lacking := [_label(name) for name in ("caregiver", "day") if name not in told]:
            raise NotFilledIn(fields=", ".join(lacking))
        caregiver = self._who.find(told["caregiver"], _label("caregiver"))
        pair = self._pair(caregiver)
        said = {"caregiver": caregiver, **self._said(pair, told)}
        form = self._form(told, row, pair, caregiver)
        if form.verdict is Verdict.CORRECTED:
            return [self._corrected(row, said, form)]
        verdict, why = self._met(row, pair, said) if form.verdict is Verdict.NEW else (form.verdict, form.why)
        return [Planned(row, verdict, why, told=said, record=form.record, forms=form.forms)]

    def _corrected(self, row: Row, said: Said, form: Met) -> Planned:
        """The check-in as the corrected form tells it: what it leaves empty is emptied too."""
        empty = {name: CheckInDraft.model_fields[name].default for name in _OF_THE_TALK if name in self._asked}
        told = {**empty, **said}
        heed = again.corrected(CHECK_IN, told, form.leaf)
        return Planned(row, Verdict.CORRECTED, heed=heed, told=told, record=form.record, forms=form.forms)

    def afterwards(self) -> Iterator[Planned]:
        """The check-in with somebody whom a corrected form names no more."""
        for row, leaf in self._forms.no_longer_told():
            heed = say("the corrected form tells of somebody else: this check-in is taken out")
            yield Planned(row, Verdict.CORRECTED, heed=heed, record=leaf.id, gone=True)

    def _pair(self, caregiver: str) -> Pair:
        """The pair that listens and is listened to. Raises NotUnderstood where this book knows none."""
        pair = pair_with(self._book, caregiver)
        if pair.founding:
            reason = say("you two have no supervision in this book yet; hold the first check-in here")
            raise NotUnderstood(field=_label("caregiver"), reason=reason)
        return pair

    def _said(self, pair: Pair, told: Told) -> Said:
        """The fields of one check-in that was held, as its rules allow it. Raises Refused."""
        kept = {name: told[name] for name in (*_OF_THE_TALK, SUBMISSION) if name in told}
        said = {"day": told["day"], "state": CheckInState.HELD, "source": Source.IMPORTED, **kept}
        wish = wished(self._book, pair.draft(CHECK_IN, said))
        for rule in TALK_RULES:
            rule(wish)
        return said

    def _form(self, told: Told, row: Row, pair: Pair, caregiver: str) -> Met:
        """What the form is to this book from which the row comes, if it comes from one."""
        if SUBMISSION not in told:
            return Met(Verdict.NEW)
        return self._forms.meet(told[SUBMISSION], row, pair.scope, caregiver)

    def _met(self, row: Row, pair: Pair, said: Said) -> tuple[Verdict, str]:
        known, day = self._of(pair), said["day"].isoformat()
        if day not in known:
            known[day] = row.number, said
            return Verdict.NEW, ""
        line, before = known[day]
        names = [name for name in _OF_THE_TALK if name in said]
        differing = [
            again.difference(CHECK_IN.fields[name].label, CHECK_IN.fields[name], said[name], before.get(name))
            for name in names
            if again.differ(CHECK_IN, name, said[name], before.get(name))
        ]
        return Verdict.REFUSED if differing else Verdict.HERE, again.words(line, differing)

    def _of(self, pair: Pair) -> dict[str, tuple[int, Said]]:
        """What was held by day: in the book (line 0), then on the lines above."""
        if pair.link not in self._known:
            where = {"supervision": pair.link, "state": CheckInState.HELD.value}
            leaves = questions.listing(self._book, "check_in", where, limit=EVERY)
            self._known[pair.link] = {leaf["day"]: (0, leaf.values) for leaf in leaves}
        return self._known[pair.link]


class CheckInFounder:
    """Makes the changes that record the check-ins of a plan; one that was planned until then has come about."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self._come: set[str] = set()

    def changes(self, planned: Planned) -> Iterator[Change]:
        if planned.verdict is Verdict.CORRECTED:
            yield from mended(self._book, CHECK_IN, planned)
            return
        told = dict(planned.told)
        pair = pair_with(self._book, told.pop("caregiver"))
        yield from founded(self._book, CHECK_IN, planned, pair.scope, pair.draft(CHECK_IN, told))
        meant = planned_with(self._book, pair, until=told["day"])
        if meant and meant.id not in self._come:
            self._come.add(meant.id)
            yield Change(CHECK_IN.name, meant.id, scope_to_write(self._book, meant), {WITHDRAWN: True})


def _label(name: str) -> str:
    return say(CHECK_IN.fields[name].label)
