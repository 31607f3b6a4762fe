"""Every sentence the program says can be said in another language, and what a translator wrote fits in its place."""

from __future__ import annotations

import re
import runpy
from functools import cache
from pathlib import Path
from typing import Any

import polib
import pytest

from caregiver_desk.wording import count

ROOT = Path(__file__).resolve().parents[2]
WORDING = ROOT / "resources" / "wording"
TEMPLATE = WORDING / "caregiver-desk.pot"
LANGUAGES = sorted(WORDING.glob("*.po"))
PLACES = re.compile(r"\{(\w+)\}")


read = cache(lambda file: polib.pofile(str(file)))  # a second each


@pytest.fixture(scope="module")
def words() -> dict[str, Any]:
    return runpy.run_path(str(ROOT / "packaging" / "words.py"))


def test_the_template_holds_what_the_program_says_today(words: dict[str, Any]):
    """`python3 packaging/dev.py words` writes it anew."""
    fresh = words["template"](words["gathered"]())

    kept = read(TEMPLATE)

    assert [(each.msgid, each.msgid_plural) for each in fresh] == [(each.msgid, each.msgid_plural) for each in kept]


@pytest.mark.parametrize("file", LANGUAGES, ids=lambda file: file.stem)
def test_each_language_says_only_what_is_asked_and_all_that_a_caregiver_reads_or_hears(file: Path):
    asked = {each.msgid: each for each in read(TEMPLATE)}
    told = {each.msgid: each for each in read(file)}

    assert set(told) <= set(asked)
    assert {name for name, each in asked.items() if each.comment} <= set(told)


def places(text: str) -> set[str]:
    return set(PLACES.findall(text))


@pytest.mark.parametrize("file", LANGUAGES, ids=lambda file: file.stem)
def test_what_is_said_in_another_language_has_the_same_places_to_fill(file: Path):
    wrong = []
    for each in read(file):
        forms = each.msgstr_plural.values() if each.msgid_plural else [each.msgstr]
        wanted = places(each.msgid) | places(each.msgid_plural)
        wrong += [(each.msgid, form) for form in forms if form and not places(each.msgid) <= places(form) <= wanted]

    assert wrong == []


def test_what_was_said_stays_when_the_template_is_written_anew_and_what_nobody_says_goes(words: dict[str, Any]):
    before = polib.POFile()
    before.metadata = {"Language": "zu"}
    before.extend([polib.POEntry(msgid="Day", msgstr="Usuku"), polib.POEntry(msgid="Gone", msgstr="Kuhambile")])
    sentence = words["Sentence"]
    asked = words["template"]([sentence("Day", "", ("visits",)), sentence("New", "", ("reports/visits/rounds",))])

    after = words["renewed"](before, asked)

    assert [(each.msgid, each.msgstr) for each in after] == [("New", ""), ("Day", "Usuku")]
    assert after.metadata == {"Language": "zu"}


def test_a_large_number_is_told_in_groups_that_stay_on_one_line():
    told = [count("{number} change", "{number} changes", number) for number in (1, 999, 100_000)]

    assert told == ["1 change", "999 changes", "100\N{NARROW NO-BREAK SPACE}000 changes"]
