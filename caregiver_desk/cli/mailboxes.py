"""The mailbox of a book, and a round of its post: by hand, or by the machine's own clock at night."""

from __future__ import annotations

import argparse

from caregiver_desk.cli.exchange import told_of
from caregiver_desk.cli.session import first_line, open_book, progress, tell
from caregiver_desk.errors import NotUnderstood
from caregiver_desk.store.book import Book
from caregiver_desk.sync.mailboxes import post as rounds
from caregiver_desk.sync.mailboxes import setting
from caregiver_desk.sync.mailboxes.post import Round
from caregiver_desk.sync.mailboxes.setting import Setting
from caregiver_desk.sync.opener import Opener
from caregiver_desk.wording import count, say


def mailbox(arguments: argparse.Namespace) -> int:
    """Say which mailbox this book has, give it one, or take it away."""
    with open_book(arguments) as book:
        if arguments.forget:
            setting.forget(book)
        if arguments.at:
            setting.keep(book, _asked(arguments))
        told = setting.kept(book)
    if told is None:
        tell(arguments, {"address": ""}, say("This book has no mailbox: nothing is sent by itself."))
        return 0
    words = say("The mailbox is {address}; at most {most} MB pass in one round.", address=told.address, most=told.most)
    tell(arguments, {"address": told.address, "user": told.user, "most": told.most}, words)
    return 0


def _asked(arguments: argparse.Namespace) -> Setting:
    """Raises NotAMailbox for an address over which a password would go in the clear."""
    if bool(arguments.user) != bool(arguments.password_file):
        raise NotUnderstood(field="--user", reason=say("a name goes with a password: --password-file"))
    word = first_line(arguments.password_file) if arguments.password_file else ""
    asked = Setting(arguments.at, arguments.user, word, arguments.most)
    setting.mailbox(asked).close()
    return asked


def post(arguments: argparse.Namespace) -> int:
    """One round. Exit status of the last letter that was refused; 0 also where letters wait for a person."""
    opener = Opener()
    try:
        with open_book(arguments) as book:
            came = rounds.go(book, opener, careful=not arguments.open_all, now=arguments.now)
            return _report(arguments, book, came)
    finally:
        opener.close()


def _report(arguments: argparse.Namespace, book: Book, came: Round) -> int:
    status = 0
    for one in (*came.opened, *came.waits):
        status = told_of(arguments, book, one, preview=one in came.waits) or status
    names = ", ".join(dict.fromkeys(came.put)) or say("nobody")
    sentence = say("Put there for: {names}. {bytes} bytes passed.", names=names, bytes=f"{came.bytes:,}")
    facts = {"opened": len(came.opened), "waits": len(came.waits), "put": came.put, "bytes": came.bytes}
    tell(arguments, {**facts, "left": came.left}, sentence)
    if came.waits:
        one_word, many = "{number} letter waits for you: {folder}", "{number} letters wait for you: {folder}"
        progress(count(one_word, many, len(came.waits), folder=rounds.folder(book)))
    if came.left:
        progress(count("{number} waits for the next round.", "{number} wait for the next round.", came.left))
    return status
