"""Pages of an export or of filled-in forms: titles that are certain, rows below them, and which page tells most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from caregiver_desk.acts.intake.table import Hand, Knows, Row, Table, chosen_of


class Page(NamedTuple):
    """One table of several that came together; `form` is the phone form that it was filled in with."""

    name: str
    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    form: str = ""

    def told(self, row: Row) -> dict[str, str]:
        """What a row says, by title."""
        return {title: cell for title, cell in zip(self.titles, row.cells, strict=False) if cell}

    def known(self, knows: Knows) -> int:
        return sum(map(knows, self.titles))


def laid_out(titles: Sequence[str], told: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(told.get(title, "") for title in titles)


def table_of(pages: Sequence[Page], hand: Hand, knows: Knows, wanted: str = "") -> Table:
    """The page that was wished for, or else the one of which most titles are known, as a table. Raises NotASheet."""
    names = [page.name for page in pages]
    name = chosen_of(names, wanted) or max(pages, key=lambda page: page.known(knows)).name
    page = pages[names.index(name)]
    others = tuple(each for each in names if each != name)
    return Table((Row(1, page.titles), *page.rows), hand, page.name, others, titled=True, form=page.form)
