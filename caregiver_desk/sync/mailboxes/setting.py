"""Which mailbox a book has, and what is remembered of it: in the book alone, and sealed there for its own key.

It is sealed although the book is: a book in a hub is read by whoever runs the server.
"""

from __future__ import annotations

import base64
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Annotated

import msgspec
from msgspec import structs

from caregiver_desk import clock
from caregiver_desk.errors import MailboxSleeps, NoMailbox, NoSftp
from caregiver_desk.store import notes
from caregiver_desk.store.book import Book
from caregiver_desk.sync.mailboxes.address import scheme
from caregiver_desk.sync.mailboxes.folder import Folder
from caregiver_desk.sync.mailboxes.mailbox import Mailbox
from caregiver_desk.sync.mailboxes.s3 import S3
from caregiver_desk.sync.mailboxes.webdav import WebDav

MAILBOX = "(mailbox)"  # touched where one was set up, tried or forgotten
_NAME, _TRIED = "mailbox", "mailbox tried"
FIRST, LONGEST = 60, 6 * 3600  # seconds for which one that did not answer is left alone
MOST = 50  # MB that may pass in one round, unless somebody says otherwise


class Setting(msgspec.Struct, frozen=True):
    """Where it is, who comes there, how many MB may pass in one round, and whether a desk goes there by itself."""

    address: str
    user: str = ""
    password: str = ""  # of the user, or of the key
    most: Annotated[int, msgspec.Meta(ge=1)] = MOST
    key: str = ""  # the private one, as `ssh-keygen` wrote it
    host_key: str = ""  # the fingerprint of the server's
    region: str = ""
    by_itself: bool = False

    def instead_of(self, before: Setting | None) -> Setting:
        """The same, with the secrets that were given before where none are given for the same place, name and server.

        They go to nobody but whom they were given for.
        """
        if not before or self.for_whom != before.for_whom or self.password or self.key:
            return self
        return structs.replace(self, password=before.password, key=before.key)

    @property
    def for_whom(self) -> tuple[str, str, str]:
        """Whom the secrets are given for."""
        return self.address, self.user, self.host_key


class Tried(msgspec.Struct, frozen=True):
    """How often it did not answer one after the other, until when it is left alone, and when it last answered."""

    failed: int = 0
    until: int = 0
    went: int = 0


def keep(book: Book, setting: Setting) -> None:
    """A folder is kept as it is found from anywhere: a round may be begun in another one. Raises NotUnderstood."""
    if not scheme(setting.address):
        setting = structs.replace(setting, address=str(Path(setting.address).absolute()))
    sealed = base64.b64encode(book.vault.keys.sealed(msgspec.json.encode(setting))).decode()
    with book.writing() as cursor:
        notes.OWN.write(cursor, _NAME, sealed)
        notes.OWN.forget(cursor, _TRIED)


def kept(book: Book) -> Setting | None:
    with book.reading() as cursor:
        sealed = notes.OWN.read(cursor, _NAME)
    if not sealed:
        return None
    return msgspec.json.decode(book.vault.keys.opened(base64.b64decode(sealed)), type=Setting)


def forget(book: Book) -> None:
    with book.writing() as cursor:
        for name in (_NAME, _TRIED):
            notes.OWN.forget(cursor, name)


def needed(book: Book, *, now: bool) -> Setting:
    """Raises NoMailbox, and MailboxSleeps where it is left alone and nobody said `now`."""
    setting = kept(book)
    if setting is None:
        raise NoMailbox
    if not now and rests(book):
        raise MailboxSleeps(when=datetime.fromtimestamp(tried(book).until, UTC).astimezone().strftime("%H:%M"))
    return setting


def mailbox(setting: Setting, sender: str = "") -> Mailbox:
    """What stands at the address, for this sender. Raises NotUnderstood, NotAMailbox, MailboxKey, NoSftp."""
    address, user, password = setting.address, setting.user, setting.password
    match scheme(address):
        case "http" | "https":
            return WebDav(address, user, password, sender)
        case "s3+http" | "s3+https":
            return S3(address, user, password, setting.region)
        case "sftp":
            box: Mailbox = _sftp().Sftp(address, user, password, setting.key, setting.host_key, sender)
            return box
    return Folder(Path(address))


def shown_host_key(address: str) -> str:
    """The fingerprint that a person must know before a mailbox is set up there; nothing where none is shown.

    Raises MailboxAway, NoSftp.
    """
    return str(_sftp().ssh.shown(address)) if address.startswith("sftp://") else ""


def _sftp() -> ModuleType:
    try:
        from caregiver_desk.sync.mailboxes import sftp
    except ModuleNotFoundError:
        raise NoSftp from None
    return sftp


def try_out(setting: Setting, box: str) -> None:
    """Ask it once what lies in this box. Raises NotAMailbox, MailboxRefused or MailboxAway."""
    place = mailbox(setting)
    try:
        place.letters(box)
    finally:
        place.close()


def answered(book: Book) -> None:
    _note(book, Tried(went=clock.now()))


def failed(book: Book) -> None:
    """It is left alone for a minute, then for two, and never for longer than six hours."""
    before = tried(book)
    rest = min(FIRST * 2**before.failed, LONGEST)
    _note(book, Tried(before.failed + 1, clock.now() + rest, before.went))


def rests(book: Book) -> int:
    """For how many seconds it is left alone from now: never for long, whatever a clock said that was wrong."""
    rest = tried(book).until - clock.now()
    return rest if 0 < rest <= LONGEST else 0


def tried(book: Book) -> Tried:
    with book.reading() as cursor:
        return msgspec.json.decode(notes.OWN.read(cursor, _TRIED) or "{}", type=Tried)


def _note(book: Book, told: Tried) -> None:
    with book.writing() as cursor:
        notes.OWN.write(cursor, _TRIED, msgspec.json.encode(told).decode())
