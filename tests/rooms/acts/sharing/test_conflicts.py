"""Settling many conflicts at once: what does not fit leaves all of them as they were."""

from __future__ import annotations

from typing import Any

import pytest

from caregiver_desk.acts.act import ACTS
from caregiver_desk.errors import NoConflict, NoSuchRecord, NotFilledIn, NotUnderstood, Problem
from caregiver_desk.store.book import Book


@pytest.mark.parametrize(
    ("conflicts", "refused"),
    [
        ([], NotFilledIn),
        ([{"kind": "visit"}], NotUnderstood),
        ([{"kind": "visit", "id": "0" * 22, "field": "minutes", "value": 3}], NoSuchRecord),
        (["visit"], NotUnderstood),
    ],
)
def test_what_names_no_conflict_is_refused_in_words(book: Book, conflicts: list[Any], refused: type[Problem]):
    with pytest.raises(refused):
        ACTS["settle_alike"](book, conflicts=conflicts)


def test_a_field_of_one_mind_is_not_settled(book: Book):
    team = ACTS["record_team"](book, name="South").record

    with pytest.raises(NoConflict):
        ACTS["settle_alike"](book, conflicts=[{"kind": "team", "id": team, "field": "name", "value": "East"}])
