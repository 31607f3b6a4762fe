"""Replicated documents in memory, in an environment of their own: taking another's bytes, reading out what they say.

`make PLACE NAME` lays down what a replica sends; `take PLACE NAME` takes it and prints how long that took.
"""

import json
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any


def loro_sends(tables: list[dict[str, Any]]) -> bytes:
    peer: Any = import_module("loro")
    there = peer.LoroDoc()
    for table in tables:
        kind = there.get_map(table["name"])
        for row in table["rows"]:
            record = kind.insert_container(row[0], peer.LoroMap())
            for name, value in _filled(table, row):
                record.insert(name, value)
    there.commit()
    return bytes(there.export(peer.ExportMode.Snapshot()))


def loro_takes(sent: bytes, _names: list[str]) -> list[Any]:
    peer: Any = import_module("loro")
    here = peer.LoroDoc()
    here.import_(sent)
    return list(here.get_deep_value().values())


def pycrdt_sends(tables: list[dict[str, Any]]) -> bytes:
    peer: Any = import_module("pycrdt")
    there = peer.Doc()
    with there.transaction():
        for table in tables:
            kind = there.get(table["name"], type=peer.Map)
            for row in table["rows"]:
                kind[row[0]] = peer.Map(dict(_filled(table, row)))
    return bytes(there.get_update())


def pycrdt_takes(sent: bytes, names: list[str]) -> list[Any]:
    peer: Any = import_module("pycrdt")
    here = peer.Doc()
    here.apply_update(sent)
    return [here.get(name, type=peer.Map).to_py() for name in names]


def _filled(table: dict[str, Any], row: list[Any]) -> list[tuple[str, Any]]:
    pairs = zip(table["columns"][1:], row[1:], strict=True)
    return [(name, value) for name, value in pairs if value is not None]


DOES = {"loro": (loro_sends, loro_takes), "pycrdt": (pycrdt_sends, pycrdt_takes)}


def main(verb: str, folder: str, name: str) -> None:
    place, (sends, takes) = Path(folder), DOES[name]
    tables = json.loads((place / "records.json").read_text())
    if verb == "make":
        (place / name).write_bytes(sends(tables))
        print(json.dumps({"records": sum(len(table["rows"]) for table in tables)}))
        return
    sent, names = (place / name).read_bytes(), [table["name"] for table in tables]
    import_module(name)
    begun = time.process_time()
    kinds = takes(sent, names)
    print(json.dumps({"seconds": time.process_time() - begun, "records": sum(map(len, kinds))}))


if __name__ == "__main__":
    main(*sys.argv[1:])
