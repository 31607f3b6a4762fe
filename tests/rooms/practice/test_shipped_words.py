"""Words that were shipped once stay: a version is never changed, and an older record is read in its own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_desk import clock
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.worded import words_of
from caregiver_desk.practice import shipped_words, site_words, spoken
from caregiver_desk.practice.supervision import agenda, observing
from caregiver_desk.practice.wellbeing import taxonomy
from caregiver_desk.records.customs import Catalogue
from caregiver_desk.records.kinds import KINDS
from caregiver_desk.records.supervision.supervision import CheckInType
from caregiver_desk.records.wellbeing.wellbeing import StressorCode
from caregiver_desk.store import checking, questions
from caregiver_desk.store.book import Book

# What was ever shipped. A line is added with each new version, and none is ever changed: records name these versions.
SHIPPED = {
    "stressors 2026-11": "d9c0939fb8fa6d11",
    "follow-ups 2026-11": "25df668577604637",
    "check-ins 2026-11": "e19090f9e92ea387",
    "usual responses 2026-11": "5e9fd0568abb9b3e",
    "visits together 2026-11": "90d605470e6143ba",
}

LATER = """
[stressors.2027-02]
W3 = "Long roads"

[check-ins.2027-02]
short-call-urgent = "What cannot wait"

["usual responses".2027-02]
W-4 = ""
W-7 = "Ask who could lend a bicycle"
"""


def digest(words: object) -> str:
    return hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()[:16]


def every_version() -> dict[str, str]:
    """The digest of each version that this program ships."""
    lists = [each for each in Catalogue if each not in (Catalogue.OBSERVATION, Catalogue.AIDS)]
    told = {f"{each} {name}": words for each in lists for name, words in shipped_words.versions(each).items()}
    told |= {f"{Catalogue.OBSERVATION} {name}": each["items"] for name, each in observing._told()["versions"].items()}
    return {name: digest(words) for name, words in told.items()}


@pytest.fixture
def ship(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The words as a program ships them; what is written there is what the next program ships."""
    file = tmp_path / "words.toml"
    file.write_bytes(shipped_words.FILE.read_bytes())
    monkeypatch.setattr(shipped_words, "FILE", file)
    _opened_anew()
    yield file
    monkeypatch.undo()
    _opened_anew()


def _opened_anew() -> None:
    shipped_words._told.cache_clear()
    shipped_words.shipped_in.cache_clear()


def release(file: Path, words: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + words, encoding="utf-8")
    _opened_anew()


def test_a_version_that_was_shipped_is_never_changed():
    changed = "words that were shipped were changed; say them in a new version after the last, and add its digest here"
    assert every_version() == SHIPPED, changed


def test_an_edit_of_a_shipped_version_is_found_and_a_new_version_changes_none(ship: Path):
    release(ship, LATER)
    assert {name: each for name, each in every_version().items() if name in SHIPPED} == SHIPPED

    ship.write_text(ship.read_text(encoding="utf-8").replace("Long ways, travel", "Far"), encoding="utf-8")
    _opened_anew()
    assert {name for name, each in every_version().items() if each != SHIPPED.get(name, each)} == {"stressors 2026-11"}


def read(book: Book, record: str) -> str:
    site_words.speak(words_of(book))
    leaf = questions.get(book, "stressor", record)
    return spoken.value(KINDS["stressor"].fields["codes"], leaf["codes"], {}, spoken.worded_in(leaf.values))


def urgent(book: Book, record: str) -> str:
    site_words.speak(words_of(book))
    worded = spoken.worded_in(questions.get(book, "check_in", record).values)
    return agenda.prompts(CheckInType.BRIEF, worded)["urgent"]


def test_an_older_record_keeps_its_words_when_a_later_program_ships_others(book: Book, ship: Path):
    her, today = ACTS["add_caregiver"](book, given_names="Sibongile").record, clock.today()

    def weighs() -> str:
        return ACTS["record_burden"](book, caregiver=her, codes=["W3", "W1"], severity=2).record

    def asked() -> str:
        return ACTS["hold_check_in"](book, caregiver=her, day=today, words={"type": "short call"}).record

    first = [weighs(), asked()]
    ACTS["set_words"](book, catalogue="stressors", words={"W1": "Too many doors"})
    ours = weighs()
    release(ship, LATER)
    second = [weighs(), asked()]

    assert [read(book, each) for each in (first[0], ours, second[0])] == [
        "Too many households, Long ways, travel",
        "Too many doors, Long ways, travel",
        "Too many doors, Long roads",
    ]
    assert [urgent(book, each) for each in (first[1], second[1])] == [
        "What cannot wait for the next talk",
        "What cannot wait",
    ]
    assert questions.get(book, "stressor", first[0])["worded"] is None
    assert questions.get(book, "stressor", second[0])["worded"].startswith("2027-02.")
    assert checking.check(book) == []


def test_what_is_new_is_shown_in_the_last_words_that_were_shipped(ship: Path):
    release(ship, LATER)

    assert taxonomy.words(StressorCode.W3) == "Long roads"
    assert taxonomy.words(StressorCode.W3, "2027-02") == "Long roads"
    assert taxonomy.words(StressorCode.W3, "") == "Long ways, travel"
    assert taxonomy.responses([StressorCode.W1])[-2:] == (
        "Agree hours in which nobody phones her",
        "Ask who could lend a bicycle",
    )
    assert "Take one form away" not in taxonomy.responses([StressorCode.W1])


@pytest.mark.parametrize("version", ["2031-01", "2031-01.0badcafe", "0badcafe"])
def test_words_of_a_version_that_never_came_here_read_in_those_that_are_known(version: str):
    assert taxonomy.words(StressorCode.W3, version) == "Long ways, travel"
