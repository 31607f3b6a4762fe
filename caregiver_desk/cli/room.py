"""Exchange in one room: one waits, the other goes there; both look at what came, take it in, and say so."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from threading import Event

from caregiver_desk.cli import streams
from caregiver_desk.cli.exchange import told_of
from caregiver_desk.cli.session import agreed, open_book, progress, tell
from caregiver_desk.errors import CableBroke, NotUnderstood
from caregiver_desk.store.book import Book
from caregiver_desk.store.partners import Partner
from caregiver_desk.sync import greeting, making, near, room, stick, trust
from caregiver_desk.sync.greeting import Side
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.receipts import heard, not_heard
from caregiver_desk.sync.room import Meeting
from caregiver_desk.wording import say


def exchange(arguments: argparse.Namespace) -> int:
    """Nothing is sent before both have proved who they are; Ctrl+C ends it at any time."""
    with open_book(arguments) as book, room.landing() as folder, closing(Opener()) as opener:
        partner = trust.partner_named(book, arguments.partner)
        with closing(_met(arguments, greeting.side_of(book, partner), partner.name)) as met:
            progress(say("{name} is here.", name=partner.name))
            files = met.swap(room.brought(book, partner), folder, _hears)
            status, applied = _taken(arguments, book, files, opener)
            _answer(arguments, book, partner, met, opener, folder, applied=applied)
    return status


def _met(arguments: argparse.Namespace, side: Side, name: str) -> Meeting:
    if arguments.at is None:
        return _wait(arguments, side, name)
    if not arguments.number:
        raise NotUnderstood(field="--number", reason=say("type the number that the other laptop shows"))
    return room.go(arguments.at, arguments.number, side, name, Event())


def _wait(arguments: argparse.Namespace, side: Side, name: str) -> Meeting:
    places = [place for text in arguments.on for place in near.typed(text)[0]] if arguments.on else near.here()
    waiting = room.Waiting(places)
    addresses = ", ".join(waiting.addresses)
    words = say(
        "Waiting for {name} at {addresses}, number {number}. It ends by itself after five minutes.",
        name=name,
        addresses=addresses,
        number=room.spelt(waiting.number),
    )
    tell(arguments, {"waiting": name, "addresses": waiting.addresses, "number": waiting.number}, words)
    streams.hand_over()
    return waiting.meet(side, name, Event())


def _hears(done: int, of: int) -> None:
    if done == of:
        progress(say("All has crossed, {size} KB.", size=-(-of // 1024)))


def _taken(arguments: argparse.Namespace, book: Book, files: Sequence[Path], opener: Opener) -> tuple[int, bool]:
    """Take in what came, if that is wished: the exit status, and whether all of it was."""
    if not (arguments.apply or _wished(arguments, book, files, opener)):
        progress(say("Nothing was taken in. It comes again with the next exchange; --apply takes it in unasked."))
        return 0, False
    status = max(told_of(arguments, book, one, preview=False) for one in stick.take_in(book, files, opener))
    return status, not status


def _wished(arguments: argparse.Namespace, book: Book, files: Sequence[Path], opener: Opener) -> bool:
    """Show what it would do, and ask; what would be refused is not asked about."""
    with stick.looked_at(book, files, opener) as found:
        refused = max(told_of(arguments, book, one, preview=True) for one in found)
    return not refused and agreed(say("Take it in? Type yes, or press Enter: "))


def _answer(
    arguments: argparse.Namespace,
    book: Book,
    partner: Partner,
    met: Meeting,
    opener: Opener,
    folder: Path,
    *,
    applied: bool,
) -> None:
    """Say what has arrived here, and hear what has arrived there."""
    progress(say("Waiting until {name} has decided. Ctrl+C ends that; what is done stays.", name=partner.name))
    try:
        came = met.answer(making.receipt(book, partner).sealed if applied else b"", folder)
    except CableBroke:
        came = None
    looked = room.hear(book, came, partner, opener) if came else None
    tell(arguments, {"receipt": looked is not None}, heard(book, looked) if looked else not_heard(partner.name))
