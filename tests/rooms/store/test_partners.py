"""Which laptop of hers a partner uses now, in whatever order her bundles come."""

from __future__ import annotations

import itertools
from collections.abc import Iterable

import pytest

from caregiver_desk.records.journal import Audience, Stream
from caregiver_desk.store import partners
from caregiver_desk.store.book import Book
from caregiver_desk.store.receipts import Reach, Told

SAID = {  # by each of her laptops: those of hers that it knew; each went on from the ones before it
    "first": ["first"],
    "second": ["first", "second"],
    "third": ["first", "second", "third"],
}


def holding(laptops: Iterable[str]) -> list[Told]:
    return [Told(Stream(laptop, "a scope", Audience.OPEN), [Reach(1, 3, "0" * 26)]) for laptop in laptops]


def used_after(book: Book, told: Iterable[tuple[str, Iterable[str]]]) -> str:
    for laptop, held in told:
        with book.writing() as cursor:
            partners.hear(cursor, partners.known(book)[0], laptop, holding(held))
    return partners.known(book)[0].laptop


@pytest.mark.parametrize("order", list(itertools.permutations(SAID)))
def test_the_laptop_that_went_on_from_the_others_is_used_whichever_comes_last(
    pair: tuple[Book, Book], order: tuple[str, ...]
):
    assert used_after(pair[0], [(laptop, SAID[laptop]) for laptop in order * 2]) == "third"


def test_of_laptops_that_know_nothing_of_each_other_the_one_heard_last_is_used(pair: tuple[Book, Book]):
    assert used_after(pair[0], [("one", ["one"]), ("other", ["other"]), ("one", ["one"])]) == "one"


def test_a_laptop_that_has_heard_of_the_one_that_went_on_from_it_is_in_use_again(pair: tuple[Book, Book]):
    told = [("first", SAID["first"]), ("second", SAID["second"]), ("first", SAID["second"])]
    assert used_after(pair[0], told) == "first"
