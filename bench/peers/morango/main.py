"""Morango as Kolibri uses it, in an environment of its own: its serialising, queueing, dequeueing and deserialising.

`make PLACE` fills one database and lays down what its queue sends, five hundred records at a time; `take PLACE` takes
that into an empty one and prints how long it took. Its certificates and its HTTP are left out, to its advantage.
"""

import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import django
from django.conf import settings

PIECE = 500  # records in one request, as its own sessions ask for
SESSION, TRANSFER = "5" * 32, "7" * 32
NOBODY = '{"sub": {}, "super": {}}'  # what an empty database has


def main(verb: str, folder: str) -> None:
    place = Path(folder)
    os.environ["RECORDS"] = str(place / "records.json")
    begin(place / {"make": "there.db", "take": "here.db"}[verb])
    told = make(place) if verb == "make" else take(place)
    print(json.dumps(told))


def begin(database: Path) -> None:
    sys.path.insert(0, str(Path(__file__).parent))
    settings.configure(
        INSTALLED_APPS=["morango", "care"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(database)}},
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
        SECRET_KEY="a bench has no secrets",  # noqa: S106
        USE_TZ=True,
    )
    if database.name == "here.db":
        shutil.copy(database.with_name("empty.db"), database)
    django.setup()


def make(place: Path) -> dict[str, Any]:
    from django.core.management import call_command
    from django.db import connection

    call_command("migrate", run_syncdb=True, verbosity=0)
    connection.close()
    shutil.copy(place / "there.db", place / "empty.db")
    fill()
    context = session(is_push=True)
    return queue(place, context)


def fill() -> None:
    from care.models import KINDS, TABLES

    for table in TABLES:
        kind = KINDS[table["name"]]
        names = [f"f_{name}" for name in table["columns"][1:]]
        records = [kind(known_as_id=row[0], **dict(zip(names, row[1:], strict=True))) for row in table["rows"]]
        for record in records:
            record.id = record.calculate_uuid()
        kind.objects.bulk_create(records, batch_size=50)


def session(*, is_push: bool) -> Any:
    """A session between two databases, of everything."""
    from care.models import PARTITION, PROFILE
    from morango.models.core import SyncSession, TransferSession
    from morango.sync.context import LocalSessionContext
    from morango.utils import CAPABILITIES

    now = datetime.now(timezone.utc)  # noqa: TID251, UP017 - its own rows want it
    met = SyncSession.objects.create(id=SESSION, profile=PROFILE, last_activity_timestamp=now)
    transfer = TransferSession.objects.create(
        id=TRANSFER, sync_session=met, push=is_push, filter=PARTITION, last_activity_timestamp=now, client_fsic=NOBODY
    )
    return LocalSessionContext(transfer_session=transfer, capabilities=CAPABILITIES)


def queue(place: Path, context: Any) -> dict[str, Any]:
    from morango.sync import operations

    operations.SerializeOperation().handle(context)
    context.transfer_session.server_fsic = NOBODY
    operations.ProducerQueueOperation().handle(context)
    with (place / "sent.jsonl").open("w") as sent:
        sent.write(json.dumps(context.transfer_session.client_fsic) + "\n")
        for piece in queued(context.transfer_session):
            sent.write(json.dumps(piece) + "\n")
    return {"records": context.transfer_session.records_total}


def queued(transfer: Any) -> Iterator[list[dict[str, Any]]]:
    from morango.api.serializers import BufferSerializer
    from morango.models.core import Buffer

    waiting = Buffer.objects.filter(transfer_session=transfer).order_by("pk")
    for start in range(0, waiting.count(), PIECE):
        yield json.loads(json.dumps(BufferSerializer(waiting[start : start + PIECE], many=True).data))


def take(place: Path) -> dict[str, Any]:
    from care.models import KINDS
    from morango.sync import operations
    from morango.sync.utils import validate_and_create_buffer_data

    with (place / "sent.jsonl").open() as sent:
        context = session(is_push=False)
        transfer = context.transfer_session
        transfer.server_fsic = json.loads(next(sent))
        transfer.save()
        begun = time.process_time()
        for piece in sent:
            validate_and_create_buffer_data(json.loads(piece), transfer)
        operations.ReceiverDequeueOperation().handle(context)
        operations.ReceiverDeserializeOperation().handle(context)
        spent = time.process_time() - begun
    return {"seconds": spent, "records": sum(kind.objects.count() for kind in KINDS.values())}


if __name__ == "__main__":
    main(*sys.argv[1:])
