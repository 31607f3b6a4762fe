"""A real WebDAV server (WsgiDAV) behind a cable."""

from __future__ import annotations

import gc
import logging
import socket
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cable import Cable, cable
from cheroot import wsgi
from wsgidav.wsgidav_app import WsgiDAVApp

USER, PASSWORD = "post", "only for the tests"


@contextmanager
def drive(folder: Path) -> Iterator[Cable]:
    """It serves this folder at the end of the cable."""
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
    server.expiration_interval = 0.02  # seconds until it notices that it is to stop
    server.prepare()
    serving = threading.Thread(target=server.serve, name="webdav")
    serving.start()
    try:
        with cable(lambda: socket.create_connection(server.bind_addr)) as made:
            yield made
    finally:
        server.stop()
        serving.join()
        _let_go()


def _let_go() -> None:
    """Of the files that it leaves open where a cable is cut; that they are is no fault of ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()
