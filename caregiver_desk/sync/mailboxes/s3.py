"""A mailbox in a bucket: S3 as Amazon has it, and as MinIO, Ceph, Garage and many hosters speak it.

Decision. A letter goes up in one piece that stands there whole or not at all, and only where nothing of its name does
(`If-None-Match`). The bucket stands in the path, which all of them understand. The address is
`s3+https://ENDPOINT/BUCKET/PREFIX`.

Consequences. Who asks with a clock that is a quarter of an hour wrong is refused by the server: the time is signed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote, unquote, urlencode, urlsplit
from xml.etree import ElementTree as ET

from caregiver_desk import clock
from caregiver_desk.errors import NotAMailbox
from caregiver_desk.sync.mailboxes import web
from caregiver_desk.sync.mailboxes.mailbox import Heard, Letter, is_letter
from caregiver_desk.sync.mailboxes.signing import Signer
from caregiver_desk.sync.mailboxes.web import DONE, GONE, Headers, Web
from caregiver_desk.wording import say

SCHEME = "s3+"
REGION = "us-east-1"  # what a server means that has none
_PAGE, _PAGES = 1000, 64  # letters that are told at once, and how often, of one box


class S3:
    """Boxes are what the names in a bucket begin with."""

    def __init__(self, address: str, user: str, password: str, region: str = "") -> None:
        place = urlsplit(address.removeprefix(SCHEME))
        self._bucket, _, prefix = unquote(place.path).strip("/").partition("/")
        if not self._bucket:
            raise NotAMailbox(reason=say("the address names no bucket"))
        self._prefix = f"{prefix}/" if prefix else ""
        self._signer = Signer(user, password, region or REGION, place.netloc.rpartition("@")[2])
        self._web = Web(place, self._signed)

    def letters(self, box: str) -> list[Letter]:
        return sorted(letter for page in self._pages(f"{self._prefix}{box}/") for letter in _letters(page))

    def take(self, box: str, letter: Letter, into: Path, heard: Heard) -> None:
        self._web.take(self._place(box, letter.name), letter, into, heard)

    def put(self, box: str, name: str, sealed: bytes, heard: Heard) -> bool:
        place, once, allowed = self._place(box, name), {"If-None-Match": "*"}, (*DONE, HTTPStatus.PRECONDITION_FAILED)
        return self._web.send(place, sealed, once, heard, allowed=allowed) != HTTPStatus.PRECONDITION_FAILED

    def remove(self, box: str, name: str) -> None:
        self._web.do("DELETE", self._place(box, name), {}, allowed=GONE)

    def close(self) -> None:
        self._web.close()

    def _pages(self, beginning: str) -> Iterator[ET.Element]:
        """A listing as it comes, a page after the other. Raises NotAMailbox where it has no end."""
        asked = {
            "delimiter": "/",
            "encoding-type": "url",
            "list-type": "2",
            "max-keys": str(_PAGE),
            "prefix": beginning,
        }
        for _ in range(_PAGES):
            target = f"/{quote(self._bucket)}?{urlencode(sorted(asked.items()), quote_via=quote, safe='~')}"
            with self._web.answer("GET", target, b"", {}, allowed=(HTTPStatus.OK,)) as answer:
                page = web.told(answer)
            yield page
            token = _word(page, "NextContinuationToken")
            if _word(page, "IsTruncated") != "true" or not token:
                return
            asked["continuation-token"] = token
        raise NotAMailbox(reason=say("it says too much"))

    def _place(self, box: str, name: str) -> str:
        return quote(f"/{self._bucket}/{self._prefix}{box}/{name}", safe="/~")

    def _signed(self, verb: str, target: str, body: bytes, headers: Headers) -> Headers:
        return self._signer.headers(
            verb, target, body, headers, datetime.fromtimestamp(clock.now() or clock.machine(), UTC)
        )


def _letters(page: ET.Element) -> Iterator[Letter]:
    """The letters of which a page tells; what else it tells of is not looked at."""
    for each in page.iterfind("{*}Contents"):
        name, size = unquote(_word(each, "Key")).rpartition("/")[2], web.size_of(_word(each, "Size"))
        if is_letter(name) and size is not None:
            yield Letter(name, size)


def _word(element: ET.Element, name: str) -> str:
    """What it says under this name, whatever space of names the server gives it."""
    return element.findtext(f"{{*}}{name}") or ""
