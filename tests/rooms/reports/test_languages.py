"""What somebody is told or asked on paper is whole in every language that is shipped, and says who checked it."""

from __future__ import annotations

import gettext
from pathlib import Path
from string import Formatter

import polib
import pytest

from caregiver_desk import wording
from caregiver_desk.acts.act import ACTS
from caregiver_desk.acts.people.people import own_team
from caregiver_desk.reports.papers import PAPERS, Asked, made
from caregiver_desk.store.book import Book

SHIPPED = sorted((wording.RESOURCES / "wording").glob("*.po"))
THEIRS = [name for name, paper in PAPERS.items() if paper.theirs]


class Heard(gettext.NullTranslations):
    """Whatever is said, in English."""

    def __init__(self) -> None:
        super().__init__()
        self.sentences: set[str] = set()

    def gettext(self, message: str) -> str:
        self.sentences.add(message)
        return message


@pytest.fixture
def heard(book: Book, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Every sentence of the papers that somebody is given in their own language."""
    about = {
        "person": ACTS["add_caregiver"](book, given_names="Sibongile", surname="Ndaba").record,
        "household": ACTS["record_household"](book, team=own_team(book), code="HH-001").record,
    }
    heard = Heard()
    with monkeypatch.context() as patched:
        patched.setattr(wording, "_of", lambda _: heard)
        for name in THEIRS:
            for whose in ("", about[PAPERS[name].of]):
                made(book, name, Asked(whose, language="en"))
    return heard.sentences


def places(sentence: str) -> set[str]:
    return {name for _, name, *_ in Formatter().parse(sentence) if name}


def test_there_are_papers_that_are_theirs_and_languages_for_them():
    assert set(THEIRS) == {"notice", "consent"}
    assert {file.stem for file in SHIPPED} >= {"af", "zu"}


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_every_sentence_is_there_with_its_places(file: Path, heard: set[str]):
    told = {each.msgid: each.msgstr for each in polib.pofile(str(file)) if each.translated()}

    assert heard <= set(told)
    assert [words for words in heard if places(words) != places(told[words])] == []


@pytest.mark.parametrize(
    "damage", ['msgid "Home: {code}"\nmsgstr "Muḓi: {kode}"', 'msgid "x', "\N{REPLACEMENT CHARACTER}x", ""]
)
def test_a_file_of_words_that_somebody_spoiled_leaves_the_paper_in_english(
    book: Book, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str
):
    (tmp_path / "wording").mkdir()
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (tmp_path / "wording" / "ve.po").write_text(f"{head}{damage}\n")
    monkeypatch.setattr(wording, "SHIPPED", tmp_path / "wording")

    told = made(book, "consent", Asked("", language="ve"))

    assert "May we visit you?" in told.title
    assert "Home: ...................." in told.under[0]


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.stem)
def test_a_home_reads_it_in_its_own_language_and_no_english_sentence_stands_between(
    file: Path, book: Book, heard: set[str]
):
    home = ACTS["record_household"](
        book, team=own_team(book), code="HH-002", language=wording.name_of(file.stem)
    ).record

    told = made(book, "consent", Asked(home))
    lines = [line.words for section in told.sections for line in section.lines]

    assert told.sections
    assert not [words for words in lines if words.lstrip("•☐ ") in heard]
