"""The exercises as a learner plays them: nothing is ticked before, each point after its step, and it knows its end."""

from __future__ import annotations

from keyboard import Keyboard
from rehearsed import Learner

from caregiver_desk.desk.sheets.supervision.together import TogetherSheet


def keys(learner: Learner) -> Keyboard:
    return Keyboard(learner, lambda *_: None)


def test_friday_capture(learner: Learner) -> None:
    learner.begin("Friday capture")
    assert learner.ticks() == []


def test_one_to_one_with_somebody_who_asks_for_little(learner: Learner) -> None:
    learner.begin("One-to-one with somebody who asks for little").open("supervision").fill(caregiver="Bongani")
    learner.fill(how_are_you="Fine.").press("Held")
    assert learner.ticks() == [1]
    assert "In his own words" in learner.told() or "his own words" in learner.told()

    learner.open("supervision").fill(caregiver="Bongani", type="short call")
    learner.fill(type="one-to-one", her_words="The corner by the station, that is all.").press("Held")
    assert (learner.ticks(), learner.far()) == ([1, 2], "2 of 3")

    learner.fill(caregiver="Bongani", what__1="Walk to the station with you on Monday", due__1="+3").press("Held")
    assert learner.ticks() == [1, 2, 3]
    assert learner.is_done()


def test_observe_and_feed_back(learner: Learner) -> None:
    learner.begin("Observe, and feed back").open("people").choose_person("Johanna Titus").press("Visit together")
    learner.fill(asked="said yes beforehand").press("Save")
    assert learner.ticks() == [1]

    learner.press("Visit together")
    sheet = next(each for each in learner.window.findChildren(TogetherSheet) if each.isVisible())
    sheet.activateWindow()
    sheet.levels.take_keys()
    keys(learner).write("4443434340" + "4423434341")
    learner.press("Save")
    assert learner.ticks() == [1, 2]

    learner.press("Visit together").fill(strength="You greeted her by her name.", to_try="Wait one breath.").press(
        "Save"
    )
    assert learner.ticks() == [1, 2, 3]

    learner.press("Visit together").fill(spoken_on="today", answer="I did not see it.").press("Save")
    assert learner.ticks() == [1, 2, 3, 4]
    assert learner.is_done()


def test_a_hard_event(learner: Learner) -> None:
    learner.begin("A hard event")
    learner.window.begin("hard_event")
    learner.rest().fill(caregiver="Rofhiwa").fill(event="death of a client", helper="Her sister").press("Save")
    assert learner.ticks() == [1, 2, 3]

    learner.open("supervision").fill(caregiver="Rofhiwa", type="support conversation")
    learner.fill(safe_now="At home, with her sister.").press("Held")
    assert learner.ticks() == [1, 2, 3, 4]
    assert learner.is_done()


def test_a_concern_from_note_to_report(learner: Learner) -> None:
    learner.begin("A concern, from note to report").open("concerns").press("not sure")
    learner.fill(sort="abandoned or no carer", whom="a child", seen="“I lock up and wait until it is light.”")
    learner.press("More").fill(noticed_by="Thandeka Mabuza").press("Save concern")
    assert learner.ticks() == [1, 2]


def test_needs_support_now(learner: Learner) -> None:
    learner.begin("Needs support now? Two people, two answers")
    for name, load in (("Rofhiwa", 1), ("Lindiwe", 2)):
        learner.open("wellbeing").press("How they are").fill(caregiver=name, load="4").press("Save")
        assert learner.ticks() == list(range(1, load + 1))
    for name, code in (("Rofhiwa", "travel"), ("Lindiwe", "exam")):
        learner.open("wellbeing").press("What weighs on them").fill(caregiver=name, codes=code, severity="3")
        learner.fill(agreed="Yes").press("Save")
    print(learner.open("today").message(), learner.buttons())


def test_one_person_or_two(learner: Learner) -> None:
    learner.begin("One person or two").open("sharing").press("Look for them")
    print(learner.message())
    learner.press("They are the same")
    assert learner.ticks() == [1]
    learner.press("Close").press("Undo")
    assert learner.ticks() == [1, 2]
    learner.open("people").press("Add a caregiver").fill(given_names="Grace", surname="Mokoena")
    print(learner.message(), learner.buttons())
