"""What the README points at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from caregiver_desk import acts
from caregiver_desk.acts.act import ACTS
from caregiver_desk.practice.growth.shelves import every_shelf

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PICTURES = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", README)
NAMED = sorted(
    set(re.findall(r"`((?:records|acts|store|sync|tests|resources|packaging)/[\w/.-]+\.(?:py|txt))`", README))
)


TABLE = README.partition("## Where growth and fair process stand")[2].partition("\n## ")[0]


def test_what_the_table_of_growth_names_is_there_and_every_shelf_is_in_it():
    acts.load()
    assert [name for name in re.findall(r"`([a-z]+(?:_[a-z]+)+)`", TABLE) if name not in ACTS] == []
    assert {each.label for each in every_shelf()} == set(re.findall(r"\*([A-Z][^*]+)\*", TABLE)) - {"Growth"}


def test_eight_pictures_each_say_in_words_what_they_show():
    assert len(PICTURES) == 8
    assert [place for words, place in PICTURES if len(words.split()) < 4 or not (ROOT / place).is_file()] == []


@pytest.mark.parametrize("place", NAMED)
def test_every_file_that_is_named_is_there(place: str):
    assert (ROOT / place).is_file() or (ROOT / "caregiver_desk" / place).is_file()
