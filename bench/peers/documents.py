"""Replicated documents in memory: taking another replica's bytes, and reading out what they say."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

from bench.gauge import spending
from bench.peers.records import Table

Taking = Callable[[], float]


def loro(tables: list[Table]) -> Taking:
    from loro import ExportMode, LoroDoc, LoroMap

    there = LoroDoc()
    for table in tables:
        kind = there.get_map(table.name)
        for row in table.rows:
            record = kind.insert_container(row[0], LoroMap())
            for name, value in zip(table.columns[1:], row[1:], strict=True):
                if value is not None:
                    record.insert(name, value)
    there.commit()
    sent = there.export(ExportMode.Snapshot())

    def take() -> float:
        with spending() as spent:
            here = LoroDoc()
            here.import_(sent)
            here.get_deep_value()
        return spent.cpu

    return take


def pycrdt(tables: list[Table]) -> Taking:
    from pycrdt import Doc, Map

    there: Doc = Doc()
    with there.transaction():
        for table in tables:
            kind = there.get(table.name, type=Map)
            for row in table.rows:
                filled = zip(table.columns[1:], row[1:], strict=True)
                kind[row[0]] = Map({name: value for name, value in filled if value is not None})
    sent, names = there.get_update(), [table.name for table in tables]

    def take() -> float:
        with spending() as spent:
            here: Doc = Doc()
            here.apply_update(sent)
            for name in names:
                here.get(name, type=Map).to_py()
        return spent.cpu

    return take


def there_are() -> dict[str, Callable[[list[Table]], Taking]]:
    """Those that are installed."""
    return {make.__name__: make for make in (loro, pycrdt) if find_spec(make.__name__)}
