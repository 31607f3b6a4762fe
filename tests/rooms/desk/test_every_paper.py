"""Every paper by its name, made in a rehearsal: A4, whole, its fonts within, numbered, and read by tools not ours."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from caregiver_desk import clock, settings
from caregiver_desk.desk import theme
from caregiver_desk.desk.sheets import papers
from caregiver_desk.practice import spans
from caregiver_desk.practice.spans import Grain
from caregiver_desk.practice.supervision.observing import items
from caregiver_desk.practice.visits.services import Number
from caregiver_desk.reports.concerns.ringing import NumberCard
from caregiver_desk.reports.document import BOX, DOT, ROOM, Document, Line, Section
from caregiver_desk.reports.imprint import Imprint, imprint
from caregiver_desk.reports.insight import report
from caregiver_desk.reports.papers import PAPERS, Asked, Told, in_words, made
from caregiver_desk.reports.supervision.observation_prompt import Prompt
from caregiver_desk.reports.visits.number_lists import NumberList, NumberLists, OnList
from caregiver_desk.reports.visits.week_sheets import WeekSheets
from caregiver_desk.store import questions
from caregiver_desk.store.book import Book
from caregiver_desk.sync.opener import Opener
from caregiver_desk.trainer import programme
from caregiver_desk.wording import RESOURCES, composed, full_day

DAY = date(2026, 3, 2)
WEEK = tuple(DAY + timedelta(days) for days in range(7))
BELOW = Imprint("Blouvlei", DAY, fictional=True)
LONG = "Ṱhoḓea Ḽiṅwalo Maṋakhathutshelwa-Nkosikhona kaMashwabada ka Šêrôlê Ṅwana-wa-Ḓamba Tshiphumelelo"
ONE_PAGE = ("week", "households", "observation", "numbers", "notice", "consent")
MARGIN = 34.0  # points, of the narrowest edge that any of them has


@pytest.fixture(scope="module")
def north(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """The supervisor's book of the fictional programme, as twenty weeks left it."""
    place = tmp_path_factory.mktemp("programme")
    with pytest.MonkeyPatch.context() as patch, closing(Opener()) as opener:
        patch.setenv(settings.HOME, str(place / "home"))
        with closing(programme.demo(place / "books", opener, weeks=20)) as books:
            yield books.north


@pytest.fixture(autouse=True)
def _dressed(qapp: QApplication) -> None:
    theme.wear(qapp)


def about(book: Book, name: str) -> str:
    """Somebody who has homes, or the first record that there is."""
    of = PAPERS[name].of
    if of == "person":
        return str(questions.listing(book, "assignment", limit=1)[0]["caregiver"])
    return questions.listing(book, of, limit=1)[0].id if of else ""


def put(told: Told, folder: Path, below: Imprint = BELOW) -> Path:
    pdf = folder / "paper.pdf"
    pdf.write_bytes(papers.as_pdf(told, below))
    return pdf


def tool(*words: str | Path) -> str:
    return composed(subprocess.run([*map(str, words)], capture_output=True, text=True, check=True).stdout)


def pages_of(pdf: Path) -> list[str]:
    return tool("pdftotext", "-layout", pdf, "-").removesuffix("\f").split("\f")


def words_in(text: str) -> set[str]:
    """The letters alone: an apostrophe and the letter that looks like one are one sign of the font."""
    return set(re.findall(r"\w+", composed(text).replace("\N{MODIFIER LETTER APOSTROPHE}", "’")))


def beyond_the_edge(pdf: Path) -> list[str]:
    """The words of which a part stands where a printer does not print."""
    told, found = tool("pdftotext", "-bbox", pdf, "-"), []
    for page in re.split(r"<page ", told)[1:]:
        wide, high = (float(each) for each in re.findall(r'(?:width|height)="([\d.]+)"', page)[:2])
        for left, top, right, foot, word in re.findall(
            r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', page
        ):
            inside = float(left) > MARGIN and float(right) < wide - MARGIN and float(foot) < high - MARGIN
            found += [] if inside and float(top) > MARGIN else [word]
    return found


@pytest.mark.in_turns(2)
@pytest.mark.parametrize("name", PAPERS)
def test_each_is_a4_with_its_fonts_within_it_no_picture_and_nothing_beyond_its_edge(
    north: Book, name: str, tmp_path: Path
):
    pdf = put(PAPERS[name].make(north, Asked(about(north, name))), tmp_path)

    assert "(A4)" in tool("pdfinfo", pdf)
    fonts = tool("pdffonts", pdf).splitlines()[2:]
    assert fonts
    assert all(each.split()[-5] == "yes" and each.startswith("Inter") for each in fonts)
    assert tool("pdfimages", "-list", pdf).splitlines()[2:] == []
    assert beyond_the_edge(pdf) == []


@pytest.mark.in_turns(6)
@pytest.mark.parametrize("tag", sorted(file.stem for file in (RESOURCES / "wording").glob("*.po")))
@pytest.mark.parametrize("name", [name for name, paper in PAPERS.items() if paper.theirs])
def test_what_somebody_is_given_in_their_own_language_is_one_page_too(north: Book, name: str, tag: str, tmp_path: Path):
    pdf = put(made(north, name, Asked(about(north, name), language=tag)), tmp_path)

    assert len(pages_of(pdf)) == 1
    assert beyond_the_edge(pdf) == []


@pytest.mark.in_turns(2)
@pytest.mark.parametrize("name", PAPERS)
def test_each_page_says_what_it_is_from_where_and_when_that_it_is_made_up_and_which_of_how_many(
    north: Book, name: str, tmp_path: Path
):
    told, below = PAPERS[name].make(north, Asked(about(north, name))), imprint(north)
    assert below.place

    pages = pages_of(put(told, tmp_path, below))

    for number, page in enumerate(pages, 1):
        foot = page.strip().splitlines()[-1]
        assert f"page {number} of {len(pages)}" in foot
        assert all(words in foot for words in ("FICTIONAL", below.place, full_day(below.day)))
    assert len(pages) == 1 or name not in ONE_PAGE


@pytest.mark.parametrize("name", PAPERS)
def test_what_stands_on_paper_is_had_as_text_and_comes_out_of_the_pdf_again(north: Book, name: str, tmp_path: Path):
    told, below = PAPERS[name].make(north, Asked(about(north, name))), imprint(north)

    text = in_words(told, below)

    assert text.rstrip().endswith(full_day(below.day))
    assert "FICTIONAL" in text
    if isinstance(told, Document):
        assert words_in(text) - words_in(" ".join(pages_of(put(told, tmp_path, below)))) == set()


def test_a_blank_one_names_nobody(north: Book, tmp_path: Path):
    names = {word for name in questions.names_of(north, [about(north, "week")]).values() for word in name.split()}
    for name in (each for each, paper in PAPERS.items() if paper.blank and each != "households"):
        assert not names & set(" ".join(pages_of(put(PAPERS[name].make(north, Asked()), tmp_path))).split())


def test_the_foot_counts_pages_that_are_not_there_yet(tmp_path: Path):
    lines = tuple(Line(f"line {number}", "words " * 20) for number in range(120))

    pages = pages_of(put(Document("Long", (), (Section("All", lines),)), tmp_path))

    assert len(pages) > 3
    assert "page 2 of" in pages[1]
    assert f"page {len(pages)} of {len(pages)}" in pages[-1]


def test_words_longer_than_a_line_go_on_on_the_next_one_in_titles_labels_and_lines(tmp_path: Path):
    long = LONG.replace(" ", "").replace("-", "") * 2
    line = Line(long, long)

    pdf = put(Document(long, (), (Section("Names", (line, Line(LONG, ROOM))),)), tmp_path)

    (page,) = pages_of(pdf)
    assert beyond_the_edge(pdf) == []
    assert words_in("Ṱhoḓea Ḽiṅwalo kaMashwabada Šêrôlê Tshiphumelelo") <= words_in(page)


def long_list(homes: int) -> NumberList:
    nickname = "blue drum at the gate beside the tuck shop, behind Ṋemukula’s shebeen"
    told = tuple(
        OnList(f"{number:03}-4", f"HH-{number:03}-4", nickname, "Mudzunga village, lower") for number in range(homes)
    )
    return NumberList("", LONG, told)


@pytest.mark.parametrize("homes", [0, 29, 61, 140, 180])
def test_a_week_sheet_and_a_household_list_stay_on_one_page_with_long_names_and_many_homes(homes: int, tmp_path: Path):
    told = long_list(homes)
    for each in (WeekSheets(WEEK, (told,)), NumberLists((told,))):
        pdf = put(each, tmp_path)
        (page,) = pages_of(pdf)
        assert words_in(LONG) <= words_in(page)
        assert beyond_the_edge(pdf) == []
    assert all(f"{number:03}-4" in page for number in range(homes))


def test_the_week_sheet_says_how_many_homes_stand_only_on_the_list(tmp_path: Path):
    (page,) = pages_of(put(WeekSheets(WEEK, (long_list(90),)), tmp_path))
    shown = len(set(re.findall(r"\b\d{3}-4", page)))
    assert 0 < shown < 90
    assert f"and {90 - shown} more: see the household list" in page


def test_a_card_with_many_numbers_keeps_its_five_facts_and_four_are_on_one_page(tmp_path: Path):
    name = "Child protection and social work, the office in Blouvlei behind the clinic"
    numbers = tuple(Number(name, f"000 555 09{place:02}", old=True) for place in range(12))
    facts = ("Who it is about, and where they are now", "What was seen", "When", "Danger now", "Who was told")

    pdf = put(NumberCard(numbers, facts), tmp_path)

    (page,) = pages_of(pdf)
    assert page.count("Danger now") == 4
    assert page.count("000 555 0900") == 4
    assert beyond_the_edge(pdf) == []


def test_the_prompt_for_a_visit_has_every_item_twice_and_no_sum(tmp_path: Path):
    pdf = put(Prompt(LONG, items()), tmp_path)

    (page,) = pages_of(pdf)
    told = " ".join(tool("pdftotext", pdf, "-").split())
    assert all(told.count(each.words) == 2 for each in items() if each.words != "Boundaries")
    assert "Nothing is added up" in told
    assert "total" not in page.casefold()
    assert beyond_the_edge(pdf) == []


def test_what_is_ticked_is_a_box_that_is_drawn_and_needs_no_letter_for_it(tmp_path: Path):
    lines = (Line("", f"{BOX} yes"), Line("", f"{DOT} one"), Line("Name", ROOM))

    (page,) = pages_of(put(Document("Boxes", (), (Section("Tick", lines),)), tmp_path))

    assert BOX not in page
    assert "...." not in page
    assert {"yes", "one", "Name"} <= set(page.split())


def test_a_report_draws_its_figures_over_time_as_lines_with_every_number_below(north: Book, tmp_path: Path):
    told = PAPERS["figures"].make(north, Asked())
    assert isinstance(told, Document)
    drawn = [each for each in told.sections if each.points]
    assert 1 <= len(drawn) <= 8

    pdf = put(told, tmp_path)

    text = " ".join(" ".join(pages_of(pdf)).split())
    assert all(f"{point.label} {point.words}" in text for each in drawn for point in each.points)
    assert tool("pdfimages", "-list", pdf).splitlines()[2:] == []


def test_of_many_figures_none_is_drawn_and_of_what_never_leaves_the_pair_no_course(north: Book):
    span = spans.before(Grain.MONTH, clock.today())

    assert report.report(north, span, "all").over_time == {}
    assert report.report(north, span, "I05,I09,I10").over_time.keys() <= {"I05"}
