"""The mailbox of a book: what one is made of, how it stands, and the letters that wait for a person. No widget.

A kind of mailbox is one entry in `KINDS`: what it is called, what is asked for it, and how its address begins.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from caregiver_desk import clock
from caregiver_desk.acts.act import Outcome
from caregiver_desk.store.book import Book
from caregiver_desk.sync import exchange
from caregiver_desk.sync.mailboxes import post, setting
from caregiver_desk.sync.mailboxes.setting import MAILBOX, Setting
from caregiver_desk.wording import later, say


class Kind(NamedTuple):
    """Something a mailbox can be made of: `asks` are the fields of its form, `begins` how its addresses begin."""

    name: str
    label: str
    told: str
    asks: tuple[str, ...]
    begins: tuple[str, ...] = ()
    hint: str = ""


FOLDER = Kind(
    "folder",
    later("A folder"),
    later("On this laptop, on a share of the office, or one that another program keeps in step."),
    ("folder",),
)
WEB = Kind(
    "web",
    later("A web drive"),
    later("Such as Nextcloud or ownCloud: the WebDAV address that its settings show."),
    ("address", "user", "password"),
    ("https://", "http://"),
    "https://",
)
SERVER = Kind(
    "server",
    later("A file server"),
    later("SFTP over SSH, as the organisation or a hoster may have it: with a password, or with a private key."),
    ("address", "user", "password", "key", "host_key"),
    ("sftp://",),
    "sftp://HOST/FOLDER",
)
BUCKET = Kind(
    "bucket",
    later("A bucket"),
    later("S3, as Amazon has it and many others speak it. Name and password are its access key and its secret."),
    ("address", "user", "password", "region"),
    ("s3+https://", "s3+http://"),
    "s3+https://ENDPOINT/BUCKET",
)
KINDS = (FOLDER, WEB, SERVER, BUCKET)


def kind_of(address: str) -> Kind:
    """By how it begins; what begins like none of them is a folder."""
    return next((kind for kind in KINDS if kind.begins and address.startswith(kind.begins)), FOLDER)


@dataclass(frozen=True)
class Mailbox:
    """How it stands. Its secrets stay in the book: here is only which there are, by the names of their fields."""

    address: str
    user: str
    most: int
    by_itself: bool
    secrets: frozenset[str]
    host_key: str = ""
    region: str = ""
    went: int = 0  # when a round last came to its end
    until: int = 0  # until when it is left alone

    @property
    def again(self) -> str:
        """From when on it is tried again; empty where it is not left alone."""
        return _clock(self.until) if self.until > clock.now() else ""


def mailbox(book: Book) -> Mailbox | None:
    kept = setting.kept(book)
    if kept is None:
        return None
    tried = setting.tried(book)
    secrets = frozenset(name for name, told in (("password", kept.password), ("key", kept.key)) if told)
    return Mailbox(
        kept.address,
        kept.user,
        kept.most,
        kept.by_itself,
        secrets,
        kept.host_key,
        kept.region,
        went=tried.went,
        until=tried.until,
    )


def keep(book: Book, asked: Setting) -> Outcome:
    setting.keep(book, asked)
    return Outcome(say("The mailbox is set up. Nothing was sent yet."), frozenset({MAILBOX}))


def forget(book: Book) -> Outcome:
    setting.forget(book)
    return Outcome(say("The mailbox is forgotten. Nothing goes there any more."), frozenset({MAILBOX}))


def letters(book: Book) -> tuple[Path, ...]:
    """Those that wait on this laptop for a person and were not opened meanwhile."""
    return tuple(path for path in post.waiting(book) if not exchange.opened_before(book, path))


def _clock(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, UTC).astimezone():%H:%M}"
