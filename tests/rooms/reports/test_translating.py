"""The words of a language go out as a file, and come back whole or are named; nothing else is believed."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import polib
import pytest
from xlsxwriter import Workbook

from caregiver_desk import settings, wording
from caregiver_desk.errors import FileInTheWay, NotWords
from caregiver_desk.reports import translating
from caregiver_desk.reports.translating import Taken
from caregiver_desk.wording import count, say

FEW = {"Day", "Save", "Leave", "Who you are", "by {day}", "Caregivers", "{number} home"}
HEAD = ["English", "English, of many", "In your language", "In your language, of many", "Who reads it"]
Write = Callable[[list[list[str]]], Path]


@pytest.fixture(autouse=True)
def a_laptop(home: Path) -> Iterator[Path]:
    wording.look_also_in(settings.words_folder)
    yield home
    wording.look_also_in(None)
    wording.speak("")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few sentences of what is shipped: all of them take a while to read."""
    place = tmp_path_factory.mktemp("wording")
    for name in (translating.TEMPLATE, "zu.po"):
        whole = polib.pofile(str(wording.SHIPPED / name))
        few = polib.POFile()
        few.metadata = whole.metadata
        few.extend(each for each in whole if each.msgid in FEW)
        few.save(str(place / name))
    return place


@pytest.fixture(autouse=True)
def few_sentences(shipped: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(wording, "SHIPPED", shipped)


@pytest.fixture
def filled_in(home: Path) -> Write:
    def write(rows: list[list[str]]) -> Path:
        path = home / "filled.csv"
        with path.open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerows([HEAD, *rows])
        return path

    return write


def as_workbook(path: Path, rows: list[list[str]]) -> Path:
    with Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate([HEAD, *rows]):
            sheet.write_row(number, 0, row)
    return path


@pytest.mark.parametrize("name", ["zu.csv", "zu.po"])
@pytest.mark.parametrize(("tag", "left"), [("zu", 0), ("ve", len(FEW))])
def test_a_file_that_comes_back_as_it_went_says_nothing_new(home: Path, name: str, tag: str, left: int):
    assert translating.hand_out(tag, home / name) == left
    assert translating.take_in(tag, home / name) == Taken(0, ())
    assert not translating.own_file(tag).exists()


def test_what_a_caregiver_reads_or_hears_comes_first(home: Path):
    translating.hand_out("ve", home / "ve.csv")

    with (home / "ve.csv").open(encoding="utf-8-sig", newline="") as file:
        readers = [row[4] for row in csv.reader(file, delimiter=";")][1:]
    assert readers == sorted(readers, reverse=True)
    assert readers[0] == "a caregiver"


def test_a_filled_in_row_is_spoken_and_what_was_brought_before_stays(filled_in: Write):
    translating.take_in("ve", filled_in([["Day", "", "Ḓuvha"], ["{number} home", "{number} homes", "1", "zwo"]]))
    taken = translating.take_in("ve", filled_in([["Save", "", "Vhulunga", ""]]))
    wording.speak("ve")

    assert taken == Taken(1, ())
    assert (say("Day"), say("Save"), say("Leave")) == ("Ḓuvha", "Vhulunga", "Leave")


def test_a_site_calls_a_thing_otherwise_in_english_too(filled_in: Write):
    translating.take_in("en", filled_in([["Caregivers", "", "Home visitors", ""]]))
    wording.speak("")

    assert (say("Caregivers"), say("Save")) == ("Home visitors", "Save")


def test_what_was_brought_in_goes_before_what_is_shipped(filled_in: Write):
    translating.take_in("zu", filled_in([["Day", "", "Ilanga", ""]]))
    wording.speak("zu")

    assert (say("Day"), say("Who you are")) == ("Ilanga", "Ukuthi ungubani")


def test_places_that_are_not_ours_and_sentences_we_do_not_say_are_left_out_and_named(filled_in: Write):
    wrong = [["by {day}", "", "nga {date}", ""], ["by {day}.", "", "nga {day}", ""], ["Day", "", "Usuku {0}", ""]]
    taken = translating.take_in("zu", filled_in([*wrong, ["Save", "", "Londoloza", ""]]))

    assert taken == Taken(1, ("by {day}", "by {day}.", "Day"))


def test_both_forms_of_a_count_are_needed(filled_in: Write):
    one = ["{number} home", "{number} homes", "umuzi o-{number}", ""]
    assert translating.take_in("zu", filled_in([one])) == Taken(0, ("{number} home",))

    translating.take_in("zu", filled_in([[*one[:3], "imizi e-{number}"]]))
    wording.speak("zu")

    assert count("{number} home", "{number} homes", 3) == "imizi e-3"


def test_a_workbook_comes_back_as_well(home: Path):
    path = as_workbook(home / "zu.xlsx", [["Save", "", "Londoloza", ""]])

    assert translating.take_in("zu", path) == Taken(1, ())


@pytest.mark.parametrize(
    "data", [b"", b"Day;Usuku\n", b"\x00\x01\x02", b'msgid "a\nmsgstr', b"PK\x03\x04broken"], ids=repr
)
@pytest.mark.parametrize("name", ["words.csv", "words.po", "words.txt"])
def test_a_file_that_holds_no_words_is_refused_and_nothing_changes(home: Path, data: bytes, name: str):
    (home / name).write_bytes(data)

    with pytest.raises(NotWords):
        translating.take_in("zu", home / name)
    assert not settings.words_folder().exists()


def test_nothing_is_written_over_nor_into_another_kind_of_file(home: Path):
    (home / "zu.csv").touch()
    with pytest.raises(FileInTheWay):
        translating.hand_out("zu", home / "zu.csv")
    with pytest.raises(NotWords):
        translating.hand_out("zu", home / "zu.docx")


def test_a_broken_file_beside_the_books_costs_nobody_her_words():
    settings.words_folder().mkdir(parents=True)
    translating.own_file("zu").write_bytes(b"\xff\xfe no po at all \x00")
    wording.speak("zu")

    assert say("Day") == "Usuku"


def test_what_is_kept_is_a_file_that_tools_of_translators_open(filled_in: Write):
    translating.take_in("zu", filled_in([["Save", "", "Londoloza", ""]]))

    (kept,) = file = polib.pofile(str(translating.own_file("zu")))
    assert (kept.msgid, kept.msgstr) == ("Save", "Londoloza")
    assert file.metadata["Plural-Forms"] == "nplurals=2; plural=(n > 1);", "as the language counts that is shipped"
