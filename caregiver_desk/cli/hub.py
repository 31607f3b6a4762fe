"""The hub in which a book stands: who runs it together, which logins read there for a dashboard, and who let them."""

from __future__ import annotations

import argparse

from caregiver_desk.cli.meant import meant
from caregiver_desk.cli.session import moment, open_book, progress, tell, tell_none
from caregiver_desk.errors import NoSuchReader, NotInAHub, NotUnderstood, ReadsNothing
from caregiver_desk.records.people.people import TEAM
from caregiver_desk.store import questions, turns
from caregiver_desk.store.book import Book
from caregiver_desk.store.turns import Passed
from caregiver_desk.wording import later, say


def hub(arguments: argparse.Namespace) -> int:
    """Say who reads there, let a login read, or let it out again."""
    with open_book(arguments) as book:
        if not book.shared:
            raise NotInAHub
        if arguments.let_read:
            _let_read(arguments, book)
        elif arguments.let_out:
            _let_out(arguments, book)
        elif arguments.door:
            _door(arguments, book)
        else:
            _who(arguments, book)
    return 0


def _let_read(arguments: argparse.Namespace, book: Book) -> None:
    """One team, or all; which it is has to be said, for a dashboard sees it from then on."""
    if bool(arguments.team) == arguments.all:
        raise NotUnderstood(field="--let-read", reason=say("name a team with --team, or say --all"))
    team = questions.get(book, "team", meant(book, TEAM, arguments.team)) if arguments.team else None
    with book.writing() as cursor:
        if not turns.is_a_reader(cursor, arguments.let_read):
            raise NoSuchReader(name=arguments.let_read)
        turns.let_read(cursor, arguments.let_read, team.scope if team else turns.EVERY)
    told = say("“{name}” reads {what} now.", name=arguments.let_read, what=team["name"] if team else say("every team"))
    tell(arguments, {"reader": arguments.let_read, "scope": team.scope if team else turns.EVERY}, told)


def _let_out(arguments: argparse.Namespace, book: Book) -> None:
    with book.writing() as cursor:
        if arguments.let_out not in dict(turns.readers(cursor)):
            raise ReadsNothing(name=arguments.let_out)
        turns.let_out(cursor, arguments.let_out)
    tell(arguments, {"reader": arguments.let_out}, say("“{name}” reads nothing now.", name=arguments.let_out))


def _who(arguments: argparse.Namespace, book: Book) -> None:
    with book.reading() as cursor:
        readers, many = turns.readers(cursor), len(turns.coordinators(cursor))
    progress(say("{number} run this hub together.", number=many))
    called = questions.places(book) | {turns.EVERY: say("every team")}
    for name, scope in readers:
        tell(arguments, {"reader": name, "scope": scope}, f"{name}  {called.get(scope, scope)}")
    tell_none(arguments, say("No login reads here for a dashboard."), told=len(readers))


_SEEN = {
    Passed.CAME: later("{when}  a laptop came in, as “{by}”"),
    Passed.OTHER_ROLE: later("{when}  a laptop has another role, by “{by}”"),
    Passed.WENT: later("{when}  a laptop was taken out, by “{by}”"),
    Passed.LET_READ: later("{when}  “{whom}” was let in to read {what}, by “{by}”"),
    Passed.LET_OUT: later("{when}  “{whom}” was let out of {what}, by “{by}”"),
}


def _door(arguments: argparse.Namespace, book: Book) -> None:
    """Each login of the server that came or was let in, with the moment, the oldest first."""
    with book.reading() as cursor:
        seen = turns.door(cursor)
    called = questions.places(book) | {turns.EVERY: say("every team")}
    for each in seen:
        words = {"whom": each.whom, "by": each.by, "what": called.get(each.scope, each.scope)}
        tell(arguments, each._asdict(), say(_SEEN[each.what], when=moment(each.at), **words))
