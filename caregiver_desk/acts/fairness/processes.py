"""Processes: opening one, giving it to who takes part, going on as another sort, saying how it ended.

Each founds a scope of its own. Nothing of it is taken back by an undo: what is saved stays in its history.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome, act, understood
from caregiver_desk.acts.fairness.copied import in_two
from caregiver_desk.acts.fairness.expected import expected_before
from caregiver_desk.acts.fairness.inside import about_of, answers_in, helped_in, process_of, supported
from caregiver_desk.acts.fairness.subjects import need_adviser
from caregiver_desk.acts.fairness.taking_part import (
    in_words,
    is_meant,
    name_of,
    need_line_manager,
    need_reader,
    need_to_give,
    need_to_lead,
    need_to_let_in,
    own_name,
    support_before,
    taken_from,
)
from caregiver_desk.acts.fairness.worry import LOOKED
from caregiver_desk.acts.keeping import edit, new, new_in
from caregiver_desk.acts.sharing.sharing import enrolled, still_heard
from caregiver_desk.errors import AboutThem, AlreadyDecided, LookFurther, NotFilledIn, NotHelpedYet, NotUnderstood
from caregiver_desk.practice.fairness.processes import (
    BY_CONVERTING,
    OPEN_STILL,
    PARTING,
    looked_further,
    may_part,
    review_called,
)
from caregiver_desk.practice.people.meant import is_called
from caregiver_desk.records.fairness.processes import (
    ABOUT,
    CAPABILITY,
    CONDUCT,
    PROBATION,
    PROCESS,
    PROCESS_STAGE,
    CapabilityEnd,
    ConductEnd,
    ProbationEnd,
    Sort,
)
from caregiver_desk.records.fairness.worry import OfOrganisation, OfPerson, OfWork
from caregiver_desk.records.people.people import EngagementState, Role
from caregiver_desk.store import access, ledger, questions
from caregiver_desk.store.access import What
from caregiver_desk.store.book import Book
from caregiver_desk.store.ledger import Change
from caregiver_desk.store.partners import Partner
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.sync import trust
from caregiver_desk.wording import say

# --- opening


@act("Open a probation", subject="fairness")
def open_probation(
    book: Book,
    *,
    caregiver: str,
    since: date,
    until: date,
    reviews: list[date] | None = None,
    adviser: str = "",
    called: str = "",
) -> Outcome:
    """From when to when, and the days on which the two agreed to look at it: each is a step, called by its place.

    Raises LineManagerOnly.
    """
    need_line_manager(book, caregiver)
    if until < since:
        raise NotUnderstood(field=say(PROBATION.fields["until"].label), reason=say("it ends before it begins"))
    told: dict[str, Any] = {"since": since, "until": until, "adviser": adviser, "called": called}
    opened = _opened(book, caregiver, Sort.PROBATION, told)
    looks = _reviews(opened[0], since, until, sorted(set(reviews or ())))
    said = say("Opened. Print it for them, or give it to who advises.")
    return _saved(book, "open_probation", [*opened, *looks], said, opened[0].record)


def _reviews(process: Change, since: date, until: date, days: Sequence[date]) -> list[Change]:
    """A step each, by the day that was agreed. Raises NotUnderstood for a day that is not of this time."""
    if any(not since <= day <= until for day in days):
        raise NotUnderstood(field=say("Reviews"), reason=say("each lies between the first day and the last"))
    of_it = {"process": process.record, "caregiver": process.fields["caregiver"]}
    told = [{**of_it, "called": review_called(place, len(days)), "target": day} for place, day in enumerate(days)]
    return [new_in(process.scope, PROCESS_STAGE, understood(PROCESS_STAGE.draft, each)) for each in told]


@act("Open a capability (support) process", subject="fairness")
def open_capability(  # noqa: PLR0913 - each is a question of its form
    book: Book,
    *,
    caregiver: str,
    adviser: str,
    not_met: str,
    organisation: frozenset[OfOrganisation] = frozenset(),
    found_organisation: str = "",
    work: frozenset[OfWork] = frozenset(),
    found_work: str = "",
    personal: frozenset[OfPerson] = frozenset(),
    found_personal: str = "",
    expectations: str | None = None,
    called: str = "",
) -> Outcome:
    """Which expectations are not met, who advises, and which causes were looked at first.

    Support that was given before is copied into it, and so are the words of the list that is named. Raises
    LineManagerOnly and LookFurther.
    """
    need_line_manager(book, caregiver)
    causes = {"organisation": organisation, "found_organisation": found_organisation, "work": work}
    causes |= {"found_work": found_work, "personal": personal, "found_personal": found_personal}
    told = {"not_met": not_met, "adviser": adviser, "called": called, **_causes(causes)}
    told |= expected_before(book, caregiver, expectations, clock.today())
    opened = _opened(book, caregiver, Sort.CAPABILITY, told)
    return _saved(book, "open_capability", opened, _opened_words(opened), opened[0].record)


@act("Open a conduct process", subject="fairness")
def open_conduct(
    book: Book, *, caregiver: str, said: str, rule: str = "", adviser: str = "", called: str = ""
) -> Outcome:
    """What is said to have happened, for them to answer. Raises LineManagerOnly."""
    need_line_manager(book, caregiver)
    told = {"said": said, "rule": rule, "adviser": adviser, "called": called}
    opened = _opened(book, caregiver, Sort.CONDUCT, told)
    return _saved(book, "open_conduct", opened, _opened_words(opened), opened[0].record)


@act("Note a grievance", subject="fairness")
def raise_grievance(
    book: Book, *, caregiver: str, said: str, against: str, goes_to: str, adviser: str = "", called: str = ""
) -> Outcome:
    """A complaint in their own words, for whom they choose. Anybody may write it down but whom it is about.

    Raises AboutThem.
    """
    for name in (goes_to, own_name(book), adviser):
        if is_meant(book, name, against):
            raise AboutThem(name=name)
    told = {"said": said, "against": against, "goes_to": goes_to, "adviser": adviser, "called": called}
    opened = _opened(book, caregiver, Sort.GRIEVANCE, told)
    words = say("Saved. It goes to {name}, and to nobody else: give it to them.", name=goes_to)
    return _saved(book, "raise_grievance", opened, words, opened[0].record)


def _opened(book: Book, caregiver: str, sort: Sort, told: Mapping[str, Any]) -> list[Change]:
    """The process and what it is about, in a new scope."""
    today, whom = clock.today(), book.shown(caregiver)
    need_adviser(book, whom, str(told.get("adviser") or ""))
    before = support_before(book, whom, today)
    fields = {"caregiver": whom, "opened": today, "opened_by": book.person, "supported": bool(before) or None}
    fields |= {"support": in_words(before) or None, "support_of": taken_from(before) or None}
    fields |= {"caregiver_name": name_of(book, whom) or None, "opened_name": own_name(book) or None}
    process = new(book, PROCESS, understood(PROCESS.draft, fields))
    of_it = {"process": process.record, "caregiver": whom, **{name: each for name, each in told.items() if each}}
    return [*in_two(process), *in_two(new_in(process.scope, ABOUT[sort], understood(ABOUT[sort].draft, of_it)))]


def _opened_words(opened: Sequence[Change]) -> str:
    if opened[0].fields.get("supported"):
        return say("Opened. The support given before stands in it. Plan its first step.")
    return say("Opened. This book knows of no support given before: ask whoever listens to them, and offer it now.")


def _causes(looked: Mapping[str, Any]) -> dict[str, Any]:
    if not looked_further(looked):
        raise LookFurther
    return {name: looked[name] for name in looked if name in LOOKED}


# --- who reads it, and what it goes on as


@act("Give a process to who takes part", subject="fairness")
def let_into_process(book: Book, *, process: str, partner: str) -> Outcome:
    """Let the named adviser, the caregiver or the line manager read this one. The next bundle for them carries it.

    Raises NotYourProcess, OpenerGives, NotAReader and AboutThem.
    """
    leaf, hers = process_of(book, process), trust.partner_named(book, partner)
    need_to_give(book, leaf)
    need_to_let_in(book, leaf)
    still_heard(book, hers)
    need_reader(book, leaf, hers)
    changes = [enrolled(hers.key, leaf.scope), *_given(book, leaf, hers)]
    saved = ledger.append(book, "let_into_process", changes, undoable=False)
    access.note(book, What.ENROLLED, partner=hers.key)
    said = say("Ready for {name}: the next bundle for them carries this process.", name=hers.name)
    return Outcome(said, saved.touched, record=process)


def _given(book: Book, process: Leaf, partner: Partner) -> list[Change]:
    """Of a grievance, that it is in the hand of whom the caregiver chose."""
    about = about_of(book, process.id)
    named = about is not None and is_called(partner.name, str(about["goes_to"] or ""))
    return [edit(book, process, {"holder": partner.key})] if named and process["holder"] != partner.key else []


@act("Go on as a conduct process", subject="fairness")
def convert_to_conduct(book: Book, *, process: str, reason: str, said: str, adviser: str = "") -> Outcome:
    """What was seen as struggle is said to be misconduct, for a reason. The one before stays as it is."""
    return _converted(book, process, Sort.CAPABILITY, Sort.CONDUCT, reason, {"said": said, "adviser": adviser})


@act("Go on as a capability (support) process", subject="fairness")
def convert_to_capability(  # noqa: PLR0913 - each is a question of its form
    book: Book,
    *,
    process: str,
    reason: str,
    adviser: str,
    not_met: str,
    organisation: frozenset[OfOrganisation] = frozenset(),
    found_organisation: str = "",
    work: frozenset[OfWork] = frozenset(),
    found_work: str = "",
    personal: frozenset[OfPerson] = frozenset(),
    found_personal: str = "",
    expectations: str | None = None,
) -> Outcome:
    """What was seen as misconduct is struggle, for a reason. The one before stays as it is. Raises LookFurther."""
    causes = {"organisation": organisation, "found_organisation": found_organisation, "work": work}
    causes |= {"found_work": found_work, "personal": personal, "found_personal": found_personal}
    told = {"not_met": not_met, "adviser": adviser, **_causes(causes)}
    whom = str(process_of(book, process)["caregiver"])
    told |= expected_before(book, whom, expectations, clock.today())
    return _converted(book, process, Sort.CONDUCT, Sort.CAPABILITY, reason, told)


_GOES_ON = {Sort.CAPABILITY: CapabilityEnd.CONVERTED, Sort.CONDUCT: ConductEnd.CONVERTED}


def _converted(
    book: Book, process: str, from_sort: Sort, to_sort: Sort, reason: str, told: Mapping[str, Any]
) -> Outcome:
    """A new process in a scope of its own, that names the one before; of that one only its end is said."""
    leaf = process_of(book, process)
    about = _undecided(book, leaf)
    if about.kind != from_sort:
        raise NotUnderstood(field=say(PROCESS.label), reason=say("only capability and conduct go on as each other"))
    if not reason.strip():
        raise NotFilledIn(fields=say(CONDUCT.fields["reason"].label))
    whom = str(leaf["caregiver"])
    need_line_manager(book, whom)
    opened = _opened(book, whom, to_sort, {**told, "before": process, "reason": reason})
    ended = edit(book, about, {"outcome": _GOES_ON[from_sort], "outcome_on": clock.today(), "why": reason})
    said = say("Gone on. The one before stays as it is; whoever read it does not read this one until you give it.")
    return _saved(book, "convert_process", [*opened, ended], said, opened[0].record)


# --- how it ended


@act("Say how a probation ended", subject="fairness")
def decide_probation(
    book: Book,
    *,
    process: str,
    outcome: ProbationEnd,
    why: str = "",
    heard: str = "",
    helped: str = "",
    extended: date | None = None,
) -> Outcome:
    """Confirmed; extended until another day, with the reason; or ended, with how they were helped and what they say.

    Raises NotHelpedYet where somebody would be parted from without either.
    """
    leaf = process_of(book, process)
    about = _undecided(book, leaf)
    given = support_before(book, str(leaf["caregiver"]), clock.today())
    told: dict[str, Any] = {"outcome": outcome, "outcome_on": clock.today(), "why": why or None}
    told |= {"heard": heard or None, "helped": helped or None, "supported": bool(given) or None}
    told |= {"arranged": in_words(given) or None, "arranged_of": taken_from(given) or None}
    if outcome is ProbationEnd.EXTENDED:
        told |= {"extended": _later(about, why, extended)}
    if outcome is ProbationEnd.ENDED and not may_part(Sort.PROBATION, heard=heard, helped=helped_in(told), answers=()):
        raise NotHelpedYet
    changes = [*in_two(edit(book, about, told)), *(_confirmed(book, leaf) if outcome is ProbationEnd.CONFIRMED else [])]
    words = {
        ProbationEnd.CONFIRMED: say("Confirmed. Tell them today, and say what they did well."),
        ProbationEnd.EXTENDED: say("Extended. Agree the next review, and arrange what helps until then."),
        ProbationEnd.ENDED: say("Saved, with how they were helped. Print it for them."),
    }
    return _saved(book, "decide_probation", changes, words[outcome], process)


def _later(about: Leaf, why: str, extended: date | None) -> date:
    if not why.strip() or extended is None:
        lacking = [name for name, said in (("why", why.strip()), ("extended", extended)) if not said]
        raise NotFilledIn(fields=", ".join(say(PROBATION.fields[name].label) for name in lacking))
    if extended.isoformat() <= str(about["extended"] or about["until"]):
        reason = say("it is extended to a later day")
        raise NotUnderstood(field=say(PROBATION.fields["extended"].label), reason=reason)
    return extended


def _confirmed(book: Book, process: Leaf) -> list[Change]:
    """Whoever worked on probation works on as everybody does."""
    where = {"person": process["caregiver"], "role": Role.CAREGIVER, "state": EngagementState.PROBATION}
    found = questions.listing(book, "engagement", where, limit=EVERY)
    return [edit(book, each, {"state": EngagementState.ACTIVE}) for each in found]


@act("Say how a process ended", subject="fairness")
def end_process(book: Book, *, process: str, outcome: str, why: str, heard: str = "") -> Outcome:
    """How a capability, conduct or grievance process ended, why, and what they say to it. Raises NotHelpedYet."""
    leaf = process_of(book, process)
    about = _undecided(book, leaf)
    change = edit(book, about, {"outcome": outcome, "outcome_on": clock.today(), "why": why, "heard": heard or None})
    if about.kind == PROBATION.name or outcome in BY_CONVERTING:
        raise NotUnderstood(field=say(CAPABILITY.fields["outcome"].label), reason=say("this has a way of its own"))
    answers, helped = answers_in(book, leaf), supported(leaf)
    if outcome in PARTING and not may_part(Sort(about.kind), heard=heard, helped=helped, answers=answers):
        raise NotHelpedYet
    return _saved(book, "end_process", [change], say("Saved. Give them the same words."), process)


def _undecided(book: Book, process: Leaf) -> Leaf:
    """What a process is about, where its end is still open. Raises NotYourProcess and AlreadyDecided."""
    need_to_lead(book, process)
    about = about_of(book, process.id)
    if about is None or about["outcome"] not in OPEN_STILL:
        raise AlreadyDecided
    return about


def _saved(book: Book, name: str, changes: Sequence[Change], said: str, record: str) -> Outcome:
    saved = ledger.append(book, name, changes, undoable=False)
    return Outcome(said, saved.touched, record=record)
