"""An organisation's list of coordinators: seen by everybody, changed by who holds its root."""

from __future__ import annotations

import argparse
from contextlib import closing

from caregiver_desk import acts
from caregiver_desk.acts.act import Outcome
from caregiver_desk.acts.sharing import organisation as doing
from caregiver_desk.cli.session import first_line, open_book, progress, secret, tell, tell_none
from caregiver_desk.errors import CannotWrite, NotUnderstood
from caregiver_desk.records.sharing.organisation import TrustList
from caregiver_desk.store import questions, safely
from caregiver_desk.store.book import Book
from caregiver_desk.sync import trust
from caregiver_desk.sync.opener import Opener
from caregiver_desk.sync.organisation import root_words
from caregiver_desk.wording import say

acts.load()


def organisation(arguments: argparse.Namespace) -> int:
    """Say who coordinates; with --begin, --add or --end let the root sign the next list first."""
    asked = [each for each in (arguments.begin, arguments.add, arguments.end) if each]
    if len(asked) > 1:
        raise NotUnderstood(field="organisation", reason=say("one change at a time"))
    if asked and arguments.root is None:
        raise NotUnderstood(field="--root", reason=say("name the file of the root"))
    with open_book(arguments) as book:
        if asked:
            progress(_change(arguments, book, _passphrase(arguments)).sentence)
        told, data = doing.newest_list(book), doing.list_file(book)
    if told:
        _tell(arguments, told)
    tell_none(arguments, say("This book has no list of an organisation."), told=told is not None)
    if arguments.out and told:
        if not arguments.out.parent.is_dir():
            raise CannotWrite(reason=say("the folder is not there"))
        safely.write(arguments.out, data)
    return 0


def _passphrase(arguments: argparse.Namespace) -> str:
    """That of the root, which is another one than the book's."""
    if arguments.root_passphrase_file:
        return first_line(arguments.root_passphrase_file)
    return secret(say("Passphrase of the root: "), "--root-passphrase-file")


def _change(arguments: argparse.Namespace, book: Book, passphrase: str) -> Outcome:
    root = arguments.root
    if arguments.begin:
        name = questions.call(questions.kind_named("person"), questions.get(book, "person", book.person).values)
        card = trust.my_card(book, name)
        return doing.begin_organisation(book, root, passphrase, name=arguments.begin, card=card, anew=arguments.anew)
    if arguments.add:
        with closing(Opener()) as opener:
            card = trust.card_given(arguments.add, opener)
        return doing.name_coordinator(book, root, passphrase, card=card, heard=arguments.words)
    return doing.end_coordinator(book, root, passphrase, name=arguments.end)


def _tell(arguments: argparse.Namespace, told: TrustList) -> None:
    words = " ".join(root_words(told))
    facts = {"organisation": told.organisation, "version": told.version, "words": words}
    sentence = "{organisation}, list {version}. Its eight words: {words}"
    tell(arguments, facts, say(sentence, organisation=told.organisation, version=told.version, words=words))
    for each in told.coordinators:
        tell(arguments, {"coordinator": each.name, "laptop": each.laptop}, say("{name}  coordinates", name=each.name))
    for ended in told.ended:
        facts = {"coordinator": ended.name, "ended": True}
        tell(arguments, facts, say("{name}  coordinated until an earlier list", name=ended.name))
