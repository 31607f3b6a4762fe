"""A round of the post: by hand, or by the machine's own clock at night."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing
from time import sleep

from caregiver_desk import clock
from caregiver_desk.cli.exchange import Told, answer_of
from caregiver_desk.cli.session import as_json, moment, open_book, passphrase, progress, tell
from caregiver_desk.errors import MailboxAway, Problem
from caregiver_desk.store import safely
from caregiver_desk.store.book import Book
from caregiver_desk.sync.mailboxes import post as rounds
from caregiver_desk.sync.mailboxes import setting
from caregiver_desk.sync.mailboxes.mailbox import Heard
from caregiver_desk.sync.mailboxes.post import MB, Round
from caregiver_desk.sync.opener import Opener
from caregiver_desk.wording import count, say


def post(arguments: argparse.Namespace) -> int:
    """One round; with `--wait` it is begun again for so long, until the mailbox answers.

    Exit status of the last letter that came and was refused; 0 also where letters wait for a person. The report is
    written whatever happens, also where the book does not open: last night's may not stand for this one.
    """
    report: list[Told] = []
    begun = _sentence(say("A round of the post, {when}", when=moment(clock.now())))
    try:
        return _rounds(arguments, report)
    except Problem as trouble:
        report.append(_sentence(trouble.at_a_prompt()))
        raise
    finally:
        if arguments.report:
            _write(arguments, [begun, *report])


def _rounds(arguments: argparse.Namespace, report: list[Told]) -> int:
    word = passphrase(arguments) if arguments.wait else ""
    rests = _rests(arguments.wait * 60)
    with closing(Opener()) as opener:
        while True:
            try:
                return _round(arguments, word, opener, report)
            except MailboxAway as away:
                rest = next(rests, 0)
                if not rest:
                    raise
                again = count("That is in {number} minute.", "That is in {number} minutes.", rest // 60)
                progress(f"{away} {again}")
            sleep(rest)


def _rests(seconds: int) -> Iterator[int]:
    """A minute, two, four: as many as are over in these seconds. Nobody is asked meanwhile, and the book is closed."""
    rest = setting.FIRST
    while rest <= seconds:
        yield rest
        seconds, rest = seconds - rest, rest * 2


def _round(arguments: argparse.Namespace, word: str, opener: Opener, report: list[Told]) -> int:
    """What was done before it broke off is told too."""
    came, trouble = Round(), None
    now = arguments.now or bool(arguments.wait)
    with open_book(arguments, word) as book:
        try:
            rounds.go(book, opener, careful=not arguments.open_all, now=now, heard=_hears(came), told=came)
        except Problem as problem:
            trouble = problem
        answers = [*_answers(book, came), *([] if trouble else [_summary(came)])]
        remains = list(_remains(book, came))
    report[:] = [*answers, *map(_sentence, remains)]
    for answer in answers:
        tell(arguments, *answer)
    for sentence in remains:
        progress(sentence)
    if trouble:
        raise trouble
    return _status(came)


def _hears(came: Round) -> Heard:
    """Say of a long round how far it is, each time that a megabyte more has passed."""

    def hear(more: int) -> None:
        if came.bytes // MB > (came.bytes - more) // MB:
            of = came.coming + came.going
            progress(say("{done} of {of} bytes have passed.", done=f"{came.bytes:,}", of=f"{of:,}"))

    return hear


def _answers(book: Book, came: Round) -> Iterator[Told]:
    for one in came.opened:
        yield answer_of(book, one, preview=False)
    for one in came.waits:
        yield answer_of(book, one, preview=True)


def _summary(came: Round) -> Told:
    facts = {"opened": len(came.opened), "waits": len(came.waits), "put": came.put, "bytes": came.bytes}
    names = ", ".join(dict.fromkeys(came.put)) or say("nobody")
    told = say("Put there for: {names}. {bytes} bytes passed.", names=names, bytes=f"{came.bytes:,}")
    return {**facts, "left": came.left, "stuck": came.stuck}, told


def _remains(book: Book, came: Round) -> Iterator[str]:
    """What is left to a person, or to the next round."""
    if came.waits:
        one_word, many = "{number} letter waits for you: {folder}", "{number} letters wait for you: {folder}"
        yield count(one_word, many, len(came.waits), folder=rounds.folder(book))
    yield from came.remains()


def _status(came: Round) -> int:
    """A letter that was refused in an earlier round is named again, and no trouble of this one."""
    fresh = (one for one in came.waits if one.path not in came.earlier)
    return next((one.refused.exit_status for one in fresh if one.refused), 0)


def _sentence(words: str) -> Told:
    return {"sentence": words}, words


def _write(arguments: argparse.Namespace, report: list[Told]) -> None:
    """The report of this round, in the place of the one before."""
    told = [as_json(facts) if arguments.json else sentence for facts, sentence in report]
    safely.write(arguments.report, "".join(f"{line}\n" for line in told).encode())
