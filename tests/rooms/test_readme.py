"""What the README points at is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PICTURES = re.findall(r"!\[([^\]]*)\]\(([^)]*)\)", README)
NAMED = sorted(
    set(re.findall(r"`((?:records|acts|store|sync|tests|resources|packaging)/[\w/.-]+\.(?:py|txt))`", README))
)


def test_six_pictures_each_say_in_words_what_they_show():
    assert len(PICTURES) == 6
    assert [place for words, place in PICTURES if len(words.split()) < 4 or not (ROOT / place).is_file()] == []


@pytest.mark.parametrize("place", NAMED)
def test_every_file_that_is_named_is_there(place: str):
    assert (ROOT / place).is_file() or (ROOT / "caregiver_desk" / place).is_file()
