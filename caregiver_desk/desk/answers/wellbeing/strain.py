"""Who may need support now, as far as two people know of each other: names for Today, reasons once they are asked for.

What the rule says (`practice/wellbeing/strain.py`) is worked out here anew each time and kept nowhere. Once the two
have decided, it asks again when something new was written down, or when the decision is as old as a plan may go
unlooked at. While support is under way it asks only where somebody named a danger since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from caregiver_desk import clock
from caregiver_desk.acts.norms import norms_of
from caregiver_desk.desk.answers.days import as_day, short_day
from caregiver_desk.desk.answers.supervision.talks import Talk, talk_with
from caregiver_desk.desk.answers.telling import joined
from caregiver_desk.desk.answers.visits.heavy import state_of, still_on_list
from caregiver_desk.practice.due import CARRIED
from caregiver_desk.practice.norms import Norms
from caregiver_desk.practice.visits.load import ON_LISTS, heavy_load, looked_back
from caregiver_desk.practice.wellbeing.strain import Answer, Seen, Suggested, Weighing, answer_of, suggested
from caregiver_desk.records.people.people import Area
from caregiver_desk.records.wellbeing.danger import Danger
from caregiver_desk.records.wellbeing.strain import Need
from caregiver_desk.records.wellbeing.wellbeing import StressorCode
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.store.questions import EVERY, Leaf
from caregiver_desk.wording import say

LATELY = timedelta(28)  # talks in which a danger was named; no number of a site makes that shorter
SUPPORTED = frozenset({Need.NOW, Need.IN_PLAN})


@dataclass(frozen=True)
class Needing:
    """Whom to ask. Nothing else of it is seen at a glance."""

    caregiver: str
    name: str


@dataclass(frozen=True)
class Thought:
    """What one opens: why it is asked, where they stood last, and what was said of it then."""

    caregiver: str
    name: str
    reasons: tuple[str, ...]
    at_once: bool
    past: tuple[str, ...]
    plan: bool


KINDS = ("stressor", "wellbeing_check", "check_in", "questionnaire_answers", "support_need")
ONLY_IN_DANGER = frozenset({"check_in", "questionnaire_answers"})  # that there is one asks for nothing


@dataclass(frozen=True)
class Known:
    """What this book holds of several people: their records by kind, visits of each day, the levels of their homes."""

    today: date
    norms: Norms
    records: Mapping[str, Mapping[str, list[Leaf]]]
    visits: Mapping[str, list[int]]
    levels: Mapping[str, list[int | None]]

    def of(self, kind: str, caregiver: str) -> list[Leaf]:
        """Those about one of them, the newest first."""
        return self.records[kind].get(caregiver, [])


def needing(book: Book, hers: Sequence[Talk], today: date) -> tuple[Needing, ...]:
    """Of these people those whom to ask whether they need support now, by name."""
    here = [each for each in hers if not each.gone]
    known = _known(book, [each.caregiver for each in here], today)
    now = [each.caregiver for each in here if suggested(_seen(known, each), known.norms).need is Need.NOW]
    decided = [each for each in now if known.of("support_need", each)]
    written = histories.last_written(
        book, [leaf for each in decided for kind in KINDS for leaf in known.of(kind, each)]
    )
    asked = [each for each in now if _asks(known, each, written)]
    names = questions.names_of(book, asked)
    told = (Needing(each, names.get(each, say("somebody"))) for each in asked)
    return tuple(sorted(told, key=lambda each: each.name))


def thought_of(book: Book, caregiver: str) -> Thought:
    """The reasons about one person, and what was decided before."""
    known, talk = _known(book, [caregiver], clock.today()), talk_with(book, caregiver)
    said = suggested(_seen(known, talk), known.norms) if talk else Suggested(Need.STEADY, (), at_once=False)
    past = [joined(say(each["state"]), _on(each)) for each in known.of("support_need", caregiver)]
    plans = questions.listing(book, "support_plan", {"caregiver": caregiver}, limit=EVERY)
    name = questions.names_of(book, [caregiver]).get(caregiver, say("somebody"))
    return Thought(
        caregiver, name, said.reasons, said.at_once, tuple(past), any(each["ended"] is None for each in plans)
    )


def _on(leaf: Leaf) -> str:
    day = as_day(leaf["day"])
    return short_day(day) if day else ""


def _known(book: Book, people: Sequence[str], today: date) -> Known:
    records = {kind: _of(book, kind, people) for kind in KINDS}
    norms = norms_of(book)
    return Known(today, norms, records, _visits(book, norms, today), _levels(book, people, today))


def _of(book: Book, kind: str, people: Sequence[str]) -> dict[str, list[Leaf]]:
    told: dict[str, list[Leaf]] = {}
    for each in questions.pointing_at(book, kind, "caregiver", people):
        told.setdefault(str(each["caregiver"]), []).append(each)
    return told


def _visits(book: Book, norms: Norms, today: date) -> dict[str, list[int]]:
    """Visits done on each day on which somebody stood at a door, the newest day first."""
    days: dict[str, list[tuple[str, int]]] = {}
    for each in questions.rounds(book, ((today - looked_back(norms)).isoformat(), today.isoformat())):
        if each.doors:
            days.setdefault(each.caregiver, []).append((each.day, each.done))
    return {whose: [done for _, done in sorted(each, reverse=True)] for whose, each in days.items()}


def _levels(book: Book, people: Sequence[str], today: date) -> dict[str, list[int | None]]:
    """How often the homes on each list need to be seen."""
    given = questions.pointing_at(book, "assignment", "caregiver", people)
    stand = {(str(each["caregiver"]), str(each["household"])) for each in given if still_on_list(each, today)}
    homes = questions.pointing_at(book, "household", "id", sorted({home for _, home in stand}))
    needs = {each.id: each["level"] for each in homes if state_of(each) in ON_LISTS}
    told: dict[str, list[int | None]] = {}
    for whose, home in sorted(stand):
        if home in needs:
            told.setdefault(whose, []).append(needs[home])
    return told


def _seen(known: Known, talk: Talk) -> Seen:
    whose = talk.caregiver
    stressors = [each for each in known.of("stressor", whose) if each["state"] in CARRIED]
    checks, area = known.of("wellbeing_check", whose), talk.engaged["area"]
    far = Area(area) if area else None
    return Seen(
        known.today,
        tuple(_answers(checks)),
        tuple(map(_weighing, stressors)),
        bool(heavy_load(known.visits.get(whose, []), known.levels.get(whose, []), known.norms, far)),
        talk.due,
        _dangers(
            [
                *stressors,
                *_lately(
                    [*checks, *(each for kind in sorted(ONLY_IN_DANGER) for each in known.of(kind, whose))], known.today
                ),
            ]
        ),
        talk.late_by,
    )


def _answers(checks: Iterable[Leaf]) -> Iterator[Answer]:
    for each in checks:
        day = as_day(each["day"])
        if day and (said := answer_of(day, each.values, each["unsaid"] or ())):
            yield said


def _weighing(leaf: Leaf) -> Weighing:
    event = as_day(leaf["happened"]) or (as_day(leaf["since"]) if leaf["acute"] else None)
    codes = frozenset(StressorCode(each) for each in leaf["codes"] or () if each in set(StressorCode))
    return Weighing(codes, int(leaf["severity"] or 0), event)


def _lately(leaves: Iterable[Leaf], today: date) -> list[Leaf]:
    return [each for each in leaves if (day := as_day(each["day"])) and today - LATELY < day <= today]


def _dangers(leaves: Iterable[Leaf]) -> frozenset[Danger]:
    named = {str(each) for leaf in leaves for each in leaf["danger"] or ()}
    return frozenset(each for each in Danger if each in named)


def _asks(known: Known, whose: str, written: Mapping[str, int]) -> bool:
    """Whether somebody of whom the rule would ask is asked about now: not again what the two have decided already.

    What was written on an unknown day counts as new.
    """
    words = known.of("support_need", whose)
    if not words:
        return True
    last, told = words[0], [each for kind in KINDS[:-1] for each in known.of(kind, whose)]
    new = [each for each in told if written[each.id] == 0 or written[each.id] > written[last.id]]
    if last["state"] in SUPPORTED:
        return any(each["danger"] for each in new)
    stale = (as_day(last["day"]) or date.min) + timedelta(known.norms.plan_look) <= known.today
    return stale or any(each.kind not in ONLY_IN_DANGER or each["danger"] for each in new)
