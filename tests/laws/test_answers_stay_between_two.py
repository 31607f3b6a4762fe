"""Whatever is asked and answered: a questionnaire stays its bringer's, answers stay between two, no sum is anywhere.

Every text of a form, and every answer, carries a word that stands nowhere else. It is looked for in all that arrives in
another's book, in all that is made for others, and on all lists.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import own_form
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caregiver_desk import acts, clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.wellbeing.questionnaires import brought, of_digest
from caregiver_desk.desk.answers.people import caregivers, her_record
from caregiver_desk.desk.answers.wellbeing import support
from caregiver_desk.practice.growth.own_year import Days
from caregiver_desk.practice.wellbeing import answering
from caregiver_desk.practice.wellbeing.questionnaire import Band, Choice, Question, Questionnaire, Score, Sort
from caregiver_desk.records.journal import Audience
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.reports.growth import oversight
from caregiver_desk.reports.people.pack import as_json, pack
from caregiver_desk.store import agreement, questions, vault
from caregiver_desk.store import book as books
from caregiver_desk.store.book import Book

acts.load()
CANARY = "quokka"
OURS = ("questionnaire", "questionnaire_answers", "own_answers")


@pytest.fixture
def hers(make_book: Callable[..., Book], tmp_path: Path) -> Book:
    """A book in which a questionnaire was brought and answered, by a caregiver and by its owner."""
    book = make_book()
    ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba")
    clinic = ACTS["record_service"](book, name="Lesedi clinic", sort="clinic", phone="013 555 0101").record
    form = own_form.write(tmp_path / "form.xlsx", own_form.marked(CANARY))
    told = ACTS["bring_questionnaire"](book, path=form, trained=f"Sister {CANARY}", route=clinic).record
    answers = {"dark": "2", "hurt": "yes", "more": f"words of a {CANARY}"}
    ACTS["ask_questionnaire"](book, questionnaire=told, caregiver=whose(book), answers=answers, only_told=CANARY)
    ACTS["answer_for_myself"](book, questionnaire=told, answers=answers)
    return book


def whose(book: Book) -> str:
    return questions.find(book, "Sibongile")[0].id


def everything_in(book: Book) -> str:
    """Every line that a book holds, of whomever."""
    with book.reading() as cursor:
        cursor.execute("SELECT body FROM line WHERE body IS NOT NULL")
        return "\n".join(body for (body,) in cursor.fetchall())


@pytest.mark.parametrize("role", ["coordinator", "supervisor", "protection lead"])
def test_nothing_of_it_ever_arrives_with_anybody_else(
    role: str, hers: Book, make_book: Callable[..., Book], introduced: Callable[..., None], send: Callable[..., Any]
):
    other = make_book("Fhatuwani Netsianda", role)
    introduced(hers, other)
    introduced(other, hers)

    send(hers, other)

    assert CANARY in everything_in(hers)  # looked for in the same way, it is found where it is
    assert "Lesedi clinic" in everything_in(other) or role != "coordinator"  # something did arrive
    assert CANARY not in everything_in(other)
    assert [kind for kind in OURS if questions.count(other, kind)] == []


@pytest.fixture
def other_laptop(hers: Book, home: Path, introduced: Callable[..., None]) -> Iterator[Book]:
    """The same owner's second laptop."""
    introduced(hers, hers)
    hers.seal()
    shutil.copytree(hers.vault.folder, home / "other")
    ACTS["record_team"](hers, name="written after the copy")
    hers.seal()
    other = books.resume(vault.reopen(home / "other", hers.vault.keys))
    yield other
    other.vault.close()


def test_an_own_second_laptop_goes_on_with_all_of_it(hers: Book, other_laptop: Book, send: Callable[..., Any]):
    form = brought(hers)[0]
    given = {"questionnaire": form.id, "caregiver": whose(hers), "answers": {"dark": "1"}}
    later = ACTS["ask_questionnaire"](hers, **given).record

    send(hers, other_laptop)

    assert brought(other_laptop)[0].told == form.told
    leaf = questions.get(other_laptop, "questionnaire_answers", later)
    assert answering.read_answers(leaf["answers"]) == {"dark": "1"}
    assert of_digest(other_laptop, leaf["digest"]) == form.told
    assert not brought(other_laptop)[0].not_yet


def test_what_is_made_for_others_and_what_stands_on_lists_holds_nothing_of_it(hers: Book):
    for_others = [
        "\n".join(agreement.state(hers, frozenset({Audience.OPEN, Audience.TEAM, Audience.CONTACT, Audience.WORDS}))),
        repr(oversight.oversight(hers, Days(clock.today(), clock.today()))),
    ]
    lists = [repr(caregivers.caregivers(hers)), repr(support.support(hers))]

    assert [each for each in (*for_others, *lists) if CANARY in each] == []


def test_who_answered_may_take_along_what_they_said_in_the_words_in_which_it_was_asked(hers: Book):
    record = repr(her_record.her_record(hers, whose(hers)))
    paper = as_json(pack(hers, whose(hers))).decode()

    for told in (record, paper):
        assert f"How often did you walk home in the dark? {CANARY}: often" in told
        assert f"words of a {CANARY}" in told
        assert f"It cannot tell how somebody is. {CANARY}" in told  # the caution goes with it
        assert '"dark"' not in told


def test_none_of_their_fields_is_a_number_or_read_by_more_than_two():
    declared = [(kind, field) for kind in OURS for field in KINDS[kind].fields.values()]

    assert {field.audience for _, field in declared} == {Audience.PAIR, Audience.SELF}
    assert {kind for kind, field in declared if field.audience == Audience.PAIR} == {"questionnaire_answers"}
    assert [field.name for _, field in declared if field.base in {int, float}] == []


NAMES = [f"q{number}" for number in range(5)]


@st.composite
def forms(draw: st.DrawFn) -> Questionnaire:
    """Forms whose questions depend on those before them, with a sum over some of them."""
    asked = []
    for number, name in enumerate(NAMES):
        when = (f"${{{draw(st.sampled_from(NAMES[:number]))}}} > {draw(st.integers(0, 2))}",) if number else ()
        asked.append(Question(name, Sort.ONE, {"": name}, choices="n", when=when if draw(st.booleans()) else ()))
    items = tuple(draw(st.lists(st.sampled_from(NAMES), min_size=1, unique=True)))
    bands = (Band(0, 4, {"": "little"}), Band(5, 15, {"": "much"}))
    choices = {"n": tuple(Choice(str(each), {"": str(each)}) for each in range(4))}
    return Questionnaire("T", "", "", "L", "C", ("",), tuple(asked), choices, (Score("s", {"": "S"}, items, bands),))


@settings(max_examples=200)
@given(forms(), st.dictionaries(st.sampled_from(NAMES), st.sampled_from(["", "0", "1", "2", "3"])))
def test_only_answers_to_what_was_asked_are_kept_and_a_sum_is_told_only_of_a_whole(
    form: Questionnaire, given_answers: dict[str, str]
):
    held = answering.kept(form, given_answers)

    assert held.keys() <= {each.name for each in answering.asked(form, held)}
    assert answering.kept(form, held) == held
    assert all(held.values())
    (result,) = answering.results(form, given_answers)
    whole = set(form.scores[0].items) <= held.keys()
    assert bool(result.sum) == whole
    if whole:
        total = sum(int(held[each]) for each in form.scores[0].items)
        assert (result.sum, result.words) == (str(total), "little" if total <= 4 else "much")
