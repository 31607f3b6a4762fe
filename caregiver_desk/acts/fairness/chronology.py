"""The chronology of a process: which records may be chosen, and what is copied of each.

Decision. The act refuses whatever is not on the list of practice/fairness/chronology, whoever asks and by whatever id:
what was said to help somebody is not held against them, by no page, no command and no bundle. What is chosen is copied
as it stands, so that a later change does not change the chronology; that it changed is said beside it.

What stands in an entry, and what it took from its record, are two lines: where the record is erased, the words that
were taken are erased with it, and the entry stays, with its day. A record has its own day, and lateness is judged by
that one; another is chosen only for a record that has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.fairness.copied import in_two
from caregiver_desk.acts.fairness.inside import about_of, parts, process_of
from caregiver_desk.acts.fairness.taking_part import by_who_leads, leads, need_open, need_to_lead
from caregiver_desk.acts.keeping import ELSEWHERE, Wish, keep, new_in, scope_to_write
from caregiver_desk.acts.kept_back import KEPT_BACK
from caregiver_desk.errors import NotForAChronology, NotUnderstood
from caregiver_desk.practice.fairness.chronology import as_it_stands, fact_of, is_late, may_stand, offers
from caregiver_desk.records.fairness.processes import CHRONOLOGY_ENTRY, PROCESS
from caregiver_desk.records.journal import WITHDRAWN
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Draft
from caregiver_desk.records.supervision.supervision import CHECK_IN
from caregiver_desk.store import histories, ledger, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

LONGEST_FACT = 280
TAKEN = frozenset({"source", "fact", "matters", "copy_of"})

keep(CHRONOLOGY_ENTRY, "fairness", by_who_leads, verbs=("withdraw",))


class Entry(NamedTuple):
    """One line of a chronology as it is read: `late` and `changed` say what a reader has to know of it."""

    leaf: Leaf
    day: date | None  # None where it did not come with its line
    late: bool
    changed: bool | None  # None where its record is not in this book

    @property
    def fact(self) -> str:
        return str(self.leaf["fact"] or say("Erased: the record from which it was taken is not kept any more."))


@act("Put a record into a chronology", subject="fairness")
def link_record(
    book: Book,
    *,
    process: str,
    kind: str,
    id: str,  # noqa: A002 - it is the record's id
    fact: str = "",
    matters: str = "",
    day: date | None = None,
) -> Outcome:
    """A link to a record, with a copy of how it stands now. Without `fact` its own first words are taken.

    Raises NotForAChronology for every kind that is not on the list, whatever its id.
    """
    what = questions.kind_named(kind)
    if kind not in offers():
        raise NotForAChronology(what=say(what.label))
    leaf = process_of(book, process)
    need_to_lead(book, leaf)
    source = questions.get(book, kind, id)
    if source[what.about] != leaf["caregiver"]:
        raise NotUnderstood(field=say(CHRONOLOGY_ENTRY.fields["source"].label), reason=say("this is of somebody else"))
    if not _may_stand(book, source):
        raise NotForAChronology(what=say(what.label))
    if here := [each for each in parts(book, leaf, CHRONOLOGY_ENTRY.name) if each["source"] == source.id]:
        return Outcome(say("It stands in the chronology already."), record=here[0].id)
    need_open(book, leaf)
    entry = new_in(scope_to_write(book, leaf), CHRONOLOGY_ENTRY, _entry(book, leaf, source, fact, matters, day))
    saved = ledger.append(book, "link_record", list(in_two(entry, TAKEN)), undoable=False)
    return Outcome(say("Added, as it stands today."), saved.touched, record=entry.record)


def _entry(book: Book, process: Leaf, source: Leaf, fact: str, matters: str, day: date | None) -> Draft:
    copied = as_it_stands(source.kind, source.values)
    first = histories.history(book, source.kind, source.id)[0]
    recorded = clock.day_of(first.at) if first.at else None
    told = {
        "process": process.id, "caregiver": process["caregiver"],
        "day": day_of(source) or day or recorded or clock.today(),
        "fact": fact or shortened(fact_of(source.kind, source.values)), "matters": matters or None,
        "source_kind": source.kind, "source": source.id,
        "copy_of": copied, "recorded_by": questions.names_of(book, [first.by]).get(first.by), "recorded_on": recorded,
        "added": clock.today(),
    }  # fmt: skip
    return understood(CHRONOLOGY_ENTRY.draft, told)


def shortened(words: str) -> str:
    """The first of some words, as much as a fact may have."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST_FACT else line[: LONGEST_FACT - 1].rsplit(" ", 1)[0] + "…"


def offered(book: Book, process: str) -> list[Leaf]:
    """The records that may be chosen and are not yet in it, the newest first."""
    leaf = process_of(book, process)
    chosen = {str(each["source"]) for each in parts(book, leaf, CHRONOLOGY_ENTRY.name)}
    found = [
        each
        for kind in offers()
        for each in questions.listing(book, kind, {KINDS[kind].about: leaf["caregiver"]}, limit=EVERY)
        if each.id not in chosen and _may_stand(book, each)
    ]
    return sorted(found, key=lambda each: (day_of(each) or date.min, each.id), reverse=True)


def _may_stand(book: Book, leaf: Leaf) -> bool:
    """What it points at and is not here is asked in vain: then it may not."""
    fields = KINDS[leaf.kind].fields
    asked = {name: fields[name].shown.refers for name in offers()[leaf.kind].of}
    found = {name: questions.find_one(book, kind, str(leaf[name])) for name, kind in asked.items()}
    return may_stand(leaf.kind, leaf.values, {name: each.values for name, each in found.items() if each})


def chronology(book: Book, process: str) -> list[Entry]:
    """Its lines in the order of their days; what may not stand in one is left out, and is a finding."""
    found = parts(book, process_of(book, process), CHRONOLOGY_ENTRY.name)
    entries = [_read(book, each) for each in found if not is_kept_back(book, each)]
    return sorted(entries, key=lambda each: (each.day or date.min, each.leaf.id))


def is_kept_back(book: Book, entry: Leaf) -> bool:
    """Whether an entry is shown to nobody: its kind may not stand there, or its record may not as it is now."""
    kind, source = str(entry["source_kind"]), str(entry["source"] or "")
    if kind not in offers():
        return True
    leaf = questions.find_one(book, kind, source) if source else None
    return leaf is not None and not _may_stand(book, leaf)


KEPT_BACK[CHRONOLOGY_ENTRY.name] = is_kept_back


def taken_out(wish: Wish) -> Iterator[Change]:
    """A talk that turns out to have been one to help somebody is taken out of the chronologies that are led here."""
    values = {name: wish[name] for name in KINDS[CHECK_IN.name].fields}
    if may_stand(CHECK_IN.name, values, {}):
        return
    for process in questions.listing(wish.book, PROCESS.name, {"caregiver": str(wish["caregiver"])}, limit=EVERY):
        if leads(wish.book, process_of(wish.book, process.id), about_of(wish.book, process.id)):
            found = parts(wish.book, process, CHRONOLOGY_ENTRY.name)
            yield from (_withdrawn(wish.book, each) for each in found if each["source"] == wish.record)


def _withdrawn(book: Book, entry: Leaf) -> Change:
    return Change(entry.kind, entry.id, scope_to_write(book, entry), {WITHDRAWN: True})


ELSEWHERE[CHECK_IN.name] = [taken_out]


def _read(book: Book, entry: Leaf) -> Entry:
    day, recorded = (date.fromisoformat(str(entry[name])) if entry[name] else None for name in ("day", "recorded_on"))
    return Entry(entry, day, day is not None and is_late(day, recorded), _changed(book, entry))


def _changed(book: Book, entry: Leaf) -> bool | None:
    source = questions.find_one(book, str(entry["source_kind"]), str(entry["source"] or ""))
    return None if source is None else as_it_stands(source.kind, source.values) != entry["copy_of"]


def day_of(leaf: Leaf) -> date | None:
    """The day under which a record that may be linked stands."""
    names = (offers()[leaf.kind].dated, KINDS[leaf.kind].when, "day", "target", "since")
    said = next((leaf[name] for name in names if name and leaf[name]), None)
    return date.fromisoformat(str(said)) if said else None
