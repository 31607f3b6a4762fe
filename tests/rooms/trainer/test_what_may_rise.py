"""What may rise, row by row of the programme's promise on privacy: every field that a coordinator may ever read.

The table stands here a second time, by hand, so that a new field rises only once somebody has written it down twice.
What is not in it (words, names and places of homes, what two people said, what weighs on somebody, how she is) never
leaves a supervisor's laptop for a coordinator's, but for the words of a request that were released for it; nobody at a
province, a funder or a trainer is sent a line at all.
"""

from __future__ import annotations

import pytest

from caregiver_desk.records import journal
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.profiles import profile
from caregiver_desk.trainer.story import Books

MAY_RISE = {
    "appraisal": "caregiver day supervision",  # that it took place
    "agreement": "agreed_on caregiver day review_on state supervision",
    "aspiring": "most person since team until",
    "assignment": "caregiver ended household joint_visit reason short_number since until",
    "check_in": "caregiver day minutes next_day source state submission supervision type",
    "circle": "by_caregivers since sort team until",  # that there is such a group
    "circle_session": "circle day minutes next_day number",  # that it meets, for how long, and how many come
    "closure": "since site until why",
    "cohort": "assessor assessor_number circle completed course facilitator facilitator_number moderator"
    " moderator_number since until",
    "concern": "at noticed number sort state",
    "consent": "answer day household how purposes",
    "course": "accreditation code counts_as credits meant_for nqf_level provider title track unit_standards",
    "duty_review": "code day reviewed_by site within",
    "engagement": "area field_days hours leave_from leave_until leaving person role since sort state team title travel"
    " until untrained",
    "development_item": "barriers caregiver since sort state supervision track until",
    "frozen_report": "chosen explained figures height made period region team",  # only what was told of others anyway
    "framework": "day name said_by site version whom words",
    "goal_review": "caregiver course day goal review_on supervision",
    "handing_on": "agreed caregiver day next_day team",
    "household": "code enrolled level state team ward",
    "keeping_time": "confirmed_by day months reason site what",
    "learning_goal": "area caregiver day review_on sort state supervision target",
    "known_move": "day person team to_role to_team until",  # only with their yes
    "member": "household",
    "mentor_session": "caregiver day mentoring",
    "mentoring": "caregiver mentor review_on since sort supervision until",
    "monthly_return": "eased_organisation eased_safety eased_workload heard height made month team weighs_boundaries"
    " weighs_community weighs_grief weighs_organisation weighs_personal weighs_safety weighs_skills weighs_workload",
    "notice": "day given_by language person",
    "observation": "asked caregiver day spoken_on state supervision",
    "partnership_item": "body person role since until",
    "person": "birth_year given_names known_as language staff_number surname",
    "plan_item": "came code day due figure period state team what who",  # a team's, never a person's
    "policy": "digest kept_at name said_by since site version",
    "practical_task": "assessed assessor due handed_in moderator person result training what",
    "promise": "caregiver check_in due owner reviewed state supervision",  # whether it was kept, and when
    "referral": "day feedback ground household service source state way",
    "region": "level lies_in name",
    "removed_count": "number period team what",
    "role_course": "code day role",
    "safeguarding_lead": "day instead instead_phone name outside phone site untrained",
    "request": "answer asked_by day named replied_by replied_on reply_by sort state team theme told_on words",
    "service": "area cost hours languages name outside partner phone sort verified",
    "site": "lies_in name officer organisation purposes",
    "own_step": "day days instead_of said_by site sort step what",
    "extract": "day made_by purpose records team what",
    "research_project": "granted person presented since until used",
    "role_split": "learning person practice since supervising title until",
    "shadow_day": "day host person team",
    "road_plan": "decided_by end ended_on guide person since sort until version",
    "road_step": "code done_on due person plan sort",
    "site_road": "day open road said_by site",
    "site_norm": "day name reason said_by site value",
    "site_indicator": "code day said_by site told",
    "site_set": "codes day name said_by site title",
    "specialism": "caregiver depth since supervision topic until",
    "supervising_interest": "appraisal caregiver day interest state supervision",  # only with their yes
    "stepping_in": "concerns person settled since sort team until",
    "supervision": "caregiver purpose since supervisor until",
    "survey": "answered day figures sort team version",
    "team": "name site",
    "thanks": "day person team",
    "training": "accreditation certificate code cohort course credits nqf_level person provider result seen since title"
    " unit_standards until",  # its own numbers, for whoever cannot read the course
    "unit_standard": "credits last_achievement last_enrolment level number registration_end title",
    "vacancy": "filled_on role since team",
    "vetting": "next_due person result seen_by sort submitted",
    "visit": "caregiver children_seen day household minutes outcome purposes safety_worry source submission with_whom",
    "wording": "catalogue day said_by site version words",
}
LET_IN = {  # of what somebody founded or was let into by name
    "coordinator": "process protection",
    "supervisor": "process protection",
    "protection-lead": "protection",
    "own-laptop": "",
}
PROFILES = {
    "coordinator": "open team",
    "supervisor": "contact open team words",
    "protection-lead": "open",
    "own-laptop": "contact open pair process protection self team words",
}
POINTS = {("chronology_entry", "source"), ("chronology_entry", "source_kind")}  # at a record; they are no words
LONG_ENOUGH = 8  # letters: shorter words stand in many sentences


def rose(books: Books) -> list[tuple[str, journal.Line]]:
    """Every line of a supervisor that ever arrived in the coordinator's book, with its text."""
    book = books.coordinator
    with book.reading() as cursor:
        hearing = book.hearing(cursor)
        known = hearing.standing.known
        cursor.execute("SELECT stream, body FROM line WHERE body IS NOT NULL")
        told = [(hearing.streams[s], body) for s, body in cursor.fetchall()]
    hers = {books.north.key, books.south.key}
    read = [(body, journal.read(body.encode())) for each, body in told if known.key(each.laptop) in hers]
    return [(body, line) for body, line in read if line and line.kind in KINDS]


def kept_back(book: Book) -> set[str]:
    """The words that people wrote in fields which may not rise."""
    return {
        str(leaf[name])
        for kind, leaf in questions.everything(book, frozenset(Audience))
        for name, field in kind.fields.items()
        if field.base is str and not (field.many or field.choices or field.shown.refers) and leaf[name]
        if name not in MAY_RISE.get(kind.name, "").split() and not (kind.name == "asking" and leaf["released"])
        if (kind.name, name) not in POINTS
    }


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_only_named_fields_of_each_kind_may_rise(kind: str):
    """A new field fails here until it is written into the table, whatever audience it declares."""
    declared = {name for name, field in KINDS[kind].fields.items() if field.audience in {Audience.OPEN, Audience.TEAM}}

    assert declared == set(MAY_RISE.get(kind, "").split())


@pytest.mark.parametrize("name", sorted(PROFILES))
def test_a_profile_admits_the_audiences_that_are_written_here_and_no_other(name: str):
    assert {str(each) for each in profile(name).audiences} == set(PROFILES[name].split())
    assert {str(each) for each in profile(name).let_in} == set(LET_IN[name].split())


def test_nothing_beyond_the_table_ever_arrived_in_half_a_year(books: Books):
    arrived = {(line.kind, name.partition("/")[0]) for _, line in rose(books) for name in line.fields}

    beyond = {(kind, name) for kind, name in arrived if name not in MAY_RISE.get(kind, "").split()}
    assert beyond == {(kind, "withdrawn") for kind, name in arrived if name == "withdrawn"}
    assert len(arrived) > 50


def test_no_word_that_is_kept_back_stands_in_anything_that_arrived(books: Books):
    words = {each for book in (books.north, books.south) for each in kept_back(book) if len(each) >= LONG_ENOUGH}
    named = {questions.call(KINDS["person"], leaf.values) for leaf in questions.listing(books.coordinator, "person")}
    services = " ".join(f"{leaf['name']} {leaf['area']}" for leaf in questions.listing(books.coordinator, "service"))
    text = "\n".join(body for body, _ in rose(books))

    assert len(words) > 100
    assert {each for each in words - named if each in text and each not in services} == set()


def test_the_search_finds_a_word_that_did_rise(books: Books):
    """The control of the test above: looked for in the same way, the name of a caregiver is found."""
    text = "\n".join(body for body, _ in rose(books))

    assert "Thandeka" in text


def test_a_trainer_has_no_profile():
    with pytest.raises(FileNotFoundError):
        profile(Role.TRAINER)
