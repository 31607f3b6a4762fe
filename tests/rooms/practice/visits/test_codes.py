"""Check digits of household codes."""

import itertools

import pytest

from caregiver_desk.practice.visits.codes import check, check_digit, household_code

NUMBERS = range(1, 3000, 7)


def test_the_published_example_comes_out():
    assert check_digit("572") == "4"


@pytest.mark.parametrize("number", [1, 14, 999, 1000, 123456])
def test_a_code_made_here_is_right(number: int):
    assert check(household_code("HH", number)) is True


def test_every_single_wrong_digit_is_noticed():
    for code in (household_code("HH", number) for number in NUMBERS):
        for place in (at for at, sign in enumerate(code) if sign.isdigit()):
            for digit in set("0123456789") - {code[place]}:
                assert check(code[:place] + digit + code[place + 1 :]) is False


def test_every_exchange_of_two_neighbouring_digits_is_noticed():
    for code in (household_code("HH", number) for number in NUMBERS):
        places = [at for at, sign in enumerate(code) if sign.isdigit()]
        for one, other in itertools.pairwise(places):
            if code[one] != code[other]:
                signs = list(code)
                signs[one], signs[other] = signs[other], signs[one]
                assert check("".join(signs)) is False


@pytest.mark.parametrize("code", ["HH-001", "12B", "", "HH-1-", "HH-1-22", "Stand 4"])
def test_a_code_without_a_check_digit_is_neither_right_nor_wrong(code: str):
    assert check(code) is None
