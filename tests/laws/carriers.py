"""What mailboxes are made of, each real and behind a cable that can be cut."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import bucket
import sshserver
import webdrive
from bucket import Store
from cable import Cable, cable

from caregiver_desk.sync.mailboxes.setting import Setting


@dataclass
class Carrier:
    """How it is set up, and what stands in it as whoever runs it sees it: BOX/NAME."""

    setting: Setting
    names: Callable[[], list[str]]
    cable: Cable


@contextmanager
def folder(place: Path) -> Iterator[Carrier]:
    place.mkdir()
    yield Carrier(Setting(str(place)), lambda: _in(place), Cable(0))


@contextmanager
def web_drive(place: Path) -> Iterator[Carrier]:
    with webdrive.drive(place) as made:
        told = Setting(f"http://127.0.0.1:{made.port}", webdrive.USER, webdrive.PASSWORD)
        yield Carrier(told, lambda: _in(place), made)


@contextmanager
def file_server(place: Path, keys: Path) -> Iterator[Carrier]:
    place.mkdir()
    with sshserver.server(keys) as made:
        own, host = (keys / "own").read_text(), sshserver.fingerprint(keys)
        told = Setting(f"sftp://127.0.0.1:{made.port}{place}", sshserver.USER, key=own, host_key=host)
        yield Carrier(told, lambda: _in(place), made)


@contextmanager
def a_bucket(_place: Path, store: Store) -> Iterator[Carrier]:
    name = store.bucket()
    with cable(store.dial) as made:
        address = f"s3+http://127.0.0.1:{made.port}/{name}/our post"
        told = Setting(address, store.user, store.password, region=bucket.REGION)
        yield Carrier(told, lambda: [each.removeprefix("our post/") for each in store.names(name)], made)


CARRIERS: dict[str, tuple[Callable[..., AbstractContextManager[Carrier]], tuple[str, ...]]] = {
    "a folder": (folder, ()),
    "a web drive": (web_drive, ()),
    "a file server": (file_server, ("ssh_keys",)),
    "a bucket": (a_bucket, ("store",)),
}
FAR = [name for name in CARRIERS if name != "a folder"]  # what can be cut


def _in(place: Path) -> list[str]:
    return sorted(str(path.relative_to(place)) for path in place.rglob("*") if path.is_file())
