"""A course group as a grid: a row a learner, a column a task, and the result; and who has not completed a course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from caregiver_desk.acts.growth.courses import courses_of
from caregiver_desk.acts.growth.tasks import tasks_of
from caregiver_desk.acts.growth.training import Lacking, days_outside, learners, not_completed, trainings_of
from caregiver_desk.desk.answers.days import as_day, short_day
from caregiver_desk.desk.answers.names import named_options
from caregiver_desk.practice.growth.training import suggested
from caregiver_desk.records.growth.training import COHORT, TaskResult, TrainingResult
from caregiver_desk.records.people.people import Role
from caregiver_desk.reports.document import Document
from caregiver_desk.reports.growth.attendance import Certificate, of_a_group, who_came
from caregiver_desk.reports.growth.learning_record import learning_record
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


@dataclass(frozen=True)
class Square:
    """One task of one learner; `record` is empty where they were not given it."""

    record: str = ""
    due: date | None = None
    handed_in: date | None = None
    result: TaskResult | None = None


@dataclass(frozen=True)
class Learner:
    """A row: who, their tasks in the order of the columns, how it ended, and what their tasks point to."""

    person: str
    name: str
    squares: tuple[Square, ...]
    result: TrainingResult | None

    @property
    def points_to(self) -> TrainingResult | None:
        return suggested(each.result for each in self.squares if each.record)


@dataclass(frozen=True)
class Grid:
    """A course group. `tasks` are the heads of its columns, `warnings` where days fall outside those of a standard."""

    cohort: str
    name: str
    course: str
    circle: str
    completed: date | None
    tasks: tuple[str, ...]
    rows: tuple[Learner, ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True)
class CourseGroups:
    """The groups there are, those that go on first, and one of them as a grid."""

    groups: Mapping[str, str] = field(default_factory=dict)
    shown: Grid | None = None


@dataclass(frozen=True)
class Certified:
    """A course group among those there are, and the certificates of those who came to it."""

    groups: Mapping[str, str] = field(default_factory=dict)
    cohort: str = ""
    course: str = ""
    people: frozenset[str] = frozenset()
    papers: tuple[Certificate, ...] = ()


@dataclass(frozen=True)
class NotDone:
    """A course, and who has not completed it; with the others to choose from."""

    courses: Mapping[str, str]
    code: str
    people: tuple[Lacking, ...]


@dataclass(frozen=True)
class Joining:
    """Who takes part in a course, and who could."""

    people: tuple[tuple[str, str], ...]
    chosen: frozenset[str]


def course_groups(book: Book, wanted: str = "") -> CourseGroups:
    found = _groups(book)
    if not found:
        return CourseGroups()
    return CourseGroups({each.id: _called(each) for each in found}, _grid(book, _one(found, wanted)))


def certified(book: Book, wanted: str = "") -> Certified:
    """Who gets a certificate of attendance, of the group that is wanted, else of the one that is shown first."""
    found = _groups(book)
    if not found:
        return Certified()
    group = _one(found, wanted)
    papers = tuple(of_a_group(book, group.id))
    named = {each.id: _called(each) for each in found}
    return Certified(named, group.id, _title(book, group), frozenset(who_came(book, group)), papers)


def _one(groups: Sequence[Leaf], wanted: str) -> Leaf:
    return next((each for each in groups if each.id == wanted), groups[0])


def _title(book: Book, group: Leaf) -> str:
    course = questions.find_one(book, "course", str(group["course"]))
    return str(course["title"]) if course else ""


def _groups(book: Book) -> list[Leaf]:
    """Those that go on first, the newest first."""
    every = questions.listing(book, COHORT.name, limit=EVERY)
    newest = sorted(every, key=lambda each: str(each["since"]), reverse=True)
    return sorted(newest, key=lambda each: bool(each["completed"]))


def _called(cohort: Leaf) -> str:
    """By its name, which is not sent to a coordinator."""
    name = str(cohort["name"] or say("Course group"))
    return say("{name} (completed)", name=name) if cohort["completed"] else name


def _grid(book: Book, cohort: Leaf) -> Grid:
    trainings, tasks = learners(book, cohort.id), tasks_of(book, cohort.id)
    heads = list(dict.fromkeys((str(each["what"] or ""), as_day(each["due"])) for each in tasks))
    squares = {(str(each["training"]), str(each["what"] or ""), as_day(each["due"])): _square(each) for each in tasks}
    names = questions.names_of(book, [str(each["person"]) for each in trainings])
    unknown = say("Name not sent here")
    rows = (
        Learner(
            str(each["person"]),
            names.get(str(each["person"]), unknown),
            tuple(squares.get((each.id, *head), Square()) for head in heads),
            TrainingResult(each["result"]) if each["result"] else None,
        )
        for each in trainings
    )
    outside = dict.fromkeys(words for each in trainings if not each["result"] for words in days_outside(book, each))
    return Grid(
        cohort.id,
        _called(cohort),
        _title(book, cohort),
        str(cohort["circle"] or ""),
        as_day(cohort["completed"]),
        tuple(say("{task} · {day}", task=what, day=short_day(due)) if due else what for what, due in heads),
        tuple(rows),
        tuple(outside),
    )


def _square(task: Leaf) -> Square:
    result = TaskResult(task["result"]) if task["result"] else None
    return Square(task.id, as_day(task["due"]), as_day(task["handed_in"]), result)


def square_words(square: Square, today: date) -> tuple[str, str]:
    """What a cell says, and its tone."""
    if not square.record:
        return say("not given"), "ink-soft"
    if square.result:
        return say(square.result.value), "ink"
    if square.handed_in:
        return say("handed in"), "sky"
    late = square.due is not None and square.due <= today
    return (say("due"), "amber") if late else ("", "ink-soft")


@dataclass(frozen=True)
class Learning:
    """Somebody's learning record as it stands on paper; beside it, for who sits here, what to look at."""

    paper: Document
    warnings: tuple[str, ...]


def learning(book: Book, person: str) -> Learning:
    outside = dict.fromkeys(words for each in trainings_of(book, person) for words in days_outside(book, each))
    return Learning(learning_record(book, person), tuple(outside))


def not_done(book: Book, code: str = "") -> NotDone:
    """Of the course that was asked for, or of the first."""
    known = {str(each["code"]): str(each["title"]) for each in courses_of(book).values()}
    wanted = code or next(iter(known), "")
    return NotDone(known, wanted, tuple(not_completed(book, wanted)) if wanted else ())


def joining(book: Book, cohort: str) -> Joining:
    """Whoever works as caregiver or supervisor here, and whoever takes part already."""
    chosen = frozenset(str(each["person"]) for each in learners(book, cohort))
    works = questions.listing(book, "engagement", {"role": [Role.CAREGIVER.value, Role.SUPERVISOR.value]}, limit=EVERY)
    here = [str(each["person"]) for each in works if each["until"] is None]
    names = questions.names_of(book, list(dict.fromkeys([*here, *chosen])))
    told = named_options(sorted(names.items(), key=lambda each: each[1].casefold()))
    return Joining(tuple(told.items()), chosen)


def changed_squares(before: Sequence[Learner], after: Sequence[Learner]) -> dict[str, dict[str, object]]:
    """What was typed into the cells: by the id of each task what is different now."""
    told: dict[str, dict[str, object]] = {}
    for old, new in zip(before, after, strict=True):
        for was, now in zip(old.squares, new.squares, strict=True):
            if was != now:
                told[now.record] = _difference(was, now)
    return told


def _difference(was: Square, now: Square) -> dict[str, object]:
    fields: dict[str, object] = {}
    if was.result != now.result:
        fields["result"] = now.result.value if now.result else None
    if was.handed_in != now.handed_in:
        fields["handed_in"] = now.handed_in
    return fields


def changed_results(before: Sequence[Learner], after: Sequence[Learner]) -> dict[str, str | None]:
    pairs = zip(before, after, strict=True)
    return {new.person: new.result.value if new.result else None for old, new in pairs if old.result != new.result}
