"""Asking a server over HTTP, for the mailboxes that are reached so.

Decision. No address but the one that was set up is ever asked: whoever answers with another one is refused, and what it
says is read within bounds, as XML without entities. Over plain `http` nothing goes that is not on this machine or in a
network of its own. Only the standard library asks: nothing goes by a proxy that nobody named.
"""

from __future__ import annotations

import io
import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path
from typing import BinaryIO
from urllib.parse import SplitResult
from xml.etree import ElementTree as ET

from caregiver_desk.errors import MailboxAway, MailboxRefused, NotAMailbox
from caregiver_desk.store.hosts import is_near
from caregiver_desk.sync.mailboxes.mailbox import PATIENCE, Heard, Letter
from caregiver_desk.wording import say

Headers = Mapping[str, str]
Who = Callable[[str, str, bytes, Headers], Headers]  # all that is said with a verb, a target, a body and these headers

DONE = (HTTPStatus.OK, HTTPStatus.CREATED, HTTPStatus.NO_CONTENT)
GONE = (*DONE, HTTPStatus.NOT_FOUND)
_AT_ONCE = 1 << 16  # bytes
_LISTING = 8 << 20  # bytes of what a server says of a box
_SOME = (HTTPStatus.OK, HTTPStatus.PARTIAL_CONTENT)
_LATER = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.LOCKED, HTTPStatus.TOO_MANY_REQUESTS}
_NO_ENTITIES = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)


class Web:
    """One server, asked one thing after the other."""

    def __init__(self, told: SplitResult, who: Who) -> None:
        self._host, self._port, self._who = told.hostname or "", told.port, who
        self._secure = told.scheme == "https"
        if not self._secure and not is_near(self._host):
            raise NotAMailbox(reason=say("what is not near is reached over https only"))
        self._connection: HTTPConnection | None = None

    def close(self) -> None:
        if self._connection:
            self._connection.close()
        self._connection = None

    def do(self, verb: str, target: str, headers: Headers, *, allowed: tuple[int, ...]) -> int:
        """What becomes of something that needs no words: the status."""
        with self.answer(verb, target, b"", headers, allowed=allowed) as answer:
            return answer.status

    def send(self, target: str, sealed: bytes, headers: Headers, heard: Heard, *, allowed: tuple[int, ...]) -> int:
        """Put all of this there."""
        with self.answer("PUT", target, sealed, headers, allowed=allowed, heard=heard) as answer:
            return answer.status

    def take(self, target: str, letter: Letter, into: Path, heard: Heard) -> None:
        """Bring it from the byte where a cut left off, or anew where the server brings another one."""
        with into.open("ab") as part:
            if not self._brings(target, letter, part, heard):
                _empty(part)
                self._brings(target, letter, part, heard)

    def _brings(self, target: str, letter: Letter, part: BinaryIO, heard: Heard) -> bool:
        """Whether it goes on with what is here."""
        begin = part.tell()
        from_there = {"Range": f"bytes={begin}-"} if begin else {}
        with self.answer("GET", target, b"", from_there, allowed=_SOME) as answer:
            if answer.status == HTTPStatus.OK:
                _empty(part)
            elif not answer.headers.get("Content-Range", "").startswith(f"bytes {begin}-"):
                return False
            _pour(answer, part, letter.size, heard)
        return True

    @contextmanager
    def answer(
        self,
        verb: str,
        target: str,
        body: bytes,
        headers: Headers,
        *,
        allowed: tuple[int, ...],
        heard: Heard = lambda _: None,
    ) -> Iterator[HTTPResponse]:
        """What it answers, read to its end or given up with the connection."""
        try:
            answer = self._ask(verb, target, _Going(body, heard), self._who(verb, target, body, headers))
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

    def _ask(self, verb: str, target: str, body: _Going, headers: Headers) -> HTTPResponse:
        """One that was kept open may have been closed by the other side: then it is asked once more."""
        if self._connection:
            with suppress(HTTPException, ConnectionError):
                return self._once(verb, target, body, headers)
            self.close()
        return self._once(verb, target, body, headers)

    def _once(self, verb: str, target: str, body: _Going, headers: Headers) -> HTTPResponse:
        connection = self._connection or self._connect()
        self._connection = connection
        body.seek(0)
        length = {"Content-Length": str(body.size)} if body.size else {}
        connection.request(verb, target, body if body.size else None, {**headers, **length})
        return connection.getresponse()

    def _connect(self) -> HTTPConnection:
        if self._secure:
            context = ssl.create_default_context()
            return HTTPSConnection(self._host, self._port, timeout=PATIENCE, context=context, blocksize=_AT_ONCE)
        return HTTPConnection(self._host, self._port, timeout=PATIENCE, blocksize=_AT_ONCE)


class _Going(io.BytesIO):
    """What goes there, and says how much of it does: what has to be said again passes again."""

    def __init__(self, body: bytes, heard: Heard) -> None:
        super().__init__(body)
        self.size, self._heard = len(body), heard

    def read(self, size: int | None = -1, /) -> bytes:
        some = super().read(size)
        if some:
            self._heard(len(some))
        return some


def told(answer: HTTPResponse) -> ET.Element:
    """What it says in XML. Raises NotAMailbox where that is too much, or cannot be read."""
    data = answer.read(_LISTING + 1)
    if len(data) > _LISTING or _NO_ENTITIES.search(data):
        raise NotAMailbox(reason=say("it says too much"))
    try:
        return ET.fromstring(data)  # noqa: S314 - no entities, see above
    except ET.ParseError:
        raise NotAMailbox(reason=say("it cannot be read")) from None


def size_of(text: str) -> int | None:
    """A size as servers say it."""
    return int(text) if text.isascii() and text.isdigit() else None


def _empty(part: BinaryIO) -> None:
    part.seek(0)
    part.truncate()


def _pour(answer: HTTPResponse, part: BinaryIO, size: int, heard: Heard) -> None:
    while part.tell() < size and (some := answer.read(min(_AT_ONCE, size - part.tell()))):
        part.write(some)
        heard(len(some))


def _refuse(status: int, allowed: tuple[int, ...]) -> None:
    if status in allowed:
        return
    if status in {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}:
        raise MailboxRefused
    if status == HTTPStatus.INSUFFICIENT_STORAGE:
        raise MailboxAway(reason=say("it has no room"))
    if status in _LATER or (status >= HTTPStatus.INTERNAL_SERVER_ERROR and status != HTTPStatus.NOT_IMPLEMENTED):
        raise MailboxAway(reason=str(status))
    raise NotAMailbox(reason=str(status))
