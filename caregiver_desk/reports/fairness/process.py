"""A process on paper, and its chronology: one document for everybody who takes part, the caregiver among them.

Decision. Who asks makes no difference to a word of it, so that nobody holds another paper than the others. A chronology
stands as it was chosen; that a record was changed since is said at the desk, beside the record itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from caregiver_desk.acts.fairness.chronology import Entry, chronology
from caregiver_desk.acts.fairness.inside import about_of, parts, process_of
from caregiver_desk.acts.fairness.steps import review_days
from caregiver_desk.acts.fairness.taking_part import name_of
from caregiver_desk.practice.fairness.chronology import added_later
from caregiver_desk.practice.fairness.processes import OPEN_STILL
from caregiver_desk.practice.spoken import value
from caregiver_desk.records.fairness.processes import IN_PROCESS, PROCESS, PROCESS_EVIDENCE, PROCESS_STAGE
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.reports.document import ROOM, Document, Line, Section
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import capital, full_day, known_day, say

ENDING = ("outcome", "outcome_on", "why", "heard", "arranged", "helped")
OF_A_STEP = ("target", "day", "content", "response", "agrees", "companion")
_APART = frozenset({"process", "caregiver", "adviser", "called", "before", "arranged_of", "supported", *ENDING})


def process_on_paper(book: Book, process: str) -> Document:
    """All that stands in a process. Raises NoSuchRecord."""
    leaf, about = process_of(book, process), about_of(book, process)
    about_it = Section(say("What it is about"), tuple(_about(about)))
    before = [Line("", each) for each in _support(leaf).splitlines()]
    parts = [
        about_it,
        Section(say("Support given before"), tuple(before)),
        Section(say("Steps"), tuple(_steps(book, process))),
        Section(say("Notes for the reviews"), tuple(_evidence(book, process))),
        Section(say("Chronology"), tuple(chronology_lines(book, process))),
        Section(say("How it ended"), tuple(_ended(about))),
        Section(say("Name and day"), tuple(Line(each, ROOM) for each in _who(book, leaf, about))),
    ]
    return Document(called(about), tuple(_under(book, leaf, about)), tuple(each for each in parts if each.lines))


def _support(process: Leaf) -> str:
    """What was given before; where its words were erased, that there was some."""
    erased = say("There was support. Erased: the record from which it was copied is not kept any more.")
    none = say("None is known in the book that opened it.")
    return str(process["support"] or (erased if process["supported"] else none))


def chronology_on_paper(book: Book, process: str) -> Document:
    """Its chronology alone."""
    leaf, about = process_of(book, process), about_of(book, process)
    lines = tuple(chronology_lines(book, process))
    return Document(
        say("Chronology"), (called(about), *_under(book, leaf, about)), (Section(say("In their order"), lines),)
    )


def papers_about(book: Book, person: str) -> tuple[Document, ...]:
    """Every process about somebody that this book may read, the newest first."""
    found = questions.listing(book, PROCESS.name, {"caregiver": person}, limit=EVERY)
    return tuple(process_on_paper(book, each.id) for each in found)


def called(about: Leaf | None) -> str:
    """What the site calls it, or what it is."""
    words = str(about["called"] or say(KINDS[about.kind].label)) if about else say(PROCESS.label)
    return capital(words)


def chronology_lines(book: Book, process: str) -> Iterator[Line]:
    for each in chronology(book, process):
        yield Line(known_day(each.day), each.fact)
        if each.leaf["matters"]:
            yield Line(say("Why it matters"), str(each.leaf["matters"]))
        yield Line(say("Taken from"), source_of(each))


def source_of(entry: Entry) -> str:
    """From what it was taken, who wrote that down and when, and that it was late, where it was."""
    kind = KINDS.get(str(entry.leaf["source_kind"]))
    by, on = entry.leaf["recorded_by"], entry.leaf["recorded_on"]
    told = [say(kind.label) if kind else ""]
    told += [say("written by {name}", name=by)] if by else []
    told += [say("on {day}", day=full_day(date.fromisoformat(str(on))))] if on else []
    told += [say("written late")] if entry.late else []
    return say(" · ").join(each for each in told if each)


def _about(about: Leaf | None) -> Iterator[Line]:
    if about is not None:
        yield from _fields(about, tuple(name for name in KINDS[about.kind].fields if name not in _APART))


def _ended(about: Leaf | None) -> Iterator[Line]:
    if about is not None:
        yield from _fields(about, ENDING)


def _fields(leaf: Leaf, names: tuple[str, ...]) -> Iterator[Line]:
    fields = KINDS[leaf.kind].fields
    for name in names:
        if name in fields and not fields[name].shown.refers and leaf[name] not in (None, "", frozenset()):
            yield Line(say(fields[name].label), value(fields[name], leaf[name], {}))


def steps_of(book: Book, process: str) -> list[Leaf]:
    """In the order in which they are due, or were held."""
    found = parts(book, process_of(book, process), PROCESS_STAGE.name)
    return sorted(found, key=lambda each: (str(each["day"] or each["target"] or "9"), each.id))


def _steps(book: Book, process: str) -> Iterator[Line]:
    for each in steps_of(book, process):
        yield Line(str(each["called"] or say("Step")), "")
        yield from _fields(each, OF_A_STEP)


def evidence_of(book: Book, process: str) -> list[tuple[Leaf, str]]:
    """Notes in the order of their days, each with what is to be said of when it was added; empty where nothing is."""
    about = about_of(book, process)
    ended = _as_day(about["outcome_on"]) if about and about["outcome"] not in OPEN_STILL else None
    found = parts(book, process_of(book, process), PROCESS_EVIDENCE.name)
    told = [(each, _when_added(book, each, ended)) for each in found]
    return sorted(told, key=lambda each: (str(each[0]["day"]), each[0].id))


def _when_added(book: Book, note: Leaf, ended: date | None) -> str:
    day, written, review = _as_day(note["day"]), _as_day(note["written"]), note["stage"]
    if ended and written and written > ended:
        return say("added after the end")
    days = review_days(book, str(note["process"]), review)
    return say("added after the review") if added_later(None if review else day, written, days) else ""


def _as_day(told: object) -> date | None:
    return date.fromisoformat(str(told)) if told else None


def _evidence(book: Book, process: str) -> Iterator[Line]:
    for each, later in evidence_of(book, process):
        words, day = str(each["words"] or ""), _as_day(each["day"])
        told = say("{words} ({when})", words=words, when=later) if later else words
        yield Line(full_day(day) if day else "", told)


def _under(book: Book, leaf: Leaf, about: Leaf | None) -> Iterator[str]:
    people = _people(book, leaf)
    yield people[0]
    yield say("opened {day} by {name}", day=value(PROCESS.fields["opened"], leaf["opened"], {}), name=people[1])
    if leaf["handed_to"]:
        day = value(PROCESS.fields["handed_on"], leaf["handed_on"], {}) if leaf["handed_on"] else ""
        yield say("handed over {day} to {name}", day=day, name=leaf["handed_to"])
    if about and about["adviser"]:
        yield say("advised by {name}", name=about["adviser"])


def _who(book: Book, leaf: Leaf, about: Leaf | None) -> list[str]:
    others = [str(about[each]) for each in ("goes_to", "adviser") if about[each]] if about else []
    handed = [str(leaf["handed_to"])] if leaf["handed_to"] else []
    return list(dict.fromkeys([*_people(book, leaf), *handed, *others]))


def _people(book: Book, leaf: Leaf) -> list[str]:
    """Whose it is, and who opened it: as they were called then, for not every book knows both."""
    told = (("caregiver", "caregiver_name"), ("opened_by", "opened_name"))
    return [str(leaf[name]) if leaf[name] else _named(book, str(leaf[who])) for who, name in told]


def _named(book: Book, person: str) -> str:
    return name_of(book, person) or say("Name not sent here")


HERE = frozenset(kind.name for kind in IN_PROCESS)
