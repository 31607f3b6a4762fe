"""A real WebDAV server (WsgiDAV), and a cable before it that can be cut after any number of bytes."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from cheroot import wsgi
from wsgidav.wsgidav_app import WsgiDAVApp

USER, PASSWORD = "post", "only for the tests"
NEVER = 1 << 40


@dataclass
class Drive:
    """The folder that it serves, its address, and how many bytes may still come down before the cable is cut."""

    folder: Path
    address: str
    left: int = NEVER
    passed: int = 0


@contextmanager
def drive(folder: Path) -> Iterator[Drive]:
    logging.getLogger("wsgidav").setLevel(logging.CRITICAL)
    folder.mkdir(exist_ok=True)
    told = {
        "host": "127.0.0.1",
        "port": 0,
        "provider_mapping": {"/": str(folder)},
        "verbose": 0,
        "logging": {"enable": False},
    }
    told |= {"simple_dc": {"user_mapping": {"*": {USER: {"password": PASSWORD}}}}}
    told |= {"http_authenticator": {"accept_basic": True, "accept_digest": False, "default_to_digest": False}}
    server = wsgi.Server(("127.0.0.1", 0), WsgiDAVApp(told), numthreads=2)
    server.prepare()
    serving = threading.Thread(target=server.serve, name="webdav")
    serving.start()
    try:
        with _cable(server.bind_addr[1]) as (port, made):
            made.folder, made.address = folder, f"http://127.0.0.1:{port}"
            yield made
    finally:
        server.stop()
        serving.join()


@contextmanager
def _cable(to: int) -> Iterator[tuple[int, Drive]]:
    made, door = Drive(Path(), ""), socket.create_server(("127.0.0.1", 0))
    threads: list[threading.Thread] = []

    def listen() -> None:
        with suppress(OSError):
            while True:
                here, _ = door.accept()
                there = socket.create_connection(("127.0.0.1", to))
                for one, other, down in ((here, there, False), (there, here, True)):
                    threads.append(threading.Thread(target=_carry, args=(made, one, other), kwargs={"down": down}))
                    threads[-1].start()

    listening = threading.Thread(target=listen, name="cable")
    listening.start()
    try:
        yield door.getsockname()[1], made
    finally:
        door.shutdown(socket.SHUT_RDWR)
        door.close()
        listening.join()
        for each in threads:
            each.join()


def _carry(made: Drive, one: socket.socket, other: socket.socket, *, down: bool) -> None:
    with suppress(OSError):
        while some := one.recv(4096):
            if down:
                some = some[: max(0, made.left)]
                made.left -= len(some)
                made.passed += len(some)
            if not some:
                break
            other.sendall(some)
    for each in (one, other):
        with suppress(OSError):
            each.shutdown(socket.SHUT_RDWR)
        each.close()
