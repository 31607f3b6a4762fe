"""A mailbox on a web drive: WebDAV (RFC 4918), as Nextcloud, ownCloud, Apache and many others speak it.

Decision. A letter goes up under a name that is none, and is given its own by a move that may write over nothing: so
nobody sees half of one, and none is written over. Until it is whole it is called alike each time, so the next one takes
the place of what a cut left there.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit
from xml.etree import ElementTree as ET

from caregiver_desk.errors import MailboxAway
from caregiver_desk.sync.mailboxes import web
from caregiver_desk.sync.mailboxes.mailbox import Heard, Letter, going, is_letter
from caregiver_desk.sync.mailboxes.web import DONE, GONE, Headers, Web
from caregiver_desk.wording import say

_LISTED = (HTTPStatus.MULTI_STATUS, HTTPStatus.NOT_FOUND)
_MADE = (HTTPStatus.CREATED, HTTPStatus.METHOD_NOT_ALLOWED)
_MOVED = (*GONE, HTTPStatus.PRECONDITION_FAILED)
_LOOKED = (HTTPStatus.OK, HTTPStatus.NOT_FOUND)
_DAV = "{DAV:}"
_QUOTED = "/%"  # an address is copied from a browser, where what is no letter is quoted, or typed, where it is not
_WISHED = b'<?xml version="1.0"?><propfind xmlns="DAV:"><prop><getcontentlength/><resourcetype/></prop></propfind>'


class WebDav:
    """Boxes are collections below its address."""

    def __init__(self, address: str, user: str = "", password: str = "", sender: str = "") -> None:
        word = base64.b64encode(f"{user}:{password}".encode()).decode()
        who = {"Authorization": f"Basic {word}"} if user else {}
        self._root, self._sender = quote(urlsplit(address).path.rstrip("/"), safe=_QUOTED), sender
        self._web = Web(urlsplit(address), lambda _verb, _target, _body, headers: {**who, **headers})

    def letters(self, box: str) -> list[Letter]:
        depth: Headers = {"Depth": "1", "Content-Type": "application/xml"}
        with self._web.answer("PROPFIND", self._place(box), _WISHED, depth, allowed=_LISTED) as answer:
            return [] if answer.status == HTTPStatus.NOT_FOUND else sorted(_letters(web.told(answer)))

    def take(self, box: str, letter: Letter, into: Path, heard: Heard) -> None:
        self._web.take(self._place(box, letter.name), letter, into, heard)

    def put(self, box: str, name: str, sealed: bytes, heard: Heard) -> bool:
        self._web.do("MKCOL", self._place(box), {}, allowed=_MADE)
        here = self._place(box, going(self._sender, box))
        self._web.send(here, sealed, {}, heard, allowed=DONE)
        return self._named(here, self._place(box, name))

    def _named(self, here: str, whole: str) -> bool:
        """Whether it has its own name now, also where the answer to that was lost and it is asked for again."""
        to = {"Destination": whole, "Overwrite": "F"}
        status = self._web.do("MOVE", here, to, allowed=_MOVED)
        if status == HTTPStatus.NOT_FOUND and self._web.do("HEAD", whole, {}, allowed=_LOOKED) == HTTPStatus.NOT_FOUND:
            raise MailboxAway(reason=say("it was cut"))
        return status != HTTPStatus.PRECONDITION_FAILED

    def remove(self, box: str, name: str) -> None:
        self._web.do("DELETE", self._place(box, name), {}, allowed=GONE)

    def close(self) -> None:
        self._web.close()

    def _place(self, *parts: str) -> str:
        return "/".join([self._root, *map(quote, parts)])


def _letters(root: ET.Element) -> Iterator[Letter]:
    """The letters of which a listing tells; what else it tells of is not looked at."""
    for each in root.iter(f"{_DAV}response"):
        name = unquote(urlsplit(each.findtext(f"{_DAV}href") or "").path).rpartition("/")[2]
        size = web.size_of(next((found.text or "" for found in each.iter(f"{_DAV}getcontentlength")), ""))
        if is_letter(name) and size is not None:
            yield Letter(name, size)
