"""The sheets of a form as rows of titled cells, and where in them something is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from caregiver_desk.acts.intake import workbook
from caregiver_desk.errors import NotAQuestionnaire
from caregiver_desk.practice.wellbeing.questionnaire import LONGEST
from caregiver_desk.wording import say

MOST_ROWS, LONGEST_LINE = 1_000, 200


@dataclass(frozen=True)
class Row:
    """A row of a sheet: its cells by their titles, in small letters."""

    sheet: str
    number: int
    cells: Mapping[str, str]

    def __getitem__(self, title: str) -> str:
        return self.cells.get(title, "")

    def needs(self, title: str, longest: int = LONGEST) -> str:
        """What stands there. Raises NotAQuestionnaire where nothing does, or too much."""
        if not self[title]:
            raise self.wrong(title, say("this must be filled in"))
        if len(self[title]) > longest:
            raise self.wrong(title, say("it is longer than {number} letters", number=longest))
        return self[title]

    def called(self, title: str) -> dict[str, str]:
        """The words of a column in each language: `label`, or `label::English (en)`."""
        begins = f"{title}::"
        found = {
            name.removeprefix(begins).strip(): words for name, words in self.cells.items() if name.startswith(begins)
        }
        return {language: words for language, words in ({"": self[title]} | found).items() if words}

    def wrong(self, title: str, reason: str) -> NotAQuestionnaire:
        place = say("Sheet “{sheet}”, row {row}, column “{column}”", sheet=self.sheet, row=self.number, column=title)
        return NotAQuestionnaire(place=place, reason=reason)


def rows(book: workbook.Workbook, sheet: str, name: str) -> Iterator[Row]:
    titles: list[str] = []
    for read_so_far, (number, cells) in enumerate(book.rows(name)):
        if not titles:
            titles = [_title(each) for each in cells]
            _each_once(Row(sheet, number, {}), titles)
            continue
        if read_so_far > MOST_ROWS:
            raise Row(sheet, number, {}).wrong(titles[0], say("it has more than {number} rows", number=MOST_ROWS))
        yield Row(sheet, number, {title: cell for title, cell in zip(titles, cells, strict=False) if title and cell})


def _title(cell: str) -> str:
    """`Label::English (en)` is the column `label` in a language; the language stays as it is written."""
    name, sign, language = cell.strip().partition("::")
    return f"{name.strip().casefold()}{sign}{language.strip()}" if language else name.strip().casefold()


def _each_once(row: Row, titles: list[str]) -> None:
    twice = next((each for each in titles if each and titles.count(each) > 1), "")
    if twice:
        raise row.wrong(twice, say("two columns have this title"))


def labelled(row: Row) -> dict[str, str]:
    """Its label in each language. Raises NotAQuestionnaire where there is none."""
    if not (label := row.called("label")):
        raise row.wrong("label", say("this must be filled in"))
    return label
