"""How a concern stands: what was done about it, how far it is, what to ask next, and whom the site names.

Decision. The state is a field, so that a coordinator knows it; what it says is weighed here with the steps that this
book was sent. Where laptops disagree, or it was closed without what closing needs, it counts as open: the stricter of
two is the safer one to be wrong about.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from caregiver_desk.practice.concerns import concerns as practice
from caregiver_desk.practice.concerns.concerns import OVER, Duty
from caregiver_desk.records.concerns.concerns import CONCERN, CONCERN_STEP, ConcernSort, ConcernState, StepSort, Whom
from caregiver_desk.records.concerns.safeguarding import WORKER_CONCERN, WORKER_STEP
from caregiver_desk.records.record import Kind
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say


def named_lead(book: Book) -> Leaf | None:
    """Whom the site names to be told of a concern about a worker: of several the one named last."""
    found = questions.listing(book, "safeguarding_lead", {"site": _site(book)}, limit=EVERY)
    return max(found, key=lambda each: str(each["day"]), default=None)


def concern_of(book: Book, concern: str) -> Leaf:
    """A concern of either kind. Raises NoSuchRecord."""
    return questions.find_one(book, WORKER_CONCERN.name, concern) or questions.get(book, CONCERN.name, concern)


def concerns_in(book: Book) -> list[Leaf]:
    """All that this book was sent, those about workers among them."""
    return [leaf for kind in (CONCERN, WORKER_CONCERN) for leaf in questions.listing(book, kind.name, limit=EVERY)]


def steps_of(book: Book, concern: str) -> list[Leaf]:
    """What was done about it, the newest first."""
    kinds = (CONCERN_STEP, WORKER_STEP)
    return [leaf for kind in kinds for leaf in questions.listing(book, kind.name, {"concern": concern}, limit=EVERY)]


def steps_kind(concern: Leaf) -> Kind:
    return WORKER_STEP if concern.kind == WORKER_CONCERN.name else CONCERN_STEP


def state_of(book: Book, leaf: Leaf) -> ConcernState:
    """How far it is. Where laptops disagree, or it was closed without what closing needs, it counts as open."""
    said = states_said(book, leaf)
    state = practice.counting(said)
    if state in OVER and leaf["seen"] and not _ended_rightly(book, leaf, state):
        reported = practice.REPORTS & {StepSort(each["sort"]) for each in steps_of(book, leaf.id)}
        return ConcernState.REPORTED if reported else ConcernState.NOTICED
    return state


def states_said(book: Book, leaf: Leaf) -> list[ConcernState]:
    """What several laptops say of how far it is; mostly one."""
    if "state" not in leaf.quarrels:
        return [ConcernState(leaf["state"] or ConcernState.NOTICED)]
    current = histories.current(book, leaf.kind, leaf.id)
    return sorted({ConcernState(str(entry.fields[name])) for name, entry in current if name == "state"})


def _ended_rightly(book: Book, leaf: Leaf, state: ConcernState) -> bool:
    """Whether the steps that this book was sent bear out how it ended."""
    steps = steps_of(book, leaf.id)
    sorts = {StepSort(each["sort"]) for each in steps}
    if state is ConcernState.IN_ERROR:
        return any(practice.are_two(_two_of(each)) for each in steps if each["sort"] == StepSort.IN_ERROR)
    closing = [each for each in steps if each["sort"] == StepSort.CLOSED]
    return any(
        practice.may_close(*kind_and_whom(leaf), sorts, people=_two_of(each), believed=bool(each["believed"]))
        for each in closing
    )


def _two_of(step: Leaf) -> tuple[str, ...]:
    """Who decided, if they said why."""
    return (str(step["done_by"] or ""), str(step["second"] or "")) if step["reason"] else ()


def rules_of(book: Book) -> Mapping[str, Duty]:
    """The rules, as this book's site has them."""
    said = questions.listing(book, "duty_review", {"site": _site(book)}, limit=EVERY)
    return practice.with_site((str(each["code"]), each["reviewed_by"], each["within"]) for each in reversed(said))


def _site(book: Book) -> str:
    site = questions.own_site(book)
    return site.id if site else ""


def next_chase(book: Book, concern: str, rules: Mapping[str, Duty]) -> tuple[date, str] | None:
    """What to ask next, and when: a day that was set by hand, or what the rules say after the report."""
    steps = steps_of(book, concern)
    sorts = {StepSort(each["sort"]) for each in steps}
    days = [date.fromisoformat(each["day"]) for each in steps if StepSort(each["sort"]) in practice.REPORTS]
    found = list(practice.chases(min(days), sorts, rules)) if days else []
    if steps and steps[0]["next_check"]:
        found.append((date.fromisoformat(steps[0]["next_check"]), say("Ask again.")))
    return min(found, default=None)


def kind_and_whom(leaf: Leaf) -> tuple[ConcernSort, Whom]:
    """Kind and person. Of whom nobody was told here, the law is taken to protect most."""
    return ConcernSort(leaf["sort"] or ConcernSort.OTHER), Whom(leaf["whom"] or Whom.CHILD)
