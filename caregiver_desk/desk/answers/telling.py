"""A record in words: what a timeline, a table or a conflict says of it. Pure; the names of others are given.

Every kind can be told from its declaration; those seen all day have words of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from caregiver_desk import clock
from caregiver_desk.acts.people.people import checks
from caregiver_desk.desk.answers.days import UNCERTAIN, as_day, short_day
from caregiver_desk.practice.fairness import surveys
from caregiver_desk.practice.people.vetting import status
from caregiver_desk.practice.spoken import Names, value, worded_in
from caregiver_desk.practice.supervision.requests import ANSWERED, OPEN, is_late
from caregiver_desk.practice.visits.services import to_check
from caregiver_desk.practice.wellbeing import wellbeing
from caregiver_desk.records.fairness.surveys import SurveySort
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.record import Kind
from caregiver_desk.records.supervision.requests import RequestState
from caregiver_desk.records.supervision.supervision import PromiseOwner
from caregiver_desk.records.wellbeing.checks import Item
from caregiver_desk.store.questions import Leaf, current_tags
from caregiver_desk.wording import count, digits, full_day, later, say


@dataclass(frozen=True)
class Told:
    """One entry of a timeline. `tone` colours its dot; `tags` are (words, tone)."""

    kind: str
    record: str
    day: date | None
    title: str
    detail: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    tone: str = "line"
    group: str = ""


GROUPS = {
    "visits": (later("Visits"), frozenset({"visit", "lone_visit_plan"})),
    "check-ins": (later("Check-ins"), frozenset({"check_in", "to_bring", "promise", "observation", "agreement"})),
    "support": (
        later("Support"),
        frozenset(
            {
                "stressor",
                "follow_up",
                "wellbeing_check",
                "support_plan",
                "safety_incident",
                "support_need",
                "plan_response",
                "self_care",
                "questionnaire_answers",
                "asking",
                "request",
            }
        ),
    ),
    "work": (later("Work"), frozenset({"engagement", "assignment", "supervision", "notice", "vetting"})),
}


def kinds_on_timeline(of: str) -> frozenset[str]:
    """What stands on the timeline of a record of this kind, and whatever is named there."""
    about = [kind for kind in KINDS.values() if kind.when and kind.about and kind.fields[kind.about].shown.refers == of]
    named = {field.shown.refers for kind in about for field in kind.fields.values()}
    return frozenset({of, *(kind.name for kind in about), *named} - {""})


def tell(leaf: Leaf, names: Names, timeless: frozenset[str] = frozenset()) -> Told:
    """A record as an entry of a timeline; `timeless` are tags of lines whose writer did not know what day it was."""
    kind = KINDS[leaf.kind]
    teller = _TELLERS.get(leaf.kind, _plainly)
    told = teller(kind, leaf, names)
    group = next((name for name, (_, kinds) in GROUPS.items() if leaf.kind in kinds), "work")
    tags = told.tags + tuple((words, "amber") for words in doubts(leaf, timeless))
    detail = joined(otherwise(leaf), told.detail)
    return Told(leaf.kind, leaf.id, as_day(leaf[kind.when]), told.title, detail, tags, told.tone, group)


def doubts(leaf: Leaf, timeless: frozenset[str]) -> tuple[str, ...]:
    """What is not sure of a record: which of two versions holds, on which day it was."""
    kind = KINDS[leaf.kind]
    uncertain = kind.when and not timeless.isdisjoint(current_tags(leaf, kind.when))
    marks = {say("two versions"): leaf.quarrels, say(UNCERTAIN): uncertain}
    return tuple(words for words, holds in marks.items() if holds)


def referred(leaves: Iterable[Leaf]) -> list[str]:
    """The ids of everyone and everything these records name."""
    return sorted(
        {
            str(leaf[field.name])
            for leaf in leaves
            for field in KINDS[leaf.kind].fields.values()
            if field.shown.refers and leaf[field.name]
        }
    )


BETWEEN = " · "


def joined(*parts: str) -> str:
    return BETWEEN.join(part for part in parts if part)


def _said(kind: Kind, leaf: Leaf, name: str, names: Names) -> str:
    return value(kind.fields[name], leaf[name], names, worded_in(leaf.values))


def _entry(title: str, detail: str = "", tags: tuple[tuple[str, str], ...] = (), tone: str = "line") -> Told:
    return Told("", "", None, title, detail, tags, tone)


def _plainly(kind: Kind, leaf: Leaf, names: Names) -> Told:
    """Its first words; whom it is about stands above it, and what it names that has no name of its own says nothing."""
    silent = {kind.about, kind.when, "version"}
    typed = [each for each in kind.fields.values() if each.shown.typed and each.name not in silent]
    says = [each for each in typed if _can_be_called(each.shown.refers)]
    parts = [_said(kind, leaf, each.name, names) for each in says]
    return _entry(say(kind.label).capitalize(), joined(*parts[:4]))


def _can_be_called(refers: str) -> bool:
    """What points at a record without a name, such as who supports whom, has nothing to be said by."""
    return not refers or bool(KINDS[refers].named)


def _visit(kind: Kind, leaf: Leaf, names: Names) -> Told:
    """That there is a note; its words are of a family, and stand where it is opened."""
    outcome = "" if leaf["outcome"] == "done" else _said(kind, leaf, "outcome", names)
    purposes = _said(kind, leaf, "purposes", names)
    detail = joined(outcome, _said(kind, leaf, "minutes", names), purposes)
    note = ((say("a note"), "plain"),) if leaf["note"] else ()
    upset = ((say("upset afterwards"), "amber"),) if leaf["upset_afterwards"] else ()
    title = say("Visit · {household}", household=_said(kind, leaf, "household", names))
    return _entry(title, detail, (*upset, *note))


_WORDS_OF_CHECK_IN = (
    "how_are_you", "urgent", "safe_now", "the_work", "happened", "evidence", "learning", "organisation", "went_well",
)  # fmt: skip


def _check_in(kind: Kind, leaf: Leaf, names: Names) -> Told:
    length = say("{minutes} min", minutes=leaf["minutes"]) if leaf["minutes"] else ""
    state = "" if leaf["state"] == "held" else _said(kind, leaf, "state", names)
    first = next((leaf[name] for name in _WORDS_OF_CHECK_IN if leaf[name]), "")
    planned = as_day(leaf["next_day"])
    tags = ((say("next {day}", day=short_day(planned)), "plain"),) if planned else ()
    agreed = ((say("agreed by both"), "leaf"),) if leaf["agreed_on"] else ()
    title = joined(say("Check-in"), _said(kind, leaf, "type", names), length, state)
    return _entry(title, first, (*agreed, *tags), "leaf")


def otherwise(leaf: Leaf) -> str:
    """What she says against what is written, if she does: it is read with the entry wherever that is read."""
    words = leaf.values.get("sees_otherwise")
    return say("They see it otherwise: {words}", words=words) if words else ""


def _to_bring(_kind: Kind, leaf: Leaf, _names: Names) -> Told:
    tags = ((say("spoken of"), "leaf"),) if leaf["spoken_on"] else ((say("for the next check-in"), "plain"),)
    return _entry(say("Asked to bring · {what}", what=leaf["what"] or say("words not sent here")), "", tags, "leaf")


def _promise(kind: Kind, leaf: Leaf, names: Names) -> Told:
    who = say("You") if leaf["owner"] == PromiseOwner.SUPERVISOR else _said(kind, leaf, "owner", names)
    due = as_day(leaf["due"])
    moved = say("changed, for {day}", day=short_day(due)) if due else say("changed")
    state = {"open": (say("open"), "plain"), "done": (say("✓ kept"), "leaf"), "changed": (moved, "plain")}
    tag = state.get(str(leaf["state"]), (_said(kind, leaf, "state", names), "plain"))
    return _entry(say("Promise · {what}", what=leaf["what"] or say("words not sent here")), who, (tag,))


def _stressor(kind: Kind, leaf: Leaf, names: Names) -> Told:
    how_much = leaf["severity"]
    tags = ((say("{number} of 4", number=how_much), "amber" if how_much and how_much > 2 else "plain"),)  # noqa: PLR2004
    detail = joined(say("said by {who}", who=_said(kind, leaf, "said_by", names)), _said(kind, leaf, "state", names))
    return _entry(
        _said(kind, leaf, "codes", names) or say("Stressor"), detail, tags if how_much is not None else (), "amber"
    )


def _follow_up(kind: Kind, leaf: Leaf, names: Names) -> Told:
    done = as_day(leaf["done_on"])
    detail = joined(say("done {day}", day=short_day(done)) if done else "", leaf["helper"] or "")
    asks = _said(kind, leaf, "asks", names)
    after = say("After a hard event: {what}", what=asks) if asks else ""
    title = after or _said(kind, leaf, "code", names) or say("Support")
    return _entry(title, detail, ((_said(kind, leaf, "state", names), "sky"),), "sky")


def _safety_incident(kind: Kind, leaf: Leaf, names: Names) -> Told:
    hurt = ((say("somebody was hurt"), "amber"),) if leaf["injured"] else ()
    police = say("police {number}", number=leaf["police"]) if leaf["police"] else ""
    title = say("Safety · {what}", what=_said(kind, leaf, "sort", names))
    return _entry(title, joined(leaf["area"] or "", police), hurt, "amber")


def _lone_visit_plan(kind: Kind, leaf: Leaf, names: Names) -> Told:  # noqa: ARG001 - as every teller
    """The code word stands where it is opened."""
    back = say("back safe") if leaf["back"] else say("back by {hour}", hour=leaf["back_by"] or "")
    return _entry(joined(say("Alone on the way"), leaf["route"] or ""), "", ((back, "plain"),))


def _engagement(kind: Kind, leaf: Leaf, names: Names) -> Told:
    return _entry(say("Began as {role}", role=_said(kind, leaf, "role", names)), _said(kind, leaf, "team", names))


def _assignment(kind: Kind, leaf: Leaf, names: Names) -> Told:
    number = say("number {number} on the list", number=leaf["short_number"]) if leaf["short_number"] else ""
    return _entry(say("Home given: {household}", household=_said(kind, leaf, "household", names)), number)


def _supervision(kind: Kind, leaf: Leaf, names: Names) -> Told:
    return _entry(say("Supported by {who}", who=_said(kind, leaf, "supervisor", names)))


def _wellbeing_check(kind: Kind, leaf: Leaf, names: Names) -> Told:
    said = wellbeing.answers(leaf.values, leaf["unsaid"] or ())
    parts = [f"{say(kind.fields[name].label)}: {_said(kind, leaf, name, names)}" for name in ("load", "energy")]
    kept = [part for part, item in zip(parts, (Item.LOAD, Item.ENERGY), strict=True) if item in said]
    tags = ((say("ask about it"), "amber"),) if wellbeing.is_low(said) else ()
    return _entry(
        say("How they are"), joined(*kept, said.get(Item.GOOD, "")) or say("prefers not to say"), tags, "amber"
    )


def _support_plan(kind: Kind, leaf: Leaf, names: Names) -> Told:
    ending = _said(kind, leaf, "ending", names) if leaf["ended"] else say("open")
    return _entry(say("Support plan"), leaf["aims"] or "", ((ending, "sky"),), "sky")


def _support_need(kind: Kind, leaf: Leaf, names: Names) -> Told:
    """What the two decided, and how the caregiver saw it."""
    return _entry(joined(say("Support"), _said(kind, leaf, "state", names)), leaf["their_view"] or "", (), "sky")


def _plan_response(kind: Kind, leaf: Leaf, names: Names) -> Told:
    until = as_day(leaf["until"])
    homes = say("at most {number} homes", number=leaf["homes"]) if leaf["homes"] is not None else ""
    hours = say("{number} hours a week", number=leaf["hours"]) if leaf["hours"] is not None else ""
    tags = ((say("last day {day}", day=short_day(until)), "sky"),) if until else ()
    return _entry(_said(kind, leaf, "response", names) or say("Part of a plan"), joined(homes, hours), tags, "sky")


def _questionnaire_answers(kind: Kind, leaf: Leaf, _names: Names) -> Told:
    """That it was answered; what was said stands where it is opened."""
    return _entry(joined(say(kind.label).capitalize(), str(leaf["title"] or "")))


def _self_care(_kind: Kind, leaf: Leaf, _names: Names) -> Told:
    return _entry(say("Self-care"), joined(*(leaf[name] or "" for name in ("one", "two", "three"))), (), "leaf")


def _observation(kind: Kind, leaf: Leaf, names: Names) -> Told:
    """That it was done and how far it has come; what was seen stands where it is opened."""
    title = joined(say("Visit together"), _said(kind, leaf, "household", names) if leaf["household"] else "")
    detail = joined(leaf["strength"] or "", leaf["strength_too"] or "")
    return _entry(title, detail, ((_said(kind, leaf, "state", names), "plain"),), "leaf")


def _agreement(kind: Kind, leaf: Leaf, names: Names) -> Told:
    """Its words stand where it is opened."""
    review = as_day(leaf["review_on"])
    tags = ((say("review {day}", day=short_day(review)), "plain"),) if review and leaf["state"] == "agreed" else ()
    return _entry(joined(say("Supervision agreement"), _said(kind, leaf, "state", names)), "", tags, "leaf")


def _vetting(kind: Kind, leaf: Leaf, names: Names) -> Told:
    """Current, due or unknown: nobody is shown more than that."""
    stands = status(checks([leaf]), clock.today())
    return _entry(say("Vetting"), _said(kind, leaf, "sort", names), ((say(str(stands)), "plain"),))


def _asking(kind: Kind, leaf: Leaf, names: Names) -> Told:
    """A wish that has not gone up: its words stand where it is opened."""
    tag = (say("goes up with the next bundle"), "sky") if leaf["released"] else (say("between you two"), "plain")
    return _entry(
        say("Wish · {what}", what=_said(kind, leaf, "theme", names)), say("for the organisation"), (tag,), "sky"
    )


def _request(kind: Kind, leaf: Leaf, names: Names) -> Told:
    """How far it is: until when an answer was asked for, or which it was."""
    reply, state = as_day(leaf["reply_by"]), RequestState(leaf["state"] or RequestState.ASKED)
    tag = (say(state), "leaf" if state in ANSWERED else "sky")
    if reply and state in OPEN:
        late = is_late(state, reply, clock.today())
        tag = (say("reply by {day}", day=short_day(reply)), "amber" if late else "plain")
    what = say("Request · {what}", what=_said(kind, leaf, "theme", names))
    return _entry(what, leaf["answer"] or say("to the organisation"), (tag,), "sky")


def _service(kind: Kind, leaf: Leaf, names: Names) -> Told:
    old = leaf["phone"] and to_check(as_day(leaf["verified"]), clock.today())
    tags = ((say("check this number"), "amber"),) if old else ()
    return _entry(leaf["name"] or say("Service"), joined(_said(kind, leaf, "sort", names), leaf["phone"] or ""), tags)


def _attendance(kind: Kind, leaf: Leaf, names: Names) -> Told:
    return _entry(say("Came to {group}", group=_said(kind, leaf, "circle", names)))


def _circle_member(kind: Kind, leaf: Leaf, names: Names) -> Told:
    until = _said(kind, leaf, "until", names)
    told = say("until {day}", day=until) if until else ""
    return _entry(say("Belongs to {group}", group=_said(kind, leaf, "circle", names)), told)


def _learning_turn(kind: Kind, leaf: Leaf, names: Names) -> Told:
    """That it was their turn. What they brought stays with the set."""
    return _entry(say("Brought something to {group}", group=_said(kind, leaf, "circle", names)))


def _training(kind: Kind, leaf: Leaf, names: Names) -> Told:
    """What was learned, and how it ended; its numbers stand on the learning record."""
    result = _said(kind, leaf, "result", names) or say("under way")
    return _entry(joined(say("Training"), leaf["title"] or ""), joined(result, leaf["provider"] or ""))


def _practical_task(kind: Kind, leaf: Leaf, names: Names) -> Told:
    handed_in = say("handed in") if leaf["handed_in"] else say("not handed in yet")
    return _entry(joined(say("Practical task"), leaf["what"] or ""), _said(kind, leaf, "result", names) or handed_in)


def _appraisal(_kind: Kind, _leaf: Leaf, _names: Names) -> Told:
    """That there was one. What was said stays with the two until somebody opens it."""
    return _entry(say("Yearly appraisal"))


def _stepping_in(kind: Kind, leaf: Leaf, names: Names) -> Told:
    """As what, and where, with the last day."""
    told = {"sort": _said(kind, leaf, "sort", names).capitalize(), "team": _said(kind, leaf, "team", names)}
    until = _said(kind, leaf, "until", names)
    return _entry(say("{sort} · {team}", **told), say("until {day}", day=until) if until else "")


def _survey(kind: Kind, leaf: Leaf, _names: Names) -> Told:
    """What was asked, and of how many. The figures themselves are read on the sheet, in sentences.

    What it was is not known while a part of it has not come.
    """
    sort = SurveySort.SUPPORT if leaf.kind == "felt_support" else leaf["sort"] and SurveySort(leaf["sort"])
    answered = count("{number} answered", "{number} answered", leaf["answered"]) if leaf["answered"] else ""
    label = surveys.survey(sort, leaf["version"] or "").label if sort else say(kind.label).capitalize()
    return _entry(label, answered)


def _role_course(kind: Kind, leaf: Leaf, names: Names) -> Told:
    """Which role, and the course by its short name."""
    role, code = (_said(kind, leaf, name, names) for name in ("role", "code"))
    return _entry(say("{role}: {course}", role=role.capitalize(), course=code))


_TELLERS: dict[str, Callable[[Kind, Leaf, Names], Told]] = {
    "visit": _visit,
    "role_course": _role_course,
    "check_in": _check_in,
    "to_bring": _to_bring,
    "promise": _promise,
    "stressor": _stressor,
    "follow_up": _follow_up,
    "wellbeing_check": _wellbeing_check,
    "support_plan": _support_plan,
    "safety_incident": _safety_incident,
    "lone_visit_plan": _lone_visit_plan,
    "support_need": _support_need,
    "plan_response": _plan_response,
    "self_care": _self_care,
    "questionnaire_answers": _questionnaire_answers,
    "observation": _observation,
    "agreement": _agreement,
    "appraisal": _appraisal,
    "attendance": _attendance,
    "circle_member": _circle_member,
    "learning_turn": _learning_turn,
    "vetting": _vetting,
    "service": _service,
    "asking": _asking,
    "request": _request,
    "training": _training,
    "practical_task": _practical_task,
    "engagement": _engagement,
    "assignment": _assignment,
    "supervision": _supervision,
    "stepping_in": _stepping_in,
    "survey": _survey,
    "felt_support": _survey,
}


TOLD_APART = frozenset(_TELLERS)  # kinds that are told in words of their own


def name_of(leaf: Leaf, names: Names) -> str:
    """What a record is called where it stands alone: by its name, else by its kind, whom it is about, and its day."""
    kind = KINDS[leaf.kind]
    if leaf.id in names:
        return names[leaf.id]
    if kind.widest is Audience.PROCESS:
        return say("Fair process")  # whose it is stands nowhere at a glance
    told = tell(leaf, names)
    about = names.get(str(leaf[kind.about]), "") if kind.about else ""
    return joined(told.title, about, full_day(told.day) if told.day else "")


def counted(summary: Mapping[str, int]) -> str:
    """What a bundle brought, in few words."""
    if not summary.get("lines", 1) and not summary.get("same"):
        return say("a receipt")
    new, changed = summary.get("new", 0), summary.get("changed", 0)
    parts = [
        say("{number} new", number=digits(new)) if new else "",
        say("{number} changed", number=digits(changed)) if changed else "",
    ]
    return joined(*parts) or say("nothing new")
