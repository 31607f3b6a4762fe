"""The word list, and the words people read to each other."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_desk.sync.words import eight_words, every_word, propose_passphrase
from caregiver_desk.wording import RESOURCES

ALONE = 2048


def test_there_are_2048_words_and_a_word_is_a_line():
    text = (RESOURCES / "words.txt").read_text(encoding="ascii")

    assert text == "".join(f"{word}\n" for word in every_word())
    assert len(every_word()) == ALONE


def test_the_words_are_sorted_and_none_comes_twice():
    assert list(every_word()) == sorted(set(every_word()))


def test_every_word_has_three_to_eight_plain_letters():
    assert [word for word in every_word() if not re.fullmatch("[a-z]{3,8}", word)] == []


@pytest.mark.parametrize(("one", "many"), [("", "s"), ("", "es"), ("y", "ies"), ("f", "ves"), ("fe", "ves")])
def test_no_word_is_the_plural_of_another(one: str, many: str):
    words = set(every_word())

    assert [word for word in words if word.endswith(one) and word.removesuffix(one) + many in words] == []


def test_the_eight_words_are_the_first_88_bits_of_the_digest():
    places = "".join(f"{every_word().index(word):011b}" for word in eight_words(b""))

    assert int(places, 2) == 0xE3B0C44298FC1C149AFBF4  # SHA-256 of nothing


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_two_cards_sound_alike_only_if_they_are_the_same(one: bytes, other: bytes):
    assert (eight_words(one) == eight_words(other)) == (one == other)


@given(st.binary(max_size=200))
def test_eight_words_are_eight_words_of_the_list(data: bytes):
    assert len(eight_words(data)) == 8
    assert set(eight_words(data)) <= set(every_word())


def test_a_proposed_passphrase_is_five_words_and_never_the_same_twice():
    proposals = {propose_passphrase() for _ in range(200)}

    assert len(proposals) == 200
    assert all(len(proposal.split(" ")) == 5 for proposal in proposals)
    assert {word for proposal in proposals for word in proposal.split(" ")} <= set(every_word())


def test_a_longer_passphrase_may_be_asked_for():
    assert len(propose_passphrase(7).split()) == 7
