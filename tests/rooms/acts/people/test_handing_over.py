"""People and homes move: nothing is lost, and nothing that was said in confidence goes along."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from homes import asked, assigned, household, visited
from meeting import meet

from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.errors import LockedOut, NobodyLeadsIt, NothingBetween, NotUnderstood, NoWritePath
from caregiver_desk.store import histories, questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync import carriers, exchange, making, trust
from caregiver_desk.sync.opener import Opener

Send = Callable[..., Any]
TODAY = "2026-11-02"


@pytest.fixture
def three(pair: tuple[Book, Book], make_book: Callable[..., Book]) -> tuple[Book, Book, Book]:
    """Two supervisors and their coordinator, all acquainted."""
    nomvula, fhatuwani = pair
    mpho = make_book("Mpho Lekalakala")
    meet(mpho, fhatuwani)
    meet(mpho, nomvula)
    return nomvula, mpho, fhatuwani


def round_of_sticks(send: Send, *books: Book) -> None:
    """Everybody to everybody, twice."""
    for sender, receiver in 2 * [(one, other) for one in books for other in books if one is not other]:
        send(sender, receiver)


def names(book: Book, kind: str, field: str) -> list[str]:
    return sorted(str(each[field]) for each in questions.listing(book, kind) if each[field])


# --- a team


@pytest.fixture
def given(three: tuple[Book, Book, Book], send: Send) -> tuple[Book, Book, Book, str]:
    """Mpho's team with a caregiver, a home, a visit and a talk, which everybody has heard of who may."""
    nomvula, mpho, fhatuwani = three
    sibongile = asked(mpho, "Sibongile")
    house = ACTS["record_household"](mpho, team=own_team(mpho), code="HH-001", nickname="blue gate").record
    assigned(mpho, sibongile, house)
    visited(mpho, sibongile, house)
    ACTS["hold_check_in"](mpho, caregiver=sibongile, day="2026-03-02", words={"how_are_you": "tired of it all"})
    round_of_sticks(send, *three)
    return nomvula, mpho, fhatuwani, sibongile


def test_a_new_team_of_a_coordinator_goes_to_its_supervisor_once_it_is_handed_to_them_and_until_then_it_says_so(
    pair: tuple[Book, Book], send: Send
):
    nomvula, fhatuwani = pair
    round_of_sticks(send, *pair)
    told = ACTS["record_team"](fhatuwani, name="East")
    assert "Only you read of it until you give it to its supervisor, by “Hand a team over”." in told.sentence
    round_of_sticks(send, *pair)
    assert "East" not in names(nomvula, "team", "name")

    ACTS["hand_over_team"](fhatuwani, team=told.record, to="Nomvula Shezi")
    round_of_sticks(send, *pair)
    assert "East" in names(nomvula, "team", "name")
    assert "Only you" not in ACTS["record_team"](nomvula, name="West").sentence


def test_a_team_changes_hands_in_one_act_and_its_next_supervisor_reads_all_that_is_ordinary(
    given: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, sibongile = given
    assert not questions.find(nomvula, "Sibongile")

    told = ACTS["hand_over_team"](fhatuwani, team=own_team(mpho), to="Nomvula Shezi")
    round_of_sticks(send, fhatuwani, mpho, nomvula)

    assert "Nomvula Shezi has it now, with 1 caregiver." in told.sentence
    assert questions.get(nomvula, "person", sibongile)["given_names"] == "Sibongile"
    assert names(nomvula, "household", "nickname") == ["blue gate"]
    assert len(questions.listing(nomvula, "visit")) == 1
    assert not any(each["how_are_you"] for each in questions.listing(nomvula, "check_in"))


def test_who_takes_a_team_over_may_write_there_and_who_gave_it_up_may_not(
    given: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, _ = given
    (house,) = questions.listing(mpho, "household")
    ACTS["hand_over_team"](fhatuwani, team=own_team(mpho), to="Nomvula Shezi")
    round_of_sticks(send, fhatuwani, mpho, nomvula)

    ACTS["change_household"](nomvula, id=house.id, fields={"level": 3})
    with pytest.raises(NoWritePath):
        ACTS["change_household"](mpho, id=house.id, fields={"level": 1})

    send(nomvula, fhatuwani)
    assert questions.get(fhatuwani, "household", house.id)["level"] == 3


def test_what_was_written_before_she_knew_is_set_aside_and_counts_when_the_coordinator_says_so(
    given: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, _ = given
    (house,) = questions.listing(mpho, "household")
    ACTS["hand_over_team"](fhatuwani, team=own_team(mpho), to="Nomvula Shezi")
    ACTS["change_household"](mpho, id=house.id, fields={"level": 2})
    send(mpho, fhatuwani)
    assert questions.get(fhatuwani, "household", house.id)["level"] is None

    ACTS["let_count"](fhatuwani, laptop=mpho.laptop, scope=house.scope)

    assert questions.get(fhatuwani, "household", house.id)["level"] == 2
    round_of_sticks(send, *given[:3])
    assert questions.get(nomvula, "household", house.id)["level"] == 2
    with pytest.raises(NoWritePath):
        ACTS["change_household"](mpho, id=house.id, fields={"level": 1})


def test_who_goes_for_good_writes_no_more_of_the_people_she_entered(given: tuple[Book, Book, Book, str], send: Send):
    nomvula, mpho, fhatuwani, sibongile = given
    ACTS["hand_over_team"](fhatuwani, team=own_team(mpho), to="Nomvula Shezi", leaves=True)
    ACTS["change_person"](mpho, id=sibongile, fields={"known_as": "an angry word"})
    round_of_sticks(send, mpho, fhatuwani, nomvula)

    assert questions.get(fhatuwani, "person", sibongile)["known_as"] is None
    assert [each["state"] for each in questions.listing(fhatuwani, "engagement", {"person": mpho.person})] == ["left"]


def test_both_her_links_and_her_place_end_and_the_next_one_has_hers(given: tuple[Book, Book, Book, str]):
    nomvula, mpho, fhatuwani, sibongile = given
    ACTS["hand_over_team"](fhatuwani, team=own_team(mpho), to="Nomvula Shezi", day=TODAY)

    links = questions.listing(fhatuwani, "supervision", {"caregiver": sibongile})
    assert [each["until"] for each in links] == [TODAY]
    leads = questions.listing(fhatuwani, "engagement", {"team": own_team(mpho), "role": "supervisor"})
    assert {(each["person"], each["until"]) for each in leads} == {(mpho.person, TODAY), (nomvula.person, None)}


# --- a caregiver


def test_a_caregiver_who_changes_teams_is_known_there_and_nothing_of_her_talks_moves(
    given: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, sibongile = given

    told = ACTS["move_caregiver"](fhatuwani, caregiver=sibongile, team=own_team(nomvula), day=TODAY)
    round_of_sticks(send, fhatuwani, mpho, nomvula)

    assert "1 home needs somebody." in told.sentence
    assert questions.get(nomvula, "person", sibongile)["given_names"] == "Sibongile"
    assert [each["sort"] for each in questions.listing(nomvula, "vetting")] == [
        "child protection register, asked by us"
    ]
    assert not questions.listing(nomvula, "check_in")
    assert [each["ended"] for each in questions.listing(mpho, "assignment")] == ["handed over"]
    ACTS["change_person"](nomvula, id=sibongile, fields={"language": "isiZulu"})
    with pytest.raises(NoWritePath):
        ACTS["change_person"](mpho, id=sibongile, fields={"language": "Sepedi"})


def test_what_somebody_is_on_the_way_with_goes_along_and_is_gone_on_with_there(
    given: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, sibongile = given
    plan = ACTS["begin_plan"](mpho, person=sibongile, sort="induction").record
    ACTS["record_training"](mpho, person=sibongile, title="First aid", since="2026-02-02")
    round_of_sticks(send, mpho, fhatuwani)

    ACTS["move_caregiver"](fhatuwani, caregiver=sibongile, team=own_team(nomvula), day=TODAY)
    round_of_sticks(send, fhatuwani, mpho, nomvula)

    steps = questions.listing(nomvula, "road_step", {"plan": plan})
    assert len(steps) == len(questions.listing(mpho, "road_step", {"plan": plan}))
    assert [each["title"] for each in questions.listing(nomvula, "training")] == ["First aid"]
    ACTS["finish_step"](nomvula, id=steps[0].id)
    with pytest.raises(NoWritePath):
        ACTS["finish_step"](mpho, id=steps[0].id)


def test_what_her_former_supervisor_wrote_of_her_before_he_knew_counts_and_is_flagged(
    given: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, sibongile = given
    ACTS["move_caregiver"](fhatuwani, caregiver=sibongile, team=own_team(nomvula), day=TODAY)
    ACTS["change_person"](mpho, id=sibongile, fields={"language": "Sepedi"})
    round_of_sticks(send, fhatuwani, mpho, nomvula)

    person = questions.get(fhatuwani, "person", sibongile)
    assert (person["language"], person.findings) == ("Sepedi", ("written-after-hand-over",))
    assert questions.get(mpho, "person", sibongile)["language"] == "Sepedi"


def test_homes_may_go_along_with_her(given: tuple[Book, Book, Book, str], send: Send):
    nomvula, mpho, fhatuwani, sibongile = given

    ACTS["move_caregiver"](fhatuwani, caregiver=sibongile, team=own_team(nomvula), homes=True)
    round_of_sticks(send, fhatuwani, mpho, nomvula)

    (house,) = questions.listing(nomvula, "household")
    assert (house["code"], house["team"], house["nickname"]) == ("HH-001", own_team(nomvula), None)
    assert [each["caregiver"] for each in questions.listing(nomvula, "assignment")] == [sibongile]
    assert not questions.listing(nomvula, "visit")
    ACTS["change_household"](nomvula, id=house.id, fields={"nickname": "blue gate"})
    assert not questions.get(nomvula, "household", house.id).findings


def test_nobody_is_moved_to_a_team_where_nobody_could_read_of_her(given: tuple[Book, Book, Book, str]):
    *_, fhatuwani, sibongile = given
    empty = ACTS["record_team"](fhatuwani, name="West").record

    with pytest.raises(NobodyLeadsIt):
        ACTS["move_caregiver"](fhatuwani, caregiver=sibongile, team=empty)
    assert not [each for each in questions.listing(fhatuwani, "engagement") if each["team"] == empty]


def test_homes_that_change_teams_wait_there_for_somebody(given: tuple[Book, Book, Book, str], send: Send):
    nomvula, mpho, fhatuwani, _ = given
    (house,) = questions.listing(mpho, "household")

    ACTS["move_homes"](fhatuwani, households=[house.id], team=own_team(nomvula))
    round_of_sticks(send, fhatuwani, mpho, nomvula)

    assert [each["code"] for each in questions.listing(nomvula, "household")] == ["HH-001"]
    assert [each["ended"] for each in questions.listing(nomvula, "assignment")] == ["handed over"]
    assert not questions.listing(nomvula, "visit")


# --- what is passed on


def test_only_what_the_caregiver_agreed_to_is_passed_on(given: tuple[Book, Book, Book, str], send: Send):
    nomvula, mpho, fhatuwani, sibongile = given
    note = {"caregiver": sibongile, "team": own_team(mpho), "day": "2026-03-02", "words": "She likes to be rung first."}
    with pytest.raises(NotUnderstood, match="ask them first"):
        ACTS["record_handing_on"](mpho, **note)

    ACTS["record_handing_on"](mpho, **note, agreed=True)
    send(mpho, fhatuwani)
    ACTS["hand_over_team"](fhatuwani, team=own_team(mpho), to="Nomvula Shezi")
    round_of_sticks(send, fhatuwani, mpho, nomvula)

    assert [each["words"] for each in questions.listing(nomvula, "handing_on")] == ["She likes to be rung first."]
    assert [each["words"] for each in questions.listing(fhatuwani, "handing_on")] == [None]


# --- homes shared out


def test_ten_homes_are_shared_out_by_one_act_and_taken_back_by_one_undo(book: Book):
    first, second = asked(book, "Sibongile"), asked(book, "Thandeka")
    houses = [household(book, f"HH-{number:03}") for number in range(1, 11)]
    for house in houses[:4]:
        assigned(book, first, house)

    told = ACTS["share_out"](book, households=houses, to=second, joint_visit="2026-03-05", handover="Ring first.")

    hers = questions.listing(book, "assignment", {"caregiver": second})
    assert told.sentence == "10 homes are Thandeka’s now."
    assert sorted(each["short_number"] for each in hers) == list(range(1, 11))
    assert all(each["until"] for each in questions.listing(book, "assignment", {"caregiver": first}))
    ACTS["undo"](book)
    assert not questions.listing(book, "assignment", {"caregiver": second})
    assert [each["until"] for each in questions.listing(book, "assignment", {"caregiver": first})] == [None] * 4


# --- somebody leaves


def test_who_leaves_is_due_nothing_and_her_homes_wait(book: Book):
    sibongile, house = asked(book, "Sibongile"), household(book)
    assigned(book, sibongile, house)
    promise = {"owner": "caregiver", "what": "bring the sheet", "due": "2026-03-10"}
    held = {"next_day": "2027-03-02"}
    ACTS["hold_check_in"](book, caregiver=sibongile, day="2026-03-02", words=held, promises=[promise])

    told = ACTS["caregiver_leaves"](book, caregiver=sibongile, state="left", leaving="studies")

    assert told.sentence == "Nothing more is due of Sibongile. 1 home needs somebody."
    assert [each["state"] for each in questions.listing(book, "promise")] == ["dropped"]
    assert [each["next_day"] for each in questions.listing(book, "check_in")] == [None]
    assert [each["ended"] for each in questions.listing(book, "assignment")] == ["she left"]
    assert all(each["until"] for each in questions.listing(book, "supervision"))


def test_one_undo_brings_her_back_with_all_that_was_open(book: Book):
    sibongile, house = asked(book, "Sibongile"), household(book)
    assigned(book, sibongile, house)
    promise = {"owner": "supervisor", "what": "ask about the stipend", "due": "2026-03-10"}
    ACTS["hold_check_in"](book, caregiver=sibongile, day="2026-03-02", promises=[promise])
    kinds = ("engagement", "assignment", "promise", "supervision")
    before = [each.values for kind in kinds for each in questions.listing(book, kind)]

    ACTS["caregiver_leaves"](book, caregiver=sibongile, state="deceased")
    ACTS["undo"](book)

    assert [each.values for kind in kinds for each in questions.listing(book, kind)] == before


def test_what_was_closed_stays_in_the_history(book: Book):
    sibongile = asked(book, "Sibongile")
    ACTS["hold_check_in"](
        book, caregiver=sibongile, day="2026-03-02", promises=[{"owner": "caregiver", "what": "bring the sheet"}]
    )
    (promise,) = questions.listing(book, "promise")

    ACTS["part_with"](book, caregiver=sibongile)

    told = [value for each in histories.history(book, "promise", promise.id) for value in each.fields.values()]
    assert {"bring the sheet", "open", "dropped"} <= set(told)


# --- what a hard look found


def test_a_site_that_serves_other_teams_too_is_not_opened_and_its_people_move_one_by_one(
    given: tuple[Book, Book, Book, str], send: Send
):
    nomvula, mpho, fhatuwani, sibongile = given
    east = ACTS["record_team"](mpho, name="East").record
    rose = ACTS["add_caregiver"](mpho, team=east, given_names="Rose", phone="0825550177").record
    round_of_sticks(send, *given[:3])

    ACTS["hand_over_team"](fhatuwani, team=own_team(mpho), to="Nomvula Shezi")
    round_of_sticks(send, fhatuwani, mpho, nomvula)

    assert questions.get(nomvula, "person", sibongile)["given_names"] == "Sibongile"
    assert questions.find_one(nomvula, "person", rose) is None
    ACTS["change_person"](mpho, id=rose, fields={"known_as": "Rosie"})


def test_a_late_old_bundle_takes_no_word_away(given: tuple[Book, Book, Book, str], send: Send):
    nomvula, mpho, fhatuwani, _ = given
    partner = next(each for each in trust.partners.known(mpho) if each.key == fhatuwani.key)
    (early,) = making.make(mpho, partner)
    ACTS["record_household"](mpho, team=own_team(mpho), code="HH-002", nickname="green gate")
    send(mpho, fhatuwani)
    opener = Opener()
    exchange.open_bundle(fhatuwani, carriers.drop(fhatuwani.vault.folder, early.bundle, early.sealed), opener)
    opener.close()

    ACTS["hand_over_team"](fhatuwani, team=own_team(mpho), to="Nomvula Shezi")
    round_of_sticks(send, fhatuwani, mpho, nomvula)

    assert names(nomvula, "household", "nickname") == ["blue gate", "green gate"]
    assert names(mpho, "household", "nickname") == ["blue gate", "green gate"]


def test_nobody_whom_nobody_hears_is_given_a_team(given: tuple[Book, Book, Book, str]):
    nomvula, mpho, fhatuwani, _ = given
    ACTS["lock_out"](fhatuwani, laptop=nomvula.laptop)

    with pytest.raises(LockedOut):
        ACTS["hand_over_team"](fhatuwani, team=own_team(mpho), to="Nomvula Shezi")


def test_to_move_to_where_one_is_changes_nothing(given: tuple[Book, Book, Book, str]):
    _, mpho, fhatuwani, sibongile = given
    (house,) = questions.listing(fhatuwani, "household")

    with pytest.raises(NotUnderstood, match="present team"):
        ACTS["move_caregiver"](fhatuwani, caregiver=sibongile, team=own_team(mpho))
    with pytest.raises(NotUnderstood, match="present team"):
        ACTS["move_homes"](fhatuwani, households=[house.id], team=own_team(mpho))


def test_somebody_who_was_entered_twice_moves_whole_and_stays_one(given: tuple[Book, Book, Book, str], send: Send):
    nomvula, mpho, fhatuwani, sibongile = given
    again = asked(mpho, "Sibo")
    round_of_sticks(send, *given[:3])
    ACTS["same"](mpho, one=sibongile, other=again, fields={"given_names": "Sibongile"})
    round_of_sticks(send, *given[:3])

    ACTS["move_caregiver"](fhatuwani, caregiver=again, team=own_team(nomvula))
    round_of_sticks(send, fhatuwani, mpho, nomvula)

    for book in (nomvula, fhatuwani):
        assert questions.get(book, "person", again).id == sibongile
    for each in (sibongile, again):
        with pytest.raises(NoWritePath):
            ACTS["change_person"](mpho, id=each, fields={"language": "Sepedi"})


def test_what_is_passed_on_and_what_is_closed_are_one_save(book: Book):
    sibongile = asked(book, "Sibongile")
    with pytest.raises(NotUnderstood, match="ask them first"):
        ACTS["part_with"](book, caregiver=sibongile, words="She likes to be rung first.")
    ACTS["part_with"](book, caregiver=sibongile, words="She likes to be rung first.", agreed=True)
    with pytest.raises(NothingBetween):
        ACTS["part_with"](book, caregiver=sibongile, words="Again.", agreed=True)

    assert [each["words"] for each in questions.listing(book, "handing_on")] == ["She likes to be rung first."]
    ACTS["undo"](book)
    assert not questions.listing(book, "handing_on")
    assert [each["until"] for each in questions.listing(book, "supervision")] == [None]


def test_nobody_is_given_homes_who_works_here_no_longer(book: Book):
    sibongile, house = asked(book, "Sibongile"), household(book)
    ACTS["caregiver_leaves"](book, caregiver=sibongile)

    for act, given in (
        ("share_out", {"households": [house], "to": sibongile}),
        ("assign_household", {"household": house, "caregiver": sibongile}),
    ):
        with pytest.raises(NotUnderstood, match="no longer"):
            ACTS[act](book, **given)
