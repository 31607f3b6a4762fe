"""What the rows of a real book say of its pebbles, in labels, held against the lines behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from caregiver_desk.records.folding import Folded
from caregiver_desk.records.journal import WITHDRAWN
from caregiver_desk.store.book import Book

FINDINGS = {
    "withdrawn-waiting": "withdrawn, waiting",
    "withdrawn-but-edited": "withdrawn but edited",
    "written-after-hand-over": "written after hand-over",
    "hand-over-disputed": "hand-over disputed",
}


class RealRows:
    """From the rows; the values at odds and not yet certain from the lines behind them."""

    def __init__(self, book: Book, names: Mapping[str, str], fold: Callable[[str], Folded]) -> None:
        self.book, self.names, self.fold = book, names, fold

    def is_told(self, record: str) -> bool:
        gone, findings = self.columns(record, "gone", "findings")
        return not gone or "asked-to-erase" in findings

    def columns(self, record: str, *names: str) -> tuple[Any, ...]:
        with self.book.reading() as cursor:
            cursor.execute(f"SELECT {', '.join(names)} FROM pebble WHERE id = ?", (record,))
            return cursor.fetchone()

    def row(self, record: str) -> dict[str, Any]:
        scope, findings, quarrels = self.columns(record, "scope", "findings", "quarrels")
        if "asked-to-erase" in findings:
            return {"findings": ["asked to erase"]}
        folded = self.fold(record)
        assert set(filter(None, quarrels.split(","))) == folded.conflicts.keys()
        fields = {name: self.field(record, folded, name) for name in folded.current if name != WITHDRAWN}
        found = [FINDINGS[code] for code in findings.split(",") if code]
        return {"home": self.names.get(scope, "elsewhere"), "fields": fields, "findings": found}

    def field(self, record: str, folded: Folded, name: str) -> dict[str, Any]:
        value, odds = folded.values[name], {held.value(name) for held in folded.conflicts.get(name, ())}
        base, slash, element = name.partition("/")
        (stored,) = self.columns(record, base)
        assert (element in (stored or "").split(",")) == bool(value) if slash else stored == value
        unsure = {held.value(name) for held in folded.current[name]} - odds - {value}
        return {"value": value, "quarrel": sorted(odds, key=str), "waiting": sorted(unsure, key=str)}
