"""What a site calls things, and the version in which a record was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.wording import rubric_of, words_of
from caregiver_desk.errors import NotUnderstood, NotYours, UnknownField
from caregiver_desk.practice import observing, site_words, taxonomy
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.records.observation import Item
from caregiver_desk.records.wellbeing import FollowUpCode, StressorCode
from caregiver_desk.store import questions
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
