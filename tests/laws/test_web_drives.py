"""A web drive whose answers are lost, or are others than was asked for: a letter is put once, and comes whole."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from caregiver_desk.sync.mailboxes.mailbox import Letter
from caregiver_desk.sync.mailboxes.webdav import WebDav

BOX, NAME, SEALED = "box", "letter.caredesk", bytes(range(256)) * 40


class Drive(ThreadingHTTPServer):
    """What stands there, and which answers are lost once."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Odd)
        self.files: dict[str, bytes] = {}
        self.lost: list[str] = []


class _Odd(BaseHTTPRequestHandler):
    server: Drive
    protocol_version = "HTTP/1.1"

    def do_MKCOL(self) -> None:
        self._say(201)

    def do_PUT(self) -> None:
        self.server.files[self.path] = self.rfile.read(int(self.headers["Content-Length"]))
        self._say(201)

    def do_MOVE(self) -> None:
        moved = self.server.files.pop(self.path, None)
        if moved is not None:
            self.server.files[self.headers["Destination"]] = moved
        self._say(404 if moved is None else 201)

    def do_HEAD(self) -> None:
        self._say(200 if self.path in self.server.files else 404)

    def do_GET(self) -> None:
        """From the first byte, whatever was asked."""
        told = self.server.files[self.path]
        begins = {"Content-Range": f"bytes 0-{len(told) - 1}/{len(told)}"} if "Range" in self.headers else {}
        self._say(206 if begins else 200, told, begins)

    def _say(self, status: int, told: bytes = b"", headers: dict[str, str] | None = None) -> None:
        if self.command in self.server.lost:
            self.server.lost.remove(self.command)
            self.close_connection = True
            return
        self.send_response(status)
        for name, value in {**(headers or {}), "Content-Length": str(len(told))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def drive() -> Iterator[Drive]:
    with Drive() as made:
        serving = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01})
        serving.start()
        yield made
        made.shutdown()
        serving.join()


@pytest.fixture
def box(drive: Drive) -> Iterator[WebDav]:
    made = WebDav(f"http://127.0.0.1:{drive.server_port}")
    yield made
    made.close()


def nobody(_: int) -> None:
    """Nobody listens."""


def test_a_letter_is_there_also_where_the_answer_that_it_is_was_lost(drive: Drive, box: WebDav):
    drive.lost = ["MOVE"]

    assert box.put(BOX, NAME, SEALED, nobody)
    assert drive.files == {f"/{BOX}/{NAME}": SEALED}


def test_what_is_sent_again_counts_again(drive: Drive, box: WebDav):
    box.put(BOX, "first.caredesk", SEALED, nobody)
    drive.lost, passed = ["PUT"], []

    box.put(BOX, NAME, SEALED, passed.append)
    assert sum(passed) == 2 * len(SEALED)


def test_a_letter_begins_anew_where_what_comes_does_not_go_on_with_it(drive: Drive, box: WebDav, tmp_path: Path):
    drive.files[f"/{BOX}/{NAME}"] = SEALED
    part = tmp_path / "part"
    part.write_bytes(SEALED[:100])

    box.take(BOX, Letter(NAME, len(SEALED)), part, nobody)
    assert part.read_bytes() == SEALED
