"""What a site calls things, and the version in which a record was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.worded import rubric_of, words_of
from caregiver_desk.errors import NotUnderstood, NotYours, UnknownField
from caregiver_desk.practice import site_words, spoken
from caregiver_desk.practice.supervision import agenda, observing
from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.supervision.observation import Item
from caregiver_desk.records.supervision.supervision import CheckInType
from caregiver_desk.records.wellbeing.wellbeing import FollowUpCode, StressorCode
from caregiver_desk.store import checking, questions
from caregiver_desk.store.book import Book

Send = Callable[..., object]


def called(book: Book, item: Item, rubric: str = "") -> str:
    """As it is shown where this book is shown."""
    site_words.speak(words_of(book))
    return next(each.words for each in observing.items(rubric) if each.item == item)


@pytest.mark.parametrize("catalogue", Catalogue)
def test_every_code_of_a_list_can_be_said_otherwise_and_is_shipped_again(book: Book, catalogue: Catalogue):
    codes = taxonomy.shipped(catalogue)
    ACTS["set_words"](book, catalogue=catalogue, words={code: f"ours: {code} “ṱ”" for code in codes})
    assert words_of(book).of(catalogue) == {code: f"ours: {code} “ṱ”" for code in codes}

    ACTS["set_words"](book, catalogue=catalogue, words=dict.fromkeys(codes, ""))
    assert words_of(book).of(catalogue) == {}
    assert questions.count(book, "wording") == 2


def test_words_are_spoken_where_the_book_is_shown_and_nowhere_else(book: Book):
    ACTS["set_words"](book, catalogue="stressors", words={"W3": "The long road"})
    ACTS["set_words"](book, catalogue="follow-ups", words={"F8": "A sister"})
    assert taxonomy.words(StressorCode.W3) == "Long ways, travel"

    site_words.speak(words_of(book))
    assert (taxonomy.words(StressorCode.W3), taxonomy.words(StressorCode.W1)) == (
        "The long road",
        "Too many households",
    )
    assert taxonomy.words(FollowUpCode("F8")) == "A sister"


def test_a_visit_together_is_always_read_in_the_words_it_was_written_in(pair: tuple[Book, Book], send: Send):
    nomvula, fhatuwani = pair
    her = ACTS["add_caregiver"](nomvula, given_names="Sibongile").record
    rubrics = []
    send(nomvula, fhatuwani)
    for words in ({}, {"prepared": "Ready for the road"}, {"prepared": "Safe on the road"}):
        if words:
            ACTS["set_words"](fhatuwani, catalogue="visits together", words=words)
            send(fhatuwani, nomvula)
        said = {"asked": "said yes beforehand"}
        made = ACTS["visit_together"](nomvula, caregiver=her, day=clock.today(), words=said).record
        rubrics.append(questions.get(nomvula, "observation", made)["rubric"])

    assert [called(nomvula, Item.PREPARED, each) for each in rubrics] == [
        "Prepared and safe",
        "Ready for the road",
        "Safe on the road",
    ]
    assert called(nomvula, Item.ARRIVAL, rubrics[2]) == "Respectful arrival"
    assert called(nomvula, Item.PREPARED) == "Safe on the road"
    assert rubrics[2] == rubric_of(fhatuwani) == rubric_of(nomvula)


def test_two_who_say_the_same_words_speak_of_one_version(make_book: Callable[..., Book]):
    books = [make_book("Nomvula Shezi"), make_book("Mpho Lekalakala")]
    for book in books:
        ACTS["set_words"](book, catalogue="visits together", words={"prepared": "Ready for the road"})

    assert rubric_of(books[0]) == rubric_of(books[1]) != observing.current()


def test_a_version_that_never_came_here_reads_in_the_shipped_words(book: Book):
    assert called(book, Item.PREPARED, f"{observing.current()}.0badcafe") == "Prepared and safe"


@pytest.mark.parametrize(("words", "refusal"), [({"W99": "what"}, UnknownField), ({"W1": "a" * 141}, NotUnderstood)])
def test_what_cannot_be_a_word_of_the_list_is_refused(book: Book, words: Mapping[str, str], refusal: type[Exception]):
    with pytest.raises(refusal):
        ACTS["set_words"](book, catalogue="stressors", words=words)

    assert questions.count(book, "wording") == 0


def test_a_supervisor_with_a_coordinator_leaves_the_words_to_him(pair: tuple[Book, Book]):
    with pytest.raises(NotYours):
        ACTS["set_words"](pair[0], catalogue="stressors", words={"W1": "Too much"})


@pytest.mark.parametrize("text", ["W1 = 3", "W1 = ", "[[", 'W1 = ""', "W1 = { a = 1 }", f'W1 = "{"a" * 141}"'])
def test_a_record_that_is_not_written_as_we_write_it_says_nothing(text: str):
    assert site_words.read(text) == {}


@pytest.fixture
def her(book: Book) -> str:
    return ACTS["add_caregiver"](book, given_names="Sibongile").record


WRITTEN: Mapping[str, tuple[Catalogue, str, str, Callable[[Book, str], str]]] = {
    "stressor": (
        Catalogue.STRESSORS,
        "W3",
        "codes",
        lambda book, her: ACTS["record_burden"](book, caregiver=her, codes=["W3"], severity=2).record,
    ),
    "follow_up": (
        Catalogue.FOLLOW_UPS,
        "F8",
        "code",
        lambda book, her: ACTS["offer_support"](book, caregiver=her, code="F8").record,
    ),
}


def read(book: Book, kind: str, record: str, field: str) -> str:
    """As a timeline, a print and the command line read it."""
    site_words.speak(words_of(book))
    leaf = questions.get(book, kind, record)
    return spoken.value(KINDS[kind].fields[field], leaf[field], {}, spoken.worded_in(leaf.values))


@pytest.mark.parametrize("kind", WRITTEN)
def test_what_weighed_and_what_was_offered_is_read_in_the_words_it_was_written_in(book: Book, her: str, kind: str):
    catalogue, code, field, write = WRITTEN[kind]
    shipped, records = taxonomy.shipped(catalogue)[code], []
    for words in (None, "The long road", "The red road", ""):
        if words is not None:
            ACTS["set_words"](book, catalogue=catalogue, words={code: words})
        records.append(write(book, her))

    told = [read(book, kind, each, field) for each in records]
    assert told == [shipped, "The long road", "The red road", shipped]
    assert [bool(questions.get(book, kind, each)["worded"]) for each in records] == [False, True, True, False]


def test_what_is_offered_by_itself_after_another_names_its_words_too(book: Book, her: str):
    ACTS["set_words"](book, catalogue="follow-ups", words={"F3": "A call"})
    first = ACTS["offer_support"](book, caregiver=her, code="F14").record
    ACTS["change_follow_up"](book, id=first, fields={"state": "done"})

    (after,) = questions.listing(book, "follow_up", {"code": "F3"})
    assert read(book, "follow_up", after.id, "code") == "A call"


def test_a_check_in_keeps_the_questions_it_was_held_with_and_not_those_it_was_planned_with(book: Book, her: str):
    def asked(record: str) -> str:
        site_words.speak(words_of(book))
        leaf = questions.get(book, "check_in", record)
        return agenda.prompts(CheckInType.ONE_TO_ONE, spoken.worded_in(leaf.values))["how_are_you"]

    code, prompts = agenda.code_of(CheckInType.ONE_TO_ONE, "how_are_you"), []
    first = ACTS["hold_check_in"](book, caregiver=her, day=clock.today()).record
    planned = ACTS["plan_check_in"](book, caregiver=her, day=clock.today()).record
    for words in ("What has the week done to you", "How is the heart"):
        ACTS["set_words"](book, catalogue="check-ins", words={code: words})
        prompts.append(ACTS["hold_check_in"](book, caregiver=her, day=clock.today()).record)

    assert prompts[0] == planned
    assert [asked(each) for each in (first, *prompts)] == [
        "Sleep, home, what is heavy, what is good",
        "What has the week done to you",
        "How is the heart",
    ]
    assert agenda.prompts(CheckInType.ONE_TO_ONE)["how_are_you"] == "How is the heart"
    assert agenda.prompts(CheckInType.BRIEF)["how_are_you"] == "Today, in their own words"
    assert checking.check(book) == []


def test_usual_responses_are_told_in_the_words_of_the_site(book: Book, her: str):
    ACTS["set_words"](book, catalogue="usual responses", words={"W-3": "Walk the other way round"})
    site_words.speak(words_of(book))

    usual = ACTS["record_burden"](book, caregiver=her, codes=["W1"], severity=2).facts["usual"]
    assert usual[2:4] == ["Walk the other way round", "Take one form away"]


def test_a_site_says_by_when_an_offer_is_kept_and_what_cannot_wait_does_not(book: Book, her: str):
    ACTS["set_norms"](book, values={"offer_buddy": 3})
    due = {code: ACTS["offer_support"](book, caregiver=her, code=code).record for code in ("F8", "F1")}

    days = {code: date.fromisoformat(questions.get(book, "follow_up", each)["due"]) for code, each in due.items()}
    assert days == {"F8": clock.today() + timedelta(3), "F1": clock.today()}
    assert [code for code in FollowUpCode if taxonomy.cannot_wait(code)] == ["F1", "F16"]
