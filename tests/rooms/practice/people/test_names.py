"""Names as they stand on paper."""

import pytest

from caregiver_desk.practice.people.names import Name, alike, folded, initials, sound, split


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Sibongile Ndaba", Name("Sibongile", "Ndaba")),
        ("Ndaba, Sibongile", Name("Sibongile", "Ndaba")),
        ("Ndaba, Sibongile (Sibo)", Name("Sibongile", "Ndaba", "Sibo")),
        ("Sibongile “Sibo” Ndaba", Name("Sibongile", "Ndaba", "Sibo")),
        ("Maria Johanna van der Merwe", Name("Maria Johanna", "van der Merwe")),
        ("van Wyk", Name("van", "Wyk")),
        ("Grace", Name("Grace", "")),
        ("  Grace   Mokoena ", Name("Grace", "Mokoena")),
    ],
)
def test_the_parts_of_a_name_are_found(written: str, parts: Name):
    assert split(written) == parts


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("Ndaba Sibongile", Name("Sibongile", "Ndaba")),
        ("van der Merwe Maria Johanna", Name("Maria Johanna", "van der Merwe")),
        ("Ndaba, Sibongile", Name("Sibongile", "Ndaba")),
    ],
)
def test_where_the_surname_stands_first_it_is_taken_first(written: str, parts: Name):
    assert split(written, surname_first=True) == parts


def test_capitals_accents_and_signs_do_not_make_another_name():
    assert folded("Nḓou-ŠEZI,  Zoë") == "ndou sezi zoe"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Maria Baloyi", "Marie Baloi"),
        ("Kgomotso Phasha", "Khomotso Pasha"),
        ("Thandeka Mabuza", "Tandeka Mabusa"),
        ("Sibongile Ndaba", "Ndaba Sibongile"),
    ],
)
def test_names_that_may_be_one_are_alike(one: str, other: str):
    assert sound(one) == sound(other)
    assert alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("Grace Mokoena", "Grace Modise"), ("Maria Baloyi", "Mary Bila")])
def test_names_of_two_people_are_not(one: str, other: str):
    assert not (sound(one) == sound(other) and alike(one, other))


@pytest.mark.parametrize(
    ("name", "letters"), [("Sibongile Ndaba", "SN"), ("Grace", "G"), ("Ama de la Cruz", "AC"), ("", "")]
)
def test_initials_are_the_first_letters_of_the_first_name_and_the_last(name: str, letters: str):
    assert initials(name) == letters
