"""What a record names is here, and what happened lies behind us; plans may name days to come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import ACTS, Outcome
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import NoSuchRecord, NotUnderstood
from caregiver_desk.records.growth.roads import Road
from caregiver_desk.records.record import KINDS, Field, Kind
from caregiver_desk.store import checking, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.exchange import Looked

acts.load()
DAY, NOBODY = "2026-03-02", "0UGqN6C_w7IWiSnszPNpdh"
Told = dict[str, Any]
BESIDES: dict[str, Told] = {  # what a record says beside what must be said
    "supervision": {"purpose": "mentor"},
    "road_step": {"what": "meets the nurse"},
    "training": {"title": "First aid"},
}
WHOLE: Told = {"practice": 50, "supervising": 25, "learning": 25}  # what makes a hundred together
RECORDED = [kind for kind in KINDS.values() if f"record_{kind.name}" in ACTS]
OF_COORDINATORS = {("team", "site"), ("region", "lies_in")}  # in tests/rooms/acts/people/test_regions.py
REFERENCES = [
    (kind, each)
    for kind in RECORDED
    for each in kind.fields.values()
    if each.shown.refers and (kind.name, each.name) not in OF_COORDINATORS
]
PAST = [(kind, each) for kind in RECORDED for each in kind.fields.values() if each.shown.past]


def ids(fields: list[tuple[Kind, Field]]) -> list[str]:
    return [f"{kind.name}.{declared.name}" for kind, declared in fields]


@pytest.fixture
def known(book: Book, request: pytest.FixtureRequest) -> dict[str, str]:
    """A record of each kind that is referred to, by its kind; of all of them where no kind is looked at."""
    person = ACTS["add_caregiver"](book, given_names="Sibongile", since=DAY).record
    told: dict[str, str] = {"person": person, "team": own_team(book)}
    told["supervision"], told["site"] = (questions.listing(book, kind)[0].id for kind in ("supervision", "site"))
    pair = {"supervision": told["supervision"], "caregiver": person}
    rest: dict[str, Told] = {
        "household": {"team": told["team"], "code": "HH-1"},
        "service": {"name": "Clinic", "sort": "clinic"},
        "check_in": {**pair, "day": DAY},
        "stressor": {**pair, "codes": ["W1"], "severity": 1},
        "support_plan": {**pair, "opened": DAY, "ended": DAY, "agreed": "yes"},
        "vetting": {"person": person, "sort": "police clearance", "submitted": DAY, "result": "cleared"},
        "circle": {"team": told["team"], "sort": "action learning set", "name": "Stepping up"},
    }
    kind = getattr(request.node, "callspec", None) and request.node.callspec.params.get("kind")
    wanted = _referred(kind) if isinstance(kind, Kind) else set(rest)
    for name in wanted & rest.keys():
        told[name] = ACTS[f"record_{name}"](book, **rest[name]).record
    if "circle" in told:
        ACTS["set_members"](book, circle=told["circle"], people=[book.person, person])
        told["circle_session"] = ACTS["record_circle_session"](book, circle=told["circle"], day=DAY).record
    if "household" in told:
        told["member"] = ACTS["record_member"](book, household=told["household"], first_name="T").record
    if isinstance(kind, Kind):
        _grow(book, told, kind)
    return told


def _referred(kind: Kind) -> set[str]:
    """The kinds that a kind refers to; a session goes with its group, a member with the home."""
    named = {each.shown.refers for each in kind.fields.values()}
    with_it = {"circle_session": "circle", "member": "household"}
    return named | {whole for part, whole in with_it.items() if part in named}


def _grow(book: Book, told: dict[str, str], kind: Kind) -> None:
    """What records of growth and concerns refer to, where this kind asks for it."""
    for road in Road if {*kind.draft.__module__.split(".")} & {"growth"} else ():
        ACTS["open_road"](book, road=road)
    makes: dict[str, Callable[[], Outcome]] = {
        "road_plan": lambda: ACTS["begin_plan"](book, person=told["person"], sort="induction"),
        "course": lambda: ACTS["record_course"](book, **filled(KINDS["course"], told)),
        "cohort": lambda: ACTS["record_cohort"](book, course=told["course"], name="North", since=DAY),
        "training": lambda: ACTS["record_training"](book, person=told["person"], since=DAY, title="First aid"),
        "learning_goal": lambda: ACTS["record_learning_goal"](book, **filled(KINDS["learning_goal"], told)),
        "mentoring": lambda: ACTS["begin_mentoring"](book, caregiver=told["person"], mentor=book.person),
        "concern": lambda: ACTS["note_concern"](
            book, seen="bruises", sort="other", noticed=DAY, danger="no", whom="a child"
        ),
    }
    if kind.name == "shadow_day":
        told["of no team"] = ACTS["record_person"](book, given_names="Grace").record
    named = _referred(kind)
    for name, make in makes.items():
        if name in named or (name == "course" and "cohort" in named):
            told[name] = make().record


def filled(kind: Kind, known: dict[str, str]) -> Told:
    """All that a record of this kind must say."""
    told: Told = dict(BESIDES.get(kind.name, {}))
    for name, each in kind.fields.items():
        if each.required:
            value = known.get(each.shown.refers) or (next(iter(each.choices)) if each.choices else None)
            told[name] = value or {date: DAY, int: each.least}.get(each.base, "x")
            told[name] = [told[name]] if each.many else told[name]
    elsewhere = {"person": known["of no team"]} if kind.name == "shadow_day" else {}
    return {**told, **elsewhere, **(WHOLE if kind.name == "role_split" else {})}


@pytest.mark.in_turns(2)
@pytest.mark.parametrize(("kind", "declared"), REFERENCES, ids=ids(REFERENCES))
def test_a_record_that_names_nobody_is_refused_and_nothing_is_saved(
    book: Book, known: dict[str, str], kind: Kind, declared: Field
):
    fields, before = filled(kind, known), questions.count(book, kind.name)

    with pytest.raises(NoSuchRecord, match="no " + KINDS[declared.shown.refers].label):
        ACTS[f"record_{kind.name}"](book, **{**fields, declared.name: NOBODY})

    assert questions.count(book, kind.name) == before
    assert checking.check(book) == []


def test_a_record_that_names_something_of_another_sort_is_refused(book: Book, known: dict[str, str]):
    with pytest.raises(NoSuchRecord, match="no person"):
        ACTS["record_visit"](book, household=known["household"], caregiver=known["household"], day=DAY)


@pytest.mark.parametrize(
    ("act", "given"),
    [
        ("record_round", {"caregiver": NOBODY, "day": DAY, "households": ["household"]}),
        ("record_round", {"caregiver": "person", "day": DAY, "households": [NOBODY]}),
        ("assign_household", {"caregiver": NOBODY, "household": "household"}),
        ("assign_household", {"caregiver": "person", "household": NOBODY}),
        ("hold_check_in", {"caregiver": NOBODY, "day": DAY}),
        (
            "hold_check_in",
            {"caregiver": "person", "day": DAY, "promises": [{"owner": "caregiver", "what": "x", "check_in": NOBODY}]},
        ),
        ("offer_support", {"caregiver": "person", "code": "F2", "stressor": NOBODY}),
        ("record_referral", {"household": "household", "service": NOBODY, "day": DAY}),
        ("record_consent", {"household": NOBODY, "day": DAY}),
        ("add_caregiver", {"given_names": "Mpho", "team": NOBODY}),
    ],
)
def test_every_act_that_names_records_asks_whether_they_are_here(
    book: Book, known: dict[str, str], act: str, given: Told
):
    here = {name: known.get(value, value) if isinstance(value, str) else value for name, value in given.items()}
    here |= {"households": [known.get(each, each) for each in given["households"]]} if "households" in given else {}

    with pytest.raises(NoSuchRecord):
        ACTS[act](book, **here)


def test_a_change_names_what_is_here_too(book: Book, known: dict[str, str]):
    visit = ACTS["record_visit"](book, household=known["household"], caregiver=known["person"], day=DAY).record

    with pytest.raises(NoSuchRecord):
        ACTS["change_visit"](book, id=visit, fields={"caregiver": NOBODY})

    assert questions.get(book, "visit", visit)["caregiver"] == known["person"]


@pytest.fixture
def colleague(
    book: Book, make_book: Callable[..., Book], introduced: Callable[[Book, Book], None], known: dict[str, str]
) -> Book:
    """She may write in the team, and was sent nothing of the site, in which its people stand."""
    hers = make_book("Mpho Lekalakala")
    introduced(book, hers)
    ACTS["enrol"](book, laptop=hers.laptop, scope=questions.get(book, "team", known["team"]).scope)
    return hers


def test_a_record_whose_caregiver_has_not_arrived_can_be_changed_undone_and_settled(
    book: Book, colleague: Book, known: dict[str, str], send: Callable[..., Looked | None]
):
    her = known["person"]
    visit = ACTS["record_visit"](book, household=known["household"], caregiver=her, day=DAY).record
    send(book, colleague)
    assert questions.find_one(colleague, "person", her) is None

    assert ACTS["change_visit"](colleague, id=visit, fields={"minutes": 40}).undo
    changed = ACTS["change_visit"](colleague, id=visit, fields={"caregiver": colleague.person}).undo
    ACTS["undo"](colleague, save=changed)
    assert questions.get(colleague, "visit", visit)["caregiver"] == her

    ACTS["change_visit"](book, id=visit, fields={"caregiver": book.person})
    ACTS["change_visit"](colleague, id=visit, fields={"caregiver": colleague.person})
    send(book, colleague)
    ACTS["settle"](colleague, kind="visit", id=visit, field="caregiver", value=book.person)
    assert questions.get(colleague, "visit", visit)["caregiver"] == book.person
    with pytest.raises(NoSuchRecord):
        ACTS["change_visit"](colleague, id=visit, fields={"caregiver": NOBODY})


def test_who_covers_for_a_team_records_visits_and_talks_of_caregivers_whose_names_were_not_sent_to_her(
    book: Book, colleague: Book, known: dict[str, str], send: Callable[..., Looked | None]
):
    send(book, colleague)
    assert questions.find_one(colleague, "person", known["person"]) is None
    asked = {"household": known["household"], "day": DAY}

    visit = ACTS["record_visit"](colleague, **asked, caregiver=known["person"]).record

    assert questions.get(colleague, "visit", visit)["caregiver"] == known["person"]
    assert ACTS["hold_check_in"](colleague, caregiver=known["person"], day=DAY).record
    for nobody in (NOBODY, known["household"]):
        with pytest.raises(NoSuchRecord, match="no person"):
            ACTS["record_visit"](colleague, **asked, caregiver=nobody)


def test_somebody_who_was_erased_is_named_by_nothing_new(make_book: Callable[..., Book]):
    book = make_book(role="coordinator")
    her = ACTS["record_person"](book, given_names="Grace").record
    engaged = ACTS["record_engagement"](book, person=her, team=own_team(book)).record
    ACTS["erase"](book, id=her, ground="recorded_by_mistake")

    assert questions.get(book, "engagement", engaged)["person"] == her
    with pytest.raises(NoSuchRecord, match="no person"):
        ACTS["record_engagement"](book, person=her, team=own_team(book))


# --- days

GOES_WITH = {"check_in.agreed_on": {"how_agreed": "at this laptop"}}  # what a day cannot be said without


@pytest.mark.parametrize(("kind", "declared"), PAST, ids=ids(PAST))
def test_what_happened_did_so_on_a_day_that_has_come(book: Book, known: dict[str, str], kind: Kind, declared: Field):
    act, fields = ACTS[f"record_{kind.name}"], filled(kind, known) | GOES_WITH.get(f"{kind.name}.{declared.name}", {})

    with pytest.raises(NotUnderstood, match="that has come"):
        act(book, **{**fields, declared.name: clock.today() + timedelta(1)})

    assert act(book, **{**fields, declared.name: clock.today()}).record


def test_days_of_visits_answers_notices_referrals_and_checks_are_past():
    assert {
        "visit.day", "consent.day", "notice.day", "vetting.submitted", "referral.day", "wellbeing_check.day",
    } <= set(ids(PAST))  # fmt: skip


def test_a_round_of_tomorrow_is_refused(book: Book, known: dict[str, str]):
    with pytest.raises(NotUnderstood, match="that has come"):
        ACTS["record_round"](
            book, caregiver=known["person"], day=clock.today() + timedelta(1), households=[known["household"]]
        )


WHY = {"not_held": "crisis work"}


@pytest.mark.parametrize(("state", "why"), [("held", {}), ("missed", WHY)])
def test_a_check_in_is_held_or_missed_when_its_day_has_come(book: Book, known: dict[str, str], state: str, why: Told):
    tomorrow, later = clock.today() + timedelta(1), clock.today() + timedelta(2)
    told = {"state": state, **why, **({"next_day": later} if why else {})}
    with pytest.raises(NotUnderstood, match="not come yet"):
        ACTS["hold_check_in"](book, caregiver=known["person"], day=tomorrow, words=told)

    planned = ACTS["hold_check_in"](book, caregiver=known["person"], day=tomorrow, words={"state": "planned"}).record
    for fields in (told, {**told, "day": later}):
        with pytest.raises(NotUnderstood, match="not come yet"):
            ACTS["change_check_in"](book, id=planned, fields=fields)
    ACTS["change_check_in"](book, id=planned, fields={"minutes": 30})
    ACTS["change_check_in"](book, id=planned, fields={"state": "cancelled", **WHY})
    ACTS["change_check_in"](book, id=planned, fields={**told, "day": clock.today()})


def test_plans_may_name_days_to_come(book: Book, known: dict[str, str]):
    later = clock.today() + timedelta(30)
    pair = {"supervision": known["supervision"], "caregiver": known["person"]}

    ACTS["record_promise"](book, **pair, owner="caregiver", what="ask", due=later)
    ACTS["record_check_in"](book, **pair, day=later, state="planned")
    ACTS["hold_check_in"](book, caregiver=known["person"], day=clock.today(), words={"next_day": later})
    ACTS["assign_household"](book, household=known["household"], caregiver=known["person"], since=later)


def test_while_nobody_knows_what_day_it_is_every_day_may_have_come(book: Book, known: dict[str, str]):
    clock.doubt(date(2015, 1, 1))

    assert ACTS["record_visit"](book, household=known["household"], caregiver=known["person"], day=DAY).record
