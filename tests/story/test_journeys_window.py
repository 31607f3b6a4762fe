"""The journeys of a supervisor, each by keys alone and within its keys, and what goes wrong on the way.

Of these the practice gives so many keys: a contact logged 6 (J1), a visit 3 (J2), a check-in 25 beside its words (J3),
a hard event 12 (J5). For the others it gives minutes; what stands here for them is what they take now and a little
room, so that nobody makes them longer without knowing. A journey that is driven elsewhere already stands in `DRIVEN`,
and what goes wrong in `GOES_WRONG`, each by the test that shows it.

Left to others: no text of the program is in a home language yet (J3), so a check-in is read back in large letters and
in plain English.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from acquainted import introduce
from driver import Desk, Programme
from keyboard import Keyboard
from PySide6.QtWidgets import QLabel

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import people
from caregiver_desk.desk.sheets.people.turned_round import TurnedRound
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book

TESTS = Path(__file__).parents[1]
DRIVEN = {
    "J2": ("story/test_keys_window.py", "a_week_of_24_visits_from_anywhere"),
    "J3": ("story/test_keys_window.py", "a_check_in_with_words_a_stressor_and_a_promise"),
    "J5": ("story/test_event_window.py", "a_robbery_is_kept_and_support_offered_in_a_dozen_keys"),
    "J6, to the numbers": ("story/test_concerns_window.py", "a_concern_is_noted_by_keys_with_the_numbers_first"),
    "J6, the least": ("story/test_concerns_window.py", "the_shortest_record_needs_no_mouse_and_no_home"),
    "J17": ("story/test_training_window.py", "who_came_of_twenty_is_saved"),
    "J9, the report": ("story/test_insight_window.py", "j9_the_month_report_is_read_frozen_and_saved_by_keys"),
    "J13": ("story/test_insight_window.py", "j13_the_coordinator_sees_the_system_on_one_screen_and_no_team_beside"),
    "J14": ("story/test_insight_window.py", "j14_a_coordinator_chooses_a_set_and_days_explains_and_saves_both_files"),
    "J8": ("story/test_load_window.py", "ten_homes_are_shared_out_by_the_keys_and_their_lists_printed"),
}
GOES_WRONG = {
    "J17, one learner twice": ("rooms/acts/growth/test_training.py", "one_learner_under_two_ids_is_pointed_out"),
    "J17, a standard expired": ("rooms/acts/growth/test_training.py", "days_outside_those_of_a_unit_standard"),
    "J17, names in a workbook": ("rooms/acts/growth/test_training.py", "nothing_of_a_workbook_but_its_result"),
    "J1, another's book was left open": ("story/test_locking_window.py", "a_desk_that_lies_idle_locks"),
    "J1, the clock went back": ("story/test_clock_window.py", "the_clock_is_doubted_in_words_and_nothing_is_overdue"),
    "J1, saved in doubt": ("story/test_clock_window.py", "what_is_saved_in_doubt_says_that_its_date_is_uncertain"),
    "J2, the power is cut": ("story/test_week_window.py", "a_power_cut_takes_nothing_that_was_typed_a_second_ago"),
    "J2, no such number": ("story/test_week_window.py", "what_names_no_home_is_kept_in_its_place"),
    "J2, typed twice": ("story/test_week_window.py", "one_home_twice_on_a_day_is_counted_once_and_said"),
    "J2, typed by two": ("story/test_main_job_window.py", "two_who_changed_the_same_visit_exchange_settle"),
    "J2, a day ahead": ("story/test_week_window.py", "a_day_that_has_not_come_is_closed"),
    "J2, a month that is locked": ("rooms/acts/sharing/test_returns.py", "the_first_return_of_a_month_stands_whatever"),
    "J3, no private room": ("story/test_heard_window.py", "one_that_is_planned_is_moved_to_a_day_that_is_proposed"),
    "J3, a child at risk": ("story/test_heard_window.py", "a_child_at_risk_opens_a_concern_and_the_check_in_is_there"),
    "J3, the screen is shared": ("story/test_turned_round_window.py", "nobody_else_is_on_the_screen"),
    "J4, not safe": ("story/test_together_window.py", "a_visit_left_for_safety_is_saved_with_that_word_alone"),
    "J4, the word is late": ("story/test_together_window.py", "the_word_that_was_not_said_stands_on_today"),
    "J5, the supervisor is hit": (
        "rooms/acts/wellbeing/test_hard_events.py",
        "a_coordinator_opens_it_for_a_supervisor",
    ),
    "J5, a debriefing": (
        "rooms/acts/wellbeing/test_hard_events.py",
        "only_what_was_ticked_is_offered_and_a_debriefing_never",
    ),
    "J6, the laptop is dead": ("story/test_concerns_window.py", "the_card_of_numbers_is_printed"),
    "J6, two days late, for another": (
        "story/test_concerns_window.py",
        "what_was_written_down_late_shows_its_true_age",
    ),
    "J6, a bundle goes up": ("rooms/acts/concerns/test_concerns.py", "a_coordinator_hears_number_kind_and_clock"),
    "J6, not addressed": ("rooms/acts/concerns/test_concerns.py", "nothing_goes_to_the_lead_before_it_is_given"),
    "J7, no record": (
        "rooms/acts/wellbeing/test_strain.py",
        "without_her_yes_a_risk_leaves_the_urgent_offer_and_no_word_of_it",
    ),
    "J7, the organisation": ("story/test_requests_window.py", "a_burden_that_the_organisation_can_mend_leads_to"),
    "J8, leaves": ("rooms/acts/people/test_handing_over.py", "who_leaves_is_due_nothing_and_her_homes_wait"),
    "J8, dies": ("story/test_load_window.py", "homes_of_whoever_died_wait_and_are_placed_and_a_wrong_person"),
    "J8, the team mourns": (
        "rooms/acts/wellbeing/test_hard_events.py",
        "after_a_death_the_team_is_offered_remembrance",
    ),
    "J8, the wrong person": (
        "rooms/acts/people/test_handing_over.py",
        "one_undo_brings_her_back_with_all_that_was_open",
    ),
    "J9, nobody noted by name": ("story/test_team_window.py", "where_only_heads_are_counted_the_sheet_has_no_name"),
    "J9, another figure than was printed": (
        "rooms/acts/insight/test_freezing.py",
        "a_late_sheet_changes_no_paper_and_is_told_apart",
    ),
    "J14, the funder changes": ("rooms/acts/insight/test_own.py", "the_usual_ones_are_swapped_for_a_whole_other_set"),
    "J10, an old laptop": ("story/test_moving_window.py", "a_coordinator_hands_a_team_over_and_decides_on_what_came"),
    "J10, in confidence": ("rooms/acts/people/test_handing_over.py", "only_what_the_caregiver_agreed_to_is_passed_on"),
    "J19, by a slip": ("story/test_turned_round_window.py", "esc_turns_nothing_back"),
}
OTHERWISE = "I did ring before I went."

Open = Callable[[Book], Desk]
Note = Callable[[str, object], None]
Carry = Callable[[Book, Book], object]


def moves_or_leaves(hands: Keyboard) -> Keyboard:
    """From anywhere to what becomes of Sibongile's work."""
    hands.press("Ctrl+K").type("sib").press("Return", *["F6"] * 3)
    return hands.to("Moves or leaves", by="Shift+Tab").press("Space")


def on(days: int) -> date:
    return clock.today() + timedelta(days)


@pytest.mark.parametrize(("path", "words"), [*DRIVEN.values(), *GOES_WRONG.values()], ids=[*DRIVEN, *GOES_WRONG])
def test_what_is_driven_or_goes_wrong_is_shown_by_a_test_that_is_there(path: str, words: str) -> None:
    assert f"def test_{words}" in (TESTS / path).read_text(encoding="utf-8")


def test_every_journey_stands_in_the_table_of_keys() -> None:
    told = "".join(path.read_text(encoding="utf-8") for path in (TESTS / "story").glob("test_*.py"))

    assert set(re.findall(r'"(J\d+)"(?:, |\))', told)) >= {f"J{number}" for number in range(1, 20)}


def test_j1_the_day_begins_with_what_must_not_wait_and_a_contact_is_logged(
    cleared: Programme, open_window: Open, record_property: Note
) -> None:
    told = {
        "danger": "no",
        "sort": "deliberate neglect",
        "whom": "a child",
        "noticed": on(0),
        "seen": "he has not eaten",
    }
    ACTS["note_concern"](cleared.book, **told)
    promises = [{"owner": "supervisor", "what": "ring the bank", "due": on(0)}]
    ACTS["hold_check_in"](cleared.book, caregiver=cleared.caregiver, day=on(-40), promises=promises)
    desk = open_window(cleared.book)
    hands = Keyboard(desk, record_property)
    assert desk.page().subject == "today"
    assert {"Must not wait", "ring the bank", "Sibongile Ndaba", "Nomvula Shezi"} <= set(desk.message().splitlines())
    assert "eaten" not in desk.message()

    hands.press("Shift+F6", "Space")  # from what comes next to what stands above it
    assert "he has not eaten" in desk.message()
    hands.counts("From a desk that opened to what must not wait", 2, "J1", allowed=30)

    hands = Keyboard(desk.press("Leave"), record_property)
    hands.press("Ctrl+N").type("sib").press("Tab", "Ctrl+Return")
    held = [each for each in questions.listing(desk.book, "check_in") if each["day"] == on(0).isoformat()]
    assert [each["state"] for each in held] == ["held"]
    hands.counts("A contact logged, from anywhere", 6, "J1")


def test_j1_on_today_the_keys_go_as_one_reads(cleared: Programme, open_window: Open, record_property: Note) -> None:
    promises = [{"owner": "supervisor", "what": "ring the bank", "due": on(0)}]
    ACTS["hold_check_in"](cleared.book, caregiver=cleared.caregiver, day=on(-40), promises=promises)
    desk = open_window(cleared.book)
    hands, met = Keyboard(desk, record_property), []

    for _ in range(2):
        hands.press("F6")
        met.append(desk.window.focusWidget().accessibleName())

    assert met == ["Change: ring the bank", "Plan a check-in with Sibongile Ndaba"]
    hands.press("F6", "F6", "F6")
    assert desk.window.focusWidget().accessibleName() == "Give homes to caregivers"


def test_j4_a_visit_together_by_digits_with_the_word_of_the_same_day(desk: Desk, record_property: Note) -> None:
    hands = Keyboard(desk, record_property)

    hands.press("Ctrl+K").type("visit tog").press("Return").type("sib").press("Tab")
    hands.press("Tab", "Space", "F6", *"4343434340", *"4333434341")
    hands.write("They let me in at once.").press("F6").write("She let her finish.").press("Tab").write(
        "She knew the clinic days."
    )
    hands.press("Tab").write("Ask before giving advice.")
    hands.press("F6", "Tab").write("bring the new card").press("Tab").type("+7")
    hands.press("F6").type("+0").press("Ctrl+Return")

    (kept,) = questions.listing(desk.book, "observation")
    assert (kept["own_prepared"], kept["own_closing"], kept["seen_closing"]) == ("strongly", "not seen", "not yet")
    assert (kept["strength_too"], kept["to_try"]) == ("She knew the clinic days.", "Ask before giving advice.")
    assert (kept["state"], kept["spoken_on"]) == ("feedback given", on(0).isoformat())
    assert [each["what"] for each in questions.listing(desk.book, "promise")] == ["bring the new card"]
    hands.counts("A visit together with twenty ratings, beside its words", 20 + 35, "J4", allowed=360)


def test_j5_without_airtime_word_is_carried_by_a_neighbour(cleared: Programme) -> None:
    ACTS["hard_event"](cleared.book, caregiver=cleared.caregiver, event="robbery", day=on(0), offers=["asked again"])
    offer = questions.listing(cleared.book, "follow_up")[0]

    ACTS["change_follow_up"](cleared.book, id=offer.id, fields={"reached": "through a neighbour"})

    assert questions.get(cleared.book, "follow_up", offer.id)["reached"] == "through a neighbour"


def test_j7_a_caregiver_is_asked_a_plan_is_made_and_looked_at_a_fortnight_later(
    cleared: Programme, open_window: Open, record_property: Note
) -> None:
    book = cleared.book
    ACTS["ask_how_she_is"](book, caregiver=cleared.caregiver, day=on(-1), load=4)
    ACTS["record_burden"](book, caregiver=cleared.caregiver, codes=["G2"], severity=3)
    desk = open_window(book)
    hands = Keyboard(desk, record_property).press("F6", "F6", "Space")
    assert "Many deaths" in desk.message()

    hands.press("Right", "Right", "Right", "Space", "Tab").write("I want my homes back.").press("Ctrl+Return")
    (decided,) = questions.listing(book, "support_need")
    assert (decided["state"], decided["their_view"]) == ("in support plan", "I want my homes back.")

    hands.press("Ctrl+K").type("open a s").press("Return").type("sib").press("Tab", "Tab", "Space", "Tab")
    hands.write("Sleep through the night.").press("Tab").type("buddy").press("Tab", "Ctrl+Return")
    (plan,) = questions.listing(book, "support_plan")
    assert (plan["caregiver"], plan["aims"]) == (cleared.caregiver, "Sleep through the night.")
    assert [each["plan"] for each in questions.listing(book, "follow_up")] == [plan.id]
    hands.counts("Support now: asked, decided and a plan, beside its words", 45, "J7", allowed=180)

    clock.shift(timedelta(14))
    hands = Keyboard(open_window(book), record_property).to("Looked at the plan of Sibongile Ndaba").press("Space")
    assert questions.get(book, "support_plan", plan.id)["reviewed"] == on(0).isoformat()
    hands.counts("A plan looked at, and nothing to change", 10, "J7", allowed=60)


def test_j9_a_group_is_recorded_with_who_came_a_theme_and_a_decision(
    cleared: Programme, open_window: Open, record_property: Note
) -> None:
    for name in ("Thandeka", "Grace"):
        ACTS["add_caregiver"](cleared.book, given_names=name)
    team = people.own_team(cleared.book)
    ACTS["record_circle"](cleared.book, team=team, sort="group supervision", name="Last Friday")
    desk = open_window(cleared.book)
    hands = Keyboard(desk, record_property)

    hands.press("Ctrl+K").type("record a m").press("Return").type("a2")
    hands.press("F6", "Tab").write("nobody walks alone").press("Tab").type("+14")
    hands.press("Tab", "Space").press("Ctrl+Return")

    (session,) = questions.listing(desk.book, "circle_session")
    assert (session["number"], session["theme"]) == (2, "news and plans")
    (decided,) = questions.listing(desk.book, "circle_decision")
    assert (decided["what"], decided["due"]) == ("nobody walks alone", on(14).isoformat())
    hands.counts("A group session with a decision, beside its words", 25, "J9", allowed=120)


def test_j10_a_team_changes_hands_and_the_next_one_hears_only_what_may_be_passed_on(
    programme: Programme,
    coordinator: Book,
    books: Callable[[str, Role], Book],
    send: Carry,
    open_window: Open,
    record_property: Note,
) -> None:
    mpho, told = books("Mpho Lekalakala", Role.SUPERVISOR), {"words": {"how_are_you": "tired of it all"}}
    introduce(mpho, coordinator, "Fhatuwani Mudau")
    introduce(coordinator, mpho, "Mpho Lekalakala")
    introduce(mpho, programme.book, "Nomvula Shezi")
    introduce(programme.book, mpho, "Mpho Lekalakala")
    ACTS["hold_check_in"](programme.book, caregiver=programme.caregiver, day=on(-3), **told)

    desk = open_window(programme.book)
    hands = moves_or_leaves(Keyboard(desk, record_property))
    hands.to("To pass on").write("Ring before you come.").press("Tab", "Space", "Ctrl+Return")
    desk.until(lambda: questions.count(programme.book, "handing_on"))
    hands.counts("What a caregiver agreed to pass on, beside its words", 30, "J10", allowed=150)
    assert [each["words"] for each in questions.listing(programme.book, "handing_on")] == ["Ring before you come."]
    desk.close()
    for book in (programme.book, mpho):
        send(book, coordinator)

    desk = open_window(coordinator)
    hands = moves_or_leaves(Keyboard(desk, record_property))
    hands.to("They move to another team").press("Right", "Space")
    hands.to("Mpho Lekalakala").press("Space").to("stays in the programme").press("Space", "Ctrl+Return")
    assert "Mpho Lekalakala has it now" in desk.message()
    hands.counts("A team handed over by its coordinator", 30, "J10", allowed=150)
    for giver, taker in ((coordinator, programme.book), (coordinator, mpho), (programme.book, mpho)):
        send(giver, taker)
    assert [each["words"] for each in questions.listing(mpho, "handing_on")] == ["Ring before you come."]
    assert not any(each["how_are_you"] for each in questions.listing(mpho, "check_in"))

    hands = Keyboard(open_window(mpho), record_property).press("Ctrl+K").type("sib").press("Return")
    hands.to("Agreement").press("Space").to("harm to oneself").press("Space", *["Right", "Space"] * 3)
    hands.to("draft").press("Right", "Space", "Tab", "Space", "Tab").type("+0").press("Ctrl+Return")
    assert [each["state"] for each in questions.listing(mpho, "agreement")] == ["agreed"]
    hands.counts("An agreement confirmed anew, beside its words", 45, "J10", allowed=150)


def test_sys_57_somebody_moves_by_keys_from_a_wish_and_a_day_along_to_the_move_itself(
    cleared: Programme,
    coordinator: Book,
    books: Callable[[str, Role], Book],
    send: Carry,
    open_window: Open,
    record_property: Note,
) -> None:
    """Their own team hears of it once they want that; an undo brings all of it back as it was."""
    mpho, her = books("Mpho Lekalakala", Role.SUPERVISOR), cleared.caregiver
    introduce(mpho, coordinator, "Fhatuwani Mudau")
    introduce(coordinator, mpho, "Mpho Lekalakala")
    ACTS["assign_household"](cleared.book, household=cleared.household, caregiver=her)
    hills = questions.listing(mpho, "team")[0]
    ACTS["change_team"](mpho, id=hills.id, fields={"name": "Hill farms"})
    for book in (cleared.book, mpho):
        send(book, coordinator)
    ACTS["open_road"](coordinator, road="transfers and shadowing")
    desk = open_window(coordinator)

    hands = Keyboard(desk, record_property).press("Ctrl+K").type("interest in").press("Return")
    hands.type("sib").press("Tab").type("hil").press("Tab", "Tab").write("The clinic draws me.").press("Tab").type(
        "+0"
    ).press("Ctrl+Return")
    (wish,) = questions.listing(coordinator, "move_interest")
    assert (wish["person"], wish["to_team"], wish["words"]) == (her, hills.id, "The clinic draws me.")
    hands.counts("An interest in another team, beside its words", 30)

    hands = Keyboard(desk, record_property).press("Ctrl+K").type("shadow").press("Return")
    hands.type("sib").press("Tab").type("hil").press("Tab").type("mpho").press("Tab").type("+0").press("Ctrl+Return")
    (day,) = questions.listing(coordinator, "shadow_day")
    assert (day["person"], day["team"], day["host"]) == (her, hills.id, mpho.person)
    hands.counts("A day of shadowing", 30)

    hands = Keyboard(desk, record_property).press("Ctrl+K").type("let their").press("Return")
    hands.type("sib").press("Tab", "Ctrl+Return")
    assert "Their words stay here." in desk.message()
    hands.counts("Their team is let known", 18)

    hands = Keyboard(desk, record_property).press("Ctrl+K").type("accept a t").press("Return")
    hands.type("sib").press("Tab").type("hil").press("Tab", "Ctrl+Return")
    assert "Sibongile Ndaba works in Hill farms from now on. 1 home needs somebody." in desk.message()
    hands.counts("A transfer accepted", 22)
    works = {"person": her, "team": hills.id}
    assert [each["until"] for each in questions.listing(coordinator, "engagement", works)] == [None]

    hands = Keyboard(desk, record_property).press("Ctrl+Z")
    assert "Undone: Accept a transfer" in desk.message()
    assert not questions.listing(coordinator, "engagement", works)
    assert [each["state"] for each in questions.listing(coordinator, "move_interest")] == ["asked"]
    hands.counts("A transfer taken back", 1)


def test_j19_a_record_is_turned_round_disagreed_with_agreed_and_printed_and_no_other_is_named(
    cleared: Programme, open_window: Open, record_property: Note
) -> None:
    book, words = cleared.book, {"how_are_you": "Grace Mokoena shouted at me near the Mudau house."}
    ACTS["add_caregiver"](book, given_names="Grace", surname="Mokoena")
    ACTS["hold_check_in"](book, caregiver=cleared.caregiver, day=on(-1), words=words)
    desk = open_window(book)
    desk.answers.file = book.vault.folder / "record.pdf"
    hands = Keyboard(desk, record_property)

    hands.press("Ctrl+K").type("sib").press("Return")
    hands.press("F6", "F6", *["Tab"] * 10, "Space")
    (turned,) = desk.window.findChildren(TurnedRound)
    told = "\n".join(each.text() for each in turned.findChildren(QLabel))
    assert "another caregiver shouted at me" in told
    assert not [name for name in ("Grace", "Mokoena", "Mudau") if name in told]

    hands.press(*["Tab"] * 3, "Space").write(OTHERWISE).press("Tab", "Space")
    hands.to("Print").press("Space")
    assert desk.until(desk.answers.file.exists).answers.file.read_bytes().startswith(b"%PDF")
    (held,) = questions.listing(book, "check_in")
    assert held["sees_otherwise"] == OTHERWISE
    hands.counts("Turned round, disagreed and printed, beside the words", 30, "J19", allowed=120)
