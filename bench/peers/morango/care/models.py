"""One model for each kind of record, with a column for each of its fields, as the records at hand have them."""

import json
import os
from pathlib import Path
from typing import Any

from django.db import models
from morango.models.core import SyncableModel

PROFILE = "desk"
PARTITION = "programme"
TABLES = json.loads(Path(os.environ["RECORDS"]).read_text())
COLUMNS = {bool: models.BooleanField, int: models.IntegerField, float: models.FloatField, str: models.TextField}


def _model(table: dict[str, Any]) -> type[Any]:
    _, *names = table["columns"]
    told: dict[str, Any] = {
        "__module__": __name__,
        "morango_profile": PROFILE,
        "morango_model_name": table["name"],
        "calculate_source_id": lambda self: self.known_as_id,
        "calculate_partition": lambda _: PARTITION,
        "known_as_id": models.CharField(max_length=40),
    }
    for place, name in enumerate(names, start=1):
        kind = next((type(row[place]) for row in table["rows"] if row[place] is not None), str)
        told[f"f_{name}"] = COLUMNS[kind](null=True, blank=True)
    return type(table["name"], (SyncableModel,), told)


KINDS = {table["name"]: _model(table) for table in TABLES}
