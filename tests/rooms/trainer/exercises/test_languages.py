"""Exercises in other languages: file by file, in the words of their own form, and asking the same of a book."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from caregiver_desk import clock, wording
from caregiver_desk.acts import load
from caregiver_desk.errors import ExerciseNotUnderstood
from caregiver_desk.reports.growth.attendance import of_a_hall
from caregiver_desk.trainer import handouts, languages, story
from caregiver_desk.trainer.exercises.form import ENGLISH, SHIPPED, WORDS
from caregiver_desk.trainer.exercises.shelf import brought, forms, shipped
from caregiver_desk.trainer.exercises.text import Exercise
from caregiver_desk.trainer.story import owner
from caregiver_desk.wording import in_words, say

load()

_RINGS = re.compile(r"\d[\d ]{5,}\d")
OTHERS = [tag for tag in forms() if tag != ENGLISH.code]
TAP = (
    "The tap\n5 minutes, at the laptop of the north\nDone when\n- It is noted: a new visit\nHint after 2 minutes\nLook."
)
THEIRS = """Umpompi
imizuzu 5, kwikhompyutha yasenyakatho

Isigcawu
Umpompi womile.

Kuphelile uma
- Kubhaliwe: a new visit
- bese akukho okunye: no conflict

Usizo ngemva kuka imizuzu 2
Bheka lapha.
"""
OWN_WORDS = """name = "isiZulu"
reviewed-by = "Nomusa"
then = "bese"
minute = "umzuzu {number}"
minutes = "imizuzu {number}"
[headings]
scene = "Isigcawu"
steps = "Izinyathelo"
side_notes = "Amanothi"
done_when = "Kuphelile uma"
hint = "Usizo ngemva kuka {minutes}"
a_kind_word_when = "Izwi elihle uma"
care = "Ukunakekela"
[about]
first = "{minutes}, kwikhompyutha {laptop}"
beside = ", eduze kwale {beside}"
week = ", evikini {week}"
[laptops]
north = "yasenyakatho"
south = "yaseningizimu"
coordinator = "yomxhumanisi"
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with two exercises in English, and one of them in another language."""
    (tmp_path / "tap.txt").write_text(TAP, encoding="utf-8")
    (tmp_path / "well.txt").write_text(TAP.replace("tap", "well"), encoding="utf-8")
    (tmp_path / "zu").mkdir()
    (tmp_path / "zu" / "tap.txt").write_text(THEIRS, encoding="utf-8")
    (tmp_path / "zu" / WORDS).write_text(OWN_WORDS, encoding="utf-8")
    return tmp_path


@pytest.fixture
def zulu(own: Path) -> Iterator[Path]:
    with languages.hearing("zu"):
        yield own


def exercises(folder: Path) -> list[Exercise]:
    told = list(brought(folder))
    assert not [each for each in told if isinstance(each, ExerciseNotUnderstood)], told
    return told  # type: ignore[return-value]


@pytest.mark.usefixtures("zulu")
def test_a_text_is_read_in_the_language_that_is_heard_and_any_other_in_english(own: Path):
    tap, well = exercises(own)

    assert (tap.title, tap.form.code, well.title, well.form.code) == ("Umpompi", "zu", "The well", "en")
    assert (tap.minutes, tap.laptop, tap.hint_after, tap.scene) == (5, "north", 2, ("Umpompi womile.",))
    assert [point.then for point in tap.done] == [False, True]
    assert tap.done[1].words == "Akukho okunye"


def test_without_it_the_same_folder_is_read_in_english(own: Path):
    assert [each.title for each in exercises(own)] == ["The tap", "The well"]


def test_a_language_is_there_as_soon_as_somebody_brings_its_words(own: Path):
    assert list(forms()) == ["en", *OTHERS]
    assert forms(own)["zu"].name == "isiZulu"


@pytest.mark.usefixtures("zulu")
@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("Isigcawu", "Isigcau", "“Isigcau” looks like a heading and is none. Known: Isigcawu"),
        ("imizuzu 5, kwi", "imizuzu emihlanu, kwi", "below its title say “imizuzu 10, kwikhompyutha yasenyakatho”"),
        ("imizuzu 2", "imizuzu 0", "a hint comes after 1 to 5 minutes"),
    ],
)
def test_what_is_wrong_in_it_is_said_in_the_words_of_its_own_form(own: Path, before: str, after: str, says: str):
    (own / "zu" / "tap.txt").write_text(THEIRS.replace(before, after), encoding="utf-8")
    refused, _ = brought(own)

    assert isinstance(refused, ExerciseNotUnderstood)
    assert says in str(refused)


@pytest.mark.usefixtures("zulu")
@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ('then = "bese"\n', "", "it does not say then"),
        ("kuka {minutes}", "kuka", "headings.hint {minutes}"),
        ('"Isigcawu"', "3", "headings.scene"),
        ('"Isigcawu"', '""', "one not at all"),
        ('"Isigcawu"', '"Izinyathelo"', "called alike"),
        ('"Isigcawu"', '"Isi{gcawu"', "a place in braces"),
        ("kwikhompyutha", "{khompyutha}", "a place in braces"),
        ('name = "isiZulu"', "name isiZulu", "zu/words.toml, line 1"),
    ],
)
def test_words_of_a_form_that_are_not_whole_are_said_of_each_of_its_texts(
    own: Path, before: str, after: str, says: str
):
    (own / "zu" / WORDS).write_text(OWN_WORDS.replace(before, after), encoding="utf-8")
    refused, well = brought(own)

    assert isinstance(refused, ExerciseNotUnderstood)
    assert says in str(refused)
    assert isinstance(well, Exercise)
    assert "zu" not in forms(own)


@pytest.mark.parametrize("tag", OTHERS)
def test_whatever_language_it_is_told_in_an_exercise_asks_the_same(tag: str):
    with languages.hearing(tag):
        told = shipped()
    assert [each.form.code for each in told] == [tag] * len(told)

    for english, theirs in zip(shipped(), told, strict=True):
        assert _asked(theirs) == _asked(english), theirs.title
        assert (len(theirs.scene), len(theirs.steps)) == (len(english.scene), len(english.steps)), theirs.title
        assert bool(theirs.care) == bool(english.care), theirs.title


def _asked(exercise: Exercise) -> object:
    """All that is not words for a person."""
    done = [(each.question, each.then, each.which) for each in exercise.done]
    place = (exercise.name, exercise.laptop, exercise.beside, exercise.week, exercise.minutes, exercise.hint_after)
    return place, done, [each.question for each in exercise.astray]


class Lacking(dict[str, str]):
    """Notes what is said and is not there."""

    def __init__(self, told: dict[str, str]) -> None:
        super().__init__(told)
        self.lacks: set[str] = set()

    def get(self, key: str, _default: object = None) -> str | None:  # type: ignore[override]
        if key not in self:
            self.lacks.add(key)
        return super().get(key)


@pytest.mark.parametrize("tag", OTHERS)
def test_no_sentence_of_its_papers_is_left_in_english(tag: str):
    sentences = Lacking(dict(forms()[tag].sentences))
    with languages.hearing(tag):
        told = shipped()
        with in_words(sentences):
            handouts.guide(told, owner)
            handouts.sheets(told, owner)
            of_a_hall(["Nokuthula Dube"], say("Supervision, rehearsed"), clock.today(), "")

    assert sentences.lacks == set()


def test_a_paper_says_that_no_speaker_has_read_it_until_somebody_did(own: Path):
    (own / "zu" / WORDS).write_text(OWN_WORDS.replace("Nomusa", ""), encoding="utf-8")
    with languages.hearing("zu"):
        unread, english = handouts.sheets(exercises(own), owner)
    assert "Not yet reviewed by a speaker" in unread.under
    assert "Not yet reviewed by a speaker" not in english.under

    (own / "zu" / WORDS).write_text(OWN_WORDS, encoding="utf-8")
    with languages.hearing("zu"):
        assert "Not yet reviewed by a speaker" not in handouts.guide(exercises(own), owner).under


def test_the_story_too_may_be_told_in_another_language_file_by_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "trainer" / "zu").mkdir(parents=True)
    (tmp_path / "trainer" / "test_thanks.toml").write_text('word = "Thank you"', encoding="utf-8")
    (tmp_path / "trainer" / "test_roads.toml").write_text('word = "The road"', encoding="utf-8")
    (tmp_path / "trainer" / "zu" / "test_thanks.toml").write_text('word = "Ngiyabonga"', encoding="utf-8")
    monkeypatch.setattr(story, "RESOURCES", tmp_path)

    with languages.hearing("zu"):
        assert [story.told(each)["word"] for each in ("test_thanks", "test_roads")] == ["Ngiyabonga", "The road"]
    assert story.told("test_thanks")["word"] == "Thank you"


def test_other_words_are_said_meanwhile_and_no_longer():
    with in_words({"{number} minutes": "{number} minute altesaam"}):
        assert wording.count("{number} minute", "{number} minutes", 5) == "5 minute altesaam"
        assert wording.count("{number} minute", "{number} minutes", 1) == "1 minute"
    assert wording.count("{number} minute", "{number} minutes", 5) == "5 minutes"


def test_no_text_of_any_language_names_a_number_that_somebody_could_ring():
    assert not [each for each in SHIPPED.rglob("*.txt") if _RINGS.search(each.read_text(encoding="utf-8"))]
