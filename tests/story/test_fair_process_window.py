"""Fair process at the desk: nothing at a glance, a worry that leads to a concern at once, and a process by keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from acquainted import introduce
from driver import Desk, Programme
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QLabel, QWidget

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people import people
from caregiver_desk.desk.parts.fields import Day
from caregiver_desk.desk.sheets.fairness.process_sheet import show_process
from caregiver_desk.practice.fairness.processes import usual_reviews
from caregiver_desk.records.people.people import Role
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.wording import full_day

CTRL = Qt.KeyboardModifier.ControlModifier


def front(desk: Desk, name: str) -> QDialog:
    return next(each for each in desk.window.findChildren(QDialog) if each.isVisible() and each.objectName() == name)


def words_on(place: QWidget) -> str:
    return " ".join(each.text() for each in place.findChildren(QLabel) if each.isVisible())


def key(desk: Desk, which: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """To whatever has the keys."""
    has = QApplication.focusWidget()
    assert has is not None
    QTest.keyClick(has, which, held)
    desk.rest()


def done(desk: Desk, act: str, **told: Any) -> None:
    desk.window.hands.lane.do(lambda book: ACTS[act](book, **told), owner=desk.window)
    desk.rest()


def test_p29_a_worry_about_a_childs_safety_goes_to_the_concern_at_once_and_nothing_typed_is_lost(desk: Desk) -> None:
    desk.do_from_palette("Note a worry about work")
    desk.fill(caregiver="Sibongile Ndaba", seen="He was alone at the tap.")

    desk.press("Note a concern")

    assert desk.page().subject == "concerns"
    assert questions.count(desk.book, "performance_worry") == 0
    desk.do_from_palette("Note a worry about work")
    assert desk.typed_words("seen") == "He was alone at the tap."


def test_sys_44_a_worry_is_saved_once_the_work_was_looked_at_and_leads_to_support(desk: Desk) -> None:
    desk.do_from_palette("Note a worry about work")
    desk.fill(caregiver="Sibongile Ndaba", seen="Four of ten homes were seen.").press("Save")
    assert "Look first at what the organisation does" in desk.message()

    desk.fill(work="long ways", found_work="Two wards, on foot.").press("Save")

    (worry,) = questions.listing(desk.book, "performance_worry")
    assert (worry["work"], worry["found_work"]) == (frozenset({"long ways"}), "Two wards, on foot.")
    assert desk.page().subject == "wellbeing"


def test_p10_who_has_a_process_is_seen_on_no_page_and_a_chronology_is_chosen_by_keys(
    desk: Desk, programme: Programme
) -> None:
    told = {"adviser": "Naledi Khoza", "not_met": "comes unprepared", "found_work": "ten homes"}
    done(desk, "open_capability", caregiver=programme.caregiver, **told)
    (process,) = questions.listing(desk.book, "process")
    done(desk, "plan_step", process=process.id, called="First talk", target=clock.today() - timedelta(1))
    desk.window.go("growth", {"shelf": "processes"})
    desk.rest()
    for subject in ("growth", "today"):
        desk.open(subject)
        assert "apability" not in words_on(desk.window).replace("Probation, capability, conduct", "")
        assert "unprepared" not in words_on(desk.window)

    desk.window.go("growth", {"shelf": "processes"})
    desk.rest().press("Processes I take part in")
    key(desk, Qt.Key.Key_Return)
    assert "comes unprepared" in words_on(front(desk, "process"))
    desk.press("Choose records")
    key(desk, Qt.Key.Key_Space)
    key(desk, Qt.Key.Key_Return, CTRL)

    (entry,) = questions.listing(desk.book, "chronology_entry")
    assert entry["fact"] in words_on(front(desk, "process"))


def test_sys_46_a_probation_whose_end_has_come_stands_on_today_until_it_is_said_how_it_went(
    desk: Desk, programme: Programme
) -> None:
    days = {"since": clock.today() - timedelta(90), "until": clock.today()}
    done(desk, "open_probation", caregiver=programme.caregiver, **days)
    desk.open("today")
    assert "Say how the probation went" in words_on(desk.window)

    named = "Open: Say how the probation went, Sibongile Ndaba"
    look = next(each for each in desk.page().findChildren(QAbstractButton) if each.accessibleName() == named)
    look.click()
    desk.rest().press("Say how it ended")
    desk.fill(outcome="confirmed", why="steady at every door").press("Save")

    assert questions.listing(desk.book, "probation")[0]["outcome"] == "confirmed"
    front(desk, "process").reject()
    desk.open("today")
    assert "Say how the probation went" not in words_on(desk.page())


def test_sys_46_a_note_that_is_added_at_the_desk_after_its_review_says_so(desk: Desk, programme: Programme) -> None:
    today = clock.today()
    days = {"since": today - timedelta(90), "until": today + timedelta(7), "reviews": [today - timedelta(5)]}
    done(desk, "open_probation", caregiver=programme.caregiver, **days)
    desk.window.go("growth", {"shelf": "processes"})
    desk.rest().press("Processes I take part in")
    key(desk, Qt.Key.Key_Return)

    desk.press("Add a note").fill(words="Came late.", day=(today - timedelta(8)).isoformat()).press("Save")

    assert "added after the review" in desk.tags()


def test_sys_50_the_usual_first_steps_are_a_press_each_and_may_be_called_otherwise(
    desk: Desk, programme: Programme
) -> None:
    done(desk, "open_conduct", caregiver=programme.caregiver, said="airtime was sold on")
    desk.window.go("growth", {"shelf": "processes"})
    desk.rest().press("Processes I take part in")
    key(desk, Qt.Key.Key_Return)

    desk.press("Their answer is heard").fill(called="Under the tree", target="+7").press("Save")

    assert [each["called"] for each in questions.listing(desk.book, "process_stage")] == ["Under the tree"]


def test_sys_43_what_had_been_expected_is_chosen_where_a_process_is_opened_and_named_later_where_it_was_not(
    desk: Desk, programme: Programme
) -> None:
    said = {"relate": "We greet first.", "complete": "The sheet by Friday."}
    done(desk, "record_expectations", team=people.own_team(desk.book), day=clock.today() - timedelta(9), **said)
    (listed,) = questions.listing(desk.book, "expectations")
    chosen = f"as said on {full_day(clock.today() - timedelta(9))}"
    desk.do_from_palette("Open a capability")
    desk.fill(caregiver="Sibongile Ndaba", adviser="Naledi Khoza", not_met="the sheet", found_work="ten homes")
    desk.fill(expectations=chosen).press("Save")
    assert questions.listing(desk.book, "capability")[0]["expectations"] == listed.id
    told = {"adviser": "Naledi Khoza", "not_met": "the sheet", "found_work": "ten homes"}
    done(desk, "open_capability", caregiver=programme.caregiver, **told)
    (bare,) = [each for each in questions.listing(desk.book, "capability") if not each["expectations"]]
    show_process(desk.window, desk.window.hands, str(bare["process"]))

    desk.rest().press("What had been expected").fill(expectations=chosen).press("Save")

    assert "We greet first." in words_on(front(desk, "process"))
    assert "What had been expected" not in desk.buttons()


def agreed(desk: Desk) -> list[tuple[str, str]]:
    """The reviews that stand on the sheet in front: their day, and what each is called."""
    days = [each for each in front(desk, "sheet").findChildren(Day) if each.objectName().startswith("review-")]
    shown = sorted((each for each in days if each.isVisible()), key=lambda each: each.objectName())
    return [(str(each.value()), each.line.accessibleName()) for each in shown]


def probation_begun(desk: Desk, since: date, until: date) -> None:
    desk.do_from_palette("Open a probation")
    desk.fill(caregiver="Sibongile Ndaba", since=since.isoformat(), until=until.isoformat())


def test_sys_46_a_probation_offers_its_usual_reviews_and_each_is_changed_or_removed_by_keys(desk: Desk) -> None:
    today = clock.today()
    until = today + timedelta(180)
    probation_begun(desk, today, until)
    usual = [each.isoformat() for each in usual_reviews(today, until, today)]
    assert agreed(desk) == list(zip(usual, ("First review", "Second review", "Last review"), strict=True))

    sheet = front(desk, "sheet")
    sheet.activateWindow()
    first = sheet.findChild(Day, "review-1")
    assert first is not None
    first.line.setFocus()
    first.line.selectAll()
    QTest.keyClicks(first.line, "+21")
    for _ in range(3):  # past its own “Remove” and the second day
        key(desk, Qt.Key.Key_Tab)
    key(desk, Qt.Key.Key_Space)
    moved = (today + timedelta(21)).isoformat()
    assert agreed(desk) == [(moved, "First review"), (usual[2], "Last review")]
    key(desk, Qt.Key.Key_Return, CTRL)

    steps = questions.listing(desk.book, "process_stage")
    assert sorted((each["target"], each["called"]) for each in steps) == [
        (moved, "First review"), (usual[2], "Last review"),
    ]  # fmt: skip


def test_sys_46_reviews_that_somebody_changed_are_there_again_and_stay_when_the_last_day_moves(desk: Desk) -> None:
    today = clock.today()
    probation_begun(desk, today, today + timedelta(180))
    desk.press("Remove").press("Add a review").fill(review__3="+40")
    mine = agreed(desk)
    assert (today + timedelta(40)).isoformat() in [day for day, _ in mine]

    desk.fill(until="+90").press("Leave").do_from_palette("Open a probation")
    assert agreed(desk) == mine

    desk.fill(review__1="no day").press("Save")
    assert "This day was not understood" in desk.message()
    desk.fill(review__1="+200").press("Save")
    assert "each lies between the first day and the last" in desk.message()
    assert questions.count(desk.book, "probation") == 0


def test_sys_46_whoever_agrees_on_no_review_removes_them_all_and_none_is_planned(desk: Desk) -> None:
    today = clock.today()
    probation_begun(desk, today, today + timedelta(180))
    for _ in range(3):
        desk.press("Remove")
    assert agreed(desk) == []

    desk.press("Save")

    assert (questions.count(desk.book, "probation"), questions.count(desk.book, "process_stage")) == (1, 0)


def test_sys_53_a_process_is_handed_over_to_who_manages_now_and_who_held_it_reads_on(
    desk: Desk, programme: Programme, coordinator: Book
) -> None:
    since = {"caregiver": programme.caregiver, "since": clock.today()}
    done(desk, "open_conduct", caregiver=programme.caregiver, said="airtime was sold on")
    (process,) = questions.listing(desk.book, "process")
    show_process(desk.window, desk.window.hands, process.id)
    assert "Hand it over" not in desk.rest().buttons()
    front(desk, "process").reject()
    (link,) = questions.listing(desk.book, "supervision", {"caregiver": programme.caregiver})
    done(desk, "change_supervision", id=link.id, fields={"purpose": "practice"})
    done(desk, "record_person", given_names="Fhatuwani", surname="Mudau")
    manager = next(each for each in questions.listing(desk.book, "person") if each["surname"] == "Mudau")
    done(desk, "record_supervision", supervisor=manager.id, **since)

    show_process(desk.window, desk.window.hands, process.id)
    assert "nobody leads it" in words_on(front(desk.rest(), "process"))
    desk.press("Hand it over")
    assert "You read it on" in words_on(front(desk, "handing"))
    key(desk, Qt.Key.Key_Return, CTRL)

    assert "Fhatuwani Mudau" in words_on(front(desk, "process"))
    assert not {"Hand it over", "Plan a step", "Say how it ended"} & set(desk.buttons())
    assert questions.get(desk.book, "process", process.id)["handed_to"] == "Fhatuwani Mudau"
    assert coordinator.person


def test_sys_53_where_no_line_manager_is_known_here_whoever_hands_it_over_says_who_it_is(
    desk: Desk, programme: Programme, books: Callable[[str, Role], Book]
) -> None:
    done(desk, "open_conduct", caregiver=programme.caregiver, said="airtime was sold on")
    for name in ("Mpho Lekalakala", "Naledi Khoza"):
        introduce(desk.book, books(name, Role.SUPERVISOR), name)
    (process,) = questions.listing(desk.book, "process")
    (link,) = questions.listing(desk.book, "supervision", {"caregiver": programme.caregiver})
    done(desk, "change_supervision", id=link.id, fields={"until": clock.today()})
    show_process(desk.window, desk.window.hands, process.id)

    desk.rest().press("Hand it over").press("Hand it over")
    assert "Choose who is their line manager now." in desk.message()
    desk.fill(to="Naledi Khoza").press("Hand it over")

    assert questions.get(desk.book, "process", process.id)["handed_to"] == "Naledi Khoza"
    assert "Plan a step" not in desk.buttons()
    desk.press("Hand it on for them").press("Hand it over")
    assert questions.get(desk.book, "process", process.id)["handed_to"] == "Mpho Lekalakala"
