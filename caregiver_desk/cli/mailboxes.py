"""The mailbox of a book: which one it is, and how it is set up."""

from __future__ import annotations

import argparse

from msgspec.structs import replace

from caregiver_desk.cli.session import agreed, first_line, open_book, progress, tell
from caregiver_desk.errors import MailboxAway, MailboxHost, NotUnderstood
from caregiver_desk.store import safely
from caregiver_desk.sync import limits
from caregiver_desk.sync.mailboxes import post, setting
from caregiver_desk.sync.mailboxes.setting import MOST, Setting
from caregiver_desk.wording import say


def mailbox(arguments: argparse.Namespace) -> int:
    """Say which mailbox this book has, give it one, or take it away."""
    with open_book(arguments) as book:
        if arguments.forget:
            setting.forget(book)
        if asked := _asked(arguments, setting.kept(book)):
            if arguments.at:
                _try_out(asked, post.own_box(book))
            setting.keep(book, asked)
        told = setting.kept(book)
    if told is None:
        tell(arguments, {"address": ""}, say("This book has no mailbox: nothing is sent by itself."))
        return 0
    words = say("The mailbox is {address}; at most {most} MB pass in one round.", address=told.address, most=told.most)
    tell(arguments, {"address": told.address, "user": told.user, "most": told.most}, words)
    return 0


def _try_out(asked: Setting, box: str) -> None:
    """Once: what refuses, or is none, is not kept; one that is away may be there tomorrow."""
    try:
        setting.try_out(asked, box)
    except MailboxAway as away:
        progress(say("{trouble} It is kept all the same.", trouble=away))


def _asked(arguments: argparse.Namespace, kept: Setting | None) -> Setting | None:
    """Another one, or how much may pass in the one that there is; nothing where nothing was asked."""
    if arguments.at:
        return _another(arguments)
    return replace(kept, most=arguments.most) if kept and arguments.most else None


def _another(arguments: argparse.Namespace) -> Setting:
    """Raises NotUnderstood, or what stands in the way of such a mailbox."""
    word = first_line(arguments.password_file) if arguments.password_file else ""
    key = _text(arguments) if arguments.key_file else ""
    if bool(arguments.user) != bool(word or key):
        raise NotUnderstood(field="--user", reason=say("a name goes with --password-file, or with --key-file"))
    most, given = arguments.most or MOST, {"host_key": arguments.host_key, "region": arguments.region}
    asked = Setting(arguments.at, arguments.user, word, most=most, key=key, **given)
    setting.mailbox(asked).close()
    return replace(asked, host_key=_host_key(arguments))


def _text(arguments: argparse.Namespace) -> str:
    """The private key, as it stands in its file."""
    with safely.reading(), arguments.key_file.open("rb") as file:
        return str(file.read(limits.ROOT).decode(errors="replace"))


def _host_key(arguments: argparse.Namespace) -> str:
    """The key that was named, or that somebody at the terminal knows to be the right one. Raises MailboxHost."""
    shown = "" if arguments.host_key else setting.shown_host_key(arguments.at)
    question = say(
        "The server shows the key {host_key}. Ask whoever runs it whether that is its key. Type yes, or press Enter: ",
        host_key=shown,
    )
    if shown and not agreed(question):
        raise MailboxHost(host_key=shown)
    return arguments.host_key or shown
