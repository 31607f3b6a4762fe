"""A mailbox on a web drive: WebDAV (RFC 4918), as Nextcloud, ownCloud, Apache and many others speak it.

Decision. A letter goes up under a name that is none, and is given its own by a move that may write over nothing: so
nobody sees half of one, and none is written over. It comes down from the byte where a cut left off. No address but
the one that was set up is ever asked: whoever answers with another one is refused, and what it says is read within
bounds. Over plain `http` nothing goes that is not on this machine or in a network of its own, for a password goes with
it.
"""

from __future__ import annotations

import base64
import ipaddress
import re
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit
from xml.etree import ElementTree as ET

from caregiver_desk.errors import MailboxAway, MailboxRefused, NotAMailbox
from caregiver_desk.sync.mailboxes.mailbox import Heard, Letter, is_letter
from caregiver_desk.wording import say

PATIENCE = 20  # seconds in which something has to be said
_AT_ONCE = 1 << 16  # bytes
_LISTING = 8 << 20  # bytes of what a server says of a box
_LISTED = (HTTPStatus.MULTI_STATUS, HTTPStatus.NOT_FOUND)
_DONE = (HTTPStatus.OK, HTTPStatus.CREATED, HTTPStatus.NO_CONTENT)
_MADE = (HTTPStatus.CREATED, HTTPStatus.METHOD_NOT_ALLOWED)
_SOME = (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT)
_LATER = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.LOCKED, HTTPStatus.TOO_MANY_REQUESTS}
_DAV = "{DAV:}"
_WISHED = b'<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getcontentlength/><resourcetype/></prop></propfind>'
_NO_ENTITIES = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


class WebDav:
    """Boxes are collections below its address."""

    def __init__(self, address: str, user: str = "", password: str = "", context: ssl.SSLContext | None = None) -> None:
        told = urlsplit(address)
        self._host, self._port, self._root = told.hostname or "", told.port, told.path.rstrip("/")
        self._secure, self._context = told.scheme == "https", context
        if not self._secure and not _is_near(self._host):
            raise NotAMailbox(reason=say("what is not near is reached over https only"))
        word = base64.b64encode(f"{user}:{password}".encode()).decode()
        self._who = {"Authorization": f"Basic {word}"} if user else {}
        self._connection: HTTPConnection | None = None

    def letters(self, box: str) -> list[Letter]:
        depth = {"Depth": "1", "Content-Type": "application/xml"}
        with self._answer("PROPFIND", self._place(box), _WISHED, depth, allowed=_LISTED) as answer:
            if answer.status == HTTPStatus.NOT_FOUND:
                return []
            data = answer.read(_LISTING + 1)
        if len(data) > _LISTING or _NO_ENTITIES.search(data):
            raise NotAMailbox(reason=say("it says too much"))
        return sorted(_told(data))

    def take(self, box: str, letter: Letter, into: Path, heard: Heard) -> None:
        with into.open("ab") as part:
            from_there = {"Range": f"bytes={part.tell()}-"} if part.tell() else {}
            with self._answer("GET", self._place(box, letter.name), b"", from_there, allowed=_SOME) as answer:
                if answer.status == HTTPStatus.OK:
                    part.truncate(0)
                while part.tell() < letter.size and (some := answer.read(min(_AT_ONCE, letter.size - part.tell()))):
                    part.write(some)
                    heard(len(some))

    def put(self, box: str, name: str, sealed: bytes, heard: Heard) -> bool:
        self._make(box)
        going = self._place(box, f".{name}.going")
        with self._answer("PUT", going, sealed, {}, allowed=_DONE):
            heard(len(sealed))
        to = {"Destination": self._place(box, name), "Overwrite": "F"}
        with self._answer("MOVE", going, b"", to, allowed=(*_DONE, HTTPStatus.PRECONDITION_FAILED)) as answer:
            stood = answer.status == HTTPStatus.PRECONDITION_FAILED
        if stood:
            self._remove(going)
        return not stood

    def remove(self, box: str, name: str) -> None:
        self._remove(self._place(box, name))

    def close(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None

    def _make(self, box: str) -> None:
        with self._answer("MKCOL", self._place(box), b"", {}, allowed=_MADE):
            pass

    def _remove(self, path: str) -> None:
        with self._answer("DELETE", path, b"", {}, allowed=(*_DONE, HTTPStatus.NOT_FOUND)):
            pass

    def _place(self, *parts: str) -> str:
        return "/".join([self._root, *map(quote, parts)])

    @contextmanager
    def _answer(
        self, verb: str, path: str, body: bytes, headers: Mapping[str, str], *, allowed: tuple[int, ...]
    ) -> Iterator[HTTPResponse]:
        """What it answers, read to its end or given up with the connection."""
        try:
            answer = self._ask(verb, path, body, headers)
            _refuse(answer.status, allowed)
            yield answer
            if answer.read(_AT_ONCE):  # more than it has to say: the next question goes over another one
                self.close()
        except (OSError, HTTPException) as error:
            self.close()
            reason = getattr(error, "strerror", None) or type(error).__name__
            raise MailboxAway(reason=reason) from None
        except BaseException:
            self.close()
            raise

    def _ask(self, verb: str, path: str, body: bytes, headers: Mapping[str, str]) -> HTTPResponse:
        """One that was kept open may have been closed by the other side: then it is asked once more."""
        if self._connection:
            with suppress(HTTPException, ConnectionError):
                return self._once(verb, path, body, headers)
            self.close()
        return self._once(verb, path, body, headers)

    def _once(self, verb: str, path: str, body: bytes, headers: Mapping[str, str]) -> HTTPResponse:
        connection = self._connection or self._connect()
        self._connection = connection
        connection.request(verb, path, body or None, {**self._who, **headers})
        return connection.getresponse()

    def _connect(self) -> HTTPConnection:
        if self._secure:
            context = self._context or ssl.create_default_context()
            return HTTPSConnection(self._host, self._port, timeout=PATIENCE, context=context)
        return HTTPConnection(self._host, self._port, timeout=PATIENCE)


def _refuse(status: int, allowed: tuple[int, ...]) -> None:
    if status in allowed:
        return
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise MailboxRefused
    if status == HTTPStatus.INSUFFICIENT_STORAGE:
        raise MailboxAway(reason=say("it has no room"))
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in _LATER:
        raise MailboxAway(reason=str(status))
    raise NotAMailbox(reason=str(status))


def _told(data: bytes) -> Iterator[Letter]:
    """The letters of which a listing tells; what else it tells of is not looked at."""
    try:
        root = ET.fromstring(data)  # noqa: S314 - no entities, see above
    except ET.ParseError:
        raise NotAMailbox(reason=say("it cannot be read")) from None
    for each in root.iter(f"{_DAV}response"):
        name = unquote(urlsplit(each.findtext(f"{_DAV}href") or "").path).rpartition("/")[2]
        size = next((found.text or "" for found in each.iter(f"{_DAV}getcontentlength")), "")
        if is_letter(name) and size.isascii() and size.isdigit():
            yield Letter(name, int(size))


def _is_near(host: str) -> bool:
    """Whether it is this machine, or in a network of its own."""
    try:
        told = ipaddress.ip_address(host)
    except ValueError:
        return host == "localhost"
    return told.is_loopback or told.is_private
