"""Replicated documents in memory: taking another replica's bytes, and reading out what they say."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from bench.gauge import spending
from bench.peers.records import Table

Taking = Callable[[], float]


def loro(tables: list[Table]) -> Taking:
    peer: Any = import_module("loro")
    there = peer.LoroDoc()
    for table in tables:
        kind = there.get_map(table.name)
        for row in table.rows:
            record = kind.insert_container(row[0], peer.LoroMap())
            for name, value in zip(table.columns[1:], row[1:], strict=True):
                if value is not None:
                    record.insert(name, value)
    there.commit()
    sent = there.export(peer.ExportMode.Snapshot())

    def take() -> float:
        with spending() as spent:
            here = peer.LoroDoc()
            here.import_(sent)
            here.get_deep_value()
        return spent.cpu

    return take


def pycrdt(tables: list[Table]) -> Taking:
    peer: Any = import_module("pycrdt")
    there = peer.Doc()
    with there.transaction():
        for table in tables:
            kind = there.get(table.name, type=peer.Map)
            for row in table.rows:
                filled = zip(table.columns[1:], row[1:], strict=True)
                kind[row[0]] = peer.Map({name: value for name, value in filled if value is not None})
    sent, names = there.get_update(), [table.name for table in tables]

    def take() -> float:
        with spending() as spent:
            here = peer.Doc()
            here.apply_update(sent)
            for name in names:
                here.get(name, type=peer.Map).to_py()
        return spent.cpu

    return take


def there_are() -> dict[str, Callable[[list[Table]], Taking]]:
    """Those that are installed."""
    return {make.__name__: make for make in (loro, pycrdt) if find_spec(make.__name__)}
