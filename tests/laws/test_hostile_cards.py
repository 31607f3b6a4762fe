"""Every hostile contact card ends in one clear sentence, and whoever is accepted is shown as her card says."""

from __future__ import annotations

import pytest
from hostile import cards
from hostile.case import is_one_clear_sentence
from hostile.meeting import rows_of, unsound

from caregiver_desk.acts.sharing.sharing import accept_card
from caregiver_desk.errors import Problem
from caregiver_desk.store import partners
from caregiver_desk.store.book import Book
from caregiver_desk.sync import trust

CASES = cards.cases()


def test_each_card_has_a_name_of_its_own():
    names = [case.name for case in CASES]

    assert len(names) == len(set(names)) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_refused_in_one_clear_sentence_or_says_what_stands_on_it(case: cards.Card, book: Book):
    her, before = cards.stranger(), rows_of(book)
    data = case.make(her, book)

    if not case.code:
        accept_card(book, data, heard=" ".join(trust.read_card(data)[1]))
        (partner,) = partners.known(book)
        assert (partner.key, partner.role, unsound(book)) == (her.words["key"], "coordinator", ())
        return
    with pytest.raises(Problem) as refused:
        accept_card(book, data)
    assert refused.value.code == case.code
    assert is_one_clear_sentence(str(refused.value))
    assert rows_of(book) == before
