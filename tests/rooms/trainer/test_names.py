"""Everybody of the story can be called otherwise, and is then called so everywhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest

from caregiver_desk.store import agreement
from caregiver_desk.trainer import names
from caregiver_desk.trainer.exercises.shelf import shipped
from caregiver_desk.trainer.story import Books, told
from caregiver_desk.wording import RESOURCES

SETS = range(1, names.sets())
TEXTS = [*(RESOURCES / "trainer").glob("*.toml"), *(RESOURCES / "trainer" / "exercises").rglob("*.txt")]


@pytest.fixture(params=SETS, ids=[f"set-{number}" for number in SETS])
def number(request: pytest.FixtureRequest) -> Iterator[int]:
    with names.wearing(request.param):
        yield request.param


def words_of_the_story() -> set[str]:
    return {word for each in TEXTS if each.name != "names.toml" for word in re.findall(r"\w+", each.read_text("utf-8"))}


def people() -> list[str]:
    known = [*told("people")["caregivers"], *told("people")["office"], *told("people")["lent"]]
    return [f"{each['given_names']} {each['surname']}" for each in known]


@pytest.mark.usefixtures("number")
def test_every_name_of_somebody_at_work_has_another_one_in_every_set():
    called = people()
    with names.wearing(0):
        before = {part for name in people() for part in name.split()}
    assert not before & {part for name in called for part in name.split()}


def test_no_other_name_is_one_that_the_story_has_already_or_that_two_of_them_share():
    others = [each for some in names._every().values() for each in some]
    assert len(others) == len(set(others))
    assert not set(others) & words_of_the_story()


def test_who_is_called_alike_is_called_alike_in_every_set(number: int):
    assert sum(name == names.in_other_names("Grace Mokoena", number) for name in people()) == 1
    assert names.in_other_names("Maria Baloyi", number) in people()
    assert names.in_other_names("Marie Baloi", number) in people()


def test_the_exercises_speak_of_those_who_are_there(number: int):
    with names.wearing(0):
        before = " ".join(f"{each.scene} {each.done}" for each in shipped())
    now = " ".join(f"{each.scene} {each.done}" for each in shipped())
    assert "Thandeka" in before
    assert "Thandeka" not in now
    assert names.in_other_names("Thandeka Mabuza", number) in now


def test_after_the_last_set_the_first_begins_again():
    with names.wearing(0):
        names.wear(names.sets())
        assert names.worn() == 0


def test_a_programme_told_in_other_names_holds_none_of_the_first(tell: Callable[..., Books]):
    with names.wearing(1):
        books = tell(weeks=1)
    said = "\n".join(line for book in books.each() for line in agreement.state(book))
    assert "Nosizwe" in said
    assert not set(names._every()) & set(re.findall(r"\w+", said))
