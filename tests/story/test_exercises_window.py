"""The exercises as a learner plays them: nothing is ticked before, each point after its step, and each knows its end.

Whoever takes another way sees no tick and a kind word.
"""

from __future__ import annotations

from driver import Desk
from rehearsed import Learner, go_to_monday, homes_left_on_monday

from caregiver_desk.desk.sheets.supervision.together import TogetherSheet

WAITS = "I lock up and wait until it is light."
TWO = {"done_by": "Nomvula Shezi", "second": "Boitumelo Kekana", "reason": "His aunt came."}


def tell_hard_event(learner: Learner) -> Desk:
    learner.window.begin("hard_event")
    return learner.rest().fill(caregiver="Rofhiwa").fill(event="death of a client", helper="Her sister")


def note_the_boy(learner: Learner, danger: str) -> Desk:
    learner.open("concerns").press(danger).fill(sort="abandoned or no carer", whom="a child", seen=WAITS)
    return learner.fill(noticed_by="Thandeka Mabuza").press("Save concern")


def weigh_down(learner: Learner, name: str, what: str) -> Desk:
    """It is too much for them, and this weighs a lot."""
    learner.open("wellbeing").press("How they are").fill(caregiver=name, load="4").press("Save")
    learner.press("What weighs on them").fill(caregiver=name, codes=what, severity="3", agreed="Yes")
    return learner.press("Save")


def test_friday_capture(learner: Learner) -> None:
    learner.begin("Friday capture")
    go_to_monday(learner)
    assert learner.ticks() == []

    one, *others = homes_left_on_monday(learner)
    learner.type_keys(one + "n")
    assert learner.ticks() == [2]
    learner.type_keys("".join(others[:2]))
    assert learner.ticks() == [2]
    learner.type_keys(others[2])

    assert learner.ticks() == [1, 2]
    assert learner.is_done()


def test_one_to_one_with_somebody_who_asks_for_little(learner: Learner) -> None:
    learner.begin("One-to-one with somebody who asks for little").open("supervision")
    assert (learner.ticks(), learner.far()) == ([], "0 of 3")

    learner.fill(caregiver="Bongani", how_are_you="Fine.").press("Held")
    assert learner.ticks() == [1]
    learner.open("supervision").fill(caregiver="Bongani", her_words="That corner, that is all.").press("Held")
    assert (learner.ticks(), learner.far()) == ([1, 2], "2 of 3")
    learner.open("supervision").fill(caregiver="Bongani", what__1="Walk to the station with you", due__1="+3")
    learner.press("Held")

    assert learner.ticks() == [1, 2, 3]
    assert learner.is_done()


def test_observe_and_feed_back(learner: Learner) -> None:
    learner.begin("Observe, and feed back").open("people").choose_person("Johanna Titus").press("Visit together")
    assert learner.ticks() == []

    learner.fill(asked="said yes beforehand").press("Save")
    assert learner.ticks() == [1]
    learner.press("Visit together")
    next(each for each in learner.window.findChildren(TogetherSheet) if each.isVisible()).levels.take_keys()
    learner.type_keys("4443434340" + "4423434341").press("Save")
    assert learner.ticks() == [1, 2]
    learner.press("Visit together").fill(strength="You greeted her by name.", to_try="Wait one breath.").press("Save")
    assert learner.ticks() == [1, 2, 3]
    learner.press("Visit together").fill(spoken_on="today", answer="I did not see it.").press("Save")

    assert learner.ticks() == [1, 2, 3, 4]
    assert learner.is_done()


def test_a_hard_event(learner: Learner) -> None:
    learner.begin("A hard event")
    assert learner.ticks() == []

    tell_hard_event(learner).press("2").press("4").press("5").press("Save")
    assert learner.ticks() == [1, 2, 3]
    learner.open("supervision").fill(caregiver="Rofhiwa").press("Other kinds").fill(type="support conversation")
    learner.fill(safe_now="At home, with her sister.").press("Held")

    assert learner.ticks() == [1, 2, 3, 4]
    assert learner.is_done()


def test_a_hard_event_that_is_only_weighed_offers_nothing_and_a_kind_word_says_where_the_offers_are(
    learner: Learner,
) -> None:
    learner.begin("A hard event").open("wellbeing").press("What weighs on them")
    learner.fill(caregiver="Rofhiwa", codes="death of a client", severity="3", agreed="Yes").press("Save")

    assert learner.ticks() == []
    assert "nothing is offered with it" in learner.told()

    learner.press("Undo")
    assert learner.told().startswith("A hard event\nNext: ")


def test_a_concern_from_note_to_report(learner: Learner) -> None:
    learner.begin("A concern, from note to report")
    assert learner.ticks() == []

    note_the_boy(learner, "not sure")
    assert learner.ticks() == [1, 2]
    learner.press("Who was told").fill(sort="told a social worker", day="today", told_to="Ms Radebe")
    learner.fill(reference="invented 126/1").press("Save")
    assert learner.ticks() == [1, 2, 3]
    learner.press("Open").press("Who was told").fill(sort="handed in Form 22", day="today", proof="the grey cupboard")
    learner.press("Save")

    assert learner.ticks() == [1, 2, 3, 4]
    assert learner.is_done()


def test_a_concern_that_two_leave_unreported_ticks_nothing_more_and_may_be_reported_all_the_same(
    learner: Learner,
) -> None:
    learner.begin("A concern, from note to report")
    note_the_boy(learner, "no").press("Two decide: not reported").fill(**TWO).press("Save")

    assert learner.ticks() == [1, 2]
    assert "Report it all the same" in learner.told()


def test_what_belongs_into_a_concern_and_is_told_at_a_check_in_ticks_nothing(learner: Learner) -> None:
    learner.begin("A concern, from note to report").open("supervision").fill(caregiver="Thandeka", the_work=WAITS)
    learner.press("Held")

    assert learner.ticks() == []
    assert "note the concern as well" in learner.told()


def test_needs_support_now(learner: Learner) -> None:
    learner.begin("Needs support now? Two people, two answers")
    assert learner.ticks() == []

    weigh_down(learner, "Rofhiwa", "travel")
    assert learner.ticks() == [1]
    weigh_down(learner, "Lindiwe", "low mood")
    assert learner.ticks() == [1, 2]
    learner.open("today").press("Not now").fill(their_view="Ask me on Monday.", dismissed="It is the exam.")
    learner.press("Save")
    assert learner.ticks() == [1, 2, 5]
    learner.press("Talk").fill(state="needs support now", their_view="I want to be home before dark.").press("Save")
    assert learner.ticks() == [1, 2, 3, 5]
    learner.open("wellbeing").press("Support plan").fill(caregiver="Rofhiwa", agreed="yes", aims="Home before dark.")
    learner.press("Save")

    assert learner.ticks() == [1, 2, 3, 4, 5]
    assert learner.is_done()


def test_who_decides_without_having_listened_sees_no_tick_and_whom_to_ask_again(learner: Learner) -> None:
    learner.begin("Needs support now? Two people, two answers")
    weigh_down(learner, "Rofhiwa", "travel")
    weigh_down(learner, "Lindiwe", "low mood")

    learner.open("today").press("Talk").fill(state="needs support now", their_view="On Monday.").press("Save")
    assert learner.ticks() == [1, 2]
    assert "asked you to wait until Monday" in learner.told()

    learner.press("Undo").press("Not now").fill(their_view="Ask me on Monday.", dismissed="It is the exam.")
    learner.press("Save")
    assert learner.ticks() == [1, 2, 5]
    assert "Monday" not in learner.told()


def test_one_person_or_two(learner: Learner) -> None:
    learner.begin("One person or two").open("sharing").press("Look for them")
    assert learner.rehearsing.laptop == "coordinator"
    assert learner.ticks() == []

    learner.press("They are the same")
    assert learner.ticks() == [1]
    learner.press("Close").press("Undo")
    assert learner.ticks() == [1, 2]
    learner.open("people").press("Add a caregiver").fill(given_names="Grace", surname="Mokoena").press("Save")
    assert learner.ticks() == [1, 2, 3]
    learner.open("sharing").press("Look for them").press("They are not the same")

    assert learner.ticks() == [1, 2, 3, 4]
    assert learner.press("Later").is_done()
