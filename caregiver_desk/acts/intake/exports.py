"""What a server makes of filled-in forms: pages that hang together, and columns that stand for answers of many choices.

Context. ODK Central writes a CSV file for a form and one for each repeat in it; a row names itself (`KEY`) and the row
that it stands under (`PARENT_KEY`). KoboToolbox writes a sheet for each, with the place of a row (`_index`) and of the
one above (`_parent_index`, in the sheet `_parent_table_name`). Both may write one column with all the choices of an
answer, a column of 0 and 1 for each choice, or both. Columns of their own stand between the answers.

Decision. A row of a repeat is read with all that stands above it. The number of the filled-in form, and of the one that
it corrects, become two columns under the names that the forms themselves give them. Columns of 0 and 1 become one. What
the server says of itself is left out.

Consequences. Behind this, an export is a table like any other. A row whose parent is not in the file says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from caregiver_desk.acts.intake.pages import Page, laid_out
from caregiver_desk.acts.intake.table import MOST_CELLS, Knows, Row
from caregiver_desk.errors import NotASheet
from caregiver_desk.wording import say

NUMBER, CORRECTS = "meta/instanceID", "meta/deprecatedID"
_NUMBERS = (NUMBER, "meta-instanceID", "instanceID", "_uuid", "_submission__uuid", "KEY")
_FIRSTS = (CORRECTS, "meta-deprecatedID", "deprecatedID", "meta/rootUuid", "KEY")
_LINKS = {"_parent_index", "PARENT_KEY"}
_SIGNS = {*_LINKS, "_uuid", "_submission__uuid", "meta-instanceID", NUMBER}
_OF_THE_SERVER = {
    "SubmissionDate", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status",
    "ReviewState", "DeviceID", "Edits", "FormVersion", "KEY", "PARENT_KEY", "meta-instanceID", "meta-deprecatedID",
    "instanceID", "deprecatedID", "meta/rootUuid", "meta/instanceName", "meta-instanceName", "formhub/uuid",
}  # fmt: skip
_LONGEST_SHEET_NAME = 31
DEEPEST = 10  # repeats in repeats
_YES, _NO = {"1", "true", "yes"}, {"0", "false", "no", ""}


class _Place(NamedTuple):
    page: Page
    row: Row


def is_export(titles: Sequence[str]) -> bool:
    """Whether these are titles as a server of filled-in forms writes them."""
    return bool(_SIGNS & set(titles))


def joined(pages: Sequence[Page], knows: Knows) -> list[Page]:
    """Each page with what stands above its rows, in plain columns. Raises NotASheet where that is too much."""
    if sum(len(row.cells) for page in pages for row in page.rows) > MOST_CELLS:
        raise _too_much()
    above = _Above(pages)
    return [_gathered(_flat(page, above), knows) for page in pages]


class _Above:
    """Finds the row under which a row stands."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._keys = {told["KEY"]: _Place(page, row) for page, row, told in _each(pages) if "KEY" in told}
        self._indexes = {
            (page.name, told["_index"]): _Place(page, row) for page, row, told in _each(pages) if "_index" in told
        }

    def of(self, place: _Place) -> _Place | None:
        told = place.page.told(place.row)
        if key := told.get("PARENT_KEY"):
            return self._keys.get(key)
        return self._indexes.get((self._name(told), told.get("_parent_index", "")))

    def _name(self, told: Mapping[str, str]) -> str:
        """The page that a row names as the one above: a sheet has room for the beginning of a long name only."""
        wanted = told.get("_parent_table_name", "")
        names = [page.name for page in self._pages]
        tops = [page.name for page in self._pages if not _LINKS & set(page.titles)]
        cut = [name for name in names if name and wanted.startswith(name[:_LONGEST_SHEET_NAME])]
        return next(iter([wanted] if wanted in names else cut or tops), "")


def _too_much() -> NotASheet:
    return NotASheet(reason=say("it has more than {limit} cells", limit=MOST_CELLS))


def _each(pages: Sequence[Page]) -> Iterator[tuple[Page, Row, dict[str, str]]]:
    return ((page, row, page.told(row)) for page in pages for row in page.rows)


def _flat(page: Page, above: _Above) -> Page:
    lines: list[tuple[Row, dict[str, str], str]] = []
    held = 0
    for row in page.rows:
        lines.append((row, *_with_above(_Place(page, row), above)))
        held += len(lines[-1][1])
        if held > MOST_CELLS:
            raise _too_much()
    titles = tuple(dict.fromkeys(title for title in _titles(page, lines) if not _is_of_the_server(title)))
    rows = tuple(Row(row.number, laid_out(titles, told), row.within, trouble) for row, told, trouble in lines)
    return Page(page.name, titles, rows, page.form)


def _titles(page: Page, lines: Sequence[tuple[Row, Mapping[str, str], str]]) -> Iterator[str]:
    """Every title once, those of what stands above first."""
    yield from (title for _, told, _ in lines for title in told if title not in page.titles)
    yield from page.titles


def _is_of_the_server(title: str) -> bool:
    return title in _OF_THE_SERVER or title.startswith("_")


def _with_above(place: _Place, above: _Above) -> tuple[dict[str, str], str]:
    """What a row says with all that stands above it, with its numbers, and why it cannot be read if it cannot."""
    told, depth = place.page.told(place.row), 0
    while _LINKS & set(place.page.titles):
        over, depth = above.of(place), depth + 1
        if over is None or depth > DEEPEST:
            return told | _numbers(told), say("the row that it belongs to is not in this file")
        place, told = over, {**over.page.told(over.row), **told}
    return told | _numbers(place.page.told(place.row)), ""


def _numbers(told: Mapping[str, str]) -> dict[str, str]:
    """The number of the filled-in form, and of the one that it corrects."""
    number = next((told[name] for name in _NUMBERS if told.get(name)), "").partition("/")[0]
    first = next((told[name] for name in _FIRSTS if told.get(name)), "").partition("/")[0]
    told = {NUMBER: number, CORRECTS: "" if _bare(first) == _bare(number) else first}
    return {title: cell for title, cell in told.items() if cell}


def _bare(number: str) -> str:
    return number.removeprefix("uuid:").casefold()


def _gathered(page: Page, knows: Knows) -> Page:
    """The page with one column for each answer of several choices."""
    told = [page.told(row) for row in page.rows]
    families = {
        answer: parts for answer, parts in _families(page.titles).items() if _is_one(answer, parts, page, knows)
    }
    single = {answer for answer in families if any(answer in each for each in told)}
    parts = {title for titles in families.values() for title in titles}
    titles = tuple(dict.fromkeys(_family(title) if title in parts else title for title in page.titles))
    for each in told:
        each.update({answer: _chosen(each, families[answer]) for answer in families.keys() - single})
    return page._replace(
        titles=titles,
        rows=tuple(row._replace(cells=laid_out(titles, each)) for row, each in zip(page.rows, told, strict=True)),
    )


def _family(title: str) -> str:
    return title.rpartition("/")[0]


def _families(titles: Sequence[str]) -> dict[str, list[str]]:
    """The columns that stand under one name, by it."""
    found: dict[str, list[str]] = {}
    for title in titles:
        if _family(title):
            found.setdefault(_family(title), []).append(title)
    return found


def _is_one(answer: str, parts: Sequence[str], page: Page, knows: Knows) -> bool:
    """Whether these columns are the choices of one answer, which has a column or a meaning of its own."""
    if len(parts) < 2 or any(map(knows, parts)):  # noqa: PLR2004 - one choice is no choice
        return False
    cells = {told.get(title, "").casefold() for told in map(page.told, page.rows) for title in parts}
    return (answer in page.titles or knows(answer)) and cells <= _YES | _NO


def _chosen(told: Mapping[str, str], parts: Sequence[str]) -> str:
    return ", ".join(title.rpartition("/")[2] for title in parts if told.get(title, "").casefold() in _YES)
