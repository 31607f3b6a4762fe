"""What a filled-in form is to this book: new, read before, a correction of one that was read, or one that is outdated.

A form bears a number, and one that was mended also the number that it corrects. What was read from a form names its
number (`records/submitted`), so it is known again on every laptop that holds it, also after it was corrected or taken
out. What was only undone may be brought in again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.intake.acquaintance import Verdict
from caregiver_desk.acts.intake.cells import number_of_a_form
from caregiver_desk.acts.intake.columns import Matching
from caregiver_desk.acts.intake.forms import CORRECTS, SUBMISSION, form_for
from caregiver_desk.acts.intake.headings import Sheet
from caregiver_desk.acts.intake.planning import Planned
from caregiver_desk.acts.intake.table import Row
from caregiver_desk.acts.keeping import edit, scope_to_write
from caregiver_desk.records import submitted
from caregiver_desk.records.journal import WITHDRAWN
from caregiver_desk.records.record import Draft, Kind, changes, spread
from caregiver_desk.store import histories, questions, undoing
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


class Met(NamedTuple):
    """What comes of one answer of a form: the record that it founds or corrects, or why it changes nothing.

    `forms` are the numbers of outdated forms in the same file; the record remembers them too, so that none comes back.
    """

    verdict: Verdict
    record: str = ""
    why: str = ""
    leaf: Leaf | None = None
    forms: tuple[str, ...] = ()


class Submissions:
    """The filled-in forms of one sheet, and those of them that the book knows.

    `about` is the field by which the answers of one form are told apart: each home once, each caregiver once.
    """

    def __init__(self, book: Book, kind: Kind, about: str, sheet: Sheet, matching: Matching) -> None:
        self._book, self._kind, self._about = book, kind, about
        told = list(_numbers(sheet, matching))
        self._corrects = {number: first for number, first in told if first and first != number}
        self._lines = Counter(number for number, _ in told)
        self._rows: dict[str, dict[int, Row]] = {}
        self._met: dict[str, set[str]] = {}
        self._here: dict[str, list[Leaf]] = {}
        named = sorted({*self._lines, *self._corrects.values()})
        for leaf in questions.listing(book, kind.name, {submitted.FIELD: named}, limit=EVERY) if named else ():
            self._here.setdefault(leaf[submitted.FIELD], []).append(leaf)

    def meet(self, number: str, row: Row, scope: str, about: str) -> Met:
        """What comes of an answer about this home or person, in the form of this number, on this row."""
        self._met.setdefault(number, set()).add(about)
        self._rows.setdefault(number, {})[row.number] = row
        if number in self._outdated:
            return Met(Verdict.ASIDE, why=say("another form in this file corrects it"))
        if here := self._read_from(number, about):
            return Met(Verdict.HERE, here.id, say("this form was read before"))
        earlier = self._chain(number)[1:]
        forms = tuple(each for each in reversed(earlier) if each in self._outdated)
        if known := next(filter(None, (self._read_from(each, about) for each in earlier)), None):
            return Met(Verdict.CORRECTED, known.id, leaf=known, forms=self._unread(known, forms))
        return self._by_its_id(number, clock.submitted((number, *earlier)[-1], scope, about), forms)

    def _by_its_id(self, number: str, record: str, forms: tuple[str, ...]) -> Met:
        """Of the record that this form founds wherever it is read."""
        leaf = questions.find_one(self._book, self._kind.name, record)
        if leaf is None or (leaf.gone and record in self._undone):
            return Met(Verdict.NEW, record, forms=forms)
        unread = self._unread(leaf, (*forms, number))
        if number not in unread:
            gone = say("this form was read before, and its record was taken out")
            return Met(Verdict.HERE, record, gone if leaf.gone else say("a later form has corrected it"))
        if leaf.gone:
            return Met(
                Verdict.REFUSED, record, say("it corrects what was taken out of this book; if it is right, record it")
            )
        return Met(Verdict.CORRECTED, record, leaf=leaf, forms=tuple(each for each in unread if each != number))

    def _unread(self, leaf: Leaf, forms: tuple[str, ...]) -> tuple[str, ...]:
        """Those of these forms that a record was never read from."""
        entries = histories.history(self._book, self._kind.name, leaf.id)
        read = {entry.fields.get(submitted.FIELD) for entry in entries}
        return tuple(each for each in forms if each not in read)

    @cached_property
    def _undone(self) -> frozenset[str]:
        return undoing.taken_back(self._book, form_for(self._kind.name).act)

    @cached_property
    def _outdated(self) -> set[str]:
        return {first for number, first in self._corrects.items() if number in self._lines}

    def _chain(self, number: str) -> list[str]:
        """This form, the one that it corrects, and so on, as far as the file tells."""
        chain = [number]
        while (before := self._corrects.get(chain[-1], "")) and before not in chain:
            chain.append(before)
        return chain

    def _read_from(self, number: str, about: str) -> Leaf | None:
        return next((leaf for leaf in self._here.get(number, ()) if leaf[self._about] == about), None)

    def no_longer_told(self) -> Iterator[tuple[Row, Leaf]]:
        """What was read from a form and stands no more in the one that corrects it, if all of that was understood."""
        for number, rows in self._rows.items():
            if number not in self._outdated and len(rows) == self._lines[number]:
                earlier = (leaf for each in self._chain(number)[1:] for leaf in self._here.get(each, ()))
                left_out = (leaf for leaf in earlier if leaf[self._about] not in self._met[number])
                yield from ((max(rows.values()), leaf) for leaf in left_out)


def _numbers(sheet: Sheet, matching: Matching) -> Iterator[tuple[str, str]]:
    """The number of each row, and of the form that it corrects."""
    if SUBMISSION not in matching.fields:
        return
    places = [matching.fields.index(name) if name in matching.fields else -1 for name in (SUBMISSION, CORRECTS)]
    for row in sheet.rows:
        number, first = (_number(row, place) for place in places)
        if number:
            yield number, first


def _number(row: Row, place: int) -> str:
    try:
        return number_of_a_form(row.cells[place]) if 0 <= place < len(row.cells) else ""
    except ValueError:
        return ""


def founded(book: Book, kind: Kind, planned: Planned, scope: str, draft: Draft) -> Iterator[Change]:
    """The changes that make a record of a row; one that was undone says again what it says, and nothing else."""
    record, told = planned.record or clock.new_record(scope), spread(draft)
    undone = questions.find_one(book, kind.name, record) if planned.record else None
    yield from _outdated(kind, record, scope, planned.forms)
    yield Change(
        kind.name, record, scope, {**changes(questions.journal_values(undone), told), **told} if undone else told
    )


def mended(book: Book, kind: Kind, planned: Planned) -> Iterator[Change]:
    """The changes that a corrected form makes to what was read from the one before."""
    leaf = questions.get(book, kind.name, planned.record)
    scope = scope_to_write(book, leaf)
    yield from _outdated(kind, leaf.id, scope, planned.forms)
    yield Change(kind.name, leaf.id, scope, {WITHDRAWN: True}) if planned.gone else edit(book, leaf, planned.told)


def _outdated(kind: Kind, record: str, scope: str, forms: Iterable[str]) -> Iterator[Change]:
    """The numbers that a record bore in between, so that none of those forms changes it back."""
    return (Change(kind.name, record, scope, {submitted.FIELD: number}) for number in forms)
